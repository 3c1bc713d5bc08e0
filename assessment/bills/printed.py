"""A bank's statement whose table was printed (a PDF's text) as rows again, where its balances prove that they are right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from assessment.bills.amounts import fen_of
from assessment.bills.columns import Rows
from assessment.bills.days import day_of

_MARKS = re.compile("交易明细|历史明细|交易流水|对账单|账户明细|活期明细|银行流水|交易清单")
_DAY = re.compile(r"((?:19|20)\d{2}[-/.]\d{2}[-/.]\d{2}|(?:19|20)\d{6})(?:\s?\d{2}:?\d{2}:?\d{2})?")
_SUM = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}", re.ASCII)
_FLOW = re.compile("借|贷|收入|支出|收|支")
_TORN_DAY = re.compile(r"((?:19|20)\d{2}[-/.])\s*(\d{2}[-/.])\s*(\d{2})(?!\d)")
_BETWEEN_WORDS = re.compile("(?<=[一-龥]) (?=[一-龥])")
_NUMBER = re.compile(r"[\d*:.\-/]+")
_HEADER = ("交易日期", "交易金额", "余额", "摘要", "对方户名")
_WAY = "收/支"
_FEWEST = 3
_PROVEN = 0.9
_MOST_ROWS = 20_000
_MOST_ABOVE = 15
_RADICALS = str.maketrans(
    "戶⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻱⺒⺎⻁⻖⺮⻳",
    "户民母西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟巳兀虎阝竹龟",
)
_NO_WORD = re.compile(r"-+|\(空\)|[钞汇]")
_OF_THE_ACCOUNT = re.compile("活期(?:储蓄)?|人民币元?[钞汇]?|CNY|RMB|本币")
"""Words of cells that say nothing of what a line was."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """One line of the table: its day, its first two sums and its words; `flow` where it says which way it went."""

    day: str
    amount: str
    balance: str
    flow: str
    words: str


def in_plain_signs(text: str) -> str:
    """A text in one width; signs that some PDFs keep as radicals are the characters they stand for."""
    return unicodedata.normalize("NFKC", text).translate(_RADICALS)


def printed_rows(text: str) -> Rows | None:
    """The rows of a printed statement below what stands above them; None where the balances do not follow from each other.

    A line's day comes first, its amount and the balance after it in this order. Nothing is believed that the balances
    do not prove: nine in ten must follow from the one before, upwards or downwards.
    """
    plain = _TORN_DAY.sub(r"\1\2\3", in_plain_signs(text))
    if not _MARKS.search(plain.replace(" ", "")):
        return None
    for told in (_by_line(plain), _by_day(plain)):
        printed = list(told)[:_MOST_ROWS]
        if len(printed) >= _FEWEST and _proven(printed):
            return [[_above(plain)], *_as_rows(printed)]
    return None


def _above(plain: str) -> str:
    """What stands above the table: whose it is, and of which days."""
    above = takewhile(lambda line: not any(map(_SUM.fullmatch, line.split())), plain.splitlines()[:_MOST_ABOVE])
    return " ".join(word for line in above for word in line.split())


def _by_line(plain: str) -> Iterator[_Printed]:
    """Rows that stand whole in a line each; a line without a day belongs to the row above it."""
    row: list[str] = []
    for line in plain.splitlines():
        tokens = line.split()
        if any(map(_starts_with_day, tokens)) and sum(bool(_SUM.fullmatch(token)) for token in tokens) > 1:
            yield from _row(row)
            row = tokens
        elif row and not any(map(_starts_with_day, tokens)):
            row += tokens
    yield from _row(row)


def _by_day(plain: str) -> Iterator[_Printed]:
    """Rows whose cells stand each in a line: from one day to the next."""
    row: list[str] = []
    for token in plain.split():
        if _starts_with_day(token):
            yield from _row(row)
            row = []
        row.append(token)
    yield from _row(row)


def _starts_with_day(token: str) -> bool:
    found = _DAY.match(token)
    return found is not None and day_of(found[1]) is not None and not _SUM.fullmatch(token)


def _row(tokens: Sequence[str]) -> Iterator[_Printed]:
    day = next((found[1] for token in tokens if (found := _DAY.match(token))), "")
    sums = [place for place, token in enumerate(tokens) if _SUM.fullmatch(token)]
    if not day or len(sums) < 2:
        return
    flow = next((token for token in tokens if _FLOW.fullmatch(token)), "")
    words = [token for place, token in enumerate(tokens) if place not in sums[:2] and not _NUMBER.fullmatch(token)]
    told = (word for word in words if not _NO_WORD.fullmatch(word))
    joined = _OF_THE_ACCOUNT.sub(" ", _BETWEEN_WORDS.sub("", " ".join(told)))
    yield _Printed(day, tokens[sums[0]], tokens[sums[1]], flow, " ".join(joined.split()))


def _proven(printed: Sequence[_Printed]) -> bool:
    """Whether balances follow from each other, one way or the other."""
    moves = [(abs(fen_of(line.amount) or 0), fen_of(line.balance) or 0) for line in printed]
    for ordered in (moves, moves[::-1]):
        good = sum(abs(balance - before) == amount for (_sum, before), (amount, balance) in pairwise(ordered))
        if good >= _PROVEN * (len(moves) - 1):
            return True
    return False


def _as_rows(printed: Sequence[_Printed]) -> Iterator[list[str]]:
    """The header and the rows, with a way of their own where every line tells one; else the sign or the balance does."""
    told = all(line.flow for line in printed)
    yield [*_HEADER, _WAY] if told else list(_HEADER)
    for line in printed:
        row = [line.day, line.amount, line.balance, line.words, line.words]
        yield [*row, line.flow] if told else row
