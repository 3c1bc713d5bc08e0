"""Reads a workbook's cells in a process of its own, so that no file can hurt the server.

Run by path: bytes on standard input, JSON on standard output. Knows nothing of the case.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers import expat

MOST_PARTS = 1_000
MOST_PART_BYTES = 64 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_SHEETS = 50
READ_SHEETS = 20
READ_ROWS = 5_000
READ_COLUMNS = 100
MOST_CELLS = 200_000
MOST_TEXT = 8_000_000
LONGEST_TEXT = 2_000
MEMORY = 2**30
CPU_SECONDS = 5

_PIECE = 2**16
_SAFE_NAME = re.compile(r"(?!/)(?!.*\.\.)[^\\:\x00]+")
_COORDINATE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_SPREADSHEET = b"spreadsheetml"
_BINARY = b"sheet.binary"
_STRICT = b"purl.oclc.org/ooxml"
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_HOLDS_TEXT = {"v", "t"}


class Refused(Exception):
    """The file is not read; `why` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def limit() -> None:
    """Memory, processor time and files, where the system can hold a process to them."""
    with suppress(ImportError):
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))


def inspected(data: bytes) -> zipfile.ZipFile:
    """The container, once nothing in it is too large, too many, doubled or a document type of its own."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("damaged") from error
    _names_checked(archive.infolist())
    total = 0
    for entry in archive.infolist():
        total += _weight(archive, entry, total)
    _kind_checked(archive)
    return archive


def _names_checked(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if len(names) > MOST_PARTS:
        raise Refused("too_many_parts")
    if len(set(names)) != len(names) or not all(_SAFE_NAME.fullmatch(name) for name in names):
        raise Refused("damaged")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")


def _weight(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, before: int) -> int:
    """A part's bytes, counted while it is unpacked: what a header claims is not believed."""
    weight, tail = 0, b""
    try:
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                weight += len(piece)
                if weight > MOST_PART_BYTES or before + weight > MOST_UNPACKED:
                    raise Refused("too_large_inside")
                plain = tail + piece.replace(b"\x00", b"")
                if _FORBIDDEN.search(plain):
                    raise Refused("entities")
                tail = plain[-len(b"<!DOCTYPE") :]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Refused("damaged") from error
    return weight


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


def read(data: bytes) -> dict[str, Any]:
    """Every sheet of a workbook, or why it is not read."""
    try:
        archive = inspected(data)
        return _book(opened(BytesIO(data)), archive)
    except Refused as refused:
        return {"refused": refused.why}
    except MemoryError:
        return {"refused": "too_large_inside"}
    except Exception:  # noqa: BLE001 - whatever a file makes the library say, the person gets one sentence
        return {"refused": "damaged"}


class _Allowance:
    """How many cells and letters may still be answered, over all sheets."""

    def __init__(self) -> None:
        self.cells, self.letters = MOST_CELLS, MOST_TEXT

    def spend(self, letters: int) -> None:
        self.cells -= 1
        self.letters -= letters
        if self.cells < 0 or self.letters < 0:
            raise Refused("too_large_inside")


def _book(book: Any, archive: zipfile.ZipFile) -> dict[str, Any]:
    pages = [page for page in book.worksheets if hasattr(page, "reset_dimensions")]
    shown = pages[:READ_SHEETS]
    titles = {page.title for page in shown}
    allowance = _Allowance()
    listed = len(_SHEET.findall(_part(archive, "xl/workbook.xml")))
    return {
        "sheets": [_sheet(page, archive, allowance) for page in shown],
        "unread": [name[:LONGEST_TEXT] for name in book.sheetnames if name not in titles],
        "missing": max(0, listed - len(book.sheetnames)),
        "from_1904": book.epoch.year > 1900,
    }


def _sheet(page: Any, archive: zipfile.ZipFile, allowance: _Allowance) -> dict[str, Any]:
    census = Census(archive.read(page._worksheet_path))  # noqa: SLF001 - the library says it nowhere else
    cells = list(_cells(page, allowance))
    return {
        "title": page.title[:LONGEST_TEXT],
        "hidden": page.sheet_state != "visible",
        "cells": cells + [[row, column, "f", "", ""] for row, column in census.uncomputed],
        "lost": max(0, census.held - len(cells)),
        "beyond": census.beyond,
        "hidden_rows": census.hidden_rows,
    }


def _cells(page: Any, allowance: _Allowance) -> Iterator[list[Any]]:
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


def main() -> None:
    limit()
    for unneeded in ("numpy", "PIL"):
        sys.modules[unneeded] = None  # type: ignore[assignment]
    import openpyxl  # noqa: F401 - were it missing, no file would be to blame

    answer = read(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
