"""The household workbook: empty to fill in, or holding a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from assessment import rates
from assessment.case import Case, words
from assessment.case.lists import dues_text, proofs_text
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
)
from assessment.report import sheet_style as style
from assessment.text import label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROW = 4
_HEADER_HEIGHT = 50
_LINE_HEIGHT = 16
SPARE_ROWS = 100
_PRINTED_ROWS = 20
_PAGE_WIDTH = 165
"""About how many characters one landscape page holds at a size that can be read."""
_FORMATS = {"money": style.MONEY, "number": "General", "share": "0.00%", "whole": "0", "date": "yyyy-mm-dd"}
_WIDTHS = {
    "text": 16, "money": 14, "number": 10, "share": 11, "whole": 9, "date": 12, "rate": 12, "history": 24, "files": 40, "dues": 24,
    "yes_no": 9, "choice": 10,
}  # fmt: skip
_ONE_LINE = 6
_LONG_NAME = 14
"""Letters of a name for which its column's head needs one line more."""
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
_TWO_LANGUAGES = label("页名、列名和可选的词是中文的，意思写在旁边的括号里，或表头的说明里；填写可以用中文或数字。")
_START_HERE = label("从表头下面一行填起，一行一项。")
_HEADS = {
    "assumptions": label("测算用的假设（不清楚就不用改）"),
    "futures": label("对以后的估计（不清楚就不用改）"),
}
_MONTHS_OF = {
    "day": "365/12", "week": "365/84", "half_month": "2", "month": "1", "quarter": "1/3", "half_year": "1/6",
    "year": "1/12",
}  # fmt: skip
_SUMMED = {"assets": "value", "windfalls": "amount"}
_TEXT_LEFT_OUT = label("有文字，未合计")


Say = Callable[[str], str]


def template(say: Say = str) -> bytes:
    """An empty workbook with an example row on each sheet.

    In another language the Chinese names stay, since the reader and the formulas go by them, and `say` stands beside
    them in brackets, which the reader passes over; all that explains is in that language alone.
    """
    return _bytes(_book(Case(), say, examples=True))


def write(case: Case, say: Say = str) -> bytes:
    """A workbook that holds `case`; reading it back gives the same case, in whichever language `say` speaks."""
    return _bytes(_book(case, say, examples=False))


def book_of(case: Case, say: Say = str) -> Workbook:
    """The same before it is a file, for more sheets to stand beside it."""
    return _book(case, say, examples=False)


@cache
def household_rows() -> dict[tuple[str, str], int]:
    """The row of each item on the household sheet, by its part of the case and its name."""
    rows, row = {}, HEADER_ROW
    for name, model in HOUSEHOLD_PARTS:
        row += 2 if name in _HEADS else 0
        for column in columns(model):
            row += 1
            rows[name, column.field] = row
    return rows


