"""The first sheet: the three figures, what to ask of whom, and what changed since it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment._assess import Assessment, DebtAssessment
from assessment.case import words
from assessment.report.household_plan import LOOK_FIRST
from assessment.report.live import option
from assessment.report.live.charts import bars, rows_of
from assessment.report.live.debt_page import Written
from assessment.report.live.inputs import Inputs
from assessment.report.live.month import Month
from assessment.report.live.page import Form, Page, quoted, yuan
from assessment.text import Text

DAY_ROW, DAY_COLUMN = 3, 2
_FIGURES = 6
_DEBTS = 15
_SHOWN = 3


def day(page: Page, found: Assessment) -> str:
    """The day of the assessment, on which every formula rests."""
    page.words(DAY_ROW, 1, Text("测算日期"))
    return page.value(DAY_ROW, DAY_COLUMN, found.as_of, "date")


def write(
    page: Page, inputs: Inputs, month: Month, written: Sequence[Written], names: Sequence[Text], found: Assessment
) -> None:
    """Figures and recommendations; a recommendation goes once the numbers it rests on have changed."""
    page.note(2, 1, Text("这份表可以再上传。改前面各页填的数，结果会重新算；建议先谈哪个，要重新上传才知道。"))
    home = found.affordability
    page.head(_FIGURES - 1, 1, Text("每月能还多少"), Text("金额"))
    figures = (
        (Text("保底"), month.floor, home.floor), (Text("建议"), month.suggested, home.suggested), (Text("上限"), month.ceiling, home.ceiling),
        (Text("可靠收入"), month.income, home.income), (Text("支出（按参考数调整后）"), month.guided, home.guided), (Text("结余"), month.surplus, home.surplus_guided),
        (Text("资产能一次拿出多少"), month.assets, home.asset_capacity),
    )  # fmt: skip
    for row, (name, cell, figure) in enumerate(figures, start=_FIGURES):
        page.words(row, 1, name)
        page.compute(row, 2, cell, float(figure.yuan))
    if home.negative:
        page.words(_FIGURES + len(figures), 1, Text("按现在的收支，每月没有余钱还债。先稳住生活，再谈缓一缓。"))
    page.head(
        _DEBTS - 1,
        1,
        *(
            Text("欠谁的"),
            Text("今天一共欠"),
            Text("建议先谈"),
            Text("今天先付"),
            Text("每月最多"),
            Text("一共还"),
            Text("还清日期"),
        ),
    )
    old = found.barred
    for row, (each, name, debt) in enumerate(zip(written, names, found.debts, strict=True), start=_DEBTS):
        page.words(row, 1, name)
        page.compute(row, 2, each.facts.claimed.total, float(debt.debt.owed))
        if debt.index in old:
            page.words(row, 3, LOOK_FIRST)
        else:
            _recommended(page, inputs, row, each, debt)
    page.widths(38, 16, 34, 15, 15, 16, 13)
    last = _DEBTS + len(written) - 1
    charts = last + 2
    title, unit = page.say(Text("每月能还多少")), page.say(Text("每月（元）"))
    bars(page.sheet, f"A{charts}", title, unit, (_FIGURES, _FIGURES + _SHOWN - 1, 1, 2))
    end = charts + rows_of(_SHOWN)
    if written:
        title, unit = page.say(Text("今天一共欠")), page.say(Text("金额（元）"))
        bars(page.sheet, f"A{end}", title, unit, (_DEBTS, last, 1, 2))
        end += rows_of(len(written))
    page.sheet.print_area = f"A1:G{end}"


def _recommended(page: Page, inputs: Inputs, row: int, each: Written, debt: DebtAssessment) -> None:
    """The option to ask for, while everything it was chosen by is as it was."""
    best = debt.comparison.recommended
    if best is None:
        page.words(row, 3, Text("还没有撑得住的方案"))
        return
    chosen = each.options[best]
    same = f"AND({','.join((*map(_unchanged, each.options), *_as_judged(inputs, each, debt)))})"
    title, anew = page.say(Text(chosen.result.title)), page.say(Text("有改动，请重新上传"))
    page.compute(row, 3, f"IF({same},{quoted(title)},{quoted(anew)})", title, "words")
    facts: tuple[tuple[int, Form], ...] = (
        (option.TODAY, "money"), (option.MONTHLY, "money"), (option.TOTAL, "money"), (option.FREE, "date"),
    )  # fmt: skip
    for place, (fact, form) in enumerate(facts, start=4):
        page.compute(row, place, f'IF({same},{chosen.at(fact)},"")', chosen.worked(fact), form)


def _unchanged(one: option.Option) -> str:
    """Whether an option comes to what it came to when this was written."""
    total = one.worked(option.TOTAL)
    return f"IFERROR(ABS({one.at(option.TOTAL)}-{total})<0.005,FALSE)"


def _as_judged(inputs: Inputs, each: Written, debt: DebtAssessment) -> Iterator[str]:
    """Whether what an option is chosen by, beside its amounts, is as it was: the debt's part of the month, and its stage."""
    share = debt.comparison.share
    for cell, fen in (
        (each.share.floor, share.floor), (each.share.suggested, share.suggested), (each.share.ceiling, share.ceiling), (each.share.cash, debt.cash),
    ):  # fmt: skip
        yield f"IFERROR(ABS({cell}-{yuan(fen)})<0.005,FALSE)"
    yield f"{each.facts.overdue}={debt.debt.days_overdue}"
    court = inputs.cell("debts", "court", debt.index)
    held = f'IF({court}="",{inputs.word(words.COURT["none"])},{court})'
    yield f"{held}={inputs.word(words.COURT[debt.debt.court])}"
