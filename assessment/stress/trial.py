"""A household put on trial: its futures drawn, its debts on their chosen options, its money at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assessment._assess import DebtAssessment
from assessment.stress import plans
from assessment.stress.endurance import HELD, Broken, break_months, curve
from assessment.stress.futures import Runs, untroubled
from assessment.stress.plans import Payments
from assessment.stress.points import Floats
from assessment.stress.shares import Odds, kept_up, ranks
from assessment.stress.start import Home


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What is tried. `chosen` is each debt's option, or None where nothing is paid; `cushion` is fen at hand."""

    home: Home
    runs: Runs
    debts: tuple[DebtAssessment, ...]
    chosen: tuple[int | None, ...]
    cushion: int

    @property
    def together(self) -> Payments:
        """The payments of all debts on their chosen options, one row."""
        return plans.together(self.debts, self.chosen)


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What became of some plans, a row or an entry each.

    `broken` is the month each breaks in each future, `odds` how many see it through, `curve` the share that still
    stands after today and after each month; `ranks` are their places from the steadiest, those that cannot be told
    apart together; `untroubled` is the month each breaks if nothing ever happens.
    """

    payments: Payments
    broken: Broken
    odds: tuple[Odds, ...]
    curve: Floats
    ranks: tuple[tuple[int, ...], ...]
    untroubled: tuple[int, ...]


def judge(trial: Trial, payments: Payments) -> Verdict:
    """Every plan in every future."""
    left = trial.home.left
    broken = break_months(trial.runs.saved, payments, trial.cushion, left)
    quiet = break_months(untroubled(trial.home), payments, trial.cushion, left)[:, 0]
    return Verdict(
        payments, broken, kept_up(broken), curve(broken), ranks(broken), tuple(int(month) for month in quiet)
    )


@dataclass(frozen=True, slots=True)
class Swap:
    """One debt on another option, the others staying as they are, and how many see it through then."""

    debt: int
    place: int
    odds: Odds


def swaps(trial: Trial, now: Verdict) -> tuple[Swap, ...]:
    """For each debt the option that lets most hold, if more than now in every scrambling; the best first.

    `now` is the verdict on all debts together.
    """
    found = [swap for menu in plans.menus(trial.debts, trial.chosen) for swap in _best_swap(trial, now, menu)]
    return tuple(sorted(found, key=lambda swap: -swap.odds.share))


def _best_swap(trial: Trial, now: Verdict, menu: plans.Menu) -> Iterator[Swap]:
    verdict = judge(trial, menu.payments)
    rows = [
        row for row in range(len(menu.places)) if verdict.untroubled[row] == HELD and _holds_more(verdict, row, now)
    ]
    if rows:
        row = max(rows, key=lambda row: verdict.odds[row].share)
        yield Swap(menu.debt, menu.places[row], verdict.odds[row])


def _holds_more(verdict: Verdict, row: int, now: Verdict) -> bool:
    return ranks(np.stack([verdict.broken[row], now.broken[0]]))[0] == (0,)
