"""What a plan can be best at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessment.plan.program import Goal
from assessment.plan.score import Measure, Score
from assessment.text import label

Aim = Literal["cost", "date", "record", "peak"]

AIMS: dict[Aim, str] = {
    "cost": label("花得最少"),
    "date": label("最早还清"),
    "record": label("逾期最早结束"),
    "peak": label("每月最轻"),
}
MEASURE: dict[Aim, Measure] = {"cost": "cost", "date": "ends", "record": "clean", "peak": "peak"}


@dataclass(frozen=True, slots=True)
class Span:
    """The best and the worst of each measure among the four plans that are each best at one."""

    best: Score
    worst: Score


@dataclass(frozen=True, slots=True)
class Mix:
    """Several aims at once: each counts from its own best (0) to its own worst (1), times its weight."""

    weights: tuple[tuple[Aim, int], ...]
    span: Span

    def factors(self) -> dict[Goal, float]:
        """What one unit of each measure counts; a million is the whole span of an aim that has all the weight."""
        whole = sum(weight for _aim, weight in self.weights)
        return {
            MEASURE[aim]: 1_000_000 * weight / whole / self._width(MEASURE[aim])
            for aim, weight in self.weights
            if weight and self._width(MEASURE[aim])
        }

    def _width(self, measure: Measure) -> int:
        width: int = getattr(self.span.worst, measure) - getattr(self.span.best, measure)
        return width