def _bytes(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _beside(word: str, say: Say, unit: str = "", gap: str = "") -> str:
    """A name with its unit, and in another language with its meaning, in brackets beside it.

    The meaning has no brackets of its own: the reader passes over what is between the first and the next.
    """
    said = say(word)
    meaning = said.replace(" (", ", ").replace("(", "").replace(")", "") if said != word else ""
    told = ", ".join(filter(None, (meaning, say(unit) if unit else "")))
    return f"{word}{gap}（{told}）" if told else word


def _header(title: str, unit: str, say: Say) -> str:
    """A column's name, and the rest beneath."""
    return _beside(title, say, unit, "\n")


def _help(column: Column, say: Say) -> str:
    """Why it is asked, and what the words of its list mean in another language."""
    listed = [f"{word} = {say(word)}" for word in _choices(column).values() if say(word) != word]
    return "\n".join(filter(None, (say(column.why) if column.why else "", *listed)))


def _choices(column: Column) -> Mapping[Any, str]:
    return words.YES_NO if column.kind == "yes_no" else (column.words or {})


def _book(case: Case, say: Say, *, examples: bool) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = say(_GUIDE_TITLE)
    _guide(book.active, say)
    _household(book.create_sheet(HOUSEHOLD), case, say)
    for sheet in sheets():
        entries = enumerate(getattr(case, sheet.section), start=1)
        rows = [(EXAMPLE, sheet.example)] if examples else list(entries)
        _list(book.create_sheet(sheet.title), sheet, rows, say)
    return book


def _guide(page: Worksheet, say: Say) -> None:
    page.title = GUIDE
    page.column_dimensions["A"].width = 100
    page.sheet_view.showGridLines = False
    style.write_words(page.cell(1, 1), say(_GUIDE_TITLE), bold=True, size=16)
    lines = _GUIDE_LINES if say(_TWO_LANGUAGES) == _TWO_LANGUAGES else (*_GUIDE_LINES, _TWO_LANGUAGES)
    for row, line in enumerate(lines, start=3):
        style.write_words(page.cell(row, 1), f"{row - 2}. {say(line)}")
    style.make_printable(page, f"A1:A{len(lines) + 2}", "portrait", 1)
    style.protect(page)


def _household(page: Worksheet, case: Case, say: Say) -> None:
    """One line an item: its name, its value, its unit and why it is asked."""
    for letter, width in zip("ABCD", _HOUSEHOLD_WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    style.write_words(page.cell(1, 1), _beside(HOUSEHOLD, say), bold=True, size=14)
    for place, name in enumerate(HOUSEHOLD_HEADER, start=1):
        style.write_head(page.cell(HEADER_ROW, place), _beside(name, say))
    row = HEADER_ROW
    for name, model in HOUSEHOLD_PARTS:
        for place, column in enumerate(columns(model)):
            row = household_rows()[name, column.field]
            if name in _HEADS and place == 0:
                style.write_words(page.cell(row - 1, 1), say(_HEADS[name]), bold=True)
            _item(page, row, column, getattr(part(case, name), column.field), say)
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    style.make_printable(page, f"A1:D{row}", "portrait", 1)
    style.protect(page)


def _item(page: Worksheet, row: int, column: Column, value: Any, say: Say) -> None:
    style.write_words(page.cell(row, 1), _beside(column.title, say))
    page.cell(row, 1).alignment = style.aligned("top")
    _fill(page.cell(row, 2), column, value)
    style.write_quiet(page.cell(row, 3), say(column.unit) if column.unit else "")
    style.write_quiet(page.cell(row, 4), _help(column, say))
    for place in (1, 3, 4):
        page.cell(row, place).border = style.lined()
    lines = max(_lines(_help(column, say), 3), _lines(_beside(column.title, say), 0))
    page.row_dimensions[row].height = _LINE_HEIGHT * max(lines, 1)
    _offer(page, column, f"B{row}")


def _lines(text: str, column: int) -> int:
    """How many lines a text takes in a column of the household sheet."""
    return sum(-(-_room(line) // (_HOUSEHOLD_WIDTHS[column] - 2)) for line in text.splitlines())


def _room(line: str) -> int:
    """How wide a line is, counted in Latin letters."""
    return sum(1 if letter.isascii() else 2 for letter in line)


def _list(page: Worksheet, sheet: Sheet, rows: Sequence[tuple[int | str, BaseModel]], say: Say) -> None:
    from openpyxl.utils import get_column_letter

    last = HEADER_ROW + len(rows) + SPARE_ROWS
    printed = HEADER_ROW + max(len(rows), _PRINTED_ROWS)
    style.write_words(page.cell(1, 1), _beside(sheet.title, say), bold=True, size=14)
    style.write_words(page.cell(3, 1), say(_START_HERE))
    tallest = max(
        _header(column.title, column.unit, say).count("\n") + _room(say(column.title)) // _LONG_NAME
        for column in sheet.columns
    )
    page.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT + _LINE_HEIGHT * max(tallest - 2, 0)
    _number_column(page, say)
    letters = {column.field: get_column_letter(place) for place, column in enumerate(sheet.columns, start=2)}
    for column in sheet.columns:
        _lay_out(page, column, letters[column.field], last, say)
    for row, (number, entry) in enumerate(rows, start=HEADER_ROW + 1):
        _number(page.cell(row, 1), number)
        _entry(page, sheet, row, entry)
    for row in range(HEADER_ROW + 1 + len(rows), printed + 1):
        style.open_to_edit(page.cell(row, 1), wrap=False)
        _entry(page, sheet, row, None)
    _compute(page, sheet, letters, last, say)
    page.freeze_panes = page.cell(HEADER_ROW + 1, 3)
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    page.print_title_cols = "A:B"
    end = get_column_letter(page.max_column)
    style.make_printable(page, f"A1:{end}{printed}", "landscape", _pages_wide(page))
    style.protect(page)


def _pages_wide(page: Worksheet) -> int:
    return 1 + int(sum(dimension.width for dimension in page.column_dimensions.values()) // _PAGE_WIDTH)


def _number_column(page: Worksheet, say: Say) -> None:
    style.write_head(page.cell(HEADER_ROW, 1), _beside(NUMBER, say))
    page.column_dimensions["A"].width = 7
    page.column_dimensions["A"].protection = style.unlocked()


def _lay_out(page: Worksheet, column: Column, letter: str, last: int, say: Say) -> None:
    """A column's header, width, drop-down, and open cells for what is to come."""
    from openpyxl.comments import Comment

    head = page[f"{letter}{HEADER_ROW}"]
    style.write_head(head, _header(column.title, column.unit, say))
    told = _help(column, say)
    if told:
        head.comment = Comment(told, say(_GUIDE_TITLE), height=90 + _LINE_HEIGHT * told.count("\n"), width=260)
    dimension = page.column_dimensions[letter]
    dimension.width = max(_width(column), _room(say(column.title)) // 2 + 3)
    dimension.protection = style.unlocked()
    dimension.number_format = _FORMATS.get(column.kind, "General")
    _offer(page, column, f"{letter}{HEADER_ROW + 1}:{letter}{last}")


def _width(column: Column) -> int:
    """Room for the header's title on one line, on two where it is long, and for the longest choice."""
    letters = len(column.title)
    header = 2 * (letters if letters <= _ONE_LINE else -(-letters // 2)) + 3
    choice = max((2 * len(word) + 1 for word in (column.words or {}).values()), default=0)
    return max(_WIDTHS[column.kind], header, choice)


def _offer(page: Worksheet, column: Column, where: str) -> None:
    """A drop-down for a closed set; other words may still be typed, and are asked about when read."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = _choices(column)
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


def _compute(page: Worksheet, sheet: Sheet, letters: Mapping[str, str], last: int, say: Say) -> None:
    """What the workbook computes itself: a debt's total, a line's month, and the sum at the top."""
    from openpyxl.utils import get_column_letter

    if sheet.section in {"events", "agreements"}:
        return
    if sheet.section in _SUMMED:
        _sum(page, letters["name"], letters[_SUMMED[sheet.section]], last, say)
        return
    letter = get_column_letter(len(sheet.columns) + 2)
    style.write_head(page[f"{letter}{HEADER_ROW}"], _header(OWED if sheet.section == "debts" else MONTHLY, _YUAN, say))
    page.column_dimensions[letter].width = 16
    for row in range(HEADER_ROW + 1, last + 1):
        style.write_formula(page[f"{letter}{row}"], _row_formula(sheet, letters, row, _quoted(say(_TEXT_LEFT_OUT))))
        page[f"{letter}{row}"].border = style.lined()
    _sum(page, letters["name"], letter, last, say)


def _quoted(word: str) -> str:
    """Words of ours inside a formula."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def _row_formula(sheet: Sheet, letters: Mapping[str, str], row: int, left_out: str) -> str:
    here = {field: f"{letter}{row}" for field, letter in letters.items()}
    if sheet.section == "debts":
        parts = ",".join(here[field] for field in ("principal", "interest", "penalty", "fees"))
        told = f"IF(COUNTA({parts})>COUNT({parts}),{left_out},SUM({parts}))"
        return f'=IF(COUNTA({parts})=0,"",{told})'
    factor = "1"
    for period, months in _MONTHS_OF.items():
        factor = f'IF({here["period"]}="{words.PERIOD[period]}",{months},{factor})'
    amount = here["amount"]
    told = f"IF(ISNUMBER({amount}),ROUND({amount}*{factor},2),{left_out})"
    return f'=IF({amount}="","",{told})'


def _sum(page: Worksheet, names: str, letter: str, last: int, say: Say) -> None:
    """The sum of a column without the example."""
    first = HEADER_ROW + 1
    named, summed = f"{names}{first}:{names}{last}", f"{letter}{first}:{letter}{last}"
    style.write_words(page.cell(2, 1), say(TOTAL), bold=True)
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
    style.open_to_edit(cell, wrap=column.kind in {"text", "history", "files", "dues"})


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
        case "files":
            return proofs_text(value)
        case "dues":
            return dues_text(value)
        case "date" if value < _EARLIEST_SERIAL:
            return value.isoformat()
        case "money" | "number" | "share" if Decimal(repr(float(value))) != value:
            return f"{value:f}"
    return value
