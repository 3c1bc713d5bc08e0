"""Every option of every debt in one table, each cell the one on the debt's page."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.offers import FIT, NEVER_ADVISED, Fit
from assessment.report.live import option
from assessment.report.live.debt_page import Written
from assessment.report.live.option import Option
from assessment.report.live.page import Form, Page, quoted
from assessment.report.live.shares import Share
from assessment.text import Text

_HEAD, _FIRST = 4, 5
_FACTS: tuple[tuple[int, Form], ...] = (
    (option.TODAY, "money"), (option.MONTHLY, "money"), (option.COUNT, "whole"), (option.TOTAL, "money"), (option.SAVED, "money"),
    (option.EFFECTIVE, "percent"), (option.IRR, "percent"), (option.FREE, "date"), (option.OWN, "money"), (option.LENDER, "money"),
)  # fmt: skip
_TITLES = (
    Text("今天先付"), Text("每月最多"), Text("几期"), Text("一共还"), Text("比按原合同省"), Text("实际年化"), Text("月内部收益率×12"), Text("还清日期"), Text("折成今天，对您值"),
    Text("折成今天，对出借方值"),
)  # fmt: skip
_TOTAL = 6
_NEVER = FIT["none"]


def write(page: Page, written: Sequence[Written], names: Sequence[Text]) -> None:
    """A row an option, and a chart of what they cost in all."""
    page.note(2, 1, Text("数都来自每笔债那一页，改了前面的数会跟着变。“不建议”的只为比较。"))
    page.head(_HEAD, 1, Text("欠谁的"), Text("方案"), *_TITLES, Text("撑得住吗"))
    row, starts = _FIRST, []
    for each, name in zip(written, names, strict=True):
        starts.append(row)
        for judged in each.options:
            page.words(row, 1, name)
            page.words(row, 2, Text(judged.judged.outcome.title))
            _row(page, row, judged, each.share)
            row += 1
    last = row - 1
    page.widths(18, 36, 14, 14, 12, 15, 15, 11, 12, 12, 15, 15, 18)
    page.sheet.freeze_panes = f"C{_FIRST}"
    page.sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    _charts(page, written, starts, names, last)


def _row(page: Page, row: int, each: Option, share: Share) -> None:
    for place, (fact, form) in enumerate(_FACTS, start=3):
        if each.worked(fact) is not None:
            page.compute(row, place, each.at(fact), each.worked(fact), form)
    if each.result.terms.kind in NEVER_ADVISED:
        page.words(row, 3 + len(_FACTS), Text(_NEVER))
        return
    page.compute(row, 3 + len(_FACTS), _fit(page, each, share), page.say(Text(FIT[each.judged.fit])), "words")


def _fit(page: Page, each: Option, share: Share) -> str:
    """The lightest of the figures that carries every month; what is due today comes from ready money first."""
    today, monthly = each.at(option.TODAY), each.at(option.MONTHLY)
    beyond = f"MAX(ROUND({today}-{share.cash},2),0)"
    heaviest = f"MAX({monthly},{beyond})"

    def said(fit: Fit) -> str:
        return quoted(page.say(Text(FIT[fit])))

    return (
        f"IF({beyond}>{share.ceiling},{said('short_assets')},IF(AND({monthly}=0,{beyond}=0),{said('assets')},"
        f"IF({heaviest}<={share.suggested},{said('suggested')},IF({heaviest}<={share.ceiling},{said('ceiling')},{said('over')}))))"
    )


def _charts(page: Page, written: Sequence[Written], starts: Sequence[int], names: Sequence[Text], last: int) -> None:
    """For each debt a bar chart of the totals, beneath the table."""
    from openpyxl.utils import get_column_letter

    from assessment.report.live.charts import bars, rows_of

    at = last + 3
    for each, start, name in zip(written, starts, names, strict=True):
        end = start + len(each.options) - 1
        title = page.say(Text("{name}：每个方案一共还多少", name=name))
        bars(page.sheet, f"A{at}", title, page.say(Text("一共还（元）")), (start, end, 2, _TOTAL))
        at += rows_of(len(each.options))
    page.sheet.print_area = f"A1:{get_column_letter(3 + len(_FACTS))}{at}"
