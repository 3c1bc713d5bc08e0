"""What a chart shows, told as what it shows of a session: so it is drawn on its page, and anew from any other.

Here stand those that several charts or a page ask for; the others stand beside their chart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assessment import Assessment, DebtAssessment
from assessment.affordability import Affordability

if TYPE_CHECKING:
    from ui.session import Session

Subject = Callable[["Session"], Any]
"""What a chart shows of a session; None where there is nothing of it, or nothing any more."""


def affordability(of: Session) -> Affordability | None:
    """What a month can carry."""
    return of.assessment.affordability if of.case.incomes else None


def all_debts(of: Session) -> Assessment | None:
    """All debts side by side."""
    return of.assessment if len(of.case.debts) > 1 else None


def one_debt(of: Session, place: int) -> DebtAssessment | None:
    """One debt with its options."""
    return of.debt(place) if place < len(of.case.debts) else None
