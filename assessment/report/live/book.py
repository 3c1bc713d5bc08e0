"""The whole report: the input sheets as they are filled in, and the results beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from io import BytesIO
from typing import TYPE_CHECKING

from assessment._assess import Assessment, DebtAssessment
from assessment.case import Case
from assessment.report import sheet_style as style
from assessment.report import workbook
from assessment.report.household_plan import LOOK_FIRST
from assessment.report.live import comparison, debt_page, lines, month, overview, shares, worked
from assessment.report.live.inputs import Inputs
from assessment.report.live.page import Page, Say, make_styles, new_page
from assessment.rules import Rules
from assessment.text import Text, unfilled

if TYPE_CHECKING:
    from openpyxl import Workbook

_HOW_TO_READ = Text("浅色表头下是逐期的数。上面的条件跟着前面填的数走；结果显示为错误的，请重新上传这份表。")
MOST_DEBTS = 20
"""A page for each of so many debts; with more, the file would be too heavy for a phone."""


def write(case: Case, found: Assessment, law: Rules, say: Say, called: Callable[[DebtAssessment], Text]) -> bytes:
    """A workbook that holds `case` and what was found, every result a formula over the input sheets.

    Read again it gives `case`. `called` says how a debt is named in this edition.
    """
    book = workbook.book_of(case, lambda word: say(unfilled(word)))
    make_styles(book)
    inputs = Inputs(case, say)
    names, old = [called(debt) for debt in found.debts], found.barred
    front = new_page(book, Text("结果-总览"), say, 0)
    book.active = 0
    of_lines, of_month, options, parts = (
        new_page(book, title, say)
        for title in (Text("结果-逐项"), Text("结果-每月"), Text("结果-方案"), Text("结果-分摊"))
    )
    as_of = overview.day(front, found)
    at_lines = lines.write(of_lines, inputs, found.affordability)
    at_month = month.write(of_month, inputs, at_lines, found.affordability, law)
    pages = [new_page(book, Text("结果-第{number}笔", number=debt.index + 1), say) for debt in found.debts]
    facts = [
        debt_page.facts(page, inputs, debt, as_of, _heading(name, debt, old))
        for page, debt, name in zip(pages, found.debts, names, strict=True)
    ]
    share = shares.addresses(parts, len(facts))
    if facts:
        shares.write(parts, facts, at_month, names, found)
    written = [
        debt_page.options(page, inputs, debt, of, its, as_of, found.as_of)
        for page, debt, of, its in zip(pages, found.debts, facts, share, strict=True)
    ]
    comparison.write(options, written, names)
    overview.write(front, inputs, at_month, written, names, found)
    every = [front, of_lines, of_month, options, parts, *pages]
    for page in every:
        _finish(page)
    front.sheet.page_setup.fitToHeight = 1
    return _saved(book, every)


def _heading(name: Text, debt: DebtAssessment, old: Collection[int]) -> tuple[Text, Text]:
    """A debt's name, and what to know of its page before anything else."""
    return name, LOOK_FIRST if debt.index in old else _HOW_TO_READ


def _finish(page: Page) -> None:
    """Kept from slips, and fit to print."""
    style.protect(page.sheet)
    if page.sheet.page_setup.scale is None:
        area = page.sheet.print_area or page.sheet.calculate_dimension()
        style.make_printable(page.sheet, area, "landscape", 1)


def _saved(book: Workbook, every: list[Page]) -> bytes:
    by_title = {page.sheet.title: page.worked for page in every}
    book.calculation.fullCalcOnLoad = True
    out = BytesIO()
    book.save(out)
    return worked.with_results(out.getvalue(), [by_title.get(sheet.title, {}) for sheet in book.worksheets])
