"""What two cases do not share, entry by entry and field by field, and how the main figures move between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from assessment import rates
from assessment.affordability import afford
from assessment.case import Agreement, Asset, Case, Debt, Due, words
from assessment.layout import HOUSEHOLD, HOUSEHOLD_PARTS, Column, columns, sheets
from assessment.rules import Rules
from assessment.text import Money, Percent, Text, Value, label

_EMPTY = Text("空着")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. `part` and `field` are catalogue sources; `field` is empty for an entry as a whole.

    `entry` is the entry's name, None for the facts of the household; `before` or `after` is None where an entry as a
    whole is not there.
    """

    part: str
    entry: Value | None
    field: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure in both cases. Yuan; `title` is a catalogue source."""

    title: str
    before: Decimal
    after: Decimal


def differences(before: Case, after: Case) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the sheets."""
    return (*_of_household(before, after), *_of_sections(before, after))


def moved(before: Case, after: Case, law: Rules) -> tuple[Moved, ...]:
    """The three figures, the month they come from, and what is owed; both cases under the same rules."""
    old, new = afford(before, law), afford(after, law)
    figures = (
        (label("保底"), old.floor, new.floor),
        (label("建议"), old.suggested, new.suggested),
        (label("上限"), old.ceiling, new.ceiling),
        (label("每月可靠收入"), old.income, new.income),
        (label("每月支出（按参考数调整后）"), old.guided, new.guided),
        (label("可以一次拿出来还债的钱"), old.asset_capacity, new.asset_capacity),
    )
    sums = (
        (label("今天一共欠"), _owed(before.debts), _owed(after.debts)),
        (label("其中已经逾期的几笔，一共欠"), _owed(_late(before)), _owed(_late(after))),
    )
    return (
        *(Moved(title, was.yuan, now.yuan) for title, was, now in figures),
        *(Moved(title, was, now) for title, was, now in sums),
    )


def _owed(debts: Sequence[Debt]) -> Decimal:
    return sum((debt.owed for debt in debts), Decimal(0))


def _late(case: Case) -> tuple[Debt, ...]:
    return tuple(debt for debt in case.debts if debt.days_overdue)


def _of_household(before: Case, after: Case) -> Iterator[Difference]:
    for name, model in HOUSEHOLD_PARTS:
        yield from _fields(HOUSEHOLD, None, columns(model), getattr(before, name), getattr(after, name))


def _of_sections(before: Case, after: Case) -> Iterator[Difference]:
    for sheet in sheets():
        old, new = getattr(before, sheet.section), getattr(after, sheet.section)
        pairs = _paired(old, new)
        for was, now in pairs:
            yield from _fields(sheet.title, _named(new, now), sheet.columns, old[was], new[now])
        gone, come = {was for was, _now in pairs}, {now for _was, now in pairs}
        for place in (each for each in range(len(old)) if each not in gone):
            yield Difference(sheet.title, _named(old, place), "", _worth(old[place]), None)
        for place in (each for each in range(len(new)) if each not in come):
            yield Difference(sheet.title, _named(new, place), "", None, _worth(new[place]))


def _fields(
    part: str, entry: Value | None, listed: Sequence[Column], old: BaseModel, new: BaseModel
) -> Iterator[Difference]:
    for column in listed:
        was, now = getattr(old, column.field), getattr(new, column.field)
        if was != now:
            yield Difference(part, entry, column.title, _shown(column, was), _shown(column, now))


def _paired(old: Sequence[BaseModel], new: Sequence[BaseModel]) -> list[tuple[int, int]]:
    """Which entry is which: first those that are the same, then those of one name, then those in one place."""
    pairs: list[tuple[int, int]] = []
    for mark in (_whole, _by_name, _by_place):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        met_old, met_new = {was for was, _now in pairs}, {now for _was, now in pairs}
        for place in (each for each in range(len(old)) if each not in met_old):
            waiting[mark(old, place)].append(place)
        for place in (each for each in range(len(new)) if each not in met_new):
            found = waiting.get(mark(new, place))
            if found:
                pairs.append((found.pop(0), place))
    return sorted(pairs, key=lambda pair: pair[1])


def _whole(items: Sequence[BaseModel], place: int) -> Hashable:
    return repr(items[place])


def _by_name(items: Sequence[BaseModel], place: int) -> Hashable:
    return getattr(items[place], "name", "") or (place, "without a name")


def _by_place(_items: Sequence[BaseModel], place: int) -> Hashable:
    return place


def _named(items: Sequence[BaseModel], place: int) -> Value:
    return str(getattr(items[place], "name", "")) or Text("第 {place} 项", place=place + 1)


def _worth(item: Any) -> Value:
    """What an entry as a whole comes to."""
    if isinstance(item, Debt):
        return Money(item.owed)
    if isinstance(item, Agreement):
        return _dues(item.dues)
    return Money(item.value if isinstance(item, Asset) else item.amount)


def _dues(dues: Sequence[Due]) -> Value:
    total = Money(sum((each.amount for each in dues), Decimal(0)))
    return Text("{count} 期，共 {total}", count=len(dues), total=total)


def _shown(column: Column, value: Any) -> Value:
    if value is None or value in ("", ()):
        return _EMPTY
    show = _SHOWN.get(column.kind)
    return show(column, value) if show else str(value)


_SHOWN: dict[str, Callable[[Column, Any], Value]] = {
    "choice": lambda column, value: Text((column.words or {})[value]),
    "yes_no": lambda _column, value: Text(words.YES_NO[value]),
    "money": lambda _column, value: Money(value),
    "share": lambda _column, value: Percent(value),
    "number": lambda _column, value: f"{value.normalize():f}",
    "whole": lambda _column, value: int(value),
    "date": lambda _column, value: value,
    "rate": lambda _column, value: rates.told(rates.QuotedRate(value.value, value.per, value.basis)),
    "dues": lambda _column, value: _dues(value),
    "files": lambda _column, value: "、".join(each.name for each in value),
    "history": lambda _column, value: "、".join(f"{month:,.2f}".removesuffix(".00") for month in value),
}
