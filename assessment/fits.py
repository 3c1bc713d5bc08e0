"""What a balance, a rate, an instalment and a term would have to be to go together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, log

from assessment import money, rates, schedules
from assessment.case import Debt
from assessment.rates import NoRate
from assessment.text import Money, Percent, Text

_CENT = Decimal("0.01")
_MOST_PERIODS = 600
_MOST_ANNUAL = Decimal(2)


@dataclass(frozen=True, slots=True)
class Fitting:
    """The instalment that balance, rate and term ask for. Yuan; `said` is what any one of the four would have to be."""

    instalment: Decimal
    said: Text


def fitting(debt: Debt) -> Fitting | None:
    """What would fit a debt whose instalment, balance and term are all told; None where they are not.

    Level payments, flat fees and interest-only loans are held to their formula; others leave the instalment open.
    """
    if debt.instalment is None or not debt.instalments_left or not debt.principal:
        return None
    match debt.method:
        case "equal_payment" if debt.rate is not None:
            return _level(debt, debt.instalment)
        case "equal_principal" if debt.rate is not None:
            return _falling(debt, debt.instalment)
        case "flat_fee":
            return _flat(debt, debt.instalment)
        case "interest_only" if debt.rate is not None and debt.instalments_left > 1:
            return _interest(debt, debt.instalment)
    return None


def _level(debt: Debt, stated: Decimal) -> Fitting:
    annual = debt.rate.annual if debt.rate else Decimal(0)
    monthly = rates.monthly(annual)
    level = schedules.level_payment(money.to_fen(debt.principal), monthly, debt.instalments_left)
    fits = money.to_yuan(level) + debt.fee_per_instalment
    net = stated - debt.fee_per_instalment
    others = [
        Text("利率一年约 {rate}", rate=Percent(rate)) if (rate := _rate(debt.principal, net, debt.instalments_left)) is not None else None,
        Text("还剩约 {count} 期", count=count) if (count := _count(debt.principal, net, annual / 12)) else None,
        Text("剩余本金约 {principal}", principal=Money(_principal(net, annual / 12, debt.instalments_left))) if net > 0 else None,
    ]  # fmt: skip
    return Fitting(fits, _one_of(fits, others))


def _falling(debt: Debt, stated: Decimal) -> Fitting:
    """Equal parts of principal: the next instalment is the largest, and any between it and the last may be meant."""
    annual = debt.rate.annual if debt.rate else Decimal(0)
    share = debt.principal / debt.instalments_left
    largest = (share + debt.principal * annual / 12 + debt.fee_per_instalment).quantize(_CENT, ROUND_HALF_UP)
    fits = min(max(stated, share + debt.fee_per_instalment), largest).quantize(_CENT, ROUND_HALF_UP)
    interest = stated - debt.fee_per_instalment - share
    others = [
        Text("利率一年约 {rate}", rate=Percent((interest * 12 / debt.principal).quantize(Decimal("0.0001")))) if interest >= 0 else None,
    ]  # fmt: skip
    return Fitting(fits, _one_of(largest, others))


def _flat(debt: Debt, stated: Decimal) -> Fitting:
    share = debt.principal / debt.instalments_left
    fits = (share + debt.fee_per_instalment).quantize(_CENT, ROUND_HALF_UP)
    net = stated - debt.fee_per_instalment
    others = [
        Text("每期手续费 {fee}", fee=Money(stated - share)) if stated >= share else None,
        Text("还剩约 {count} 期", count=count) if net > 0 and (count := ceil(debt.principal / net)) <= _MOST_PERIODS else None,
        Text("剩余本金约 {principal}", principal=Money(net * debt.instalments_left)) if net > 0 else None,
    ]  # fmt: skip
    return Fitting(fits, _one_of(fits, others))


def _interest(debt: Debt, stated: Decimal) -> Fitting:
    annual = debt.rate.annual if debt.rate else Decimal(0)
    fits = (debt.principal * annual / 12).quantize(_CENT, ROUND_HALF_UP) + debt.fee_per_instalment
    net = stated - debt.fee_per_instalment
    others = [
        Text("利率一年约 {rate}", rate=Percent((net * 12 / debt.principal).quantize(Decimal("0.0001")))) if net > 0 else None,
        Text("剩余本金约 {principal}", principal=Money(net * 12 / annual)) if annual and net > 0 else None,
    ]  # fmt: skip
    return Fitting(fits, _one_of(fits, others))


def _one_of(fits: Decimal, others: list[Text | None]) -> Text:
    """每期应还约 …, 利率一年约 … 或 …: any one of them put right would do."""
    said = Text("每期应还约 {fits}", fits=Money(fits))
    for other in filter(None, others):
        said = Text("{before}，或{other}", before=said, other=other)
    return Text("下面改一个就对得上：{either}。", either=said)


def _rate(principal: Decimal, stated: Decimal, count: int) -> Decimal | None:
    """Twelve times the monthly rate at which these instalments repay the balance; None where none does."""
    if stated * count < principal:
        return None
    try:
        annual = Decimal(repr(round(12 * rates.irr((-float(principal), *(float(stated),) * count)), 4)))
    except NoRate:
        return None
    return annual if 0 <= annual <= _MOST_ANNUAL else None


def _count(principal: Decimal, stated: Decimal, monthly: Decimal) -> int | None:
    """How many such instalments repay the balance; None where they never do."""
    if stated <= principal * monthly:
        return None
    if not monthly:
        count = ceil(principal / stated)
    else:
        count = ceil(-log(1 - float(principal * monthly / stated)) / log(1 + float(monthly)) - 1e-9)
    return count if count <= _MOST_PERIODS else None


def _principal(stated: Decimal, monthly: Decimal, count: int) -> Decimal:
    """What such instalments repay at the rate."""
    if not monthly:
        return stated * count
    return (stated * (1 - (1 + monthly) ** -count) / monthly).quantize(_CENT, ROUND_HALF_UP)
