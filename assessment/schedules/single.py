"""One loan in yuan: the public face of the reference engine."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from assessment import money
from assessment.rates import Ratio, monthly
from assessment.schedules import reference
from assessment.schedules.reference import Columns

Method = Literal["equal_payment", "equal_principal", "interest_only", "bullet"]


class Row(NamedTuple):
    """One instalment. Yuan, two places."""

    number: int
    payment: Decimal
    interest: Decimal
    principal: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """A loan's instalments: `columns` in fen, `rows` in yuan."""

    columns: Columns

    @property
    def rows(self) -> tuple[Row, ...]:
        paid, interest, principal, _, balance = self.columns
        return tuple(
            Row(number, *map(money.to_yuan, row))
            for number, row in enumerate(zip(paid, interest, principal, balance, strict=True), start=1)
        )

    @property
    def total_interest(self) -> Decimal:
        return money.to_yuan(sum(self.columns.interest))


def amortize(
    principal: Decimal,
    annual_rate: Decimal,
    months: int,
    method: Method = "equal_payment",
    rounding: str = ROUND_HALF_UP,
    payment: Decimal | None = None,
) -> Schedule:
    """A loan of `principal` yuan at a nominal annual fraction over `months`.

    Interest is rounded half up each month and the last row settles the remainder; `rounding` is that of the level
    instalment, which `payment` replaces where it is given. Raises ValueError for a term below one month, a negative
    principal or rate, or an unknown method.
    """
    if months < 1 or principal < 0 or annual_rate < 0:
        raise ValueError("principal and rate must not be negative, and the term must be at least one month")
    fen, rate = money.to_fen(Decimal(principal)), monthly(Decimal(annual_rate))
    return Schedule(_rows(fen, rate, months, method, rounding, payment))


def _rows(fen: int, rate: Ratio, months: int, method: Method, rounding: str, payment: Decimal | None) -> Columns:
    match method:
        case "equal_payment":
            level = reference.level_payment(fen, rate, months, rounding) if payment is None else money.to_fen(payment)
            return reference.equal_payment(fen, rate, months, level)
        case "equal_principal":
            return reference.equal_principal(fen, rate, months)
        case "interest_only":
            return reference.interest_only(fen, rate, months)
        case "bullet":
            return reference.bullet(fen, rate, months)
    raise ValueError(f"unknown method {method}")
