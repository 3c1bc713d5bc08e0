"""The household workbook: empty to fill in, or holding a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from assessment import rates
from assessment.case import Case, words
from assessment.layout import (
    EXAMPLE,
    GUIDE,
    HOUSEHOLD,
    HOUSEHOLD_HEADER,
    HOUSEHOLD_PARTS,
    MONTHLY,
    NUMBER,
    OWED,
    TOTAL,
    Column,
    Sheet,
    columns,
    part,
    sheets,
    with_unit,
)
from assessment.report import sheet_style as style
from assessment.text import label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4
_HEADER_HEIGHT = 50
_LINE_HEIGHT = 16
_SPARE_ROWS = 100
_PRINTED_ROWS = 20
_PAGE_WIDTH = 150
"""About how many characters one landscape page holds at a size that can be read."""
_FORMATS = {"money": style.MONEY, "number": "General", "share": "0.00%", "whole": "0", "date": "yyyy-mm-dd"}
_WIDTHS = {
    "text": 16, "money": 14, "number": 10, "share": 11, "whole": 9, "date": 12, "rate": 12, "history": 24,
    "yes_no": 9, "choice": 10,
}  # fmt: skip
_ONE_LINE = 6
_HOUSEHOLD_WIDTHS = (34, 18, 10, 56)
_YUAN = label("元")
_EARLIEST_SERIAL = date(1901, 1, 1)
_GUIDE_TITLE = label("还得起：家庭收支与债务表")
_GUIDE_LINES = (
    label("这份表格用来把家里的情况一次填好，再在“还得起”里上传。"),
    label("每一页从浅色表头下面填起；“示例”行只作参考，不会读入，也可以删掉。"),
    label("金额可以写成 12000 或 1.2万；利率照合同写全，例如 日0.05%、月1.5%、年18.25%。"),
    label("不知道的格子空着就行。点开格子会出现下拉箭头的，请从列表里选。"),
    label("把鼠标停在表头上，会显示这一项为什么要填。"),
    label("“一共欠”“折合每月”和合计由表格自己算，不用填；写成文字的金额不进合计，上传后照样会读。"),
    label("收入不稳定的，把最近 3 到 12 个月的实际收入写在一格里，用顿号隔开，例如 5200、4300、6100。"),
    label("“家庭”页下半部分是测算用的假设，不清楚就不用改。"),
    label("表里不要写身份证号、手机号和银行卡号，用不到。"),
    label("填好后保存，在首页上传；看不懂的格子会一次列出来，看懂的都会保留。"),
)
_START_HERE = label("从表头下面一行填起，一行一项。")
_ASSUMED = label("测算用的假设（不清楚就不用改）")
_MONTHS_OF = {
    "day": "365/12", "week": "365/84", "half_month": "2", "month": "1", "quarter": "1/3", "half_year": "1/6",
    "year": "1/12",
}  # fmt: skip
_TEXT_LEFT_OUT = label("有文字，未合计")


def template() -> bytes:
    """An empty workbook with an example row on each sheet."""
    return _bytes(_book(Case(), examples=True))


def write(case: Case) -> bytes:
    """A workbook that holds `case`; reading it back gives the same case."""
    return _bytes(_book(case, examples=False))


def _bytes(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _book(case: Case, *, examples: bool) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = _GUIDE_TITLE
    _guide(book.active)
    _household(book.create_sheet(HOUSEHOLD), case)
    for sheet in sheets():
        entries = enumerate(getattr(case, sheet.section), start=1)
        rows = [(EXAMPLE, sheet.example)] if examples else list(entries)
        _list(book.create_sheet(sheet.title), sheet, rows)
    return book


def _guide(page: Worksheet) -> None:
    page.title = GUIDE
    page.column_dimensions["A"].width = 100
    page.sheet_view.showGridLines = False
    style.write_words(page.cell(1, 1), _GUIDE_TITLE, bold=True, size=16)
    for row, line in enumerate(_GUIDE_LINES, start=3):
        style.write_words(page.cell(row, 1), f"{row - 2}. {line}")
    style.make_printable(page, f"A1:A{len(_GUIDE_LINES) + 2}", "portrait", 1)
    style.protect(page)


def _household(page: Worksheet, case: Case) -> None:
    """One line an item: its name, its value, its unit and why it is asked."""
    for letter, width in zip("ABCD", _HOUSEHOLD_WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    style.write_words(page.cell(1, 1), HOUSEHOLD, bold=True, size=14)
    for place, name in enumerate(HOUSEHOLD_HEADER, start=1):
        style.write_head(page.cell(_HEADER_ROW, place), name)
    row = _HEADER_ROW
    for name, model in HOUSEHOLD_PARTS:
        if row > _HEADER_ROW:
            row += 2
            style.write_words(page.cell(row, 1), _ASSUMED, bold=True)
        for column in columns(model):
            row += 1
            _item(page, row, column, getattr(part(case, name), column.field))
    page.freeze_panes = f"A{_HEADER_ROW + 1}"
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    style.make_printable(page, f"A1:D{row}", "portrait", 1)
    style.protect(page)


def _item(page: Worksheet, row: int, column: Column, value: Any) -> None:
    style.write_words(page.cell(row, 1), column.title)
    page.cell(row, 1).alignment = style.aligned("top")
    _fill(page.cell(row, 2), column, value)
    style.write_quiet(page.cell(row, 3), column.unit)
    style.write_quiet(page.cell(row, 4), column.why)
    for place in (1, 3, 4):
        page.cell(row, place).border = style.lined()
    lines = -(-2 * len(column.why) // (_HOUSEHOLD_WIDTHS[-1] - 2))
    page.row_dimensions[row].height = _LINE_HEIGHT * max(lines, 1)
    _offer(page, column, f"B{row}")


def _list(page: Worksheet, sheet: Sheet, rows: Sequence[tuple[int | str, BaseModel]]) -> None:
    from openpyxl.utils import get_column_letter

    last = _HEADER_ROW + len(rows) + _SPARE_ROWS
    printed = _HEADER_ROW + max(len(rows), _PRINTED_ROWS)
    style.write_words(page.cell(1, 1), sheet.title, bold=True, size=14)
    style.write_words(page.cell(3, 1), _START_HERE)
    page.row_dimensions[_HEADER_ROW].height = _HEADER_HEIGHT
    _number_column(page)
    letters = {column.field: get_column_letter(place) for place, column in enumerate(sheet.columns, start=2)}
    for column in sheet.columns:
        _lay_out(page, column, letters[column.field], last)
    for row, (number, entry) in enumerate(rows, start=_HEADER_ROW + 1):
        _number(page.cell(row, 1), number)
        _entry(page, sheet, row, entry)
    for row in range(_HEADER_ROW + 1 + len(rows), printed + 1):
        style.open_to_edit(page.cell(row, 1), wrap=False)
        _entry(page, sheet, row, None)
    _compute(page, sheet, letters, last)
    page.freeze_panes = page.cell(_HEADER_ROW + 1, 3)
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    page.print_title_cols = "A:B"
    end = get_column_letter(page.max_column)
    style.make_printable(page, f"A1:{end}{printed}", "landscape", _pages_wide(page))
    style.protect(page)


def _pages_wide(page: Worksheet) -> int:
    return 1 + int(sum(dimension.width for dimension in page.column_dimensions.values()) // _PAGE_WIDTH)


def _number_column(page: Worksheet) -> None:
    style.write_head(page.cell(_HEADER_ROW, 1), NUMBER)
    page.column_dimensions["A"].width = 7
    page.column_dimensions["A"].protection = style.unlocked()


def _lay_out(page: Worksheet, column: Column, letter: str, last: int) -> None:
    """A column's header, width, drop-down, and open cells for what is to come."""
    from openpyxl.comments import Comment

    head = page[f"{letter}{_HEADER_ROW}"]
    style.write_head(head, column.header)
    if column.why:
        head.comment = Comment(column.why, _GUIDE_TITLE, height=90, width=260)
    dimension = page.column_dimensions[letter]
    dimension.width = _width(column)
    dimension.protection = style.unlocked()
    dimension.number_format = _FORMATS.get(column.kind, "General")
    _offer(page, column, f"{letter}{_HEADER_ROW + 1}:{letter}{last}")


