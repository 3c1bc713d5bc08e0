"""The gallery: every layout, as a workbook, an old workbook's text, a web page and a CSV in three encodings, gives the same debts."""

from __future__ import annotations

import csv
import html
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest

from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from tests.intake.bills import zipped
from tests.intake.gallery import LAYOUTS


def xlsx(rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append([value or None for value in row])
    for cell in (cell for row in made.active for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def words(rows):
    return [[value.isoformat() if isinstance(value, date) else str(value) for value in row] for row in rows]


def text(rows, delimiter=","):
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(words(rows))
    return out.getvalue()


def page(rows):
    cells = ("".join(f"<td>{html.escape(value)}</td>" for value in row) for row in words(rows))
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"


CONTAINERS = {
    "xlsx": xlsx,
    "csv utf-8": lambda rows: text(rows).encode(),
    "csv with a mark": lambda rows: text(rows).encode("utf-8-sig"),
    "csv gb18030": lambda rows: text(rows).encode("gb18030"),
    "tabs": lambda rows: text(rows, "\t").encode("utf-16"),
    "semicolons": lambda rows: text(rows, ";").encode(),
    "web page named .xls": lambda rows: page(rows).encode("gb18030"),
    "zip": lambda rows: zipped("债务.csv", text(rows).encode("gb18030")),
}


def debts(data):
    found = interpreted(answered(any_file.read(data)))
    return [(debt.name, int(debt.principal)) for debt in found.case.debts]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_the_layout_gives_its_debts_in_every_container(layout, container):
    rows, expected = LAYOUTS[layout]
    assert debts(CONTAINERS[container](rows)) == expected


def test_tables_beside_each_other_each_reach_their_own_part():
    rows, _expected = LAYOUTS["two tables side by side"]
    case = interpreted(answered(any_file.read(xlsx(rows)))).case
    assert [asset.name for asset in case.assets] == ["存款"]


def test_income_above_debts_reaches_income():
    rows, _expected = LAYOUTS["debts below income"]
    case = interpreted(answered(any_file.read(xlsx(rows)))).case
    assert [income.name for income in case.incomes] == ["工资"]


def test_overdue_told_by_a_word_is_never_read_as_not_overdue():
    rows, _expected = LAYOUTS["上岸 template"]
    found = interpreted(answered(any_file.read(CONTAINERS["csv gb18030"](rows))))
    assert {debt.name: debt.days_overdue for debt in found.case.debts}["微信微粒贷"] == 1
    assert any(problem.where.cell == "I8" and problem.standing == "doubtful" for problem in found.problems)


@pytest.mark.parametrize(
    ("header", "word", "days"),
    [
        ("是否逾期", "是", 1),
        ("是否逾期", "否", 0),
        ("逾期情况", "逾期", 1),
        ("状态", "正常", 0),
        ("当前状态", "逾期35天", 35),
        ("逾期期数", "2期", 31),
    ],
)
def test_a_status_column_says_whether_a_debt_is_overdue(header, word, days):
    found = interpreted(answered(any_file.read(xlsx([["平台", "剩余本金", header], ["借呗", 5000, word]]))))
    assert found.case.debts[0].days_overdue == days


def test_the_bad_cells_are_named_and_nothing_else_is_lost():
    rows, _expected = LAYOUTS["one cell bad"]
    found = interpreted(answered(any_file.read(xlsx(rows))))
    refused = {problem.where.cell for problem in found.problems if problem.standing == "refused"}
    assert refused == {"C2", "B3"}
