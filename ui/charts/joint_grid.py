"""All debts together on the credit report: the worst code of each month, with the plans and without."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from assessment import Assessment, DebtAssessment
from assessment.credit import CreditCalendar, CreditPath, joint
from ui.charts import code_grid
from ui.charts.shown import kind
from ui.charts.theme import Palette
from ui.text import _, day_text


def _rows(found: Assessment) -> list[tuple[str, CreditPath]]:
    plans = [_planned(debt) for debt in found.debts]
    best, worst = joint([each.re_aged for each in plans]), joint([each.until_cleared for each in plans])
    nothing = joint([_left_alone(debt).until_cleared for debt in found.debts])
    kept = (
        [(_("按每笔的推荐方案"), best)]
        if best == worst
        else [(_("按推荐方案·较好"), best), (_("按推荐方案·较差"), worst)]
    )
    return [*kept, (_("都不管"), nothing)]


def _planned(debt: DebtAssessment) -> CreditCalendar:
    best = debt.comparison.recommended
    return _left_alone(debt) if best is None else debt.credit[best]


def _left_alone(debt: DebtAssessment) -> CreditCalendar:
    return next(
        calendar
        for option, calendar in zip(debt.comparison.options, debt.credit, strict=True)
        if kind(option) == "do_nothing"
    )


def table(found: Assessment) -> pd.DataFrame:
    return code_grid.frame(_rows(found))


def figure(found: Assessment, palette: Palette) -> go.Figure:
    return code_grid.figure(_rows(found), palette)


def reading(found: Assessment) -> str:
    best = _rows(found)[0][1]
    unplanned = sum(debt.comparison.recommended is None for debt in found.debts)
    if unplanned:
        return _("有 {count} 笔还没有撑得住的方案，按不还算；合在一起，每个月取最差的一笔。").format(count=unplanned)
    if best.lapses is None:
        return _("按推荐的方案还，几笔债都不会留下新的不良记录。")
    return _("按推荐的方案还，最晚到 {day}，几笔债的不良记录全部消除。").format(day=day_text(best.lapses))
