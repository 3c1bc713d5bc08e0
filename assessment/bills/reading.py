"""A bill's rows as entries: refunds netted, closed orders left out, moves between own accounts apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assessment.bills.amounts import day_of, fen_of, refunded
from assessment.bills.categories import category_of
from assessment.bills.columns import Role, Rows, header_in
from assessment.bills.creditors import creditor_in
from assessment.bills.ledger import Bill, Entry, Kind
from assessment.text import Text

_CLOSED = re.compile("关闭|失败|已取消|待付款|等待付款|对方已退还|已撤销|已冲正|解冻|冻结")
_REFUND = re.compile("退款|退货")
_REPAY = re.compile("还款|还贷|还信用|月供|代扣.{0,4}贷|贷.{0,4}代扣|分期扣|扣款还|本息|逾期")
_BORROWED = re.compile("放款|借款到账|贷款到账|贷款发放|借款发放|个人贷款$|取现到账")
_MOVED = re.compile(
    "零钱通|零钱提现|零钱充值|余额宝|余利宝|理财通|理财|基金|转存|定期|活期|买入|卖出|转入到|转出到|提现|充值-|账户充值|余额充值|"
    "本人|自己|信用卡还款退|小金库|小荷包|证券|股票|结售汇|银证"
)
_WAGE = re.compile(
    "工资|薪|代发|奖金|劳务|佣金|提成|补贴|津贴|养老|退休|社保|低保|失业金|救助|报酬|绩效|年终|骑手|配送费|收入结算|公积金提取|报销"
)
_PERSON = re.compile("转账|红包|群收款|亲属卡|亲情卡|扫码|收款|赞赏|代付")
_CREDIT = re.compile("花呗|白条|月付|先享后付|信用卡|分付|信用购")
_TOTAL = re.compile(r"(收入|支出)[:：].{0,3}?[0-9]+\s*笔[^0-9]*(?:\([^)]*\)|（[^）]*）)?[，, ]*([0-9,]+\.[0-9]{2})")
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})[^\d]*(?:\d{2}:\d{2}:\d{2})?[^\d]{0,16}(\d{4}-\d{2}-\d{2})")
_OWNER = re.compile(r"(?:姓名|户名|客户姓名|账户名|客户名称)\s*[:：]\s*\[?([^\s,，\]]{2,10})")
_PLATFORMS = (
    ("支付宝", "支付宝"), ("微信支付", "微信"), ("微信", "微信"), ("京东", "京东"), ("美团", "美团"), ("工商银行", "工商银行"), ("建设银行|ConstructionBank", "建设银行"),
    ("农业银行", "农业银行"), ("中国银行", "中国银行"), ("招商银行", "招商银行"), ("交通银行", "交通银行"), ("中信银行", "中信银行"), ("浦发银行|浦东发展", "浦发银行"),
    ("民生银行", "民生银行"), ("邮政储蓄|邮储", "邮储银行"), ("平安银行", "平安银行"), ("兴业银行", "兴业银行"), ("光大银行", "光大银行"), ("广发银行", "广发银行"),
)  # fmt: skip
_CARD_STATEMENT = re.compile("信用卡|贷记卡|账单日|最低还款")
_DIGITS = re.compile(r"\d{5,}")
_IN, _OUT, _NEUTRAL = "in", "out", ""
_FLOWS = {"收入": _IN, "收": _IN, "贷": _IN, "cr": _IN, "支出": _OUT, "支": _OUT, "付": _OUT, "借": _OUT, "dr": _OUT}
_LONGEST = 60


@dataclass(slots=True)
class _Line:
    """One line's words by role."""

    day: date
    gross: int
    way: str
    words: Mapping[Role, str]

    @property
    def told(self) -> str:
        return " ".join(self.words.get(role, "") for role in ("kind", "goods", "party", "note"))


