"""From income to the three figures."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from assessment import money
from assessment.affordability import Affordability
from assessment.figures import Line
from assessment.text import Text
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, plain, yuan_text

_SHOWN_LINES = 6
_ROW = 36


def table(found: Affordability) -> pd.DataFrame:
    rows = [(_("可靠收入"), found.income.yuan), *((plain(line.label), -line.yuan) for line in found.guided.lines)]
    rows += [
        (_("结余"), found.surplus_guided.yuan), (_("上限"), found.ceiling.yuan),
        (_("建议"), found.suggested.yuan), (_("保底"), found.floor.yuan),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=[_("项目"), _("每月")])


def figure(found: Affordability, palette: Palette) -> go.Figure:
    steps = [(_("可靠收入"), money.to_fen(found.income.yuan), "absolute")]
    steps += [(plain(line.label), -money.to_fen(line.yuan), "relative") for line in _largest(found.guided.lines)]
    steps += [(_("结余"), money.to_fen(found.surplus_guided.yuan), "total")]
    figures = [(_("上限"), found.ceiling), (_("建议"), found.suggested), (_("保底"), found.floor)]
    steps += [(name, money.to_fen(figure.yuan), "absolute") for name, figure in figures]
    return theme.figure(
        [_bars(steps, palette)], palette, 60 + _ROW * len(steps), xaxis=_axis(steps, palette),
        yaxis=theme.quiet_axis(palette, autorange="reversed", ticklabelstandoff=6, showgrid=False), waterfallgap=0.35,
    )  # fmt: skip


def _axis(steps: list[tuple[str, int, str]], palette: Palette) -> dict[str, object]:
    """From the lowest point the steps reach, with room for the figures at the bars' ends."""
    amounts = [fen for _name, fen, _measure in steps]
    axis = theme.money_axis(palette, max(int(max(amounts) * 1.15), 100))
    lowest = min(0, sum(fen for _name, fen, measure in steps[:-4] if measure != "total"))
    return axis | {"range": [theme.yuan(int(lowest * 1.6)), axis["range"][1]]}


def _bars(steps: list[tuple[str, int, str]], palette: Palette) -> go.Waterfall:
    names, amounts, measures = zip(*steps, strict=True)
    return go.Waterfall(
        orientation="h", y=[theme.safe(name) for name in names], x=[theme.yuan(fen) for fen in amounts], measure=list(measures),
        text=[theme.short(fen) for fen in amounts], textposition="outside",
        textfont={"color": palette.text, "size": 12}, cliponaxis=False,
        connector={"line": {"color": palette.grid, "width": 1}},
        decreasing={"marker": {"color": palette.parts[1]}}, increasing={"marker": {"color": palette.accent}},
        totals={"marker": {"color": palette.accent}},
        customdata=[theme.shown(fen) for fen in amounts], hovertemplate="%{y}<br>%{customdata}<extra></extra>",
    )  # fmt: skip


def _largest(lines: tuple[Line, ...]) -> list[Line]:
    """The heaviest lines in their order, the rest as one."""
    kept = sorted(lines, key=lambda line: -line.yuan)[:_SHOWN_LINES]
    rest = sum((line.yuan for line in lines if line not in kept), money.to_yuan(0))
    listed = [line for line in lines if line in kept and line.yuan]
    return [*listed, Line(Text("其余支出"), rest)] if rest else listed


def reading(found: Affordability) -> str:
    if found.negative:
        return _("每月支出比可靠收入多 {gap}，没有余钱还债。").format(gap=yuan_text(-found.surplus_guided.yuan))
    return _("每月可靠收入 {income}，留够生活费后剩 {left}；建议每月最多拿 {suggested} 还债。").format(
        income=yuan_text(found.income.yuan),
        left=yuan_text(found.surplus_guided.yuan),
        suggested=yuan_text(found.suggested.yuan),
    )
