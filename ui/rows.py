"""Lists in the case: each entry a small form, added and removed in place."""

from __future__ import annotations

import streamlit as st
from pydantic import BaseModel

from assessment.layout import Section
from ui import fields, session
from ui.text import _


def edit(section: Section, shown: tuple[str, ...], more: tuple[str, ...]) -> None:
    """Every entry of a section: the usual fields in a row, the rest behind a click."""
    for place in range(len(getattr(session.current().case, section))):
        with st.container(border=True, key=f"row.{section}.{place}"):
            for column, name in zip(st.columns(len(shown)), shown, strict=True):
                with column:
                    fields.ask((section, place, name))
            _rest(section, place, more)


def _rest(section: Section, place: int, more: tuple[str, ...]) -> None:
    key = session.current().key(section, place)
    with st.expander(_("更多")):
        for column, name in zip(st.columns(len(more)), more, strict=True):
            with column:
                fields.ask((section, place, name))
        st.button(
            _("删除这一项"),
            f"{key}.remove",
            on_click=session.current().remove,
            args=(section, place),
            disabled=session.current().covered,
        )


def add(section: Section, title: str, blank: BaseModel) -> None:
    """A button that appends an empty entry."""
    st.button(title, f"{section}.add", on_click=_append, args=(section, blank), disabled=session.current().covered)


def _append(section: Section, blank: BaseModel) -> None:
    here = session.current()
    place = here.add(section, blank)
    if section == "debts":
        here.chosen_debt = place
