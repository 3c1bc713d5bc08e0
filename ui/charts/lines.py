"""One line an option over the months, labelled where it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.offers import Judged
from ui.charts import theme
from ui.charts.shown import Shown, kind, title
from ui.charts.theme import Palette
from ui.text import _

Series = Callable[[Judged], tuple[Sequence[date], Sequence[int]]]
HEIGHT = 380
_ROOM_FOR_LABELS = 1.28
_LABEL_GAP = 0.065


def table(shown: Shown, series: Series) -> pd.DataFrame:
    """A row a due day, a column an option; yuan, empty where an option asks nothing that day."""
    columns = {
        title(option): pd.Series(
            {day: theme.decimal(fen) for day, fen in zip(*series(option), strict=True)}, dtype=object
        )
        for option in shown.options
    }
    frame = pd.DataFrame(columns).sort_index()
    frame.index.name = _("日期")
    return frame.reset_index()


def figure(
    shown: Shown, palette: Palette, series: Series, shape: str, largest: int, extra: dict[str, Any] | None = None
) -> go.Figure:
    """The lines, the recommended one heavier, with `extra` layout beneath them."""
    drawn = [(option, *series(option)) for option in shown.options]
    top = max([largest, *(max(values, default=0) for _option, _days, values in drawn)])
    traces = [_line(shown, option, days, values, palette, shape) for option, days, values in drawn]
    layout: dict[str, Any] = {
        "xaxis": theme.date_axis(palette, range=_span(drawn)),
        "yaxis": theme.money_axis(palette, top),
        "annotations": _ends(drawn, palette, top),
    }
    more = extra or {}
    layout["annotations"] = [*layout["annotations"], *more.pop("annotations", [])]
    return theme.figure(traces, palette, HEIGHT, **layout, **more)


def _line(
    shown: Shown, option: Judged, days: Sequence[date], values: Sequence[int], palette: Palette, shape: str
) -> go.Scatter:
    best = shown.is_recommended(option)
    return go.Scatter(
        x=list(days), y=[theme.yuan(fen) for fen in values], name=theme.safe(title(option)),
        mode="lines+markers" if len(days) < 3 else "lines",
        line={"color": palette.kinds[kind(option)], "width": 4 if best else 2, "dash": theme.dash(kind(option)), "shape": shape},
        customdata=[theme.shown(fen) for fen in values], hovertemplate="%{fullData.name}<br>%{x}<br>%{customdata}<extra></extra>",
    )  # fmt: skip


def _span(drawn: Sequence[tuple[Judged, Sequence[date], Sequence[int]]]) -> list[date] | None:
    days = [day for _option, option_days, _values in drawn for day in option_days]
    if not days:
        return None
    first, last = min(days), max(days)
    return [first, date.fromordinal(first.toordinal() + max(int((last - first).days * _ROOM_FOR_LABELS), 60))]


def _ends(
    drawn: Sequence[tuple[Judged, Sequence[date], Sequence[int]]], palette: Palette, top: int
) -> list[dict[str, Any]]:
    ends = [(option, days[-1], theme.yuan(values[-1])) for option, days, values in drawn if days]
    heights = theme.spread_out([height for _option, _day, height in ends], theme.yuan(top) * _LABEL_GAP)
    return [
        theme.label(title(option), day, height, palette.kinds[kind(option)], bgcolor=palette.ground)
        for (option, day, _height), height in zip(ends, heights, strict=True)
    ]
