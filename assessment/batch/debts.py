"""The debts of many households as columns, and which of them whole numbers can carry."""

from __future__ import annotations

from typing import NamedTuple, get_args

import numpy as np

from assessment.batch import contracts
from assessment.batch.assumed import Assumed
from assessment.batch.budget import LARGEST
from assessment.batch.contracts import Contracts
from assessment.batch.entries import PARTS, Entries, Fen, Flags, Places
from assessment.case import CourtStatus, LenderClass, RatePeriod
from assessment.contract import NO_UPLIFT
from assessment.schedules.vector import Loans

COURTS = get_args(CourtStatus)
HUNDREDTHS = 100

_LENDERS = get_args(LenderClass)
_PERIODS = get_args(RatePeriod)
_MONTHS, _YEAR = 12, 1
_BASES = (360, 365)
_SMALLEST = 10_000
_LONGEST = 360
_TWELFTHS_IN_A_PART = 10**6
_AMOUNTS = (
    "original",
    "principal",
    "interest",
    "penalty",
    "fees",
    "fee_per_instalment",
    "instalment",
    "overdue_amount",
)
_MOST_DAYS = 20_000


class Debts(NamedTuple):
    """One entry a debt. Fen; rates a year in parts per million, the penalty's multiple in hundredths.

    `rate` is the contract's, `all_in` that with the fee of each instalment in it. `plain` is false for what goes one
    by one: amounts out of range or below 100 yuan of principal, terms beyond thirty years, rates above 100 % a year
    or finer than a part per million, words that are none.
    """

    owner: Places
    principal: Fen
    charges: tuple[Fen, Fen, Fen]
    rate: Fen
    all_in: Fen
    multiple: Fen
    contract: Contracts
    instalments_left: Fen
    due_day: Fen
    days_overdue: Fen
    overdue_amount: Fen
    is_overdue_amount: Flags
    accelerated: Flags
    court: Places
    plain: Flags

    @property
    def claim(self) -> Fen:
        """All that is claimed today."""
        return self.principal + self.charged

    @property
    def charged(self) -> Fen:
        """Interest, penalty and fees claimed today."""
        return sum(self.charges, np.zeros_like(self.principal))


def debts(entries: Entries, held: Assumed, due_day: int) -> Debts:
    """Every debt in the column; `due_day` stands where a debt names none."""
    amounts, plain = _amounts(entries)
    rate, plain_rate = _rate(entries)
    left, instalments, days = (entries.whole(name) for name in ("instalments_left", "instalments", "days_overdue"))
    due, court = entries.whole("due_day", due_day), entries.word("court", COURTS, "none")
    multiple, plain_multiple = _multiple(entries, held)
    months = np.logical_and.reduce([(each >= 0) & (each <= _LONGEST) for each in (left, instalments)])
    plain &= entries.filled & plain_rate & plain_multiple & months & (amounts["principal"] >= _SMALLEST) & (court >= 0)
    plain &= (days >= 0) & (days <= _MOST_DAYS) & (due >= 1) & (due <= 31)
    contract, plain_method = _contract(entries, amounts, rate, plain)
    plain &= plain_method
    all_in, plain_fee = _all_in(contract, amounts, instalments, left, plain)
    return Debts(
        entries.owner, contract.loans.principal, (amounts["interest"], amounts["penalty"], amounts["fees"]),
        contract.loans.ppm, all_in, multiple, contract, np.where(plain, left, 0), due, days, amounts["overdue_amount"],
        entries.given("overdue_amount"), entries.flag("accelerated"), court, plain & plain_fee,
    )  # fmt: skip


def _amounts(entries: Entries) -> tuple[dict[str, Fen], Flags]:
    """Every amount, nought where it is out of range."""
    given = {name: entries.whole(name) for name in _AMOUNTS}
    plain = np.logical_and.reduce([(amount >= 0) & (amount <= LARGEST) for amount in given.values()])
    return {name: np.where(plain, amount, 0) for name, amount in given.items()}, plain


def _rate(entries: Entries) -> tuple[Fen, Flags]:
    """The nominal yearly rate as quoted, nought where none is given."""
    per, basis, digits = (
        entries.word("rate_per", _PERIODS, "year"),
        entries.whole("rate_basis", 365),
        entries.digits("rate"),
    )
    times = np.where(per == _PERIODS.index("day"), basis, np.where(per == _PERIODS.index("month"), _MONTHS, _YEAR))
    plain = (per >= 0) & np.isin(basis, _BASES) & (digits >= 0) & (digits <= PARTS * _TWELFTHS_IN_A_PART)
    yearly = np.where(plain, digits, 0) * times
    plain &= (yearly % _TWELFTHS_IN_A_PART == 0) & (yearly <= PARTS * _TWELFTHS_IN_A_PART)
    return np.where(plain, yearly // _TWELFTHS_IN_A_PART, 0), plain


def _multiple(entries: Entries, held: Assumed) -> tuple[Fen, Flags]:
    """What the contract's rate is multiplied by once overdue, as `contract.penalty_multiple` has it."""
    lender = entries.word("lender", _LENDERS, "other")
    no_uplift = np.isin(lender, [_LENDERS.index(each) for each in NO_UPLIFT])
    usual = np.where(no_uplift, PARTS, held.of("penalty_multiple", entries.owner))
    own, exact = entries.parts("penalty_multiple")
    parts = np.where(entries.given("penalty_multiple"), own, usual)
    plain = (lender >= 0) & exact & (parts >= PARTS) & (parts <= 10 * PARTS) & (parts % (PARTS // HUNDREDTHS) == 0)
    return parts // (PARTS // HUNDREDTHS), plain


def _contract(entries: Entries, amounts: dict[str, Fen], rate: Fen, plain: Flags) -> tuple[Contracts, Flags]:
    method = entries.word("method", contracts.METHODS, "equal_payment")
    principal = np.where(plain, amounts["principal"], _SMALLEST)
    loans = Loans(principal, rate, np.ones_like(rate))
    stated, fee = amounts["instalment"], amounts["fee_per_instalment"]
    return Contracts(loans, np.maximum(method, 0), stated, entries.given("instalment"), fee), method >= 0


def _all_in(
    contract: Contracts, amounts: dict[str, Fen], instalments: Fen, left: Fen, plain: Flags
) -> tuple[Fen, Flags]:
    """The yearly rate with the fee of each instalment in it, and where it could be worked out beyond doubt."""
    rate = contract.loans.ppm
    signed = amounts["original"] > 0
    lent = np.where(signed, amounts["original"], contract.loans.principal)
    months = np.where(signed & (instalments > 0), instalments, left)
    these = np.flatnonzero(plain & (contract.fee > 0) & (months > 0))
    if not these.size:
        return rate, np.ones_like(plain)
    as_signed = contract.some(these)._replace(loans=Loans(lent[these], rate[these], months[these]))
    parts = np.nan_to_num(contracts.rate_as_signed(as_signed) * PARTS, nan=0.5)
    solved, beyond_doubt = rate.copy(), np.ones_like(plain)
    solved[these] = np.floor(parts + 0.5)
    beyond_doubt[these] = (np.abs(parts - np.floor(parts) - 0.5) > 1e-4) & (parts <= PARTS)
    return solved, beyond_doubt
