"""How much is still owed after each payment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from assessment.offers import Judged
from ui.charts import lines
from ui.charts.shown import Shown, title
from ui.charts.theme import Palette
from ui.text import _, day_text


def _series(shown: Shown, option: Judged) -> tuple[Sequence[date], Sequence[int]]:
    """The balance today, less what is let off, then after each due day."""
    path, outcome = option.outcome.path, option.outcome
    start = outcome.owed.total - outcome.waived.total
    today = shown.found.position.as_of
    return (path.dates, path.balance) if path.dates[:1] == (today,) else ((today, *path.dates), (start, *path.balance))


def table(shown: Shown) -> pd.DataFrame:
    return lines.table(shown, lambda option: _series(shown, option))


def figure(shown: Shown, palette: Palette) -> go.Figure:
    return lines.figure(shown, palette, lambda option: _series(shown, option), "linear", 0)


def reading(shown: Shown) -> str:
    ended = [option for option in shown.options if option.outcome.debt_free]
    if not ended:
        return _("图中的方案都还没有还清的一天。")
    soonest = min(ended, key=lambda option: option.outcome.debt_free or date.max)
    return _("最早还清的是“{title}”，{day}。").format(
        title=title(soonest), day=day_text(soonest.outcome.debt_free or date.max)
    )
