"""An offer typed while the other side waits: the verdict at once, what to answer, and one key to log it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment import DebtAssessment
from assessment.case import Event, EventKind
from assessment.deal import Answer, Reading, Verdict, judge
from assessment.deal.ledger import Entry, last_of, ledger
from assessment.offers import FIT
from assessment.text import Text, label
from ui import clock, limitation_clock, session, tables
from ui.text import _, day_text, fen_text, inert, percent, plain, say

LONGEST = 200
_COURSE = {"better": label("比上一次好"), "worse": label("比上一次差"), "mixed": label("有好有差"), "same": label("和上一次一样")}  # fmt: skip


def entries(found: DebtAssessment) -> tuple[Entry, ...]:
    """The offers logged about this debt."""
    return ledger(session.current().case.events, found)


def ask(found: DebtAssessment) -> None:
    """The field, the verdict, what to say, and the keys that log."""
    here = session.current()
    desk, logged = here.desk, entries(found)
    desk.heard = st.text_input(
        _("对方说的方案（按回车就算）"), desk.heard, LONGEST, _heard_key(found),
        placeholder=_("36期 免罚息 首付1成 月付820"), autocomplete="off",
    )  # fmt: skip
    if not desk.heard.strip():
        st.caption(_("照原话写就行，例如：一次性还8000结清；先还500，剩下分24期每期600；延期三个月，之后照原计划。"))
        return
    _show(found, _judged(found, desk.heard))
    _keys(found, logged)


def _heard_key(found: DebtAssessment) -> str:
    here = session.current()
    return here.key("call", "heard", found.index, here.desk.turn)


def _judged(found: DebtAssessment, heard: str) -> Verdict:
    """The verdict beside the last offer they made before this one."""
    return judge(heard, found, session.current().law, last_of(_before(entries(found), heard), "theirs"))


def _before(logged: Sequence[Entry], heard: str) -> Sequence[Entry]:
    """The offers before the one being heard, which may have been logged already."""
    theirs = [entry for entry in logged if entry.side == "theirs"]
    return theirs[:-1] if theirs and theirs[-1].event.words == heard else theirs


def _show(found: DebtAssessment, verdict: Verdict) -> None:
    """One sentence, three numbers, what to say; then what is to be asked and how it was read."""
    with st.container(border=True):
        badge = f"　:gray-badge[{_(FIT[verdict.fit])}]" if verdict.fit else ""
        st.markdown(f"**{say(verdict.sentence)}**{badge}")
        for warning in verdict.warnings:
            st.markdown(f":orange-background[{say(warning)}]")
        _numbers(verdict)
        if limitation_clock.stands(found.index):
            st.write(_("先不答复，也不说愿意还。只说：请把合同和欠款明细书面寄给我，我看过再说。"))
        else:
            _answers(verdict.answers)
    _doubts(verdict.reading, verdict.sentence)


def _numbers(verdict: Verdict) -> None:
    flows = verdict.flows
    if flows is None or verdict.fit is None:
        return
    month, whole, rate = st.columns(3)
    if flows.monthly:
        month.metric(_("每月最多"), fen_text(flows.heaviest))
        first = _("，先付 {first}").format(first=fen_text(flows.first)) if flows.first else ""
        month.caption(inert(_("{months} 期{first}").format(months=flows.months, first=first)))
    else:
        month.metric(_("一次付"), fen_text(flows.first))
        month.caption(inert(_("{day} 以前").format(day=day_text(flows.first_day))))
    whole.metric(_("一共还"), fen_text(flows.total))
    whole.caption(inert(_against_owed(flows.above_owed)))
    yearly, compound = flows.yearly or 0, flows.effective or 0
    rate.metric(
        _("按今天欠的折成一年"), percent(yearly) if yearly > 0 else _("没有多付"),
        help=_("一个月的真实利率乘 12；按复利算一年是 {rate}。").format(rate=percent(compound)) if yearly > 0 else None,
    )  # fmt: skip
    rate.caption(inert(_change(verdict)))


def _against_owed(above: int) -> str:
    if above > 0:
        return _("比今天欠的多 {amount}").format(amount=fen_text(above))
    return _("比今天欠的少 {amount}").format(amount=fen_text(-above)) if above else _("和今天欠的一样")


def _change(verdict: Verdict) -> str:
    if verdict.change is None:
        return _("这是对方第一次出价")
    moved = _("，").join(plain(part) for part in verdict.change.parts)
    return _(_COURSE[verdict.change.course]) + (_("：{moved}").format(moved=moved) if moved else "")


def _answers(answers: Sequence[Answer]) -> None:
    st.markdown(_("**可以这样答**"))
    st.markdown(f"> {say(answers[0].said)}")
    if len(answers) > 1:
        with st.expander(_("对方不同意，再说")):
            st.markdown("\n\n".join(f"> {say(answer.said)}" for answer in answers[1:]))


def _doubts(reading: Reading, shown: Text) -> None:
    """What to ask beyond what is shown, what was not understood, and what every word was taken for."""
    if reading.impossible:
        st.markdown("\n".join(f"- {say(each)}" for each in reading.impossible if each != shown))
    if reading.unclear:
        st.markdown("\n".join((_("**要问清的**"), *(f"- {say(each)}" for each in reading.unclear))))
    if reading.unread:
        words = _("、").join(f"“{inert(each)}”" for each in reading.unread)
        st.caption(_("没有读懂，没有算进去：{words}").format(words=words))
    if not reading.taken:
        return
    with st.expander(_("每个词当作什么")):
        tables.records([{_("原话"): each.words, _("当作"): each.meaning} for each in reading.taken])


def _keys(found: DebtAssessment, logged: Sequence[Entry]) -> None:
    """One key each: their offer, our answer, agreed, refused; the time is added by itself."""
    here = session.current()
    desk = here.desk
    caller = here.key("call", "caller")
    desk.caller = st.text_input(_("对方是谁（电话、工号）"), desk.caller, 60, caller, autocomplete="off")
    key = here.key("call", found.index, desk.turn)
    known = bool(logged) and logged[-1].side == "theirs" and logged[-1].event.words == desk.heard
    names: dict[EventKind, str] = {
        "offered": _("记下对方的方案"), "asked": _("我这样答了"), "agreement": _("谈成了"), "refused": _("对方不同意"),
    }  # fmt: skip
    if limitation_clock.stands(found.index):
        del names["asked"]
    with st.container(horizontal=True):
        for kind, name in names.items():
            st.button(
                name, f"{key}.{kind}", type="primary" if kind == "offered" else "secondary",
                disabled=known and kind == "offered", on_click=_log, args=(found, kind, _heard_key(found), caller),
            )  # fmt: skip
    if desk.logged:
        st.caption(say(desk.logged))


def _log(found: DebtAssessment, kind: EventKind, heard_key: str, caller_key: str) -> None:
    """One line in the log, of what stands in the fields now: they may have changed since the page was drawn."""
    here = session.current()
    heard, now = str(session.typed(heard_key)), clock.time_of_day()
    if not heard.strip():
        return
    words = _answered(found, heard) if kind == "asked" else heard
    who = str(session.typed(caller_key))
    here.noting.turn_to(found.debt.name)
    here.add(
        "events",
        Event(
            name=found.debt.name, day=here.as_of, time=now, kind=kind, who=who, words=words, number=here.noting.number,
            staff=here.noting.staff,
        ),
    )  # fmt: skip
    here.desk.logged = Text("{done}（{time}，可以在“往来记录”里改）", done=_LOGGED[kind], time=now)


def _answered(found: DebtAssessment, heard: str) -> str:
    """What was said to their offer: our own offer where there is one, else the sentence."""
    answer: Answer = _judged(found, heard).answers[0]
    return answer.phrase or plain(answer.said)


_LOGGED: dict[EventKind, Text] = {
    "offered": Text("记下了对方的方案"),
    "asked": Text("记下了您的答复"),
    "agreement": Text("记下了谈成的方案：先拿盖章的书面协议，再付款"),
    "refused": Text("记下了对方不同意"),
}
