"""What an offer comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assessment.offers.terms import Terms
from assessment.text import Text


class Components(NamedTuple):
    """A debt's four parts. Fen."""

    principal: int = 0
    interest: int = 0
    penalty: int = 0
    fees: int = 0

    @property
    def total(self) -> int:
        return self.principal + self.interest + self.penalty + self.fees


class Path(NamedTuple):
    """Month by month, one entry a due day. Fen; `payment = principal + interest + charges + fee`.

    `interest` is what accrues after today, `charges` are interest, penalty and fees of before,
    `fee` is a fee per instalment. `balance` is everything still owed after the payment.
    """

    dates: tuple[date, ...]
    payment: tuple[int, ...]
    principal: tuple[int, ...]
    interest: tuple[int, ...]
    charges: tuple[int, ...]
    fee: tuple[int, ...]
    balance: tuple[int, ...]


class Range(NamedTuple):
    """A figure that cannot be known, from low to high. Fen."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to know about an offer before agreeing; `name` is its short key."""

    name: str
    sentence: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """An offer worked out. Fen; rates are fractions; None where there is none.

    `title` is its name; `owed` is what is claimed today and `waived` what of it is let off; `total` is all that is still paid;
    `saved` is the contract's total less this one and may be negative; `monthly` is the largest regular payment;
    `irr_x12` and `effective` are on what is owed today; the two values discount the payments to today at the
    case's rates; `first_relief` is the first month with less to pay than the contract asks; `spread` stands only
    where the outcome is a range (doing nothing).
    """

    terms: Terms
    title: str
    path: Path
    owed: Components
    waived: Components
    total: int
    saved: int
    monthly: int
    irr_x12: float | None
    effective: float | None
    value_to_borrower: int
    value_to_lender: int
    first_relief: date | None
    debt_free: date | None
    flags: tuple[Flag, ...] = ()
    spread: Range | None = None
