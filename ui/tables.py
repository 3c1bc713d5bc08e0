"""Tables as real HTML, amounts to the right, for eyes and screen readers alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.case import Debt, words
from assessment.problems import Problem
from assessment.text import Text
from ui.text import _, day_text, inert, plain, yuan_text

if TYPE_CHECKING:
    import pandas as pd


def frame(data: pd.DataFrame) -> None:
    """A table behind a chart: yuan as amounts, days as days, whatever was typed made inert."""
    right = [name for name in data.columns if any(isinstance(value, Decimal) for value in data[name])]
    _table(data.map(_cell).rename(columns=inert), [inert(name) for name in right])


def records(rows: Sequence[dict[str, Any]], right: Sequence[str] = ()) -> None:
    """A table from rows by column name; `right` names the columns of amounts."""
    import pandas as pd

    if rows:
        _table(pd.DataFrame(rows).map(_cell), list(right))


def _table(data: pd.DataFrame, right: list[str]) -> None:
    styled = data.style.hide(axis="index").set_properties(subset=right, **{"text-align": "right"})
    st.table(styled, border="horizontal")


def _cell(value: Any) -> str:
    if isinstance(value, Decimal):
        return yuan_text(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Text):
        return inert(plain(value))
    return "" if value is None or value != value else inert(str(value))  # noqa: PLR0124


def debts(listed: Sequence[Debt]) -> None:
    """Every debt in a line."""
    rows = [
        {
            _("欠谁的"): debt.name or _("（未命名）"),
            _("剩余本金"): debt.principal,
            _("今天一共欠"): debt.owed,
            _("年化利率"): "" if debt.rate is None else plain(Text("{rate}", rate=_annual(debt))),
            _("逾期"): _("{days} 天").format(days=debt.days_overdue) if debt.days_overdue else _("没有"),
            _("法院程序"): _(words.COURT[debt.court]),
        }
        for debt in listed
    ]
    records(rows, (_("剩余本金"), _("今天一共欠"), _("年化利率")))


def _annual(debt: Debt) -> Any:
    from assessment.text import Percent

    return Percent(debt.rate.annual if debt.rate else Decimal(0))


def problems(found: Sequence[Problem]) -> None:
    """Everything to mend, together: where, what, and what would be right."""
    rows = [
        {
            _("表"): problem.where.sheet,
            _("格"): problem.where.cell,
            _("写的是"): problem.raw,
            _("问题"): problem.what,
            _("怎么改"): problem.instead,
        }
        for problem in found
    ]
    records(rows)
