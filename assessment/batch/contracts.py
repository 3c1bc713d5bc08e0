"""What many contracts still ask, by each debt's own method, the same fen as `contract.rows`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

import numpy as np

from assessment.batch.entries import Fen, Flags, Places
from assessment.case import Method
from assessment.rates.many import Floats, of_months
from assessment.schedules import vector
from assessment.schedules.vector import Loans, Tables

METHODS = get_args(Method)
_LEVEL = [METHODS.index(each) for each in ("equal_payment", "revolving")]
_BY_METHOD = {"equal_principal": vector.equal_principal, "interest_only": vector.interest_only, "bullet": vector.bullet}
_ALIKE = 2_048
_NEAR = 100
"""A stated instalment is trusted within a hundredth of the one worked out."""


class Contracts(NamedTuple):
    """Contracts by column: the loans, the method's place, the instalment shown by the lender, the fee of each."""

    loans: Loans
    method: Places
    stated: Fen
    is_stated: Flags
    fee: Fen

    def some(self, where: Places) -> Contracts:
        """A few of them."""
        loans = Loans(*(column[where] for column in self.loans))
        return Contracts(loans, self.method[where], self.stated[where], self.is_stated[where], self.fee[where])


def alike(months: Fen) -> Iterator[Places]:
    """Contracts of about the same length together, a few thousand at a time."""
    order = np.argsort(months, kind="stable")
    for start in range(0, order.size, _ALIKE):
        yield order[start : start + _ALIKE]


def rows(found: Contracts) -> Tables:
    """The instalments month by month without their fees."""
    tables = Tables(*np.zeros((2, int(found.loans.months.max(initial=0)), found.method.size), np.int64))
    for method in np.unique(found.method):
        these = np.flatnonzero(found.method == method)
        for whole, part in zip(tables, _by_method(found.some(these), int(method)), strict=True):
            whole[: len(part), these] = part
    return tables


def _by_method(some: Contracts, method: int) -> Tables:
    if method in _LEVEL:
        return vector.equal_payment(some.loans, _instalment(some))
    if METHODS[method] == "flat_fee":
        return vector.equal_principal(some.loans._replace(ppm=np.zeros_like(some.loans.ppm)))
    return _BY_METHOD[METHODS[method]](some.loans)


def _instalment(some: Contracts) -> Fen:
    """The instalment the lender shows, where it agrees with the rate and the balance to a hundredth."""
    level, stated = vector.level_payments(some.loans), some.stated - some.fee
    return np.where(some.is_stated & (np.abs(stated - level) * _NEAR <= level), stated, level)


def before(tables: Tables) -> Fen:
    """What is left before each month: the principal still to come, that month's with it."""
    left: Fen = tables.principal[::-1].cumsum(axis=0)[::-1]
    return left


def running(found: Contracts, left: Fen) -> Flags:
    """In which months a contract still runs; rounding may have repaid a small one before its term."""
    month = np.arange(len(left))[:, None]
    runs: Flags = ((month == 0) | (left > 0)) & (month < found.loans.months)
    return runs


def rate_as_signed(found: Contracts) -> Floats:
    """Twelve times the monthly rate of loans as signed, fees and all; NaN where none was found."""
    tables = rows(found._replace(is_stated=np.zeros_like(found.is_stated)))
    return 12 * of_months(found.loans.principal, tables.payment + found.fee * running(found, before(tables)))
