"""The household workbook: empty to fill in, or holding a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assessment import rates
from assessment.case import Case, Rate
from assessment.layout import GUIDE, HOUSEHOLD, HOUSEHOLD_PARTS, Column, Sheet, columns, part, sheets

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4
_SPARE_ROWS = 100
_MONEY = '"¥"#,##0.00'
_FORMATS = {"money": _MONEY, "number": "0.######", "share": "0.######%", "whole": "0", "date": "yyyy-mm-dd"}
_WIDTHS = {
    "text": 16,
    "money": 15,
    "number": 11,
    "share": 12,
    "whole": 10,
    "date": 13,
    "rate": 13,
    "history": 26,
    "yes_no": 9,
    "choice": 17,
}
_EXAMPLES: dict[str, dict[str, Any]] = {
    "assets": {"name": "示例：银行存款", "kind": "cash", "value": Decimal(8000)},
    "incomes": {"name": "示例：工资", "kind": "steady", "amount": Decimal(6500), "period": "month"},
    "expenses": {"name": "示例：房租", "category": "rent", "amount": Decimal(1500), "period": "month"},
    "debts": {
        "name": "示例：京东金条", "lender": "microloan", "contract_date": date(2026, 1, 8), "original": Decimal(12000),
        "principal": Decimal(8000), "rate": Rate(value=Decimal("0.0005"), per="day"), "method": "equal_principal",
        "instalments_left": 8, "due_day": 8, "days_overdue": 12,
    },
}  # fmt: skip
_GUIDE_LINES = (
    "这份表格用来把家里的情况一次填好，再在“还得起”里上传。",
    "每一页从灰色表头下面第一行开始填；“示例”行不会被读入，可以删掉。",
    "金额可以写成 12000、1.2万；利率照合同写，例如 日0.05%、月1.5%、年18.25%。",
    "不知道的格子空着就行。带下拉箭头的格子请从列表里选。",
    "“一共欠”“折合每月”和合计由表格自己算，不用填。",
    "收入不稳定的，把最近 3 到 12 个月的实际收入写在一格里，用顿号隔开，例如 5200、4300、6100。",
    "表里不要写身份证号、手机号和银行卡号，用不到。",
    "填好后保存，在首页上传；有看不懂的格子会一次列出来，看懂的都会保留。",
)
_PER_MONTH = (
    ("每天", "365/12"), ("每周", "365/84"), ("每半月", "2"), ("每月", "1"), ("每季度", "1/3"), ("每半年", "1/6"), ("每年", "1/12"),
)  # fmt: skip


def template() -> bytes:
    """An empty workbook with an example row on each sheet."""
    return _bytes(_book(Case(), examples=_EXAMPLES))


def write(case: Case) -> bytes:
    """A workbook that holds `case`; reading it back gives the same case."""
    return _bytes(_book(case, examples={}))


def _bytes(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _book(case: Case, examples: Mapping[str, Mapping[str, Any]]) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    _guide(book.active)
    _household(book.create_sheet(HOUSEHOLD), case)
    for sheet in sheets():
        rows = [dict(entry) for entry in getattr(case, sheet.section)]
        example = examples.get(sheet.section)
        _list(book.create_sheet(sheet.title), sheet, [example] if example else rows)
    return book


def _guide(page: Worksheet) -> None:
    page.title = GUIDE
    page.column_dimensions["A"].width = 90
    _text(page.cell(1, 1), "还得起：家庭收支与债务表", bold=True, size=16)
    for row, line in enumerate(_GUIDE_LINES, start=3):
        _text(page.cell(row, 1), line)
    _printable(page, "A1:A12", "portrait")
    _protect(page)


def _household(page: Worksheet, case: Case) -> None:
    """One line an item: its name, its value, its unit and why it is asked."""
    for letter, width in zip("ABCD", (34, 18, 14, 70), strict=True):
        page.column_dimensions[letter].width = width
    _text(page.cell(1, 1), HOUSEHOLD, bold=True, size=14)
    for place, name in enumerate(("项目", "填这里", "单位", "说明"), start=1):
        _head(page.cell(_HEADER_ROW, place), name)
    row = _HEADER_ROW
    for name, model in HOUSEHOLD_PARTS:
        for column in columns(model):
            row += 1
            _text(page.cell(row, 1), column.title)
            _fill(page.cell(row, 2), column, getattr(part(case, name), column.field))
            _text(page.cell(row, 3), column.unit)
            _text(page.cell(row, 4), column.why)
            if column.words:
                _choices(page, column, f"B{row}")
    page.freeze_panes = f"A{_HEADER_ROW + 1}"
    _printable(page, f"A1:D{row}", "portrait")
    _protect(page)


def _list(page: Worksheet, sheet: Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    from openpyxl.utils import get_column_letter

    _text(page.cell(1, 1), sheet.title, bold=True, size=14)
    last = _HEADER_ROW + len(rows) + _SPARE_ROWS
    for place, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(place)
        _lay_out(page, column, place, letter, last)
    for row, entry in enumerate(rows, start=_HEADER_ROW + 1):
        for place, column in enumerate(sheet.columns, start=1):
            _fill(page.cell(row, place), column, entry.get(column.field))
    _computed(page, sheet, len(sheet.columns) + 1, last)
    page.freeze_panes = page.cell(_HEADER_ROW + 1, 2)
    end = get_column_letter(len(sheet.columns) + 1)
    _printable(page, f"A1:{end}{_HEADER_ROW + max(len(rows), 20)}", "landscape")
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    _protect(page)


def _lay_out(page: Worksheet, column: Column, place: int, letter: str, last: int) -> None:
    """A column's header, width, drop-down, and open cells for what is to come."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Protection

    head = page.cell(_HEADER_ROW, place)
    _head(head, column.header)
    if column.why:
        head.comment = Comment(column.why, "还得起", height=90, width=240)
    dimension = page.column_dimensions[letter]
    dimension.width = max(_WIDTHS[column.kind], 2 * len(column.header) + 2)
    dimension.protection = Protection(locked=False)
    dimension.number_format = _FORMATS.get(column.kind, "General")
    if column.words or column.kind == "yes_no":
        _choices(page, column, f"{letter}{_HEADER_ROW + 1}:{letter}{last}")


