"""Cases in which every word of a person's own can be told again wherever it turns up."""

from __future__ import annotations

from itertools import count

from assessment.case import Case

MARK = "Ω"
_WORDS = ("name", "product", "note", "reason", "who", "words")
_LISTS = ("assets", "incomes", "expenses", "debts", "events", "windfalls")


def marked(case: Case, *, everywhere=False) -> Case:
    """The same case with a word nobody else uses wherever a person wrote something; the same word where they did."""
    turn, instead = count(), {}

    def mark(text):
        return instead.setdefault(text, f"私密{next(turn)}{MARK}") if text or everywhere else ""

    def item(each):
        return each.model_copy(update={name: mark(getattr(each, name)) for name in _WORDS if hasattr(each, name)})

    lists = {name: tuple(map(item, getattr(case, name))) for name in _LISTS}
    home = case.household.model_copy(update={"place": f"{case.household.place}某{MARK}路 3 号"})
    return case.model_copy(update={**lists, "household": home})


def exact_amounts(case: Case) -> set[str]:
    """Every amount of the case that is no round number, as it is printed."""
    amounts = {each.amount for each in (*case.incomes, *case.expenses)}
    amounts |= {getattr(debt, name) for debt in case.debts for name in ("principal", "interest", "penalty", "owed")}
    return {f"{yuan:,.2f}" for yuan in amounts if len(yuan.normalize().as_tuple().digits) > 3}
