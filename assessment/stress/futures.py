"""Sixty months of one household, many times over. Whole fen held in floating point, which is exact that far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assessment import money
from assessment.case import Futures
from assessment.stress import points, spells
from assessment.stress.points import Floats
from assessment.stress.spells import MONTHS, Months
from assessment.stress.start import Home, Uneven

Shock = Literal["job_loss", "pay_cut", "illness", "surprise", "uneven", "season"]


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Every future: what all months so far have left after living, and the months each kind of trouble is there.

    `saved` is fen, a row a month and a column a future, the futures of one scrambling side by side.
    """

    saved: Floats
    troubles: Mapping[Shock, Months]


def run(home: Home, chances: Futures) -> Runs:
    """Every future of a household."""
    lost = _lost(home, chances)
    cut = spells.months("pay_cut", float(chances.pay_cut), float(chances.pay_cut_months))
    ill = spells.months("illness", float(chances.illness), float(chances.illness_months))
    struck = spells.months("surprise", float(chances.surprise), 1)
    drawn = _drawn(home.uneven, chances.block_months)
    left = _pay(home, chances, lost, cut) + _unless_lost(drawn, chances, lost[len(home.jobs) :])
    every, sick, hit = left.ravel(), np.flatnonzero(ill), np.flatnonzero(struck)
    every[sick] = np.floor(every[sick] * (1 - float(chances.illness_pay))) - money.to_fen(chances.illness_cost)
    every[hit] -= money.to_fen(chances.surprise_cost)
    left += home.secure - np.array(home.spending, np.float64)[:, None]
    return Runs(
        spells.added_up(left),
        {
            "job_loss": _any(lost),
            "pay_cut": cut,
            "illness": ill,
            "surprise": struck,
            "uneven": drawn < sum(each.mean for each in home.uneven),
            "season": np.broadcast_to((np.array(home.spending) > home.even)[:, None], ill.shape),
        },
    )


def untroubled(home: Home) -> Floats:
    """One future in which nothing happens, and uneven incomes bring their average every month."""
    earned = sum(home.jobs) + home.secure + int(sum(each.mean for each in home.uneven))
    left = earned - np.array(home.spending, np.float64)
    return spells.added_up(left[:, None])


def _lost(home: Home, chances: Futures) -> list[Months]:
    """The months each job is lost, the others with the first as often as is said; uneven incomes are one job, the last."""
    chance, search = float(chances.job_loss), float(chances.job_search)
    own = [spells.months(f"job {place}", chance, search) for place in range(len(home.jobs) + bool(home.uneven))]
    return [_with_first(place, own, float(chances.jobs_together)) for place in range(len(own))]


def _with_first(job: int, own: list[Months], share: float) -> Months:
    if job == 0 or share == 0:
        return own[job]
    return np.where(points.numbers(f"job {job}", "together") < share, own[0], own[job])


def _pay(home: Home, chances: Futures, lost: list[Months], cut: Months) -> Floats:
    """A month's pay from jobs: whole, cut, or while the job is lost what is paid then."""
    earned = np.full((MONTHS, points.FUTURES), float(sum(home.jobs)))
    reduced, benefit = 1 - float(chances.pay_cut_share), float(chances.benefit_share)
    for pay, gone in zip(home.jobs, lost, strict=False):
        earned -= (cut & ~gone) * (pay - np.floor(pay * reduced))
        earned -= gone * (pay - np.floor(pay * benefit))
    return earned


def _unless_lost(drawn: Floats, chances: Futures, lost: list[Months]) -> Floats:
    """Uneven incomes, and what is paid instead while there is nothing to earn."""
    earned = drawn.copy()
    for gone in lost:
        earned[gone] = np.floor(drawn[gone] * float(chances.benefit_share))
    return earned


def _drawn(uneven: tuple[Uneven, ...], block_months: int) -> Floats:
    """Uneven incomes together: blocks of following months out of a person's own, the same months for every income."""
    total = np.zeros((MONTHS, points.FUTURES))
    for month in range(MONTHS if uneven else 0):
        block, step = divmod(month, block_months)
        number = points.numbers("income", "block", block)
        for income in uneven:
            total[month] += _month(income, number, step)
    return total


def _month(income: Uneven, number: Floats, step: int) -> Floats:
    if not income.history:
        return np.floor(income.low + number * (income.high - income.low))
    months = np.array(income.history, np.float64)
    start = (number * len(months)).astype(np.int64)
    found: Floats = months[(start + step) % len(months)]
    return found


def _any(lost: list[Months]) -> Months:
    found: Months = np.logical_or.reduce(lost) if lost else np.zeros((MONTHS, points.FUTURES), np.bool_)
    return found
