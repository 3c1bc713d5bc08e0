"""The window of the other side: one sheet in large type, nothing to press, kept up by itself."""

from __future__ import annotations

import streamlit as st

from ui import mode, own_words, window
from ui.text import _, speak
from ui.window import Sheet

ASKED = "show"
_EVERY_SECONDS = 0.5


def asked() -> bool:
    """Whether this window is one of the other side's."""
    return ASKED in st.query_params


def run() -> None:
    """The sheet, without a menu."""
    page = st.Page(_watched, title=_("给您看的"), url_path="window", default=True)
    st.navigation([page], position="hidden").run()


@st.fragment(run_every=_EVERY_SECONDS)
def _watched() -> None:
    sheet = window.shown(st.query_params.get(ASKED, ""))
    speak(sheet.language if sheet else "zh")
    own_words.speak(sheet.language if sheet else "zh")
    _draw(sheet or Sheet(title=_("这里没有内容"), lines=(_("窗口已经结束，或者地址不对。可以关掉了。"),)))


def _draw(sheet: Sheet) -> None:
    if sheet.title:
        st.title(sheet.title)
    for column, each in zip(st.columns(max(len(sheet.figures), 1)), sheet.figures, strict=False):
        with column, st.container(border=True):
            st.metric(each.name, each.amount)
            st.write(each.meaning)
    for line in sheet.lines:
        st.write(line)
    if sheet.chart:
        _chart(sheet)
    st.caption(sheet.note)


def _chart(sheet: Sheet) -> None:
    from plotly import io

    from ui.charts import theme

    light, dark = sheet.chart or ("", "")
    figure = io.from_json(dark if mode.painted() == "dark" else light, skip_invalid=True)
    st.plotly_chart(
        figure, theme=None, key="window.chart", config=theme.config() | {"staticPlot": True}, alt=sheet.lines[0]
    )
