"""Complaints, requests and answers that hold only what was logged, a court's paper first, then in the order in which they go up."""

from __future__ import annotations

from datetime import date

from assessment.case import Case
from assessment.report.letters import (
    court,
    credit_record,
    details,
    lender,
    personal_data,
    police,
    regulator,
    sold_along,
)
from assessment.report.letters.draft import LOGGED_AS, Draft, Due, Name
from assessment.report.letters.matter import Matter, matter
from assessment.rules import Rules

_ORDER = (
    court.objection, court.answer, details.draft, lender.draft, personal_data.draft, regulator.draft, sold_along.draft,
    credit_record.objection, credit_record.to_the_bank, police.draft,
)  # fmt: skip


def drafts(case: Case, place: int, as_of: date, law: Rules) -> tuple[Draft, ...]:
    """Every draft about one debt, in order; one that the log does not carry has no paper and says what it wants."""
    about = matter(case, place, as_of, law)
    return tuple(make(about) for make in _ORDER)


__all__ = ["LOGGED_AS", "Draft", "Due", "Matter", "Name", "drafts", "matter"]