def _width(column: Column) -> int:
    """Room for the header's title on one line, on two where it is long, and for the longest choice."""
    letters = len(column.title)
    header = 2 * (letters if letters <= _ONE_LINE else -(-letters // 2)) + 3
    choice = max((2 * len(word) + 1 for word in (column.words or {}).values()), default=0)
    return max(_WIDTHS[column.kind], header, choice)


def _offer(page: Worksheet, column: Column, where: str) -> None:
    """A drop-down for a closed set; other words may still be typed, and are asked about when read."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = words.YES_NO if column.kind == "yes_no" else column.words
    if choices:
        listed = '"' + ",".join(choices.values()) + '"'
        rule = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=False)
        page.add_data_validation(rule)
        rule.add(where)


def _number(cell: Cell, number: int | str) -> None:
    if isinstance(number, str):
        style.write_words(cell, number)
    else:
        cell.value = number
        cell.font = style.font()
    style.open_to_edit(cell, wrap=False)


def _entry(page: Worksheet, sheet: Sheet, row: int, entry: BaseModel | None) -> None:
    """A row that holds `entry`, or waits for one."""
    for place, column in enumerate(sheet.columns, start=2):
        _fill(page.cell(row, place), column, None if entry is None else getattr(entry, column.field))


def _compute(page: Worksheet, sheet: Sheet, letters: Mapping[str, str], last: int) -> None:
    """What the workbook computes itself: a debt's total, a line's month, and the sum at the top."""
    from openpyxl.utils import get_column_letter

    if sheet.section == "events":
        return
    if sheet.section == "assets":
        _sum(page, letters["name"], letters["value"], last)
        return
    letter = get_column_letter(len(sheet.columns) + 2)
    style.write_head(page[f"{letter}{_HEADER_ROW}"], with_unit(OWED if sheet.section == "debts" else MONTHLY, _YUAN))
    page.column_dimensions[letter].width = 16
    for row in range(_HEADER_ROW + 1, last + 1):
        style.write_formula(page[f"{letter}{row}"], _row_formula(sheet, letters, row))
        page[f"{letter}{row}"].border = style.lined()
    _sum(page, letters["name"], letter, last)


def _row_formula(sheet: Sheet, letters: Mapping[str, str], row: int) -> str:
    here = {field: f"{letter}{row}" for field, letter in letters.items()}
    if sheet.section == "debts":
        parts = ",".join(here[field] for field in ("principal", "interest", "penalty", "fees"))
        told = f'IF(COUNTA({parts})>COUNT({parts}),"{_TEXT_LEFT_OUT}",SUM({parts}))'
        return f'=IF(COUNTA({parts})=0,"",{told})'
    factor = "1"
    for period, months in _MONTHS_OF.items():
        factor = f'IF({here["period"]}="{words.PERIOD[period]}",{months},{factor})'
    amount = here["amount"]
    told = f'IF(ISNUMBER({amount}),ROUND({amount}*{factor},2),"{_TEXT_LEFT_OUT}")'
    return f'=IF({amount}="","",{told})'


def _sum(page: Worksheet, names: str, letter: str, last: int) -> None:
    """The sum of a column without the example."""
    first = _HEADER_ROW + 1
    named, summed = f"{names}{first}:{names}{last}", f"{letter}{first}:{letter}{last}"
    style.write_words(page.cell(2, 1), TOTAL, bold=True)
    style.write_formula(page.cell(2, 2), f'=SUMIF({named},"<>{EXAMPLE}*",{summed})', bold=True)


def _fill(cell: Cell, column: Column, value: Any) -> None:
    """One value as its own kind of cell; open to edit."""
    written = _written(column, value)
    if isinstance(written, str):
        style.write_words(cell, written)
    elif written is not None:
        cell.value = written
        cell.font = style.font()
    cell.number_format = _FORMATS.get(column.kind, "General")
    style.open_to_edit(cell, wrap=column.kind in {"text", "history"})


def _written(column: Column, value: Any) -> Any:
    if value is None or value in ("", ()):
        return None
    if column.words:
        return column.words[value]
    match column.kind:
        case "yes_no":
            return words.YES_NO[value]
        case "rate":
            return rates.text(rates.QuotedRate(value.value, value.per, value.basis))
        case "history":
            return "、".join(f"{month:f}" for month in value)
        case "date" if value < _EARLIEST_SERIAL:
            return value.isoformat()
        case "money" | "number" | "share" if Decimal(repr(float(value))) != value:
            return f"{value:f}"
    return value
