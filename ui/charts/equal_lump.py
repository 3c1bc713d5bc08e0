"""Which single payment today costs as much as instalments, over the terms."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from assessment.negotiation import Equal, Indifference, lump
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, percent, plain

HEIGHT = 320


@dataclass(frozen=True, slots=True)
class Once:
    """The line of one debt, and the term it is read at."""

    line: Indifference
    months: int


def table(subject: Once) -> pd.DataFrame:
    found = subject.line
    return pd.DataFrame([
        {
            _("期数"): each.months, _("分期一共还"): theme.decimal(each.total), _("跟它一样划算的一次付款"): theme.decimal(each.lump),
            _("相当于减免"): _discount(found, each),
        }
        for each in found.line
    ])  # fmt: skip


def _discount(found: Indifference, each: Equal) -> str:
    if each.lump < found.owed:
        return percent(found.discount(each))
    return _("不减也合算") if found.owed <= found.cash else _("—")


def figure(subject: Once, palette: Palette) -> go.Figure:
    found = subject.line
    months = [each.months for each in found.line]
    top = max(found.owed, *(each.lump for each in found.line))
    line = go.Scatter(
        x=months, y=[theme.yuan(each.lump) for each in found.line], mode="lines", line={"color": palette.accent, "width": 3},
        customdata=[theme.shown(each.lump) for each in found.line],
        hovertemplate=_("分 {months} 期<br>一次付 {lump} 一样划算").format(months="%{x}", lump="%{customdata}") + "<extra></extra>",
    )  # fmt: skip
    owed = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": theme.yuan(found.owed),
        "y1": theme.yuan(found.owed),
        "line": {"color": palette.parts[1], "width": 2, "dash": "dash"},
    }
    ends = theme.spread_out([theme.yuan(found.owed), theme.yuan(found.line[-1].lump)], theme.yuan(top) * 0.14)
    words = [
        theme.label(
            _("现在一共欠 {owed}").format(owed=theme.short(found.owed)),
            months[-1],
            ends[0],
            palette.parts[1],
            xanchor="right",
            yshift=-10,
            xshift=0,
        ),
        theme.label(
            _("跟分期一样划算的一次付款"), months[-1], ends[1], palette.accent, xanchor="right", yshift=12, xshift=0
        ),
    ]
    ticks = list(range(12, months[-1] + 1, 12))
    return theme.figure(
        [line], palette, HEIGHT, shapes=[owed], annotations=words,
        xaxis=theme.quiet_axis(palette, range=[0, months[-1] + 1], tickvals=ticks, ticktext=[_("{months} 期").format(months=tick) for tick in ticks]),
        yaxis=theme.money_axis(palette, round(top * 1.1)),
    )  # fmt: skip


def reading(subject: Once) -> str:
    return plain(lump.reading(subject.line, subject.months))
