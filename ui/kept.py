"""An agreement as it is kept: how far, what is next, what to do now, and a payment written down with its receipt."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment import DebtAssessment, money
from assessment.deal import what_now as advice
from assessment.deal.agreed import in_force
from assessment.deal.tracking import Standing, Tracked, track
from assessment.evidence.timeline import STANDING
from ui import fields, navigation, proofs, quick_log, session, steps, tables
from ui.text import _, day_text, fen_text, inert, later, plain, sentences

_MARK: dict[Standing, str] = {"paid": "✓", "paid_late": "✓", "to_come": "", "grace": "…", "missed": "△"}
_LONGEST = 20


def place(found: DebtAssessment) -> int | None:
    """Where the agreement in force stands in the case; None where there is none."""
    held = in_force(session.current().case.agreements, found.debt.name)
    return held[0] if held else None


def tracked(found: DebtAssessment) -> Tracked | None:
    """The agreement about a debt against the log."""
    here = session.current()
    at = place(found)
    return None if at is None else track(here.case.agreements[at], here.case.events, here.as_of)


def late() -> None:
    """Every agreement with a payment that is late, and the way to what to do about it; nothing where all is kept."""
    named = [(found, tracked(found)) for found in session.current().assessment.debts]
    behind = [
        _("“{name}”的约定，第 {number} 期晚了，还差 {short}。").format(
            name=found.debt.name, number=row.number, short=fen_text(row.short)
        )
        for found, now in named
        if now and (row := now.open) and row.standing in {"grace", "missed"}
    ]
    if behind:
        st.info(inert(sentences(*behind)))
        navigation.link("kept", _("现在怎么办"))


def summary(now: Tracked) -> None:
    """Paid, left, and what is next; then what the log leaves open."""
    paid, left, following = st.columns(3)
    paid.metric(_("已付"), fen_text(now.paid))
    paid.caption(inert(_("{kept} 期按时，共 {count} 期").format(kept=now.kept, count=len(now.rows))))
    left.metric(_("还剩"), fen_text(now.left))
    left.caption(inert(_("约定一共 {total}").format(total=fen_text(now.total))))
    row = now.open
    if row is not None:
        following.metric(_("下一笔"), fen_text(row.short))
        following.caption(inert(_("第 {number} 期，{day}").format(number=row.number, day=day_text(row.day))))
    elif now.finished is not None:
        following.metric(_("付清"), day_text(now.finished))
    if now.finished is not None:
        st.caption(_("这笔债还列在债务表里。付清了，到“债务”页把它删掉或改成 0，别的页才会跟着变。"))
    elif not now.agreement.written:
        st.info(_("还没有标记“已拿到盖章的书面协议”。没有书面协议，先别付大额；拿到以后在下面勾上。"))
    if now.left_out and now.agreement.day is None:
        st.caption(
            _("还没写哪天谈成的，已经付的 {count} 笔没有算进来；在下面填上那一天。").format(count=len(now.left_out))
        )
    elif now.left_out:
        st.caption(
            _("有 {count} 笔还款没写日期或没写哪笔债，没有算进来；到“往来记录”里补上。").format(count=len(now.left_out))
        )
    if now.beyond:
        st.caption(_("比约定多付了 {amount}，问清对方记在哪里。").format(amount=fen_text(now.beyond)))


def what_now(found: DebtAssessment, now: Tracked) -> None:
    """The steps for a payment that is late, or for when all is paid."""
    here = session.current()
    todo = advice.what_now(now, found.debt, found.comparison.share.suggested, here.law)
    if not todo:
        return
    st.header(_("付清了，还有几件事") if now.finished else _("现在怎么办"))
    steps.dated(todo)
    if not now.finished:
        navigation.link("call", _("打电话时用“通话”页"))


def pay(found: DebtAssessment, now: Tracked) -> None:
    """A payment written into the log, with its receipt by reference."""
    row = now.open
    if row is None:
        return
    here = session.current()
    here.noting.turn_to(found.debt.name)
    st.header(_("付了，记下来"))
    with st.container(border=True):
        key = here.key("kept", "amount", found.index, now.paid)
        st.text_input(_("付了多少"), fields.edited(money.to_yuan(row.short)), _LONGEST, key, autocomplete="off")
        proofs.field(_("附上付款回执、截图"), here.noting.receipts, here.noting.hold_receipts, "kept", found.index)
        st.button(
            _("今天付了，记下来"),
            here.key("kept", "pay", found.index),
            type="primary",
            on_click=_pay,
            args=(found.debt.name, key),
        )
        if told := here.noting.told(here.page):
            st.markdown(f":green-background[{inert(told)}]")
    st.caption(_("别的日子付的，到“往来记录”里补记，事情选“我还了钱”。"))


def _pay(name: str, key: str) -> None:
    noting = session.current().noting
    if quick_log.write(name, "payment", noting.receipts, str(session.typed(key))):
        noting.hold_receipts(())


def rows(now: Tracked) -> None:
    """Every agreed payment and how it stands."""
    tables.records(
        [
            {
                _("第几期"): row.number,
                _("哪天"): row.day,
                _("约定"): money.to_yuan(row.fen),
                _("已付"): money.to_yuan(row.covered),
                _("怎样"): f"{_MARK[row.standing]} {_(STANDING[row.standing])}".strip(),
            }
            for row in now.rows
        ]
    )


def reminders(found: DebtAssessment, now: Tracked) -> None:
    """The payments still open as a calendar file."""
    from assessment.report import calendar

    if not any(row.short and row.day >= now.as_of for row in now.rows):
        return
    here = session.current()
    named = st.toggle(
        _("日历里写上出借方的名字"), key="kept.names", persist_state="session",
        help=_("默认只写“付款”和金额，别人看到手机也不知道是什么。"),
    )  # fmt: skip
    make = later(partial(calendar.agreed, now, place(found) or 0, plain, found.debt.name if named else ""))
    st.download_button(
        _("下载日历文件"), make, "agreed.ics", "text/calendar", key=here.key("kept", "ics", found.index), on_click="ignore",
        help=_("手机、电脑的日历都能打开，提前三天提醒。"),
    )  # fmt: skip
