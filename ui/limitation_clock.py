"""One debt's limitation: what began it, what began it anew, when it ends, and what to do meanwhile."""

from __future__ import annotations

import streamlit as st

from assessment.case import words
from assessment.law.limitation import Clock, clock
from assessment.stages import may_be_barred
from ui import navigation, session, tables
from ui.cited import citations
from ui.text import _, day_text, inert, say


def show(place: int) -> None:
    """The verdict first, the days it rests on after."""
    here = session.current()
    found = clock(here.case.debts[place], here.case.events, here.as_of, here.law)
    with st.container(border=True):
        st.markdown(f"**{say(found.words)}**")
        if found.verdict in {"running", "uncertain", "may_have_passed"} and found.expires:
            st.write(_("按现有记录，三年到 {day} 为止。").format(day=inert(day_text(found.expires))))
        if found.advice:
            st.markdown("\n".join(f"- {say(line)}" for line in found.advice))
    _days(found)
    citations(found.rules)


def _days(found: Clock) -> None:
    events = session.current().case.events
    rows = (
        [{_("日期"): found.start, _("什么事"): _("起算"), _("说明"): _("最后一期到期，或全部逾期那天")}]
        if found.start
        else []
    )
    rows += [
        {
            _("日期"): restart.day,
            _("什么事"): _(words.EVENT_KIND[events[restart.event].kind]),
            _("说明"): restart.why,
        }
        for restart in found.restarts
    ]
    tables.records(rows)


def stands(place: int) -> bool:
    """Whether a debt is so old that talking of it may do harm."""
    here = session.current()
    return may_be_barred(here.case.debts[place], here.case.events, here.as_of, here.law)


def warn(place: int) -> None:
    """Before any offer: a debt so old that talking of it may do harm."""
    if stands(place):
        st.info(_("这笔债三年多没有动静，可能过了诉讼时效。弄清之前先不联系、不还款、不签字；下面的方案先不要提。"))
        navigation.link("limitation")
