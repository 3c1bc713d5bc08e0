"""The rows under a header: entries, sums, examples, words; and where something else begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment.intake.grid import Row, alone
from assessment.intake.own_words import both
from assessment.intake.tables import Table
from assessment.intake.values import is_missing
from assessment.layout import EXAMPLE, sheets

RowKind = Literal["entry", "example", "total", "subtitle", "prose"]

_FEWEST_COLUMNS = 2
_LONG, _LONGEST = 16, 400
_TOTAL = re.compile(
    r".{0,8}(合计|小计|总计|汇总|累计|共计)(\([^)]*\)|（[^）]*）)?[:：]?|((grand|sub) ?)?total|sum", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[\s=—─_*-]+")
_OTHER_TITLES = frozenset({"负债", "欠款", "贷款", "信用卡", "网贷", "开支", "花销", "资产负债"})
_SECTION_TITLE = re.compile(r"\s*[=—─-]{2,}.*\w.*|.*\w\s*[:：]\s*")
_SUBTITLE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|[【\[]).*|.{1,8}类[:：]?\s*"
)
_PROSE = re.compile(r"[。；;！？!?]|[，,：:].*[一-龥]|^(注|说明|备注|提示)")


@dataclass(frozen=True, slots=True)
class Below:
    """A table's rows by their number, each with its kind and, for a sum or a title, its words.

    `end` is the row at which something else begins, 0 where nothing does.
    """

    rows: tuple[tuple[int, Row, RowKind, str], ...]
    end: int

    def of(self, kind: RowKind) -> tuple[tuple[int, Row, str], ...]:
        return tuple((number, row, name) for number, row, each, name in self.rows if each == kind)


def is_total(name: str) -> bool:
    """Whether something is called as a sum is."""
    return bool(_TOTAL.fullmatch(name.strip()))


def rows_below(table: Table) -> Below:
    """A table's rows that hold anything in its columns, down to the table's end."""
    end = 0 if table.turned else _end(table)
    return Below(tuple(_sorted(table, end)), end)


def _sorted(table: Table, end: int) -> Iterator[tuple[int, Row, RowKind, str]]:
    for number, row in table.rows.items():
        if end and number >= end:
            return
        if _holds(table, number, row):
            kind, name = _kind(table, row)
            yield number, row, kind, name


def _holds(table: Table, number: int, row: Row) -> bool:
    if number <= table.header_row or _repeats_header(table, row) or _SEPARATOR.fullmatch(alone(row)):
        return False
    wanted = table.only or table.headings
    return any(place in row and not is_missing(row[place], table.headings[place]) for place in wanted)


def _repeats_header(table: Table, row: Row) -> bool:
    """Whether a row is the header once more, as on printed pages."""
    same = sum(place in row and row[place].value == heading.words for place, heading in table.headings.items())
    return same >= max(_FEWEST_COLUMNS, len(table.headings) // 2)


def _end(table: Table) -> int:
    """The first row under the header that holds nothing but a title or a sum's name."""
    below = ((number, alone(row)) for number, row in table.rows.items() if number > table.header_row)
    last, titles = max(table.rows), _OTHER_TITLES | {said for sheet in sheets() for said in both(sheet.title)}
    return next(
        (
            number
            for number, words in below
            if _SECTION_TITLE.fullmatch(words) or is_total(words) or (number == last and words in titles)
        ),
        0,
    )


def _kind(table: Table, row: Row) -> tuple[RowKind, str]:
    """What a row is; one that we numbered always is an entry."""
    if table.numbered(row):
        return "entry", ""
    first, name, only = row[min(row)].value.strip(), table.name_in(row), alone(row)
    if name.startswith(both(EXAMPLE)) or (first in both(EXAMPLE) and table.number is None):
        return "example", name
    if total := next((word for word in (first, name) if is_total(word)), ""):
        return "total", total
    if only and _SUBTITLE.fullmatch(only):
        return "subtitle", only
    if only and len(only) <= _LONGEST and (len(only) > _LONG or _PROSE.search(only)):
        return "prose", only
    return "entry", ""
