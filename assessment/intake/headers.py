"""Finding the table on a page: its header row by content, never by line number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from assessment.intake.container import Cell, Page
from assessment.intake.reading import Heading
from assessment.intake.values import is_missing
from assessment.layout import COMPUTED, EXAMPLE, NUMBER, Column, Sheet, normal, sheets

Row = Mapping[int, Cell]
Rows = Mapping[int, Row]
Mapped = dict[int, Column]

_SEARCHED_ROWS = 40
_TITLE_COUNTS = 5
_COLUMN_COUNTS = 10
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: its sheet, header row, and what each column holds.

    `number` is the place of the column that numbers the entries, only where the table is our own.
    """

    sheet: Sheet
    header_row: int
    headings: Mapping[int, Heading]
    unknown: tuple[Cell, ...]
    wider: tuple[Cell, ...]
    number: int | None

    def numbered(self, row: Row) -> bool:
        """Whether we wrote this row ourselves."""
        return self.number is not None and self.number in row and row[self.number].kind == "n"

    def name_in(self, row: Row) -> str:
        """What a row is called, as it stands there."""
        named = (place for place, heading in self.headings.items() if heading.column.field == "name")
        return next((row[place].value.strip() for place in named if place in row), "")


def rows_of(cells: Iterable[Cell]) -> Rows:
    """Cells by row and column."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return dict(sorted(rows.items()))


def table_on(page: Page, rows: Rows, epoch: date) -> Table | None:
    """The table whose column names are best known; None where there is no such row."""
    scored = list(_candidates(page, rows))
    if not scored:
        return None
    _score, sheet, number, mapped = max(scored, key=lambda each: each[0])
    return _table(sheet, number, mapped, rows[number], epoch)


def _candidates(page: Page, rows: Rows) -> Iterator[tuple[int, Sheet, int, Mapped]]:
    for number in list(rows)[:_SEARCHED_ROWS]:
        for sheet in sheets():
            mapped = _mapped(sheet, rows[number])
            if len(mapped) >= _FEWEST_COLUMNS and any(column.field == "name" for column in mapped.values()):
                titled = _TITLE_COUNTS if sheet.title in page.title else 0
                yield _COLUMN_COUNTS * len(mapped) + titled, sheet, number, mapped


def _mapped(sheet: Sheet, row: Row) -> Mapped:
    """Columns by place: exact titles first, then synonyms, then wider words; no field twice."""
    words = {place: normal(cell.value) for place, cell in row.items()}
    mapped: Mapped = {}
    for known in _names(sheet):
        for place, word in words.items():
            column = known.get(word)
            if column is not None and place not in mapped and column not in mapped.values():
                mapped[place] = column
    return mapped


@cache
def _names(sheet: Sheet) -> tuple[Mapping[str, Column], ...]:
    """Titles, synonyms and wider words, each with its column."""
    return tuple(
        {normal(name): column for column in reversed(sheet.columns) for name in names(column)} for names in _TIERS
    )


_TIERS: tuple[Callable[[Column], tuple[str, ...]], ...] = (
    lambda column: (column.title,),
    lambda column: column.synonyms,
    lambda column: column.wider,
)


def _table(sheet: Sheet, number: int, mapped: Mapped, row: Row, epoch: date) -> Table:
    by_title = {normal(row[place].value): place for place in sorted(row, reverse=True)}
    own = all(normal(column.title) in by_title for column in sheet.columns)
    passed_over = {normal(name) for name in (*COMPUTED, NUMBER)}
    return Table(
        sheet,
        number,
        {place: Heading(column, row[place].value, epoch) for place, column in mapped.items()},
        tuple(cell for place, cell in row.items() if place not in mapped and normal(cell.value) not in passed_over),
        tuple(row[place] for place, column in mapped.items() if _is_wider(row[place], column)),
        by_title.get(normal(NUMBER)) if own else None,
    )


def _is_wider(cell: Cell, column: Column) -> bool:
    return normal(cell.value) in map(normal, column.wider)


@dataclass(frozen=True, slots=True)
class Below:
    """The rows under a header that hold anything in its columns, down to the table's end.

    `examples` by their row's number; `totals` with what they are called; `end` is the row at which
    something else begins, 0 where nothing does.
    """

    entries: tuple[Row, ...]
    examples: tuple[tuple[int, Row], ...]
    totals: tuple[tuple[int, Row, str], ...]
    end: int


def rows_below(table: Table, rows: Rows) -> Below:
    """A table's rows, sorted into entries, examples and totals."""
    end = _end(table, rows)
    held = [
        (number, row) for number, row in rows.items() if number < (end or number + 1) and _holds(table, number, row)
    ]
    called = [(number, row, _called(table, row)) for number, row in held]
    return Below(
        tuple(row for _number, row, name in called if name == ""),
        tuple((number, row) for number, row, name in called if name == EXAMPLE),
        tuple((number, row, name) for number, row, name in called if name not in {"", EXAMPLE}),
        end,
    )


def _holds(table: Table, number: int, row: Row) -> bool:
    if number <= table.header_row or _repeats_header(table, row) or _SEPARATOR.fullmatch(_alone(row)):
        return False
    return any(place in row and not is_missing(row[place], heading) for place, heading in table.headings.items())


def _repeats_header(table: Table, row: Row) -> bool:
    """Whether a row is the header once more, as on printed pages."""
    same = sum(place in row and row[place].value == heading.words for place, heading in table.headings.items())
    return same >= max(_FEWEST_COLUMNS, len(table.headings) // 2)


_TOTAL = re.compile(r".{0,8}(合计|小计|总计|汇总|累计)[:：]?")
_SEPARATOR = re.compile(r"[\s=—─_*-]+")
_SECTION_TITLE = re.compile(r"\s*[=—─-]{2,}.*\w.*|.*\w\s*[:：]\s*")


def is_total(name: str) -> bool:
    """Whether something is called as a sum is."""
    return bool(_TOTAL.fullmatch(name.strip()))


def _end(table: Table, rows: Rows) -> int:
    """The first row under the header that holds nothing but a title or a sum's name."""
    below = ((number, _alone(row)) for number, row in rows.items() if number > table.header_row)
    return next((number for number, words in below if _SECTION_TITLE.fullmatch(words) or is_total(words)), 0)


def _alone(row: Row) -> str:
    """The words of a row's only cell; nothing where there are more."""
    cells = list(row.values())
    return cells[0].value if len(cells) == 1 and cells[0].kind == "s" else ""


def _called(table: Table, row: Row) -> str:
    """EXAMPLE or a total's name where a row is no entry, else nothing; a row we numbered always is one."""
    if table.numbered(row):
        return ""
    first = row[min(row)].value.strip()
    name = table.name_in(row)
    if name.startswith(EXAMPLE):
        return EXAMPLE
    return next((word for word in (first, name) if is_total(word)), "")
