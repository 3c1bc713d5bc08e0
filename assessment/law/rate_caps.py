"""Above which rate a lender's claim may be cut. The lender's class decides the line, the contract's day the number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessment.case import Debt
from assessment.rules import NotInForce, Rules
from assessment.text import Percent, Text


@dataclass(frozen=True, slots=True)
class Cap:
    """A yearly line as a range: where courts differ the two ends differ. Fractions."""

    low: Decimal
    high: Decimal
    rules: tuple[str, ...]
    words: Text


_LICENSED = frozenset({"bank", "credit_card", "consumer_finance"})


def cap(debt: Debt, rules: Rules) -> Cap | None:
    """The line for this debt; None where the lender's class, or the day a private loan was made, is not known.

    Private lending: four times the one-year LPR on the contract's day (法释〔2020〕17号 第二十五条), for contracts
    from 2020-08-20. Licensed lenders: courts cut the sum of interest and penalties to 24 % on request (法发〔2017〕22号);
    for microlenders some courts look to four times the LPR, which is disputed, so both ends are given.
    """
    if debt.lender == "private":
        return _private(debt, rules)
    if debt.lender in _LICENSED:
        return _licensed(rules)
    return _microloan(debt, rules) if debt.lender == "microloan" else None


def over(found: Cap, annual: Decimal) -> Text | None:
    """What to know where a yearly rate passes the line, or stands between its two ends; None below."""
    rate, low, high = Percent(annual), Percent(found.low), Percent(found.high)
    if annual > found.high:
        return Text("一年 {rate}，高于 {high}。{words}", rate=rate, high=high, words=found.words)
    if annual > found.low:
        return Text(
            "一年 {rate}，在 {low} 和 {high} 之间，各地法院看法不一。{words}",
            rate=rate,
            low=low,
            high=high,
            words=found.words,
        )
    return None


def _prime_times(debt: Debt, rules: Rules) -> Decimal | None:
    """The statutory multiple of the prime rate on the contract's day."""
    if debt.contract_date is None:
        return None
    try:
        return Decimal(rules.private_lending_cap.on(debt.contract_date)) * Decimal(rules.lpr_1y.on(debt.contract_date))
    except NotInForce:
        return None


def _private(debt: Debt, rules: Rules) -> Cap | None:
    line = _prime_times(debt, rules)
    if line is None:
        return None
    words = Text("民间借贷超过合同成立时一年期 LPR 四倍的利息，法院不支持。")
    return Cap(line, line, ("private_lending_cap", "lpr_1y"), words)


def _licensed(rules: Rules) -> Cap:
    line = Decimal(rules.value("financial_total_cost"))
    words = Text("利息、罚息和费用合计超过这个数的部分，打官司时可以请求法院减掉；这是法院的做法，要您自己提出来。")
    return Cap(line, line, ("financial_total_cost",), words)


def _microloan(debt: Debt, rules: Rules) -> Cap:
    usual = _licensed(rules)
    line = _prime_times(debt, rules)
    return (
        usual if line is None else Cap(line, usual.high, (*usual.rules, "private_lending_cap", "lpr_1y"), usual.words)
    )
