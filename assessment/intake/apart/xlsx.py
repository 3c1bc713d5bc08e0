"""A workbook's cells as openpyxl streams them, and a count beside it of what the sheets' own text says they hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers import expat

from assessment.intake.apart import (
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_SHEETS,
    READ_COLUMNS,
    READ_ROWS,
    READ_SHEETS,
    Allowance,
    Answer,
    Refused,
    sheet,
)
from assessment.intake.apart import book as book_of

_COORDINATE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_SPREADSHEET = b"spreadsheetml"
_BINARY = b"sheet.binary"
_STRICT = b"purl.oclc.org/ooxml"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_HOLDS_TEXT = {"v", "t"}


def _kind_checked(archive: zipfile.ZipFile) -> None:
    """A workbook of the usual kind, or why not."""
    types = _part(archive, "[Content_Types].xml")
    if b"opendocument.spreadsheet" in _part(archive, "mimetype"):
        raise Refused("open_document")
    if _BINARY in types:
        raise Refused("binary")
    if _SPREADSHEET not in types:
        raise Refused("not_workbook")
    book = _part(archive, "xl/workbook.xml")
    if _STRICT in book:
        raise Refused("strict")
    if len(_SHEET.findall(book)) > MOST_SHEETS:
        raise Refused("too_many_sheets")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with suppress(KeyError):
        return archive.read(name)
    return b""


class _Enough(Exception):
    """Everything further down is beyond what is read."""


class Census:
    """What a sheet's own text says it holds, counted without the library: no cell may be lost unseen.

    `held` counts the cells with a value inside the part that is read; `uncomputed` are formulas without a
    result; `beyond` says that values stand outside the part that is read.
    """

    def __init__(self, source: bytes) -> None:
        self.held = 0
        self.uncomputed: list[tuple[int, int]] = []
        self.beyond = False
        self.hidden_rows: list[int] = []
        self._row = self._column = 0
        self._row_hidden = self._row_counted = False
        self._kind = ""
        self._formula = self._value = self._listening = False
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        with suppress(_Enough):
            parser.Parse(source, True)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._enter_cell(given)
        elif name == "f":
            self._formula = True
        elif name in _HOLDS_TEXT:
            self._listening = True
        elif name == "is":
            self._value = True
        elif name == "row":
            self._enter_row(given)

    def _enter_row(self, given: dict[str, str]) -> None:
        self._row = int(float(given["r"])) if "r" in given else self._row + 1
        self._column = 0
        self._row_hidden = given.get("hidden") in {"1", "true"}
        self._row_counted = False

    def _enter_cell(self, given: dict[str, str]) -> None:
        self._column = _column(given["r"]) if "r" in given else self._column + 1
        self._kind = given.get("t", "n")
        self._formula = self._value = False

    def _text(self, text: str) -> None:
        self._value = self._value or (self._listening and bool(text))

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in _HOLDS_TEXT:
            self._listening = False
        elif name == "c":
            self._leave_cell()

    def _leave_cell(self) -> None:
        if self._value and self._row > READ_ROWS:
            self.beyond = True
            raise _Enough
        if self._value and self._column > READ_COLUMNS:
            self.beyond = True
        elif self._value:
            self._count()
        elif self._formula and self._kind != "str":
            self._count_uncomputed()

    def _count_uncomputed(self) -> None:
        if len(self.uncomputed) < MOST_CELLS and self._row <= READ_ROWS and self._column <= READ_COLUMNS:
            self.uncomputed.append((self._row, self._column))

    def _count(self) -> None:
        self.held += 1
        if self._row_hidden and not self._row_counted:
            self.hidden_rows.append(self._row)
            self._row_counted = True


def _column(coordinate: str) -> int:
    found = _COORDINATE.fullmatch(coordinate)
    if not found:
        raise Refused("damaged")
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number


def read(data: bytes, archive: zipfile.ZipFile) -> Answer:
    """Every sheet of a workbook whose container was inspected. Raises Refused."""
    _kind_checked(archive)
    return _book(opened(BytesIO(data)), archive)


def _book(book: Any, archive: zipfile.ZipFile) -> Answer:
    pages = [page for page in book.worksheets if hasattr(page, "reset_dimensions")]
    shown = pages[:READ_SHEETS]
    titles = {page.title for page in shown}
    allowance = Allowance()
    listed = len(_SHEET.findall(_part(archive, "xl/workbook.xml")))
    return book_of(
        [_sheet(page, archive, allowance) for page in shown],
        unread=[name[:LONGEST_TEXT] for name in book.sheetnames if name not in titles],
        missing=max(0, listed - len(book.sheetnames)),
        from_1904=book.epoch.year > 1900,
    )


def _sheet(page: Any, archive: zipfile.ZipFile, allowance: Allowance) -> Answer:
    census = Census(archive.read(page._worksheet_path))  # noqa: SLF001 - the library says it nowhere else
    cells = list(_cells(page, allowance))
    return sheet(
        page.title,
        hidden=page.sheet_state != "visible",
        cells=cells + [[row, column, "f", "", ""] for row, column in census.uncomputed],
        lost=max(0, census.held - len(cells)),
        beyond=census.beyond,
        hidden_rows=census.hidden_rows,
    )


def _cells(page: Any, allowance: Allowance) -> Iterator[list[Any]]:
    page.reset_dimensions()
    for number, row in enumerate(page.iter_rows(max_row=READ_ROWS, max_col=READ_COLUMNS), start=1):
        for place, cell in enumerate(row, start=1):
            if cell.value is None:
                continue
            kind, value, form = _content(cell)
            allowance.spend(len(value) + len(form))
            yield [number, place, kind, value, form]


def _content(cell: Any) -> tuple[str, str, str]:
    """Kind, value and number format: n number, s text, b yes or no, d date, e error."""
    value = cell.value
    if isinstance(value, datetime | date):
        return "d", value.isoformat(), ""
    if isinstance(value, bool):
        return "b", str(value), ""
    if cell.data_type == "e":
        return "e", str(value)[:LONGEST_TEXT], ""
    if isinstance(value, int | float):
        return "n", repr(value), str(cell.number_format)[:LONGEST_TEXT]
    return "s", str(value)[:LONGEST_TEXT], ""


def opened(file: BytesIO) -> Any:
    """The workbook as openpyxl streams it, with the values its formulas had when it was saved."""
    import openpyxl

    return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
