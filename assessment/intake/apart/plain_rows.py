"""The rows of a long sheet as words, straight from its text, where that is written as plainly as programs write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import unescape

from assessment.intake.apart import LONGEST_TEXT, READ_COLUMNS, READ_LINES, READ_ROWS, Allowance

_ROW = re.compile(rb'<row (?:[a-zA-Z0-9:]{1,20}="[^"<>]*" )*?r="([1-9][0-9]{0,6})"')
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]{1,9})")?(?: s="([0-9]{1,6})")?'
    rb'(?:/>|>(?:<f>[^<]*</f>)?(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>|<v/>)?</c>)'
)
_HEAD = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:<\?xml(?![^>]*encoding=(?!["\'](?i:utf-8)["\']))[^>]*\?>)?\s*<worksheet[ >]'
)
_UNPLAIN = (b"<!--", b"<![CDATA[", b"<!DOCTYPE", b"<r>", b"<rPh")
_END = b"</sheetData>"
_AS_IT_IS = frozenset({b"str", b"inlineStr", b"e"})
_NUMBERS = frozenset({b"", b"n"})

Number = Callable[[str, str], str]
"""A number as it is written and the place of its style, as the words it stands for: a day as a day."""
Row = Callable[[int], None]
"""Told the number of each row as it is begun."""


def divided(source: bytes) -> tuple[bytes, bytes] | None:
    """A sheet without the rows that are not read cell by cell, and those rows; None where it has none or is not plain."""
    if source.count(b"<row") <= READ_ROWS or source.count(_END) != 1 or not _HEAD.match(source):
        return None
    if any(mark in source for mark in _UNPLAIN):
        return None
    start = next((found.start() for found in _ROW.finditer(source) if int(found[1]) > READ_ROWS), None)
    end = source.index(_END)
    return None if start is None or start > end else (source[:start] + source[end:], source[start:end])


def plain_rows(
    further: bytes, strings: Sequence[str], number: Number, allowance: Allowance, row: Row
) -> tuple[list[list[str]], bool] | None:
    """Every further row up to the last that is read, and whether more stand below; None where they are not so plain.

    Nothing is passed over: unless every cell is one of those known here, in order, there is no answer.
    Raises Refused where the words are more than the allowance.
    """
    reader = _Rows(strings, number, allowance, row)
    try:
        plain = all(map(reader.take, further.split(b"</row>")))
    except UnicodeDecodeError:
        return None
    return (reader.rows, reader.beyond) if plain else None


class _Rows:
    """Rows as they come, each behind the one before."""

    def __init__(self, strings: Sequence[str], number: Number, allowance: Allowance, told: Row) -> None:
        self._strings, self._number, self._allowance, self._told = strings, number, allowance, told
        self._columns: dict[bytes, int] = {}
        self._last = READ_ROWS
        self.rows: list[list[str]] = []
        self.beyond = False

    def take(self, source: bytes) -> bool:
        """One row; not taken where it is out of order, or holds what is not known here."""
        cells = _CELL.findall(source)
        if len(cells) != source.count(b"<c ") + source.count(b"<c>") + source.count(b"<c/"):
            return False
        if not cells or self.beyond:
            return True
        at = cells[0][1]
        if any(cell[1] != at for cell in cells):
            return False
        place = int(at)
        if place <= self._last:
            return False
        self.beyond = place > READ_LINES
        return self.beyond or self._keep(place, cells)

    def _keep(self, place: int, cells: Sequence[tuple[bytes, ...]]) -> bool:
        self._told(place)
        row: list[str] = []
        columns = self._columns
        for name, _at, style, kind, behind, value, inline in cells:
            written = inline or value
            if not written:
                continue
            words = _text(written) if kind in _AS_IT_IS else self._words(written, kind, style or behind)
            blank = (columns.get(name) or self._column(name)) - len(row) - 1
            if words is None or blank < 0:
                return False
            if blank:
                row.extend([""] * blank)
            row.append(words)
        self._allowance.spend(sum(map(len, row)), len(row))
        self.rows.extend([] for _blank in range(place - self._last - 1))
        self.rows.append(row)
        self._last = place
        return True

    def _column(self, name: bytes) -> int:
        """The place of a column; -1 where it lies beyond those that are read."""
        place = _number(name)
        self._columns[name] = place if place <= READ_COLUMNS else -1
        return self._columns[name]

    def _words(self, written: bytes, kind: bytes, style: bytes) -> str | None:
        """What a string or a number says; None for another kind, or a string that is not there."""
        if kind == b"s":
            place = int(written) if written.isdigit() and len(written) < 9 else -1
            return self._strings[place] if 0 <= place < len(self._strings) else None
        return self._number(written.decode(), style.decode() or "0") if kind in _NUMBERS else None


@lru_cache(2**15)
def _text(written: bytes) -> str:
    text = written.decode()
    return (unescape(text) if "&" in text else text)[:LONGEST_TEXT]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
