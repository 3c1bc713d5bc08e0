"""Offers for one debt against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessment.figures import Capacity
from assessment.offers.outcome import Outcome
from assessment.text import Text, label

Fit = Literal["floor", "suggested", "ceiling", "over", "assets", "short_assets", "none"]
FIT: dict[Fit, str] = {
    "floor": label("撑得住"),
    "suggested": label("撑得住"),
    "ceiling": label("很紧"),
    "over": label("撑不住"),
    "assets": label("付得出"),
    "short_assets": label("付不出"),
    "none": label("不建议"),
}


@dataclass(frozen=True, slots=True)
class Room:
    """What is left, or short (negative), in each month against the three figures. Fen."""

    payments: tuple[int, ...]
    share: Capacity

    @property
    def floor(self) -> tuple[int, ...]:
        return self._against(self.share.floor)

    @property
    def suggested(self) -> tuple[int, ...]:
        return self._against(self.share.suggested)

    @property
    def ceiling(self) -> tuple[int, ...]:
        return self._against(self.share.ceiling)

    @property
    def months_short(self) -> int:
        """How many months exceed even the ceiling."""
        return sum(paid > self.share.ceiling for paid in self.payments)

    def _against(self, figure: int) -> tuple[int, ...]:
        return tuple(figure - paid for paid in self.payments)


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome with its place among the others.

    `fit` is the tightest of the three figures that carries every month ("over" if none does), "assets" or
    "short_assets" for one payment at once; `better` is the place in the list of an option that beats this one
    on cost, monthly payment and time alike; `reasons` say why or why not.
    """

    outcome: Outcome
    room: Room
    fit: Fit
    better: int | None
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every option for one debt, judged; `recommended` is a place in `options`, or None where none can be carried."""

    options: tuple[Judged, ...]
    share: Capacity
    recommended: int | None
    why: Text
