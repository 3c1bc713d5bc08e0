"""How the household workbook looks: quiet, printable, and safe from slips."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from assessment.report import outgoing

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MONEY = '"¥"#,##0.00'
_INK, _QUIET, _TEAL, _PALE, _HAIR = "1F2A2C", "5C6B6E", "0B6E78", "E3EEEE", "D3DCDC"
_MARGIN_INCHES = 0.4


def write_words(cell: Cell, words: str, *, bold: bool = False, size: int = 11) -> None:
    """Words that stay words, whatever they begin with."""
    outgoing.into_cell(cell, words)
    cell.font = font(bold=bold, size=size)


def write_quiet(cell: Cell, words: str) -> None:
    """Words that explain."""
    write_words(cell, words)
    cell.font = font(color=_QUIET)
    cell.alignment = aligned("top")


def write_head(cell: Cell, words: str) -> None:
    """A column's name."""
    write_words(cell, words, bold=True)
    cell.fill = _pale()
    cell.alignment = aligned("center", "center")
    cell.border = lined(_TEAL)


def write_formula(cell: Cell, formula: str, *, bold: bool = False) -> None:
    """A sum of ours, kept from being typed over."""
    cell.value = formula
    cell.number_format = MONEY
    cell.font = font(bold=bold, color=_INK if bold else _QUIET)
    cell.alignment = aligned("top", "right", wrap=False)


@cache
def font(*, bold: bool = False, size: int = 11, color: str = _INK) -> Any:
    from openpyxl.styles import Font

    return Font(name="Microsoft YaHei", bold=bold, size=size, color=color)


@cache
def _pale() -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=_PALE)


@cache
def lined(color: str = _HAIR) -> Any:
    """A line below and hairs beside."""
    from openpyxl.styles import Border, Side

    beside = Side("thin", color=_HAIR)
    return Border(left=beside, right=beside, bottom=Side("thin", color=color))


@cache
def aligned(vertical: str, horizontal: str | None = None, *, wrap: bool = True) -> Any:
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=wrap, vertical=vertical, horizontal=horizontal)


@cache
def unlocked() -> Any:
    from openpyxl.styles import Protection

    return Protection(locked=False)


def open_to_edit(cell: Cell, *, wrap: bool) -> None:
    """A cell that is filled in by hand."""
    cell.protection = unlocked()
    cell.alignment = aligned("top", wrap=wrap)
    cell.border = lined()


def make_printable(page: Worksheet, area: str, orientation: Literal["portrait", "landscape"], pages_wide: int) -> None:
    """A4, so many pages wide and as many long as it takes, with page numbers."""
    page.print_area = area
    page.page_setup.orientation = orientation
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = pages_wide
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for margin in ("left", "right", "top"):
        setattr(page.page_margins, margin, _MARGIN_INCHES)
    page.oddFooter.center.text = "&A  &P / &N"


def protect(page: Worksheet) -> None:
    """Formulas and headers are kept from slips; there is no password."""
    page.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(page.protection, allowed, False)
