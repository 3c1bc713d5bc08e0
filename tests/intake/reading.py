"""Workbooks written for one question, and reading them without a process of their own."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from assessment.intake import Intake
from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese


def read_here(data: bytes) -> Intake:
    """The same reading as `read_workbook`, in this process."""
    return interpreted(answered(any_file.read(data)))


def book(sheets: dict[str, list[list[object]]], formats: dict[tuple[str, str], str] | None = None) -> bytes:
    """A workbook with these rows on these sheets; `formats` are number formats by sheet and cell."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(row)
    for (title, cell), form in (formats or {}).items():
        made[title][cell].number_format = form
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def one_debt(header: str, value: object, form: str = "") -> Intake:
    """One debt of which one more column is told."""
    rows = [["欠谁的", header], ["借呗", value]]
    return read_here(book({"债务": rows}, {("债务", "B2"): form} if form else None))


def field(found: Intake, name: str) -> object:
    return getattr(found.case.debts[0], name)


def sentences(found: Intake) -> list[str]:
    return [f"{chinese(problem.what)}{chinese(problem.instead)}" for problem in found.problems]


def standings(found: Intake) -> list[str]:
    return [problem.standing for problem in found.problems]


def editable(data: bytes) -> openpyxl.Workbook:
    """A workbook as somebody opens it to fill in."""
    return openpyxl.load_workbook(BytesIO(data))
