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
from assessment.case.lists import dues_text, months_text, proofs_text
from assessment.layout import (
    EXAMPLE,
    GUIDE,
    GUIDE_TITLE,
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
_ONE_LINE = 12
_LONG_NAME = 14
"""Letters of a name for which its column's head needs one line more."""
_HOUSEHOLD_WIDTHS = (34, 18, 10, 56)
_YUAN = label("元")
_EARLIEST_SERIAL = date(1901, 1, 1)
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
_LIST_OF = label("{part}：{field}")
_LONGEST_IN_A_RULE = 255
_GUIDE_WIDTH, _GUIDE_ROOM = 78, 74
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

    All of it is in the language of `say`; the reader knows our names in each.
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


def _header(title: str, unit: str, say: Say) -> str:
    """A column's name with its unit beneath."""
    return with_unit(say(title), say(unit), say) if unit else say(title)


def _why(column: Column, say: Say) -> str:
    return say(column.why) if column.why else ""


def _choices(column: Column, say: Say) -> tuple[str, ...]:
    """The words to choose from; none where anything may be written."""
    listed = words.YES_NO if column.kind == "yes_no" else (column.words or {})
    return tuple(map(say, listed.values()))


def _fits_in_a_rule(choices: tuple[str, ...]) -> bool:
    """Whether a list is short enough for a cell's rule, where a comma parts its words."""
    return not any("," in word for word in choices) and len(",".join(choices)) <= _LONGEST_IN_A_RULE


def _book(case: Case, say: Say, *, examples: bool) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = say(GUIDE_TITLE)
    lists = _guide(book.active, say)
    _household(book.create_sheet(say(HOUSEHOLD)), case, say, lists)
    for sheet in sheets():
        entries = enumerate(getattr(case, sheet.section), start=1)
        rows = [(say(EXAMPLE), sheet.example_in(say))] if examples else list(entries)
        _list(book.create_sheet(say(sheet.title)), sheet, rows, say, lists)
    return book


Lists = Mapping[tuple[str, ...], str]
"""Where the lists stand that are too long for a cell's rule, by their words."""


def _guide(page: Worksheet, say: Say) -> Lists:
    """How the workbook is filled in, and the long lists of words to choose from."""
    page.title = say(GUIDE)
    page.column_dimensions["A"].width = _GUIDE_WIDTH
    page.sheet_view.showGridLines = False
    style.write_words(page.cell(1, 1), say(GUIDE_TITLE), bold=True, size=16)
    for row, line in enumerate(_GUIDE_LINES, start=3):
        told = f"{row - 2}. {say(line)}"
        style.write_words(page.cell(row, 1), told)
        page.cell(row, 1).alignment = style.aligned("top")
        page.row_dimensions[row].height = _LINE_HEIGHT * -(-_room(told) // _GUIDE_ROOM)
    lists = _long_lists(page, len(_GUIDE_LINES) + 4, say)
    style.make_printable(page, f"A1:A{page.max_row}", "portrait", 1)
    style.protect(page)
    return lists


def _long_lists(page: Worksheet, row: int, say: Say) -> Lists:
    """Each list under the names of its sheet and its column, one word a row."""
    places: dict[tuple[str, ...], str] = {}
    for sheet in sheets():
        for column in sheet.columns:
            choices = _choices(column, say)
            if _fits_in_a_rule(choices) or choices in places:
                continue
            named = say(_LIST_OF).format(part=say(sheet.title), field=say(column.title))
            style.write_words(page.cell(row, 1), named, bold=True)
            for place, word in enumerate(choices, start=row + 1):
                style.write_words(page.cell(place, 1), word)
            places[choices] = f"'{page.title}'!$A${row + 1}:$A${row + len(choices)}"
            row += len(choices) + 2
    return places


def _household(page: Worksheet, case: Case, say: Say, lists: Lists) -> None:
    """One line an item: its name, its value, its unit and why it is asked."""
    for letter, width in zip("ABCD", _HOUSEHOLD_WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    style.write_words(page.cell(1, 1), say(HOUSEHOLD), bold=True, size=14)
    for place, name in enumerate(HOUSEHOLD_HEADER, start=1):
        style.write_head(page.cell(HEADER_ROW, place), say(name))
    row = HEADER_ROW
    for name, model in HOUSEHOLD_PARTS:
        for place, column in enumerate(columns(model)):
            row = household_rows()[name, column.field]
            if name in _HEADS and place == 0:
                style.write_words(page.cell(row - 1, 1), say(_HEADS[name]), bold=True)
            _item(page, row, column, getattr(part(case, name), column.field), say)
            _offer(page, _choices(column, say), f"B{row}", lists)
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    style.make_printable(page, f"A1:D{row}", "portrait", 1)
    style.protect(page)


def _item(page: Worksheet, row: int, column: Column, value: Any, say: Say) -> None:
    style.write_words(page.cell(row, 1), say(column.title))
    page.cell(row, 1).alignment = style.aligned("top")
    _fill(page.cell(row, 2), column, value, say)
    style.write_quiet(page.cell(row, 3), say(column.unit) if column.unit else "")
    style.write_quiet(page.cell(row, 4), _why(column, say))
    for place in (1, 3, 4):
        page.cell(row, place).border = style.lined()
    lines = max(_lines(_why(column, say), 3), _lines(say(column.title), 0))
    page.row_dimensions[row].height = _LINE_HEIGHT * max(lines, 1)


def _lines(text: str, column: int) -> int:
    """How many lines a text takes in a column of the household sheet."""
    return sum(-(-_room(line) // (_HOUSEHOLD_WIDTHS[column] - 2)) for line in text.splitlines())


def _room(line: str) -> int:
    """How wide a line is, counted in Latin letters."""
    return sum(1 if letter.isascii() else 2 for letter in line)


def _list(page: Worksheet, sheet: Sheet, rows: Sequence[tuple[int | str, BaseModel]], say: Say, lists: Lists) -> None:
    from openpyxl.utils import get_column_letter

    last = HEADER_ROW + len(rows) + SPARE_ROWS
    printed = HEADER_ROW + max(len(rows), _PRINTED_ROWS)
    style.write_words(page.cell(1, 1), say(sheet.title), bold=True, size=14)
    style.write_words(page.cell(3, 1), say(_START_HERE))
    tallest = max(
        _header(column.title, column.unit, say).count("\n") + _room(say(column.title)) // _LONG_NAME
        for column in sheet.columns
    )
    page.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT + _LINE_HEIGHT * max(tallest - 2, 0)
    _number_column(page, say)
    letters = {column.field: get_column_letter(place) for place, column in enumerate(sheet.columns, start=2)}
    for column in sheet.columns:
        _lay_out(page, column, letters[column.field], say)
        _offer(
            page, _choices(column, say), f"{letters[column.field]}{HEADER_ROW + 1}:{letters[column.field]}{last}", lists
        )
    for row, (number, entry) in enumerate(rows, start=HEADER_ROW + 1):
        _number(page.cell(row, 1), number)
        _entry(page, sheet, row, entry, say)
    for row in range(HEADER_ROW + 1 + len(rows), printed + 1):
        style.open_to_edit(page.cell(row, 1), wrap=False)
        _entry(page, sheet, row, None, say)
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
    style.write_head(page.cell(HEADER_ROW, 1), say(NUMBER))
    page.column_dimensions["A"].width = _room(say(EXAMPLE)) + 3
    page.column_dimensions["A"].protection = style.unlocked()


def _lay_out(page: Worksheet, column: Column, letter: str, say: Say) -> None:
    """A column's header, width, and open cells for what is to come."""
    from openpyxl.comments import Comment

    head = page[f"{letter}{HEADER_ROW}"]
    style.write_head(head, _header(column.title, column.unit, say))
    if column.why:
        head.comment = Comment(say(column.why), say(GUIDE_TITLE), height=90, width=260)
    dimension = page.column_dimensions[letter]
    dimension.width = _width(column, say)
    dimension.protection = style.unlocked()
    dimension.number_format = _FORMATS.get(column.kind, "General")


def _width(column: Column, say: Say) -> int:
    """Room for the header's title on one line, on two where it is long, for its longest word, and for the longest choice."""
    room = _room(say(column.title))
    header = (room if room <= _ONE_LINE else 2 * -(-room // 4)) + 3
    spoken = max(
        (len(word) + 2 for word in _header(column.title, column.unit, say).split() if word.isascii()), default=0
    )
    choice = max((_room(word) + 1 for word in _choices(column, say)), default=0)
    quoted = max(map(_room, map(say, rates.FORMS.values()))) if column.kind == "rate" else 0
    return max(_WIDTHS[column.kind], header, spoken, choice, quoted)


def _offer(page: Worksheet, choices: tuple[str, ...], where: str, lists: Lists) -> None:
    """A drop-down for a closed set; other words may still be typed, and are asked about when read."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if choices:
        listed = lists.get(choices) or '"' + ",".join(choices) + '"'
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


def _entry(page: Worksheet, sheet: Sheet, row: int, entry: BaseModel | None, say: Say) -> None:
    """A row that holds `entry`, or waits for one."""
    for place, column in enumerate(sheet.columns, start=2):
        _fill(page.cell(row, place), column, None if entry is None else getattr(entry, column.field), say)


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
        style.write_formula(page[f"{letter}{row}"], _row_formula(sheet, letters, row, say))
        page[f"{letter}{row}"].border = style.lined()
    _sum(page, letters["name"], letter, last, say)


def _quoted(word: str) -> str:
    """Words of ours inside a formula."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def _row_formula(sheet: Sheet, letters: Mapping[str, str], row: int, say: Say) -> str:
    left_out = _quoted(say(_TEXT_LEFT_OUT))
    here = {field: f"{letter}{row}" for field, letter in letters.items()}
    if sheet.section == "debts":
        parts = ",".join(here[field] for field in ("principal", "interest", "penalty", "fees"))
        told = f"IF(COUNTA({parts})>COUNT({parts}),{left_out},SUM({parts}))"
        return f'=IF(COUNTA({parts})=0,"",{told})'
    factor = "1"
    for period, months in _MONTHS_OF.items():
        factor = f"IF({here['period']}={_quoted(say(words.PERIOD[period]))},{months},{factor})"
    amount = here["amount"]
    told = f"IF(ISNUMBER({amount}),ROUND({amount}*{factor},2),{left_out})"
    return f'=IF({amount}="","",{told})'


def _sum(page: Worksheet, names: str, letter: str, last: int, say: Say) -> None:
    """The sum of a column without the example."""
    first = HEADER_ROW + 1
    named, summed = f"{names}{first}:{names}{last}", f"{letter}{first}:{letter}{last}"
    style.write_words(page.cell(2, 1), say(TOTAL), bold=True)
    style.write_formula(page.cell(2, 2), f'=SUMIF({named},"<>{say(EXAMPLE)}*",{summed})', bold=True)


def _fill(cell: Cell, column: Column, value: Any, say: Say) -> None:
    """One value as its own kind of cell; open to edit."""
    written = _written(column, value, say)
    if isinstance(written, str):
        style.write_words(cell, written)
    elif written is not None:
        cell.value = written
        cell.font = style.font()
    cell.number_format = _FORMATS.get(column.kind, "General")
    style.open_to_edit(cell, wrap=column.kind in {"text", "history", "files", "dues"})


def _written(column: Column, value: Any, say: Say) -> Any:
    if value is None or value in ("", ()):
        return None
    if column.words:
        return say(column.words[value])
    match column.kind:
        case "yes_no":
            return say(words.YES_NO[value])
        case "rate":
            return rates.text(rates.QuotedRate(value.value, value.per, value.basis), say)
        case "history":
            return months_text(value, say)
        case "files":
            return proofs_text(value)
        case "dues":
            return dues_text(value)
        case "date" if value < _EARLIEST_SERIAL:
            return value.isoformat()
        case "money" | "number" | "share" if Decimal(repr(float(value))) != value:
            return f"{value:f}"
    return value
