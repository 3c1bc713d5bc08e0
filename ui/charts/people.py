"""A hundred people in the same place, one mark each: those who keep up, and those who break."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from assessment.stress import Odds
from ui.charts import hundred, theme
from ui.charts.theme import Palette
from ui.text import _

_A_ROW = 20
_HEIGHT = 190


def table(breaks: Odds) -> pd.DataFrame:
    return pd.DataFrame({
        _("每 100 个人里"): [_("撑到还清"), _("中途断供")],
        _("多少个"): [hundred.said(1 - breaks.share), hundred.said(breaks.share)],
        _("计算误差"): [hundred.error(breaks.error)] * 2,
    })  # fmt: skip


def figure(breaks: Odds, palette: Palette) -> go.Figure:
    """Filled marks keep up, rings break; shape and colour say the same."""
    broken = hundred.count(breaks.share)
    kept = 100 - broken
    traces = [
        _marks(0, kept, "circle", palette.accent, _("撑到还清")),
        _marks(kept, 100, "circle-open", palette.broken, _("中途断供")),
    ]
    words = [
        theme.label(_("● 撑到还清 {count} 个").format(count=hundred.short(1 - breaks.share)), 0, 1.02, palette.accent, yref="paper", yanchor="bottom", xshift=-6),
        theme.label(_("○ 中途断供 {count} 个").format(count=hundred.short(breaks.share)), _A_ROW - 1, 1.02, palette.broken, yref="paper", yanchor="bottom", xanchor="right", xshift=6),
    ]  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    return theme.figure(
        traces, palette, _HEIGHT, margin={"l": 8, "r": 8, "t": 36, "b": 8}, annotations=words,
        xaxis={**hidden, "range": [-0.8, _A_ROW - 0.2]}, yaxis={**hidden, "range": [-100 / _A_ROW + 0.3, 0.7]},
    )  # fmt: skip


def _marks(first: int, after: int, symbol: str, colour: str, name: str) -> go.Scatter:
    places = range(first, after)
    return go.Scatter(
        x=[place % _A_ROW for place in places], y=[-(place // _A_ROW) for place in places], mode="markers", name=name,
        marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 2.5, "color": colour}}, hoverinfo="name",
    )  # fmt: skip


def reading(breaks: Odds) -> str:
    return _("{kept}撑到还清，{broken}中途断供，计算误差 {error}。").format(
        broken=hundred.said(breaks.share), kept=hundred.said(1 - breaks.share), error=hundred.error(breaks.error)
    )
