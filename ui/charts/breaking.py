"""What breaks a plan first: how many fewer would break without each kind of trouble."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from assessment.stress import TITLE, Cause, Odds
from ui.charts import hundred, theme
from ui.charts.theme import Palette
from ui.text import _

_ROW = 40


@dataclass(frozen=True, slots=True)
class Breaking:
    """How many break, and the kinds of trouble, the heaviest first."""

    breaks: Odds
    causes: tuple[Cause, ...]

    def spared(self, cause: Cause) -> float:
        """The share that would no longer break without it."""
        return max(self.breaks.share - cause.without.share, 0)


def table(shown: Breaking) -> pd.DataFrame:
    return pd.DataFrame([
        {
            _("遇上什么"): _(TITLE[cause.shock]),
            _("断的当月正好有它"): hundred.said(cause.present.share),
            _("要是没有它，断的人"): hundred.said(cause.without.share),
            _("少断"): hundred.said(shown.spared(cause)),
        }
        for cause in shown.causes
    ])  # fmt: skip


def figure(shown: Breaking, palette: Palette) -> go.Figure:
    causes = shown.causes[::-1]
    lengths = [shown.spared(cause) * 100 for cause in causes]
    bars = go.Bar(
        y=[_(TITLE[cause.shock]) for cause in causes], x=lengths, orientation="h", marker={"color": palette.broken},
        text=[_("少断{people}").format(people=hundred.said(length / 100)) for length in lengths],
        textposition="outside", cliponaxis=False, textfont={"color": palette.text, "size": 12},
        customdata=[hundred.said(cause.present.share) for cause in causes],
        hovertemplate="%{y}<br>" + _("断的当月正好有它") + " %{customdata}<extra></extra>",
    )  # fmt: skip
    longest = max([*lengths, 4.0])
    return theme.figure(
        [bars], palette, 40 + _ROW * len(causes), bargap=0.4,
        xaxis=theme.quiet_axis(palette, range=[0, longest * 1.45], showticklabels=False, showgrid=False),
        yaxis=theme.quiet_axis(palette, ticklabelstandoff=6, showgrid=False),
    )  # fmt: skip


def reading(shown: Breaking) -> str:
    if not shown.causes or not shown.breaks.share:
        return _("按现在的估计，没有哪一样会让它断。")
    first = shown.causes[0]
    return _("最先让它断的多半是“{trouble}”：现在{broken}会断，断的当月正遇上它的{present}；要是没有它，{without}会断。").format(
        trouble=_(TITLE[first.shock]), broken=hundred.said(shown.breaks.share),
        present=hundred.said(first.present.share), without=hundred.said(first.without.share),
    )  # fmt: skip
