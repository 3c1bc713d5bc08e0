"""What each option leaves on the credit report, month by month."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from assessment import DebtAssessment
from assessment.credit import CreditPath
from assessment.offers import NEVER_ADVISED
from ui.charts import code_grid
from ui.charts.shown import kind, title
from ui.charts.theme import Palette
from ui.text import _, day_text


def _rows(found: DebtAssessment) -> list[tuple[str, CreditPath]]:
    """Two rows an option where its bounds differ, else one."""
    rows = []
    for option, calendar in zip(found.comparison.options, found.credit, strict=True):
        if kind(option) == "new_borrowing":
            continue
        if calendar.re_aged == calendar.until_cleared:
            rows.append((title(option), calendar.re_aged))
        else:
            rows.append((_("{title}·较好").format(title=title(option)), calendar.re_aged))
            rows.append((_("{title}·较差").format(title=title(option)), calendar.until_cleared))
    return rows


def table(found: DebtAssessment) -> pd.DataFrame:
    return code_grid.frame(_rows(found))


def figure(found: DebtAssessment, palette: Palette) -> go.Figure:
    return code_grid.figure(_rows(found), palette)


def reading(found: DebtAssessment) -> str:
    pairs = zip(found.comparison.options, found.credit, strict=True)
    dated = [
        (calendar.re_aged.lapses, option)
        for option, calendar in pairs
        if calendar.re_aged.lapses and kind(option) not in NEVER_ADVISED
    ]
    if not dated:
        return _("这笔债务现在没有逾期记录；按时还下去，就不会有。")
    soonest, option = min(dated, key=lambda pair: pair[0])
    sentence = _(
        "最早的是“{title}”：不良记录在 {day} 消除，也就是不良行为结束满五年。图里画前 {months} 个月，全部在表格里。"
    )
    return sentence.format(title=title(option), day=day_text(soonest), months=code_grid.MONTHS)
