"""What each option leaves on the credit report, month by month."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from assessment import DebtAssessment
from assessment.credit import CreditPath
from assessment.offers import NEVER_ADVISED
from ui.charts import theme
from ui.charts.shown import kind, title
from ui.charts.theme import Palette
from ui.text import _, day_text, month

_MONTHS = 24
_ROW = 26


def _rows(found: DebtAssessment) -> list[tuple[str, CreditPath]]:
    """Two rows an option where its bounds differ, else one."""
    rows = []
    for option, calendar in zip(found.comparison.options, found.credit, strict=True):
        if kind(option) == "new_borrowing":
            continue
        if calendar.re_aged == calendar.until_cleared:
            rows.append((title(option), calendar.re_aged))
        else:
            rows.append((_("{title}·较好").format(title=title(option)), calendar.re_aged))
            rows.append((_("{title}·较差").format(title=title(option)), calendar.until_cleared))
    return rows


def table(found: DebtAssessment) -> pd.DataFrame:
    rows = _rows(found)
    frame = pd.DataFrame(
        {name: pd.Series(dict(zip(map(month, path.months), path.codes, strict=True))) for name, path in rows}
    ).T
    frame.index.name = _("方案")
    frame.insert(0, _("不良记录消除日"), [day_text(path.lapses) if path.lapses else "—" for _name, path in rows])
    return frame.fillna("").reset_index()


def figure(found: DebtAssessment, palette: Palette) -> go.Figure:
    rows = _rows(found)[::-1]
    shades = list(palette.codes)
    codes = [list(path.codes[:_MONTHS]) for _name, path in rows]
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
        x=[month(day) for day in months], y=[theme.safe(name) for name, _path in rows], text=grid, texttemplate="%{text}", textfont={"size": 11, "color": palette.text},
        colorscale=scale, zmin=0, zmax=len(shades), showscale=False, xgap=2, ygap=3, hovertemplate="%{y}<br>%{x}<br>%{text}<extra></extra>",
    )  # fmt: skip
    axis = theme.quiet_axis(palette, side="top", tickvals=[month(day) for day in months[::6]], showgrid=False)
    return theme.figure(
        [heat], palette, 70 + _ROW * len(rows), xaxis=axis, yaxis=theme.quiet_axis(palette, showgrid=False)
    )


def reading(found: DebtAssessment) -> str:
    pairs = zip(found.comparison.options, found.credit, strict=True)
    dated = [
        (calendar.re_aged.lapses, option)
        for option, calendar in pairs
        if calendar.re_aged.lapses and kind(option) not in NEVER_ADVISED
    ]
    if not dated:
        return _("这笔债务现在没有逾期记录；按时还下去，就不会有。")
    soonest, option = min(dated, key=lambda pair: pair[0])
    sentence = _(
        "最早的是“{title}”：不良记录在 {day} 消除，也就是不良行为结束满五年。图里画前 {months} 个月，全部在表格里。"
    )
    return sentence.format(title=title(option), day=day_text(soonest), months=_MONTHS)
