"""The room there is to negotiate one debt, whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessment._assess import Assessment, DebtAssessment
from assessment.case import Case
from assessment.negotiation import points
from assessment.negotiation import verdict as verdicts
from assessment.negotiation.deals import Bounds, Deals, bounds, deals
from assessment.negotiation.lawsuit import Lawsuit, lawsuit
from assessment.negotiation.points import Deal, Pin
from assessment.negotiation.verdict import Verdict
from assessment.rules import Rules
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Room:
    """One debt's room. `gap` is what the most that can be carried falls short of the lender's estimate. Fen.

    `pins` is empty where nothing should be offered or nothing can be carried, `lighter` the opening's waiver at a term
    that the floor carries; `helps` are what may close the gap.
    """

    found: DebtAssessment
    annual_rate: Decimal
    deals: Deals
    bounds: Bounds
    lawsuit: Lawsuit
    verdict: Verdict
    headline: Text
    pins: tuple[Pin, ...]
    lighter: Deal | None
    gap: int
    helps: tuple[Text, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """What the lender may have without a deal, at worst and at best. Fen."""
        return self.lawsuit.ends


def room(found: DebtAssessment, case: Case, whole: Assessment, annual_rate: Decimal, law: Rules) -> Room:
    """The room for one debt, at a yearly rate for what is still to run."""
    suit, many = lawsuit(found, case, whole, law), deals(found.position, float(annual_rate))
    blocked = verdicts.blocked(found, case, law)
    pins = () if blocked else points.pins(found, many, suit.ends, annual_rate, law)
    reached, gap = blocked or verdicts.verdict(found, pins, suit.ends), verdicts.gap(pins, suit.ends)
    return Room(
        found, annual_rate, many, bounds(many, found.comparison.share, suit.ends), suit, reached,
        headline=verdicts.headline(found, reached, pins, gap, negative=whole.affordability.negative),
        pins=pins,
        lighter=points.lighter(found, pins[0].deal, many, annual_rate, law) if pins else None,
        gap=gap,
        helps=tuple(verdicts.helps(found, suit)) if reached in {"perhaps", "short"} else (),
    )  # fmt: skip
