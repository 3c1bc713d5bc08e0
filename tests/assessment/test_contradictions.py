"""What cannot be true together is said, with the figure that would fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment.case import Asset, Case, Debt, Expense, Rate
from assessment.contradictions import contradictions
from assessment.report.chinese import chinese
from tests.samples import CASES, STORY_DAY

TODAY = date(2026, 11, 23)
D = Decimal
GOOD = {
    "name": "某平台", "principal": D(12000), "rate": Rate(value=D("0.18")), "instalments_left": 12, "due_day": 8,
    "instalment": D("1100.16"),
}  # fmt: skip


def doubts(**changed):
    return contradictions(Case(debts=(Debt(**GOOD | changed),)), TODAY)


def test_a_debt_that_holds_together_raises_no_doubt():
    """12 000 at 1.5 % a month over 12 is 1 100.16 a month: 10 000 gives 916.80 (published), scaled by 1.2."""
    assert doubts() == ()


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"original": D(10000)}, "principal", "比当初借的"),
        ({"overdue_amount": D(20000), "days_overdue": 5}, "overdue_amount", "比一共欠的"),
        ({"penalty": D(5)}, "days_overdue", "逾期天数是 0"),
        ({"instalment": D(500)}, "instalment", "对不上"),
        ({"rate": Rate(value=D("0.1825"), per="day"), "instalment": None}, "rate", "很少见"),
        ({"rate": Rate(value=D("0.0005")), "instalment": None}, "rate", "很少见"),
        ({"rate": None, "instalment": None}, "rate", "没有填利率"),
        ({"contract_date": date(2027, 1, 1)}, "contract_date", "在今天之后"),
        ({"contract_date": date(2026, 11, 1), "days_overdue": 60}, "days_overdue", "比借款日期还早"),
        ({"instalments_left": 0, "instalment": None}, "instalments_left", "剩余期数却是 0"),
        ({"due_day": None}, "due_day", "没有填每月几号还"),
    ],
)
def test_each_contradiction_is_named_at_its_field(changed, field, words):
    found = doubts(**changed)
    assert [problem.where.path for problem in found] == [("debts", 0, field)]
    assert words in chinese(found[0].what)
    assert found[0].standing == "doubtful"
    assert chinese(found[0].instead)


def test_the_figure_that_would_fit_is_given():
    assert "¥1,100.16" in chinese(doubts(instalment=D(500))[0].instead)


def test_the_same_debt_twice_is_asked_about():
    found = contradictions(Case(debts=(Debt(**GOOD), Debt(**GOOD))), TODAY)
    assert [problem.where.path for problem in found] == [("debts", 1, "name")]


def test_repayments_do_not_belong_among_living_costs():
    found = contradictions(
        Case(expenses=(Expense(name="还花呗", amount=D(500)), Expense(name="吃饭", category="food"))), TODAY
    )
    assert [problem.where.path for problem in found] == [("expenses", 0, "name")]


def test_a_loan_above_its_asset_is_asked_about():
    found = contradictions(Case(assets=(Asset(name="车", kind="vehicle", value=D(1), loan=D(2)),)), TODAY)
    assert found[0].where.path == ("assets", 0, "loan")


def test_an_income_without_outgoings_is_doubted_and_an_empty_case_is_not():
    case = CASES["middle_three_debts"]
    found = contradictions(case.model_copy(update={"expenses": ()}), STORY_DAY)
    assert [each.where.path for each in found] == [("expenses",)]
    assert contradictions(Case(), TODAY) == ()
