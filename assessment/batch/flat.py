"""A CSV with a debt a line as tables of cases. Cells are read as a workbook's are: 1.2万, 日0.05%, 逾期3个月.

Lines of one case stand together; the household's own columns and its monthly sums are taken from the first of them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count, groupby, islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from assessment.batch.columns import CASE
from assessment.batch.rows import row_of
from assessment.batch.work import Rows, said, told
from assessment.case import Asset, Case, Debt, Expense, Household, Income, words
from assessment.intake.container import Cell
from assessment.intake.line import Line
from assessment.intake.reading import Above, Heading
from assessment.layout import Column, columns, normal
from assessment.problems import Place, Problem
from assessment.text import Text, label

NUMBER = ("case", label("编号"))
INCOME = ("income", label("每月收入"))
CASH = ("cash", words.ASSET_KIND["cash"])
_EPOCH = date(1899, 12, 30)
_LOOKED_AT = 1 << 20
_LONGEST_CELL = 10_000

Row = tuple[int, list[str]]


class NoNumbers(ValueError):
    """A CSV without a column that numbers its cases."""


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the cases' numbers stand, and for every known column its part of the case and its heading."""

    number: int
    known: Mapping[int, tuple[str, Heading]]
    unknown: tuple[Cell, ...]


@dataclass
class _Reading:
    """One case as far as it is read."""

    sums: dict[str, Line] = field(default_factory=dict)
    household: Line = field(default_factory=lambda: Line("", ("household",)))
    debts: list[Line] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Everything to look at."""
        return [found for line in (self.household, *self.sums.values(), *self.debts) for found in line.problems]


def pieces(path: Path, size: int, wanted: Callable[[int], bool]) -> Iterator[tuple[int, Rows]]:
    """The file's cases, `size` at a time, as far as the piece's number is wanted. Raises NoNumbers."""
    with path.open(encoding=_encoding(path), newline="") as file:
        lines = enumerate(csv.reader(file), start=1)
        header = _header(next(lines, (1, []))[1])
        doubts = [told(path.name, "", _not_known(cell)) for cell in header.unknown]
        cases = ((name, list(rows)) for name, rows in groupby(_filled(lines), lambda row: _at(row, header)))
        for number in count():
            if not (some := list(islice(cases, size))):
                return
            if wanted(number):
                made = [_case(header, name, rows) for name, rows in some]
                yield number, _rows(path.name, made, [] if number else doubts)


def _encoding(path: Path) -> str:
    """UTF-8, or what Excel writes in China."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    try:
        start[: start.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _filled(lines: Iterable[Row]) -> Iterator[Row]:
    return ((number, cells) for number, cells in lines if any(cell.strip() for cell in cells))


def _at(row: Row, header: _Header) -> str:
    """The number of the case a line belongs to."""
    cells = row[1]
    return cells[header.number].strip() if header.number < len(cells) else ""


def _header(cells: list[str]) -> _Header:
    known, number, unknown = {}, None, []
    for place, words_above in enumerate(cells):
        plain = normal(words_above)
        if plain in map(normal, NUMBER):
            number = place
        elif plain in _columns():
            part, column = _columns()[plain]
            known[place] = (part, Heading(part, column, words_above, Above(_EPOCH)))
        elif plain:
            unknown.append(Cell(1, place + 1, "s", words_above))
    if number is None:
        raise NoNumbers
    return _Header(number, known, tuple(unknown))


@cache
def _columns() -> Mapping[str, tuple[str, Column]]:
    """Every header that is known, by its plain word: a field's name or title, or a kind of monthly sum."""
    fields = [(part, column) for part, model in (("debt", Debt), ("household", Household)) for column in columns(model)]
    found = {normal(name): (part, column) for part, column in reversed(fields) for name in (column.field, column.title)}
    amount = next(column for column in columns(Expense) if column.field == "amount")
    kinds = [INCOME, CASH, *words.EXPENSE_CATEGORY.items()]
    return {normal(name): (kind[0], amount) for kind in kinds for name in kind} | found


def _not_known(cell: Cell) -> Problem:
    what = Text("没有认出“{header}”这一列，没有读。", header=cell.shown)
    return Problem(Place(cell=cell.address), what, Text("如果要用，请改成空白表格里的写法。"), "doubtful")


def _case(header: _Header, name: str, rows: list[Row]) -> tuple[int, str, dict[str, Any], list[Problem]]:
    """A case's first line, its number, its row, and what is to be looked at in it."""
    found = _Reading()
    for place, (number, cells) in enumerate(rows):
        debt = Line("", ("debts", place))
        for column, (part, heading) in header.known.items():
            if column < len(cells) and cells[column].strip():
                cell = Cell(number, column + 1, "s", cells[column][:_LONGEST_CELL])
                _take(found, debt, part, cell, heading, first=place == 0)
        if debt.cells:
            found.debts.append(debt)
    case = Case(household=found.household.filled(Household), debts=_debts(found), **_entries(found))
    row = row_of(name, case)
    refused = [each for each in found.problems if each.standing == "refused"]
    return rows[0][0], name, row | {"case": name or None, "error": "".join(map(said, refused)) or None}, found.problems


def _take(found: _Reading, debt: Line, part: str, cell: Cell, heading: Heading, *, first: bool) -> None:
    if part == "debt":
        debt.take(cell, heading)
    elif first and part == "household":
        found.household.take(cell, heading)
    elif first:
        found.sums.setdefault(part, Line("", (part,))).take(cell, heading)


def _debts(found: _Reading) -> tuple[Any, ...]:
    return tuple(line.filled(Debt) for line in found.debts if line.values.setdefault("name", "") is not None)


def _entries(found: _Reading) -> dict[str, Any]:
    """Monthly sums as incomes, expenses and cash."""
    sums = {part: line.values["amount"] for part, line in found.sums.items() if "amount" in line.values}
    return {
        "incomes": tuple(Income(name="", amount=sums[part]) for part in (INCOME[0],) if part in sums),
        "assets": tuple(Asset(name="", value=sums[part]) for part in (CASH[0],) if part in sums),
        "expenses": tuple(
            Expense(name="", category=part, amount=sum_)
            for part, sum_ in sums.items()
            if part in words.EXPENSE_CATEGORY
        ),
    }


def _rows(file: str, some: list[tuple[int, str, dict[str, Any], list[Problem]]], doubts: list[dict[str, str]]) -> Rows:
    asked = [
        told(file, name, each) for _, name, _, problems in some for each in problems if each.standing == "doubtful"
    ]
    table = pa.Table.from_pylist([row for _, _, row, _ in some], CASE)
    return Rows(file, [line for line, *_ in some], table, (*doubts, *asked))