@dataclass(slots=True)
class _Reading:
    """What is gathered while a bill is read."""

    owner: str
    card: bool
    entries: list[Entry] = field(default_factory=list)
    orders: dict[str, int] = field(default_factory=dict)
    closed_orders: set[str] = field(default_factory=set)
    self_refunded: set[str] = field(default_factory=set)
    refunds: list[tuple[str, _Line]] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    closed: int = 0
    lines: int = 0
    counted: dict[str, int] = field(default_factory=lambda: {_IN: 0, _OUT: 0, _NEUTRAL: 0})


def bill_in(rows: Rows, title: str = "") -> Bill | None:
    """The bill that rows of words hold; None where they hold none."""
    header = header_in(rows)
    if header is None:
        return None
    place, columns = header
    before = "\n".join(" ".join(row) for row in rows[:place])
    after = "\n".join(" ".join(row) for row in rows[place + 1 :][-40:] if sum(map(bool, row)) <= 2)
    names = " ".join(rows[place])
    reading = _Reading(_owner(before), _is_card(f"{title} {before}", columns))
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        _take(reading, columns, row, number)
    if not reading.lines:
        return None
    _net_refunds(reading)
    entries = tuple(sorted((each for each in reading.entries if each.fen), key=lambda each: each.day))
    since, until = _period(f"{before}\n{after}", entries)
    platform = _platform(f"{title} {before} {after} {names}")
    return Bill(
        platform, since, until, entries, reading.lines, reading.closed, len(reading.refunds), tuple(reading.unread),
        _totals(f"{before}\n{after}"), (reading.counted[_IN], reading.counted[_OUT]), tuple(_notes(platform)),
    )  # fmt: skip


def _is_card(before: str, columns: Mapping[Role, int]) -> bool:
    """A card's statement, where what is bought stands without a sign."""
    return bool(_CARD_STATEMENT.search(before)) and not {"balance", "flow", "in"} & columns.keys()


def _take(reading: _Reading, columns: Mapping[Role, int], row: Sequence[str], number: int) -> None:
    words: dict[Role, str] = {role: row[at] for role, at in columns.items() if at < len(row) and row[at]}
    day = day_of(words.get("time", ""))
    if day is None:
        if len(words) >= len(columns) - 1 and "amount" in words and fen_of(words["amount"]) is not None:
            reading.unread.append(number)
        return
    amount = _amount(words, reading)
    if amount is None:
        reading.unread.append(number)
        return
    gross, way = amount
    line = _Line(day, gross, way, words)
    reading.lines += 1
    order = words.get("order", "").strip()
    if _CLOSED.search(words.get("status", "")):
        reading.closed += 1
        reading.closed_orders.add(order)
        return
    if _is_refund(line):
        reading.refunds.append((order, line))
        return
    net = gross - refunded(words.get("amount", ""), words.get("status", ""), gross)
    reading.counted[way] += net
    if order:
        reading.orders.setdefault(order, len(reading.entries))
    if net < gross:
        reading.self_refunded.add(order)
    reading.entries.append(_entry(reading, line, net))


def _amount(words: Mapping[Role, str], reading: _Reading) -> tuple[int, str] | None:
    """Fen and which way; by the flow's own column, by two columns of amounts, or by the sign."""
    incoming, outgoing = fen_of(words.get("in", "")), fen_of(words.get("out", ""))
    if "amount" not in words and "paid" not in words:
        if incoming:
            return abs(incoming), _IN
        return (abs(outgoing), _OUT) if outgoing else None
    fen = fen_of(words.get("paid") or words.get("amount", ""))
    if fen is None:
        return None
    flow = words.get("flow")
    if flow is not None:
        return abs(fen), _FLOWS.get(flow.strip().lower(), _NEUTRAL)
    positive = _OUT if reading.card else _IN
    return abs(fen), positive if fen > 0 else (_IN if reading.card else _OUT)


def _is_refund(line: _Line) -> bool:
    status = line.words.get("status", "")
    head = f"{line.words.get('kind', '')} {line.words.get('goods', '')[:4]}"
    return line.way != _OUT and bool(_REFUND.search(head) or status.startswith("退款成功"))


