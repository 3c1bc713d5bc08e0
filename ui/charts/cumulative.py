"""How much has been paid in all by each month."""

from __future__ import annotations

from itertools import accumulate

import pandas as pd
import plotly.graph_objects as go

from assessment.offers import NEVER_ADVISED
from ui.charts import lines
from ui.charts.shown import Shown, kind, title
from ui.charts.theme import Palette
from ui.text import _, fen_text


def table(shown: Shown) -> pd.DataFrame:
    return lines.table(
        shown, lambda option: (option.outcome.path.dates, tuple(accumulate(option.outcome.path.payment)))
    )


def figure(shown: Shown, palette: Palette) -> go.Figure:
    return lines.figure(
        shown,
        palette,
        lambda option: (option.outcome.path.dates, tuple(accumulate(option.outcome.path.payment))),
        "linear",
        0,
    )


def reading(shown: Shown) -> str:
    paid = [option for option in shown.options if kind(option) not in NEVER_ADVISED]
    if not paid:
        return _("图中的方案不还钱，累计数一直是零。")
    least = min(paid, key=lambda option: option.outcome.total)
    return _("到还清为止，“{title}”一共还 {total}，是图中最少的。").format(
        title=title(least), total=fen_text(least.outcome.total)
    )
