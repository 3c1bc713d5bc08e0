"""Where each value that was entered stands in the workbook's input sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assessment.case import Case, words
from assessment.layout import HOUSEHOLD, Section, Sheet, sheets
from assessment.report import workbook
from assessment.report.live.page import address, local, quoted


@dataclass(frozen=True)
class Inputs:
    """A case's cells. Rows that are still free belong to a column too, so that what is added there counts."""

    case: Case

    def one(self, part: str, field: str) -> str:
        """An item of the household sheet; what is left empty counts as the item's usual value."""
        cell = f"'{HOUSEHOLD}'!$B${workbook.household_rows()[part, field]}"
        usual = type(getattr(self.case, part)).model_fields[field].default
        return f'IF({cell}="",{_shown(usual)},{cell})'

    def blank_or(self, part: str, field: str) -> str:
        """An item's bare cell."""
        return f"'{HOUSEHOLD}'!$B${workbook.household_rows()[part, field]}"

    def column(self, section: Section, field: str) -> str:
        """A whole column of a list."""
        place = self._places[section][field]
        title = self._sheets[section].title
        return f"{address(title, self.first, place)}:{local(self.last(section), place)}"

    def cell(self, section: Section, field: str, row: int) -> str:
        """One cell of a list, by the entry's place."""
        return address(self._sheets[section].title, self.first + row, self._places[section][field])

    def computed(self, section: Section) -> str:
        """The column that the list computes itself: a line's month, a debt's total."""
        place = len(self._sheets[section].columns) + 2
        return f"{address(self._sheets[section].title, self.first, place)}:{local(self.last(section), place)}"

    def month_of(self, section: Section, row: int) -> str:
        """A line's month."""
        return address(self._sheets[section].title, self.first + row, len(self._sheets[section].columns) + 2)

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

    @cached_property
    def _sheets(self) -> Mapping[Section, Sheet]:
        return {sheet.section: sheet for sheet in sheets()}

    @cached_property
    def _places(self) -> Mapping[Section, Mapping[str, int]]:
        return {
            sheet.section: {column.field: place for place, column in enumerate(sheet.columns, start=2)}
            for sheet in sheets()
        }


def _shown(usual: object) -> str:
    if usual is None:
        return '""'
    if isinstance(usual, Decimal | int):
        return str(usual)
    return quoted(words.REGION.get(str(usual), str(usual)))
