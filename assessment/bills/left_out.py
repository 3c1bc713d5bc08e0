"""What of the bills is neither income nor spending, or was counted without knowing what it was for: each is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment import money
from assessment.bills.coverage import Coverage
from assessment.bills.ledger import Entry
from assessment.text import Month, Text, label

FEWEST_MONTHS = 3


def about_months(coverage: Coverage) -> Iterator[Text]:
    if len(coverage.months) < FEWEST_MONTHS:
        yield Text(
            "只有 {count} 个整月，太少，算出来的数只能参考；最好导出最近 6 个月的账单。", count=len(coverage.months)
        )
    for book in coverage.thin:
        yield Text("“{book}”的账单整月太少，只用来找欠款和对账，没有算进每月的收入和支出。", book=book or "银行")
    for book in coverage.by_hand:
        yield Text("“{book}”里记的账和钱包、银行的账单是同样的钱，没有再算一遍，只用来找欠款。", book=book)
    if coverage.partial:
        yield Text(
            "{first}等 {count} 个月没有算：不满整月，或者不是每份账单都有。",
            first=Month(coverage.partial[0]),
            count=len(coverage.partial),
        )


def left_out(entries: Sequence[Entry]) -> Iterator[Text]:
    """What is not counted as income or spending, or counted without knowing what it was for."""
    for chosen, sentence in (
        (_from_people, label("个人转账和红包收到 {count} 笔，共 {amount}，没有算作收入；是收入的请自己加上。")),
        (_from_wallets, label("从微信、支付宝转进银行卡 {count} 笔，共 {amount}，账单看不出原来从哪来，没有算作收入。")),
        (_reimbursed, label("报销收到 {count} 笔，共 {amount}，是把垫的钱拿回来，没有算作收入。")),
        (_borrowed, label("借来的钱 {count} 笔，共 {amount}，不是收入，没有算。")),
        (_to_people, label("转给个人和取现 {count} 笔，共 {amount}，看不出用途，先算在“人情往来、其他零用”；是房租、赡养或还钱的，请自己改。")),
        (_unknown, label("另有 {count} 笔看不出买了什么，共 {amount}，也先算在“人情往来、其他零用”。")),
    ):  # fmt: skip
        met = [entry.fen for entry in entries if chosen(entry)]
        if met:
            yield Text(sentence, count=len(met), amount=money.told(sum(met)))


def lost_refunds(entries: Sequence[Entry]) -> Iterator[Text]:
    lost = [entry.fen for entry in entries if entry.kind == "refunded"]
    if lost:
        yield Text(
            "有 {count} 笔退款找不到原来买的那笔，共 {amount}，多半是账单开始之前买的，没有从支出里减，也没有算收入。",
            count=len(lost),
            amount=money.told(sum(lost)),
        )


def _from_people(entry: Entry) -> bool:
    return entry.kind == "received" and entry.source == "person"


def _from_wallets(entry: Entry) -> bool:
    return entry.kind == "received" and entry.source == "wallet"


def _reimbursed(entry: Entry) -> bool:
    return entry.kind == "received" and entry.source == "wage:报销"


def _borrowed(entry: Entry) -> bool:
    return entry.kind == "borrowed"


def _to_people(entry: Entry) -> bool:
    return entry.kind == "spent" and not entry.category and entry.transfer


def _unknown(entry: Entry) -> bool:
    return entry.kind == "spent" and not entry.category and not entry.transfer and entry.fen > 0
