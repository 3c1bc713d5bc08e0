"""The credit report's accounts as debts, each beside its sentence, to take one by one."""

from __future__ import annotations

import streamlit as st

from assessment.creditreport import Proposal, Report, proposals, taken
from assessment.text import label
from ui import session
from ui.text import _, day_text, inert, say, yuan_text

_STANDING = {"new": label("债务表里没有"), "listed": label("债务表里已有"), "unsure": label("可能已有，要看一看")}


def show(report: Report) -> None:
    """What the report says, what of it is no debt, and which accounts to take."""
    here = session.current()
    found = proposals(report, here.case)
    st.header(_("信用报告里读到的"))
    _summary(report, found)
    accepted = [each for place, each in enumerate(found) if _proposal(place, each)]
    with st.container(horizontal=True):
        if st.button(_("采用选中的"), here.key("report", "take"), type="primary"):
            here.replace(taken(here.case, report, accepted))
            here.leave_report()
            st.rerun()
        if st.button(_("不采用"), here.key("report", "leave")):
            here.leave_report()
            st.rerun()
    st.caption(_("报告里没有利率、罚息和剩余期数，采用后请到“债务”页补上。采用后可以撤销。"))


def _summary(report: Report, found: tuple[Proposal, ...]) -> None:
    if report.day:
        st.write(_("报告日期 {day}，欠着的账户 {count} 个。").format(day=day_text(report.day), count=len(found)))
    else:
        st.write(_("欠着的账户 {count} 个；没有读到报告日期，请核对是不是最近的报告。").format(count=len(found)))
    if report.months_late is not None:
        st.write(_("最近 5 年里，单个账户最多有 {months} 个月逾期。").format(months=report.months_late))
    if report.queries is not None:
        st.write(_("报告日前三个月，因为贷款、信用卡审批等被查了 {count} 次。").format(count=report.queries))
    for note in report.notes:
        st.caption(say(note))


def _proposal(place: int, each: Proposal) -> bool:
    here = session.current()
    with st.container(border=True):
        name, owed = inert(each.debt.name), inert(yuan_text(each.debt.principal))
        st.markdown(f"**{name}**　{_('余额 {owed}').format(owed=owed)}　{_(_STANDING[each.standing])}")
        st.write(say(each.words))
        st.caption(_("报告原文：{sentence}").format(sentence=inert(each.account.sentence)))
        return st.checkbox(_("加进债务表"), value=each.standing == "new", key=here.key("report", "debt", place))
