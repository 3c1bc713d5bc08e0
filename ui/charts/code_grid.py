"""Months of the credit report as a grid of codes, one row a way things may go."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from assessment.credit import CreditPath
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, day_text, month

MONTHS = 24
_ROW = 26
Rows = Sequence[tuple[str, CreditPath]]


def frame(rows: Rows) -> pd.DataFrame:
    """Every month of every row, and the day its bad record lapses."""
    found = pd.DataFrame(
        {name: pd.Series(dict(zip(map(month, path.months), path.codes, strict=True))) for name, path in rows}
    ).T
    found.index.name = _("方案")
    found.insert(0, _("不良记录消除日"), [day_text(path.lapses) if path.lapses else "—" for _name, path in rows])
    return found.fillna("").reset_index()


def figure(rows: Rows, palette: Palette) -> go.Figure:
    """The first two years, the first row on top."""
    shades = list(palette.codes)
    turned = rows[::-1]
    codes = [list(path.codes[:MONTHS]) for _name, path in turned]
    width = max(map(len, codes))
    grid = [row + [""] * (width - len(row)) for row in codes]
    months = next(path.months for _name, path in rows if len(path.months) >= width)[:width]
    scale = [
        [edge, palette.codes[code]]
        for place, code in enumerate(shades)
        for edge in (place / len(shades), (place + 1) / len(shades))
    ]
    heat = go.Heatmap(
        z=[[shades.index(code) + 0.5 if code in shades else None for code in row] for row in grid],
        x=[month(day) for day in months], y=[theme.safe(name) for name, _path in turned], text=grid, texttemplate="%{text}", textfont={"size": 11, "color": palette.text},
        colorscale=scale, zmin=0, zmax=len(shades), showscale=False, xgap=2, ygap=3, hovertemplate="%{y}<br>%{x}<br>%{text}<extra></extra>",
    )  # fmt: skip
    axis = theme.quiet_axis(palette, side="top", tickvals=[month(day) for day in months[::6]], showgrid=False)
    return theme.figure(
        [heat], palette, 70 + _ROW * len(rows), xaxis=axis, yaxis=theme.quiet_axis(palette, showgrid=False)
    )
