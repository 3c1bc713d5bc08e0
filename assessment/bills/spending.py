"""Spending by category, month by month, as lines of living: what is usual, and what comes but once or twice a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from assessment.bills.amounts import yuan_of
from assessment.case import Expense, ExpenseCategory, words
from assessment.text import Money, Month, Text

_SELDOM = 2
_STANDS_OUT = 2
_LEAST_EXTRA = 30_000
_FESTIVAL_MONTHS = (1, 2)
Spent = Mapping[ExpenseCategory, tuple[int, ...]]
"""What was spent on each category in each month. Fen."""


@dataclass(frozen=True, slots=True)
class Year:
    """Spending by category over ten months or more."""

    months: tuple[date, ...]
    spent: Spent


def expenses_of(spent: Spent, months: Sequence[date], year: Year | None, notes: list[Text]) -> Iterator[Expense]:
    over_year = year.spent if year else {}
    for category in {**spent, **over_year}:
        fen, whole = spent.get(category, (0,) * len(months)), over_year.get(category, ())
        if year and 0 < sum(map(bool, whole)) <= _SELDOM:
            yield _yearly(category, whole, year.months, notes)
            continue
        met = sum(map(bool, fen))
        if met * 3 >= len(fen) * 2:
            yield _expense(category, int(median(fen)))
            yield from _extra(category, fen, months, year, notes)
        elif any(whole) or met:
            held = whole if any(whole) else fen
            yield _expense(category, sum(held) // len(held))
            if met == 1 and not year:
                notes.append(_met_once(category, fen))


def _extra(
    category: ExpenseCategory, fen: Sequence[int], months: Sequence[date], year: Year | None, notes: list[Text]
) -> Iterator[Expense]:
    """What a few months held beyond the usual one: a cost of the year where a year was seen, else said."""
    if year:
        extra = _beyond(year.spent.get(category, fen))
        if any(extra):
            yield _yearly(category, extra, year.months, notes)
        return
    extra = _beyond(fen)
    if any(extra):
        notes.append(
            Text(
                "{months}的“{name}”比平常多 {amount}，像一次性的或每年一次的，没有算进每月；每年都有的话请自己加上。",
                months=_named(extra, months), name=Text(words.EXPENSE_CATEGORY[category]), amount=Money(yuan_of(sum(extra))),
            )
        )  # fmt: skip


def _beyond(fen: Sequence[int]) -> tuple[int, ...]:
    """What of each month stands out of the median one by more than double."""
    usual = int(median(fen))
    return tuple(each - usual if each > _STANDS_OUT * usual and each - usual >= _LEAST_EXTRA else 0 for each in fen)


def _met_once(category: ExpenseCategory, fen: Sequence[int]) -> Text:
    return Text(
        "“{name}”只在一个月里有，共 {amount}，先平摊到 {count} 个月；要是一年一次的，请改成每年。",
        name=Text(words.EXPENSE_CATEGORY[category]),
        amount=Money(yuan_of(sum(fen))),
        count=len(fen),
    )


def _expense(category: ExpenseCategory, fen: int) -> Expense:
    return Expense(
        name=words.EXPENSE_CATEGORY[category],
        category=category,
        amount=yuan_of(fen),
        period="month",
        grade="verified",
    )


def _yearly(category: ExpenseCategory, fen: Sequence[int], months: Sequence[date], notes: list[Text]) -> Expense:
    """What came in a few months only, as a cost of the year; gifts around the new year are the festival's."""
    place = [each for each, sum_ in enumerate(fen) if sum_]
    if category == "gifts" and all(months[each].month in _FESTIVAL_MONTHS for each in place):
        category = "festival"
    name, when = words.EXPENSE_CATEGORY[category], "、".join(f"{months[each].month}月" for each in place)
    amount = yuan_of(sum(fen))
    notes.append(
        Text(
            "{months}的“{name}”像一年一次的，共 {amount}，按一年摊到每个月。",
            months=_named(fen, months),
            name=Text(name),
            amount=Money(amount),
        )
    )
    return Expense(name=f"{name}（{when}）"[:60], category=category, amount=amount, period="year", grade="verified")


def _named(fen: Sequence[int], months: Sequence[date]) -> Text:
    met = [month for month, each in zip(months, fen, strict=True) if each]
    if len(met) == 1:
        return Text("{month}", month=Month(met[0]))
    return Text("{first}和另外 {count} 个月", first=Month(met[0]), count=len(met) - 1)
