"""The rates of many sets of monthly payments at once, with NumPy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Worth = Callable[[Floats], tuple[Floats, Floats]]
"""What payments are worth today at a rate, and how fast that changes with it."""

_ROUNDS = 14
_NEARLY = 1e-11
_NOTHING = 1e-12
_LOWEST, _HIGHEST = -0.9, 1.0


class Run(NamedTuple):
    """The same amount in every month after `start` up to `stop`, for each set of payments."""

    amount: Whole
    start: Whole
    stop: Whole


def of_runs(owed: Whole, runs: Sequence[Run]) -> Floats:
    """The rate a month at which runs of payments are worth what is owed today.

    NaN where none was found soon between -90 and 100 % a month: ask `irr`, which says why.
    """
    lengths = [run.stop - run.start for run in runs]
    whole = sum((run.amount * length for run, length in zip(runs, lengths, strict=True)), np.zeros_like(owed))
    moments = (run.amount * length * (run.start + run.stop + 1) for run, length in zip(runs, lengths, strict=True))
    return _solved(owed, whole, sum(moments, np.zeros_like(owed)) / 2, _of_annuities(runs))


def _of_annuities(runs: Sequence[Run]) -> Worth:
    """By the closed form: an amount in months 1 to t is worth (1 - (1 + r)^-t) / r of it."""
    floats = [Run(*(column.astype(np.float64) for column in run)) for run in runs]  # type: ignore[arg-type]

    def worth(rate: Floats) -> tuple[Floats, Floats]:
        grown, value, slope = np.log1p(rate), np.zeros_like(rate), np.zeros_like(rate)
        for amount, start, stop in floats:
            before, until = np.expm1(-start * grown), np.expm1(-stop * grown)
            value += amount * (before - until)
            slope += amount * (stop * (1 + until) - start * (1 + before))
        value /= rate
        return value, (slope / (1 + rate) - value) / rate

    return worth


def of_months(owed: Whole, payments: Whole) -> Floats:
    """The same for payments with a row a month, nought where there is none."""
    months = np.arange(1, len(payments) + 1)
    return _solved(owed, payments.sum(axis=0), (months @ payments).astype(np.float64), _by_horner(payments))


def _by_horner(payments: Whole) -> Worth:
    rows = payments.astype(np.float64)

    def worth(rate: Floats) -> tuple[Floats, Floats]:
        factor = 1 / (1 + rate)
        value, slope = np.zeros_like(rate), np.zeros_like(rate)
        for row in rows[::-1]:
            slope *= factor
            slope += value
            value *= factor
            value += row
        slope = -factor * factor * (slope * factor + value)
        return value * factor, slope

    return worth


def _solved(owed: Whole, whole: Whole, moment: Floats, worth: Worth) -> Floats:
    """Newton's method from below, where the worth is convex and falls, so that it never passes the rate.

    Each set stops by itself: what stands beside it changes not even the last bit.
    """
    with np.errstate(all="ignore"):
        rate = _off_nought(np.maximum((whole - owed) / moment, _LOWEST))
        far = np.ones(rate.shape, np.bool_)
        for _ in range(_ROUNDS):
            value, slope = worth(rate)
            step = (value - owed) / slope
            rate = np.where(far, _off_nought(rate - step), rate)
            far &= ~(np.abs(step) <= _NEARLY)
            if not far.any():
                break
        found = ~far & (rate > _LOWEST) & (rate < _HIGHEST)
    return np.where(found, rate, np.nan)


def _off_nought(rate: Floats) -> Floats:
    """The closed form divides by the rate."""
    return np.where(np.abs(rate) < _NOTHING, _NOTHING, rate)
