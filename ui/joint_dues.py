"""The plan's due days: the next ones on the page, all of them as a calendar file."""

from __future__ import annotations

import streamlit as st

from assessment import money
from assessment.plan import Plan
from ui import session, tables
from ui.text import _, later, plain

_NEXT = 12


def show(found: Plan) -> None:
    """The next payments, and the file for a phone's calendar."""
    dues = found.dues
    tables.records(
        [
            {_("日期"): due.day, _("付给谁"): _names(found)[due.place], _("付多少"): money.to_yuan(due.fen)}
            for due in dues[:_NEXT]
        ]
    )
    if len(dues) > _NEXT:
        st.caption(_("这里列了最近 {count} 笔，一共 {all} 笔；全部在日历文件里。").format(count=_NEXT, all=len(dues)))
    if session.current().covered:
        return
    named = st.toggle(
        _("日历里写上出借方的名字"), key="joint.names", persist_state="session",
        help=_("默认只写“付款”和金额，别人看到手机也不知道是什么。"),
    )  # fmt: skip
    from assessment.report import calendar

    names = _names(found) if named else ()
    st.download_button(
        _("下载日历文件"), later(lambda: calendar.calendar(found, plain, names)), "plan.ics", "text/calendar",
        on_click="ignore", help=_("手机、电脑的日历都能打开，提前三天提醒。"),
    )  # fmt: skip


def _names(found: Plan) -> tuple[str, ...]:
    return tuple(each.found.debt.name or _("（未命名）") for each in found.choices)
