"""Cells that hold a share or how many times."""

from __future__ import annotations

import re
from decimal import Decimal

from assessment import money
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, Reading, plain_words, refusal
from assessment.text import Percent, Text, label

_NUMBER = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,30})?)(%|倍)?", re.ASCII)
_TENTHS = re.compile(r"([0-9](?:\.[0-9]+)?|[一二两三四五六七八九十])成(?:([0-9]|[一二三四五六七八九半]))?", re.ASCII)
_RAISED = re.compile(r"(?:罚息)?(?:利率)?(?:上浮|加收)([0-9]{1,3})%", re.ASCII)
_SURELY_PERCENT = 10


def read_number(cell: Cell, heading: Heading) -> Reading:
    """How many times: 1.5, 150%, 上浮50%."""
    text = plain_words(cell, heading, label("1.5"))
    if found := _RAISED.fullmatch(text):
        times = 1 + Decimal(found[1]) / 100
        return Reading(times, Text("{times} 倍", times=f"{times:f}"))
    found = _NUMBER.fullmatch(text)
    if not found:
        raise refusal(cell, heading, label("1.5"))
    return Reading(Decimal(found[1]) / (100 if found[2] == "%" else 1))


def read_share(cell: Cell, heading: Heading) -> Reading:
    """A share: 85%, 0.85, 八成; a bare 85 is taken as per cent and asked about."""
    text = plain_words(cell, heading, label("85% 或 八成"))
    if found := _TENTHS.fullmatch(text):
        return _share(_tenths(found[1]) / 10 + _tenths(found[2] or "0") / 100)
    found = _NUMBER.fullmatch(text)
    if not found or found[2] == "倍":
        raise refusal(cell, heading, label("85% 或 八成"))
    share = Decimal(found[1]) / (100 if found[2] == "%" else 1)
    if share <= _SURELY_PERCENT:
        return Reading(share)
    share /= 100
    what = Text("“{raw}”没有百分号，按 {share} 读。", raw=cell.shown, share=Percent(share))
    return Reading(share, Text("{share}", share=Percent(share)), (what, Text("请核对。")))


def _tenths(text: str) -> Decimal:
    if text == "半":
        return Decimal(5)
    return money.chinese_number(text) or Decimal(0) if not text[0].isascii() else Decimal(text)


def _share(share: Decimal) -> Reading:
    return Reading(share, Text("{share}", share=Percent(share)))
