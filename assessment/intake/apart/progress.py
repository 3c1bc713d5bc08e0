"""How far a reading is, told while it goes on: the stage, and which sheet of how many with how many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

Stage = Literal["waiting", "opening", "cells", "headers", "checking"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: which part of how many, how many rows of it were read, and which share of it.

    While waiting, `part` is how many files are read before this one.
    """

    stage: Stage
    part: int = 0
    parts: int = 0
    rows: int = 0
    share: float = 0.0


Listener = Callable[[Progress], None]
_listeners: list[Listener] = []


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """While this lasts, `listener` hears how far the reading is."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.pop()


def tell(stage: Stage, part: int = 0, parts: int = 0, rows: int = 0, share: float = 0.0) -> None:
    """Where the reading stands now."""
    for listener in _listeners:
        listener(Progress(stage, part, parts, rows, share))
