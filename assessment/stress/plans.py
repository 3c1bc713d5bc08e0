"""Plans as the futures meet them: what is paid today, and month by month over five years. Fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assessment._assess import DebtAssessment
from assessment.offers import NEVER_ADVISED, Outcome
from assessment.stress.spells import MONTHS

Payments = NDArray[np.int64]
"""A row a plan; place 0 is paid today, place k in the k-th month from now."""
BEYOND = 10**13
"""A hundred thousand million yuan: nobody pays more, and sums of it still fit whole numbers of 64 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Menu:
    """The options of one debt as they are tried: their places in its comparison, and the whole household's payments.

    Every row holds the debt under that option with the other debts on theirs.
    """

    debt: int
    places: tuple[int, ...]
    payments: Payments


def usual(found: Sequence[DebtAssessment]) -> tuple[int | None, ...]:
    """The recommended option of each debt; None where nothing is recommended, and then nothing is paid."""
    return tuple(each.comparison.recommended for each in found)


def together(found: Sequence[DebtAssessment], chosen: Sequence[int | None]) -> Payments:
    """The payments of all debts together, each on its chosen option. One row."""
    total = np.zeros(MONTHS + 1, np.int64)
    for debt, place in zip(found, chosen, strict=True):
        total += _chosen(debt, place)
    return total[None]


def menus(found: Sequence[DebtAssessment], chosen: Sequence[int | None]) -> tuple[Menu, ...]:
    """For each debt its options, the other debts staying on the chosen ones; what is never advised is left out."""
    rest = together(found, chosen)[0]
    return tuple(_menu(debt, rest - _chosen(debt, place)) for debt, place in zip(found, chosen, strict=True))


def _menu(debt: DebtAssessment, others: Payments) -> Menu:
    options = debt.comparison.options
    places = tuple(place for place, each in enumerate(options) if each.outcome.terms.kind not in NEVER_ADVISED)
    own = [flows(options[place].outcome, debt.position.as_of) for place in places]
    return Menu(debt.index, places, np.array(own, np.int64).reshape(len(places), MONTHS + 1) + others)


def _chosen(debt: DebtAssessment, place: int | None) -> Payments:
    if place is None:
        return np.zeros(MONTHS + 1, np.int64)
    return flows(debt.comparison.options[place].outcome, debt.position.as_of)


def flows(outcome: Outcome, as_of: date) -> Payments:
    """One option's payments: today's, then by month; what comes after five years is not looked at."""
    paid = [min(each, BEYOND) for each in by_month(outcome, as_of)[: MONTHS + 1]]
    return np.array((*paid, *(0,) * (MONTHS + 1 - len(paid))), np.int64)


def by_month(outcome: Outcome, as_of: date) -> tuple[int, ...]:
    """An option's payments with today's in the first place."""
    path = outcome.path
    return path.payment if path.dates[:1] == (as_of,) else (0, *path.payment)
