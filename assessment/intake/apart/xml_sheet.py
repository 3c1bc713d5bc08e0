"""Spreadsheets written as one XML text (“XML 电子表格 2003”), which are often named .xls."""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat

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
)
from assessment.intake.apart.progress import tell

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_FORBIDDEN = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_MIDNIGHT = "T00:00:00.000"


def is_sheet(text: str) -> bool:
    """Whether a text is such a spreadsheet."""
    return text[:64].lstrip("\ufeff \t\r\n").startswith("<?xml") and _NAMESPACE in text[:4096]


def read(text: str) -> Answer:
    """Every sheet as rows of words. Raises Refused."""
    if _FORBIDDEN.search(text):
        raise Refused("entities")
    sheets = _Sheets()
    try:
        sheets.parser.Parse(text, True)
    except expat.ExpatError as error:
        raise Refused("damaged") from error
    if not sheets.read:
        raise Refused("not_workbook")
    return book(sheets.read[:READ_SHEETS], unread=[each["title"] for each in sheets.read[READ_SHEETS:]])


class _Sheets:
    """Hears the text and keeps each sheet's rows."""

    def __init__(self) -> None:
        self.read: list[Answer] = []
        self._allowance = Allowance()
        self._words: list[str] | None = None
        self._kind = ""
        self._row: list[str] = []
        self._span = 0
        self._in_comment = False
        self.parser = expat.ParserCreate(namespace_separator="|")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition("|")[2]
        told = {key.rpartition("|")[2]: value for key, value in given.items()}
        if name == "Worksheet":
            self.read.append(sheet(told.get("Name", "")))
        elif not self.read:
            return
        elif name == "Row":
            self._start_row(told)
        elif name == "Cell":
            self._row += [""] * (_number(told, "Index", len(self._row) + 1, READ_COLUMNS + 1) - 1 - len(self._row))
            self._span = _number(told, "MergeAcross", 0, READ_COLUMNS)
            self._words, self._kind = [], ""
        elif name == "Data" and not self._in_comment:
            self._kind = told.get("Type", "")
        elif name == "Comment":
            self._in_comment = True

    def _start_row(self, told: dict[str, str]) -> None:
        lines = self.read[-1]["lines"]
        lines += [[] for _missing in range(_number(told, "Index", len(lines) + 1, READ_ROWS + 1) - 1 - len(lines))]
        self._row = []

    def _text(self, text: str) -> None:
        if self._words is not None and not self._in_comment:
            self._words.append(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition("|")[2]
        if name == "Comment":
            self._in_comment = False
        elif name == "Cell" and self._words is not None:
            self._end_cell(self._words)
        elif name == "Row" and self.read:
            self._end_row(self.read[-1])

    def _end_cell(self, words: list[str]) -> None:
        word = " ".join("".join(words).split())[:LONGEST_TEXT]
        self._allowance.spend(len(word))
        self._row += [_day(word) if self._kind == "DateTime" else word, *[""] * self._span]
        self._words = None

    def _end_row(self, page: dict[str, Any]) -> None:
        tell("cells", len(self.read), len(self.read), len(page["lines"]))
        if len(page["lines"]) >= READ_ROWS or len(self._row) > READ_COLUMNS:
            page["beyond"] = True
        if len(page["lines"]) < READ_ROWS:
            page["lines"].append(self._row[:READ_COLUMNS])


def _number(told: dict[str, str], name: str, usual: int, most: int) -> int:
    word = told.get(name, "")
    return min(int(word), most) if word.isascii() and word.isdigit() and len(word) < len(str(most)) + 3 else usual


def _day(word: str) -> str:
    return word.removesuffix(_MIDNIGHT).replace("T", " ")[:19]
