"""The credit report's accounts as debts, each beside its sentence, to take one by one."""

from __future__ import annotations

import streamlit as st

from assessment.creditreport import Proposal, Report, proposals, taken
from assessment.text import label
from ui import session
from ui.text import _, day_text, inert, say, sentences, yuan_text

_STANDING = {"new": label("债务表里没有"), "listed": label("债务表里已有"), "unsure": label("可能已有，要看一看")}


def show(report: Report) -> None:
    """What the report says, what of it is no debt, and which accounts to take."""
    here = session.current()
    found = proposals(report, here.case)
    st.header(_("信用报告里读到的"))
    _summary(report, found)
    accepted = [each for place, each in enumerate(found) if _proposal(place, each)]
    st.divider()
    with st.container(horizontal=True):
        if st.button(_("采用选中的"), here.key("report", "take"), type="primary"):
            here.bring_in(taken(here.case, report, accepted))
            here.leave_report()
            st.rerun()
        if st.button(_("不采用"), here.key("report", "leave")):
            here.leave_report()
            st.rerun()
    st.caption(_("报告里没有利率和罚息，采用后请到“债务”页补上。采用后可以撤销。"))


def _summary(report: Report, found: tuple[Proposal, ...]) -> None:
    if report.day:
        st.write(_("报告日期 {day}，欠着的账户 {count} 个。").format(day=inert(day_text(report.day)), count=len(found)))
    else:
        st.write(_("欠着的账户 {count} 个；没有读到报告日期，请核对是不是最近的报告。").format(count=len(found)))
    if report.months_late is not None:
        st.write(
            _("最近 5 年里，单个账户最多有 {months} 个月逾期；采用时一并填到“征信”页。").format(
                months=report.months_late
            )
        )
    if report.over_ninety:
        st.write(_("有账户逾期超过 90 天。"))
    if report.queries is not None:
        st.write(_("报告日前三个月，因为贷款、信用卡审批等被查了 {count} 次。").format(count=report.queries))
    if report.notes:
        st.markdown(_("**另外读到的**"))
        for note in report.notes:
            st.markdown(f"- {say(note)}")


def _proposal(place: int, each: Proposal) -> bool:
    here = session.current()
    with st.container(border=True):
        name, owed = inert(each.debt.name), inert(yuan_text(each.debt.principal))
        standing = _(_STANDING[each.standing])
        st.markdown(_("**{name}**　余额 {owed}　{standing}").format(name=name, owed=owed, standing=standing))
        st.write(sentences(*map(say, each.words)))
        if filled := _filled(each):
            st.caption(_("会填上：{filled}").format(filled=filled))
        st.caption(_("报告原文：{sentence}").format(sentence=inert(each.account.sentence)))
        return st.checkbox(_("加进债务表"), value=each.standing == "new", key=here.key("report", "debt", place))


def _filled(each: Proposal) -> str:
    """What of the debt the report tells besides its balance."""
    debt = each.debt
    told = (
        (debt.original, _("当初借了 {amount}")), (debt.overdue_amount, _("逾期金额 {amount}")), (debt.instalment, _("每期应还 {amount}")),
    )  # fmt: skip
    amounts = [words.format(amount=inert(yuan_text(yuan))) for yuan, words in told if yuan]
    counts = (
        (debt.days_overdue, _("逾期 {count} 天")), (debt.instalments_left, _("还剩 {count} 期")), (debt.due_day, _("每月 {count} 日还")),
    )  # fmt: skip
    return _("，").join([*amounts, *(words.format(count=count) for count, words in counts if count)])
