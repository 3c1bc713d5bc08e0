"""Where no agreement is kept yet: out of the agreement's text, out of an offer on the phone, or counted by hand."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment import DebtAssessment, money
from assessment.case import MOST_DUES, Agreement, Due
from assessment.deal.agreed import counted, of_offer, of_paper
from assessment.deal.agreement import figures
from assessment.deal.ledger import Entry
from assessment.law import passages
from ui import limitation_clock, quick_log, session, tables
from ui.live_offer import entries
from ui.text import _, fen_text, inert


def show(found: DebtAssessment) -> None:
    """The ways to a schedule, the payments it comes to, and the key that begins to keep it."""
    limitation_clock.warn(found.index)
    st.info(_("这笔债还没有开始跟踪的约定。拿到盖章的书面协议再签、再付；签好以后从这里开始。"))
    _ways(found)


def anew(found: DebtAssessment) -> None:
    """Another agreement in place of the one that is kept; the old one stays in the case."""
    with st.expander(_("谈成了新的约定，换成新的"), key=f"start.anew.{found.index}", on_change="rerun") as opened:
        if opened.open:
            st.caption(_("旧的约定和付款还留在记录和证据包里；从新约定那天起的付款，算在新约定里。"))
            _ways(found)


def _ways(found: DebtAssessment) -> None:
    ways: dict[str, tuple[str, Callable[[DebtAssessment], tuple[Due, ...]]]] = {
        "paper": (_("照协议的文字"), _from_paper), "offer": (_("照电话里记下的方案"), _from_offer), "hand": (_("自己填"), _by_hand),
    }  # fmt: skip
    here = session.current()
    chosen = st.radio(_("从哪里来"), list(ways), _best(found), lambda way: ways[way][0], here.key("start", "way", found.index), horizontal=True)  # fmt: skip
    dues = ways[chosen][1](found)
    if not dues:
        return
    total = fen_text(sum(money.to_fen(due.amount) for due in dues))
    st.write(
        inert(
            _("一共 {count} 笔，合计 {total}。和协议对一遍，再开始；开始以后还可以改。").format(
                count=len(dues), total=total
            )
        )
    )
    tables.records([{_("哪天"): due.day, _("付多少"): due.amount} for due in dues])
    st.button(_("照这个开始跟踪"), here.key("start", "begin", found.index), type="primary", on_click=_begin, args=(found.debt.name, dues))  # fmt: skip


def _best(found: DebtAssessment) -> int:
    """The way that has something to offer."""
    desk = session.current().desk
    if desk.paper.strip() and desk.read_for == found.debt.name:
        return 0
    return 1 if _offers(found) else 2


def _from_paper(found: DebtAssessment) -> tuple[Due, ...]:
    here = session.current()
    if not here.desk.paper.strip():
        st.caption(_("“协议体检”页还没有放协议。放进去，能读出日期和金额的，这里就有。"))
        return ()
    if here.desk.read_for != found.debt.name:
        st.caption(
            _("“协议体检”页放的协议是看“{name}”时读的。是这笔债的，到那一页选这笔债再看一遍。").format(
                name=inert(here.desk.read_for)
            )
        )
        return ()
    try:
        dues = of_paper(figures(passages.plain(here.desk.paper)[0]), here.as_of)
    except passages.TooLong:
        dues = ()
    if not dues:
        st.caption(_("协议的文字里没有读全每一笔的日期和金额。请照纸上的自己填，也请对方补上还款表。"))
    return dues


def _from_offer(found: DebtAssessment) -> tuple[Due, ...]:
    offers = _offers(found)
    if not offers:
        st.caption(_("“通话”页还没有记下能算的方案。"))
        return ()
    here = session.current()
    chosen = st.selectbox(
        _("哪个方案谈成了"), range(len(offers)), len(offers) - 1, lambda place: offers[place].event.words,
        key=here.key("start", "offer", found.index, len(offers)),
    )  # fmt: skip
    flows = offers[chosen].flows
    dues = of_offer(flows) if flows else ()
    if not dues:
        st.caption(_("这个方案超过 {most} 笔，请自己填前面的。").format(most=MOST_DUES))
    return dues


def _offers(found: DebtAssessment) -> list[Entry]:
    return [entry for entry in entries(found) if entry.flows and entry.flows.total]


def _by_hand(found: DebtAssessment) -> tuple[Due, ...]:
    here = session.current()
    first, count, amount = st.columns(3)
    key = here.key("start", found.index)
    day = first.date_input(_("第一笔哪天付"), found.position.first_due, key=f"{key}.first")
    months = int(count.number_input(_("一共几笔"), 1, MOST_DUES, 12, key=f"{key}.count"))
    typed = amount.text_input(_("每笔多少"), key=f"{key}.amount", autocomplete="off", placeholder=_("例如 820"))
    if not typed.strip():
        return ()
    try:
        fen = money.to_fen(quick_log.yuan(typed))
    except ValueError:
        st.caption(_("“{typed}”不是能看懂的金额，例如 820 或 1.2万。").format(typed=inert(typed)))
        return ()
    return counted(day, months, fen)


def _begin(name: str, dues: tuple[Due, ...]) -> None:
    here = session.current()
    here.add("agreements", Agreement(name=name, day=here.as_of, dues=dues))
