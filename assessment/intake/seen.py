"""How a file's tables and columns were understood, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.intake.container import Cell, Page
from assessment.intake.grid import Rows
from assessment.intake.guidance import About, Guidance, Signature, Spot, signature
from assessment.intake.matching import Sureness
from assessment.intake.own_words import passed_over
from assessment.intake.tables import Table, Unread
from assessment.layout import Section, normal

_SHOWN_ROWS, _SHOWN_COLUMNS = 30, 12


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A header cell, and the field of a section it was taken for, nothing where it was not read."""

    page: str
    cell: Cell
    section: Section
    field: str
    sure: Sureness

    @property
    def word(self) -> str:
        """The header's plain word, by which a choice about it is remembered."""
        return normal(self.cell.value)


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table's header: where it stands, its words, what it was taken to be about, and its columns.

    `about` is nothing where the table was not read; `sure` says how it was decided.
    """

    page: str
    cell: Cell
    signature: Signature
    about: About
    sure: Sureness
    columns: tuple[ColumnSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A sheet in which no table was found: its title, its first column, and its first rows as they stand, by number."""

    title: str
    left: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def signature(self, number: int) -> Signature:
        """The plain words of a row, were it the header; of row 0 the letters of the columns."""
        if number == 0:
            return signature([f"{Cell(0, place + 1, 's', '').letters} 列" for place in self._used()])
        return signature([word for at, words in self.rows if at == number for word in words if word])

    def spot(self, number: int) -> Spot:
        """Where that row begins."""
        row = next((words for at, words in self.rows if at == number), ())
        first = next((place for place, word in enumerate(row, start=1) if word), self.left)
        return self.title, Cell(number, first, "s", "").address

    def _used(self) -> list[int]:
        return sorted({place for _number, words in self.rows for place, word in enumerate(words) if word})


def table_seen(page: Page, table: Table, guidance: Guidance) -> TableSeen:
    """How a table that is not our own, and each of its columns, was understood."""
    sure: Sureness = "chosen" if table.told else "unsure" if table.supposed or table.unwritten else "likely"
    first = table.header[min(table.header)]
    return TableSeen(
        page.title, first, table.signature, table.sheet.section, sure, tuple(_columns(page, table, guidance))
    )


def _columns(page: Page, table: Table, guidance: Guidance) -> Iterator[ColumnSeen]:
    for place, cell in table.header.items():
        match = table.matches.get(place)
        if match is None and normal(cell.value) in passed_over():
            continue
        field_name, sure = (match.column.field, match.sure) if match else ("", "unknown")
        if match is None and (table.sheet.section, normal(cell.value)) in guidance.columns:
            sure = "chosen"
        elif match is None and cell in table.unneeded:
            sure = "likely"
        yield ColumnSeen(page.title, cell, table.sheet.section, field_name, sure)


def unread_seen(page: Page, table: Unread) -> TableSeen:
    """A header whose table was not read."""
    first = next(iter(table.header.values()))
    return TableSeen(page.title, first, table.signature, "", "chosen" if table.told else "unsure")


def page_seen(page: Page, rows: Rows) -> PageSeen:
    """The first rows and columns of a sheet, as they stand."""
    shown = [(number, row) for number, row in rows.items() if number > 0][:_SHOWN_ROWS]
    width = min(_SHOWN_COLUMNS, max((max(row) for _number, row in shown), default=0))
    words = tuple(
        (number, tuple(row[place].shown if place in row else "" for place in range(1, width + 1)))
        for number, row in shown
    )
    return PageSeen(page.title, min(cell.column for cell in page.cells), words)
