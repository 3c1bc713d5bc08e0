"""Each contact of a collector on its day and at its time, the closed hours shaded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.case import EventKind, words
from assessment.law.contacts import KINDS, Contacts
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, day_text, sentences

HEIGHT = 320
_HOURS = 24
_SHAPE: dict[EventKind, str] = dict(zip(KINDS, ("circle", "circle-open", "square", "triangle-up", "x"), strict=True))


def table(found: Contacts) -> pd.DataFrame:
    """A row a contact."""
    return pd.DataFrame([
        {
            _("日期"): day_text(each.day), _("时间"): f"{each.clock:%H:%M}", _("哪笔债"): each.event.name,
            _("什么事"): _(words.EVENT_KIND[each.event.kind]), _("对方是谁"): each.event.who,
        }
        for each in found.timed
    ])  # fmt: skip


def figure(found: Contacts, palette: Palette) -> go.Figure:
    """Days along, hours up; a kind a shape, the days with many calls named."""
    days = [_day(each.day, found) for each in found.timed]
    first, last = found.closed
    return theme.figure(
        [_marks(found, kind, palette) for kind in KINDS if any(each.event.kind == kind for each in found.timed)],
        palette, HEIGHT, showlegend=True, legend={"orientation": "h", "y": -0.2, "font": {"size": 12}},
        xaxis=theme.quiet_axis(palette, type="category", categoryorder="array", categoryarray=list(dict.fromkeys(days)), nticks=8, tickangle=0),
        yaxis=theme.quiet_axis(
            palette, range=[0, _HOURS + 2], tickvals=[0, last, 12, 18, first], ticktext=[f"{hour}:00" for hour in (0, last, 12, 18, first)],
        ),
        shapes=[_shade(low, high, palette) for low, high in ((0, last), (first, _HOURS))],
        annotations=[
            theme.label(
                _("接通 {count} 次").format(count=count), _day(day, found), _HOURS + 1, palette.text, xanchor="center", xshift=0,
            )
            for day, count in found.busy
            if _day(day, found) in days
        ],
    )  # fmt: skip


def _marks(found: Contacts, kind: EventKind, palette: Palette) -> go.Scatter:
    of_kind = [each for each in found.timed if each.event.kind == kind]
    return go.Scatter(
        x=[_day(each.day, found) for each in of_kind], y=[each.hour for each in of_kind], mode="markers", name=_(words.EVENT_KIND[kind]),
        marker={"symbol": _SHAPE[kind], "size": 11, "color": palette.accent, "line": {"width": 2, "color": palette.accent}},
        customdata=[f"{day_text(each.day)} {each.clock:%H:%M}" for each in of_kind],
        hovertemplate="%{fullData.name}<br>%{customdata}<extra></extra>",
    )  # fmt: skip


def _shade(low: int, high: int, palette: Palette) -> dict[str, Any]:
    return {
        "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high, "fillcolor": palette.grid, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _day(day: date, found: Contacts) -> str:
    """11-10, with its year where there are several."""
    return f"{day:%m-%d}" if len({each.day.year for each in found.timed}) == 1 else day.isoformat()


def reading(found: Contacts) -> str:
    first, last = found.closed
    timed = _(
        "有日期和时间的联系 {count} 次，其中 {late} 次在晚上 {first}:00 到早上 {last}:00 之间（图里涂灰的部分）。"
    ).format(count=len(found.timed), late=found.late, first=first, last=last)
    missing = _("另有 {count} 次没有写日期或时间，图里没有。").format(count=found.untimed) if found.untimed else ""
    return sentences(timed, missing)
