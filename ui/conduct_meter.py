"""What the log says of a collector's conduct, fact by fact, and whom to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assessment.case import Event, words
from assessment.law.conduct import Finding, judge
from assessment.law.conduct import channels as order_of
from assessment.law.contacts import Contacts, contacts
from assessment.text import label
from ui import charts_view, choose, navigation, session
from ui.charts import contact_hours
from ui.cited import citations, whole
from ui.text import _, day_text, inert, say

if TYPE_CHECKING:
    from ui.session import Session

_FORCE = {"law": label("法律"), "standard": label("推荐性标准或行业自律"), "reminder": label("本软件的提醒")}
_STANDING = {"against": label("和规则不符"), "may_be": label("可能不符，要看证据"), "missing": label("还缺事实")}


def findings() -> None:
    """Every finding: which lines of the log, what, which rule, what evidence is still missing."""
    here = session.current()
    if not here.case.events:
        st.info(_("还没有往来记录。记下每次来电的日期、时间、号码和原话，这里就会逐条核对。"))
        return
    found = judge(here.case, here.law)
    if not found:
        st.write(_("记下的这些，没有看到和规则不符的。"))
    for each in found:
        _card(each)


def hours() -> None:
    """Every contact on its day and at its time."""
    charts_view.show(contact_hours, _timed, "conduct.hours")


def _timed(of: Session) -> Contacts | None:
    found = contacts(of.case.events, of.law)
    return found if found.timed else None


def _card(found: Finding) -> None:
    events = session.current().case.events
    with st.container(border=True):
        forces = _("、").join(_(_FORCE[force]) for force in found.forces)
        st.caption(f"{_(_STANDING[found.standing])}　{forces}")
        st.markdown(f"**{say(found.what)}**")
        st.markdown("\n".join(f"- {inert(_line(events[place]))}" for place in found.events))
        st.write(say(found.evidence))
        citations(found.rules)


def _line(event: Event) -> str:
    day = day_text(event.day) if event.day else _("没写日期")
    parts = (day, event.time, event.name, _(words.EVENT_KIND[event.kind]), event.who, event.words)
    return " ".join(part for part in parts if part)


def channels() -> None:
    """Whom to turn to for the chosen debt's lender, in order."""
    place = choose.debt_place()
    if place is None:
        navigation.link("debts", _("去填债务"))
        return
    here = session.current()
    lender = here.case.debts[place].lender
    own = () if lender == "private" else (_("先向出借方自己的投诉渠道提出，留下工单号。"),)
    names = order_of(lender)
    steps = (*own, *(_(here.law.rule(name).plain) for name in names))
    st.markdown("\n".join(f"{number}. {inert(step)}" for number, step in enumerate(steps, start=1)))
    whole(names)
