"""What bills of several months say of income and living costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Literal, get_args

from assessment import dates
from assessment.bills.amounts import yuan_of
from assessment.bills.ledger import Entry
from assessment.bills.left_out import FEWEST_MONTHS, about_months, left_out, lost_refunds
from assessment.bills.merging import Ledger
from assessment.bills.spending import Year, expenses_of
from assessment.case import Expense, ExpenseCategory, Income, words
from assessment.text import Money, Text, label

_STEADY = Decimal("0.15")
_YEAR_SEEN = 10
_STOPPED = 2
_UNKNOWN: ExpenseCategory = "gifts"
_SOURCES = {"merchant": label("扫码收款"), "other": label("其他收入")}
_NO_INCOME = frozenset({"person", "wallet", "interest", "wage:报销"})


@dataclass(frozen=True, slots=True)
class ByMonth:
    """One line's sums month by month, in fen: what came in, was lived on or went to lenders."""

    name: str
    way: Literal["in", "out", "repaid"]
    fen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Living:
    """Income and spending over whole months, as lines of the household; what was left out is said."""

    months: tuple[date, ...]
    incomes: tuple[Income, ...]
    expenses: tuple[Expense, ...]
    by_month: tuple[ByMonth, ...]
    notes: tuple[Text, ...]


def living(ledger: Ledger) -> Living:
    """Lines of income with their months, and of spending by category.

    A category met in most months counts with its median month, any other with its sum spread over the months. What
    comes once or twice in ten months or more, and what stands out of its own usual month by more than double, is a
    cost of the year; for that the longest bill is looked at. Repayments, loans and moves between own accounts are
    neither income nor spending.
    """
    months = ledger.coverage.months
    if not months:
        return Living(
            (), (), (), (), (Text("账单不到一个整月，算不出每月的收入和支出。"), *lost_refunds(ledger.entries))
        )
    counted = tuple(ledger.counted)
    inside = _within(counted, months)
    received, spent = _received(inside, months), _spent(inside, months)
    notes = [*about_months(ledger.coverage), *left_out(inside), *lost_refunds(ledger.entries)]
    incomes = tuple(_incomes(received, months, notes))
    expenses = tuple(expenses_of(spent, months, _the_year(counted, ledger), notes))
    repaid = _sums([entry for entry in inside if entry.kind == "repaid"], months)
    by_month = (
        *(ByMonth(_name_of(source), "in", fen) for source, fen in received.items() if source not in _NO_INCOME),
        *(ByMonth(words.EXPENSE_CATEGORY[category], "out", fen) for category, fen in spent.items()),
        *((ByMonth(label("还债"), "repaid", repaid),) if any(repaid) else ()),
    )
    return Living(months, incomes, expenses, by_month, tuple(notes))


def _within(entries: Sequence[Entry], months: Sequence[date]) -> list[Entry]:
    wanted = frozenset(months)
    return [entry for entry in entries if dates.month_start(entry.day) in wanted]


def _the_year(entries: Sequence[Entry], ledger: Ledger) -> Year | None:
    """Spending over the longest bill's months; None where they are too few to tell what comes once a year."""
    months = ledger.coverage.year
    if len(months) < _YEAR_SEEN:
        return None
    return Year(months, _spent(_within(entries, months), months))


def _sums(entries: Iterator[Entry] | Sequence[Entry], months: Sequence[date]) -> tuple[int, ...]:
    by_month: dict[date, int] = defaultdict(int)
    for entry in entries:
        by_month[dates.month_start(entry.day)] += entry.fen
    return tuple(by_month[month] for month in months)


def _received(entries: Sequence[Entry], months: Sequence[date]) -> dict[str, tuple[int, ...]]:
    by_source: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "received":
            by_source[entry.source].append(entry)
    found = {source: _sums(same, months) for source, same in by_source.items()}
    return dict(sorted(found.items(), key=lambda item: -sum(item[1])))


def _spent(entries: Sequence[Entry], months: Sequence[date]) -> dict[ExpenseCategory, tuple[int, ...]]:
    by_category: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "spent":
            by_category[entry.category or _UNKNOWN].append(entry)
    categories: tuple[ExpenseCategory, ...] = get_args(ExpenseCategory)
    found = {category: _sums(by_category[category], months) for category in categories if category in by_category}
    return {category: fen for category, fen in found.items() if any(fen)}


def _name_of(source: str) -> str:
    return _SOURCES.get(source, source.removeprefix("wage:"))


def _incomes(received: dict[str, tuple[int, ...]], months: Sequence[date], notes: list[Text]) -> Iterator[Income]:
    for source, fen in received.items():
        met = sum(map(bool, fen))
        if source in _NO_INCOME or not met:
            continue
        name = _name_of(source)
        if met < min(FEWEST_MONTHS, len(months)):
            notes.append(
                Text(
                    "“{name}”只来过 {count} 个月，共 {amount}，没有算进每月收入；以后还会有的请自己加上。",
                    name=Text(name), count=met, amount=Money(yuan_of(sum(fen))),
                )
            )  # fmt: skip
            continue
        yield _income(name, tuple(map(yuan_of, fen)))
        if not any(fen[-_STOPPED:]) and len(fen) > _STOPPED:
            silent = next(place for place, each in enumerate(reversed(fen)) if each)
            notes.append(
                Text(
                    "“{name}”最近 {count} 个月没有进账；如果已经停了，请不要采用这一项。", name=Text(name), count=silent
                )
            )


def _income(name: str, history: tuple[Decimal, ...]) -> Income:
    average = sum(history, Decimal(0)) / len(history)
    steady = len(history) >= FEWEST_MONTHS and max(history) - min(history) <= _STEADY * average
    middle = Decimal(median(history)).quantize(Decimal("0.01"))
    if steady:
        return Income(name=name, kind="steady", amount=middle, period="month", grade="verified")
    return Income(name=name, kind="irregular", amount=middle, period="month", history=history, grade="verified")
