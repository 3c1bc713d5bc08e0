"""Where each value that was entered stands in the workbook's input sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assessment.case import Case, words
from assessment.layout import HOUSEHOLD, Section, Sheet, sheets
from assessment.report import workbook
from assessment.report.live.page import Say, address, local, quoted
from assessment.text import unfilled


@dataclass(frozen=True)
class Inputs:
    """A case's cells, and our words as they stand in them: both in the language in which the workbook is written.

    Rows that are still free belong to a column too, so that what is added there counts.
    """

    case: Case
    say: Say

    def word(self, word: str) -> str:
        """A word of ours as a formula holds it against a cell."""
        return quoted(self.spoken(word))

    def spoken(self, word: str) -> str:
        """A word of ours in the workbook's language, gaps left open."""
        return self.say(unfilled(word))

    def one(self, part: str, field: str) -> str:
        """An item of the household sheet; what is left empty counts as the item's usual value."""
        cell = self.blank_or(part, field)
        usual = type(getattr(self.case, part)).model_fields[field].default
        return f'IF({cell}="",{self._shown(usual)},{cell})'

    def blank_or(self, part: str, field: str) -> str:
        """An item's bare cell."""
        return address(self.spoken(HOUSEHOLD), workbook.household_rows()[part, field], 2)

    def column(self, section: Section, field: str) -> str:
        """A whole column of a list."""
        place = self._places[section][field]
        return f"{address(self._title(section), self.first, place)}:{local(self.last(section), place)}"

    def cell(self, section: Section, field: str, row: int) -> str:
        """One cell of a list, by the entry's place."""
        return address(self._title(section), self.first + row, self._places[section][field])

    def computed(self, section: Section) -> str:
        """The column that the list computes itself: a line's month, a debt's total."""
        place = len(self._sheets[section].columns) + 2
        return f"{address(self._title(section), self.first, place)}:{local(self.last(section), place)}"

    def month_of(self, section: Section, row: int) -> str:
        """A line's month."""
        return address(self._title(section), self.first + row, len(self._sheets[section].columns) + 2)

    def rows(self, section: Section) -> int:
        """How many rows a list holds, free ones too."""
        return len(getattr(self.case, section)) + workbook.SPARE_ROWS

    @property
    def first(self) -> int:
        """The first row of every list."""
        return workbook.HEADER_ROW + 1

    def last(self, section: Section) -> int:
        """The last row of a list."""
        return workbook.HEADER_ROW + self.rows(section)

    def _title(self, section: Section) -> str:
        return self.spoken(self._sheets[section].title)

    def _shown(self, usual: object) -> str:
        if usual is None:
            return '""'
        if isinstance(usual, Decimal | int):
            return str(usual)
        return self.word(words.REGION.get(str(usual), str(usual)))

    @cached_property
    def _sheets(self) -> Mapping[Section, Sheet]:
        return {sheet.section: sheet for sheet in sheets()}

    @cached_property
    def _places(self) -> Mapping[Section, Mapping[str, int]]:
        return {
            sheet.section: {column.field: place for place, column in enumerate(sheet.columns, start=2)}
            for sheet in sheets()
        }
