"""A bill's rows as lines: the day, the amount and which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise

from assessment.bills.amounts import fen_of, is_foreign, is_likely
from assessment.bills.columns import Header, Role, Rows
from assessment.bills.days import day_of, lacks_its_year
from assessment.bills.kinds import IN, NEUTRAL, OUT, Line

_FLOWS: tuple[tuple[str, str], ...] = (
    ("不计", NEUTRAL), ("其", NEUTRAL), ("/", NEUTRAL), ("收", IN), ("贷", IN), ("转入", IN), ("入", IN), ("存", IN), ("c", IN), ("+", IN),
    ("支", OUT), ("付", OUT), ("借", OUT), ("转出", OUT), ("出", OUT), ("取", OUT), ("d", OUT), ("-", OUT),
)  # fmt: skip
_OWN_BOOK = {"收入": IN, "支出": OUT} | dict.fromkeys(
    ("转入", "转出", "转账", "余额变更", "负债变更", "债务变更", "债权变更", "借入", "借出", "收债", "还债"), NEUTRAL
)
"""What a book-keeping app calls its lines."""
_SAID_BESIDE = re.compile(r"[(（](支出|存入|收入|贷|借)[)）]")
_BACK_ON_CARD = re.compile(
    r"^\W*(?:信用卡)?(?:还款|退货|退款|返还|费用返还|冲正|存入|溢缴)|还款|银联入账|^payment|^return", re.IGNORECASE
)
_TOTAL = re.compile("合计|总计|小计|汇总|期初|期末|上期|本期")
_MOSTLY = 0.8


@dataclass
class Found:
    """The lines of a table; the numbers of those that could not be read, and how many were left out and why."""

    lines: list[Line] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    foreign: int = 0
    yearless: int = 0


@dataclass(frozen=True, slots=True)
class Signs:
    """How a table tells which way money went: `by_flow` in a column of its own.

    Where there is none, `bought` is the way of an amount without a minus; `by_words` that no amount has one, and only the words tell;
    `by_kind` that the kind of a line is its way; `outgoing` the sign of what goes out in a column of its own; `by_line`
    the ways worked out from the balances.
    """

    bought: str
    by_flow: bool
    by_words: bool
    by_kind: bool
    outgoing: int
    by_line: Mapping[int, str]


def lines_below(rows: Rows, header: Header, latest: date | None, *, card: bool) -> Found:
    """Every line below the header. `latest` is the last day it can be, for days without a year."""
    found = Found()
    signs = _signs(rows, header, card=card)
    for number, row in enumerate(rows[header.line + 1 :], start=header.line + 2):
        words: dict[Role, str] = {role: row[at] for role, at in header.columns.items() if at < len(row) and row[at]}
        texts = [row[at] for at in header.days if at < len(row) and row[at]]
        if texts or words:
            _take(found, words, _day(texts, latest), texts, number, signs)
    return found


def _take(
    found: Found, words: dict[Role, str], day: date | None, texts: Sequence[str], number: int, signs: Signs
) -> None:
    if is_foreign(words.get("currency", "")) or is_foreign(words.get("amount", "")):
        found.foreign += day is not None
        return
    amount = _amount(words, number, signs)
    if day is None:
        if amount and len(words) >= 3 and not any(map(_TOTAL.search, (*texts, *words.values()))):
            found.unread.append(number)
            found.yearless += any(map(lacks_its_year, texts))
        return
    if amount is None or not is_likely(amount[0]):
        found.unread.append(number)
        return
    found.lines.append(Line(day, *amount, words))


def _day(texts: Sequence[str], latest: date | None) -> date | None:
    """The first day that is told; one without its year lies in that of the next day told, or before `latest`."""
    told = [day_of(text) for text in texts]
    known = next(filter(None, told), None)
    if told and told[0]:
        return told[0]
    return next(filter(None, (day_of(text, known or latest) for text in texts)), None)


def _amount(words: Mapping[Role, str], number: int, signs: Signs) -> tuple[int, str] | None:
    """Fen and which way; by the flow's own column, by two columns of amounts, or by the sign."""
    if "amount" not in words and "paid" not in words:
        return _of_two_columns(words, signs)
    fen = fen_of(words.get("paid") or words.get("amount", ""))
    if fen is None:
        return None
    return abs(fen), _way(words, fen, number, signs)


