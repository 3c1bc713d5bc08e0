"""Three places on the map of deals: where to open, what to aim for, where to stop."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from assessment.negotiation.deals import MOST_WAIVED, TERMS, YUAN, Deals
from assessment.text import label

Name = Literal["opening", "target", "walk_away"]
NAMES: tuple[Name, ...] = ("opening", "target", "walk_away")
TITLE: dict[Name, str] = {"opening": label("开口"), "target": label("目标"), "walk_away": label("底线")}
MEANING: dict[Name, str] = {
    "opening": label("先这样提，留出让步的余地。"),
    "target": label("谈到这里可以接受，先要书面协议。"),
    "walk_away": label("最多让到这里，再重就不要答应。"),
}


class Spot(NamedTuple):
    """A place on the map: the term in months, and what is waived in fen."""

    months: int
    waived: int


class Spots(NamedTuple):
    """The three places. What is waived never rises from one to the next, and no month exceeds the suggested figure."""

    opening: Spot
    target: Spot
    walk_away: Spot


def spots(deals: Deals, limit: int, ends: tuple[int, int], asked: int) -> Spots | None:
    """Where to open, aim and stop, no month above `limit`; None where even the map's edge is too heavy. Fen.

    `ends` is what the lender may have without a deal, at worst and at best, and `asked` the most to ask for. The stop
    is the most that can be given: the least waiver, at the term worth most to the lender. The opening is the cheapest
    deal worth the lender's worst; the aim asks half as much more than the stop, and is the cheapest worth the
    lender's best. Where there is none, or it would ask less than a hundredth more, the stop stands for it.
    """
    last = _walk_away(deals, limit)
    if last is None:
        return None
    low, high = ends
    dearest = float(deals.total(last.waived)[last.months - 1])
    fits = _Limits(limit, last.waived, dearest)
    opening = _cheapest(deals, fits, low, max(asked, last.waived)) or last
    half = (opening.waived + last.waived) // 2 // YUAN * YUAN
    target = _cheapest(deals, fits, high, max(half, last.waived)) or last
    worth_asking = 100 * (target.waived - last.waived) >= deals.owed
    return Spots(opening, target if worth_asking else last, last)


def lightest(deals: Deals, limit: int, waived: int) -> Spot | None:
    """The shortest term with that waiver in which no month exceeds `limit`; None where none does."""
    fits = TERMS[deals.least_waived(limit) <= waived]
    return Spot(int(fits[0]), waived) if limit > 0 and fits.size else None


class _Limits(NamedTuple):
    """What every place must keep to: the month's figure, the least waiver, and the dearest total. Fen."""

    month: int
    waived: int
    total: float


def _walk_away(deals: Deals, limit: int) -> Spot | None:
    needed = deals.least_waived(limit)
    waived = int(needed.min())
    if limit <= 0 or 100 * waived > MOST_WAIVED * deals.owed:
        return None
    worth = np.where(needed <= waived, deals.worth(waived), -np.inf)
    return Spot(int(TERMS[worth.argmax()]), waived)


def _cheapest(deals: Deals, limits: _Limits, value: int, most: int) -> Spot | None:
    """Of the deals within the limits that waive no more than `most` and are worth `value`, the one with least to pay."""
    waived = np.minimum(deals.most_waived(value), most)
    total = deals.total(waived)
    fits = (waived >= limits.waived) & (waived >= deals.least_waived(limits.month)) & (total <= limits.total)
    if not fits.any():
        return None
    place = int(np.where(fits, total, np.inf).argmin())
    return Spot(int(TERMS[place]), int(waived[place]))
