"""What stands in the way of keeping a case never costs the case, and never brings a page down."""

from __future__ import annotations

import errno
import gc
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from assessment.case import Case, Debt
from ui import keep, keeping, window
from ui.drafts import Drafts
from ui.session import Session

TOKEN = "a" * 32
OWN = Case(debts=(Debt(name="花呗", principal=Decimal(1234)),))
OTHER = Case(debts=(*OWN.debts, Debt(name="借呗", principal=Decimal(5678))))


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path))
    session = Session(token=TOKEN)
    session.answer("mine")
    session.replace(OWN)
    session.keep()
    return session


def file():
    return keeping.DRAFTS._file


def ask(statement, *values):
    base = sqlite3.connect(file())
    with base:
        found = base.execute(statement, values).fetchall()
    base.close()
    return found


def after_a_restart():
    session = Session(token=TOKEN)
    for _rerun in range(3):
        session.open_again()
        session.keep()
    return session


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("content", ["{", '{"case": {"debts": [{"principal": "-5"}]}}', '{"case": {"unheard_of": 1}}'])
def test_a_case_that_cannot_be_read_is_never_overwritten(content):
    ask("UPDATE draft SET content = ?", content)
    session = after_a_restart()
    assert session.empty
    assert session.keeping.trouble == "unreadable"
    session.replace(OTHER)
    session.keep()
    assert content in {each for (each,) in ask("SELECT content FROM draft")}


def test_a_field_that_is_no_more_takes_nothing_else_with_it(here):
    here.refused[("debts", 0, "unheard_of")] = ("x", None)
    here.refused[("debts",)] = ("x", None)
    here.keep()
    session = after_a_restart()
    assert (session.case, session.refused) == (OWN, {})


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda: file().write_bytes(b"x" * 5000), "broken"),
        (lambda: ask("DROP TABLE draft"), "broken"),
        (lambda: ask("PRAGMA user_version = 99"), "newer"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_and_stops_nobody(here, harm, said):
    harm()
    found = here.keeping
    here.open_kept(found.kept.id)
    assert found.every() == ()
    found.rename(found.kept.id, "x")
    found.duplicate(found.kept.id, "x", here.as_of)
    assert not found.delete(found.kept.id)
    assert found.trouble == said


def test_what_could_not_be_deleted_stays_in_sight(here):
    ask("PRAGMA user_version = 99")
    here.clear()
    assert here.case == OWN
    assert here.keeping.trouble == "newer"


def test_once_one_window_stopped_keeping_no_other_begins_again(here):
    keeping.DRAFTS.delete_everything()
    here.replace(OTHER)
    here.keep()
    assert not file().exists()
    assert not here.keeping.on


def test_a_duplicated_tab_does_not_save_over_the_first_unseen(here, monkeypatch):
    monkeypatch.setattr(keep, "_kept", {})
    keep.restored(here, keep.Heard(TOKEN))
    second = keep.restored(Session(), keep.Heard(TOKEN))
    second.replace(OTHER)
    second.keep()
    here.replace(Case(debts=()))
    here.keep()
    assert here.keeping.trouble == "elsewhere"
    assert "借呗" in ask("SELECT content FROM draft")[0][0]


def test_a_file_that_cannot_be_used_is_set_aside_whole_and_keeping_goes_on(here):
    file().write_bytes(b"x" * 5000)
    here.replace(OTHER)
    here.keep()
    assert here.keeping.trouble == "broken"
    here.keeping.set_aside()
    here.keep()
    assert here.keeping.trouble == ""
    assert here.keeping.aside == str(file()) + ".aside-1"
    assert file().with_name("cases.sqlite3.aside-1").read_bytes() == b"x" * 5000
    assert "借呗" in ask("SELECT content FROM draft")[0][0]
    file().write_bytes(b"y" * 5000)
    here.keeping.every()
    here.keeping.set_aside()
    assert file().with_name("cases.sqlite3.aside-1").read_bytes() == b"x" * 5000
    assert file().with_name("cases.sqlite3.aside-2").read_bytes() == b"y" * 5000


def test_a_later_versions_file_that_was_set_aside_still_holds_its_cases(here):
    """With what stood in its write-ahead log."""
    writer = sqlite3.connect(file())
    writer.execute("PRAGMA user_version = 99")
    writer.commit()
    here.keeping.every()
    assert here.keeping.trouble == "newer"
    here.keeping.set_aside()
    writer.close()
    base = sqlite3.connect(here.keeping.aside)
    assert "花呗" in base.execute("SELECT content FROM draft").fetchone()[0]
    base.close()


def test_set_aside_files_go_when_everything_is_to_go(here):
    file().write_bytes(b"x" * 5000)
    here.keeping.every()
    here.keeping.set_aside()
    here.keeping.delete_everything()
    assert list(file().parent.iterdir()) == []


def test_a_file_that_another_program_holds_is_not_asked_again_at_once(here, monkeypatch):
    """However often the page is drawn, it waits once; the case is saved when the file is free."""
    holder = sqlite3.connect(file())
    holder.execute("BEGIN EXCLUSIVE")
    here.replace(OTHER)
    asked, opened = [], Drafts._open
    monkeypatch.setattr(Drafts, "_open", lambda drafts: asked.append(1) or opened(drafts))
    for _rerun in range(20):
        here.keep()
        here.keeping.every()
    assert here.keeping.trouble == "busy"
    assert len(asked) == 1
    holder.rollback()
    here.keeping.again_at = 0
    here.keep()
    assert here.keeping.trouble == ""
    assert "借呗" in ask("SELECT content FROM draft")[0][0]
    holder.close()


def test_a_full_disk_is_said_and_the_case_is_saved_once_there_is_room(here, monkeypatch):
    room, connect = [8], sqlite3.connect

    def on_a_small_disk(*args, **more):
        base = connect(*args, **more)
        base.execute(f"PRAGMA max_page_count = {room[0]}")
        return base

    monkeypatch.setattr("ui.drafts.sqlite3.connect", on_a_small_disk)
    here.replace(Case(debts=tuple(Debt(name=f"借呗{each}" * 10) for each in range(100))))
    here.keep()
    assert here.keeping.trouble == "full"
    assert "花呗" in ask("SELECT content FROM draft")[0][0]
    room[0] = 1_000_000
    here.keep()
    assert here.keeping.trouble == ""
    assert "借呗99" in ask("SELECT content FROM draft")[0][0]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_folder_that_may_not_be_written_is_said(tmp_path, monkeypatch, code):
    def refuse(*_args, **_more):
        raise OSError(code, "no")

    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path / "data"))
    monkeypatch.setattr(Path, "mkdir", refuse)
    session = Session(token=TOKEN)
    session.answer("mine")
    session.replace(OWN)
    session.keep()
    assert session.keeping.trouble == "forbidden"
    assert session.case == OWN


