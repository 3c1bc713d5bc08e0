"""Where chance comes from: evenly spread points, the same for every case, every option and every run.

Scrambled Sobol points in eight independent scramblings; how far the eight disagree is the error that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Use = Literal["wait", "stay", "block", "together"]
"""How long until trouble, how long it lasts, which own months a block holds, whether a job goes with the first."""

SCRAMBLINGS = 8
POWER = 9
FUTURES = SCRAMBLINGS * 2**POWER
_SEED = 20_261_123
_PROCESSES = ("job 0", "job 1", "illness", "surprise", "pay_cut", "job 2", "job 3", "job 4", "job 5", "income")
_USES: tuple[Use, ...] = ("wait", "stay", "block", "together")
Place = tuple[str, Use, int]


def numbers(process: str, use: Use, turn: int = 0) -> Floats:
    """One number in [0, 1) a future, for one use."""
    place = _places().get((process, use, turn))
    return _plain(process, use, turn) if place is None else _evenly()[place]


def _weighty() -> Iterator[Place]:
    """What gets Sobol points, what moves the odds most first; the rest, which few futures reach, gets plain numbers."""
    for use in ("wait", "stay"):
        yield "job 0", use, 0
        yield "job 1", use, 0
    yield "job 1", "together", 0
    yield "pay_cut", "wait", 0
    for turn in range(4):
        yield "surprise", "wait", turn
        yield "illness", "wait", turn
    yield "pay_cut", "stay", 0
    for turn in (1, 2):
        yield from _spells("job 0", turn)
        yield from _spells("job 1", turn)
    for place in range(20):
        yield "income", "block", place


def _spells(process: str, turn: int) -> Iterator[Place]:
    yield process, "wait", turn
    yield process, "stay", turn


@cache
def _places() -> dict[Place, int]:
    return {place: row for row, place in enumerate(_weighty())}


@cache
def _evenly() -> Floats:
    """A row a use, the futures of one scrambling side by side."""
    from scipy.stats import qmc

    sets = [
        qmc.Sobol(len(_places()), rng=np.random.default_rng((_SEED, each))).random_base2(POWER)
        for each in range(SCRAMBLINGS)
    ]
    return _kept(np.ascontiguousarray(np.concatenate(sets).T))


@lru_cache(maxsize=128)
def _plain(process: str, use: Use, turn: int) -> Floats:
    seed = (_SEED, SCRAMBLINGS, _PROCESSES.index(process), _USES.index(use), turn)
    return _kept(np.random.default_rng(seed).random(FUTURES))


def _kept(found: Floats) -> Floats:
    found.flags.writeable = False
    return found
