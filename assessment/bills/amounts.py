"""Amounts and days as bills print them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_AMOUNT = re.compile(
    r"(?:人民币|rmb|cny|[¥￥])?([+-]?)(?:[¥￥])?([0-9,]+)(?:\.([0-9]{1,2})0*)?元?(?:\(cny?\))?",
    re.ASCII | re.IGNORECASE,
)
_REFUND = re.compile(r"已(?:全额)?退款\(?[¥￥]?([0-9,.]*)\)?")
_BRACKETS = re.compile(r"\(.*\)$")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})", re.ASCII)
_RUN_TOGETHER = re.compile(r"(20\d{2})(\d{2})(\d{2})(?!\d)", re.ASCII)
_SERIAL = re.compile(r"([34]\d{4}|5[0-9]{4})(?:\.\d+)?", re.ASCII)
_EPOCH = date(1899, 12, 30)


def fen_of(text: str) -> int | None:
    """An amount with its sign in fen; None where it is none. What stands in brackets behind it is left aside."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace("−", "-")
    found = _AMOUNT.fullmatch(_BRACKETS.sub("", plain)) or _AMOUNT.fullmatch(plain)
    if not found:
        return None
    digits = found[2].replace(",", "")
    if not digits:
        return None
    fen = int(digits) * 100 + int((found[3] or "0").ljust(2, "0"))
    return -fen if found[1] == "-" else fen


def refunded(amount: str, status: str, gross: int) -> int:
    """How much of an amount a line itself says was given back. Fen."""
    for told in (amount, status):
        found = _REFUND.search(unicodedata.normalize("NFKC", told))
        if found:
            part = fen_of(found[1]) if found[1] else None
            return gross if part is None else min(part, gross)
    return 0


def day_of(text: str) -> date | None:
    """The day a line tells; None where it tells none."""
    found = _DAY.search(text) or _RUN_TOGETHER.match(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
        serial = _SERIAL.fullmatch(text)
        return _EPOCH + timedelta(days=int(serial[1])) if serial else None
    except ValueError:
        return None
