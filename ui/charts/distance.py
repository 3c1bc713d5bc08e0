"""How far each of their offers was from what can be carried, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.deal.ledger import Entry
from assessment.text import label
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, day_text, fen_text

HEIGHT = 260
_SIDE = {"theirs": label("对方"), "ours": label("我")}
Talk = Sequence[Entry]


def table(talk: Talk) -> pd.DataFrame:
    """A row an offer of either side."""
    return pd.DataFrame([
        {
            _("第几次"): str(number),
            _("什么时候"): _when(entry),
            _("谁"): _(_SIDE[entry.side]),
            _("每月最多"): theme.decimal(entry.flows.heaviest) if entry.flows else None,
            _("先付"): theme.decimal(entry.flows.first) if entry.flows else None,
            _("一共"): theme.decimal(entry.flows.total) if entry.flows else None,
            _("还差"): None if entry.gap is None else theme.decimal(entry.gap),
        }
        for number, entry in enumerate(talk, start=1)
    ])  # fmt: skip


def figure(talk: Talk, palette: Palette) -> go.Figure:
    """Their gaps as a line down to nothing, each labelled; ours as marks on the line that can be carried."""
    theirs, ours = _of(talk, "theirs"), _of(talk, "ours")
    top = max([gap for _number, gap in theirs], default=0)
    traces = [
        go.Scatter(
            x=[number for number, _gap in theirs], y=[theme.yuan(gap) for _number, gap in theirs], mode="lines+markers",
            name=_("对方"), line={"color": palette.kinds["extension"], "width": 3}, marker={"size": 9},
            customdata=[theme.shown(gap) for _number, gap in theirs], hovertemplate="%{fullData.name}<br>%{customdata}<extra></extra>",
        ),
        go.Scatter(
            x=[number for number, _gap in ours], y=[theme.yuan(gap) for _number, gap in ours], mode="markers", name=_("我"),
            marker={"size": 11, "symbol": "diamond", "color": palette.accent}, customdata=[theme.shown(gap) for _number, gap in ours],
            hovertemplate="%{fullData.name}<br>%{customdata}<extra></extra>",
        ),
    ]  # fmt: skip
    last = max((number for number, _gap in (*theirs, *ours)), default=1)
    return theme.figure(
        traces, palette, HEIGHT,
        xaxis=theme.quiet_axis(palette, tickvals=list(range(1, last + 1)), range=[0.5, last + 0.5], title={"text": _("第几次出价"), "font": {"size": 12, "color": palette.quiet}}),
        yaxis=theme.money_axis(palette, max(top, 10_000), ticksuffix=""),
        annotations=_labels(theirs, ours, palette),
    )  # fmt: skip


def _of(talk: Talk, side: str) -> list[tuple[int, int]]:
    """The offers of one side whose payments are known: their number and what they lack."""
    return [
        (number, entry.gap)
        for number, entry in enumerate(talk, start=1)
        if entry.side == side and entry.gap is not None
    ]


def _labels(
    theirs: Sequence[tuple[int, int]], ours: Sequence[tuple[int, int]], palette: Palette
) -> list[dict[str, Any]]:
    labels = [
        theme.label(
            theme.short(gap) if gap else _("还得起"), number, theme.yuan(gap), palette.kinds["extension"],
            yshift=14, xanchor="center", xshift=0,
        )
        for number, gap in theirs
    ]  # fmt: skip
    mine = [
        theme.label(_("我"), number, theme.yuan(gap), palette.accent, yshift=14, xanchor="center", xshift=0)
        for number, gap in ours
    ]
    return [*labels, *mine]


def reading(talk: Talk) -> str:
    theirs = _of(talk, "theirs")
    if not theirs:
        return _("还没有能算的对方方案。")
    (_first, before), (_last, now) = theirs[0], theirs[-1]
    if not now:
        return _("对方最近一次的方案已经还得起。")
    if len(theirs) == 1:
        return _("对方的方案还差 {now}。").format(now=fen_text(now))
    return _("对方从差 {before} 到差 {now}。").format(before=fen_text(before), now=fen_text(now))


def _when(entry: Entry) -> str:
    day = day_text(entry.event.day) if entry.event.day else _("没写日期")
    return f"{day} {entry.event.time}".strip()
