"""The charts of the odds: people, months, and then one closer look at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment import stress
from assessment.offers import Kind
from assessment.stress import MONTHS
from assessment.text import label
from ui import holding_focus
from ui.charts_view import show
from ui.holding_focus import Focus, Looked
from ui.text import _

if TYPE_CHECKING:
    from ui.charts.breaking import Breaking
    from ui.charts.influence import Influence
    from ui.charts.payment_odds import PaymentOdds
    from ui.charts.survival import Survival
    from ui.session import Session


def people(focus: Focus) -> None:
    """A hundred people in the same place."""
    from ui.charts import people as family

    _show(family, _breaks, focus, "people")


def months(focus: Focus) -> None:
    """How many still keep up, month by month, a line a plan."""
    from ui.charts import survival

    _show(survival, _survival, focus, "months")


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

    _show(breaking, _causes, focus, "breaking")


def _influence(focus: Focus) -> None:
    from ui.charts import influence

    _show(influence, _levers, focus, "influence")


def _payment(focus: Focus) -> None:
    from ui.charts import payment_odds

    _show(payment_odds, _payments, focus, "payment")


def _show(family: Any, of_focus: Callable[[Session, Focus], Any], focus: Focus, name: str) -> None:
    """A chart of what is looked at; about all debts, or about the one."""
    about = "holding" if focus.debt is None else "holding_one"
    show(family, partial(_anew, of_focus=of_focus, looked=focus.looked), f"{about}.{name}")


def _anew(of: Session, of_focus: Callable[[Session, Focus], Any], looked: Looked) -> Any:
    focus = holding_focus.focus(of, looked)
    return None if focus is None else of_focus(of, focus)


def _breaks(_of: Session, focus: Focus) -> stress.Odds | None:
    return focus.breaks if focus.last else None


def _survival(of: Session, focus: Focus) -> Survival | None:
    from ui.charts import survival

    rows = (focus.row,) if focus.debt is None else focus.payable
    last = stress.last_months(focus.verdict.payments)
    lines = tuple(
        survival.Line(focus.title_of(row), focus.verdict.curve[row, : int(last[row]) + 1], _kind(focus, row), row == focus.row)
        for row in rows if last[row]
    )  # fmt: skip
    return survival.Survival(of.as_of, lines) if lines else None


def _kind(focus: Focus, row: int) -> Kind | None:
    if focus.debt is None or focus.menu is None:
        return None
    return focus.debt.comparison.options[focus.menu.places[row]].outcome.terms.kind


def _causes(of: Session, focus: Focus) -> Breaking | None:
    from ui.charts import breaking

    if not focus.last:
        return None
    trial = focus.trial
    calm = of.once(lambda: stress.without_each(trial.home, focus.futures, focus.payments), "calm", on=focus.given)
    causes = stress.causes(trial.runs, focus.verdict.broken[focus.row], calm, trial.cushion)
    return breaking.Breaking(focus.breaks, causes)


def _levers(of: Session, focus: Focus) -> Influence | None:
    from ui.charts import influence

    if not focus.last:
        return None
    trial = focus.trial
    moved = of.once(lambda: stress.moved(trial.home, focus.futures, focus.payments), "moved", on=focus.given)
    return influence.Influence(focus.breaks, stress.levers(moved, trial.cushion))


def _payments(of: Session, focus: Focus) -> PaymentOdds:
    from ui.charts import payment_odds

    trial, months = focus.trial, focus.last or MONTHS
    largest = stress.largest_payments(trial.runs.saved, trial.cushion, months)
    return payment_odds.PaymentOdds(largest, months, of.assessment.affordability.capacity)


_LOOKS: dict[str, Callable[[Focus], None]] = {
    label("什么最先让它断"): _breaking,
    label("哪个数影响最大"): _influence,
    label("每月还多少撑得住"): _payment,
}
