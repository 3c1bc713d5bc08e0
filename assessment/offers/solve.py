"""What would have to change for an offer to be carried; every answer is the least that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assessment import money, rates, schedules
from assessment.offers.appraise import outcome
from assessment.offers.outcome import Components, Outcome
from assessment.offers.plan import waived
from assessment.offers.position import Position
from assessment.offers.terms import Terms, Waiver

LONGEST_ASKED = 120
"""Ten years: beyond it nobody agrees, and the last instalment would carry the rounding of all before."""

_A_YUAN = 100
_WAIVED_FIRST = ("penalty", "fees", "interest", "principal")


def shortest_term(position: Position, terms: Terms, limit: int) -> int | None:
    """The fewest months in which no month exceeds `limit` fen; None where even ten years do not do."""
    level = replace(terms, payment=None, steps=())
    return _least(1, LONGEST_ASKED, lambda months: _weight(position, replace(level, months=months)) <= limit)


def least_waiver(position: Position, terms: Terms, limit: int) -> Waiver | None:
    """The smallest waiver with which no month exceeds `limit` fen: penalty first, then fees, interest, principal."""

    def carried(fen: int) -> bool:
        return _weight(position, replace(terms, waiver=waiver_of(position.claim, fen))) <= limit

    fen = _least(0, position.claim.total, carried)
    return None if fen is None else waiver_of(position.claim, fen)


def worth_asking(claim: Components, waiver: Waiver) -> bool:
    """Whether a waiver is one at all: less than a yuan is what rounding each instalment to the fen leaves."""
    return waived(claim, waiver).total >= _A_YUAN


def waiver_of(claim: Components, fen: int) -> Waiver:
    """The waiver that lets off exactly `fen`: penalty first, then fees, interest, principal."""
    shares: dict[str, Decimal] = {}
    for name in _WAIVED_FIRST:
        part = getattr(claim, name)
        off = min(fen, part)
        shares[name] = Decimal(off) / part if part else Decimal(0)
        fen -= off
    return Waiver(**shares)


def largest_payment(position: Position, terms: Terms, limit: int) -> Decimal | None:
    """The largest level payment with which no month exceeds `limit` fen, in yuan; None where it never repays."""

    def heaviest(fen: int) -> int:
        try:
            return _weight(position, replace(terms, payment=money.to_yuan(fen), steps=()))
        except schedules.NeverRepays:
            return 0

    first_too_much = _least(1, limit + 1, lambda fen: heaviest(fen) > limit)
    fen = limit if first_too_much is None else first_too_much - 1
    return money.to_yuan(fen) if fen and heaviest(fen) else None


def break_even_lump(position: Position, instalments: Outcome, cash: int) -> int:
    """The one-off sum that costs as much as the instalments, in today's fen.

    What exceeds `cash` comes from family and is paid back when the instalments would have ended, with simple
    interest at the case's `family_cost`; money is discounted at the case's `own_discount`.
    """
    assumptions = position.assumptions
    years = Decimal(len(instalments.path.payment)) / 12
    growth = 1 + assumptions.family_cost * years
    price = growth / Decimal(str(rates.effective(float(assumptions.own_discount) / 12, 12) + 1)) ** years
    beyond = instalments.value_to_borrower - cash
    return instalments.value_to_borrower if beyond <= 0 else cash + int(beyond / price)


def _weight(position: Position, terms: Terms) -> int:
    return outcome(position, terms).monthly


def _least(low: int, high: int, holds: Callable[[int], bool]) -> int | None:
    """The smallest whole number from `low` to `high` for which `holds`, which once true stays true."""
    if not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low
