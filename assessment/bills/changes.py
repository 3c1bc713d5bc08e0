"""What bills would change in a case, and the case once they are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.affordability import monthly
from assessment.bills.living import Living
from assessment.case import Case, Debt, Event, Expense, Income

_MOST_EVENTS = 2000
Standing = Literal["added", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of income or spending: what stands now and what the bills say, both in yuan a month."""

    section: Literal["incomes", "expenses"]
    name: str
    before: Decimal | None
    after: Decimal
    standing: Standing


def changes(case: Case, found: Living) -> tuple[Change, ...]:
    """Every line the bills would add or change: income by its name, spending by its category."""
    incomes = [
        _change("incomes", line, [each for each in case.incomes if each.name == line.name]) for line in found.incomes
    ]
    expenses = [
        _change("expenses", line, [each for each in case.expenses if each.category == line.category])
        for line in found.expenses
    ]
    return (*incomes, *expenses)


def _change(
    section: Literal["incomes", "expenses"], line: Income | Expense, old: Sequence[Income] | Sequence[Expense]
) -> Change:
    before = sum((_monthly(each) for each in old), Decimal(0)) if old else None
    after = _monthly(line)
    standing: Standing = "added" if before is None else "same" if before == after else "changed"
    return Change(section, line.name, before, after, standing)


def _monthly(line: Income | Expense) -> Decimal:
    return monthly(line.amount, line.period)


def taken(case: Case, found: Living | None, debts: Sequence[Debt], events: Sequence[Event]) -> Case:
    """The case with the lines of living in place of those they answer to, and more debts and events at the end.

    An event that stands in the log already, same debt, day and amount, is not added again.
    """
    incomes, expenses = case.incomes, case.expenses
    if found is not None:
        names = {line.name for line in found.incomes}
        categories = {line.category for line in found.expenses}
        incomes = (*(each for each in incomes if each.name not in names), *found.incomes)
        expenses = (*(each for each in expenses if each.category not in categories), *found.expenses)
    logged = {(each.name, each.day, each.amount) for each in case.events}
    fresh = tuple(each for each in events if (each.name, each.day, each.amount) not in logged)
    return case.model_copy(
        update={
            "incomes": incomes, "expenses": expenses, "debts": (*case.debts, *debts), "events": (*case.events, *fresh)[:_MOST_EVENTS],
        }
    )  # fmt: skip
