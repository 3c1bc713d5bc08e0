"""The offers a chart is asked to show."""

from __future__ import annotations

from dataclasses import dataclass

from assessment import DebtAssessment
from assessment.offers import Judged, Kind
from ui.text import _


@dataclass(frozen=True, slots=True)
class Shown:
    """One debt and the places of the options to draw."""

    found: DebtAssessment
    places: tuple[int, ...]

    @property
    def options(self) -> tuple[Judged, ...]:
        return tuple(self.found.comparison.options[place] for place in self.places)

    def is_recommended(self, option: Judged) -> bool:
        best = self.found.comparison.recommended
        return best is not None and self.found.comparison.options[best] is option


def kind(option: Judged) -> Kind:
    return option.outcome.terms.kind


def title(option: Judged) -> str:
    return _(option.outcome.title)
