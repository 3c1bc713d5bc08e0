"""Reads a workbook's cells in a process of its own, so that no file can hurt the server.

Run by path, isolated: bytes on standard input, JSON on standard output. Knows nothing of the case.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

MOST_BYTES = 20 * 2**20
MOST_PARTS = 1_000
MOST_PART_BYTES = 64 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_SHEETS = 50
READ_SHEETS = 20
READ_ROWS = 5_000
READ_COLUMNS = 100
MOST_BLANK_ROWS = 200
MEMORY = 2**30
CPU_SECONDS = 5

_STRICT = b"purl.oclc.org/ooxml"
_SAFE_NAME = re.compile(r"(?!/)(?!.*\.\.)[^\\:\x00]+")


class Refused(Exception):
    """The file is not read; `why` is a short key for the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def limit() -> None:
    """Memory, processor time and files, where the system can hold a process to them."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def inspected(data: bytes) -> zipfile.ZipFile:
    """The container, once nothing in it is too large, too many, doubled or a document type of its own."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("damaged") from error
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS:
        raise Refused("too_many_parts")
    if len(set(names)) != len(names) or not all(_SAFE_NAME.fullmatch(name) for name in names):
        raise Refused("damaged")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")
    if "xl/workbook.xml" not in names:
        raise Refused("not_workbook")
    _weighed(archive)
    return archive


def _weighed(archive: zipfile.ZipFile) -> None:
    """Every part unpacked in pieces and counted: what a header claims is not believed."""
    total = 0
    for entry in archive.infolist():
        part = 0
        head = b""
        try:
            with archive.open(entry) as file:
                while piece := file.read(2**16):
                    head = head or piece
                    part += len(piece)
                    _within(part, total)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
            raise Refused("damaged") from error
        except Exception as error:
            if type(error).__module__ == "zlib":
                raise Refused("damaged") from error
            raise
        total += part
        _no_document_type(entry.filename, head)


def _within(part: int, before: int) -> None:
    if part > MOST_PART_BYTES or before + part > MOST_UNPACKED:
        raise Refused("too_large_inside")


def _no_document_type(name: str, head: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    plain = head.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused("entities")
    if name == "xl/workbook.xml" and _STRICT in plain:
        raise Refused("strict")


def sheets(data: bytes) -> Iterator[dict[str, Any]]:
    """Each sheet with its cells that hold anything: row, column, kind, value, number format."""
    import openpyxl

    archive = inspected(data)
    formulas = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    values = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if len(values.sheetnames) > MOST_SHEETS:
        raise Refused("too_many_sheets")
    for name in values.sheetnames[:READ_SHEETS]:
        page = values[name]
        if not hasattr(page, "reset_dimensions"):
            continue
        cells, cut = _cells(page, formulas[name])
        yield {
            "title": name, "hidden": page.sheet_state != "visible", "cells": cells, "cut": cut,
            "lost": _declared(archive, page) and not cells,
        }  # fmt: skip


def _declared(archive: zipfile.ZipFile, page: Any) -> bool:
    """Whether the sheet's own text holds cells with values."""
    with suppress(KeyError, AttributeError):
        return b"<v>" in archive.read(page._worksheet_path)[: 2**20]  # noqa: SLF001
    return False


def _cells(page: Any, formulas: Any) -> tuple[list[list[Any]], bool]:
    found: list[list[Any]] = []
    blank = 0
    page.reset_dimensions()
    formulas.reset_dimensions()
    rows = zip(
        page.iter_rows(max_row=READ_ROWS, max_col=READ_COLUMNS),
        formulas.iter_rows(max_row=READ_ROWS, max_col=READ_COLUMNS),
        strict=False,
    )
    number = 0
    for number, (row, written) in enumerate(rows, start=1):
        formula_of = (*written, *(None,) * (len(row) - len(written)))
        held = [_cell(number, place, cell, formula_of[place - 1]) for place, cell in enumerate(row, start=1)]
        kept = [cell for cell in held if cell is not None]
        found += kept
        blank = 0 if kept else blank + 1
        if blank > MOST_BLANK_ROWS:
            return found, False
    return found, number >= READ_ROWS


def _cell(row: int, column: int, cell: Any, formula: Any) -> list[Any] | None:
    """Row, column, kind, value and format: n number, s text, b yes or no, d date, e error, f formula never computed."""
    value, kind = cell.value, cell.data_type
    if value is None:
        unknown = formula is not None and formula.data_type == "f"
        return [row, column, "f", "", ""] if unknown else None
    if isinstance(value, datetime):
        return [row, column, "d", value.isoformat(), ""]
    if isinstance(value, date | time):
        return [row, column, "d" if isinstance(value, date) else "s", value.isoformat(), ""]
    if isinstance(value, bool):
        return [row, column, "b", value, ""]
    if kind == "e":
        return [row, column, "e", str(value), ""]
    if isinstance(value, int | float):
        return [row, column, "n", repr(value), str(cell.number_format)]
    return [row, column, "s", str(value), ""]


def read(data: bytes) -> dict[str, Any]:
    """Every sheet, or why the file is not read."""
    try:
        return {"sheets": list(sheets(data))}
    except Refused as refused:
        return {"refused": refused.why}
    except MemoryError:
        return {"refused": "too_large_inside"}
    except Exception:  # noqa: BLE001 - whatever a file makes the library say, the person gets one sentence
        return {"refused": "damaged"}


if __name__ == "__main__":
    limit()
    answer = read(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))
