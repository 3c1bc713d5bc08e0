"""Debts that bills show: repayments and purchases on credit, held against the debts that were listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from assessment import dates, money
from assessment.bills.creditors import lender_of, same
from assessment.bills.ledger import Entry
from assessment.case import Debt, Event
from assessment.text import Money, Text

_LINES = 12
_NOT_KNOWN = frozenset({"", "先享后付"})


@dataclass(frozen=True, slots=True)
class HiddenDebt:
    """A lender that was paid, or on whose credit things were bought, and that no listed debt names.

    `lines` show it; `debt` is what could be entered, its balance unknown; `monthly` is the usual repayment, in yuan.
    """

    creditor: str
    lines: tuple[Entry, ...]
    months: int
    monthly: Decimal
    debt: Debt
    words: Text


@dataclass(frozen=True, slots=True)
class Repaid:
    """A listed debt's repayments as the bills show them, as events for the log, and what they say against the list."""

    debt: int
    events: tuple[Event, ...]
    last: date
    words: tuple[Text, ...]


def hidden(entries: Sequence[Entry], listed: Sequence[Debt], as_of: date) -> tuple[HiddenDebt, ...]:
    """Creditors met in bills that no listed debt means, the most often met first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.creditor not in _NOT_KNOWN and not any(same(debt.name, entry.creditor) for debt in listed):
            found[entry.creditor].append(entry)
    made = [_hidden(creditor, met, as_of) for creditor, met in found.items()]
    return tuple(sorted(made, key=lambda each: (-each.months, each.creditor)))


def _hidden(creditor: str, met: Sequence[Entry], as_of: date) -> HiddenDebt:
    repaid = [entry for entry in met if entry.kind == "repaid"]
    by_month: dict[date, int] = defaultdict(int)
    for entry in repaid:
        by_month[dates.month_start(entry.day)] += entry.fen
    monthly = money.to_yuan(int(median(by_month.values()))) if by_month else Decimal(0)
    bought = [entry for entry in met if entry.kind in {"spent", "moved"}]
    debt = Debt(
        name=creditor, lender=lender_of(creditor), instalment=monthly or None,
        note="从账单里看到的，剩余本金请到 App 或合同里查",
    )  # fmt: skip
    lines = tuple(sorted(repaid or bought, key=lambda entry: entry.day)[-_LINES:])
    months = len({dates.month_start(entry.day) for entry in met})
    return HiddenDebt(creditor, lines, months, monthly, debt, _seen(creditor, repaid, bought, monthly))


def _seen(creditor: str, repaid: Sequence[Entry], bought: Sequence[Entry], monthly: Decimal) -> Text:
    if repaid:
        return Text(
            "账单里还过“{creditor}”{count} 次，最近一次是 {last}，平常一个月还 {monthly} 左右，债务表里没有它。",
            creditor=creditor, count=len(repaid), last=max(entry.day for entry in repaid), monthly=Money(monthly),
        )  # fmt: skip
    spent = Money(money.to_yuan(sum(entry.fen for entry in bought)))
    return Text(
        "账单里用“{creditor}”付过 {count} 次，共 {spent}，没有看到还款，债务表里也没有它。",
        creditor=creditor,
        count=len(bought),
        spent=spent,
    )


def repaid(entries: Sequence[Entry], listed: Sequence[Debt], as_of: date) -> tuple[Repaid, ...]:
    """For each listed debt, what the bills show was paid on it."""
    found = []
    for place, debt in enumerate(listed):
        met = [
            entry for entry in entries if entry.kind == "repaid" and entry.creditor and same(debt.name, entry.creditor)
        ]
        if met:
            found.append(_repaid(place, debt, sorted(met, key=lambda entry: entry.day), as_of))
    return tuple(found)


def _repaid(place: int, debt: Debt, met: Sequence[Entry], as_of: date) -> Repaid:
    events = tuple(
        Event(name=debt.name, day=entry.day, kind="payment", amount=money.to_yuan(entry.fen), words=entry.words)
        for entry in met
    )
    last = met[-1].day
    return Repaid(place, events, last, tuple(_against(debt, met, as_of)))


def _against(debt: Debt, met: Sequence[Entry], as_of: date) -> list[Text]:
    """What does not fit: a payment inside the days said to be overdue, an instalment far from the usual payment."""
    said = []
    last = met[-1]
    missed_from = date.fromordinal(as_of.toordinal() - debt.days_overdue)
    if debt.days_overdue and last.day > missed_from:
        said.append(
            Text(
                "账单里 {day} 还过 {amount}，债务表写的是逾期 {days} 天；请核对逾期天数。",
                day=last.day, amount=Money(money.to_yuan(last.fen)), days=debt.days_overdue,
            )
        )  # fmt: skip
    usual = money.to_yuan(int(median(entry.fen for entry in met)))
    if debt.instalment and abs(usual - debt.instalment) * 10 > debt.instalment:
        said.append(
            Text(
                "账单里平常一次还 {usual}，债务表写的每期应还是 {instalment}；请核对。",
                usual=Money(usual), instalment=Money(debt.instalment),
            )
        )  # fmt: skip
    return said
