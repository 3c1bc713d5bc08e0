"""The offers worth working out for a debt, with terms to start from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessment import money, schedules
from assessment.case import IN_COURT, Assumptions
from assessment.figures import Capacity
from assessment.offers.position import Position
from assessment.offers.terms import Kind, Terms, Waiver

TERMS_OFFERED = (3, 6, 9, 12, 18, 24, 36, 48, 60)
WITHOUT_TERM = 12

SELF_HELP: frozenset[Kind] = frozenset({"cure_arrears", "pay_in_full"})
WITHOUT_WAIVER: frozenset[Kind] = SELF_HELP | {"instalments", "extension", "lower_payment", "longer_cycle", "stepped"}
ALL_ADVISABLE: frozenset[Kind] = WITHOUT_WAIVER | {"settlement", "partial_waiver"}


def menu(position: Position, share: Capacity) -> tuple[Terms, ...]:
    """The terms to start from, given what a month can carry for this debt."""
    return tuple(_menu(position, share))


def _menu(position: Position, share: Capacity) -> Iterator[Terms]:
    assumptions, rate = position.assumptions, position.annual_rate
    months = position.debt.instalments_left or WITHOUT_TERM
    if position.debt.court not in IN_COURT and (
        position.contract.payment or (position.arrears and not position.all_due)
    ):
        yield Terms("cure_arrears", months=months, annual_rate=rate)
    yield Terms("pay_in_full")
    yield Terms("settlement", waiver=settling(assumptions))
    yield Terms("instalments", months=_shortest_offered(position, share.suggested), annual_rate=rate)
    yield Terms("extension", months=months, grace=assumptions.grace_months, annual_rate=rate)
    yield _lower_payment(position, share)
    yield Terms("longer_cycle", months=min(months * 2, TERMS_OFFERED[-1]), annual_rate=rate)
    yield Terms("partial_waiver", months=months, annual_rate=rate, waiver=asking(assumptions))
    yield _stepped(position, share, months)
    yield Terms("do_nothing", months=assumptions.wait_months, annual_rate=rate)
    yield Terms("new_borrowing", months=WITHOUT_TERM, annual_rate=max(rate, assumptions.new_loan_rate))


def asking(assumptions: Assumptions) -> Waiver:
    """The waiver a person could open a talk with."""
    return Waiver(assumptions.ask_principal, assumptions.ask_interest, assumptions.ask_penalty, assumptions.ask_fees)


def settling(assumptions: Assumptions) -> Waiver:
    """The waiver a person could ask for when paying once."""
    return Waiver(assumptions.settle_principal, assumptions.settle_interest, Decimal(1), Decimal(1))


def _shortest_offered(position: Position, limit: int) -> int:
    for months in TERMS_OFFERED:
        if _first_payment(position, months) <= limit:
            return months
    return TERMS_OFFERED[-1]


def _first_payment(position: Position, months: int) -> int:
    """The largest month of equal instalments with today's charges shared over them. Fen."""
    level = schedules.level_payment(position.claim.principal, position.rate, months)
    return level + -(-position.charges // months)


def _lower_payment(position: Position, share: Capacity) -> Terms:
    """The suggested figure as the payment; where that never repays in five years, the least that does."""
    longest = TERMS_OFFERED[-1]
    least = schedules.level_payment(position.claim.principal, position.rate, longest)
    at_least = max(least, schedules.interest(position.claim.principal, position.rate) + 1)
    payment = max(share.suggested - -(-position.charges // longest), at_least)
    return Terms("lower_payment", annual_rate=position.annual_rate, payment=money.to_yuan(payment))


def _stepped(position: Position, share: Capacity, months: int) -> Terms:
    """Light months first, then the level payment that repays the rest over the same term."""
    assumptions = position.assumptions
    light = assumptions.light_months
    later = max(months - light, WITHOUT_TERM)
    light_payment = int(share.suggested * assumptions.light_share)
    owed = position.claim.principal
    for _ in range(light):
        owed += schedules.interest(owed, position.rate) - min(light_payment, owed)
    level = schedules.level_payment(max(owed, 0), position.rate, later)
    steps = ((light, money.to_yuan(light_payment)), (later, money.to_yuan(level)))
    return Terms("stepped", months=light + later, annual_rate=position.annual_rate, steps=steps)
