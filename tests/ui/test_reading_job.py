"""Reading in the background: stopped at once, in line where many read, and whatever happens nothing leaks."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from assessment.case import Case
from assessment.intake import read_workbook, reading_process
from assessment.intake.apart.progress import Progress
from assessment.intake.container import Unreadable
from assessment.intake.files import Errand, refused
from assessment.intake.guidance import Guidance
from assessment.intake.reading_process import CalledOff, Line, Watch, _OnlyOurs
from tests.intake.hostile_files import DEBT, HEADER, book, good
from ui.reading_job import ReadingJob

WIDE = book(HEADER + DEBT + "".join(f'<row r="{k}">{"<c><v>1</v></c>" * 16_000}</row>' for k in range(3, 90)))
"""A legal workbook of over a million cells: seconds of work."""


def job(data):
    return ReadingJob(lambda watch: read_workbook(data, watch=watch), Guidance(), data)


def until(told, seconds=30):
    deadline = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_file_is_read_and_its_stages_are_told():
    running = job(good())
    assert running.over(30)
    assert {debt.name for debt in running.outcome.case.debts} == {"借呗", "京东金条"}
    assert running.progress.stage == "checking"


def test_a_reading_called_off_ends_its_process_at_once():
    running = job(WIDE)
    until(lambda: running.progress.stage == "cells" and running.progress.rows > 1)
    process = running._watch._process
    running.call_off()
    assert running.over(3)
    assert running.outcome is None
    assert process.poll() == -signal.SIGKILL


def test_files_are_read_a_few_at_a_time_and_first_come_first_served():
    line, held, most, order = Line(2), [], [], []

    def take(number):
        with line.turn(Watch()):
            held.append(number)
            order.append(number)
            most.append(len(held))
            time.sleep(0.02)
            held.remove(number)

    threads = []
    for number in range(8):
        threads.append(threading.Thread(target=take, args=(number,)))
        threads[-1].start()
        until(lambda: len(line._all) + len(order) - len(held) > number)  # noqa: B023 - used within the turn
    for thread in threads:
        thread.join()
    assert max(most) <= 2
    assert sorted(order) == list(range(8))


def test_who_waits_is_told_how_many_are_before_and_may_leave():
    line, waiting = Line(1), Watch()
    left = []

    def wait():
        try:
            with line.turn(waiting):
                left.append("read")
        except CalledOff:
            left.append("left")

    with line.turn(Watch()):
        thread = threading.Thread(target=wait)
        thread.start()
        until(lambda: waiting.progress == Progress("waiting", 1))
        waiting.call_off()
        thread.join(3)
        assert left == ["left"]
    with line.turn(Watch()):
        pass


def test_a_fault_of_ours_is_told_by_kind_and_place_and_not_by_the_files_words(caplog):
    errand = Errand("金丝雀,剩余本金\n借呗,5000\n".encode(), "", None)
    with caplog.at_level(logging.ERROR), pytest.raises(RuntimeError) as raised:
        reading_process.run(errand, Watch())
    assert "AttributeError" in caplog.text
    assert "金丝雀" not in caplog.text + str(raised.value)


class Harm:
    def __init__(self, call, *given):
        self.call, self.given = call, given

    def __reduce__(self):
        return self.call, self.given


@pytest.mark.parametrize(
    "harm", [Harm(os.system, "true"), Harm(eval, "1"), Harm(partial, print), Harm(read_workbook, b"")]
)
def test_an_answer_can_call_nothing(harm):
    with pytest.raises(pickle.UnpicklingError):
        _OnlyOurs(BytesIO(pickle.dumps(harm))).load()


def test_an_answer_of_our_own_records_comes_through_whole():
    answer = refused(Unreadable("locked"))
    assert _OnlyOurs(BytesIO(pickle.dumps(answer))).load() == answer
    assert answer.case == Case()


def apart(code):
    held = f"import sys; from assessment.intake.apart import limits; limits.hold()\n{code}"
    return subprocess.run([sys.executable, "-c", held], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("open('/tmp/x', 'w')", "PermissionError"),
        ("import os; os.open('/tmp/x', os.O_RDWR | os.O_CREAT)", "PermissionError"),
        ("import socket; socket.socket()", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import os; os.remove('/tmp/x')", "PermissionError"),
        ("bytearray(2**30)", "MemoryError"),
    ],
)
def test_the_reading_process_writes_connects_and_starts_nothing(code, fault):
    assert fault in apart(code).stderr


def test_the_reading_process_gives_way_and_leaves_no_core():
    done = apart("import os, resource; print(os.nice(0), resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_FSIZE))")  # fmt: skip
    assert done.stdout.strip() == "10 (0, 0) (0, 0)"


def test_the_process_kept_ready_ends_with_the_server():
    server = subprocess.Popen(
        [sys.executable, "-c", "from assessment.intake import reading_process as r; import time; r.keep_ready(); print(r._ahead._process.pid, flush=True); time.sleep(60)"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    ready = int(server.stdout.readline())
    server.kill()
    server.wait()
    until(lambda: not _runs(ready))


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
