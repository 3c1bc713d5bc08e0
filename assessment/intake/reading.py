"""What reading one cell comes to: a value, perhaps with a doubt, or a refusal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from assessment import money
from assessment.intake.container import Cell
from assessment.layout import Column
from assessment.problems import NotUnderstood
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Above:
    """What a sheet says above a table: the day its day numbers count from, the unit of its amounts, the day it is of."""

    epoch: date
    unit: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a cell: its part of the case, its column, the file's own words for it, and what stands above them."""

    part: str
    column: Column
    words: str
    above: Above

    @property
    def unit(self) -> str:
        """The unit that the header names, else for amounts the one that the sheet names."""
        return unit_hint(self.words) or (self.above.unit if self.column.kind in {"money", "history"} else "")


_IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_PARTS = re.compile(r"[/、,:每]")
_BEFORE_UNIT = re.compile(r"^(?:单位|人民币|rmb|cny)+")
_UNIT = re.compile(r"亿元|万元|千元|百元|亿|万|千|元|角|分|%|‰|‱|万分之|千分之|万分|年|个月|月|期|months|years|k|w")
_UNIT_AT_END = re.compile(r"(?:[/_-]|单位:?)?(万元|千元|百元|亿元|元|万|千|%|‰)$")


def unit_hint(header: str) -> str:
    """The unit that a header names: in brackets such as （万元）, （元/月） or （%）, else at its end, as in 金额/万元."""
    plain = "".join(unicodedata.normalize("NFKC", header).split()).lower()
    for inside in _IN_BRACKETS.findall(plain):
        for part in _PARTS.split(inside):
            word = _BEFORE_UNIT.sub("", part)
            if _UNIT.fullmatch(word):
                return word
    at_end = _UNIT_AT_END.search(plain)
    return at_end[1] if at_end else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell's value; `meant` is how it was understood where it was not plain.

    `doubt` says what custom had to decide and what would be clear; the value is taken all the same.
    `also` are values of other fields that the same cell tells, as 10/12期 tells two.
    """

    value: Any
    meant: Text | None = None
    doubt: tuple[Text, Text] | None = None
    also: Mapping[str, Any] = field(default_factory=dict)


def refusal(cell: Cell, heading: Heading, example: str) -> NotUnderstood:
    """The usual refusal; `example` is a catalogue source."""
    what = Text("“{raw}”不是能看懂的{name}。", raw=cell.shown[:60], name=Text(heading.column.title))
    return NotUnderstood(what, Text("可以写成 {example}。", example=Text(example)))


def because(error: ValueError, cell: Cell, heading: Heading, example: str) -> NotUnderstood:
    """The refusal with the reason that was found; the usual one where none was."""
    return error if isinstance(error, NotUnderstood) else refusal(cell, heading, example)


def plain_words(cell: Cell, heading: Heading, example: str) -> str:
    """A number's digits, or words on one line without blanks in lower case.

    Raises the usual refusal for anything else.
    """
    if cell.kind == "n":
        return f"{Decimal(cell.value).normalize():f}"
    if cell.kind != "s":
        raise refusal(cell, heading, example)
    try:
        return money.normalised(cell.value.lstrip("'"))
    except ValueError as error:
        raise because(error, cell, heading, example) from None
