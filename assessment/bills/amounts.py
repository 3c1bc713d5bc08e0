"""Amounts as bills print them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from assessment import money

_MOST = 10**10
"""Fen. What a case can hold; more than that in one line is a slip."""

_AMOUNT = re.compile(
    r"(?:人民币|rmb|cny|[¥￥])?([+-]?)[¥￥]?([0-9][0-9,]*)(?:\.([0-9]{1,2})0*)?(-?)(?:元|/?(?:rmb|cny|人民币))?",
    re.ASCII | re.IGNORECASE,
)
_PLAIN = re.compile(r"(-?)[¥￥]?([0-9]{1,9})(?:\.([0-9]{1,2}))?", re.ASCII)
_LONG = re.compile(r"[+-]?[0-9]+\.[0-9]{3,}(?:e[+-]?[0-9]+)?", re.ASCII | re.IGNORECASE)
_REFUND = re.compile(r"已(?:全额)?退款\(?[¥￥]?([0-9,.]*)\)?")
_BRACKETS = re.compile(r"\(.*\)$")
_LONGEST = 20
_IN_BRACKETS = re.compile(r"^\(([0-9][0-9,.]*)\)$")
_SIGNS = str.maketrans({" ": "", "\u00a0": "", "−": "-", "–": "-"})
_FOREIGN = re.compile("usd|jpy|hkd|eur|gbp|aud|cad|krw|thb|sgd|chf|twd|mop|美元|日元|港币|港元|欧元|英镑|澳元|加元|韩元|泰铢", re.IGNORECASE)  # fmt: skip


def fen_of(text: str) -> int | None:
    """An amount with its sign in fen; None where it is none, or more exact than a fen.

    What stands in brackets behind it, and 人民币, CNY or ¥ before or after it, is left aside; an amount that stands in
    brackets itself, or has its minus behind it, is below nought.
    """
    simple = _PLAIN.fullmatch(text)
    if simple:
        fen = int(simple[2]) * 100 + int((simple[3] or "").ljust(2, "0"))
        return -fen if simple[1] else fen
    return _fen_of_odd(text) if text else None


def _fen_of_odd(text: str) -> int | None:
    plain = _IN_BRACKETS.sub(r"-\1", unicodedata.normalize("NFKC", text).translate(_SIGNS))
    found = _AMOUNT.fullmatch(plain) or _AMOUNT.fullmatch(_BRACKETS.sub("", plain))
    if not found:
        return _from_binary(plain)
    fen = int(found[2].replace(",", "")[:_LONGEST]) * 100 + int((found[3] or "0").ljust(2, "0"))
    return -fen if "-" in {found[1], found[4]} else fen


def _from_binary(plain: str) -> int | None:
    """A spreadsheet's number as it is stored: 28.160000000000004 is 28.16."""
    if not _LONG.fullmatch(plain):
        return None
    fen = float(plain) * 100
    return round(fen) if abs(fen) < 1e14 and abs(fen - round(fen)) < 1e-4 else None


def is_likely(fen: int) -> bool:
    """Whether a line can hold that amount."""
    return abs(fen) <= _MOST


def yuan_of(fen: int) -> Decimal:
    """Yuan, at most as much as a case can hold."""
    return money.to_yuan(min(fen, _MOST))


def is_foreign(text: str) -> bool:
    """Whether an amount or a currency is told in other money than yuan."""
    return bool(_FOREIGN.search(text))


def refunded(amount: str, status: str, gross: int) -> int:
    """How much of an amount a line itself says was given back. Fen."""
    for told in (amount, status):
        if "退款" not in told:
            continue
        found = _REFUND.search(unicodedata.normalize("NFKC", told))
        if found:
            part = fen_of(found[1]) if found[1] else None
            return gross if part is None else min(part, gross)
    return 0
