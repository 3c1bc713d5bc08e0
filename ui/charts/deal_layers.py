"""What a deal map is drawn from: regions, lines, places, and the words on them. Waivers stand as hundredths of what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from assessment.negotiation import Room, Spot
from assessment.negotiation.deals import LONGEST, MOST_WAIVED, NEVER, TERMS, Floats, Whole
from assessment.negotiation.pins import TITLE
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, exact

_STEP = 4
_SYMBOLS = ("circle", "diamond", "square")
_ENOUGH_FOR_WORDS = 5
_NEAR_THE_END = 42


class Scale:
    """A room's bounds in hundredths of what is owed, by term; not a number where no waiver is little enough."""

    def __init__(self, room: Room) -> None:
        self.room, bounds = room, room.bounds
        self.floor, self.suggested, self.ceiling = map(self.shares, (bounds.floor, bounds.suggested, bounds.ceiling))
        self.best, self.worst = self.shares(bounds.best), self.shares(bounds.worst)
        self.likely, self.open = ((self.shares(low), self.shares(high)) for low, high in (bounds.likely, bounds.open))

    def shares(self, fen: Whole) -> Floats:
        shares: Floats = np.where(fen == NEVER, np.nan, 100 * fen / max(self.room.deals.owed, 1))
        return shares

    def height(self, spot: Spot) -> float:
        return 100 * spot.waived / max(self.room.deals.owed, 1)


def inside(low: Floats, high: Floats) -> NDArray[np.bool_]:
    """In which terms a region lies on the map."""
    return (low <= high) & (low <= MOST_WAIVED)


def regions(scale: Scale, palette: Palette) -> Iterator[go.Scatter]:
    """Where both may gain: filled where it is likely, hatched where it depends on the lender."""
    red, green, blue = (int(palette.accent[place : place + 2], 16) for place in (1, 3, 5))
    yield _region(*scale.likely, fillcolor=f"rgba({red},{green},{blue},0.35)")
    nothing = "rgba(0,0,0,0)"
    hatch = {"shape": "/", "fgcolor": palette.accent, "bgcolor": nothing, "size": 14, "solidity": 0.07}
    yield _region(*scale.open, fillcolor=nothing, fillpattern=hatch)


def _region(low: Floats, high: Floats, **style: Any) -> go.Scatter:
    lies = inside(low, high)
    months, bottom, top = TERMS[lies], low[lies], np.minimum(high[lies], MOST_WAIVED)
    return go.Scatter(
        x=[*months.tolist(), *months[::-1].tolist()], y=[*top.tolist(), *bottom[::-1].tolist()], mode="lines",
        line={"width": 0}, fill="toself", hoverinfo="skip", **style,
    )  # fmt: skip


def lines(scale: Scale, palette: Palette) -> Iterator[go.Scatter]:
    """Where each figure just carries the month, and where the lender just does no worse."""
    for share, dash in ((scale.floor, "dot"), (scale.suggested, "solid"), (scale.ceiling, "dash")):
        yield _line(_once_at_nought(share), palette.accent, dash)
    yield _line(scale.best, palette.parts[1], "solid")
    yield _line(scale.worst, palette.parts[1], "dot")


def _once_at_nought(shares: Floats) -> Floats:
    """A falling line that ends where it reaches nought."""
    before = np.concatenate(([True], shares[:-1] > 0))
    return np.where(before, shares, np.nan)


def _line(shares: Floats, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=TERMS.tolist(), y=[None if np.isnan(share) else share for share in shares.tolist()], mode="lines",
        line={"color": colour, "width": 2, "dash": dash}, hoverinfo="skip",
    )  # fmt: skip


def grid(room: Room) -> go.Scatter:
    """Unseen points to click: every term, every fourth hundredth."""
    shares = np.arange(0, MOST_WAIVED + 1, _STEP)
    waived = shares[:, None] * room.deals.owed / 100
    told = np.stack([room.deals.payment(waived) / 100, room.deals.worth(waived) / 100], axis=-1).reshape(-1, 2)
    months, upwards = np.meshgrid(TERMS, shares)
    unseen = {"marker": {"opacity": 0}}
    words = _("{months} 期，减 {share}%<br>每月约 ¥{payment}<br>对方算下来约值 ¥{worth}").format(
        months="%{x}", share="%{y}", payment="%{customdata[0]:,.0f}", worth="%{customdata[1]:,.0f}"
    )
    hover = {"customdata": told.round(), "hovertemplate": f"{words}<extra></extra>"}
    return go.Scatter(
        x=months.ravel(), y=upwards.ravel(), mode="markers", marker={"size": 12, "opacity": 0},
        selected=unseen, unselected=unseen, name="grid", **(hover if exact() else {"hoverinfo": "none"}),
    )  # fmt: skip


