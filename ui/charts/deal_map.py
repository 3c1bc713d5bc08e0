"""The room of one debt on a map: months across, what is waived upwards; what is carried over what the lender gains by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from assessment.negotiation import Deal, Room
from assessment.negotiation.deals import LONGEST, MOST_WAIVED, NEVER, TERMS, Whole
from ui.charts import deal_layers, theme
from ui.charts.deal_layers import Scale
from ui.charts.theme import Palette
from ui.text import _, percent

HEIGHT = 460
_TABLE_TERMS = tuple(range(3, LONGEST + 1, 3))


@dataclass(frozen=True, slots=True)
class Mapped:
    """A debt's room, and the deal that was chosen on its map."""

    room: Room
    chosen: Deal


def table(subject: Mapped) -> pd.DataFrame:
    """By term: the least waiver each figure carries, and the most the lender gains by; empty where even none will do."""
    bounds = subject.room.bounds
    columns: tuple[tuple[str, Whole], ...] = (
        (_("保底数撑得住，至少减"), bounds.floor), (_("建议数撑得住，至少减"), bounds.suggested), (_("上限撑得住，至少减"), bounds.ceiling),
        (_("对方官司顺利时，最多肯减"), bounds.best), (_("对方官司不顺时，最多肯减"), bounds.worst),
    )  # fmt: skip
    rows = [
        {_("期数"): months} | {name: _yuan(int(waived[months - 1])) for name, waived in columns}
        for months in _TABLE_TERMS
    ]
    return pd.DataFrame(rows)


def _yuan(fen: int) -> object:
    return None if fen == NEVER else theme.decimal(fen)


def figure(subject: Mapped, palette: Palette) -> go.Figure:
    """Regions, lines, what can be clicked, the three places and the chosen one, each named where it stands."""
    room, scale = subject.room, Scale(subject.room)
    layers = [
        *deal_layers.regions(scale, palette), *deal_layers.lines(scale, palette), deal_layers.grid(room),
        *deal_layers.pins(scale, palette), deal_layers.ring(scale, subject.chosen.spot, palette),
    ]  # fmt: skip
    ticks, shares = range(12, LONGEST + 1, 12), range(0, MOST_WAIVED + 1, 10)
    return theme.figure(
        layers, palette, HEIGHT, annotations=deal_layers.words(scale, palette), shapes=deal_layers.habit(scale, palette),
        clickmode="event+select", hoverdistance=30,
        xaxis=theme.quiet_axis(palette, range=[0, LONGEST + 1], zeroline=False, tickvals=list(ticks), ticktext=[_("{months} 期").format(months=tick) for tick in ticks]),
        yaxis=theme.quiet_axis(palette, range=[-2, MOST_WAIVED], zeroline=False, tickvals=list(shares), ticktext=[_("减 {share}%").format(share=share) for share in shares]),
    )  # fmt: skip


def reading(subject: Mapped) -> str:
    scale = Scale(subject.room)
    low, high = scale.likely
    likely = deal_layers.inside(low, high)
    if likely.any():
        most, months = min(float(high[likely].max()), MOST_WAIVED), TERMS[likely]
        return _(
            "涂色的一块，按估计双方都划算：分 {first} 到 {last} 期，最多减 {most}。斜线的一块要看对方怎么估，越往上越难。都是估计，不代表对方会同意。"
        ).format(first=int(months[0]), last=int(months[-1]), most=percent(np.floor(most * 10) / 1000))
    if deal_layers.inside(*scale.open).any():
        return _("斜线的一块您撑得住，对方答不答应要看它怎么估；越往上减得越多，越难谈成。都是估计，不代表对方会同意。")
    return _("图上没有您撑得住、对方又划算的地方。")
