"""What a loan really costs a year, from the money that changed hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from assessment import contract, money, rates
from assessment.case import Debt
from assessment.problems import Unanswerable
from assessment.rates import NoRate
from assessment.rules import Rules
from assessment.schedules import Columns
from assessment.text import Money, Percent, Text, label

Measure = Literal["quoted", "nominal", "simple", "effective", "dated"]
_LEVEL = frozenset({"equal_payment", "flat_fee", "revolving"})
ALIKE = Decimal("0.0005")
NAMES: dict[Measure, str] = {
    "quoted": label("广告、App 上的写法"),
    "nominal": label("合同利率折成一年"),
    "simple": label("真实成本（单利，月利率×12）"),
    "effective": label("真实成本（复利，IRR）"),
    "dated": label("真实成本（按实际天数，XIRR）"),
}


class NotEnough(Unanswerable):
    """The loan's terms are not known well enough; `fields` are what is missing."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("借款条件不全：" + "、".join(fields))
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Split:
    """Where every yuan the borrower pays goes. Fen; `withheld` never reached the borrower at all."""

    principal: int
    interest: int
    fees: int
    withheld: int
    penalty: int

    @property
    def total(self) -> int:
        return self.principal + self.interest + self.fees + self.withheld + self.penalty


@dataclass(frozen=True, slots=True)
class TrueCost:
    """A loan's rates as fractions a year, the flows they come from (fen, received positive), and what to know."""

    days: tuple[date, ...]
    flows: tuple[int, ...]
    monthly: Decimal
    measures: tuple[tuple[Measure, Decimal], ...]
    split: Split
    rows: Columns
    notes: tuple[Text, ...]
    rules: tuple[str, ...]

    def measure(self, name: Measure) -> Decimal | None:
        """One of the rates; None where it cannot be known."""
        return dict(self.measures).get(name)


def missing(debt: Debt) -> tuple[str, ...]:
    """The fields of the debt without which nothing can be said of its cost."""
    needed = []
    if debt.original is None or debt.original <= 0:
        needed.append("original")
    if debt.instalments < 1:
        needed.append("instalments")
    level = debt.method in _LEVEL and debt.instalment
    if debt.rate is None and not level and debt.fee_per_instalment <= 0:
        needed.append("rate")
    return tuple(needed)


def simple(debt: Debt) -> Decimal | None:
    """Twelve times the monthly IRR of the loan as signed; None where its terms are not known or have no rate."""
    if missing(debt):
        return None
    try:
        return _rounded(12 * rates.irr(_flows(debt, _rows(debt, money.to_fen(debt.original or Decimal(0))))))
    except NoRate:
        return None


def _flows(debt: Debt, rows: Columns) -> tuple[int, ...]:
    """What reached the borrower, then every payment with what is charged beside it. Fen."""
    lent, extra = money.to_fen(debt.original or Decimal(0)), money.to_fen(debt.other_charges)
    received = min(lent, money.to_fen(debt.received)) if debt.received else lent
    return (received, *(-(paid + extra) for paid in rows.payment))


def true_cost(debt: Debt, rules: Rules) -> TrueCost:
    """The loan as signed: received, paid back, and the rate that makes the two equal.

    Simple is twelve times the monthly IRR, effective compounds it (中国人民银行公告〔2021〕第3号); dated is XIRR over
    365 days. What was held back at the start never counts as received (民法典 第六百七十条). Raises NotEnough, and
    NoRate where the payments have none.
    """
    lacking = missing(debt)
    if lacking or debt.original is None:
        raise NotEnough(lacking)
    lent, extra = money.to_fen(debt.original), money.to_fen(debt.other_charges)
    rows = _rows(debt, lent)
    flows = _flows(debt, rows)
    received = flows[0]
    periodic = rates.irr(flows)
    days = (
        (debt.contract_date, *contract.due_days(debt, debt.contract_date, len(rows.payment)))
        if debt.contract_date
        else ()
    )
    measures = tuple(_measures(debt, flows, days, periodic))
    split = Split(
        received,
        sum(rows.interest),
        sum(rows.fee) + extra * len(rows.payment),
        lent - received,
        money.to_fen(debt.penalty),
    )
    notes = tuple(_notes(debt, dict(measures), split, rules))
    return TrueCost(days, flows, _rounded(periodic), measures, split, rows, notes, _rules(debt, split, rules))


