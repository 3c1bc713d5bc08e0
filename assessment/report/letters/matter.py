"""One debt as a letter may tell of it: its own lines of the log, what they stand against, and whose names stay out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessment import contract, stages
from assessment.case import Case, Debt, Event, EventKind
from assessment.deal.agreed import in_force
from assessment.deal.tracking import Tracked, track
from assessment.law.conduct import Finding, judge
from assessment.law.limitation import clock
from assessment.law.overcharge import Piece, cap_test
from assessment.report import lenders
from assessment.report.paper import BLANK
from assessment.rules import Rules

_LEFT_OUT = "〔另一家〕"
_COURT: frozenset[EventKind] = frozenset({"mediation", "payment_order", "sued", "judgment", "enforcement"})


@dataclass(frozen=True, slots=True)
class Matter:
    """A debt with the lines that name it and the rules of a day.

    `strays` are lines that name no debt of the case; `cleared` is the agreement by which all was paid, if there is one.
    """

    debt: Debt
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    excess: Piece | None
    barred: bool
    others: tuple[str, ...]
    strays: int
    cleared: Tracked | None
    as_of: date
    law: Rules

    @property
    def name(self) -> str:
        return self.debt.name.strip() or BLANK

    @property
    def private(self) -> bool:
        return self.debt.lender == "private"

    def quoted(self, text: str) -> str:
        """What was written down, without the names and products of other lenders."""
        return lenders.hidden(text, dict.fromkeys(self.others, _LEFT_OUT))

    def of_kind(self, *kinds: EventKind) -> tuple[int, ...]:
        """The places of the lines of these kinds."""
        return tuple(place for place, event in enumerate(self.events) if event.kind in kinds)

    def latest(self, kind: EventKind) -> date | None:
        """The last day on which such a thing was logged."""
        return max((event.day for event in self.events if event.kind == kind and event.day), default=None)

    def against(self, names: Iterable[str]) -> tuple[Finding, ...]:
        """The findings that rest on any of these rules."""
        wanted = set(names)
        return tuple(found for found in self.findings if wanted & set(found.rules))

    def run_out(self, received: date) -> bool:
        """Whether limitation may have run out before a court's paper was received."""
        before = [event for event in self.events if event.kind not in _COURT]
        found = clock(self.debt.model_copy(update={"court": "none"}), before, self.as_of, self.law)
        return found.verdict == "may_have_passed" and found.expires is not None and found.expires < received


def matter(case: Case, place: int, as_of: date, law: Rules) -> Matter:
    """One debt of the case. A line belongs to it where it names it and is not dated after `as_of`."""
    debt = case.debts[place]
    names = {each.name.strip() for each in case.debts}
    events = tuple(
        event
        for event in case.events
        if debt.name.strip() and event.name.strip() == debt.name.strip() and (event.day is None or event.day <= as_of)
    )
    own = case.model_copy(update={"debts": (debt,), "events": events})
    findings = tuple(found for found in judge(own, law) if found.standing != "missing")
    others = tuple(name for name in lenders.known(case.debts) if name not in debt.name and name not in debt.product)
    strays = sum(event.name.strip() not in names or not event.name.strip() for event in case.events)
    barred = stages.may_be_barred(debt, events, as_of, law)
    cleared = _cleared(case, debt, events, as_of)
    return Matter(debt, events, findings, _excess(own, as_of, law), barred, others, strays, cleared, as_of, law)


def _cleared(case: Case, debt: Debt, events: tuple[Event, ...], as_of: date) -> Tracked | None:
    held = in_force(case.agreements, debt.name)
    found = track(held[1], events, as_of) if held else None
    return found if found and found.finished else None


def _excess(own: Case, as_of: date, law: Rules) -> Piece | None:
    """What is asked today above the line, on the reading best for the borrower; None where nothing is."""
    debt = own.debts[0]
    found = cap_test(debt, as_of, contract.penalty_multiple(debt, own.assumptions), law)
    return next((piece for piece in found.pieces if not piece.paid and piece.most), None) if found else None
