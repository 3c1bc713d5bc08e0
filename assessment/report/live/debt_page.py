"""A debt's page: its facts, its contract and every option, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment._assess import DebtAssessment
from assessment.offers import menu
from assessment.report.live import debt, option, result, rows
from assessment.report.live.debt import Facts
from assessment.report.live.follow import Follow
from assessment.report.live.inputs import Inputs
from assessment.report.live.option import Option
from assessment.report.live.page import Page, serial
from assessment.report.live.shares import Share
from assessment.text import Text

_COLUMNS_ACROSS = 18
_FACTS_WIDE = 3
_SCALE = 48


@dataclass(frozen=True)
class Written:
    """A debt's page as it stands: its facts, its part of the month and its options."""

    facts: Facts
    share: Share
    options: tuple[Option, ...]


def facts(page: Page, inputs: Inputs, found: DebtAssessment, as_of: str, heading: tuple[Text, Text]) -> Facts:
    """The debt as it stands; its options come once the month has been shared out."""
    title, note = heading
    page.words(1, 1, title, bold=True, size=14)
    page.note(2, 1, note)
    return debt.write(page, inputs, found.position, found.index, as_of)


def options(
    page: Page, inputs: Inputs, found: DebtAssessment, of: Facts, share: Share, as_of: str, day: date
) -> Written:
    """Every option, from left to right, and the days they all share."""
    usual = set(menu(found.position, found.comparison.share))
    column, written = debt.OPTIONS, []
    for judged in found.comparison.options:
        follows = Follow(inputs, of, share) if judged.outcome.terms in usual else None
        each = Option(page, column, judged, of.claimed, as_of, day, follows)
        result.write(each, of, inputs)
        written.append(each)
        column += option.width(judged.outcome.terms.kind)
    filled = max(of.filled, *(option.height(judged.outcome) for judged in found.comparison.options))
    rows.days(page, of.first_due, of.due_day, filled, tuple(map(serial, found.position.due_days(filled))))
    page.value(rows.OPENING, rows.DAY, day, "date")
    longest = max(len(each.result.path.dates) for each in written if each.result.spread is None)
    _print(page, written, column - 1, rows.FIRST + longest - 1)
    return Written(of, share, tuple(written))


def _print(page: Page, written: list[Option], last_column: int, last_row: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.pagebreak import Break

    sheet = page.sheet
    page.widths(6, 12, 2, 26, 16, 2, *(13,) * (debt.SIGNED + rows.WIDTH))
    sheet.freeze_panes = sheet.cell(rows.FIRST, 3)
    sheet.print_title_cols = "A:B"
    sheet.print_title_rows = f"{rows.HEAD}:{rows.HEAD}"
    sheet.print_area = f"A1:{get_column_letter(last_column)}{last_row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.scale = _SCALE
    sheet.oddFooter.center.text = "&A  &P / &N"
    started = debt.OPTIONS - _FACTS_WIDE
    for each in written:
        if each.column + option.width(each.terms.kind) - started > _COLUMNS_ACROSS:
            sheet.col_breaks.append(Break(id=each.column - 1))
            started = each.column
