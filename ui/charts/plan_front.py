"""Plans that trade cost, heaviest month and last day against each other; each point is one to choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment.plan import Plan
from ui import tokens
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, fen_text, month

_HEIGHT = 400
_WORDS, _LINE, _AWAY = 0.35, 0.06, 0.05
"""How much of the chart a label takes: across, and up; and how far from its point it stands."""
_ON_ACCENT = (tokens.LIGHT.on_accent, tokens.DARK.on_accent)
"""What can be read on the accent colour, light and dark."""


@dataclass(frozen=True, slots=True)
class Front:
    """The plans, the cheapest first, and the place of the one that is shown below; None where it is none of these."""

    plans: Sequence[Plan]
    chosen: int | None


def letter(place: int) -> str:
    """A, B, C …"""
    return chr(ord("A") + place)


def table(front: Front) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("安排"): letter(place),
                _("一共还"): theme.decimal(each.score.cost),
                _("最重的一个月"): theme.decimal(each.score.peak),
                _("全部还清"): each.all_clear,
                _("证明"): _("到底") if each.gap == 0 else _("没到底"),
            }
            for place, each in enumerate(front.plans)
        ]
    )


def figure(front: Front, palette: Palette) -> go.Figure:
    """Lower and further left is better; the month beside a point is when all is paid."""
    plans = front.plans
    costs, peaks = [each.score.cost for each in plans], [each.score.peak for each in plans]
    shown = [place == front.chosen for place in range(len(plans))]
    points = go.Scatter(
        x=[theme.yuan(fen) for fen in costs], y=[theme.yuan(fen) for fen in peaks], mode="markers+lines+text",
        text=[letter(place) for place in range(len(plans))], textposition="middle center",
        textfont={"size": 11, "color": _ON_ACCENT[palette is theme.DARK]},
        line={"color": palette.grid, "width": 1.5, "shape": "hv"},
        marker={"size": [26 if each else 20 for each in shown], "color": palette.accent, "opacity": 1,
                "symbol": ["diamond" if each else "circle" for each in shown]},
        customdata=[[theme.shown(cost), theme.shown(peak), month(each.all_clear)] for cost, peak, each in zip(costs, peaks, plans, strict=True)],
        hovertemplate=_hover(),
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}, "textfont": {"color": _ON_ACCENT[palette is theme.DARK]}},
    )  # fmt: skip
    low, high = min(costs), max(costs)
    room = max((high - low) * 0.45, high * 0.01)
    up = theme.money_axis(palette, max(peaks))
    up["range"] = [0, max(up["range"][1], theme.yuan(max(peaks)) * 1.15)]
    return theme.figure(
        [points], palette, _HEIGHT, margin={"l": 8, "r": 8, "t": 32, "b": 28}, yaxis=up,
        annotations=[*_axes(palette), *_months(plans, palette)],
        xaxis=theme.quiet_axis(
            palette, range=[theme.yuan(int(low - room * 0.2)), theme.yuan(int(high + room))],
            tickvals=[theme.yuan(fen) for fen in _few(low, high)], ticktext=[theme.short(fen) for fen in _few(low, high)],
        ),
    )  # fmt: skip


def _hover() -> str:
    said = (_("一共还 {sum}"), _("最重的一个月 {sum}"), _("{sum}还清"))
    return (
        "<br>".join(each.format(sum=f"%{{customdata[{place}]}}") for place, each in enumerate(said)) + "<extra></extra>"
    )


def _months(plans: Sequence[Plan], palette: Palette) -> list[dict[str, Any]]:
    """When all is paid, above each point, or below it where other words stand; not at all where there is no room."""
    low, high = plans[0].score.cost, max(each.score.peak for each in plans) or 1
    wide = plans[-1].score.cost - low or 1
    taken: list[tuple[float, float]] = []
    words: list[dict[str, Any]] = []
    for each in plans:
        across, up = (each.score.cost - low) / wide, each.score.peak / high
        side = next((side for side in (1, -1) if _free(across, up + side * _AWAY, taken)), None)
        if side is None:
            continue
        taken.append((across, up + side * _AWAY))
        words.append(
            theme.label(
                month(each.all_clear), theme.yuan(each.score.cost), theme.yuan(each.score.peak), palette.text,
                xshift=8, yshift=side * 15,
            )
        )  # fmt: skip
    return words


def _free(across: float, up: float, taken: Sequence[tuple[float, float]]) -> bool:
    return not any(abs(across - other) < _WORDS and abs(up - height) < _LINE for other, height in taken)


def _axes(palette: Palette) -> list[dict[str, Any]]:
    """What the two axes count, where they end."""
    up = theme.label(_("↑ 最重的一个月（元）"), 0, 1.06, palette.quiet, xref="paper", yref="paper", xshift=0)
    along = theme.label(
        _("一共还（元）→"), 1, -0.1, palette.quiet, xref="paper", yref="paper", xanchor="right", xshift=0
    )
    return [up, along]


def _few(low: int, high: int) -> list[int]:
    """Three round places on the axis of sums."""
    return sorted({low, (low + high) // 2, high})


def reading(front: Front) -> str:
    cheap, light = front.plans[0], min(front.plans, key=lambda each: each.score.peak)
    if len(front.plans) < 2:
        return _("只有一种安排，没有更省、更轻或更早的。")
    return _("从最省的（一共 {cost}，最重的一个月 {peak}）到图里最轻的（一共 {other}，最重的一个月 {light}），一共 {count} 种。").format(
        cost=fen_text(cheap.score.cost), peak=fen_text(cheap.score.peak),
        other=fen_text(light.score.cost), light=fen_text(light.score.peak), count=len(front.plans),
    )  # fmt: skip