def test_a_file_that_may_only_be_read_is_said(here, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(
        "ui.drafts.sqlite3.connect", lambda at, **more: connect(at.replace("mode=rw", "mode=ro"), **more)
    )
    here.replace(OTHER)
    here.keep()
    assert here.keeping.trouble == "forbidden"


def test_a_folder_under_a_file_is_no_place_to_keep_anything(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path / "file" / "data"))
    session = Session(token=TOKEN)
    session.answer("mine")
    assert session.keeping.trouble == "disk"


def test_what_was_kept_before_snapshots_and_with_the_smallest_rate_is_read(here):
    here.put(("futures", "job_loss"), Decimal("0.00000001"))
    here.keep()
    assert after_a_restart().case == here.case
    ask("UPDATE draft SET content = '{\"case\": {}}'")
    assert after_a_restart().snapshots == ()


def test_an_opened_case_file_leaves_the_kept_case_where_it_is(here):
    other = Session()
    other.replace(OTHER)
    here.bring_back(other.content(), "我家")
    here.keep()
    titles = {each.title: each.id for each in here.keeping.every()}
    assert len(titles) == 2
    assert "借呗" in dict(ask("SELECT title, content FROM draft"))["我家"]
    here.undo()
    assert here.case == OWN


def test_the_other_sides_window_goes_with_the_newer_of_two_tabs(here, monkeypatch):
    monkeypatch.setattr(keep, "_kept", {})
    here.presenting.begin()
    token = here.presenting.token
    keep.restored(here, keep.Heard(TOKEN))
    second = keep.restored(Session(), keep.Heard(TOKEN))
    assert second.presenting.token == token
    assert not here.presenting.on


def test_the_other_sides_window_ends_when_nobody_holds_it_any_more():
    gone = Session()
    gone.presenting.begin()
    token = gone.presenting.token
    del gone
    gc.collect()
    assert window.shown(token).title == "已经结束"


def test_a_kept_case_that_is_opened_ends_the_window_of_the_one_before(here):
    here.presenting.begin()
    token = here.presenting.token
    here.open_kept(here.keeping.kept.id)
    assert window.shown(token).title == "已经结束"
    assert not here.presenting.on
