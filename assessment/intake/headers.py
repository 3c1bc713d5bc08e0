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

_TITLE_COUNTS = 5
_COLUMN_COUNTS = 10
_FEWEST_COLUMNS = 2
_FURTHER_COLUMNS = 3


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


def tables_on(page: Page, rows: Rows, epoch: date) -> tuple[tuple[Table, Rows], ...]:
    """Every table on a page with its own rows: one below the other, side by side, or with its fields down the side."""
    beside = [_stacked(page, part, epoch) for part in _parted(rows)]
    if sum(map(bool, beside)) > 1:
        return tuple(table for tables in beside for table in tables)
    return _stacked(page, rows, epoch) or _stacked(page, _turned(rows), epoch)


def _stacked(page: Page, rows: Rows, epoch: date) -> tuple[tuple[Table, Rows], ...]:
    """Tables one below the other. The best known header counts with two columns, any further one needs three."""
    heads: list[_Head] = []
    scored = list(_candidates(page, rows))
    best = max(scored, key=lambda each: each.score, default=None)
    for number in sorted({each.row for each in scored}):
        head = max((each for each in scored if each.row == number), key=lambda each: each.score)
        if head is best or (len(head.mapped) >= _FURTHER_COLUMNS and not _same(heads, head, rows)):
            heads.append(head)
    if not heads:
        return ()
    ends = [*(each.row for each in heads[1:]), max(rows) + 1]
    return tuple(
        (
            _table(head.sheet, head.row, head.mapped, rows[head.row], epoch),
            {number: row for number, row in rows.items() if head.row <= number < end},
        )
        for head, end in zip(heads, ends, strict=True)
    )


def _same(heads: list[_Head], head: _Head, rows: Rows) -> bool:
    """Whether a header only says the last one once more, as on printed pages."""
    if not heads:
        return False
    before, now = rows[heads[-1].row], rows[head.row]
    return {cell.value for cell in before.values()} == {cell.value for cell in now.values()}


def _parted(rows: Rows) -> list[Rows]:
    """A page cut at the columns in which nothing stands."""
    used = sorted({place for row in rows.values() if len(row) > 1 for place in row})
    starts = [place for at, place in enumerate(used) if at == 0 or place > used[at - 1] + 1]
    ends = [*starts[1:], max(used, default=0) + 1]
    parts = [_between(rows, start, end) for start, end in zip(starts, ends, strict=True)] if used else []
    return parts if len(parts) > 1 else []


def _between(rows: Rows, start: int, end: int) -> Rows:
    """The columns from `start` to before `end`."""
    cut = {number: {at: cell for at, cell in row.items() if start <= at < end} for number, row in rows.items()}
    return {number: row for number, row in cut.items() if row}


def _turned(rows: Rows) -> Rows:
    """Columns as rows: for a table with one debt a column."""
    turned: dict[int, dict[int, Cell]] = {}
    for number, row in rows.items():
        for place, cell in row.items():
            turned.setdefault(place, {})[number] = cell
    return dict(sorted(turned.items()))


@dataclass(frozen=True, slots=True)
class _Head:
    """A row that may be a header: of which sheet, which columns it names, how well it is known."""

    score: int
    sheet: Sheet
    row: int
    mapped: Mapped


def _candidates(page: Page, rows: Rows) -> Iterator[_Head]:
    title = page.title
    for number, row in rows.items():
        title = _alone(row) or title
        if len(row) < _FEWEST_COLUMNS or not any(normal(cell.value) in _every_name() for cell in row.values()):
            continue
        for sheet in sheets():
            mapped = _mapped(sheet, row)
            if len(mapped) >= _FEWEST_COLUMNS and any(column.field == "name" for column in mapped.values()):
                titled = _TITLE_COUNTS if sheet.title in title or sheet.title in page.title else 0
                yield _Head(_COLUMN_COUNTS * len(mapped) + titled, sheet, number, mapped)


@cache
def _every_name() -> frozenset[str]:
    return frozenset(name for sheet in sheets() for names in _names(sheet) for name in names)


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
_OTHER_TITLES = frozenset({"负债", "欠款", "贷款", "信用卡", "网贷", "开支", "花销", "资产负债"})
_SECTION_TITLE = re.compile(r"\s*[=—─-]{2,}.*\w.*|.*\w\s*[:：]\s*")


def is_total(name: str) -> bool:
    """Whether something is called as a sum is."""
    return bool(_TOTAL.fullmatch(name.strip()))


def _end(table: Table, rows: Rows) -> int:
    """The first row under the header that holds nothing but a title or a sum's name."""
    below = ((number, _alone(row)) for number, row in rows.items() if number > table.header_row)
    last, titles = max(rows), _OTHER_TITLES | {sheet.title for sheet in sheets()}
    return next(
        (
            number
            for number, words in below
            if _SECTION_TITLE.fullmatch(words) or is_total(words) or (number == last and words in titles)
        ),
        0,
    )


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
