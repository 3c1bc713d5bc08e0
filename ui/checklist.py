"""The common lines of a household's spending, to go through one by one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from assessment.affordability import above_guideline
from assessment.case import Expense, ExpenseCategory, words
from ui import fields, grid, session
from ui.text import _, yuan_text

_COMMON: tuple[ExpenseCategory, ...] = (
    "rent", "mortgage", "property_fee", "utilities", "heating", "food", "daily_goods", "clothing", "transport", "phone",
    "medical", "insurance", "tuition", "childcare", "support", "work", "festival", "gifts", "leisure", "other_fixed",
)  # fmt: skip
_WIDTHS = (2.2, 2, 1.4, 2.6)


def expenses() -> None:
    """Every common line, with what was entered; further lines of a kind follow the first."""
    with st.container(key="list-head"):
        head = (_("项目"), _("金额（元）"), _("多久一次"), _("超出参考数的原因"))
        for column, name in zip(st.columns(_WIDTHS), head, strict=True):
            column.caption(name)
    here = session.current()
    above = above_guideline(here.case, here.law)
    with st.container(key="list"):
        for category in _COMMON:
            _category(category, above)


def _category(category: ExpenseCategory, above: Mapping[int, Decimal]) -> None:
    entered = [place for place, line in enumerate(session.current().case.expenses) if line.category == category]
    for place in entered:
        _line(place, above.get(place))
    if not entered:
        _blank(category)


def _line(place: int, above: Decimal | None) -> None:
    line = session.current().case.expenses[place]
    name, amount, period, reason = st.columns(_WIDTHS)
    with name:
        fields.ask(("expenses", place, "name"), bare=True)
    with amount:
        fields.ask(("expenses", place, "amount"), bare=True)
    with period:
        fields.ask(("expenses", place, "period"), bare=True)
    with reason:
        if above or line.reason:
            fields.ask(("expenses", place, "reason"), bare=True)
        if above:
            st.caption(_("每月比参考数多 {amount}。写了原因，就按实际算。").format(amount=yuan_text(above)))


def _blank(category: ExpenseCategory) -> None:
    """A line not entered yet: one click makes room for it."""
    name, amount, *_rest = st.columns(_WIDTHS, vertical_alignment="center")
    name.write(_(words.EXPENSE_CATEGORY[category]))
    amount.button(_("填写"), f"add.{category}", on_click=_start, args=(category,))


def _start(category: ExpenseCategory) -> None:
    session.current().add("expenses", Expense(name=_(words.EXPENSE_CATEGORY[category]), category=category))


def household() -> None:
    """Who lives on this budget, and where."""
    names = ("region", "place", "minimum_per_head", "adults", "children", "elders")
    for place, name in zip(grid.places(len(names), 3), names, strict=True):
        with place:
            fields.ask(("household", name))
