"""The agreement check: every point found, missing or unclear; clauses to look at; figures that differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assessment.case import Debt
from assessment.deal.agreement import clauses, differences
from assessment.deal.agreement.causes import Finding, findings
from assessment.deal.agreement.clauses import Danger, Line, Paper, Point, Status
from assessment.deal.agreement.differences import Difference, Wrong
from assessment.deal.agreement.figures import Figures, figures
from assessment.deal.flows import Flows
from assessment.law.rate_caps import cap, over
from assessment.offers import Position
from assessment.rules import Rules
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Stands:
    """How one point stands, and the line it rests on."""

    point: Point
    status: Status
    line: Line | None


@dataclass(frozen=True, slots=True)
class Met:
    """A clause to look at, at its line."""

    danger: Danger
    line: Line


@dataclass(frozen=True)
class Checked:
    """What the check of one agreement found. A point that is found is only said; nobody looked at the seal."""

    points: tuple[Stands, ...]
    dangers: tuple[Met, ...]
    figures: Figures
    sums: tuple[Wrong, ...]
    differences: tuple[Difference, ...]
    claims: tuple[Difference, ...]
    above: Text | None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything amiss in the figures, one finding a cause."""
        return findings(self.figures, (*self.sums, *self.differences, *self.claims))

    @property
    def to_mend(self) -> int:
        """How many figures are to be mended."""
        return sum(found.counts for found in self.findings) + bool(self.above)

    def of(self, status: Status) -> tuple[Stands, ...]:
        return tuple(each for each in self.points if each.status == status)

    @property
    def faults(self) -> int:
        """How many things are to be mended before signing."""
        wanting = len(self.points) - len(self.of("found"))
        grave = sum(met.danger.level == "danger" for met in self.dangers)
        return wanting + grave + self.to_mend


def check(text: str, position: Position, law: Rules, offer: Flows | None = None) -> Checked:
    """An agreement's text against what it should say, its own sums, the debt, and the offer made on the phone.

    Raises passages.TooLong where the text is longer than is read at once.
    """
    paper = Paper(text)
    found = figures(paper.plain)
    asked = tuple(
        _point(paper, point, found) for point in clauses.points() if _asked(paper, point, position, found, offer)
    )
    return Checked(
        asked,
        tuple(_dangers(paper, position.debt)),
        found,
        differences.sums(found, position.as_of),
        () if offer is None else differences.against_offer(found, offer, position),
        differences.against_case(found, position),
        _above(position.debt, law, found),
    )


def _asked(paper: Paper, point: Point, position: Position, found: Figures, offer: Flows | None) -> bool:
    """Whether a point matters to this debt and this agreement."""
    private = position.debt.lender == "private"
    if point.whose and (point.whose == "private") != private:
        return False
    match point.when:
        case "court":
            return position.debt.court != "none" or clauses.said(paper, point)[1] is not None
        case "waiver":
            return bool(offer and offer.waived.total) or clauses.said(paper, point)[1] is not None or _waives(found)
        case "instalments":
            return not found.once
    return True


def _waives(found: Figures) -> bool:
    return bool(found.waived or found.waived_in_all)


def _point(paper: Paper, point: Point, found: Figures) -> Stands:
    if point.money and _settled(point.money, found):
        return Stands(point, "found", paper.first(point.unclear))
    return Stands(point, *clauses.said(paper, point))


def _settled(name: str, found: Figures) -> bool:
    """Whether the figures themselves say it."""
    match name:
        case "total":
            return found.payable is not None
        case "dates":
            return found.dated
    return bool(found.waived)


def _dangers(paper: Paper, debt: Debt) -> list[Met]:
    """Every clause to look at, in the order of the text."""
    asked = [each for each in clauses.dangers() if each.whose != "institution" or debt.lender != "private"]
    found = [Met(danger, line) for danger in asked for line in clauses.met(paper, danger)]
    return sorted(found, key=lambda met: (met.danger.level != "danger", met.line.start))


def _above(debt: Debt, law: Rules, found: Figures) -> Text | None:
    """The agreement's own rate against its line."""
    line = cap(debt, law)
    if line is None or found.annual_rate is None:
        return None
    return over(line, found.annual_rate)
