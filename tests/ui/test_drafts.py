"""What is kept on this computer: the owner's alone, never torn, never overwritten unseen, really gone when deleted."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from ui.drafts import KEPT_DAYS, ChangedElsewhere, Drafts, TooNew

TODAY = date(2026, 11, 24)
CANARY = "独一无二的欠款名字9173"


@pytest.fixture
def drafts(tmp_path):
    found = Drafts(tmp_path / "data")
    found.create()
    return found


def on_disk(drafts):
    return b"".join(path.read_bytes() for path in drafts._file.parent.iterdir())


def test_nothing_is_on_disk_before_somebody_asks_for_it(tmp_path):
    assert not Drafts(tmp_path / "data").here
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_its_owners_alone(drafts):
    assert stat.S_IMODE(drafts._file.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts._file.parent.stat().st_mode) == 0o700


def test_what_was_saved_comes_back(drafts):
    kept = drafts.add("十一月", "content", TODAY)
    version = drafts.save(kept.id, kept.version, "later", TODAY)
    found, content = drafts.load(kept.id)
    assert (found.title, found.version, content) == ("十一月", version, "later")


def test_a_later_save_of_another_window_is_not_overwritten(drafts):
    kept = drafts.add("x", "first", TODAY)
    drafts.save(kept.id, kept.version, "theirs", TODAY)
    with pytest.raises(ChangedElsewhere):
        drafts.save(kept.id, kept.version, "mine", TODAY)
    assert drafts.load(kept.id)[1] == "theirs"


def test_what_is_deleted_is_gone_from_the_disk(drafts):
    kept = drafts.add("x", CANARY * 2000, TODAY)
    drafts.add("y", "other", TODAY)
    assert CANARY.encode() in on_disk(drafts)
    drafts.delete(kept.id)
    assert CANARY.encode() not in on_disk(drafts)
    assert [each.title for each in drafts.every()] == ["y"]


def test_everything_deleted_leaves_no_file(drafts):
    drafts.add("x", CANARY, TODAY)
    drafts.delete_everything()
    assert not drafts.here
    assert on_disk(drafts) == b""


def test_what_nobody_opened_for_long_is_deleted(drafts):
    old = drafts.add("old", CANARY, TODAY - timedelta(days=KEPT_DAYS + 1))
    drafts.add("new", "x", TODAY - timedelta(days=KEPT_DAYS))
    assert drafts.expire(TODAY) == 1
    assert drafts.load(old.id) is None
    assert CANARY.encode() not in on_disk(drafts)


def test_a_tab_finds_its_case_again_until_it_is_deleted(drafts):
    kept = drafts.add("x", "c", TODAY)
    drafts.remember_tab("a" * 32, kept.id, TODAY)
    assert drafts.of_tab("a" * 32) == kept.id
    drafts.delete(kept.id)
    assert drafts.of_tab("a" * 32) is None


def test_a_copy_stands_by_itself(drafts):
    kept = drafts.add("x", "c", TODAY)
    copy = drafts.duplicate(kept.id, "y", TODAY)
    drafts.save(copy.id, copy.version, "d", TODAY)
    assert drafts.load(kept.id)[1] == "c"


def test_a_database_of_a_later_version_is_left_alone(drafts):
    with sqlite3.connect(drafts._file) as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(TooNew):
        drafts.every()


_WRITER = """
import sys
from datetime import date
from pathlib import Path
from ui.drafts import Drafts
drafts, version = Drafts(Path(sys.argv[1])), int(sys.argv[3])
while True:
    version = drafts.save(sys.argv[2], version, str(version) * 20000, date(2026, 11, 24))
    print(version, flush=True)
"""


def test_a_killed_program_leaves_a_whole_case_no_older_than_what_it_had_confirmed(drafts):
    kept = drafts.add("x", "0", TODAY)
    for killed in range(8):
        before = drafts.load(kept.id)[0].version
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(drafts._file.parent), kept.id, str(before)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent.parent,
        )
        confirmed = [int(writer.stdout.readline()) for _ in range(1 + killed)][-1]
        writer.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        writer.wait()
        found, content = drafts.load(kept.id)
        assert found.version >= confirmed
        assert content == str(found.version - 1) * 20000
