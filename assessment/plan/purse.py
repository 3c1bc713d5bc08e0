"""What can be paid, month by month, and what has come in for one-off payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Literal

from assessment import money
from assessment.affordability import Affordability
from assessment.case import Case

Figure = Literal["floor", "suggested", "ceiling"]


@dataclass(frozen=True, slots=True)
class Purse:
    """Fen. Place 0 is today's calendar month and place k the k-th after it; the last place goes on for ever.

    `monthly` is what a month can carry. `cash` is what has come in by then for one-off payments, all told; it is
    never added to the month.
    """

    monthly: tuple[int, ...]
    cash: tuple[int, ...]

    def month(self, place: int) -> int:
        return self.monthly[min(place, len(self.monthly) - 1)]

    def cash_by(self, place: int) -> int:
        return self.cash[min(place, len(self.cash) - 1)]

    @property
    def arrivals(self) -> tuple[int, ...]:
        """The months in which more cash comes in."""
        return tuple(place for place in range(1, len(self.cash)) if self.cash[place] > self.cash[place - 1])


def purse(case: Case, found: Affordability, as_of: date, figure: Figure) -> Purse:
    """One of the three figures every month, the cash that assets can bring today, and every windfall from its month on.

    A windfall counts from the month after the one it comes in.
    """
    monthly = getattr(found.capacity, figure)
    arriving: dict[int, int] = {0: money.to_fen(found.asset_capacity.yuan)}
    for each in case.windfalls:
        if each.day is not None and each.amount:
            place = month_of(each.day, as_of) + 1 if each.day > as_of else 0
            arriving[place] = arriving.get(place, 0) + money.to_fen(each.amount)
    return Purse((monthly,), tuple(accumulate(arriving.get(place, 0) for place in range(max(arriving) + 1))))


def month_of(day: date, as_of: date) -> int:
    """How many calendar months the day lies after today's."""
    return (day.year - as_of.year) * 12 + day.month - as_of.month
