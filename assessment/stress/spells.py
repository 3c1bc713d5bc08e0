"""Months of trouble: how long until it begins, how long it lasts, until it begins again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import count
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from assessment.stress import points
from assessment.stress.points import Floats, Use

MONTHS = 60
Months = NDArray[np.bool_]
"""Whether something is so: a row a month, a column a future."""
Rows = TypeVar("Rows", bound=NDArray[Any])
Draw = Callable[[Use, int], Floats]


@lru_cache(maxsize=48)
def months(process: str, chance: float, lasts: float) -> Months:
    """The months of trouble of one kind in every future.

    In each good month trouble begins next month with `chance`; once begun it lasts `lasts` months on average,
    at least one. Both lengths are drawn, so that few points say much.
    """
    return drawn(chance, lasts, partial(points.numbers, process), points.FUTURES)


def drawn(chance: float, lasts: float, draw: Draw, futures: int) -> Months:
    """The months of trouble from any numbers in [0, 1): `draw` gives them by use and by the spell's turn."""
    turns = np.zeros((MONTHS + 1, futures), np.int8)
    if chance > 0:
        for begins, ends, running in _spells(chance, lasts, draw, futures):
            turns[np.minimum(begins, MONTHS), running] += 1
            turns[np.minimum(ends, MONTHS), running] -= 1
    found: Months = added_up(turns)[:MONTHS].view(np.bool_)
    found.flags.writeable = False
    return found


def added_up(rows: Rows) -> Rows:
    """Each row with all rows before it, in place; row by row, which is many times faster than a sum down columns."""
    for row in range(1, len(rows)):
        rows[row] += rows[row - 1]
    return rows


def _spells(chance: float, lasts: float, draw: Draw, futures: int) -> Iterator[tuple[NDArray[np.int64], ...]]:
    """Spell after spell, for the futures that have not reached their end: first month, month after the last, which."""
    until, longer = np.array(lengths(chance)), np.array(lengths(1 / lasts))
    running = np.arange(futures)
    clock = np.full(futures, -1)
    for turn in count():
        begins = clock + 1 + np.searchsorted(until, draw("wait", turn)[running], side="right")
        ends = begins + 1
        if lasts > 1:
            ends += np.searchsorted(longer, draw("stay", turn)[running], side="right")
        yield begins, ends, running
        on = ends < MONTHS
        if not on.any():
            return
        running, clock = running[on], ends[on]


@lru_cache(maxsize=64)
def lengths(chance: float) -> tuple[float, ...]:
    """The chance that a length ended each month by `chance` is at most 1, 2, … months, as far as is looked."""
    return tuple(1 - (1 - chance) ** month for month in range(1, MONTHS + 1))
