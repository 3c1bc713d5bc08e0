"""The agreement itself: its payments, what it says of a late one, and its papers by reference."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment import DebtAssessment
from ui import fields, kept, proofs, session
from ui.text import _

_ROWS = (("day", "grace_days", "if_late"), ("reporting", "receipt", "checked"))


def show(found: DebtAssessment) -> None:
    """Every term as an input, behind a click."""
    place = kept.place(found)
    if place is None:
        return
    with st.expander(_("约定怎么写的（可改）"), key=f"agreed.terms.{place}", on_change="rerun") as terms:
        if terms.open:
            _inputs(place)


def _inputs(place: int) -> None:
    here = session.current()
    fields.ask(("agreements", place, "written"))
    for names in _ROWS:
        for column, name in zip(st.columns(len(names), vertical_alignment="bottom"), names, strict=True):
            with column:
                fields.ask(("agreements", place, name))
    fields.ask(("agreements", place, "clause"))
    fields.ask(("agreements", place, "dues"))
    held = here.case.agreements[place].proofs
    proofs.field(
        _("附上协议、结清证明的文件"), held, partial(here.put, ("agreements", place, "proofs")), "agreed", place
    )
    st.button(
        _("不再跟踪这份约定"), here.key("agreed", "remove", place), on_click=here.remove, args=("agreements", place)
    )