def _rows(debt: Debt, lent: int) -> Columns:
    """The contract's rows; where the app shows a level instalment, that is what is really paid, to the last one.

    A loan of a few fen is repaid before its term; what is paid after is interest.
    """
    if not (debt.method in _LEVEL and debt.instalment):
        return contract.rows(debt, lent, debt.instalments)
    count, paid, fee = debt.instalments, money.to_fen(debt.instalment), money.to_fen(debt.fee_per_instalment)
    even = contract.rows(debt.model_copy(update={"method": "flat_fee", "instalment": None}), lent, count)
    after = (0,) * (count - len(even.principal))
    principal, balance = (*even.principal, *after), (*even.balance, *after)
    interest = tuple(paid - fee - part for part in principal)
    return Columns((paid,) * count, interest, principal, (fee,) * count, balance)


def _measures(
    debt: Debt, flows: tuple[int, ...], days: tuple[date, ...], periodic: float
) -> Iterator[tuple[Measure, Decimal]]:
    if debt.rate is not None:
        yield "nominal", debt.rate.annual
    elif debt.original and debt.fee_per_instalment:
        yield "quoted", debt.fee_per_instalment / debt.original * 12
    yield "simple", _rounded(periodic * 12)
    yield "effective", _rounded(rates.effective(periodic, 12))
    if days:
        try:
            yield "dated", _rounded(rates.xirr(days, flows))
        except NoRate:
            return


def _rounded(rate: float) -> Decimal:
    return Decimal(repr(round(rate, 8)))


def _notes(debt: Debt, found: dict[Measure, Decimal], split: Split, rules: Rules) -> Iterator[Text]:
    simple, effective = found["simple"], found["effective"]
    said = found.get("nominal", found.get("quoted"))
    if said is not None and simple - said > ALIKE:
        yield Text(
            "写的是一年 {said}，按实际现金流算是 {simple}（单利）或 {effective}（复利）。差别来自费用、预扣，或者每期都按最初本金收费。",
            said=Percent(said),
            simple=Percent(simple),
            effective=Percent(effective),
        )
    elif said is not None and said - simple > ALIKE:
        yield Text(
            "写的是一年 {said}，按填的每期金额算只有 {simple}，对不上。请核对借了多少、每期还多少、一共几期。",
            said=Percent(said),
            simple=Percent(simple),
        )
    elif said is not None:
        yield Text("写的利率和实际现金流算出来的单利年化一致。")
    if split.withheld:
        yield Text(
            "借款时先扣了 {withheld}。先扣的是利息的，法律上按实际到手的钱算本金；先扣的是服务费、担保费的，能不能这样算要看法院。",
            withheld=money.told(split.withheld),
        )
    yield from _statement(debt, simple, effective, rules)


def _statement(debt: Debt, simple: Decimal, effective: Decimal, rules: Rules) -> Iterator[Text]:
    """The statement every personal loan must carry since its day (金规〔2026〕2号)."""
    since = rules.cost_statement.rulings[0].since
    if debt.lender == "private" or debt.contract_date is None or debt.contract_date < since:
        return
    if debt.disclosed is None:
        yield Text(
            "{since} 以后的借款，签约前应当给您看“综合融资成本明示表”。请向对方要来，对照上面的年化数。", since=since
        )
    elif abs(debt.disclosed - simple) <= ALIKE or abs(debt.disclosed - effective) <= ALIKE:
        yield Text("明示表上的年化成本和现金流算出来的一致。")
    else:
        yield Text(
            "明示表写的是 {disclosed}，按现金流算是 {simple}（单利）或 {effective}（复利），对不上，请对方说明。",
            disclosed=Percent(debt.disclosed),
            simple=Percent(simple),
            effective=Percent(effective),
        )
    if debt.outside_charges:
        yield Text(
            "另收了 {amount} 没有列在明示表上。按规定，表以外不得收费；可以要求说明和退还，并投诉，能不能退回不确定。",
            amount=Money(debt.outside_charges),
        )


def _rules(debt: Debt, split: Split, rules: Rules) -> tuple[str, ...]:
    names = ["apr_disclosure"]
    if split.withheld:
        names.append("head_interest")
    if debt.contract_date and debt.contract_date >= rules.cost_statement.rulings[0].since and debt.lender != "private":
        names.append("cost_statement")
    return tuple(names)
