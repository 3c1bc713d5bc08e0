"""The charts of the odds: people, months, and then one closer look at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment import stress
from assessment.offers import Kind
from assessment.stress import MONTHS
from assessment.text import label
from ui import session
from ui.charts_view import show
from ui.holding import Focus, title_of
from ui.text import _


def people(focus: Focus) -> None:
    """A hundred people in the same place."""
    from ui.charts import people as family

    if focus.last:
        show(family, focus.breaks, "holding.people")


def months(focus: Focus) -> None:
    """How many still keep up, month by month, a line a plan."""
    from ui.charts import survival

    rows = (focus.row,) if focus.debt is None else focus.payable
    last = stress.last_months(focus.verdict.payments)
    lines = tuple(
        survival.Line(title_of(focus, row), focus.verdict.curve[row, : int(last[row]) + 1], _kind(focus, row), row == focus.row)
        for row in rows if last[row]
    )  # fmt: skip
    if lines:
        show(survival, survival.Survival(session.current().as_of, lines), "holding.months")


def _kind(focus: Focus, row: int) -> Kind | None:
    if focus.debt is None or focus.menu is None:
        return None
    return focus.debt.comparison.options[focus.menu.places[row]].outcome.terms.kind


def closer(focus: Focus) -> None:
    """A choice of closer looks; the others cost nothing. What is paid off today can only be looked at one way."""
    if not focus.last:
        _payment(focus)
        return
    names = list(_LOOKS)
    chosen = st.segmented_control(
        _("再看一张"), names, default=names[0], format_func=_, key="holding.look", persist_state="session"
    )
    _LOOKS[chosen or names[0]](focus)


def _breaking(focus: Focus) -> None:
    from ui.charts import breaking

    here, trial = session.current(), focus.trial
    calm = here.once(lambda: stress.without_each(trial.home, here.case.futures, focus.payments), "calm", on=focus.given)
    causes = stress.causes(trial.runs, focus.verdict.broken[focus.row], calm, trial.cushion)
    show(breaking, breaking.Breaking(focus.breaks, causes), "holding.breaking")


def _influence(focus: Focus) -> None:
    from ui.charts import influence

    here, trial = session.current(), focus.trial
    moved = here.once(lambda: stress.moved(trial.home, here.case.futures, focus.payments), "moved", on=focus.given)
    show(influence, influence.Influence(focus.breaks, stress.levers(moved, trial.cushion)), "holding.influence")


def _payment(focus: Focus) -> None:
    from ui.charts import payment_odds

    trial, months = focus.trial, focus.last or MONTHS
    largest = stress.largest_payments(trial.runs.saved, trial.cushion, months)
    capacity = session.current().assessment.affordability.capacity
    show(payment_odds, payment_odds.PaymentOdds(largest, months, capacity), "holding.payment")


_LOOKS: dict[str, Callable[[Focus], None]] = {
    label("什么最先让它断"): _breaking,
    label("哪个数影响最大"): _influence,
    label("每月还多少撑得住"): _payment,
}
