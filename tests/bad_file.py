"""A household's workbook with ten different slips in it, and what each cell holds."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl

SLIPS = {
    ("债务", "剩余本金", 0): "很多钱",
    ("债务", "欠的利息", 0): "-50",
    ("债务", "合同利率", 0): "日利率百分之",
    ("债务", "借款日期", 0): "2026-31-01",
    ("债务", "逾期天数", 0): "abc",
    ("债务", "出借方类型", 0): "外星人",
    ("债务", "还剩几期", 0): "九百九十期",
    ("收入", "到手金额", 0): "工资条见附件",
    ("支出", "多久一次", 0): "有时候",
    ("资产", "现在值多少", 0): "12万",
}
"""Sheet, header, entry → what is written there; the last is fine and must be read as 120 000."""


def bad_workbook(good: bytes) -> tuple[bytes, dict[tuple[str, str], str]]:
    """`good` with the slips put in, and the cell of each slip by sheet and header."""
    book = openpyxl.load_workbook(BytesIO(good))
    cells = {}
    for (sheet, header, entry), text in SLIPS.items():
        page = book[sheet]
        row, column = _header(page, header)
        cell = page.cell(row + 1 + entry, column)
        cell.value = text
        cells[sheet, header] = cell.coordinate
    out = BytesIO()
    book.save(out)
    return out.getvalue(), cells


def _header(page, title):
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and re.split(r"[\n（]", cell.value)[0] == title:
                return cell.row, cell.column
    raise AssertionError(title)
