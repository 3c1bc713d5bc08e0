"""How many of a hundred still keep up, month by month; one line a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment import dates
from assessment.offers import Kind
from assessment.stress import Floats
from ui.charts import hundred, theme
from ui.charts.theme import Palette
from ui.text import _, month

_HEIGHT = 360
_GAP = 6.5
_ROOM_FOR_LABELS = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One plan: the share that stands after today and after each month up to its last payment, where nothing can break any more."""

    title: str
    curve: Floats
    kind: Kind | None
    heavy: bool


@dataclass(frozen=True, slots=True, eq=False)
class Survival:
    """Some plans, counted from `today`."""

    today: date
    lines: tuple[Line, ...]


def table(shown: Survival) -> pd.DataFrame:
    """A row a month, a column a plan; empty once a plan is paid off."""
    longest = max((len(line.curve) for line in shown.lines), default=0)
    columns: dict[str, list[Any]] = {_("月份"): [_when(shown, place) for place in range(longest)]}
    for line in shown.lines:
        counts = [hundred.short(share) for share in line.curve.tolist()]
        columns[line.title] = [*counts, *[""] * (longest - len(counts))]
    return pd.DataFrame(columns)


def _when(shown: Survival, place: int) -> str:
    return _("今天") if place == 0 else month(dates.add_months(shown.today, place))


def figure(shown: Survival, palette: Palette) -> go.Figure:
    """The lines go on level once paid off, where a dot stands, so that all names stand at the right."""
    longest = max((len(line.curve) for line in shown.lines), default=1)
    traces = [_trace(shown, line, longest, palette) for line in shown.lines]
    ticks = list(range(0, longest, _step(longest)))
    low = _low(shown)
    return theme.figure(
        traces, palette, _HEIGHT, annotations=_ends(shown, longest, low, palette),
        xaxis=theme.quiet_axis(palette, range=[0, longest * _ROOM_FOR_LABELS], tickvals=ticks, ticktext=[_("今天") if tick == 0 else _("{count}个月").format(count=tick) for tick in ticks]),
        yaxis=theme.quiet_axis(palette, range=[low, 102], tickvals=[tick for tick in (25, 50, 60, 70, 80, 90, 100) if tick > low]),
    )  # fmt: skip


def _low(shown: Survival) -> int:
    """Where the axis begins: at nought, or nearer where most keep up."""
    least = min((float(line.curve[-1]) for line in shown.lines), default=0) * 100
    return 0 if least < 60 else int(least // 10 * 10) - 10


def _step(longest: int) -> int:
    return next(step for step in (1, 2, 3, 6, 12) if longest <= step * 6 or step == 12)


def _trace(shown: Survival, line: Line, longest: int, palette: Palette) -> go.Scatter:
    paid_off = len(line.curve) - 1
    shares = [*line.curve.tolist(), *[float(line.curve[-1])] * (longest - len(line.curve))]
    return go.Scatter(
        x=list(range(longest)), y=[share * 100 for share in shares], name=theme.safe(line.title), mode="lines+markers",
        marker={"size": [9 if place == paid_off else 0 for place in range(longest)], "opacity": 1, "line": {"width": 0}},
        line={"color": _colour(line, palette), "width": 4 if line.heavy else 2, "dash": theme.dash(line.kind) if line.kind else "solid", "shape": "hv"},
        customdata=[[_when(shown, place), hundred.said(share)] for place, share in enumerate(shares)],
        hovertemplate="%{fullData.name}<br>%{customdata[0]}<br>" + _("没有断的") + " %{customdata[1]}<extra></extra>",
    )  # fmt: skip


def _colour(line: Line, palette: Palette) -> str:
    return palette.kinds[line.kind] if line.kind else palette.accent


def _ends(shown: Survival, longest: int, low: int, palette: Palette) -> list[dict[str, Any]]:
    """Each name's first part and its count, beside where its line ends."""
    depths = theme.spread_out([-float(line.curve[-1]) * 100 for line in shown.lines], _GAP * (102 - low) / 102)
    return [
        theme.label(_("{title} {count}").format(title=line.title.split("，")[0], count=hundred.short(float(line.curve[-1]))), longest - 1, -depth, _colour(line, palette))
        for line, depth in zip(shown.lines, depths, strict=True)
    ]  # fmt: skip


def reading(shown: Survival) -> str:
    if not shown.lines:
        return _("没有一个方案能往后看。")
    if len(shown.lines) == 1:
        line = shown.lines[0]
        return _("每过一个月，100 个人里还有多少没有断；到最后一期，{people}撑到了。").format(
            people=hundred.said(float(line.curve[-1]))
        )
    best = max(shown.lines, key=lambda line: float(line.curve[-1]))
    return _("图中撑到最后的人最多的是“{title}”，100 个里{people}撑得到。").format(
        title=best.title, people=hundred.said(float(best.curve[-1]))
    )
