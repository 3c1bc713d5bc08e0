"""Which debt a page is about."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment
from ui import navigation, session
from ui.text import _


def debt_place() -> int | None:
    """The place of the chosen debt, chosen here where there is more than one."""
    here = session.current()
    debts = here.case.debts
    if not debts:
        return None
    here.chosen_debt = min(here.chosen_debt, len(debts) - 1)
    if len(debts) > 1:
        here.chosen_debt = st.selectbox(
            _("看哪一笔"), range(len(debts)), here.chosen_debt, key=here.key("choose", len(debts), here.chosen_debt),
            format_func=lambda place: f"{place + 1}. {debts[place].name or _('（未命名）')}",
        )  # fmt: skip
    return here.chosen_debt


def debt() -> DebtAssessment | None:
    """The chosen debt worked out; where there is none, the way to enter one."""
    place = debt_place()
    if place is None:
        st.info(_("先填一笔债务，这里就会列出可以谈的方案。"))
        navigation.link("debts", _("去填债务"))
        return None
    return session.current().debt(place)
