"""Part payments: one made today in each order, and those in the log one after another."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment import contract, money
from assessment.case import Debt
from assessment.law.allocation import Claimed, Ledger, NotInTime, Order, apply_payments
from assessment.text import label
from ui import session, tables
from ui.cited import citations
from ui.text import _, yuan_text

_ORDERS: dict[Order, str] = {
    "interest_first": label("没有约定：费用、利息、本金"),
    "principal_first": label("书面约定先抵本金"),
    "pro_rata": label("书面约定按比例抵"),
}
_LOOK_AHEAD = 90


def today(place: int) -> None:
    """What a sum paid today clears, by each order, and what is owed three months on."""
    here = session.current()
    debt = here.case.debts[place]
    typed = st.text_input(_("今天还多少（元）"), "1,000", key=here.key("payments", "today"), autocomplete="off")
    try:
        paid = money.parse(typed).yuan
    except ValueError:
        st.caption(_(":orange-background[“{typed}”不是能看懂的金额。例如 1200 或 1.2万。]").format(typed=typed))
        return
    tables.records([_row(name, order, debt, paid) for order, name in _ORDERS.items()])
    st.caption(
        _("“以后还欠”按今天以后 {days} 天不再还款、只计{kind}估算。").format(
            days=_LOOK_AHEAD, kind=_("罚息") if debt.days_overdue else _("利息")
        )
    )
    citations(("allocation_order", "allocation_between"))


def _row(name: str, order: Order, debt: Debt, paid: Decimal) -> dict[str, object]:
    here = session.current()
    already = Claimed(costs=debt.fees, interest=debt.interest + debt.penalty)
    until = here.as_of.fromordinal(here.as_of.toordinal() + _LOOK_AHEAD)
    found = apply_payments(debt.principal, _daily(debt), here.as_of, [(here.as_of, paid)], until, order, already)
    entry = found.entries[0]
    return {
        _("怎么抵"): _(name),
        _("抵费用"): entry.to_costs,
        _("抵利息、罚息"): entry.to_interest,
        _("抵本金"): entry.to_principal,
        _("还欠本金"): entry.principal,
        _("以后还欠"): found.owed,
    }


def _daily(debt: Debt) -> Decimal:
    """The debt's rate a day as it runs now: with its penalty where it is overdue."""
    here = session.current()
    multiple = contract.penalty_multiple(debt, here.case.assumptions) if debt.days_overdue else Decimal(1)
    basis = debt.rate.basis if debt.rate else 365
    return contract.all_in(debt) * multiple / basis


def history(place: int) -> None:
    """The payments in the log, on the loan as it was given, interest by the day."""
    here = session.current()
    debt = here.case.debts[place]
    paid = [
        (event.day, event.amount)
        for event in here.case.events
        if event.kind in {"payment", "deduction"} and event.day and event.amount and event.name == debt.name
    ]
    if not paid or debt.contract_date is None or debt.original is None:
        st.info(_("在“往来记录”里记下这笔债的每次还款，并在债务里填借款日期和当初借了多少，这里就会逐笔算给您看。"))
        return
    rate = contract.all_in(debt) / (debt.rate.basis if debt.rate else 365)
    lent = debt.received or debt.original
    try:
        found = apply_payments(lent, rate, debt.contract_date, paid, here.as_of)
    except NotInTime:
        st.info(_("有的还款日期早于借款日期，请到“往来记录”里核对。"))
        return
    _entries(found)
    st.write(
        _(
            "从实际到手的钱算起，按合同利率（含手续费）逐日计息、先抵利息，到今天应当还欠本金 {principal}、利息 {interest}。对方说的是本金 {claimed}；差得多的话，请对方给出逐笔明细。罚息和费用没有算在里面。"
        ).format(
            principal=yuan_text(found.principal), interest=yuan_text(found.interest), claimed=yuan_text(debt.principal)
        )
    )


def _entries(found: Ledger) -> None:
    tables.records([
        {
            _("日期"): entry.day, _("还了"): entry.paid, _("抵利息"): entry.to_interest, _("抵本金"): entry.to_principal,
            _("多还"): entry.excess or None, _("还欠本金"): entry.principal,
        }
        for entry in found.entries
    ])  # fmt: skip
