"""Is it carried? Each option's monthly payment against the three figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from assessment.offers import Judged, paid_today
from ui.charts import lines, theme
from ui.charts.shown import Shown, title
from ui.charts.theme import Palette
from ui.text import _, fen_text


def table(shown: Shown) -> pd.DataFrame:
    return lines.table(shown, lambda option: (option.outcome.path.dates, option.outcome.path.payment))


def figure(shown: Shown, palette: Palette) -> go.Figure:
    """Monthly payments only; what is paid today at once is in the table and on the cards."""
    share = shown.found.comparison.share
    top = max([share.ceiling, *(option.outcome.monthly for option in shown.options)])
    names = ((share.ceiling, _("上限")), (share.suggested, _("建议")), (share.floor, _("保底")))
    bands = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": theme.yuan(fen), "y1": theme.yuan(fen), "line": {"color": palette.quiet, "width": 1, "dash": "dot"}}
        for fen, _name in names
    ]  # fmt: skip
    heights = theme.spread_out([theme.yuan(fen) for fen, _name in reversed(names)], theme.yuan(top) * 0.055)
    words = [
        theme.label(f"{name} {theme.short(fen)}", 0, height, palette.quiet, xref="paper", xshift=2, yshift=9)
        for (fen, name), height in zip(reversed(names), heights, strict=True)
    ]
    monthly = Shown(
        shown.found,
        tuple(place for place, option in zip(shown.places, shown.options, strict=True) if option.outcome.monthly),
    )
    return lines.figure(
        monthly,
        palette,
        lambda option: _by_month(shown, option),
        "hv",
        share.ceiling,
        {"shapes": bands, "annotations": words},
    )


def _by_month(shown: Shown, option: Judged) -> tuple[Sequence[date], Sequence[int]]:
    path = option.outcome.path
    at_once = 1 if paid_today(shown.found.position.as_of, path) else 0
    return path.dates[at_once:], path.payment[at_once:]


def reading(shown: Shown) -> str:
    carried = [option for option in shown.options if option.fit in {"floor", "suggested"} and option.outcome.monthly]
    if not carried:
        return _("图中没有一个方案每月的还款在建议数 {figure} 以内。").format(
            figure=fen_text(shown.found.comparison.share.suggested)
        )
    lightest = min(carried, key=lambda option: option.outcome.monthly)
    return _("图中 {count} 个方案在建议数以内，最轻的是“{title}”，每月最多 {payment}。").format(
        count=len(carried), title=title(lightest), payment=fen_text(lightest.outcome.monthly)
    )
