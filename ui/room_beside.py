"""What stands beside a talk: the lender's own way, paying at once, a day more, and when borrowing runs out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assessment import DebtAssessment, money
from assessment.case import Assumptions
from assessment.negotiation import Room, Suit, a_day, indifference, runway
from assessment.negotiation.lawsuit import ASSUMED, FORMULA
from assessment.text import label
from ui import fields, navigation, room_found, session, tables
from ui.charts import equal_lump
from ui.charts.equal_lump import Once
from ui.charts_view import show
from ui.cited import citations
from ui.text import _, fen_text, inert, percent, say

if TYPE_CHECKING:
    from ui.session import Session


def lender(found: Room) -> None:
    """What the lender may have without a deal, line by line, both ends; what it rests on, open to change."""
    suit = found.lawsuit
    st.header(_("不谈的话，对方大约能得多少"))
    st.write(
        _("对方心里也有一笔账：不跟您谈，走到打官司、执行，折成今天的钱大约值多少。下面是估计，没有人公布真实的数。")
    )
    rows = zip(_ROWS, _told(suit.low), _told(suit.high), strict=True)
    tables.records([{_("项目"): _(name), _("官司不顺时"): low, _("官司顺利时"): high} for name, low, high in rows])
    if suit.sale:
        st.write(_("打包卖掉的话，按公开的成交均价大约值 {sale}。").format(sale=inert(fen_text(suit.sale))))
    st.caption(say(FORMULA))
    st.markdown("\n".join(f"- {say(note)}" for note in suit.notes))
    citations(suit.rules)
    _assumptions()


_ROWS = (
    label("几个月后开始收到钱"), label("法院可能支持的数"), label("收回几成"), label("执行拿得到的"), label("能收回的钱"),
    label("拿到判决的把握"), label("起诉要先花的钱"), label("折成今天的钱，值"),
)  # fmt: skip


def _told(suit: Suit) -> tuple[str, ...]:
    return (
        str(suit.months), fen_text(suit.award), percent(suit.share), _("不封顶") if suit.takeable is None else fen_text(suit.takeable),
        fen_text(suit.recovered), percent(suit.chance), fen_text(suit.costs), fen_text(suit.value),
    )  # fmt: skip


def _assumptions() -> None:
    with st.expander(_("改这些估计")):
        st.write(_("这些都是估计，没有官方的数。您知道得更准，就改；改了，上面一起变。"))
        columns = st.columns(3)
        for place, name in enumerate(ASSUMED):
            with columns[place % 3]:
                fields.ask(("assumptions", name))
                st.caption(_(str(Assumptions.model_fields[name].description)))


def once(found: Room) -> None:
    """Paying at once against instalments, over the terms; a sentence where no discount is the answer at any term."""
    st.header(_("一次付，还是分期"))
    line = _once(session.current(), found.found.index)
    if line is not None and not line.line.any_discount:
        st.write(inert(equal_lump.reading(line)))
    show(equal_lump, partial(_crossing, place=found.found.index), "equal_lump")
    st.caption(_("按不减免的分期比；不够的现钱按向家人借、到期一起还算，这只是比较，不是让您去借。"))


def _once(of: Session, place: int) -> Once | None:
    """The line of one debt, at the term looked at on its map."""
    found = room_found.with_pins(of, place)
    if found is None:
        return None
    return Once(indifference(found.found, found.annual_rate), room_found.spot(of, found).months)


def _crossing(of: Session, place: int) -> Once | None:
    """The same where there is a discount to find; two lines that lie on each other show nothing."""
    line = _once(of, place)
    return line if line is not None and line.line.any_discount else None


def waiting(found: DebtAssessment) -> None:
    """What a day more costs, and when the gap can no longer be filled."""
    here = session.current()
    st.header(_("拖一天的代价"))
    day = a_day(found, here.law)
    st.write(say(day.words))
    citations(day.rules)
    st.header(_("照现在这样能撑多久"))
    positions = [each.position for each in here.assessment.debts]
    lived = runway(here.case, here.assessment.affordability, positions)
    st.write(say(lived.words))
    st.caption(
        _(
            "按实际收支、每笔按合同还来算，缺口先用现钱、再用额度补；已经逾期的没有算进去。这是提醒，不是让您去借：借新还旧只会欠得更多。"
        )
    )
    fields.ask(("assumptions", "credit_left"))
    with st.expander(_("看每个月")):
        tables.records([
            {_("第几个月"): place, _("到期要还"): money.to_yuan(month.due), _("缺口"): money.to_yuan(month.short),
             _("手头还剩"): money.to_yuan(month.cash), _("新借的累计"): money.to_yuan(month.borrowed)}
            for place, month in enumerate(lived.months[:_SHOWN], start=1)
        ])  # fmt: skip
    navigation.link("options", _("回到方案比较"))


_SHOWN = 24
