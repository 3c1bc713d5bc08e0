"""The same trial one future, one plan and one month at a time in plain Python. Slow; it shows what the fast one does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import floor
from typing import NamedTuple

from assessment import money
from assessment.case import Futures
from assessment.stress.points import Use
from assessment.stress.spells import MONTHS, lengths
from assessment.stress.start import Home, Uneven

Numbers = Callable[[str, Use, int], float]
"""One future's numbers in [0, 1) by use."""


def break_month(
    home: Home, chances: Futures, payments: Sequence[int], numbers: Numbers, cushion: int | None = None
) -> int:
    """The month one plan breaks in one future: 0 is today, 61 is never. `payments` has today's in its first place."""
    return broken(saved(home, chances, numbers), payments, home.cushion if cushion is None else cushion, home.left)


def broken(left_over: Sequence[int], payments: Sequence[int], cushion: int, left: int) -> int:
    """The first month in which the money at hand runs out, given what each month leaves after living."""
    level = cushion - payments[0]
    if level < 0:
        level = min(level + left, 0)
    if level < 0:
        return 0
    last = max((month for month in range(1, MONTHS + 1) if payments[month] > 0), default=0)
    for month in range(1, last + 1):
        level += left_over[month - 1] - payments[month]
        if level < 0:
            return month
    return MONTHS + 1


class Troubles(NamedTuple):
    """The months of each kind of trouble in one future; `lost` has a list a job, the uneven incomes' last."""

    lost: list[list[bool]]
    cut: list[bool]
    ill: list[bool]
    struck: list[bool]


def saved(home: Home, chances: Futures, numbers: Numbers) -> list[int]:
    """What each month of one future leaves after living. Fen."""
    troubles = _troubles(home, chances, numbers)
    return [_month(home, chances, troubles, numbers, month) for month in range(MONTHS)]


def _troubles(home: Home, chances: Futures, numbers: Numbers) -> Troubles:
    search, jobs = float(chances.job_search), range(len(home.jobs) + bool(home.uneven))
    own = [trouble(float(chances.job_loss), search, f"job {job}", numbers) for job in jobs]
    return Troubles(
        [own[0] if numbers(f"job {job}", "together", 0) < float(chances.jobs_together) else own[job] for job in jobs],
        trouble(float(chances.pay_cut), float(chances.pay_cut_months), "pay_cut", numbers),
        trouble(float(chances.illness), float(chances.illness_months), "illness", numbers),
        trouble(float(chances.surprise), 1, "surprise", numbers),
    )


def _month(home: Home, chances: Futures, troubles: Troubles, numbers: Numbers, month: int) -> int:
    earned = sum(floor(pay * _share(chances, troubles, job, month)) for job, pay in enumerate(home.jobs))
    earned += _uneven(home, chances, troubles, numbers, month)
    left = earned + home.secure - home.spending[month]
    if troubles.ill[month]:
        left -= earned - floor(earned * (1 - float(chances.illness_pay))) + money.to_fen(chances.illness_cost)
    return left - money.to_fen(chances.surprise_cost) if troubles.struck[month] else left


def _share(chances: Futures, troubles: Troubles, job: int, month: int) -> float:
    """What of a job's pay comes in."""
    if troubles.lost[job][month]:
        return float(chances.benefit_share)
    return 1 - float(chances.pay_cut_share) if troubles.cut[month] else 1.0


def _uneven(home: Home, chances: Futures, troubles: Troubles, numbers: Numbers, month: int) -> int:
    block, step = divmod(month, chances.block_months)
    drawn = sum(uneven(income, numbers("income", "block", block), step) for income in home.uneven)
    gone = bool(home.uneven) and troubles.lost[-1][month]
    return floor(drawn * float(chances.benefit_share)) if gone else drawn


def uneven(income: Uneven, number: float, step: int) -> int:
    """One month of an uneven income."""
    if not income.history:
        return floor(income.low + number * (income.high - income.low))
    return income.history[(int(number * len(income.history)) + step) % len(income.history)]


def trouble(chance: float, lasts: float, process: str, numbers: Numbers) -> list[bool]:
    """The months of one kind of trouble in one future."""
    months = [False] * MONTHS
    clock, turn = -1, 0
    while chance > 0 and clock < MONTHS:
        begins = clock + 1 + bisect_right(lengths(chance), numbers(process, "wait", turn))
        ends = begins + 1 + bisect_right(lengths(1 / lasts), numbers(process, "stay", turn))
        months[begins:ends] = [True] * len(months[begins:ends])
        clock, turn = ends, turn + 1
    return months
