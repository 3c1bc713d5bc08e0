"""What the three figures become if income or spending changes."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment.affordability import afford, if_changed
from ui import explain, session
from ui.text import _


def sliders() -> None:
    """Two sliders, and the three figures they lead to; the case itself stays as it is."""
    here = session.current()
    left, right = st.columns(2)
    income = left.slider(_("收入变成现在的几成"), 0, 150, 100, 5, "%d%%", key="what_if.income", persist_state="session")
    living = right.slider(
        _("日常花费变成现在的几成"), 50, 150, 100, 5, "%d%%", key="what_if.living", persist_state="session"
    )
    if (income, living) == (100, 100):
        st.caption(_("拖动滑块，看看收入少一些或多花一些时，三个数变成多少。"))
        return
    changed = if_changed(here.case, Decimal(income) / 100, Decimal(living) / 100)
    explain.three_figures(afford(changed, here.law))
