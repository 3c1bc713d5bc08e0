"""Without any deal: in which order to pay, and what each order comes to."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment import dates, money, plan
from assessment.sharing import ORDERS, Order, Payoff
from ui import joint_found, session, tables
from ui.joint_found import Asked
from ui.text import _, month


def show(asked: Asked) -> None:
    """The four orders side by side, and one of the person's own."""
    st.write(
        _(
            "一家都没谈成时，只能排先后：先付没逾期的账的月供，余下的钱集中还一笔，还完一笔，钱马上转到下一笔。逾期的按罚息利率算，是估计。"
        )
    )
    found: dict[str, Payoff] = {_(title): _by(asked, order) for order, title in ORDERS.items()}
    own = _own(asked)
    if own is not None:
        found[_("自己排的")] = _by(asked, own)
    tables.records([{_("先后"): title, **_row(each)} for title, each in found.items()])
    st.caption(_("“先保征信”：会上征信的在前，其中没逾期的最先，再到逾期最短的，一样的先还小的；不上征信的放最后。"))


def _by(asked: Asked, order: Order | Sequence[int]) -> Payoff:
    here = session.current()
    return here.once(
        lambda: plan.by_order(here.assessment, asked.debts, joint_found.board(here, asked).purse, order),
        "order", asked.figure, asked.debts, order,
    )  # fmt: skip


def _own(asked: Asked) -> tuple[int, ...] | None:
    """An order of one's own, complete once every debt was named."""
    debts = session.current().case.debts
    chosen = st.multiselect(
        _("自己排：按先后一笔一笔点，全点完就算"), range(len(asked.debts)), placeholder=_("先还哪一笔"),
        format_func=lambda at: debts[asked.debts[at]].name or _("（未命名）"), key=session.current().key("joint.order", asked.debts),
    )  # fmt: skip
    return tuple(chosen) if len(chosen) == len(asked.debts) > 1 else None


def _row(found: Payoff) -> dict[str, object]:
    return {
        _("几个月还清"): _("还不清") if found.months is None else str(found.months),
        _("利息和罚息"): None if found.months is None else money.to_yuan(sum(found.interest)),
        _("留意"): found.trouble or "",
        _("还清的月份"): "—"
        if found.months is None
        else month(dates.add_months(session.current().as_of, found.months)),
    }
