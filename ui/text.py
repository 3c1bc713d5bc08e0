"""Words on the screen: the language of the session, and every value printed in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from typing import Literal

from assessment import money
from assessment.report import chinese, english
from assessment.text import Money, Month, Percent, Text, Value

Language = Literal["zh", "en"]

_language: ContextVar[Language] = ContextVar("language", default="zh")
Amounts = Literal["exact", "rounded", "hidden"]
"""How amounts are printed: to the fen, as about so much, or not at all."""
_amounts: ContextVar[Amounts] = ContextVar("amounts", default="exact")
_UNSAID = "¥•••"


def speak(language: Language) -> None:
    """From here on, this run speaks `language`."""
    _language.set(language)


def language() -> Language:
    return _language.get()


def later(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Work for when the page has been written, as a download is: it still speaks the language of now."""
    spoken, amounts = language(), _amounts.get()

    def done() -> bytes:
        with printed(spoken, amounts):
            return work()

    return done


def amounts_as(amounts: Amounts) -> None:
    """From here on, this run prints amounts like that."""
    _amounts.set(amounts)


@contextmanager
def printed(language: Language, amounts: Amounts) -> Iterator[None]:
    """Prints in a language and with amounts of another's, for as long as it lasts."""
    before = _language.set(language), _amounts.set(amounts)
    try:
        yield
    finally:
        _language.reset(before[0])
        _amounts.reset(before[1])


def _(msgid: str) -> str:
    """The sentence in the session's language; the Chinese source where there is no translation."""
    return msgid if _language.get() == "zh" else english.translated(msgid)


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


def sentences(*said: str) -> str:
    """Whole sentences one after the other, as the language writes them."""
    return (" " if language() == "en" else "").join(filter(None, said))


def yuan_text(yuan: Decimal) -> str:
    """¥12,345.60; 约¥12,000 or nothing but the sign where amounts are not for all to see."""
    match _amounts.get():
        case "hidden":
            return _UNSAID
        case "rounded" if yuan:
            return _("约{amount}").format(amount=money.show(money.coarse(yuan)).removesuffix(".00"))
    return money.show(yuan)


def fen_text(fen: int) -> str:
    """Fen as `yuan_text` prints them."""
    return yuan_text(money.to_yuan(fen))


def short_yuan(yuan: Decimal) -> str:
    """An amount for axes and labels: 1.23万; two digits, or none, where amounts are not for all to see."""
    return "•••" if hidden() else money.short(as_seen(yuan))


def as_seen(yuan: Decimal) -> Decimal:
    """An amount for a place that prints it by itself: coarse where amounts are not for all to see."""
    return yuan if exact() else money.coarse(yuan)


def exact() -> bool:
    """Whether amounts are for all to see."""
    return _amounts.get() == "exact"


def hidden() -> bool:
    """Whether no amount is to be seen."""
    return _amounts.get() == "hidden"


def drawn(yuan: float) -> float:
    """A height or a length, near enough for the eye where amounts are not for all to see."""
    return yuan if exact() else float(money.coarse(Decimal(yuan), 3))


def percent(fraction: Decimal | float) -> str:
    """0.1825 as 18.25%"""
    return chinese.percent(fraction)


def day_text(day: date) -> str:
    """2026年3月1日, or 1 March 2026"""
    return chinese.day_text(day) if language() == "zh" else english.day_text(day)


def month(day: date) -> str:
    """2026年3月, or Mar 2026"""
    return chinese.month(day) if language() == "zh" else english.month(day)


_ADDRESS = re.compile(r"((?<=:)//|(?<=www)\.|@)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@/])")


def inert(text: str) -> str:
    """Text that Markdown shows exactly as it was typed.

    Addresses become links after escapes are resolved, so they are parted by a character without width.
    """
    parted = _ADDRESS.sub("\u2060\\1", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", parted)
