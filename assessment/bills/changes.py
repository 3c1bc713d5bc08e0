"""What bills would change in a case, and the case once they are taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.affordability import monthly
from assessment.bills.kinds import wage_in
from assessment.bills.living import Living
from assessment.case import Case, Debt, Event, Expense, Income, words

_MOST = {"debts": 200, "events": 2000}
Standing = Literal["added", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of income or category of spending: what stands now and what the bills say, both in yuan a month."""

    section: Literal["incomes", "expenses"]
    key: str
    name: str
    before: Decimal | None
    after: Decimal
    standing: Standing


def changes(case: Case, found: Living) -> tuple[Change, ...]:
    """Every line the bills would add or change: income by its name, spending by its category."""
    incomes = [
        _change("incomes", line.name, line.name, [each for each in case.incomes if _one_income(each, line)], [line])
        for line in found.incomes
    ]
    expenses = [
        _change("expenses", category, words.EXPENSE_CATEGORY[category], _of(case.expenses, category), lines)
        for category, lines in _by_category(found.expenses).items()
    ]
    return (*incomes, *expenses)


def _change(
    section: Literal["incomes", "expenses"],
    key: str,
    name: str,
    old: Sequence[Income | Expense],
    new: Sequence[Income | Expense],
) -> Change:
    before = _monthly(old) if old else None
    after = _monthly(new)
    standing: Standing = "added" if before is None else "same" if before == after else "changed"
    return Change(section, key, name, before, after, standing)


def _monthly(lines: Iterable[Income | Expense]) -> Decimal:
    return sum((monthly(each.amount, each.period) for each in lines), Decimal(0))


def _one_income(old: Income, new: Income) -> bool:
    """Whether an income that stands is the one the bills show: its name, or wages by whatever name."""
    return old.name == new.name or (bool(wage_in(old.name)) and wage_in(old.name) == new.name)


def _of(expenses: Sequence[Expense], category: str) -> list[Expense]:
    return [each for each in expenses if each.category == category]


def _by_category(expenses: Sequence[Expense]) -> dict[str, list[Expense]]:
    found: dict[str, list[Expense]] = {}
    for line in expenses:
        found.setdefault(line.category, []).append(line)
    return found


def taken(
    case: Case, found: Living, accepted: Collection[str], debts: Sequence[Debt] = (), events: Sequence[Event] = ()
) -> Case:
    """The case with the accepted lines in place of those they answer to, and more debts and events at the end.

    `accepted` are the keys of changes. A reason or a note somebody wrote beside a line that is replaced is kept. An
    event that stands in the log already, same debt, day and amount, is not added again.
    """
    incomes = [line for line in found.incomes if line.name in accepted]
    kept_incomes = [each for each in case.incomes if not any(_one_income(each, line) for line in incomes)]
    expenses = [_with_reason(line, case.expenses) for line in found.expenses if line.category in accepted]
    categories = {line.category for line in expenses}
    kept_expenses = [each for each in case.expenses if each.category not in categories]
    logged = {(each.name, each.day, each.amount) for each in case.events}
    fresh = tuple(each for each in events if (each.name, each.day, each.amount) not in logged)
    return case.model_copy(
        update={
            "incomes": (*kept_incomes, *incomes),
            "expenses": (*kept_expenses, *expenses),
            "debts": (*case.debts, *debts)[: _MOST["debts"]],
            "events": (*case.events, *fresh)[: _MOST["events"]],
        }
    )


def _with_reason(line: Expense, old: Sequence[Expense]) -> Expense:
    told = [each for each in old if each.category == line.category]
    reason = next((each.reason for each in told if each.reason), "")
    note = next((each.note for each in told if each.note), "")
    return line.model_copy(update={"reason": reason, "note": note}) if reason or note else line
