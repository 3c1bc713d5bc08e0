"""Amounts and days as a credit report prints them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

_RADICALS = str.maketrans(
    "戶⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻱", "户民母西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟"
)
_DAY = re.compile(r"(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})")
_AMOUNT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]{1,2})?")


def evened(text: str) -> str:
    """A text in one width; signs that some PDFs keep as radicals are the characters they stand for."""
    return unicodedata.normalize("NFKC", text).translate(_RADICALS)


def amount(text: str) -> Decimal | None:
    """Yuan; None where nothing is told (`--`)."""
    found = _AMOUNT.search(text)
    return Decimal(found[0].replace(",", "")) if found else None


def day(text: str) -> date | None:
    """The first day a text tells; None where it tells none, or one that is not in the calendar."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