def _net_refunds(reading: _Reading) -> None:
    """A refund lowers the payment it belongs to; where that was closed, or says its refund itself, it is passed over."""
    for order, line in reading.refunds:
        original = order.split("_")[0]
        if original in reading.orders and original not in reading.closed_orders | reading.self_refunded:
            at = reading.orders[original]
            paid = reading.entries[at]
            reading.entries[at] = replace(paid, fen=max(0, paid.fen - line.gross))


def _entry(reading: _Reading, line: _Line, net: int) -> Entry:
    """One line sorted; the lender it names, or the category it belongs to."""
    kind = _kind(reading, line)
    told, method = line.told, line.words.get("method", "")
    lender = creditor_in(told) if kind in {"repaid", "borrowed"} else None
    if kind in {"repaid", "borrowed"}:
        creditor = lender[0] if lender else ""
        return Entry(line.day, net, kind, creditor=creditor, words=_shown(line), card=bool(method) and "银行" in method)
    if kind == "received":
        return Entry(line.day, net, kind, source=_source(line))
    on_credit = creditor_in(method) if _CREDIT.search(method) else None
    if kind == "moved":
        return Entry(line.day, net, kind, creditor=on_credit[0] if on_credit else "")
    return Entry(
        line.day, net, kind, category_of(line.words.get("kind", ""), told), creditor=on_credit[0] if on_credit else "",
        card="银行" in method,
    )  # fmt: skip


def _kind(reading: _Reading, line: _Line) -> Kind:
    told, way = line.told, line.way
    if way != _OUT and _BORROWED.search(told) and creditor_in(told):
        return "borrowed"
    if way != _IN and _is_repayment(told):
        return "repaid"
    if reading.card:
        return "spent" if way == _OUT else "moved"
    if reading.owner and reading.owner in line.words.get("party", ""):
        return "moved"
    if way == _NEUTRAL or (
        _MOVED.search(f"{line.words.get('kind', '')} {line.words.get('goods', '')}") and not _WAGE.search(told)
    ):
        return "moved"
    return "received" if way == _IN else "spent"


def _is_repayment(told: str) -> bool:
    if "信用借还" in told:
        return True
    return bool(_REPAY.search(told)) and (creditor_in(told) is not None or "还款" in told) and "房贷" not in told


def _shown(line: _Line) -> str:
    """The line's words, long numbers masked."""
    party = line.words.get("party", "")
    told = (line.words.get("kind", ""), line.words.get("goods", ""), party if creditor_in(party) else "")
    words = " ".join(dict.fromkeys(filter(None, told)))
    return _DIGITS.sub("…", words)[:_LONGEST]


def _source(line: _Line) -> str:
    """Where income came from, without any person's name."""
    told = line.told
    if wage := _WAGE.search(told):
        return f"wage:{wage[0]}"
    if _PERSON.search(f"{line.words.get('kind', '')} {line.words.get('goods', '')}"):
        return "merchant" if "收款" in told or "二维码" in told else "person"
    return "other"


def _owner(before: str) -> str:
    found = _OWNER.search(before)
    return found[1] if found and found[1].isalpha() and not found[1].isascii() else ""


def _platform(words: str) -> str:
    return next((name for pattern, name in _PLATFORMS if re.search(pattern, words)), "")


def _totals(words: str) -> tuple[int | None, int | None]:
    told = {found[1]: fen_of(found[2]) for found in _TOTAL.finditer(words)}
    return told.get("收入"), told.get("支出")


def _period(words: str, entries: Sequence[Entry]) -> tuple[date, date]:
    found = _PERIOD.search(words)
    days = [entry.day for entry in entries]
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    if not found:
        return first, last
    since, until = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    return min(since, first), max(until, last)


def _notes(platform: str) -> Iterator[Text]:
    if platform == "京东":
        yield Text("京东的账单不含白条、金条的费用和剩余本金，请到“白条”“金条”里查。")
