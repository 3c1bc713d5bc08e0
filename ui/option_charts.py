"""The charts that compare options, one at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.text import label
from ui.charts.shown import Shown
from ui.charts_view import show as draw
from ui.text import _


def _payments(subject: Shown) -> None:
    from ui.charts import payments

    draw(payments, subject, "payments")


def _cost(subject: Shown) -> None:
    from ui.charts import cost

    draw(cost, subject, "cost")


def _balance(subject: Shown) -> None:
    from ui.charts import balance

    draw(balance, subject, "balance")


def _cumulative(subject: Shown) -> None:
    from ui.charts import cumulative

    draw(cumulative, subject, "cumulative")


_CHARTS: dict[str, Callable[[Shown], None]] = {
    label("每月还款"): _payments,
    label("总共花多少"): _cost,
    label("还欠多少"): _balance,
    label("累计已还"): _cumulative,
}


def show(subject: Shown) -> None:
    """A choice of charts, and the chosen one; the others cost nothing."""
    names = list(_CHARTS)
    chosen = st.segmented_control(
        _("看哪张图"), names, default=names[0], format_func=_, key="option_chart", persist_state="session"
    )
    _CHARTS[chosen or names[0]](subject)
