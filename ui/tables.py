"""Tables as real HTML, amounts to the right, for eyes and screen readers alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.case import Debt, words
from assessment.problems import Problem, Standing
from assessment.text import Text, label
from ui.text import _, as_seen, day_text, inert, percent, plain, yuan_text

if TYPE_CHECKING:
    import pandas as pd


def frame(data: pd.DataFrame) -> None:
    """A table behind a chart: yuan as amounts to the right, days as days, whatever was typed made inert."""
    amounts = [name for name in data.columns if any(isinstance(value, Decimal) for value in data[name])]
    shown = data.assign(**{name: data[name].map(_seen).astype(float) for name in amounts})
    words = {name: shown[name].map(_cell) for name in shown.columns if name not in amounts}
    renamed = shown.assign(**words).rename(columns=inert)
    printed = renamed.style.format(_amount, subset=[inert(name) for name in amounts]) if amounts else renamed
    st.table(printed, border="horizontal", hide_index=True)


def records(rows: Sequence[dict[str, Any]]) -> None:
    """A table from rows by column name."""
    import pandas as pd

    if rows:
        frame(pd.DataFrame(rows))


def _seen(value: Any) -> Any:
    return as_seen(value) if isinstance(value, Decimal) else value


def _amount(yuan: Any) -> str:
    """Numbers stay numbers beneath, so that they stand to the right; what is read is exact to the fen."""
    return "" if yuan != yuan else yuan_text(Decimal(repr(yuan)))  # noqa: PLR0124


def _cell(value: Any) -> str:
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
            _("年化利率"): "" if debt.rate is None else percent(debt.rate.annual),
            _("逾期"): _("{days} 天").format(days=debt.days_overdue) if debt.days_overdue else _("没有"),
            _("法院程序"): _(words.COURT[debt.court]),
        }
        for debt in listed
    ]
    records(rows)


STANDING: dict[Standing, str] = {
    "refused": label("没有读入"), "doubtful": label("已读入，请核对"), "note": label("提示"),
}  # fmt: skip


def problems(found: Sequence[Problem]) -> None:
    """Everything to mend, together: where, what, and what would be right."""
    rows = [
        {
            _("表"): problem.where.sheet,
            _("格"): problem.where.cell,
            _("写的是"): problem.raw,
            _("问题"): problem.what,
            _("怎么改"): problem.instead,
            _("现在"): _(STANDING[problem.standing]),
        }
        for problem in found
    ]
    records(rows)
