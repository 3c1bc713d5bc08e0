"""What bills say, what it would change, and the choice of what to take."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assessment import bills, money
from assessment.bills import HiddenDebt, Living, Repaid
from assessment.text import label
from ui import session, tables
from ui.text import _, day_text, inert, say

_STANDING = {"added": label("新增"), "changed": label("会改"), "same": label("一样")}


def show() -> None:
    """The bills at hand, income and living costs from them, debts they show, and what to take."""
    here = session.current()
    entries, twice = bills.merged(here.bills)
    since = min(bill.since for bill in here.bills)
    until = max(bill.until for bill in here.bills)
    st.header(_("账单里读到的"))
    _listed(twice)
    found = bills.living(entries, since, until)
    take_living = _living(found)
    accepted = _hidden(bills.hidden(entries, here.case.debts, here.as_of))
    known = bills.repaid(entries, here.case.debts, here.as_of)
    take_events = _repaid(known)
    events = [event for each in known for event in each.events] if take_events else []
    take, leave, _space = st.columns((1, 1, 3))
    if take.button(_("采用选中的"), here.key("bills", "take"), type="primary"):
        here.replace(bills.taken(here.case, found if take_living else None, [each.debt for each in accepted], events))
        here.leave_bills()
        st.rerun()
    if leave.button(_("不采用"), here.key("bills", "leave")):
        here.leave_bills()
        st.rerun()
    st.caption(_("只留下日期、金额、类别和机构名；姓名、账号、订单号读完就丢。采用后可以撤销。"))


def _listed(twice: int) -> None:
    here = session.current()
    tables.records([
        {
            _("账单"): bill.platform or _("银行或其他"), _("从"): bill.since, _("到"): bill.until, _("读了几行"): str(bill.lines),
            _("关闭的订单"): str(bill.closed), _("退款"): str(bill.refunds),
        }
        for bill in here.bills
    ])  # fmt: skip
    if twice:
        st.write(_("有 {count} 笔在两份账单里都有，只算一次。").format(count=twice))
    if here.bill_problems:
        tables.problems(here.bill_problems)
    for note in dict.fromkeys(note for bill in here.bills for note in bill.notes):
        st.caption(say(note))


def _living(found: Living) -> bool:
    st.subheader(_("收入和生活支出"))
    for note in found.notes:
        st.write(say(note))
    if not found.months:
        return False
    st.write(
        _("按 {count} 个整月算：{first} 到 {last}。还债、借来的钱、自己账户之间转来转去的，都不算。").format(
            count=len(found.months), first=_month(found.months[0]), last=_month(found.months[-1])
        )
    )
    here = session.current()
    tables.records([
        {
            _("项目"): _(change.name), _("现在（每月）"): change.before, _("账单（每月）"): change.after,
            _("变化"): _(_STANDING[change.standing]),
        }
        for change in bills.changes(here.case, found)
    ])  # fmt: skip
    return st.checkbox(_("采用这些收入和支出"), value=True, key=here.key("bills", "living"))


def _month(day: date) -> str:
    return _("{year}年{month}月").format(year=day.year, month=day.month)


def _hidden(found: tuple[HiddenDebt, ...]) -> list[HiddenDebt]:
    """Lenders no listed debt names, each with the lines that show it, to take one by one."""
    if not found:
        return []
    here = session.current()
    st.subheader(_("债务表里没有的欠款"))
    st.write(_("下面这些，账单里有还款或赊账，债务表里没有。是的就勾上，之后到“债务”页补上剩余本金。"))
    taken = []
    for each in found:
        with st.container(border=True):
            st.write(say(each.words))
            with st.expander(_("看是哪几笔")):
                tables.records([
                    {_("日期"): line.day, _("金额"): money.to_yuan(line.fen), _("账单上写的"): line.words or _("用它付款")}
                    for line in each.lines
                ])  # fmt: skip
            repays = any(line.kind == "repaid" for line in each.lines)
            if st.checkbox(_("加进债务表"), value=repays, key=here.key("bills", "debt", each.creditor)):
                taken.append(each)
    return taken


def _repaid(found: tuple[Repaid, ...]) -> bool:
    """Listed debts the bills show payments on, and what does not fit."""
    if not found:
        return False
    here = session.current()
    st.subheader(_("和债务表对一对"))
    for each in found:
        name = inert(here.case.debts[each.debt].name)
        st.markdown(
            _("**{name}**：账单里还过 {count} 次，最近一次 {day}。").format(
                name=name, count=len(each.events), day=inert(day_text(each.last))
            )
        )
        for line in each.words:
            st.write(say(line))
    return st.checkbox(_("把这些还款记进往来记录"), value=True, key=here.key("bills", "events"))
