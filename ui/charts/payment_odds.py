"""How many of a hundred can keep up a level payment, for every payment at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from assessment import stress
from assessment.figures import Capacity
from assessment.stress import Floats
from ui.charts import theme
from ui.charts.theme import Palette
from ui.text import _, fen_text

_HEIGHT = 340
_POINTS = 100
ASKED = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class PaymentOdds:
    """The largest payment of every future in order, for so many months, beside the three figures. Fen."""

    largest: Floats
    months: int
    capacity: Capacity


def table(shown: PaymentOdds) -> pd.DataFrame:
    shares = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.25]
    return pd.DataFrame({
        _("100 个里要有多少个撑住"): [str(round(share * 100)) for share in shares],
        _("每月最多还"): [theme.decimal(_whole_yuan(stress.payment_for(shown.largest, share))) for share in shares],
    })  # fmt: skip


def _whole_yuan(fen: int) -> int:
    return fen // 100 * 100


def figure(shown: PaymentOdds, palette: Palette) -> go.Figure:
    shares = [1 - place / _POINTS for place in range(_POINTS + 1)]
    payments = [stress.payment_for(shown.largest, share) for share in shares[:-1]]
    top = max(payments[-1], shown.capacity.ceiling, 100)
    line = go.Scatter(
        x=[0, *map(theme.yuan, payments)], y=[100 * share for share in shares], mode="lines", line={"color": palette.accent, "width": 3},
        fill="tozeroy", fillcolor=palette.grid, customdata=[theme.short(fen) for fen in (0, *payments)],
        hovertemplate=_("每月还款") + " %{customdata}<br>" + _("撑得住的") + " %{y:.0f}<extra></extra>",
    )  # fmt: skip
    return theme.figure(
        [line], palette, _HEIGHT, shapes=_marks(shown, palette), annotations=_words(shown, palette),
        margin={"l": 8, "r": 16, "t": 52, "b": 8}, xaxis=theme.money_axis(palette, top),
        yaxis=theme.quiet_axis(palette, range=[0, 104], tickvals=[0, 25, 50, 75, 90, 100], ticksuffix=_("个")),
    )  # fmt: skip


def _figures(shown: PaymentOdds) -> tuple[tuple[str, int], ...]:
    capacity = shown.capacity
    return ((_("保底"), capacity.floor), (_("建议"), capacity.suggested), (_("上限"), capacity.ceiling))


def _marks(shown: PaymentOdds, palette: Palette) -> list[dict[str, Any]]:
    return [
        {"type": "line", "x0": theme.yuan(fen), "x1": theme.yuan(fen), "y0": 0, "y1": 104, "line": {"color": palette.quiet, "width": 1, "dash": "dot"}}
        for _name, fen in _figures(shown)
    ]  # fmt: skip


def _words(shown: PaymentOdds, palette: Palette) -> list[dict[str, Any]]:
    """The three figures over their lines, in two heights where they stand close."""
    return [
        theme.label(name, theme.yuan(fen), 1.0 + 0.08 * (place % 2), palette.quiet, yref="paper", yanchor="bottom", xanchor="center", xshift=0)
        for place, (name, fen) in enumerate(_figures(shown))
    ]  # fmt: skip


def reading(shown: PaymentOdds) -> str:
    most = _whole_yuan(stress.payment_for(shown.largest, ASKED))
    if not most:
        return _("每月还同样的数、连还 {months} 个月：还得再少，也到不了 100 个里 90 个撑住。").format(
            months=shown.months
        )
    return _("每月还同样的数、连还 {months} 个月，要 100 个里有 90 个撑住，每月最多还 {payment}。").format(
        months=shown.months, payment=fen_text(most)
    )
