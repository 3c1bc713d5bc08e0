"""Workbooks of the old kind (.xls)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from assessment.intake.apart import (
    LONGEST_TEXT,
    READ_COLUMNS,
    READ_ROWS,
    READ_SHEETS,
    Allowance,
    Answer,
    Refused,
    book,
    sheet,
)  # fmt: skip


def read(data: bytes) -> Answer:
    """Every sheet with its number formats. Raises Refused."""
    import xlrd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            made = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silent())
        except xlrd.XLRDError as error:
            raise Refused("locked_old" if "encrypted" in str(error).lower() else "damaged") from error
    allowance = Allowance()
    pages = made.sheets()
    return book(
        [_sheet(made, page, allowance) for page in pages[:READ_SHEETS]],
        unread=[page.name[:LONGEST_TEXT] for page in pages[READ_SHEETS:]],
        from_1904=bool(made.datemode),
    )


class _Silent:
    """Where the library's remarks go: nowhere, since they may quote the file."""

    def write(self, _text: str) -> None:
        return

    def flush(self) -> None:
        return


def _sheet(made: Any, page: Any, allowance: Allowance) -> Answer:
    hidden_rows = [number + 1 for number, row in page.rowinfo_map.items() if row.hidden and number < READ_ROWS]
    return sheet(
        page.name,
        hidden=page.visibility != 0,
        cells=list(_cells(made, page, allowance)),
        beyond=page.nrows > READ_ROWS or page.ncols > READ_COLUMNS,
        hidden_rows=sorted(hidden_rows),
    )


def _cells(made: Any, page: Any, allowance: Allowance) -> Iterator[list[Any]]:
    for row in range(min(page.nrows, READ_ROWS)):
        for column in range(min(page.row_len(row), READ_COLUMNS)):
            told = _content(made, page.cell(row, column))
            if told:
                allowance.spend(len(told[1]) + len(told[2]))
                yield [row + 1, column + 1, *told]


def _content(made: Any, cell: Any) -> tuple[str, str, str] | None:
    """Kind, value and number format; None for a cell without a value."""
    import xlrd

    if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK} or cell.value == "":
        return None
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _day(cell.value, made.datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "b", str(bool(cell.value)), ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "e", xlrd.error_text_from_code.get(cell.value, "#N/A"), ""
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        form = made.format_map[made.xf_list[cell.xf_index].format_key].format_str
        value = int(cell.value) if cell.value == int(cell.value) else cell.value
        return "n", repr(value), form[:LONGEST_TEXT]
    return "s", str(cell.value)[:LONGEST_TEXT], ""


def _day(value: float, mode: int) -> tuple[str, str, str]:
    import xlrd

    try:
        told: datetime = xlrd.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError, xlrd.xldate.XLDateError):
        return "n", repr(value), ""
    return "d", told.isoformat(), ""
