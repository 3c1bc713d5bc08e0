"""Figures gone through with their proof: which, in what order, and when a mark no longer stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment.affordability import monthly
from assessment.case import Asset, Case, Debt, Expense, Income, Windfall
from assessment.figures import Grade
from assessment.problems import Path

Graded = Asset | Income | Expense | Debt | Windfall

FIGURES: Mapping[str, tuple[str, ...]] = {
    "incomes": ("kind", "amount", "period", "history"),
    "expenses": ("amount", "period"),
    "debts": ("principal", "interest", "penalty", "fees", "rate"),
    "assets": ("value", "loan"),
    "windfalls": ("amount", "day"),
}
"""The sections that are gone through, and what in an entry a mark speaks of."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of a section is borne out by proof. Yuan, a month's for income and spending, else sums."""

    count: int
    verified: int
    yuan: Decimal
    verified_yuan: Decimal


def weight(entry: Graded) -> Decimal:
    """What an entry weighs among its like. Yuan: a month's for income and spending, else the sum."""
    match entry:
        case Income() | Expense():
            return monthly(entry.amount, entry.period)
        case Debt():
            return entry.owed
        case Asset():
            return entry.value
    return entry.amount


def heaviest_first(entries: tuple[Graded, ...]) -> tuple[int, ...]:
    """The places of the entries that hold a figure, those that weigh most in front."""
    held = [place for place, entry in enumerate(entries) if weight(entry)]
    return tuple(sorted(held, key=lambda place: (-weight(entries[place]), place)))


def tally(entries: tuple[Graded, ...]) -> Tally:
    """How far the entries that hold a figure have been gone through."""
    held = [entry for entry in entries if weight(entry)]
    verified = [entry for entry in held if entry.grade == "verified"]
    return Tally(len(held), len(verified), *(sum(map(weight, part), Decimal(0)) for part in (held, verified)))


def marked(entry: Graded, grade: Grade, day: date) -> Graded:
    """The entry with its mark; the day is kept where it was verified."""
    return entry.model_copy(update={"grade": grade, "checked": day if grade == "verified" else None})


def is_stale(entry: Graded) -> bool:
    """Whether a figure was verified once and has been changed since."""
    return entry.checked is not None and entry.grade != "verified"


def upheld(before: Case, after: Case, path: Path) -> Case:
    """`after`, which differs from `before` at `path`, with no mark that the change has taken the ground from.

    A figure that was verified on a day and is changed becomes an estimate; the day stays, as its history. A mark that is
    set anew elsewhere than beside its proof has no day.
    """
    match path:
        case (str(section), int(place), str(name)) if section in FIGURES:
            pass
        case _:
            return after
    old, new = getattr(before, section)[place], getattr(after, section)[place]
    if old.checked is None or getattr(old, name) == getattr(new, name):
        return after
    if name in FIGURES[section] and new.grade == "verified":
        new = new.model_copy(update={"grade": "estimate"})
    elif name == "grade":
        new = new.model_copy(update={"checked": None})
    entries = getattr(after, section)
    return after.model_copy(update={section: (*entries[:place], new, *entries[place + 1 :])})
