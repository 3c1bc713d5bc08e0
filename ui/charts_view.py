"""A chart on the page: the figure, one sentence that reads it, and the table behind it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ui import tables
from ui.text import _, inert


def show(family: Any, subject: Any, key: str) -> None:
    """`family` is a module of ui/charts: table(subject), figure(subject, palette), reading(subject)."""
    from ui.charts import theme

    sentence = family.reading(subject)
    palette = theme.DARK if st.context.theme.type == "dark" else theme.LIGHT
    st.write(inert(sentence))
    st.plotly_chart(family.figure(subject, palette), theme=None, key=key, config=theme.config(), alt=sentence)
    with st.expander(_("看表格")):
        tables.frame(family.table(subject))
