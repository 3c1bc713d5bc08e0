"""Terms turned into dated payments, exact to the fen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple

from assessment import money, schedules
from assessment.offers.outcome import Components, Path
from assessment.offers.position import Position
from assessment.offers.terms import Terms, Waiver
from assessment.rates import Ratio, monthly
from assessment.schedules import Columns

LONGEST = 600
_NOTHING = Waiver()


def waived(claim: Components, waiver: Waiver) -> Components:
    """What is let off. Fen, each component rounded half up."""
    if waiver == _NOTHING:
        return Components()
    shares = (waiver.principal, waiver.interest, waiver.penalty, waiver.fees)
    return Components(*(_share(part, share) for part, share in zip(claim, shares, strict=True)))


def _share(fen: int, share: Decimal) -> int:
    if not fen or not share:
        return 0
    return int((fen * share).to_integral_value(ROUND_HALF_UP))


def at_once(position: Position, terms: Terms) -> Path:
    """One payment today of all that is not waived."""
    left = _left(position.claim, waived(position.claim, terms.waiver))
    charges = left.total - left.principal
    return Path((position.as_of,), (left.total,), (left.principal,), (0,), (charges,), (0,), (0,))


def cured(position: Position, terms: Terms) -> Path:
    """The arrears today, then the contract as it stands; only the contract where nothing is overdue."""
    rows = position.contract
    due = position.due_days(len(rows.payment))
    if not position.arrears:
        return Path(due, rows.payment, rows.principal, rows.interest, _none(rows), rows.fee, rows.balance)
    rest = position.claim.principal - position.overdue_principal
    return Path(
        (position.as_of, *due),
        (position.arrears, *rows.payment),
        (position.overdue_principal, *rows.principal),
        (0, *rows.interest),
        (position.charges, *_none(rows)),
        (0, *rows.fee),
        (rest, *rows.balance),
    )


def unpaid(position: Position, terms: Terms) -> Path:
    """Nothing paid for `terms.months`: interest on what is not due yet, penalty interest on what is."""
    balance, grown = position.claim.total, []
    for month in growth(position, terms.months):
        balance += month.interest + month.penalty
        grown.append(balance)
    nothing = (0,) * terms.months
    return Path(position.due_days(terms.months), nothing, nothing, nothing, nothing, nothing, tuple(grown))


class Growth(NamedTuple):
    """What a month without a payment adds, and the principal overdue once it has passed. Fen."""

    interest: int
    penalty: int
    overdue: int


def growth(position: Position, months: int) -> Iterator[Growth]:
    """Month by month what is added while nothing is paid; what falls due is overdue from then on."""
    principal, overdue = position.claim.principal, position.overdue_principal
    penal = _times(position.rate, position.penalty_multiple)
    for falls_due in (*position.contract.principal, *((0,) * months))[:months]:
        interest, penalty = _interest(principal - overdue, position.rate), _interest(overdue, penal)
        overdue += falls_due
        yield Growth(interest, penalty, overdue)


def borrowed_anew(position: Position, terms: Terms) -> Path:
    """A new loan that pays this one off today, repaid in equal payments."""
    rows = schedules.equal_payment(position.claim.total, monthly(terms.annual_rate), terms.months)
    return _path(position, rows, 0, position.charges)


def spread(position: Position, terms: Terms) -> Path:
    """What is not waived, in instalments by the terms."""
    left = _left(position.claim, waived(position.claim, terms.waiver))
    charges = left.total - left.principal
    capital = left.principal + charges if terms.treatment == "capitalise" else left.principal
    rows = _rows(capital, terms)
    if terms.treatment == "capitalise":
        return _path(position, _after_grace(rows, capital, terms), terms.grace, charges)
    rows = _after_grace(rows, capital, terms)
    extra = _first(charges, rows) if terms.treatment == "first" else _evenly(charges, len(rows.payment))
    return _with_charges(_path(position, rows, terms.grace, 0), (*(0,) * terms.grace, *extra))


def _rows(capital: int, terms: Terms) -> Columns:
    rate = monthly(terms.annual_rate)
    if terms.steps:
        return schedules.stepped(capital, rate, _unrolled(terms.steps))
    if terms.payment is not None:
        return schedules.fixed_payment(capital, rate, money.to_fen(terms.payment), LONGEST)
    return schedules.equal_payment(capital, rate, terms.months)


def _unrolled(steps: Iterable[tuple[int, Decimal]]) -> list[int]:
    return [money.to_fen(yuan) for months, yuan in steps for _ in range(months)]


def _after_grace(rows: Columns, capital: int, terms: Terms) -> Columns:
    """Interest that ran during the grace, shared evenly over the instalments and bearing none itself."""
    if not terms.grace:
        return rows
    ran = terms.grace * _interest(capital, monthly(terms.annual_rate))
    extra = _evenly(ran, len(rows.payment))
    return rows._replace(
        payment=_sum(rows.payment, extra),
        interest=_sum(rows.interest, extra),
        balance=_sum(rows.balance, _still_open(extra)),
    )


def _path(position: Position, rows: Columns, grace: int, charges: int) -> Path:
    """Rows dated from the next due day; the first `charges` fen of principal repaid are charges of before."""
    nothing = (0,) * grace
    paid_off = [min(charges, max(total, 0)) for total in accumulate(rows.principal)]
    was_charges = tuple(now - before for now, before in zip(paid_off, (0, *paid_off), strict=False))
    principal = tuple(map(sub, rows.principal, was_charges))
    opening = sum(rows.payment) - sum(rows.fee) - sum(rows.interest) if grace else 0
    return Path(
        position.due_days(grace + len(rows.payment)),
        (*nothing, *rows.payment),
        (*nothing, *principal),
        (*nothing, *rows.interest),
        (*nothing, *was_charges),
        (*nothing, *rows.fee),
        (*(opening,) * grace, *rows.balance),
    )


def _with_charges(path: Path, extra: tuple[int, ...]) -> Path:
    return path._replace(
        payment=_sum(path.payment, extra),
        charges=_sum(path.charges, extra),
        balance=_sum(path.balance, _still_open(extra)),
    )


def _left(claim: Components, off: Components) -> Components:
    return Components(*(a - b for a, b in zip(claim, off, strict=True)))


def _evenly(fen: int, months: int) -> tuple[int, ...]:
    """Equal parts to the fen, the odd fen in the earliest months."""
    part, odd = divmod(fen, months)
    return (part + 1,) * odd + (part,) * (months - odd)


def _first(fen: int, rows: Columns) -> tuple[int, ...]:
    return (fen, *_none(rows)[1:])


def _none(rows: Columns) -> tuple[int, ...]:
    return (0,) * len(rows.payment)


def _sum(left: Sequence[int], right: Sequence[int]) -> tuple[int, ...]:
    return tuple(map(add, left, right))


def _still_open(parts: Sequence[int]) -> tuple[int, ...]:
    """What of some parts is still to be paid after each of them."""
    total = sum(parts)
    return tuple(total - paid for paid in accumulate(parts))


def _times(rate: Ratio, multiple: Decimal) -> Ratio:
    top, bottom = multiple.as_integer_ratio()
    return Ratio(rate.num * top, rate.den * bottom)


def _interest(fen: int, rate: Ratio) -> int:
    return schedules.interest(fen, rate)
