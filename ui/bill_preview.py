"""What bills say, what it would change, and the choice of what to take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from assessment import bills, money
from assessment.bills import Bill, Change, HiddenDebt, Ledger, Living, Repaid
from assessment.text import label
from ui import grid, session, tables
from ui.text import _, day_text, inert, month, say, yuan_text

_STANDING = {"added": label("新增"), "changed": label("会改"), "same": label("一样")}
_SECTIONS = {"incomes": label("收入"), "expenses": label("生活支出")}


def show() -> None:
    """The bills at hand, income and living costs from them, debts they show, and what to take."""
    here = session.current()
    ledger = here.ledger
    found = bills.living(ledger)
    st.header(_("账单里读到的"))
    _listed(here.bills, ledger)
    accepted = _living(found)
    debts = _hidden(bills.hidden(ledger, here.case.debts, here.as_of))
    known = bills.repaid(ledger, here.case.debts, here.as_of)
    events = [event for each in known for event in each.events] if _repaid(known) else []
    st.divider()
    with st.container(horizontal=True):
        if st.button(_("采用选中的"), here.key("bills", "take"), type="primary"):
            here.bring_in(bills.taken(here.case, found, accepted, [each.debt for each in debts], events))
            here.leave_bills()
            st.rerun()
        if st.button(_("不采用"), here.key("bills", "leave")):
            here.leave_bills()
            st.rerun()
    st.caption(_("只留下日期、金额、类别和机构名；姓名、账号、订单号读完就丢。采用后可以撤销。"))


def _listed(several: Sequence[Bill], ledger: Ledger) -> None:
    """Each bill, how far it was read, and how its own sums compare."""
    here = session.current()
    tables.records([
        {
            _("账单"): bill.platform or _("银行或其他"), _("从"): bill.since, _("到"): bill.until, _("读了几行"): str(bill.lines), _("没算的"): _left_out(bill),
        }
        for bill in several
    ])  # fmt: skip
    if ledger.twice:
        st.write(_("有 {count} 笔在两份账单里都有，只算一次。").format(count=ledger.twice))
    if ledger.own:
        st.write(_("有 {count} 笔是自己账户之间转来转去，不算收入，也不算支出。").format(count=ledger.own))
    if here.bill_problems:
        tables.problems(here.bill_problems)
    for note in dict.fromkeys(note for bill in several for note in bill.notes):
        st.caption(say(note))
    _own_sums(several)


def _left_out(bill: Bill) -> str:
    told = (
        (bill.closed, _("关闭的订单 {count}")), (bill.refunds, _("退款 {count}")), (bill.foreign, _("外币 {count}")), (len(bill.unread), _("没读懂 {count}")),
    )  # fmt: skip
    return _("，").join(words.format(count=count) for count, words in told if count) or _("没有")


def _own_sums(several: Sequence[Bill]) -> None:
    """The sums an export tells beside those of its lines."""
    rows: list[dict[str, Any]] = [
        {
            _("账单"): bill.platform or _("银行或其他"), _("合计"): name, _("账单自己写的"): money.to_yuan(told), _("逐行加起来"): money.to_yuan(counted),
        }
        for bill in several
        for name, told, counted in zip((_("收入"), _("支出")), bill.told, bill.counted, strict=True)
        if told is not None
    ]  # fmt: skip
    if rows:
        with st.expander(_("和账单自己写的合计比一比")):
            tables.records(rows)
            st.caption(_("平台自己也说明，合计的算法和明细不同，差一点不要紧。"))


def _living(found: Living) -> set[str]:
    """Income and spending as they would change, to take line by line; the keys of those chosen."""
    st.subheader(_("收入和生活支出"))
    if found.months:
        st.write(
            _("按 {count} 个整月算：{first} 到 {last}。还债、借来的钱、自己账户之间转来转去的，都不算。").format(
                count=len(found.months), first=month(found.months[0]), last=month(found.months[-1])
            )
        )
    changed = bills.changes(session.current().case, found)
    accepted = {each.key for section in _SECTIONS for each in _section(section, changed)}
    for note in found.notes:
        st.write(say(note))
    _month_by_month(found)
    return accepted


def _section(section: str, changed: Sequence[Change]) -> list[Change]:
    """The lines of one section, each with its own box; those that stay as they are need none."""
    lines = [each for each in changed if each.section == section]
    if not lines:
        return []
    here = session.current()
    st.markdown(f"**{_(_SECTIONS[section])}**")
    differing = [line for line in lines if line.standing != "same"]
    chosen = []
    for place, each in zip(grid.places(len(differing), 2), differing, strict=True):
        with place:
            if st.checkbox(_change(each), value=True, key=here.key("bills", section, each.key)):
                chosen.append(each)
    if same := [_(each.name) for each in lines if each.standing == "same"]:
        st.caption(_("和现在一样：{names}").format(names=_("、").join(same)))
    return chosen


def _change(each: Change) -> str:
    told = {"name": _(each.name), "after": inert(yuan_text(each.after)), "standing": _(_STANDING[each.standing])}
    if each.before is None:
        return _("{name}：每月 {after}（{standing}）").format(**told)
    return _("{name}：每月 {after}，现在 {before}（{standing}）").format(before=inert(yuan_text(each.before)), **told)


def _month_by_month(found: Living) -> None:
    """Every line month by month: what the figures above rest on."""
    if not found.by_month:
        return
    with st.expander(_("看逐月的数")):
        for way, title in (("in", label("收入")), ("out", label("生活支出")), ("repaid", label("还债"))):
            lines = [each for each in found.by_month if each.way == way]
            if lines:
                st.markdown(f"**{_(title)}**")
                tables.records([
                    {_("月份"): month(day)} | {_(each.name): money.to_yuan(each.fen[place]) for each in lines}
                    for place, day in enumerate(found.months)
                ])  # fmt: skip


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
            if filled := _filled(each):
                st.caption(_("会填上：{filled}").format(filled=filled))
            if each.lines:
                _evidence(each)
            if st.checkbox(_("加进债务表"), value=each.sure, key=here.key("bills", "debt", each.creditor)):
                taken.append(each)
    return taken


def _filled(each: HiddenDebt) -> str:
    """What of the debt the bills already tell."""
    debt = each.debt
    told = (
        (debt.principal, _("剩余本金 {amount}").format(amount=inert(yuan_text(debt.principal)))),
        (debt.instalment, _("每期应还 {amount}").format(amount=inert(yuan_text(debt.instalment or debt.principal)))),
        (debt.due_day, _("每月 {day} 日还").format(day=debt.due_day)),
        (debt.instalments_left, _("还剩 {count} 期").format(count=debt.instalments_left)),
    )
    return _("，").join(words for value, words in told if value)


def _evidence(each: HiddenDebt) -> None:
    with st.expander(_("看是哪几笔")):
        tables.records([
            {_("日期"): line.day, _("金额"): money.to_yuan(line.fen), _("账单上写的"): line.words or _("用它付款")}
            for line in each.lines
        ])  # fmt: skip


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
                name=name, count=each.times, day=_day(each.last)
            )
        )
        for line in each.words:
            st.write(say(line))
    if not any(each.events for each in found):
        return False
    return st.checkbox(_("把这些还款记进往来记录"), value=True, key=here.key("bills", "events"))


def _day(day: date) -> str:
    return inert(day_text(day))
