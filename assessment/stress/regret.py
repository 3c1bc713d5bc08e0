"""What an option costs in every future, kept or broken, and how much more than the best option there. Fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from assessment import schedules
from assessment._assess import DebtAssessment
from assessment.case import Assumptions
from assessment.offers import Outcome, Position
from assessment.rates import Ratio
from assessment.stress.endurance import HELD, Broken
from assessment.stress.plans import BEYOND, by_month
from assessment.stress.shares import Odds, odds

Costs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Regret:
    """One option against the best of all in each future.

    `place` is its place in the comparison; `kept` is what is paid if it holds and `broken` the most it costs if it
    breaks; `worst` and `mean` are how much more than the best option it costs; `best` is the share of futures in
    which no option costs less.
    """

    place: int
    kept: int
    broken: int
    worst: int
    mean: int
    best: Odds


def regrets(
    found: Sequence[DebtAssessment], chosen: Sequence[int | None], debt: int, places: Sequence[int], broken: Broken
) -> tuple[Regret, ...]:
    """The options of one debt at `places`, in their order; `broken` holds a row for each.

    When a plan breaks, so do the other debts' plans, and what that costs is counted too.
    """
    own = np.array([costs(found[debt], place) for place in places])
    others = sum(
        (
            costs(each, place)
            for each, place in zip(found, chosen, strict=True)
            if each.index != debt and place is not None
        ),
        np.zeros(HELD + 1, np.int64),
    )
    lost = np.take_along_axis(own + others, broken.astype(np.int64), axis=1)
    more = lost - lost.min(axis=0)
    return tuple(
        Regret(place, int(mine[HELD]), int(mine[:HELD].max()), int(extra.max()), round(float(extra.mean())), odds(extra == 0))
        for place, mine, extra in zip(places, own, more, strict=True)
    )  # fmt: skip


def costs(debt: DebtAssessment, place: int) -> Costs:
    """What one option costs in all if it breaks today, in month 1, 2, …, or (last place) never.

    Broken: what was paid, all that is still owed, what had been let off and is owed again, and penalty interest on
    both until the lender may sue, by the case's assumptions.
    """
    position, outcome = debt.position, debt.comparison.options[place].outcome
    paid = (0, *accumulate(by_month(outcome, debt.position.as_of)))
    owed = _owed(outcome, debt)
    total = paid[-1]
    broken = [
        paid[month] + _broken(position, owed[month] + outcome.waived.total) if month < len(owed) else total
        for month in range(HELD)
    ]
    return np.array([min(each, BEYOND) for each in (*broken, total)], np.int64)


def _owed(outcome: Outcome, debt: DebtAssessment) -> tuple[int, ...]:
    """What is still to be paid before today's payment, before that of month 1, and so on, while anything is."""
    start = outcome.owed.total - outcome.waived.total
    at_once = outcome.path.dates[:1] == (debt.position.as_of,)
    balances = (start, *outcome.path.balance) if at_once else (start, start, *outcome.path.balance)
    return balances[:-1]


def _broken(position: Position, owed: int) -> int:
    """What is owed, with penalty interest until the lender may sue."""
    months = months_of_penalty(position.assumptions)
    top, bottom = position.penalty_multiple.as_integer_ratio()
    penal = Ratio(position.rate.num * top * months, position.rate.den * bottom)
    return owed + schedules.interest(owed, penal)


def months_of_penalty(assumptions: Assumptions) -> int:
    """For how many months penalty interest runs once a plan is broken: midway between an early and a late suit."""
    return (assumptions.suit_after_low + assumptions.suit_after_high) // 2
