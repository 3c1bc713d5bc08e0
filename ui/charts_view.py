"""A chart on the page: the figure, one sentence that reads it, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from ui import mode, others, presenting, session, tables
from ui.presented import Block
from ui.text import _, inert

_OF_ALL = frozenset({"waterfall", "joint", "holding", "conduct"})
"""Charts about the household or all its debts, by the beginning of their keys; the others are about the chosen debt."""


def show(family: Any, subject: Any, key: str) -> None:
    """`family` is a module of ui/charts: table(subject), figure(subject, palette), reading(subject)."""
    from ui.charts import theme

    sentence = family.reading(subject)
    st.write(inert(sentence))
    st.plotly_chart(family.figure(subject, palette()), theme=None, key=key, config=theme.config(), alt=sentence)
    _behind(family, subject, key)


def pick(family: Any, subject: Any, key: str, taken: Callable[[], None]) -> None:
    """The same for a chart whose points can be clicked; `taken` is called when one was, and reads it by the key."""
    _clickable(family, subject, key, taken)


def clicked(family: Any, subject: Any, key: str) -> int | None:
    """The same with points to click: the place of the one that was, None before."""
    points = _clickable(family, subject, key, "rerun").selection.point_indices
    return points[0] if points else None


def _clickable(family: Any, subject: Any, key: str, taken: Callable[[], None] | Literal["rerun"]) -> Any:
    from ui.charts import theme

    sentence = family.reading(subject)
    st.write(inert(sentence))
    chart = st.plotly_chart(
        family.figure(subject, palette()), theme=None, key=key, config=theme.config(), alt=sentence,
        on_select=taken, selection_mode="points",
    )  # fmt: skip
    _behind(family, subject, key)
    return chart


def palette() -> Any:
    """The colours of the window's own mode."""
    from ui.charts import theme

    return theme.DARK if mode.painted() == "dark" else theme.LIGHT


def _behind(family: Any, subject: Any, key: str) -> None:
    """What stands under a chart: the way to see it large, to show it to others, and to read it as a table."""
    block = _block(family, key)
    presenting.draw(session.behind(), block, family, subject)
    with st.container(horizontal=True):
        if st.button(_("放大看"), f"{key}.large"):
            _large(family, subject)
        others.offer(block)
    _table(family, subject, key)


def _block(family: Any, key: str) -> Block:
    """The chart's name for the other side's window: with the debt it is about, if it is about one."""
    of_all = key.split(".", maxsplit=1)[0] in _OF_ALL
    return ("chart", family.__name__) if of_all else ("chart", family.__name__, session.current().chosen_debt)


@st.dialog(" ", width="large")
def _large(family: Any, subject: Any) -> None:
    """The chart and one sentence, and nothing else."""
    from ui.charts import large, theme

    session.current().speak()
    sentence = family.reading(subject)
    st.header(inert(sentence))
    figure = large.enlarged(family.figure(subject, palette()))
    st.plotly_chart(figure, theme=None, key="chart.large", config=theme.config(), alt=sentence)


def _table(family: Any, subject: Any, key: str) -> None:
    """The table is made once it is opened: it takes the server longer than the chart."""
    with st.expander(_("看表格"), key=f"{key}.table", on_change="rerun") as behind:
        if behind.open:
            tables.frame(family.table(subject))
