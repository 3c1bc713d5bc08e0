"""The reading process: it waits for an errand on standard input and says on standard output what it came to.

In: the errand, pickled by the process that started this one. Out: lines of JSON,
`["progress", stage, part, parts, rows, share]` while it reads, and last either `["fault", kind, place]` or `["intake", size]`
with so many bytes of a pickled answer behind it, none where the memory was not enough.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
import time
import traceback
from typing import Any, NoReturn

from assessment.intake.apart import limits
from assessment.intake.apart.progress import Progress, heard_by

_SECONDS_BETWEEN = 0.1


class Teller:
    """Says how far it is, at most ten times a second, and at once where the stage or the sheet is another."""

    def __init__(self) -> None:
        self._last = Progress("waiting")
        self._due = 0.0

    def __call__(self, now: Progress) -> None:
        same = (now.stage, now.part) == (self._last.stage, self._last.part)
        if same and time.monotonic() < self._due:
            return
        self._last, self._due = now, time.monotonic() + _SECONDS_BETWEEN
        _say(["progress", now.stage, now.part, now.parts, now.rows, now.share])


def _say(line: list[Any], behind: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(line).encode("ascii") + b"\n" + behind)
    sys.stdout.buffer.flush()


def _done(asked: bytes) -> bytes:
    from assessment.intake.files import done

    try:
        with heard_by(Teller()):
            return pickle.dumps(done(pickle.loads(asked)), pickle.HIGHEST_PROTOCOL)  # noqa: S301 - our own parent's words
    except (MemoryError, RecursionError):
        return b""


def main() -> NoReturn:
    """One errand, and the end, so soon that looking for unused rings of objects would only cost time."""
    for unneeded in ("numpy", "PIL"):
        sys.modules[unneeded] = None  # type: ignore[assignment]
    from assessment.intake import files  # noqa: F401 - ready before it is asked for

    gc.disable()
    limits.hold()
    asked = sys.stdin.buffer.read()
    if asked:
        _answer(asked)
    os._exit(0)


def _answer(asked: bytes) -> None:
    try:
        made = _done(asked)
    except Exception as fault:  # noqa: BLE001 - a fault of ours is told by its kind and place; its words may be the file's
        place = traceback.extract_tb(fault.__traceback__)[-1]
        _say(["fault", type(fault).__name__, f"{place.filename}:{place.lineno}"])
    else:
        _say(["intake", len(made)], made)


if __name__ == "__main__":
    main()
