"""What each option costs in all, and what that is made of."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.offers import Judged, cost_split
from assessment.text import label
from ui.charts import theme
from ui.charts.shown import Shown, title
from ui.charts.theme import Palette
from ui.text import _, fen_text

PARTS = (label("本金"), label("今后的利息"), label("已欠的利息、罚息和费用"), label("今后的手续费"), label("减免"))
_ROW = 46


def parts(option: Judged) -> tuple[int, int, int, int, int]:
    """Principal, interest to come, charges of before, fees to come, waived. Fen."""
    result = option.outcome
    if result.spread:
        grown = result.total - result.owed.total
        return (result.owed.principal, grown, result.owed.total - result.owed.principal, 0, 0)
    return (*cost_split(result), result.waived.total)


def table(shown: Shown) -> pd.DataFrame:
    rows = [
        {_("方案"): title(option), **{_(name): theme.decimal(fen) for name, fen in zip(PARTS, parts(option), strict=True)},
         _("一共还"): theme.decimal(option.outcome.total)}
        for option in _sorted(shown)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _sorted(shown: Shown) -> list[Judged]:
    return sorted(shown.options, key=lambda option: option.outcome.total)


def figure(shown: Shown, palette: Palette) -> go.Figure:
    options = _sorted(shown)[::-1]
    names = [theme.safe(title(option)) for option in options]
    traces = [_part(place, options, names, palette) for place in range(len(PARTS))]
    longest = max((sum(parts(option)) for option in options), default=0)
    totals: list[dict[str, Any]] = [
        theme.label(theme.short(option.outcome.total), theme.yuan(sum(parts(option))), name, palette.text)
        for option, name in zip(options, names, strict=True)
    ]  # fmt: skip
    axis = theme.money_axis(palette, longest)
    axis["range"] = [0, max(axis["range"][1], theme.yuan(longest) * 1.15)]
    return theme.figure(
        traces, palette, 110 + _ROW * len(options), barmode="stack", annotations=totals, xaxis=axis, bargap=0.35,
        yaxis=theme.quiet_axis(palette, ticklabelstandoff=6), showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.08, "yanchor": "top", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip


def _part(place: int, options: list[Judged], names: list[str], palette: Palette) -> go.Bar:
    amounts = [parts(option)[place] for option in options]
    waived = place == len(PARTS) - 1
    return go.Bar(
        y=names, x=[theme.yuan(fen) for fen in amounts], orientation="h", name=_(PARTS[place]),
        marker={"color": palette.parts[place], "pattern": {"shape": "/" if waived else "", "size": 5, "solidity": 0.25}},
        customdata=[theme.shown(fen) for fen in amounts], hovertemplate=f"{_(PARTS[place])}<br>%{{customdata}}<extra></extra>",
    )  # fmt: skip


def reading(shown: Shown) -> str:
    options = _sorted(shown)
    if len(options) < 2:
        return _("再选一个方案，就能比较总共花多少。")
    least, most = options[0], options[-1]
    return _("总共花得最少的是“{least}”，{low}；最多的是“{most}”，{high}。").format(
        least=title(least), low=fen_text(least.outcome.total), most=title(most), high=fen_text(most.outcome.total)
    )
