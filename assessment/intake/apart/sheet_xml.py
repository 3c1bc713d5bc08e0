"""One sheet of a workbook, heard cell by cell: nothing is skipped without being counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from assessment.intake.apart import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_MERGED,
    MOST_WORDS,
    READ_COLUMNS,
    READ_LINES,
    READ_ROWS,
    Allowance,
    Answer,
    Refused,
    sheet,
)
from assessment.intake.apart.markup import Enough, Hearing
from assessment.intake.apart.number_formats import Formats
from assessment.intake.apart.plain_rows import divided, plain_rows
from assessment.intake.apart.progress import tell

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,9})", re.ASCII)
_AREA = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_YES = {"1", "true"}
_ROW = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)
_TRUTH = {"1": "True", "true": "True", "0": "False", "false": "False"}
_MOST_SEEN = 1_500_000
"""Cells that may stand in a sheet, blank ones too."""

Content = tuple[str, str, str]
"""Kind, value and format: n number, s text, b yes or no, d day, e error, f formula; no kind where it cannot be told."""


class SheetReader:
    """What a sheet holds. A cell of the first rows is kept as it is; of a long sheet, every row as words too."""

    def __init__(self, strings: Sequence[str], formats: Formats, allowance: Allowance, place: tuple[int, int]) -> None:
        self._strings, self._formats, self._allowance, self._place = strings, formats, allowance, place
        self._further = Allowance(MOST_WORDS, MOST_BYTES)
        self._rows: dict[int, dict[int, Content]] = {}
        self._more: dict[int, dict[int, str]] = {}
        self._plain: list[list[str]] = []
        self._before, self._rows_in_all = 0.0, 0
        self._hidden_rows: list[int] = []
        self._hidden_columns: set[int] = set()
        self._merged: list[list[int]] = []
        self._lost = self._seen = 0
        self._beyond = False
        self._row = self._column = 0
        self._row_hidden = False
        self._kind = self._style = ""
        self._formula = self._listening = self._spoken = False
        self._words: list[str] = []

    def read(self, source: bytes, title: str, *, hidden: bool) -> Answer:
        """The sheet as it is answered. Raises Refused."""
        tell("cells", *self._place)
        starts = {
            "c": self._enter_cell, "v": self._listen, "t": self._listen, "f": self._enter_formula, "rPh": self._enter_spoken,
            "row": self._enter_row, "col": self._enter_column, "mergeCell": self._enter_merged,
        }  # fmt: skip
        ends = {"c": self._leave_cell, "v": self._listen_no_more, "t": self._listen_no_more, "rPh": self._leave_spoken}
        self._hearing = Hearing(starts, ends, self._text)
        self._hearing.read(self._without_plain_rows(source))
        return sheet(
            title,
            hidden=hidden,
            cells=[[row, at, *held[at]] for row, held in sorted(self._rows.items()) for at in sorted(held)],
            lines=list(self._lines()) if self._more or self._plain else [],
            lost=self._lost,
            beyond=self._beyond,
            hidden_rows=self._hidden_rows,
            hidden_columns=sorted(self._hidden_columns),
            merged=self._merged,
        )

    def _without_plain_rows(self, source: bytes) -> bytes:
        """What is to be heard cell by cell; rows further down that are written plainly are taken at once."""
        halves = divided(source)
        if halves is None:
            return source
        heard, further = halves
        self._before, self._rows_in_all = len(further) / len(source), source.count(b"<row")
        allowance = Allowance(MOST_WORDS, MOST_BYTES)
        found = plain_rows(further, self._strings, self._words_of_number, allowance, self._begin_plain_row)
        if found is None:
            self._before = 0.0
            return source
        self._plain, self._beyond = found
        return heard

    def _words_of_number(self, written: str, style: str) -> str:
        return self._formats.content(written, self._formats.of(style))[1]

    def _begin_plain_row(self, row: int) -> None:
        tell("cells", *self._place, row, self._before * min(1.0, row / self._rows_in_all))

    def _lines(self) -> Iterator[list[str]]:
        for number in range(1, max(self._more, default=READ_ROWS) + 1):
            first = self._rows.get(number, {})
            row = self._more.get(number) or {at: value for at, (_kind, value, _form) in first.items()}
            yield [row.get(column, "") for column in range(1, max(row, default=0) + 1)]
        yield from self._plain

    def _enter_column(self, given: dict[str, str]) -> None:
        first, last = given.get("min", ""), given.get("max", "")
        if given.get("hidden") in _YES and _ROW.fullmatch(first) and _ROW.fullmatch(last):
            self._hidden_columns.update(range(int(first), min(int(last), READ_COLUMNS) + 1))

    def _enter_merged(self, given: dict[str, str]) -> None:
        """An area of one value, where it lies within what is read."""
        found = _AREA.fullmatch(given.get("ref", ""))
        if found is None or len(self._merged) == MOST_MERGED:
            return
        area = [int(found[2]), _number(found[1]), int(found[4]), _number(found[3])]
        if area[2] <= READ_ROWS and area[3] <= READ_COLUMNS:
            self._merged.append(area)

    def _enter_row(self, given: dict[str, str]) -> None:
        told = given.get("r")
        self._row = self._row + 1 if told is None else (int(told) if _ROW.fullmatch(told) else 0)
        self._column = 0
        self._row_hidden = given.get("hidden") in _YES
        tell("cells", *self._place, self._row, self._before + (1 - self._before) * self._hearing.share)

    def _enter_cell(self, given: dict[str, str]) -> None:
        self._seen += 1
        if self._seen > _MOST_SEEN:
            raise Refused("too_large_inside")
        told = given.get("r")
        self._column = self._column + 1 if told is None else self._column_of(told)
        self._kind = given.get("t", "n")
        self._style = given.get("s", "0")
        self._formula = self._listening = self._spoken = False
        self._words = []

    def _column_of(self, told: str) -> int:
        """The column of a cell's address; 0 where it is none, or one of another row."""
        found = _ADDRESS.fullmatch(told)
        return _number(found[1]) if found and int(found[2]) == self._row else 0

    def _listen(self, _given: dict[str, str]) -> None:
        self._listening = not self._spoken

    def _listen_no_more(self) -> None:
        self._listening = False

    def _enter_spoken(self, _given: dict[str, str]) -> None:
        """A reading written above Chinese or Japanese words is none of them."""
        self._spoken = True

    def _leave_spoken(self) -> None:
        self._spoken = False

    def _enter_formula(self, _given: dict[str, str]) -> None:
        self._formula = True

    def _text(self, words: str) -> None:
        if self._listening:
            self._words.append(words)

    def _leave_cell(self) -> None:
        if self._words:
            content = self._content("".join(self._words))
            if content != _BLANK:
                self._keep(content)
        elif self._formula and self._kind != "str":
            self._keep(_UNCOMPUTED)

    def _content(self, written: str) -> Content:
        match self._kind:
            case "s":
                place = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else -1
                return ("s", self._strings[place], "") if 0 <= place < len(self._strings) else _UNTOLD
            case "str" | "inlineStr":
                return "s", written, ""
            case "b" if written in _TRUTH:
                return "b", _TRUTH[written], ""
            case "b":
                return "s", written, ""
            case "e":
                return "e", written, ""
            case "d":
                return _iso_day(written)
        return self._formats.content(written, self._formats.of(self._style))

    def _keep(self, content: Content) -> None:
        row, column = self._row, self._column
        if row > READ_LINES:
            self._beyond = True
            raise Enough
        if not (content[0] and row and column):
            self._lost += 1
        elif column > READ_COLUMNS:
            self._beyond = True
        elif row > READ_ROWS:
            self._keep_words(self._more.setdefault(row, {}), column, content[1])
        else:
            self._keep_cell(self._rows.setdefault(row, {}), column, content)

    def _keep_words(self, held: dict[int, str], column: int, words: str) -> None:
        if column in held:
            self._lost += 1
            return
        self._further.spend(len(words))
        held[column] = words[:LONGEST_TEXT]

    def _keep_cell(self, held: dict[int, Content], column: int, content: Content) -> None:
        if column in held:
            self._lost += 1
            return
        if self._row_hidden and not held:
            self._hidden_rows.append(self._row)
        kind, value, form = content
        self._allowance.spend(len(value) + len(form))
        held[column] = (kind, value[:LONGEST_TEXT], form)


_BLANK: Content = ("s", "", "")
_UNTOLD: Content = ("", "", "")
_UNCOMPUTED: Content = ("f", "", "")


@lru_cache(4096)
def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _iso_day(written: str) -> Content:
    try:
        return "d", datetime.fromisoformat(written.removesuffix("Z")).isoformat(), ""
    except ValueError:
        return "s", written, ""
