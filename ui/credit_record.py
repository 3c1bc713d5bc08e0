"""The person's own report in words, policies that mend it, whom else it touches, and what may be asked."""

from __future__ import annotations

import streamlit as st

from assessment import credit
from ui import fields, session
from ui.cited import citations
from ui.text import _, inert, say

_STANDING_LINE = "**{name}**　{words}"


def own_words() -> None:
    """What the personal print says, entered as it is read there, and what it means."""
    here = session.current()
    st.write(_("个人版报告不给逐月的格子，只用一句话写：最近 5 年内有几个月逾期、有没有 90 天以上。照着抄到这里。"))
    for column, name in zip(
        st.columns(3, vertical_alignment="bottom"), ("overdue_months", "over_ninety", "queries"), strict=True
    ):
        with column:
            fields.ask(("household", name))
    for words in credit.on_record(here.case.household, here.law):
        st.write(say(words))


def repairs() -> None:
    """Whether the one-off policy reaches each debt, and why not."""
    here = session.current()
    for debt in here.case.debts:
        if debt.days_overdue:
            words = say(credit.repair(debt, here.as_of, here.law).words)
            st.markdown(_STANDING_LINE.format(name=inert(debt.name or _("（未命名）")), words=words))
    citations(("credit_repair",))


def effects() -> None:
    """Guarantors, co-borrowers and pledges."""
    for debt in session.current().case.debts:
        for words in credit.effects(debt):
            st.markdown(_STANDING_LINE.format(name=inert(debt.name or _("（未命名）")), words=say(words)))


def rights() -> None:
    """Each right with how to use it and its article."""
    for right in credit.rights(session.current().law):
        st.markdown(_STANDING_LINE.format(name=say(right.title), words=say(right.how)))
        citations(right.rules)
