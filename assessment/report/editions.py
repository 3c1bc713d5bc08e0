"""Who a paper is for: everything for oneself, no lender's name for the family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from assessment.case import Case, Debt
from assessment.report import lenders
from assessment.text import Text


def without_lenders(case: Case, say: Callable[[Text], str]) -> Case:
    """The case with every lender's name replaced by the debt's number, wherever it was written.

    What was said by whom, agreements, proofs of debts, notes on them and products go altogether; amounts stay.
    """
    numbers = [say(Text("第 {number} 笔", number=place)) for place in range(1, len(case.debts) + 1)]
    told = lenders.instead(zip(case.debts, numbers, strict=True))

    def hidden(text: str) -> str:
        return lenders.hidden(text, told)

    lists: dict[str, Any] = {
        name: tuple(_each(entry, hidden) for entry in getattr(case, name))
        for name in ("assets", "incomes", "expenses", "windfalls")
    }
    debts = tuple(map(_bare, case.debts, numbers))
    others: dict[str, Any] = {
        "household": _each(case.household, hidden),
        "debts": debts,
        "events": (),
        "agreements": (),
    }
    return case.model_copy(update=lists | others)


def _bare(debt: Debt, name: str) -> Debt:
    return debt.model_copy(update={"name": name, "product": "", "note": "", "proof": ""})


def _each(entry: BaseModel, hidden: Callable[[str], str]) -> BaseModel:
    """An entry whose words hold no lender's name."""
    words = {name: hidden(value) for name, value in entry if isinstance(value, str)}
    changed = {name: value for name, value in words.items() if value != getattr(entry, name)}
    return entry.model_copy(update=changed) if changed else entry
