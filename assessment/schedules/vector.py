"""Many loans at once with NumPy, the same fen as the reference engine.

Amounts are int64 fen. A rate is a nominal annual one in whole parts per million: 182 500 is 18.25 %.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assessment.rates import Ratio
from assessment.schedules import reference

Fen = NDArray[np.int64]

MONTHLY_PPM = 12_000_000
_HALF = MONTHLY_PPM // 2
LARGEST = np.iinfo(np.int64).max // 4
_AT_ONCE = 10_000


class Loans(NamedTuple):
    """Loans by column, all of one length: principal in fen, annual rate in parts per million, term in months."""

    principal: Fen
    ppm: Fen
    months: Fen


class Tables(NamedTuple):
    """The schedules of many loans: one row a month, one column a loan, nought after a loan's end. Fen."""

    interest: Fen
    principal: Fen

    @property
    def payment(self) -> Fen:
        """What is paid each month: interest and principal."""
        return self.interest + self.principal

    @property
    def balance(self) -> Fen:
        """What is left after each month: the principal still to come."""
        left: Fen = self.principal.sum(axis=0) - self.principal.cumsum(axis=0)
        return left


def loans(principal: ArrayLike, ppm: ArrayLike, months: ArrayLike) -> Loans:
    """Loans from anything that becomes whole numbers; single values stand for all.

    Raises ValueError for a negative principal or rate, a term below one month, or fractions; OverflowError where a
    month's interest would not fit 64 bits.
    """
    columns = [np.asarray(each) for each in (principal, ppm, months)]
    if any(not np.issubdtype(each.dtype, np.integer) for each in columns):
        raise ValueError("principal, rate and months must be whole numbers")
    found = Loans(*(np.ascontiguousarray(each, np.int64) for each in np.broadcast_arrays(*map(np.atleast_1d, columns))))
    if found.principal.size and (found.principal.min() < 0 or found.ppm.min() < 0 or found.months.min() < 1):
        raise ValueError("principal and rate must not be negative, and the term must be at least one month")
    _must_fit(found.principal, found.ppm)
    return found


def level_payments(many: Loans) -> Fen:
    """Each loan's equal payment, half up: from floating point, and from whole numbers where that is near a half."""
    rate = many.ppm / MONTHLY_PPM
    with np.errstate(invalid="ignore"):
        exact = many.principal * np.where(many.ppm, rate / -np.expm1(-many.months * np.log1p(rate)), 1 / many.months)
    doubtful = np.abs(exact - np.floor(exact) - 0.5) < exact * 1e-10 + 1e-9
    payments: Fen = np.floor(exact + 0.5).astype(np.int64)
    for place in np.flatnonzero(doubtful):
        ratio = Ratio(int(many.ppm[place]), MONTHLY_PPM)
        payments[place] = reference.level_payment(int(many.principal[place]), ratio, int(many.months[place]))
    return payments


def equal_payment(many: Loans, payment: ArrayLike | None = None) -> Tables:
    """等额本息 for each loan, at its own level payment or at those given."""
    if payment is None:
        return _paid(many, level_payments(many))
    given = np.ascontiguousarray(np.broadcast_to(np.asarray(payment), many.principal.shape), np.int64)
    _must_fit(_largest_balances(many, given), many.ppm)
    return _paid(many, given)


def equal_principal(many: Loans) -> Tables:
    """等额本金 for each loan."""
    part = (2 * many.principal + many.months) // (2 * many.months)
    return _month_by_month(many, lambda block, _, out: np.copyto(out, part[block]))


def interest_only(many: Loans) -> Tables:
    """先息后本 for each loan."""
    month = _month_numbers(many)
    each = _interest(many.principal, many.ppm, np.empty_like(many.principal))
    return Tables(each * (month <= many.months), many.principal * (month == many.months))


def bullet(many: Loans) -> Tables:
    """到期一次还本付息 for each loan: simple interest over the whole term, rounded once."""
    _must_fit(many.principal.astype(np.float64) * many.months, many.ppm)
    last = _month_numbers(many) == many.months
    whole = _interest(many.principal * many.months, many.ppm, np.empty_like(many.principal))
    return Tables(whole * last, many.principal * last)


def _paid(many: Loans, payment: Fen) -> Tables:
    return _month_by_month(many, lambda block, interest, out: np.subtract(payment[block], interest, out=out))


def _month_by_month(many: Loans, write_principal: Callable[[slice, Fen, Fen], object]) -> Tables:
    """Rows with the principal that is written for a block and its interest, at most what is left; the last settles."""
    tables = _empty(many)
    for block, ends in _blocks(many):
        left, ppm = many.principal[block].copy(), many.ppm[block]
        for month, (interest, principal) in enumerate(_rows(tables, block)):
            _interest(left, ppm, interest)
            write_principal(block, interest, principal)
            np.minimum(principal, left, out=principal)
            _settle(principal, left, ends.get(month))
            np.subtract(left, principal, out=left)
    return tables


def _interest(balance: Fen, ppm: Fen, out: Fen) -> Fen:
    """A month's interest, half up, into `out`."""
    np.multiply(balance, ppm, out=out)
    np.add(out, _HALF, out=out)
    return np.floor_divide(out, MONTHLY_PPM, out=out)


def _settle(principal: Fen, left: Fen, ending: NDArray[np.intp] | None) -> None:
    if ending is not None:
        principal[ending] = left[ending]


def _empty(many: Loans) -> Tables:
    return Tables(*np.empty((len(Tables._fields), int(many.months.max(initial=0)), many.principal.size), np.int64))


def _blocks(many: Loans) -> Iterator[tuple[slice, dict[int, NDArray[np.intp]]]]:
    """Loans a few thousand at a time, so that a month's work stays in the cache, and which of them end in which month."""
    for start in range(0, many.principal.size, _AT_ONCE):
        block = slice(start, start + _AT_ONCE)
        months = many.months[block]
        yield block, {int(term) - 1: np.flatnonzero(months == term) for term in np.unique(months)}


def _rows(tables: Tables, block: slice) -> Iterator[tuple[Fen, Fen]]:
    for month in range(tables.interest.shape[0]):
        yield tables.interest[month, block], tables.principal[month, block]


def _month_numbers(many: Loans) -> Fen:
    return np.arange(1, int(many.months.max(initial=0)) + 1)[:, None]


def _largest_balances(many: Loans, payment: Fen) -> NDArray[np.float64]:
    """No less than any balance on the way: a payment below the interest lets it grow."""
    rate = many.ppm / MONTHLY_PPM
    with np.errstate(over="ignore"):
        grown = many.principal * (1 + rate) ** many.months
    return np.where(payment > many.principal * rate + 1, many.principal.astype(np.float64), grown)


def _must_fit(balance: Fen | NDArray[np.float64], ppm: Fen) -> None:
    if balance.size and (balance.astype(np.float64) * np.maximum(ppm, 1)).max() > LARGEST:
        raise OverflowError("too large for 64-bit interest; use the reference engine")
