"""The sheet that goes with a request: one debt, one option, its rows as formulas; nothing of the rest of the household."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from assessment._assess import DebtAssessment
from assessment.offers import Judged
from assessment.report import sheet_style as style
from assessment.report.live import option, rows, worked
from assessment.report.live.debt import Claim
from assessment.report.live.option import Option
from assessment.report.live.page import Page, Say, make_styles, new_page, serial, yuan
from assessment.text import Text

_NAME, _VALUE, _OPTION = 4, 5, 7
_FACTS = 4


def offer_sheet(found: DebtAssessment, judged: Judged, as_of: date, say: Say) -> bytes:
    """What is owed to one lender and how one option repays it; its terms may be changed, and the rows follow."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = ""
    make_styles(book)
    page = new_page(book, Text("还款表"), say)
    page.words(
        1, 1, Text("关于“{name}”欠款的还款表", name=found.debt.name.strip() or "＿＿＿＿＿＿"), bold=True, size=14
    )
    page.note(2, 1, Text("改欠款或条件，下面的还款表会重新算。欠款数额以双方核对一致的为准。"))
    claim, day = _claim(page, found, as_of)
    each = Option(page, _OPTION, judged, claim, day, as_of, None)
    option.terms(each)
    filled = each.block.rows
    if filled:
        _days(page, found, filled)
    last = rows.FIRST + len(judged.outcome.path.dates) - 1 if filled else option.LENDER
    for row in range(_FACTS, rows.HEAD):
        page.sheet.row_dimensions[row].hidden = all(cell.value is None for cell in page.sheet[row])
    page.widths(6, 12, 2, 20, 15, 2, 15, 14, 14, 14, 15, 15, 15)
    style.make_printable(page.sheet, f"A1:M{last}", "landscape", 1)
    page.sheet.print_title_rows = f"{rows.HEAD}:{rows.HEAD}" if filled else None
    book.calculation.fullCalcOnLoad = True
    out = BytesIO()
    book.save(out)
    return worked.with_results(out.getvalue(), [page.worked])


def _claim(page: Page, found: DebtAssessment, as_of: date) -> tuple[Claim, str]:
    """What is claimed, as numbers that may be corrected."""
    parts, row = [], 4
    page.words(row, _NAME, Text("日期"))
    day = page.value(row, _VALUE, as_of, "date")
    for name, fen in zip(
        (Text("本金"), Text("利息"), Text("罚息、违约金"), Text("其他费用")), found.position.claim, strict=True
    ):
        row += 1
        page.words(row, _NAME, name)
        parts.append(page.value(row, _VALUE, yuan(fen)))
    page.words(row + 1, _NAME, Text("合计"), bold=True)
    total = page.compute(row + 1, _VALUE, f"ROUND({'+'.join(parts)},2)", yuan(found.position.claim.total))
    principal, interest, penalty, fees = parts
    charges = f"ROUND({interest}+{penalty}+{fees},2)"
    return Claim(principal, interest, penalty, fees, total, charges), day


def _days(page: Page, found: DebtAssessment, filled: int) -> None:
    position = found.position
    page.words(11, _NAME, Text("下一个还款日"))
    first = page.value(11, _VALUE, position.first_due, "date")
    page.words(12, _NAME, Text("每月几号还"))
    due_day = page.value(12, _VALUE, position.debt.due_day or position.as_of.day, "whole")
    rows.days(page, first, due_day, filled, tuple(map(serial, position.due_days(filled))))
