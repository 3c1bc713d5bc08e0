"""Sentences and values in English, out of the catalogue, for the command line, for files, and for the screen."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from assessment.report import chinese
from assessment.text import Month, Text, Value

_CATALOGUE = Path(__file__).parent.parent.parent / "locales" / "en" / "LC_MESSAGES" / "messages.po"
_LOCALE = "en_GB"


def english(text: Text) -> str:
    """The sentence in English; the Chinese source where there is no translation."""
    return text.fill(translated, shown)


def translated(msgid: str) -> str:
    """A source sentence in English; itself where there is no translation."""
    return (_catalogue().get(msgid) or msgid) if msgid else msgid


@cache
def _catalogue() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with _CATALOGUE.open("rb") as file:
        return {message.id: str(message.string) for message in read_po(file) if isinstance(message.id, str)}


def shown(value: Value) -> str:
    """One value as it is printed in English."""
    match value:
        case Text():
            return english(value)
        case Month(day):
            return month(day)
        case date():
            return day_text(value)
    return chinese.shown(value)


def day_text(day: date) -> str:
    """1 March 2026"""
    return _by_babel(day, "long")


def month(day: date) -> str:
    """Mar 2026"""
    return _by_babel(day, "MMM y")


def _by_babel(day: date, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, _LOCALE)
