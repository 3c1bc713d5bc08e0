"""One sheet of the report: our words, our numbers, and our formulas with what they came to when they were written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from assessment import money
from assessment.report import sheet_style as style
from assessment.text import Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Say = Callable[[Text], str]
Form = Literal["money", "aside", "percent", "whole", "date", "words"]
Worked = int | float | str
"""What a formula came to, as a cell keeps it."""
_FORMATS: dict[Form, str] = {
    "money": style.MONEY, "aside": f"{style.MONEY};-{style.MONEY};", "percent": "0.00%", "whole": "0", "date": "yyyy-mm-dd", "words": "General",
}  # fmt: skip
_HEAD_HEIGHT = 32
_DAY_NOUGHT = date(1899, 12, 30)


@dataclass
class Page:
    """A sheet being written; `worked` is what its formulas came to, by address."""

    sheet: Worksheet
    say: Say
    worked: dict[str, Worked] = field(default_factory=dict)

    def words(self, row: int, column: int, text: Text, *, bold: bool = False, size: int = 11) -> None:
        """A sentence or a name."""
        style.write_words(self.sheet.cell(row, column), self.say(text), bold=bold, size=size)

    def note(self, row: int, column: int, text: Text) -> None:
        """Words that explain, on one line."""
        from openpyxl.styles import Alignment

        style.write_quiet(self.sheet.cell(row, column), self.say(text))
        self.sheet.cell(row, column).alignment = Alignment(vertical="bottom", indent=0 if column == 1 else 1)

    def head(self, row: int, column: int, *texts: Text) -> None:
        """Columns' names from here to the right, on two lines where they are long."""
        self.sheet.row_dimensions[row].height = _HEAD_HEIGHT
        for place, text in enumerate(texts, start=column):
            style.write_head(self.sheet.cell(row, place), self.say(text))

    def value(self, row: int, column: int, value: Decimal | float | date, form: Form = "money") -> str:
        """A number or a day of ours, and where it stands."""
        cell = self.sheet.cell(row, column)
        cell.value = value
        cell.style = _style(form)
        return self.at(row, column)

    def compute(self, row: int, column: int, formula: str, worked: Worked | None = None, form: Form = "money") -> str:
        """A formula of ours, and where it stands. Nothing a person wrote may be part of it."""
        cell = self.sheet.cell(row, column)
        cell.value = f"={formula}"
        cell.style = _style(form)
        if worked is not None:
            self.worked[cell.coordinate] = worked
        return self.at(row, column)

    def at(self, row: int, column: int) -> str:
        """A cell's address from any sheet."""
        return address(self.sheet.title, row, column)

    def range(self, first: int, last: int, column: int) -> str:
        """Part of a column, from any sheet."""
        return f"{self.at(first, column)}:{local(last, column)}"

    def widths(self, *widths: float) -> None:
        """The columns' widths from the first on."""
        from openpyxl.utils import get_column_letter

        for place, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width


def make_styles(book: Workbook) -> None:
    """The looks of the report's cells, once a book."""
    from openpyxl.styles import NamedStyle

    for name, form in _FORMATS.items():
        across = "center" if name == "words" else "right"
        look = NamedStyle(
            _style(name), font=style.font(), number_format=form, alignment=style.aligned("bottom", across, wrap=False)
        )
        look.border = style.lined()
        book.add_named_style(look)


def _style(form: Form) -> str:
    """A style's name that is none of the office programs' own."""
    return f"huandeqi {form}"


def number(cell: str) -> str:
    """A cell's number, nought where it is empty; words in it are an error, never nought."""
    return f'IF({cell}="",0,{cell}+0)'


def new_page(book: Workbook, title: Text, say: Say, place: int | None = None) -> Page:
    """A sheet with its name on top."""
    page = Page(book.create_sheet(say(title), place), say)
    page.words(1, 1, title, bold=True, size=14)
    page.sheet.sheet_view.showGridLines = False
    return page


def address(title: str, row: int, column: int) -> str:
    """A cell's address from any sheet of the book."""
    return f"'{title}'!{local(row, column)}"


@cache
def local(row: int, column: int) -> str:
    """A cell's address within its sheet."""
    from openpyxl.utils import get_column_letter

    return f"${get_column_letter(column)}${row}"


def quoted(word: str) -> str:
    """A word of ours inside a formula."""
    return '"' + word.replace('"', '""') + '"'


def yuan(fen: int) -> float:
    """Fen as a cell holds them."""
    return float(money.to_yuan(fen))


def serial(day: date) -> int:
    """A day as a cell holds it."""
    return (day - _DAY_NOUGHT).days


def as_cell(value: Any) -> Worked:
    """A value of the case as a cell holds it."""
    return serial(value) if isinstance(value, date) else float(value)
