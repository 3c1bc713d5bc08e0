"""Which input moves the odds most: each a step down and a step up, the others left as they are."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from assessment.stress import Lever, Odds
from ui.charts import hundred, theme
from ui.charts.theme import Palette
from ui.text import _, plain

_ROW = 38


@dataclass(frozen=True, slots=True)
class Influence:
    """How many break as things stand, and the inputs, the strongest first."""

    breaks: Odds
    levers: tuple[Lever, ...]


def table(shown: Influence) -> pd.DataFrame:
    return pd.DataFrame([
        {
            _("哪个数"): _(lever.title),
            _("调低"): plain(lever.down),
            _("调低后断的"): hundred.said(lever.breaks_down.share),
            _("调高"): plain(lever.up),
            _("调高后断的"): hundred.said(lever.breaks_up.share),
        }
        for lever in shown.levers
    ])  # fmt: skip


def figure(shown: Influence, palette: Palette) -> go.Figure:
    levers = shown.levers[::-1]
    base = shown.breaks.share * 100
    names = [_(lever.title) for lever in levers]
    down = _bars(names, base, [lever.breaks_down.share * 100 for lever in levers], palette.accent, "", _("调低"))
    up = _bars(names, base, [lever.breaks_up.share * 100 for lever in levers], palette.broken, "/", _("调高"))
    line = {
        "type": "line", "x0": base, "x1": base, "y0": -0.5, "y1": len(levers) - 0.5,
        "line": {"color": palette.text, "width": 1, "dash": "dot"},
    }  # fmt: skip
    return theme.figure(
        [down, up], palette, 90 + _ROW * len(levers), barmode="overlay", bargap=0.45, shapes=[line],
        xaxis=theme.quiet_axis(palette, range=_span(shown, base), ticksuffix=_("个"), nticks=6),
        yaxis=theme.quiet_axis(palette, ticklabelstandoff=6, showgrid=False), showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip


def _bars(names: list[str], base: float, ends: list[float], colour: str, pattern: str, name: str) -> go.Bar:
    return go.Bar(
        y=names, x=[end - base for end in ends], base=base, orientation="h", name=name,
        marker={"color": colour, "pattern": {"shape": pattern, "size": 5, "solidity": 0.3}},
        text=[str(hundred.count(end / 100)) if abs(end - base) >= 0.5 else "" for end in ends], textposition="outside", cliponaxis=False,
        customdata=[hundred.said(end / 100) for end in ends], hovertemplate="%{y}<br>%{fullData.name}：%{customdata}<extra></extra>",
    )  # fmt: skip


def _span(shown: Influence, base: float) -> list[float]:
    ends = [odds.share * 100 for lever in shown.levers for odds in (lever.breaks_down, lever.breaks_up)]
    low, high = min([base, *ends]), max([base, *ends])
    room = max((high - low) * 0.12, 3)
    return [low - room, high + room]


def reading(shown: Influence) -> str:
    if not shown.levers:
        return _("没有可以动的数。")
    first = shown.levers[0]
    return _("影响最大的是“{title}”：{down}，{low}会断；{up}，{high}会断。照现在的数，{now}会断。").format(
        title=_(first.title), down=plain(first.down), up=plain(first.up), low=hundred.said(first.breaks_down.share),
        high=hundred.said(first.breaks_up.share), now=hundred.said(shown.breaks.share),
    )  # fmt: skip
