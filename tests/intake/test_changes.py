"""A file changes only the parts it holds and the person chose; nothing else of the case moves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assessment.case import Asset, Case, Debt, Household, Income
from assessment.intake import read_workbook
from assessment.intake.changes import changes, parts, taken
from assessment.report import workbook
from tests.intake.reading import book, read_here
from tests.samples import CASES

NOW = Case(
    household=Household(place="某市"),
    assets=(Asset(name="存款", value=Decimal(3000)),),
    incomes=(Income(name="工资", amount=Decimal(5000)),),
    debts=(Debt(name="借呗", principal=Decimal(5000)), Debt(name="老王", principal=Decimal(900))),
)


def test_a_sheet_of_debts_leaves_everything_else_as_it_was():
    found = read_here(book({"债务": [["平台", "剩余本金"], ["借呗", 5000], ["花呗", 3000]]}))
    assert parts(found) == ("debts",)
    after = taken(NOW, found, parts(found))
    assert [debt.name for debt in after.debts] == ["借呗", "花呗"]
    assert after.model_copy(update={"debts": NOW.debts}) == NOW


def test_what_would_change_is_counted_by_name():
    found = read_here(book({"债务": [["平台", "剩余本金"], ["借呗", 4000], ["花呗", 3000]]}))
    change = changes(NOW, found)[0]
    assert (change.before, change.after, change.added, change.changed, change.same, change.gone) == (2, 2, 1, 1, 0, 1)


def test_nothing_chosen_changes_nothing():
    found = read_workbook(workbook.write(CASES["middle_three_debts"]))
    assert taken(NOW, found, ()) == NOW


@pytest.mark.parametrize("slug", sorted(CASES))
def test_our_own_workbook_taken_whole_is_the_case_it_holds(slug):
    found = read_workbook(workbook.write(CASES[slug]))
    after = taken(Case(), found, parts(found))
    assert after == CASES[slug]
    assert all(change.changed == change.added == change.gone == 0 for change in changes(after, found))
