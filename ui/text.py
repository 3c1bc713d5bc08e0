"""Words on the screen: the language of the session, and every value printed in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from assessment import money
from assessment.report import chinese
from assessment.text import Money, Month, Percent, Text, Value

Language = Literal["zh", "en"]

_LOCALES = Path(__file__).parent.parent / "locales"
_BABEL: dict[Language, str] = {"zh": "zh_CN", "en": "en_GB"}
_language: ContextVar[Language] = ContextVar("language", default="zh")


def speak(language: Language) -> None:
    """From here on, this run speaks `language`."""
    _language.set(language)


def language() -> Language:
    return _language.get()


def _(msgid: str) -> str:
    """The sentence in the session's language; the Chinese source where there is no translation."""
    return msgid if not msgid or _language.get() == "zh" else (_catalogue(_language.get()).get(msgid) or msgid)


@cache
def _catalogue(language: Language) -> dict[str, str]:
    from babel.messages.pofile import read_po

    with (_LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return {message.id: str(message.string) for message in read_po(file) if isinstance(message.id, str)}


def say(text: Text) -> str:
    """The sentence for Markdown: values printed, and whatever a person or a file gave us made inert."""
    return text.fill(_, lambda value: _shown(value, say, inert))


def plain(text: Text) -> str:
    """The sentence as plain text, for charts, tables, labels and files."""
    return text.fill(_, lambda value: _shown(value, plain, str))


def _shown(value: Value, sentence: Callable[[Text], str], untrusted: Callable[[str], str]) -> str:
    match value:
        case Text():
            return sentence(value)
        case Money(yuan):
            return yuan_text(yuan)
        case Percent(fraction):
            return percent(fraction)
        case Month(day):
            return month(day)
        case date():
            return day_text(value)
        case bool() | int():
            return str(value)
    return untrusted(value)


def yuan_text(yuan: Decimal) -> str:
    """¥12,345.60"""
    return money.show(yuan)


def fen_text(fen: int) -> str:
    """Fen as ¥12,345.60"""
    return money.show(money.to_yuan(fen))


def percent(fraction: Decimal | float) -> str:
    """0.1825 as 18.25%"""
    return chinese.percent(fraction)


def day_text(day: date) -> str:
    """2026年3月1日, or 1 March 2026"""
    return chinese.day_text(day) if language() == "zh" else _by_babel(day, "long")


def month(day: date) -> str:
    """2026年3月, or Mar 2026"""
    return chinese.month(day) if language() == "zh" else _by_babel(day, "MMM y")


def _by_babel(day: date, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, _BABEL[language()])


_ADDRESS = re.compile(r"((?<=:)//|(?<=www)\.|@)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@/])")


def inert(text: str) -> str:
    """Text that Markdown shows exactly as it was typed.

    Addresses become links after escapes are resolved, so they are parted by a character without width.
    """
    parted = _ADDRESS.sub("\u2060\\1", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", parted)
