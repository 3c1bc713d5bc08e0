"""Every deal of equal instalments on one debt at once: what a month weighs, and what the lender may think it worth.

Closed form in floating point, for maps and searches; every amount that is shown comes from `offers.outcome`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assessment.case import Assumptions
from assessment.figures import Capacity
from assessment.offers import Position

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

LONGEST = 60
TERMS = np.arange(1, LONGEST + 1)
MOST_WAIVED = 60
"""The map's edge, in hundredths of what is owed."""
NEVER = -1
YUAN = 100


@dataclass(frozen=True, slots=True)
class Deals:
    """One debt's deals by term, 1 to 60 months. Fen; what is waived comes off charges first, then off principal.

    `rate` is the month's rate of the deal, `risk` the month's rate at which the lender discounts it.
    """

    principal: int
    charges: int
    rate: float
    risk: float

    @property
    def owed(self) -> int:
        return self.principal + self.charges

    def payment(self, waived: ArrayLike) -> Floats:
        """The level payment of each term (last axis) with so much waived; charges are shared evenly without interest."""
        off = np.asarray(waived, np.float64)
        charges = np.maximum(self.charges - off, 0)
        principal = self.principal - np.maximum(off - self.charges, 0)
        paid: Floats = principal * _level(self.rate) + charges / TERMS
        return paid

    def total(self, waived: ArrayLike) -> Floats:
        """All the payments of each term together."""
        total: Floats = self.payment(waived) * TERMS
        return total

    def worth(self, waived: ArrayLike) -> Floats:
        """What the payments of each term are worth to the lender today."""
        worth: Floats = self.payment(waived) / _level(self.risk)
        return worth

    def least_waived(self, limit: int) -> Whole:
        """For each term the least that must be waived, in whole yuan, for no month to exceed `limit`."""
        bound = np.maximum(limit - _rounding(self.rate), 0.0)
        exact = np.where(self.payment(0) <= bound, 0.0, self._waived_at(bound))
        least: Whole = np.minimum(np.ceil(exact / YUAN) * YUAN, self.owed).astype(np.int64)
        return least

    def most_waived(self, value: int) -> Whole:
        """For each term the most that may be waived, in whole yuan, with the deal still worth `value`; else NEVER."""
        exact = np.clip(self._waived_at(value * _level(self.risk)), 0, self.owed)
        whole = np.floor(exact / YUAN) * YUAN
        most: Whole = np.where(self.worth(0) >= value, whole, NEVER).astype(np.int64)
        return most

    def _waived_at(self, payment: Floats) -> Floats:
        """What is waived where the month weighs exactly `payment`: the inverse of `payment`."""
        level = _level(self.rate)
        of_charges = (self.payment(0) - payment) * TERMS
        of_principal = self.charges + self.principal - payment / level
        waived: Floats = np.where(of_charges <= self.charges, of_charges, of_principal)
        return waived


@dataclass(frozen=True, slots=True)
class Bounds:
    """By term, 1 to 60 months: the least waiver with which each figure carries the month, and the most with which the
    deal is worth the lender's best and its worst (NEVER where it is not, even with none). Fen.
    """

    floor: Whole
    suggested: Whole
    ceiling: Whole
    best: Whole
    worst: Whole

    @property
    def likely(self) -> tuple[Whole, Whole]:
        """Where the suggested figure carries the month and the lender does no worse than at its best: from, to."""
        return self.suggested, self.best

    @property
    def open(self) -> tuple[Whole, Whole]:
        """Where the suggested figure carries it, and it depends on how the lender rates its own way: from, to."""
        return np.maximum(self.suggested, self.best), self.worst


def bounds(many: Deals, share: Capacity, ends: tuple[int, int]) -> Bounds:
    """What the person can carry against what the lender may have without a deal."""
    worst, best = ends
    return Bounds(
        many.least_waived(share.floor),
        many.least_waived(share.suggested),
        many.least_waived(share.ceiling),
        many.most_waived(best),
        many.most_waived(worst),
    )


def deals(position: Position, rate: float) -> Deals:
    """The deals on a debt at a nominal yearly rate; the lender's own risk and cost of money come from the case."""
    return Deals(position.claim.principal, position.charges, rate / 12, risk(position.assumptions))


def risk(assumptions: Assumptions) -> float:
    """The month's rate that counts both the lender's cost of money and the chance that the deal breaks."""
    kept: float = (1 - float(assumptions.deal_breaks)) ** (1 / 12)
    return (1 + float(assumptions.lender_discount) / 12) / kept - 1


def _level(rate: float) -> Floats:
    """The level payment a month for each unit owed, by term."""
    level: Floats = 1 / TERMS if rate == 0 else rate / -np.expm1(-TERMS * np.log1p(rate))
    return level


def _rounding(rate: float) -> Floats:
    """No less than what rounding each month to the fen can add to the heaviest payment: fen, by term."""
    grown: Floats = TERMS.astype(np.float64) if rate == 0 else np.expm1(TERMS * np.log1p(rate)) / rate
    return 2 + grown


def hundredths(owed: int, share: int, fen: int) -> int:
    """What `share` hundredths of what is owed come to; `fen` itself where it is nearest to that share. Fen."""
    near = 100 * fen <= MOST_WAIVED * owed and nearest(owed, fen) == share
    return fen if near else owed * share // 100


def nearest(owed: int, fen: int) -> int:
    """A waiver in whole hundredths of what is owed, within the map."""
    return min((200 * fen + owed) // (2 * owed), MOST_WAIVED) if owed else 0
