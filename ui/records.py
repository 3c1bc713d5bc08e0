"""The log of what happened: the newest entry open, the rest as a table to choose from."""

from __future__ import annotations

from datetime import date, time
from functools import partial

import streamlit as st

from assessment import dates
from assessment.case import Event, words
from ui import choose, fields, proofs, session, tables
from ui.text import _, day_text

_USUAL = ("name", "day", "time", "kind")
_MORE = ("amount", "who", "number", "staff")
_SAID = ("words", "promise", "note")


def usual_debt() -> str:
    """The name a new entry starts with: the chosen debt's, chosen here where there are several."""
    here = session.current()
    debts = here.case.debts
    choose.debt_place()
    return debts[min(here.chosen_debt, len(debts) - 1)].name if debts else ""


def edit() -> None:
    """One entry as a form; the last one where none was chosen."""
    here = session.current()
    count = len(here.case.events)
    if not count:
        st.info(_("还没有记录。从最近一次来电或还款开始记，想得起来的都补上。"))
        return
    place = st.selectbox(
        _("改哪一条"), range(count), count - 1, key=here.key("events", "chosen", count), format_func=lambda at: _title(at, here.case.events[at])
    )  # fmt: skip
    with st.container(border=True):
        for names in (_USUAL, _MORE, _SAID):
            for column, name in zip(st.columns(len(names), vertical_alignment="top"), names, strict=True):
                with column:
                    fields.ask(("events", place, name))
        held = here.case.events[place].proofs
        proofs.field(_("再附录音、截图、回执"), held, partial(here.put, ("events", place, "proofs")), "events", place)
        st.button(_("删除这一条"), here.key("events", place, "remove"), on_click=here.remove, args=("events", place))


def listed() -> None:
    """Everything logged, in order of time."""
    events = sorted(
        session.current().case.events, key=lambda event: (event.day or date.min, dates.clock(event.time) or time.min)
    )
    tables.records(
        [
            {
                _("日期"): event.day,
                _("时间"): event.time,
                _("哪笔债"): event.name,
                _("什么事"): _(words.EVENT_KIND[event.kind]),
                _("金额"): event.amount or None,
                _("说了什么"): _said(event),
                _("附文件"): len(event.proofs) or None,
            }
            for event in events
        ]
    )


def _title(place: int, event: Event) -> str:
    day = day_text(event.day) if event.day else _("没写日期")
    return f"{place + 1}. {day} {event.name} {_(words.EVENT_KIND[event.kind])}"


def _said(event: Event) -> str:
    """Who, their words, and what was promised, in one cell: a phone is narrow."""
    who = _("，").join(filter(None, (event.who, event.number, event.staff)))
    words = _("{who}：{words}").format(who=who, words=event.words) if who and event.words else who or event.words
    promised = _("答应：{promise}").format(promise=event.promise) if event.promise else ""
    return _("；").join(filter(None, (words, promised)))
