"""Workbooks of the old kind (.xls)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from assessment.intake.apart import (
    LONGEST_TEXT,
    MOST_MERGED,
    READ_COLUMNS,
    READ_ROWS,
    READ_SHEETS,
    Allowance,
    Answer,
    Refused,
    book,
    compound,
    locked,
    sheet,
)  # fmt: skip
from assessment.intake.apart.progress import tell

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes, password: str) -> Answer:
    """Every sheet with its number formats. Raises Refused."""
    made = _opened(data, password)
    allowance = Allowance()
    pages = made.sheets()
    shown = pages[:READ_SHEETS]
    return book(
        [_sheet(made, page, allowance, (place, len(shown))) for place, page in enumerate(shown, start=1)],
        unread=[page.name[:LONGEST_TEXT] for page in pages[READ_SHEETS:]],
        from_1904=bool(made.datemode),
    )


def _opened(data: bytes, password: str) -> Any:
    import xlrd

    try:
        return _by_the_library(data)
    except xlrd.XLRDError as error:
        if "encrypted" not in str(error).lower():
            raise Refused("damaged") from error
    try:
        return _by_the_library(locked.unlocked_old(data, password))
    except xlrd.XLRDError as error:
        raise Refused("damaged") from error


def _by_the_library(data: bytes) -> Any:
    import xlrd

    stream = compound.workbook(data) if data.startswith(_COMPOUND) else data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return xlrd.open_workbook(file_contents=stream, formatting_info=True, logfile=_Silent())


class _Silent:
    """Where the library's remarks go: nowhere, since they may quote the file."""

    def write(self, _text: str) -> None:
        return

    def flush(self) -> None:
        return


def _sheet(made: Any, page: Any, allowance: Allowance, place: tuple[int, int]) -> Answer:
    hidden_rows = [number + 1 for number, row in page.rowinfo_map.items() if row.hidden and number < READ_ROWS]
    return sheet(
        page.name,
        hidden=page.visibility != 0,
        cells=list(_cells(made, page, allowance, place)),
        beyond=page.nrows > READ_ROWS or page.ncols > READ_COLUMNS,
        hidden_rows=sorted(hidden_rows),
        hidden_columns=[place + 1 for place, told in page.colinfo_map.items() if told.hidden and place < READ_COLUMNS],
        merged=[[top + 1, left + 1, below, right] for top, below, left, right in page.merged_cells[:MOST_MERGED]],
    )


def _cells(made: Any, page: Any, allowance: Allowance, place: tuple[int, int]) -> Iterator[list[Any]]:
    for row in range(min(page.nrows, READ_ROWS)):
        tell("cells", *place, row, row / page.nrows)
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
