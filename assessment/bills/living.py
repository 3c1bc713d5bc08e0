"""What bills of several months say of income and living costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import get_args

from assessment import dates, money
from assessment.bills.ledger import Entry
from assessment.case import Expense, ExpenseCategory, Income, words
from assessment.text import Money, Text

_MOST_MONTHS = 12
_STEADY = Decimal("0.15")
_YEAR_SEEN = 10
_SELDOM = 2
_FEWEST_MONTHS = 3
_SOURCES = {"merchant": "扫码收款", "other": "其他收入"}


@dataclass(frozen=True, slots=True)
class Living:
    """Income and spending over whole months, as lines of the household; what was left out is said."""

    months: tuple[date, ...]
    incomes: tuple[Income, ...]
    expenses: tuple[Expense, ...]
    notes: tuple[Text, ...]


def living(entries: Sequence[Entry], since: date, until: date) -> Living:
    """Lines of income with their months, and of spending by category.

    Only months the bills hold from first day to last; at most the last twelve. A category met in most months counts
    with its median month, any other with its sum spread over the months, and one met once or twice in ten months or
    more as a cost of the year. Repayments, loans and moves between own accounts are neither.
    """
    months = _whole_months(since, until)
    if not months:
        return Living((), (), (), (Text("账单不到一个整月，算不出每月的收入和支出。"),))
    inside = [entry for entry in entries if dates.month_start(entry.day) in set(months)]
    incomes = tuple(_incomes(inside, months))
    expenses = tuple(_expenses(inside, months))
    return Living(months, incomes, expenses, tuple(_notes(inside)))


def _whole_months(since: date, until: date) -> tuple[date, ...]:
    first = dates.month_start(since)
    if since > first:
        first = dates.add_months(first, 1)
    end = dates.month_start(until + timedelta(days=1))
    count = max(0, dates.whole_months(first, end)) if first < end else 0
    return tuple(dates.add_months(first, k) for k in range(count))[-_MOST_MONTHS:]


def _incomes(entries: Sequence[Entry], months: Sequence[date]) -> Iterator[Income]:
    by_source: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        if entry.kind == "received" and entry.source != "person":
            by_source[entry.source][dates.month_start(entry.day)] += entry.fen
    for source, by_month in sorted(by_source.items(), key=lambda item: -sum(item[1].values())):
        if len(by_month) < min(_FEWEST_MONTHS, len(months)) and not source.startswith("wage:"):
            continue
        history = tuple(money.to_yuan(by_month.get(month, 0)) for month in months)
        yield _income(_SOURCES.get(source, source.removeprefix("wage:")), history)


def _income(name: str, history: tuple[Decimal, ...]) -> Income:
    average = sum(history, Decimal(0)) / len(history)
    steady = len(history) >= _FEWEST_MONTHS and max(history) - min(history) <= _STEADY * average
    middle = Decimal(median(history)).quantize(Decimal("0.01"))
    if steady:
        return Income(name=name, kind="steady", amount=middle, period="month", grade="verified")
    return Income(name=name, kind="irregular", amount=middle, period="month", history=history, grade="verified")


def _expenses(entries: Sequence[Entry], months: Sequence[date]) -> Iterator[Expense]:
    by_category: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        if entry.kind == "spent" and entry.category:
            by_category[entry.category][dates.month_start(entry.day)] += entry.fen
    categories: tuple[ExpenseCategory, ...] = get_args(ExpenseCategory)
    for category in categories:
        by_month = by_category.get(category)
        if by_month:
            yield _expense(category, [by_month.get(month, 0) for month in months], len(by_month))


def _expense(category: ExpenseCategory, fen: Sequence[int], met: int) -> Expense:
    name = words.EXPENSE_CATEGORY[category]
    if met <= _SELDOM and len(fen) >= _YEAR_SEEN:
        yearly = sum(fen) * _MOST_MONTHS // len(fen) if len(fen) < _MOST_MONTHS else sum(fen)
        return Expense(name=name, category=category, amount=money.to_yuan(yearly), period="year", grade="verified")
    monthly = int(median(fen)) if met * 3 >= len(fen) * 2 else sum(fen) // len(fen)
    return Expense(name=name, category=category, amount=money.to_yuan(monthly), period="month", grade="verified")


def _notes(entries: Sequence[Entry]) -> Iterator[Text]:
    people = [entry.fen for entry in entries if entry.kind == "received" and entry.source == "person"]
    if people:
        amount = Money(money.to_yuan(sum(people)))
        yield Text(
            "个人转账和红包收到 {count} 笔，共 {amount}，没有算作收入；是收入的请自己加上。",
            count=len(people),
            amount=amount,
        )
    borrowed = [entry.fen for entry in entries if entry.kind == "borrowed"]
    if borrowed:
        amount = Money(money.to_yuan(sum(borrowed)))
        yield Text("借来的钱 {count} 笔，共 {amount}，不是收入，没有算。", count=len(borrowed), amount=amount)
