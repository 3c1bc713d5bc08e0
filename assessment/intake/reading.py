"""What reading one cell comes to: a value, perhaps with a doubt, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from assessment import money
from assessment.intake.container import Cell
from assessment.layout import Column, unit_hint
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a cell: its column, the file's own words for it, the day its day numbers count from."""

    column: Column
    words: str
    epoch: date

    @property
    def unit(self) -> str:
        return unit_hint(self.words)


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell's value; `meant` is how it was understood where it was not plain.

    `doubt` says what custom had to decide and what would be clear; the value is taken all the same.
    """

    value: Any
    meant: Text | None = None
    doubt: tuple[Text, Text] | None = None


class NotUnderstood(Exception):
    """A cell that does not say what its column asks for: what is wrong, and what would be right."""

    def __init__(self, what: Text, instead: Text) -> None:
        super().__init__(what.msgid)
        self.what, self.instead = what, instead


def refusal(cell: Cell, heading: Heading, example: str) -> NotUnderstood:
    """The usual refusal; `example` is a catalogue source."""
    what = Text("“{raw}”不是能看懂的{name}。", raw=cell.shown[:60], name=Text(heading.column.title))
    return NotUnderstood(what, Text("可以写成 {example}。", example=Text(example)))


def plain_words(cell: Cell, heading: Heading, example: str) -> str:
    """A number's digits, or words on one line without blanks in lower case.

    Raises the usual refusal for anything else.
    """
    if cell.kind == "n":
        return f"{Decimal(cell.value).normalize():f}"
    if cell.kind != "s":
        raise refusal(cell, heading, example)
    try:
        return money.normalised(cell.value)
    except ValueError as error:
        raise refusal(cell, heading, example) from error
