"""What a person said about a file: what a column means, what a table is about, what a cell should say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from assessment.intake.container import Book, Cell, Page
from assessment.layout import Section, normal

Signature = tuple[str, ...]
"""A header's plain words, by which a choice about its table is remembered."""
About = Section | Literal[""]
Spot = tuple[str, str]
"""A sheet's title and a cell's address."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)


@dataclass(frozen=True)
class Guidance:
    """Choices about columns and tables, which hold for the next file too, and about this file's cells and sheets.

    `columns` are fields by section and header word, nothing where a column is not to be read; `tables` are what a
    header is the header of. `spots` are the same for the header that begins in one cell of this file, nothing where its
    table is not to be read; `cells` are what should stand in a cell; `bare` are the sheets whose columns have no header.
    """

    columns: Mapping[tuple[Section, str], str] = field(default_factory=dict)
    tables: Mapping[Signature, Section] = field(default_factory=dict)
    spots: Mapping[Spot, About] = field(default_factory=dict)
    cells: Mapping[Spot, str] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()

    def with_column(self, section: Section, word: str, field: str) -> Guidance:
        """A column of such a header is that field from now on."""
        return replace(self, columns={**self.columns, (section, word): field})

    def with_table(self, spot: Spot, signature: Signature, about: About) -> Guidance:
        """The table whose header begins there is about that; what is under such a header is so from now on.

        That a table is not to be read holds for this file alone: nothing is passed over in the next one unasked.
        """
        told = replace(self, spots={**self.spots, spot: about})
        return told if about == "" else replace(told, tables={**self.tables, signature: about})

    def with_cells(self, spots: Mapping[Spot, str]) -> Guidance:
        """Cells as a person put them right."""
        return replace(self, cells={**self.cells, **spots})

    def without_cell(self, spot: Spot) -> Guidance:
        """A cell as the file has it again."""
        return replace(self, cells={at: text for at, text in self.cells.items() if at != spot})

    def with_bare(self, sheet: str) -> Guidance:
        """A sheet whose first row is no header."""
        return replace(self, bare=self.bare | {sheet})

    def for_the_next_file(self) -> Guidance:
        """What was said about columns and tables, nothing about this file's own cells."""
        return Guidance(self.columns, self.tables)

    @property
    def remembered(self) -> dict[str, str]:
        """What columns mean, as it is kept beside a case."""
        return {f"{section}:{word}": field for (section, word), field in self.columns.items()}

    @classmethod
    def recalled(cls, columns: Mapping[str, str]) -> Guidance:
        """What columns were said to mean when the case was kept; what cannot be told apart any more is passed over."""
        pairs = [(key.partition(":"), field) for key, field in columns.items()]
        return cls({(part, word): field for (part, _mark, word), field in pairs if word and part in get_args(Section)})  # type: ignore[misc]


def signature(words: list[str]) -> Signature:
    """A header's plain words in their order."""
    return tuple(normal(word) for word in words)


def guided(book: Book, guidance: Guidance) -> Book:
    """The book with every sheet under a title of its own, put right where a person said so."""
    named = titled(book)
    return replace(named, pages=tuple(_guided(page, guidance) for page in named.pages))


def titled(book: Book) -> Book:
    """The book with every sheet under a title of its own."""
    seen: dict[str, int] = {}
    pages = []
    for page in book.pages:
        seen[page.title] = seen.get(page.title, 0) + 1
        pages.append(page if seen[page.title] == 1 else replace(page, title=f"{page.title}（{seen[page.title]}）"))
    return replace(book, pages=tuple(pages))


def _guided(page: Page, guidance: Guidance) -> Page:
    texts = {
        at: text for (sheet, address), text in guidance.cells.items() if sheet == page.title and (at := _at(address))
    }
    cells = page.cells
    if texts:
        kept = [cell for cell in cells if (cell.row, cell.column) not in texts]
        written = [Cell(row, column, "s", text) for (row, column), text in texts.items() if text.strip()]
        cells = tuple(sorted([*kept, *written], key=lambda cell: (cell.row, cell.column)))
    if page.title in guidance.bare and cells:
        cells = (*_letters(cells), *cells)
    return page if cells is page.cells else replace(page, cells=cells)


def _letters(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A header of column letters, in a row before the first."""
    columns = sorted({cell.column for cell in cells})
    return tuple(Cell(0, column, "s", f"{Cell(0, column, 's', '').letters} 列") for column in columns)


def _at(address: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
