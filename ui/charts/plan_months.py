"""A joint plan month by month: what goes to which debt, under what a month can carry."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.plan import Plan
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, fen_text, month

_SHOWN = 7
_HEIGHT = 420


def table(found: Plan) -> pd.DataFrame:
    """A row a month: every debt, the sum, what cash pays of it, and what is left of the month."""
    names = _names(found)
    return pd.DataFrame(
        [
            {
                _("月份"): month(each.day),
                **{name: theme.decimal(fen) for name, fen in zip(names, each.paid, strict=True)},
                _("合计"): theme.decimal(sum(each.paid)),
                _("其中现钱付"): theme.decimal(each.cash),
                _("这个月还剩"): theme.decimal(each.room),
            }
            for each in found.months
        ]
    )


def _names(found: Plan) -> list[str]:
    """The debts' names, numbered so that two of one name stay two."""
    return [f"{place}. {each.found.debt.name or _('（未命名）')}" for place, each in enumerate(found.choices, start=1)]


def figure(found: Plan, palette: Palette) -> go.Figure:
    """The largest debts in their own colours, the rest together; the line is what a month can carry."""
    order = sorted(range(len(found.choices)), key=lambda place: -found.choices[place].outcome.total)
    kept = order if len(order) <= _SHOWN + 1 else order[:_SHOWN]
    rest = [place for place in order if place not in kept]
    names, colours = _names(found), _colours(palette)
    traces = [_bars(found, [place], names[place], colours[turn]) for turn, place in enumerate(kept)]
    if rest:
        traces.append(_bars(found, rest, _("其余 {count} 笔").format(count=len(rest)), palette.quiet))
    most = max((sum(each.paid) for each in found.months), default=0)
    limit = max((each.room + sum(each.paid) - each.cash for each in found.months), default=0)
    return theme.figure(
        [*traces, _limit(found, palette)], palette, _HEIGHT, barmode="stack", bargap=0.15,
        xaxis=theme.date_axis(palette), yaxis=theme.money_axis(palette, max(most, limit)),
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip


def _colours(palette: Palette) -> tuple[str, ...]:
    principal, interest, charges, fees, _waived = palette.parts
    kinds = palette.kinds
    return (
        principal,
        interest,
        charges,
        kinds["cure_arrears"],
        kinds["settlement"],
        kinds["longer_cycle"],
        kinds["stepped"],
        fees,
    )


def _bars(found: Plan, places: list[int], name: str, colour: str) -> go.Bar:
    paid = [sum(each.paid[place] for place in places) for each in found.months]
    return go.Bar(
        x=[each.day for each in found.months], y=[theme.yuan(fen) for fen in paid], name=theme.safe(name),
        marker={"color": colour}, customdata=[theme.shown(fen) for fen in paid],
        hovertemplate="%{fullData.name}<br>%{customdata}<extra></extra>",
    )  # fmt: skip


def _limit(found: Plan, palette: Palette) -> Any:
    carried = [each.room + sum(each.paid) - each.cash for each in found.months]
    return go.Scatter(
        x=[each.day for each in found.months], y=[theme.yuan(fen) for fen in carried], name=_("每月能拿的"), mode="lines",
        line={"color": palette.text, "width": 1.5, "dash": "dot", "shape": "hvh"}, customdata=[theme.shown(fen) for fen in carried],
        hovertemplate="%{fullData.name}<br>%{customdata}<extra></extra>",
    )  # fmt: skip


def reading(found: Plan) -> str:
    sums = [sum(each.paid) for each in found.months]
    heaviest = found.months[sums.index(max(sums))]
    said = (
        _("最重的是{month}，一共付 {sum}，其中 {cash} 用手头的现钱。")
        if heaviest.cash
        else _("最重的是{month}，一共付 {sum}。")
    )
    return said.format(month=month(heaviest.day), sum=fen_text(max(sums)), cash=fen_text(heaviest.cash))
