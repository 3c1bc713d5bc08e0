"""What a debt's contract asks, instalment by instalment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assessment import dates, money, schedules
from assessment.case import Assumptions, Debt, LenderClass, Rate
from assessment.rates import NoRate, Ratio, irr, monthly
from assessment.schedules import Columns

_FREE = Ratio(0, 1)
NO_UPLIFT: frozenset[LenderClass] = frozenset({"credit_card", "private"})
_TRUSTED_INSTALMENT = Decimal("0.01")
_HIGHEST = Rate(value=Decimal(10), per="day").annual


def rate(debt: Debt) -> Ratio:
    """The contract's monthly rate; nought where none is given."""
    return monthly(debt.rate.annual) if debt.rate else _FREE


def all_in(debt: Debt) -> Decimal:
    """The yearly rate with the fee of each instalment in it: twelve times the monthly IRR of the loan as signed.

    Of what is left of it where the loan as signed is not known; the quoted rate where there is no fee. No more than the
    highest rate a case can hold, so that later sums stay within what a float holds.
    """
    quoted = debt.rate.annual if debt.rate else Decimal(0)
    lent, months = debt.original or debt.principal, debt.instalments if debt.original else debt.instalments_left
    months = months or debt.instalments_left
    if not debt.fee_per_instalment or not lent or not months:
        return quoted
    fen = money.to_fen(lent)
    try:
        solved = irr(
            (fen, *(-paid for paid in rows(debt.model_copy(update={"instalment": None}), fen, months).payment))
        )
    except NoRate:
        return quoted
    return min(Decimal(repr(round(12 * solved, 6))), _HIGHEST)


def penalty_multiple(debt: Debt, assumptions: Assumptions) -> Decimal:
    """What the contract's rate is multiplied by once overdue, where the contract was not read.

    A card's late charge is no uplift (银发〔2016〕111号), and a private loan's own rate goes on (法释〔2020〕17号
    第二十八条).
    """
    if debt.penalty_multiple is not None:
        return debt.penalty_multiple
    return Decimal(1) if debt.lender in NO_UPLIFT else assumptions.penalty_multiple


def rows(debt: Debt, principal: int, months: int) -> Columns:
    """The instalments that repay `principal` in `months` by the debt's own method, with its fee. Fen."""
    fee = money.to_fen(debt.fee_per_instalment)
    made = _by_method(debt, principal, months, fee)
    return schedules.with_fee(made, fee) if fee else made


def _by_method(debt: Debt, principal: int, months: int, fee: int) -> Columns:
    match debt.method:
        case "equal_principal":
            return schedules.equal_principal(principal, rate(debt), months)
        case "interest_only":
            return schedules.interest_only(principal, rate(debt), months)
        case "bullet":
            return schedules.bullet(principal, rate(debt), months)
        case "flat_fee":
            return schedules.equal_principal(principal, _FREE, months)
        case "equal_payment" | "revolving":
            return schedules.equal_payment(principal, rate(debt), months, _stated(debt, principal, months, fee))


def _stated(debt: Debt, principal: int, months: int, fee: int) -> int | None:
    """The instalment the lender shows, where it agrees with the rate and the balance to a hundredth."""
    if debt.instalment is None:
        return None
    stated = money.to_fen(debt.instalment) - fee
    level = schedules.level_payment(principal, rate(debt), months)
    return stated if abs(stated - level) <= level * _TRUSTED_INSTALMENT else None


def due_days(debt: Debt, signed: date, count: int) -> tuple[date, ...]:
    """The `count` due days of a loan signed on that day, the first in the month after."""
    due_day = debt.due_day or signed.day
    return dates.due_dates(dates.on_day(dates.add_months(signed.replace(day=1), 1), due_day), due_day, count)
