"""The reading process as its parent sees it: started ahead, asked in turn, and stopped when it is too slow or called off."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from pathlib import Path
from threading import Condition, Event, Lock, Timer
from typing import IO, Any

from pydantic import BaseModel

from assessment.intake.apart.progress import Progress
from assessment.intake.container import Unreadable

SECONDS = 15
AT_ONCE = max(1, min(2, os.cpu_count() or 1))
"""As many files are read at the same time; the others wait in line."""

_HOME = Path(__file__).parent.parent.parent
_OURS = "assessment."
_START = "import sys, runpy; sys.path.insert(0, sys.argv[1]); runpy.run_module(sys.argv[2], run_name='__main__')"
_LONGEST_LINE = 2**16
_LARGEST_ANSWER = 256 * 2**20
_KILLED = -9
_BEHIND_OTHERS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_LOOKS_UP_SECONDS = 0.2
_log = logging.getLogger("huandeqi")


class CalledOff(Exception):
    """Whoever asked for the reading no longer wants it."""


class Watch:
    """One reading as seen by whoever asked for it: how far it is, and the way to call it off."""

    def __init__(self) -> None:
        self.progress = Progress("waiting")
        self._off = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def tell(self, progress: Progress) -> None:
        """Takes note of how far it is. Raises CalledOff."""
        self.go_on()
        self.progress = progress

    def go_on(self) -> None:
        """Raises CalledOff where the reading is no longer wanted."""
        if self._off.is_set():
            raise CalledOff

    def call_off(self) -> None:
        """Stops the reading at once, wherever it is."""
        self._off.set()
        process = self._process
        if process is not None:
            process.kill()

    @contextmanager
    def over(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """While this lasts, calling off ends `process`."""
        self._process = process
        if self._off.is_set():
            process.kill()
        try:
            yield
        finally:
            self._process = None


class Line:
    """Who reads now, and who waits: first come, first served."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._change = Condition()
        self._all: deque[Watch] = deque()

    @contextmanager
    def turn(self, watch: Watch) -> Iterator[None]:
        """Waits for a place among those who read, and gives it back. Raises CalledOff."""
        with self._change:
            self._all.append(watch)
        try:
            self._wait(watch)
            yield
        finally:
            with self._change:
                self._all.remove(watch)
                self._change.notify_all()

    def _wait(self, watch: Watch) -> None:
        with self._change:
            while (ahead := self._all.index(watch) - self._at_once + 1) > 0:
                watch.tell(Progress("waiting", ahead))
                self._change.wait(_LOOKS_UP_SECONDS)


class _Ahead:
    """A process started before it is needed, so that nobody waits for its start."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = False
        self._process: subprocess.Popen[bytes] | None = None

    def want(self) -> None:
        self._wanted = True
        self.restock()

    def restock(self) -> None:
        with self._lock:
            if self._wanted and self._process is None:
                self._process = _started()

    def taken(self) -> subprocess.Popen[bytes]:
        with self._lock:
            process, self._process = self._process, None
        return process if process is not None and process.poll() is None else _started()


_line = Line(AT_ONCE)
_ahead = _Ahead()


def keep_ready() -> None:
    """From here on a process waits for the next file; it ends with this one."""
    _ahead.want()


def run(errand: Any, watch: Watch) -> Any:
    """What the reading process answers an errand with: an Intake, or Words.

    Raises Unreadable where it dies or dawdles, CalledOff, and RuntimeError where the fault is ours.
    """
    asked = pickle.dumps(errand, pickle.HIGHEST_PROTOCOL)
    with _line.turn(watch):
        watch.tell(Progress("opening"))
        try:
            return _asked(_ahead.taken(), asked, watch)
        finally:
            _ahead.restock()


def _asked(process: subprocess.Popen[bytes], asked: bytes, watch: Watch) -> Any:
    try:
        with _in_time(process) as late, watch.over(process):
            answer = _heard(process, asked, watch)
    finally:
        process.kill()
        process.wait()
    watch.go_on()
    if answer is not None:
        return answer
    raise Unreadable("too_slow" if late.is_set() or process.returncode == _KILLED else "damaged")


@contextmanager
def _in_time(process: subprocess.Popen[bytes]) -> Iterator[Event]:
    """While this lasts, the process is ended where it takes too long; the event then says so."""
    late = Event()

    def end() -> None:
        late.set()
        process.kill()

    clock = Timer(SECONDS, end)
    clock.start()
    try:
        yield late
    finally:
        clock.cancel()


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own file, our own interpreter
        [sys.executable, "-P", "-B", "-W", "ignore", "-c", _START, str(_HOME), "assessment.intake.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_BEHIND_OTHERS,
    )


def _heard(process: subprocess.Popen[bytes], asked: bytes, watch: Watch) -> Any:
    """The answer; none where the process ends before it gave one."""
    if process.stdin is None or process.stdout is None:
        return None
    with suppress(BrokenPipeError), process.stdin as told:
        told.write(asked)
    with process.stdout as said:
        answer = _listened(said, watch)
        process.wait()
    return answer


def _listened(said: IO[bytes], watch: Watch) -> Any:
    while line := said.readline(_LONGEST_LINE):
        try:
            kind, *told = json.loads(line)
        except ValueError:
            return None
        match kind:
            case "progress":
                watch.tell(Progress(*told))
            case "fault":
                _log.error("the reading process: %s at %s", *told)
                raise RuntimeError("the reading process failed by itself")
            case "intake":
                made = said.read(min(told[0], _LARGEST_ANSWER))
                if not told[0]:
                    raise Unreadable("too_large_inside")
                return _OnlyOurs(BytesIO(made)).load() if len(made) == told[0] else None
    return None


class _OnlyOurs(pickle.Unpickler):
    """Makes plain values and the domain's own records, and nothing else: no function can be called."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in {(each.__module__, each.__qualname__) for each in (Decimal, date, datetime, time)}:
            return getattr(import_module(module), name)
        if module.startswith(_OURS):
            found = getattr(import_module(module), name)
            if isinstance(found, type) and _is_record(found):
                return found
        raise pickle.UnpicklingError


def _is_record(found: type) -> bool:
    return (
        is_dataclass(found) or issubclass(found, BaseModel) or (issubclass(found, tuple) and hasattr(found, "_fields"))
    )