def _choices(page: Worksheet, column: Column, where: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    words = list(column.words.values()) if column.words else ["是", "否"]
    rule = DataValidation(type="list", formula1=_listed(page, words), allow_blank=True, showErrorMessage=False)
    page.add_data_validation(rule)
    rule.add(where)


def _listed(page: Worksheet, words: Sequence[str]) -> str:
    """The words as a list formula; long lists stand on the guide's far columns, for a formula holds 255 characters."""
    inline = '"' + ",".join(words) + '"'
    if len(inline) <= 255 and not any("," in word for word in words):
        return inline
    guide = page.parent[GUIDE]
    place = guide.max_column + 2 if guide.max_column > 1 else 8
    for row, word in enumerate(words, start=1):
        _text(guide.cell(row, place), word)
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(place)
    guide.column_dimensions[letter].hidden = False
    return f"'{GUIDE}'!${letter}$1:${letter}${len(words)}"


def _computed(page: Worksheet, sheet: Sheet, place: int, last: int) -> None:
    """What the workbook computes itself: a debt's total, a line's month, and the sum at the top."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(place)
    by_field = {column.field: get_column_letter(number) for number, column in enumerate(sheet.columns, start=1)}
    if sheet.section == "assets":
        _sum(page, "现在值多少合计", by_field["value"], last)
        return
    _head(page.cell(_HEADER_ROW, place), "一共欠（元）" if sheet.section == "debts" else "折合每月（元）")
    page.column_dimensions[letter].width = 16
    for row in range(_HEADER_ROW + 1, last + 1):
        cell = page.cell(row, place)
        cell.value = _row_formula(sheet, by_field, row)
        cell.number_format = _MONEY
        cell.font = _font(color="5C6B6E")
    _sum(page, "合计", letter, last)


def _row_formula(sheet: Sheet, by_field: Mapping[str, str], row: int) -> str:
    name = f"{by_field['name']}{row}"
    blank = f'OR({name}="",LEFT({name},2)="示例")'
    if sheet.section == "debts":
        parts = ",".join(f"{by_field[field]}{row}" for field in ("principal", "interest", "penalty", "fees"))
        return f'=IF({blank},"",SUM({parts}))'
    period, amount = f"{by_field['period']}{row}", f"{by_field['amount']}{row}"
    factor = "1"
    for word, times in reversed(_PER_MONTH):
        factor = f'IF({period}="{word}",{times},{factor})'
    return f'=IF({blank},"",ROUND(N({amount})*{factor},2))'


def _sum(page: Worksheet, name: str, letter: str, last: int) -> None:
    _text(page.cell(2, 1), name)
    cell = page.cell(2, 2)
    cell.value = f"=SUM({letter}{_HEADER_ROW + 1}:{letter}{last})"
    cell.number_format = _MONEY
    cell.font = _font(bold=True)


def _fill(cell: Cell, column: Column, value: Any) -> None:
    """One value as its own kind of cell; open to edit."""
    from openpyxl.styles import Alignment, Protection

    written = _written(column, value)
    if isinstance(written, str):
        _text(cell, written)
        if column.kind in {"text", "history"}:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif written is not None:
        cell.value = written
        cell.number_format = _FORMATS[column.kind]
        cell.font = _font()
    cell.protection = Protection(locked=False)


def _written(column: Column, value: Any) -> Any:
    if value in {None, "", ()}:
        return None
    match column.kind:
        case "choice":
            return column.words[value] if column.words else int(value)
        case "yes_no":
            return "是" if value else "否"
        case "rate":
            return rates.text(rates.QuotedRate(value.value, value.per, value.basis))
        case "history":
            return "、".join(f"{month:f}" for month in value)
    return value


def _text(cell: Cell, words: str, *, bold: bool = False, size: int = 11) -> None:
    """Words that stay words, whatever they begin with."""
    cell.value = words
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.font = _font(bold=bold, size=size)


def _head(cell: Cell, words: str) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    _text(cell, words, bold=True)
    cell.fill = PatternFill("solid", fgColor="E3EEEE")
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = Border(bottom=Side("thin", color="0B6E78"))


def _font(**more: Any) -> Any:
    from openpyxl.styles import Font

    return Font(**{"name": "Microsoft YaHei", "size": 11, **more})


def _printable(page: Worksheet, area: str, orientation: str) -> None:
    page.print_area = area
    page.page_setup.orientation = orientation
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.sheet_view.showGridLines = False


def _protect(page: Worksheet) -> None:
    """Formulas and headers are kept from slips; there is no password."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    page.protection.insertRows = False
    page.protection.deleteRows = False
    page.protection.sort = False
    page.protection.autoFilter = False
