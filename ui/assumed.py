"""What the assessment takes for granted, all of it open to change."""

from __future__ import annotations

import streamlit as st

from assessment.case import Assumptions
from ui import fields, grid
from ui.text import _


def show() -> None:
    """Every assumption as an input, with why it is asked."""
    with st.expander(_("改假设"), key="assumed", on_change="rerun") as opened:
        if opened.open:
            _inputs()


def _inputs() -> None:
    st.write(_("下面这些数没有人能给出准信，我们先取稳妥的，您可以改；改了，所有页面一起变。"))
    names = tuple(Assumptions.model_fields)
    for place, name in zip(grid.places(len(names), 3), names, strict=True):
        with place:
            fields.ask(("assumptions", name))
