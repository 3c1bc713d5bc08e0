"""What each payment on a debt clears: costs, interest, principal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assessment import money
from assessment.problems import Unanswerable

Order = Literal["interest_first", "principal_first", "pro_rata"]
Payments = Sequence[tuple[date, Decimal]]
Rates = Decimal | Sequence[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is claimed beside the principal on the first day. Yuan."""

    costs: Decimal = Decimal(0)
    interest: Decimal = Decimal(0)


class NotInTime(Unanswerable):
    """A day or an amount with which nothing can be worked out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment and what it cleared; what is owed after it. Yuan."""

    day: date
    paid: Decimal
    to_costs: Decimal
    to_interest: Decimal
    to_principal: Decimal
    excess: Decimal
    principal: Decimal
    interest: Decimal


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is owed at the end, and every payment on the way. Yuan."""

    principal: Decimal
    interest: Decimal
    costs: Decimal
    excess: Decimal
    entries: tuple[Entry, ...]

    @property
    def owed(self) -> Decimal:
        return self.principal + self.interest + self.costs


@dataclass(slots=True)
class _Account:
    """Fen."""

    principal: int
    interest: int
    costs: int
    day: date


def apply_payments(
    principal: Decimal,
    daily_rate: Rates,
    start: date,
    payments: Payments,
    until: date,
    order: Order = "interest_first",
    already: Claimed = Claimed(),
) -> Ledger:
    """A debt from `start` to `until` under dated payments. Simple interest by the day, half up to the fen at each step.

    `daily_rate` is a fraction a day, or (from, fraction) segments; the day a payment is made bears no interest on what
    it clears. Costs come first in every order; then interest before principal unless it was agreed that principal
    comes first, or both in proportion. Payments after `until` have not happened yet. Raises NotInTime for a day before
    `start`, a negative amount, or a segment missing at the start.
    Source: 民法典 第五百六十一条.
    """
    _check(principal, start, payments, until, already)
    rates = _segments(daily_rate, start)
    account = _Account(money.to_fen(principal), money.to_fen(already.interest), money.to_fen(already.costs), start)
    happened = sorted((payment for payment in payments if payment[0] <= until), key=lambda payment: payment[0])
    entries = []
    for day, paid in happened:
        _accrue(account, rates, day)
        entries.append(_pay(account, day, money.to_fen(paid), order))
    _accrue(account, rates, until)
    excess = sum((entry.excess for entry in entries), money.to_yuan(0))
    return Ledger(
        money.to_yuan(account.principal), money.to_yuan(account.interest), money.to_yuan(account.costs), excess,
        tuple(entries),
    )  # fmt: skip


def _check(principal: Decimal, start: date, payments: Payments, until: date, already: Claimed) -> None:
    if until < start or any(day < start for day, _paid in payments):
        raise NotInTime("日期早于起算日")
    if any(amount < 0 for amount in (principal, already.costs, already.interest, *(paid for _day, paid in payments))):
        raise NotInTime("金额不能是负数")


def _segments(daily_rate: Rates, start: date) -> list[tuple[date, Fraction]]:
    if isinstance(daily_rate, Sequence):
        found = sorted((day, Fraction(rate)) for day, rate in daily_rate)
        if not found or found[0][0] > start:
            raise NotInTime("利率没有从起算日开始")
        return found
    return [(start, Fraction(daily_rate))]


def _accrue(account: _Account, rates: Sequence[tuple[date, Fraction]], until: date) -> None:
    """Interest from the account's day to `until`, each day at the rate that holds on it."""
    grown = Fraction(0)
    for place, (since, rate) in enumerate(rates):
        end = rates[place + 1][0] if place + 1 < len(rates) else until
        days = (min(end, until) - max(since, account.day)).days
        grown += account.principal * rate * max(days, 0)
    account.interest += _half_up(grown)
    account.day = until


def _pay(account: _Account, day: date, paid: int, order: Order) -> Entry:
    to_costs = min(paid, account.costs)
    left = paid - to_costs
    to_interest, to_principal = _shares(account, left, order)
    account.costs -= to_costs
    account.interest -= to_interest
    account.principal -= to_principal
    excess = left - to_interest - to_principal
    after = (account.principal, account.interest)
    return Entry(day, *map(money.to_yuan, (paid, to_costs, to_interest, to_principal, excess, *after)))


def _shares(account: _Account, paid: int, order: Order) -> tuple[int, int]:
    """What goes to interest and to principal."""
    whole = account.interest + account.principal
    if paid >= whole:
        return account.interest, account.principal
    if order == "interest_first":
        first = min(paid, account.interest)
        return first, paid - first
    if order == "principal_first":
        first = min(paid, account.principal)
        return paid - first, first
    share = _half_up(Fraction(paid * account.interest, whole))
    return share, paid - share


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
