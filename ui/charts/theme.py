"""One look for every chart, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from assessment import money
from assessment.offers import Kind
from ui import tokens
from ui.text import _, as_seen, drawn, fen_text, hidden, short_yuan
from ui.tokens import FONT


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode. Parts and kinds keep theirs whatever else is shown."""

    text: str
    quiet: str
    grid: str
    accent: str
    parts: tuple[str, str, str, str, str]
    """Principal, interest, charges of before, fees, waived."""
    kinds: dict[Kind, str]
    codes: dict[str, str]
    ground: str
    """Behind words that stand on a pattern."""
    broken: str
    """What no longer holds; dark enough to be read as words."""


_KINDS: tuple[Kind, ...] = (
    "cure_arrears", "pay_in_full", "settlement", "instalments", "extension", "lower_payment",
    "longer_cycle", "partial_waiver", "stepped", "do_nothing", "new_borrowing",
)  # fmt: skip
_DASH: dict[Kind, str] = dict(
    zip(
        _KINDS,
        ("solid", "solid", "dot", "solid", "dash", "dot", "dashdot", "dash", "longdash", "dot", "dash"),
        strict=True,
    )
)


def _kinds(*colours: str) -> dict[Kind, str]:
    return dict(zip(_KINDS, colours, strict=True))


def _codes(*colours: str) -> dict[str, str]:
    """On time, then seven shades of later, then closed, then nothing to report."""
    return dict(zip(("N", "1", "2", "3", "4", "5", "6", "7", "C", "*"), colours, strict=True))


LIGHT = Palette(
    tokens.LIGHT.text, tokens.LIGHT.quiet, tokens.LIGHT.grid, tokens.LIGHT.accent,
    (tokens.LIGHT.accent, "#d08a1d", "#8a4f9e", "#6b6b6b", "#c9d2d3"),
    _kinds("#1d4e89", "#0f8b8d", "#6a994e", "#0b6e78", "#b45f06", "#5b5ea6", "#a23b72", "#2f7d4f", "#8a6d00", "#6b6b6b", "#8d6e63"),
    _codes("#d7ebe8", "#fbf0d5", "#f8e5b9", "#f5d99d", "#f1cb82", "#edbb69", "#e8ab53", "#e29a41", "#b9d4ea", "#eef1f1"),
    "rgba(255,255,255,0.85)",
    "#a85705",
)  # fmt: skip
DARK = Palette(
    tokens.DARK.text, tokens.DARK.quiet, tokens.DARK.grid, tokens.DARK.accent,
    (tokens.DARK.accent, "#e0a84a", "#b88bcf", "#a0a0a0", "#455459"),
    _kinds("#7aa6dd", "#4fc1c3", "#9ccc7c", "#4fb3bd", "#e59a4f", "#9a9de0", "#d77fae", "#6fbf8f", "#d0b04a", "#a5a5a5", "#bfa39a"),
    _codes("#1f4a46", "#4a3d1b", "#55451c", "#604b1d", "#6b501e", "#76551f", "#815a20", "#8b5c20", "#274a66", "#222c2f"),
    "rgba(18,25,27,0.85)",
    "#e59a4f",
)  # fmt: skip


def dash(kind: Kind) -> str:
    """The line's pattern, so that colour is not the only signal."""
    return _DASH[kind]


def safe(text: str) -> str:
    """Text for a chart: whatever a person or a file gave us stays text."""
    return escape(text, quote=False).replace("$", "&#36;")


def yuan(fen: int) -> float:
    """A height or a length; amounts that are read come from fen."""
    return drawn(fen / 100)


def figure(data: Sequence[Any], palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Traces in our look. Heights are fixed so that a page never jumps."""
    base: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": 13, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 16, "b": 8},
        "hovermode": "closest",
        "showlegend": False,
        "dragmode": False,
        "uniformtext": {"minsize": 11, "mode": "hide"},
    }
    return go.Figure(data=list(data), layout=base | layout)


def quiet_axis(palette: Palette, **more: Any) -> dict[str, Any]:
    """An axis that does not shout."""
    plain = {"gridcolor": palette.grid, "zerolinecolor": palette.grid, "tickfont": {"color": palette.quiet, "size": 12}}
    return plain | {"automargin": True, "fixedrange": True, "title": None} | more


def money_axis(palette: Palette, largest: int, **more: Any) -> dict[str, Any]:
    """An axis in 万 with round steps from nothing to at least `largest` fen."""
    step = _step(largest)
    ticks = [step * place for place in range(-(-max(largest, 1) // step) + 1)]
    return quiet_axis(
        palette, tickvals=[yuan(tick) for tick in ticks],
        ticktext=[short(tick) for tick in ticks], range=[0, yuan(ticks[-1])],
        showticklabels=not hidden(), **more,
    )  # fmt: skip


def _step(largest: int) -> int:
    """A round step that cuts the axis into four or five."""
    rough = max(largest, 100) / 4
    power: int = 10 ** (len(str(int(rough))) - 1)
    return next(power * digit for digit in (1, 2, 3, 5, 10) if power * digit >= rough)


def date_axis(palette: Palette, **more: Any) -> dict[str, Any]:
    return quiet_axis(palette, tickformat=_("%Y年%-m月"), nticks=6, hoverformat=_("%Y年%-m月%-d日"), **more)


def spread_out(heights: Sequence[float], gap: float) -> list[float]:
    """Heights for labels, moved apart so that none covers another, each as near its own as can be."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    for before, place in pairwise(order):
        placed[place] = max(placed[place], placed[before] + gap)
    return placed


def label(text: str, x: Any, y: Any, colour: str, **more: Any) -> dict[str, Any]:
    """Words beside what they name."""
    return {
        "text": safe(text), "x": x, "y": y, "showarrow": False, "xanchor": "left", "yanchor": "middle",
        "font": {"color": colour, "size": 12, "family": FONT}, "xshift": 6,
    } | more  # fmt: skip


def short(fen: int) -> str:
    return short_yuan(money.to_yuan(fen))


def shown(fen: int) -> str:
    return fen_text(fen)


def decimal(fen: int) -> Decimal:
    return as_seen(money.to_yuan(fen))


def config() -> dict[str, Any]:
    """Chart settings: no tool bar, Chinese month names."""
    months = [f"{number}月" for number in range(1, 13)]
    days = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"]
    words = {
        "format": {"months": months, "shortMonths": months, "days": days, "shortDays": days, "date": "%Y年%-m月%-d日"}
    }
    return {
        "displayModeBar": False,
        "scrollZoom": False,
        "locale": "zh-CN",
        "locales": {"zh-CN": {"dictionary": {}, **words}},
    }
