"""A bill's rows as entries: refunds set off, closed orders left out, moves between own accounts apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.bills.amounts import fen_of
from assessment.bills.columns import Header, Rows, header_in
from assessment.bills.creditors import bank_in
from assessment.bills.days import latest_in, period_in
from assessment.bills.kinds import IN, OUT, OWN_BOOKS, WALLETS, Book, Line, entry_of
from assessment.bills.ledger import Bill, Entry, Statement
from assessment.bills.lines import Found, is_card_table, lines_below
from assessment.bills.printed import printed_rows
from assessment.bills.refunds import Netting, may_refund, says_refund, told_back
from assessment.text import Text

_CLOSED = re.compile("关闭|失败|已取消|待付款|等待付款|对方已退还|已退还|已过期|已撤销|已冲正|解冻|冻结")
_TOTAL = re.compile(
    r"(?<!待)(收入|支出)[:：].{0,3}?[0-9]+\s*笔[^0-9]*(?:\([^)]*\)|（[^）]*）)?[，, ]*([0-9,]+\.[0-9]{2})"
)
_OWNER = re.compile(r"(?:姓名|户名|客户姓名|账户名|客户名称|账户名称)\s*[:：]\s*\[?([^\s,，\]]{2,10})")
_PLATFORMS = (
    ("支付宝", "支付宝（中国）|支付宝交易|支付宝账户|支付宝.{0,6}回单"), ("微信", "微信支付账单|微信昵称"), ("京东", "京东账号|京东交易"), ("美团", "美团交易|美团用户|美团账单"),
    ("随手记", "随手记"), ("挖财", "挖财"),
)  # fmt: skip
_BY_HEADER = (
    ("支付宝", frozenset({"收/付款方式", "交易分类"})), ("支付宝", frozenset({"交易号", "资金状态"})), ("微信", frozenset({"交易单号", "商户单号", "当前状态"})),
    ("京东", frozenset({"商户名称", "交易说明", "收/付款方式"})), ("美团", frozenset({"交易成功时间", "订单标题"})), ("挖财", frozenset({"支出大类", "消费金额"})), ("挖财", frozenset({"收入大类", "收入金额"})),
    ("随手记", frozenset({"交易类型", "子类别", "关联Id"})), ("随手记", frozenset({"一级分类", "二级分类", "成员"})),
)  # fmt: skip
_LAST_LINES = 40
_STATED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words})[^0-9¥￥]{{0,12}}[¥￥]?\s*([0-9][0-9,]*\.?[0-9]*)"))
    for name, words in (
        ("owed", "本期应还款?总?额|本期应还金额|本期账单金额|本期全部应还款?额|应还款额|本期人民币欠款总计"), ("minimum", "最低还款额|最低应还款?额"),
    )
)  # fmt: skip
_DUE = re.compile(r"(?:到期还款日|最后还款日|还款到期日)[^0-9]{0,8}\d{4}[-/.年]\d{1,2}[-/.月](\d{1,2})")


@dataclass(slots=True)
class _Read:
    """A table's entries and what was left out of them; `sums` are what its two sums can mean."""

    entries: tuple[Entry, ...]
    closed: int
    refunds: int
    sums: dict[str, tuple[int, ...]]


def bill_in(rows: Rows, title: str = "") -> Bill | None:
    """The bill that rows of words hold; None where they hold none."""
    header = header_in(rows)
    if header is None:
        return None
    before = f"{title}\n" + "\n".join(" ".join(row) for row in rows[: header.line])
    after = "\n".join(" ".join(row) for row in rows[header.line + 1 :][-_LAST_LINES:] if sum(map(bool, row)) <= 2)
    around = f"{before}\n{after}"
    book = _book(rows, header, before, around)
    found = lines_below(rows, header, latest_in(around), card=bool(book.card))
    if not found.lines and not found.yearless:
        return None
    return _bill(book, found, _read(book, found.lines), around)


def printed_bill(text: str) -> Bill | None:
    """The bank's statement that a document's text holds; None where it holds none, or its balances do not prove it."""
    rows = printed_rows(text)
    return bill_in(rows) if rows else None


def _bill(book: Book, found: Found, read: _Read, around: str) -> Bill:
    told = _totals(around)
    period = period_in(around)
    days = [entry.day for entry in read.entries]
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    counted = tuple(_nearest(read.sums[way], said) for way, said in zip((IN, OUT), told, strict=True))
    return Bill(
        platform=book.platform,
        since=min(period.since, first) if period and days else first,
        until=max(period.until, last) if period and days else last,
        stated=period is not None,
        entries=read.entries,
        lines=len(found.lines),
        closed=read.closed,
        refunds=read.refunds,
        foreign=found.foreign,
        unread=tuple(found.unread),
        told=told,
        counted=(counted[0], counted[1]),
        statement=_statement(book.card, around) if book.card else None,
        notes=tuple(_notes(book.platform, found)),
    )


