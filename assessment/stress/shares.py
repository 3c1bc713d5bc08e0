"""Shares of the futures, how far chance may have put them off, and which of them can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.stress.endurance import HELD, Broken
from assessment.stress.points import SCRAMBLINGS, Floats

_OFTEN = 2.365
"""Student's t for eight scramblings: nineteen errors in twenty are smaller than this many standard errors."""


@dataclass(frozen=True, slots=True)
class Odds:
    """A share of the futures, and how far chance may have put it off, nineteen times in twenty."""

    share: float
    error: float

    @property
    def other(self) -> Odds:
        """The share of the other futures."""
        return Odds(1 - self.share, self.error)


def odds(seen: NDArray[np.bool_]) -> Odds:
    """The share of futures in which something is seen."""
    return _odds(_by_scrambling(seen[None]))[0]


def kept_up(broken: Broken) -> tuple[Odds, ...]:
    """How many futures see each plan through."""
    return _odds(_by_scrambling(broken == HELD))


def _odds(means: Floats) -> tuple[Odds, ...]:
    errors = _OFTEN * means.std(axis=1, ddof=1) / np.sqrt(SCRAMBLINGS)
    return tuple(Odds(*each) for each in zip(means.mean(axis=1).tolist(), errors.tolist(), strict=True))


def ranks(broken: Broken) -> tuple[tuple[int, ...], ...]:
    """The plans from the one most often kept up; those whose order is not the same in all eight scramblings together."""
    means = _by_scrambling(broken == HELD)
    order = sorted(range(len(means)), key=lambda place: (-means[place].mean(), place))
    groups: list[list[int]] = []
    for place in order:
        if groups and not _always_below(means[place], means[groups[-1]]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(map(tuple, groups))


def _always_below(means: Floats, others: Floats) -> bool:
    return bool((means < others).all())


def _by_scrambling(seen: NDArray[np.bool_]) -> Floats:
    """The share of what is seen in each scrambling by itself."""
    size = seen.shape[-1] // SCRAMBLINGS
    found: Floats = np.count_nonzero(seen.reshape(*seen.shape[:-1], SCRAMBLINGS, size), axis=-1) / size
    return found


def half_broken_by(broken: Sequence[int] | Broken) -> int | None:
    """The month by which half of those that break have broken; None where none does."""
    months = np.sort(np.asarray(broken)[np.asarray(broken) < HELD])
    return int(months[(len(months) - 1) // 2]) if len(months) else None
