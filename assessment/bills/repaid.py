"""Repayments of listed debts, and what in them does not fit what the list says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from assessment.bills.amounts import yuan_of
from assessment.bills.creditors import same
from assessment.bills.debts import terms_left, usual_day
from assessment.bills.ledger import Entry
from assessment.bills.merging import Ledger
from assessment.case import Debt, Event
from assessment.text import Money, Text

_MONTH_AND_MORE = timedelta(days=45)
_APART = 5
_TENTH = 10


@dataclass(frozen=True, slots=True)
class Repaid:
    """A listed debt's repayments as the bills show them: how often, as events for the log, and what they say against it.

    `shared` says that the same lines answer to more than one listed debt, so that they are shown but not logged.
    """

    debt: int
    times: int
    events: tuple[Event, ...]
    last: date
    shared: bool
    words: tuple[Text, ...]


def repaid(ledger: Ledger, listed: Sequence[Debt], as_of: date) -> tuple[Repaid, ...]:
    """For each listed debt, what the bills show was paid on it."""
    paid = [entry for entry in ledger.entries if entry.kind == "repaid" and entry.creditor]
    means = {
        creditor: [place for place, debt in enumerate(listed) if same(debt.name, creditor)]
        for creditor in {entry.creditor for entry in paid}
    }
    found = []
    for place, debt in enumerate(listed):
        met = [entry for entry in paid if place in means[entry.creditor]]
        if met:
            shared = any(len(means[entry.creditor]) > 1 for entry in met)
            found.append(_repaid(place, debt, met, as_of, ledger, shared=shared))
    return tuple(found)


def _repaid(place: int, debt: Debt, met: Sequence[Entry], as_of: date, ledger: Ledger, *, shared: bool) -> Repaid:
    events = tuple(
        Event(name=debt.name, day=entry.day, kind="payment", amount=yuan_of(entry.fen), words=entry.words)
        for entry in met
    )
    if shared:
        words = [Text("债务表里有几笔像是这一家的，账单分不出还的是哪一笔，没有记进往来记录。")]
    else:
        words = list(_against(debt, met, as_of, max(entry.day for entry in ledger.entries)))
    return Repaid(place, len(met), () if shared else events, met[-1].day, shared, tuple(words))


def _against(debt: Debt, met: Sequence[Entry], as_of: date, until: date) -> Iterator[Text]:
    """What does not fit: days overdue, the instalment, the day it is due."""
    last = met[-1]
    missed_from = as_of - timedelta(days=debt.days_overdue)
    if debt.days_overdue and last.day > missed_from:
        yield Text(
            "账单里 {day} 还过 {amount}，是在债务表写的逾期 {days} 天之内；如果那笔补上了，逾期天数要改少；只还了一部分就不用改。",
            day=last.day, amount=Money(yuan_of(last.fen)), days=debt.days_overdue,
        )  # fmt: skip
    if not debt.days_overdue and until - last.day > _MONTH_AND_MORE and len(met) > 1:
        yield Text(
            "账单到 {until} 为止，最近一次还款是 {day}，债务表写的是没有逾期；请核对。", until=until, day=last.day
        )
    left = terms_left(met)
    if left and debt.instalments_left and left != debt.instalments_left:
        yield Text(
            "照账单上写的期数还剩 {left} 期，债务表写的是 {listed} 期；请核对。",
            left=left,
            listed=debt.instalments_left,
        )
    usual = yuan_of(int(median(entry.fen for entry in met)))
    if debt.instalment and abs(usual - debt.instalment) * _TENTH > debt.instalment:
        yield Text(
            "账单里平常一次还 {usual}，债务表写的每期应还是 {instalment}；请核对。",
            usual=Money(usual), instalment=Money(debt.instalment),
        )  # fmt: skip
    day = usual_day(met)
    if day and debt.due_day and _APART < abs(day - debt.due_day) < 31 - _APART:
        yield Text("账单里多在每月 {day} 日还，债务表写的是 {due} 日；请核对。", day=day, due=debt.due_day)
