"""The charts that compare options, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.text import label
from ui import option_cards
from ui.charts_view import show as draw
from ui.text import _


def _payments(place: int) -> None:
    from ui.charts import payments

    draw(payments, partial(option_cards.pinned, place=place), "payments")


def _cost(place: int) -> None:
    from ui.charts import cost

    draw(cost, partial(option_cards.pinned, place=place), "cost")


def _balance(place: int) -> None:
    from ui.charts import balance

    draw(balance, partial(option_cards.pinned, place=place), "balance")


def _cumulative(place: int) -> None:
    from ui.charts import cumulative

    draw(cumulative, partial(option_cards.pinned, place=place), "cumulative")


_CHARTS: dict[str, Callable[[int], None]] = {
    label("每月还款"): _payments,
    label("总共花多少"): _cost,
    label("还欠多少"): _balance,
    label("累计已还"): _cumulative,
}


def show(place: int) -> None:
    """A choice of charts of one debt's options, and the chosen one; the others cost nothing."""
    names = list(_CHARTS)
    chosen = st.segmented_control(
        _("看哪张图"), names, default=names[0], format_func=_, key="option_chart", persist_state="session"
    )
    _CHARTS[chosen or names[0]](place)
