"""Amounts, days and words as a credit report prints them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assessment.bills.printed import in_plain_signs

_DASHES = str.maketrans(dict.fromkeys("—–―‒−", "-"))
_STARS = str.maketrans(dict.fromkeys("★☆※＊", "*"))
_DAY = re.compile(r"(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})")
_MONTH = re.compile(r"(\d{4})[年.\-/](\d{1,2})月?(?![.\-/\d])")
_AMOUNT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]{1,2})?")
_MOST = Decimal(100_000_000)
_PAGE = re.compile(r"第\s*\d+\s*页\s*[,，/]?\s*共\s*\d+\s*页|(?m:^\s*\d+\s*/\s*\d+\s*$)|(?m:^\s*-\s*\d+\s*-\s*$)")
_BLANK = re.compile(r"[\s\u200b\ufeff]+")


def evened(text: str) -> str:
    """A text in one width, without its pages' numbers; signs some PDFs keep as radicals are what they stand for."""
    plain = in_plain_signs(text).translate(_DASHES).translate(_STARS)
    return _PAGE.sub("\n", plain)


def joined(text: str) -> str:
    """A text without its blanks and line ends."""
    return _BLANK.sub("", text)


def amount(text: str) -> Decimal | None:
    """Yuan, at most as much as a case can hold; None where nothing is told (`--`)."""
    found = _AMOUNT.search(text)
    return min(Decimal(found[0].replace(",", "")), _MOST) if found else None


def day(text: str) -> date | None:
    """The first day a text tells; None where it tells none, or one that is not in the calendar."""
    found = _DAY.search(text)
    return _made(found[1], found[2], found[3]) if found else None


def day_or_month(text: str) -> date | None:
    """The first day a text tells, or the first day of the month where it tells but a month."""
    told = day(text)
    found = _MONTH.search(text)
    return told or (_made(found[1], found[2], "1") if found else None)


def _made(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
