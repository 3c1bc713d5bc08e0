"""Sentences not yet in any language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from string import Formatter


@dataclass(frozen=True, slots=True)
class Money:
    """An amount inside a sentence. Yuan."""

    yuan: Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """A share or a rate inside a sentence. A fraction: 0.1825 is said as 18.25%."""

    fraction: Decimal


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month inside a sentence. Any day of it."""

    day: date


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """A sentence with named gaps: the Chinese source and the values that fill it.

    A `str` value is something a person or a file gave us, and is never trusted by whoever says it.
    """

    msgid: str
    values: tuple[tuple[str, Value], ...]

    def __init__(self, msgid: str, /, **values: Value) -> None:
        object.__setattr__(self, "msgid", msgid)
        object.__setattr__(self, "values", tuple(values.items()))

    def fill(self, translate: Callable[[str], str], shown: Callable[[Value], str]) -> str:
        """The sentence in one language: `translate` turns the source, `shown` prints each value."""
        return translate(self.msgid).format_map({name: shown(value) for name, value in self.values})


Value = str | int | date | Money | Percent | Month | Text


def label(msgid: str) -> str:
    """A short name kept as its Chinese source, marked so that the catalogue finds it."""
    return msgid


def unfilled(msgid: str) -> Text:
    """A source whose gaps stay gaps, for whoever fills them once it is said."""
    names = [gap for _words, gap, _form, _conversion in Formatter().parse(msgid) if gap]
    return Text(msgid, **{name: f"{{{name}}}" for name in names})


def verbatim(msgid: str) -> Text:
    """Words of a rule as a sentence; a person's own rule may hold braces."""
    return Text(msgid.replace("{", "{{").replace("}", "}}"))