def _book(rows: Rows, header: Header, before: str, around: str) -> Book:
    platform = _platform(around, frozenset(rows[header.line]))
    if platform in WALLETS | OWN_BOOKS:
        return Book(platform, _owner(before))
    card = is_card_table(rows, header, before)
    bank = platform or _bank(rows, header)
    return Book(f"{bank}信用卡" if card else bank, _owner(before), f"{bank}信用卡" if card else "")


def _platform(around: str, names: frozenset[str]) -> str:
    told = next((name for name, pattern in _PLATFORMS if re.search(pattern, around)), "")
    if told:
        return told
    by_header = next((name for name, words in _BY_HEADER if words <= names), "")
    return by_header or bank_in(around.replace(" ", ""))


def _bank(rows: Rows, header: Header) -> str:
    """A bank by how its header is worded, where nothing around it names one."""
    words = frozenset(word.replace(" ", "") for word in rows[header.line])
    known = (
        ("工商银行", {"交易国家或地区简称"}), ("建设银行", {"交易地点/附言"}), ("农业银行", {"本次余额", "对手信息"}), ("中国银行", {"对方卡号/账号"}),
        ("招商银行", {"联机余额"}), ("招商银行", {"交易地金额"}), ("中信银行", {"卡末四位", "结算金额"}), ("浦发银行", {"交易对手账号", "附言"}),
        ("广发银行", {"入账货币", "交易货币"}), ("交通银行", {"入账币种/金额"}), ("民生银行", {"凭证号码", "现转标志"}),
        ("交通银行", {"借贷", "交易地点"}),
    )  # fmt: skip
    return next((name for name, marks in known if marks <= words), "")


def _owner(before: str) -> str:
    found = _OWNER.search(before)
    return found[1] if found and found[1].isalpha() and not found[1].isascii() else ""


def _read(book: Book, lines: Sequence[Line]) -> _Read:
    held = [line for line in lines if not _is_closed(line)]
    refunds = [line for line in held if says_refund(book, line)]
    given_back = [*refunds, *(line for line in held if may_refund(book, line) and not says_refund(book, line))]
    aside = frozenset(map(id, given_back))
    netting = Netting(given_back)
    for line in lines:
        if _is_closed(line):
            netting.close(line)
        elif id(line) not in aside:
            netting.pay(line, entry_of(book, line, line.gross - told_back(line)))
    for line in given_back:
        if not netting.set_off(line):
            netting.entries.append(_unmatched(book, line))
    entries = sorted((entry for entry in netting.entries if entry.gross), key=lambda entry: entry.day)
    sums = _sums(held, refunds, netting.entries)
    return _Read(tuple(entries), len(lines) - len(held), len(refunds), sums)


def _is_closed(line: Line) -> bool:
    return bool(_CLOSED.search(line.words.get("status", "")))


def _unmatched(book: Book, line: Line) -> Entry:
    """A refund of something bought before the bill begins; money in on a card that says nothing repays it."""
    if says_refund(book, line):
        return entry_of(book, line, line.gross)._replace(kind="refunded", category="", source="", creditor="", words="")
    return entry_of(book, line, line.gross)


def _sums(held: Sequence[Line], refunds: Sequence[Line], entries: Sequence[Entry]) -> dict[str, tuple[int, ...]]:
    """What an export's own sum of a way can be: with refunds or without, gross or net, with repayments or without."""
    repaid = sum(entry.fen for entry in entries if entry.kind == "repaid")
    made: dict[str, tuple[int, ...]] = {}
    for way in (IN, OUT):
        own = [line for line in held if line.way == way]
        back = sum(line.gross for line in refunds if line.way == way)
        gross = sum(line.gross for line in own)
        net = gross - sum(map(told_back, own))
        sums = [net - back, gross - back, net, gross]
        made[way] = tuple(sums + [each - repaid for each in sums] if way == OUT else sums)
    return made


def _nearest(sums: Sequence[int], said: int | None) -> int:
    return sums[0] if said is None else min(sums, key=lambda each: abs(each - said))


def _totals(words: str) -> tuple[int | None, int | None]:
    told = {found[1]: fen_of(found[2]) for found in _TOTAL.finditer(words)}
    return told.get("收入"), told.get("支出")


def _statement(card: str, around: str) -> Statement:
    told = {name: found for name, pattern in _STATED if (found := pattern.search(around))}
    due = _DUE.search(around)
    owed, minimum = (fen_of(told[name][1]) if name in told else None for name in ("owed", "minimum"))
    return Statement(card, owed, minimum, int(due[1]) if due and 1 <= int(due[1]) <= 31 else None)


def _notes(platform: str, found: Found) -> Iterator[Text]:
    if platform == "京东":
        yield Text("京东的账单不含白条、金条的费用和剩余本金，请到“白条”“金条”里查。")
    if found.foreign:
        yield Text("有 {count} 行是外币，没有算。", count=found.foreign)