def _of_two_columns(words: Mapping[Role, str], signs: Signs) -> tuple[int, str] | None:
    incoming, outgoing = fen_of(words.get("in", "")), fen_of(words.get("out", ""))
    if incoming:
        return abs(incoming), IN if incoming > 0 else OUT
    if outgoing:
        return abs(outgoing), OUT if outgoing * signs.outgoing > 0 else IN
    return None if incoming is None and outgoing is None else (0, NEUTRAL)


def _way(words: Mapping[Role, str], fen: int, number: int, signs: Signs) -> str:
    if signs.by_flow:
        return way_of(words.get("flow", ""))
    if signs.by_kind:
        return _OWN_BOOK.get(words.get("kind", ""), NEUTRAL)
    beside = _SAID_BESIDE.search(words.get("paid") or words.get("amount", ""))
    if beside:
        return way_of(beside[1])
    if number in signs.by_line:
        return signs.by_line[number]
    if signs.by_words:
        told = words.get("goods") or words.get("kind") or ""
        return IN if _BACK_ON_CARD.search(told) else OUT
    other = IN if signs.bought == OUT else OUT
    return signs.bought if fen >= 0 else other


@cache
def way_of(flow: str) -> str:
    """Which way a flow's word means; neither for 不计收支 and the like."""
    word = flow.strip().lower()
    return next((way for start, way in _FLOWS if word.startswith(start)), NEUTRAL)


def _signs(rows: Rows, header: Header, *, card: bool) -> Signs:
    if "flow" in header.columns:
        return Signs(OUT, by_flow=True, by_words=False, by_kind=False, outgoing=1, by_line={})
    amounts = list(_column(rows, header, "amount"))
    negative = any(fen < 0 for _number, fen in amounts)
    plain = not negative and bool(amounts)
    out = [fen for _number, fen in _column(rows, header, "out")]
    return Signs(
        bought=OUT if card else IN,
        by_flow=False,
        by_words=card and plain,
        by_kind=_kinds_are_ways(rows, header),
        outgoing=-1 if sum(fen < 0 for fen in out) * 2 > len(out) else 1,
        by_line=_by_balance(rows, header, amounts) if plain and not card else {},
    )


def _kinds_are_ways(rows: Rows, header: Header) -> bool:
    at = header.columns.get("kind", -1)
    kinds = [row[at] for row in rows[header.line + 1 :] if 0 <= at < len(row) and row[at]]
    return bool(kinds) and sum(kind in _OWN_BOOK for kind in kinds) >= _MOSTLY * len(kinds)


def _column(rows: Rows, header: Header, role: Role) -> Iterator[tuple[int, int]]:
    at = header.columns.get(role)
    if at is None:
        return
    for number, row in enumerate(rows[header.line + 1 :], start=header.line + 2):
        fen = fen_of(row[at]) if at < len(row) and row[at] else None
        if fen is not None:
            yield number, fen


def _by_balance(rows: Rows, header: Header, amounts: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Which way each unsigned amount went, by the balances before and after it; nothing where they do not fit.

    The first line in time has no balance before it; it stays to the sign.
    """
    balances = dict(_column(rows, header, "balance"))
    listed = [(number, fen, balances[number]) for number, fen in amounts if number in balances]
    for ordered in (listed, listed[::-1]):
        ways = {
            number: IN if balance > before else OUT
            for (_earlier, _sum, before), (number, fen, balance) in pairwise(ordered)
            if abs(balance - before) == fen
        }
        if len(ways) >= _MOSTLY * (len(listed) - 1) and len(ways) > 1:
            return ways
    return {}


def is_card_table(rows: Rows, header: Header, before: str) -> bool:
    """Whether a bank's table is a credit card's: its title, its header or its balances say so."""
    columns = header.columns
    if re.search("借记|储蓄|活期", before):
        return False
    if columns.keys().isdisjoint({"balance", "flow", "in"}):
        return bool(re.search("信用卡|贷记卡|账单日|最低还款", before)) or "tail" in columns or len(header.days) > 1
    balances = [fen for _number, fen in _column(rows, header, "balance") if fen]
    if len(balances) > 1:
        return sum(fen < 0 for fen in balances) > _MOSTLY * len(balances)
    return bool(re.search("信用卡|贷记卡", before))
