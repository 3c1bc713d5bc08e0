"""A debt's room and the place looked at on its map, worked out from the case and what was chosen on the page."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from assessment import DebtAssessment
from assessment.negotiation import Room, Spot, hundredths, nearest, room, to_come
from ui import redrawn

if TYPE_CHECKING:
    from ui.session import Session


def of(here: Session, found: DebtAssessment) -> Room:
    """The debt's room, with what is agreed on interest to come as it was chosen."""
    return room(found, here.case, here.assessment, rate(here, found), here.law)


def with_pins(here: Session, place: int) -> Room | None:
    """The room of the debt at that place; None where there is none, or nowhere to stand in it."""
    found = redrawn.one_debt(here, place) if here.case.incomes else None
    if found is None:
        return None
    its = of(here, found)
    return its if its.pins else None


def rate(here: Session, found: DebtAssessment) -> Decimal:
    """The yearly rate to come: the dearest until another is chosen."""
    rates = to_come(found, here.law)
    agreed = here.desk.interest.get(found.index)
    return rates[agreed] if agreed in rates else next(iter(rates.values()))


def spot(here: Session, found: Room) -> Spot:
    """The place looked at, in whole hundredths of what is owed: at first the aim."""
    owed = found.deals.owed
    last = here.aimed.get(found.found.index) or (found.pins[1].deal.spot if found.pins else Spot(12, 0))
    return Spot(last.months, hundredths(owed, nearest(owed, last.waived), last.waived))
