"""One loan's rows in plain integers. Every amount is in fen, every rate an exact ratio per month."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP
from typing import NamedTuple

from assessment.problems import Unanswerable
from assessment.rates import Ratio


class NeverRepays(Unanswerable):
    """A level payment that does not exceed the month's interest."""


class Columns(NamedTuple):
    """A schedule by column, one entry an instalment. Fen; `payment = interest + principal + fee`."""

    payment: tuple[int, ...]
    interest: tuple[int, ...]
    principal: tuple[int, ...]
    fee: tuple[int, ...]
    balance: tuple[int, ...]


NOTHING = Columns((), (), (), (), ())


def interest(balance: int, rate: Ratio) -> int:
    """A month's interest, rounded half up to the fen."""
    return (2 * balance * rate.num + rate.den) // (2 * rate.den)


def accrue(principal: int, daily: Ratio, days: int) -> int:
    """Simple interest over `days`, rounded half up once. For interest and penalty interest on what is overdue."""
    return interest(principal * days, daily)


def level_payment(principal: int, rate: Ratio, months: int, rounding: str = ROUND_HALF_UP) -> int:
    """The equal payment that repays `principal` in `months`, rounded once from its exact value.

    P·i·(1+i)^n / ((1+i)^n − 1), in whole numbers throughout; P/n where the rate is nought.
    """
    if rate.num == 0:
        return _rounded(principal, months, rounding)
    grown, whole = (rate.den + rate.num) ** months, rate.den**months
    return _rounded(principal * rate.num * grown, rate.den * (grown - whole), rounding)


def equal_payment(principal: int, rate: Ratio, months: int, payment: int | None = None) -> Columns:
    """等额本息: the same payment each month, the last settling the remainder.

    A `payment` too large for the term ends it early; one too small leaves the rest to the last month.
    """
    level = level_payment(principal, rate, months) if payment is None else payment
    return _settled(principal, rate, (level,) * (months - 1))


def equal_principal(principal: int, rate: Ratio, months: int) -> Columns:
    """等额本金: the same principal each month, rounded half up, the last settling the remainder.

    Rounding up may repay a loan of a few yuan before its term; its rows end there.
    """
    part = _rounded(principal, months, ROUND_HALF_UP)
    paid, interests, balances = [], [], []
    num, twice = 2 * rate.num, 2 * rate.den
    left = principal
    for _ in range(months - 1):
        if part >= left:
            break
        interests.append((left * num + rate.den) // twice)
        paid.append(part)
        left -= part
        balances.append(left)
    interests.append((left * num + rate.den) // twice)
    return _columns(interests, [*paid, left], [*balances, 0])


def interest_only(principal: int, rate: Ratio, months: int) -> Columns:
    """先息后本: a month's interest each month, the principal with the last."""
    each = interest(principal, rate)
    return _columns([each] * months, [0] * (months - 1) + [principal], [principal] * (months - 1) + [0])


def bullet(principal: int, rate: Ratio, months: int) -> Columns:
    """到期一次还本付息: nothing until the end, then principal and simple interest, rounded once."""
    waiting = [0] * (months - 1)
    whole = interest(principal * months, rate)
    return _columns([*waiting, whole], [*waiting, principal], [principal] * (months - 1) + [0])


def fixed_payment(principal: int, rate: Ratio, payment: int, limit: int) -> Columns:
    """The same chosen payment until nothing is left, the last month settling.

    Raises NeverRepays where the payment does not exceed the first month's interest, or `limit` months do not do.
    """
    if principal and payment <= interest(principal, rate):
        raise NeverRepays("每月还款不够付利息")
    rows = _settled(principal, rate, (payment,) * (limit - 1))
    if rows.payment[-1] > payment:
        raise NeverRepays("这样的每月还款，在期限内还不清")
    return rows


def stepped(principal: int, rate: Ratio, payments: Sequence[int]) -> Columns:
    """A given payment for each month, the last settling whatever is left.

    Where a payment falls short of the interest, the shortfall joins the balance: principal is then negative.
    """
    return _settled(principal, rate, payments[:-1])


def with_fee(rows: Columns, fee: int) -> Columns:
    """The same rows with a fee in each instalment."""
    return rows._replace(payment=tuple(paid + fee for paid in rows.payment), fee=(fee,) * len(rows.payment))


def _settled(principal: int, rate: Ratio, payments: Sequence[int]) -> Columns:
    """Rows for given payments and one more that settles; shorter where the debt is repaid before."""
    interests, principals, balances = [], [], []
    num, den, twice = 2 * rate.num, rate.den, 2 * rate.den
    left = principal
    for payment in payments:
        due = (left * num + den) // twice
        if payment >= left + due:
            break
        interests.append(due)
        principals.append(payment - due)
        left += due - payment
        balances.append(left)
    interests.append((left * num + den) // twice)
    return _columns(interests, [*principals, left], [*balances, 0])


def _columns(interests: list[int], principals: list[int], balances: list[int]) -> Columns:
    payments = tuple([a + b for a, b in zip(interests, principals, strict=True)])
    return Columns(payments, tuple(interests), tuple(principals), (0,) * len(payments), tuple(balances))


def _rounded(num: int, den: int, rounding: str) -> int:
    """num / den, at least nought, as a whole number rounded as `decimal` names it."""
    whole, rest = divmod(num, den)
    return whole + _up(rounding, whole, rest, den)


def _up(rounding: str, whole: int, rest: int, den: int) -> bool:
    match rounding:
        case "ROUND_HALF_UP":
            return 2 * rest >= den
        case "ROUND_HALF_EVEN":
            return 2 * rest > den or (2 * rest == den and whole % 2 == 1)
        case "ROUND_UP" | "ROUND_CEILING":
            return rest > 0
        case "ROUND_DOWN" | "ROUND_FLOOR":
            return False
        case _:
            raise ValueError(f"rounding {rounding} is not one of half up, half even, up, down")
