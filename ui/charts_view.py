"""A chart on the page: the figure, one sentence that reads it, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from ui import mode, others, presenting, session, tables
from ui.presented import Block
from ui.redrawn import Subject
from ui.text import _, inert

_OF_ALL = frozenset({"waterfall", "joint", "holding", "conduct"})
"""Charts about the household or all its debts, by the beginning of their keys; the others are about the chosen debt."""


def show(family: Any, told: Subject, key: str) -> None:
    """A chart that can be drawn anew from any page; nothing where there is nothing of it.

    `family` is a module of ui/charts: table(subject), figure(subject, palette), reading(subject).
    """
    subject = told(session.current())
    if subject is not None:
        _still(family, subject, key, told)


def stay(family: Any, subject: Any, key: str) -> None:
    """The same for a chart that is too long in the making to be drawn anew off its page."""
    _still(family, subject, key, None)


def _still(family: Any, subject: Any, key: str, told: Subject | None) -> None:
    from ui.charts import theme

    sentence = family.reading(subject)
    st.write(inert(sentence))
    st.plotly_chart(family.figure(subject, palette()), theme=None, key=key, config=theme.config(), alt=sentence)
    _behind(family, subject, key, told)


def pick(family: Any, told: Subject, key: str, taken: Callable[[], None]) -> None:
    """`show` for a chart whose points can be clicked; `taken` is called when one was, and reads it by the key."""
    subject = told(session.current())
    if subject is not None:
        _clickable(family, subject, key, taken)
        _behind(family, subject, key, told)


def clicked(family: Any, subject: Any, key: str) -> int | None:
    """`stay` with points to click: the place of the one that was, None before."""
    points = _clickable(family, subject, key, "rerun").selection.point_indices
    _behind(family, subject, key, None)
    return points[0] if points else None


def _clickable(family: Any, subject: Any, key: str, taken: Callable[[], None] | Literal["rerun"]) -> Any:
    from ui.charts import theme

    sentence = family.reading(subject)
    st.write(inert(sentence))
    return st.plotly_chart(
        family.figure(subject, palette()), theme=None, key=key, config=theme.config(), alt=sentence,
        on_select=taken, selection_mode="points",
    )  # fmt: skip


def palette() -> Any:
    """The colours of the window's own mode."""
    from ui.charts import theme

    return theme.DARK if mode.painted() == "dark" else theme.LIGHT


def _behind(family: Any, subject: Any, key: str, told: Subject | None) -> None:
    """What stands under a chart: the way to see it large, to show it to others, and to read it as a table."""
    block = _block(family, key)
    presenting.draw(session.behind(), block, family, subject, told)
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
