"""What many level loans come to, without their rows: the same fen as the reference engine, at a part of the cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessment.schedules.vector import MONTHLY_PPM, Fen, Loans

_HALF = MONTHLY_PPM // 2
_AT_ONCE = 4_096


class Ends(NamedTuple):
    """How many months each loan is paid, what is paid in all, and in the last of them. Fen.

    `settled_early` where the payment alone repaid it before its term.
    """

    months: Fen
    total: Fen
    last: Fen
    settled_early: NDArray[np.bool_]


def ends(many: Loans, payment: Fen) -> Ends:
    """Loans paid `payment` a month, the last month settling; shorter where that repays them before.

    Amounts as in `vector.equal_payment`; whoever calls sees to it that they fit.
    """
    interest, left = np.empty_like(many.principal), np.empty_like(many.principal)
    for block, living in _longest_first(many.months):
        interest[block], left[block] = _run(Loans(*(column[block] for column in many)), payment[block], living)
    total = many.principal + interest
    early = left == 0
    spent = np.where(early, -(-total // np.maximum(payment, 1)), many.months)
    months = np.maximum(spent, 1)
    return Ends(months, total, total - payment * (months - 1), early)


def _longest_first(months: Fen) -> Iterator[tuple[NDArray[np.intp], list[int]]]:
    """Loans a few thousand at a time, the longest first, and how many of them are alive in each month."""
    order = np.argsort(-months, kind="stable")
    for start in range(0, order.size, _AT_ONCE):
        block = order[start : start + _AT_ONCE]
        term = months[block]
        yield block, np.searchsorted(-term, -np.arange(1, int(term[0]) + 1), side="right").tolist()


def _run(loans: Loans, payment: Fen, living: list[int]) -> tuple[Fen, Fen]:
    """All the interest of loans whose longest stand first, and what was left of each before its last month."""
    left, interest, at_end = loans.principal.copy(), np.zeros_like(loans.principal), np.empty_like(loans.principal)
    for count, further in zip(living, [*living[1:], 0], strict=True):
        at_end[further:count] = left[further:count]
        interest[:count] += _step(left[:count], loans.ppm[:count], payment[:count])
    return interest, at_end


def _step(left: Fen, ppm: Fen, payment: Fen) -> Fen:
    """A month's interest; what is left once it has been added and the payment made, never below nought."""
    due = left * ppm
    due += _HALF
    due //= MONTHLY_PPM
    left += due
    left -= payment
    np.maximum(left, 0, out=left)
    return due
