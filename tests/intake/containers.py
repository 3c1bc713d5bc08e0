"""Rows put into a file: as a workbook, as words in several encodings, as a web page, in a bundle."""

from __future__ import annotations

import csv
import html
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO, StringIO

import openpyxl

from tests.intake.bills import zipped
from tests.intake.gallery import Rows, Sheets
from tests.intake.reading import book


def xlsx(rows: Rows) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append([value or None for value in row])
    for cell in (cell for row in made.active for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def sheets(named: Sheets) -> bytes:
    return book({title: [[value or None for value in row] for row in rows] for title, rows in named.items()})


def words(rows: Rows) -> list[list[str]]:
    return [[value.isoformat() if isinstance(value, date) else str(value) for value in row] for row in rows]


def text(rows: Rows, delimiter: str = ",") -> str:
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(words(rows))
    return out.getvalue()


def page(rows: Rows) -> str:
    cells = ("".join(f"<td>{html.escape(value)}</td>" for value in row) for row in words(rows))
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"


CONTAINERS: dict[str, Callable[[Sequence[Sequence[object]]], bytes]] = {
    "xlsx": xlsx,
    "csv utf-8": lambda rows: text(rows).encode(),
    "csv with a mark": lambda rows: text(rows).encode("utf-8-sig"),
    "csv gb18030": lambda rows: text(rows).encode("gb18030"),
    "tabs": lambda rows: text(rows, "\t").encode("utf-16"),
    "semicolons": lambda rows: text(rows, ";").encode(),
    "web page named .xls": lambda rows: page(rows).encode("gb18030"),
    "zip": lambda rows: zipped("债务.csv", text(rows).encode("gb18030")),
}