def pins(scale: Scale, palette: Palette) -> Iterator[go.Scatter]:
    """The three places, each with its own shape."""
    seen = {"marker": {"opacity": 1}}
    words = _("每月 {payment}<br>对方算下来约值 {worth}").format(payment="%{customdata[0]}", worth="%{customdata[1]}")
    for pin, symbol in zip(scale.room.pins, _SYMBOLS, strict=False):
        made = pin.deal
        yield go.Scatter(
            x=[made.spot.months], y=[scale.height(made.spot)], mode="markers", name=pin.name, selected=seen, unselected=seen,
            customdata=[[theme.shown(made.judged.outcome.monthly), theme.shown(made.worth)]],
            marker={"size": 13, "symbol": symbol, "color": palette.text, "line": {"color": palette.grid, "width": 1}},
            hovertemplate=f"{_(TITLE[pin.name])}<br>{words}<extra></extra>",
        )  # fmt: skip


def ring(scale: Scale, spot: Spot, palette: Palette) -> go.Scatter:
    """Around the deal that was chosen."""
    return go.Scatter(
        x=[spot.months], y=[scale.height(spot)], mode="markers", hoverinfo="skip", name="chosen",
        marker={"size": 22, "symbol": "circle-open", "color": palette.text, "line": {"width": 3}},
    )  # fmt: skip


def habit(scale: Scale, palette: Palette) -> list[dict[str, Any]]:
    """The height above which principal would be waived, which lenders seldom do."""
    line = {"color": palette.quiet, "width": 1, "dash": "dot"}
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": _habit(scale), "y1": _habit(scale), "line": line}]


def words(scale: Scale, palette: Palette) -> list[dict[str, Any]]:
    """What each region, line and place is, beside it."""
    share = scale.room.found.comparison.share
    figures = (
        (scale.suggested, 46, _("建议数 {sum}").format(sum=theme.short(share.suggested))),
        (scale.floor, 34, _("保底数 {sum}").format(sum=theme.short(share.floor))),
    )
    found = [
        *(_on_line(shares, height, text, palette) for shares, height, text in figures),
        _in_region(*scale.open, _("要看对方怎么估"), palette),
        _in_region(*scale.likely, _("双方都划算"), palette),
        *_at_the_edges(scale, palette),
        *_names(scale, palette),
    ]
    return [each for each in found if each]


def _on_line(shares: Floats, height: int, text: str, palette: Palette) -> dict[str, Any] | None:
    """Beside the place where a falling line passes a height."""
    places = np.flatnonzero(shares <= height)
    if not places.size or shares[places[0]] <= 0:
        return None
    return theme.label(text, int(TERMS[places[0]]), height, palette.accent, bgcolor=palette.ground)


def _in_region(low: Floats, high: Floats, text: str, palette: Palette) -> dict[str, Any] | None:
    """In the upper half of a region, where it is high enough to hold words."""
    top = np.minimum(high, MOST_WAIVED)
    places = np.flatnonzero(inside(low, high) & (top - low > _ENOUGH_FOR_WORDS))
    if not places.size:
        return None
    place = places[len(places) // 2]
    height = float(low[place] + 3 * top[place]) / 4
    return theme.label(
        text, int(TERMS[place]), height, palette.text, xanchor="center", xshift=0, bgcolor=palette.ground
    )


def _at_the_edges(scale: Scale, palette: Palette) -> list[dict[str, Any]]:
    """At the left what the lender's line is, at the right what begins above the height of habit."""
    more = {"xshift": 0, "yshift": 9, "bgcolor": palette.ground}
    line = theme.label(_("对方最多肯减"), 1, float(scale.best[0]), palette.parts[1], **more)
    above = theme.label(_("往上要减本金，少见"), LONGEST, _habit(scale), palette.quiet, xanchor="right", **more)
    return [line, above] if scale.best[0] <= MOST_WAIVED else [above]


def _habit(scale: Scale) -> float:
    return 100 * scale.room.deals.charges / max(scale.room.deals.owed, 1)


def _names(scale: Scale, palette: Palette) -> list[dict[str, Any]]:
    """Each place's name beside it; places on one spot share a line."""
    together: dict[Spot, list[str]] = {}
    for pin in scale.room.pins:
        together.setdefault(pin.deal.spot, []).append(_(TITLE[pin.name]))
    heights = theme.spread_out([scale.height(spot) for spot in together], 3.6)
    return [
        theme.label("＝".join(names), spot.months, height, palette.text, bgcolor=palette.ground, **_side(spot))
        for (spot, names), height in zip(together.items(), heights, strict=True)
    ]


def _side(spot: Spot) -> dict[str, Any]:
    """Words to the right of a place, to the left where the map ends."""
    return {"xanchor": "right", "xshift": -15} if spot.months > _NEAR_THE_END else {"xshift": 15}
