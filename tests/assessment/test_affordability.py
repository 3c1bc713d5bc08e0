"""The three figures, exactly as the method says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assessment import rules
from assessment.affordability import above_guideline, afford, guideline, lower_half, monthly
from assessment.case import Asset, Assumptions, Case, Debt, Expense, Household, Income
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
D = Decimal


def household(**more):
    return Household(minimum_per_head=D(0), **more)


def case(income="6000", rent="2000", food="600", **more):
    return Case(
        household=household(),
        incomes=(Income(name="工资", amount=D(income)),),
        expenses=(
            Expense(name="房租", category="rent", amount=D(rent)),
            Expense(name="吃饭", category="food", amount=D(food)),
        ),
        **more,
    )


def test_the_three_figures_are_a_half_nine_tenths_and_the_whole_of_what_is_left():
    found = afford(case(food="500"), LAW)
    assert found.income.yuan == D(6000)
    assert found.surplus_actual.yuan == D(3500)
    assert found.floor.yuan == D("1750.00")
    assert found.suggested.yuan == D("3150.00")
    assert found.ceiling.yuan == D("3500.00")


@pytest.mark.parametrize(
    ("period", "month"),
    [
        ("day", "3650.00"),
        ("week", "521.43"),
        ("half_month", "240.00"),
        ("month", "120.00"),
        ("quarter", "40.00"),
        ("half_year", "20.00"),
        ("year", "10.00"),
    ],
)
def test_any_period_becomes_a_month_of_365_twelfths(period, month):
    """120 a day × 365/12 = 3 650; 120 a week × 365/84 = 521.428…"""
    assert monthly(D(120), period) == D(month)


def test_uneven_income_counts_its_lower_half():
    """Of 3 000, 4 000, 5 000, 9 000 the median is 4 500; the months at or below it are 3 000 and 4 000."""
    assert lower_half([D(9000), D(3000), D(5000), D(4000)]) == D(3500)
    assert lower_half([D(1), D(2), D(9)]) == D("1.50")
    found = afford(
        Case(incomes=(Income(name="外卖", kind="irregular", history=(D(9000), D(3000), D(5000), D(4000))),)), LAW
    )
    assert found.income.yuan == D(3500)


def test_uneven_income_without_a_record_counts_four_fifths_and_says_it_is_inferred():
    found = afford(Case(incomes=(Income(name="零工", kind="irregular", amount=D(5000), grade="verified"),)), LAW)
    assert found.income.yuan == D(4000)
    assert found.income.grade == "inferred"


def test_spending_above_the_guideline_counts_only_with_a_reason():
    allowed = guideline("food", case(), LAW)
    plain = afford(case(food="3000"), LAW)
    assert plain.guided.yuan == D(2000) + allowed
    assert plain.actual.yuan == D(5000)
    assert plain.floor.yuan == D("500.00")
    reasoned = case(food="3000").model_copy(
        update={
            "expenses": (
                Expense(name="吃饭", category="food", amount=D(3000), reason="糖尿病饮食"),
                Expense(name="房租", category="rent", amount=D(2000)),
            )
        }
    )
    assert afford(reasoned, LAW).guided.yuan == D(5000)


def test_the_guideline_is_the_published_spending_scaled_to_the_household():
    """6 359 a head in nine months × 1.229 (urban) × 0.8 × 2 people / 9 = 1 389.4…"""
    two = Case(household=Household(adults=2))
    assert guideline("food", two, LAW) == (D(6359) / 9 * D("1.229") * D("0.8") * 2).quantize(D("0.01"))


def test_living_costs_never_fall_below_the_local_minimum():
    poor = Case(
        household=Household(adults=1, children=1, minimum_per_head=D(900)),
        incomes=(Income(name="工资", amount=D(2500)),),
        expenses=(Expense(name="吃饭", category="food", amount=D(400)),),
    )
    found = afford(poor, LAW)
    assert found.guided.yuan == D(1800)
    assert found.actual.yuan == D(1800)
    assert found.income.yuan - found.suggested.yuan >= D(1800)
    assert "protected_living" in found.guided.rules


def test_a_negative_budget_promises_nothing():
    found = afford(case(income="2000"), LAW)
    assert found.negative
    assert (found.floor.yuan, found.suggested.yuan, found.ceiling.yuan) == (0, 0, 0)
    assert found.surplus_guided.yuan < 0


def test_neither_debts_nor_assets_move_the_three_figures():
    base = afford(case(), LAW)
    richer = afford(case(assets=(Asset(name="存款", value=D(99999)),), debts=(Debt(name="x", principal=D(5000)),)), LAW)
    assert richer.capacity == base.capacity


def test_assets_count_what_is_left_after_a_month_and_after_their_loans():
    assets = (
        Asset(name="存款", kind="cash", value=D(10000)),
        Asset(name="车", kind="vehicle", value=D(50000), loan=D(20000), quick_share=D("0.6")),
        Asset(name="房", kind="home", value=D(900000), needed=True),
        Asset(name="基金", kind="fund", value=D(1000), quick_share=D(1)),
        Asset(name="倒贴的车", kind="vehicle", value=D(10000), loan=D(20000)),
    )
    found = afford(case(food="500", assets=assets), LAW)
    assert found.asset_capacity.yuan == (D(10000) - D(2500)) + D(10000) + D(1000)


def test_the_tenth_kept_back_aims_at_three_months():
    found = afford(case(food="500", assets=(Asset(name="存款", value=D(4000)),)), LAW)
    assert found.reserve.yuan == D(4000)


@pytest.mark.parametrize("cents", range(1, 12))
def test_what_is_a_share_of_the_same_surplus_is_the_same_to_the_fen(cents):
    """Nine tenths as our suggestion and as the standard statement, half as our floor and as the tax office's rule."""
    found = afford(case(income=f"6000.{cents:02d}", food="500"), LAW)
    half, _eighty, statement = found.second_opinions
    assert statement.figure.yuan == found.suggested.yuan
    assert half.figure.yuan == found.floor.yuan
    assert found.suggested.yuan <= found.surplus_guided.yuan * D("0.9")


def test_second_opinions_say_where_they_come_from():
    """HMRC takes half of what is left: 3 500 → 1 750. The Taiwan rule takes four fifths of income less 1.2 × the minimum."""
    base = case(food="500")
    with_minimum = base.model_copy(update={"household": Household(minimum_per_head=D(800))})
    half, eighty, sfs = afford(with_minimum, LAW).second_opinions
    assert half.figure.yuan == D("1600.00")
    assert eighty.figure.yuan == (D(6000) - D("1.2") * 800) * D("0.8")
    assert sfs.figure.yuan == D("2880.00")
    assert half.origin.msgid
    assert eighty.origin.msgid


@pytest.mark.parametrize(
    ("income", "spent", "band"), [("1000", "945", "有结余"), ("1000", "950", "刚好持平"), ("1000", "1050", "入不敷出")]
)
def test_the_bands_of_the_published_planner(income, spent, band):
    found = afford(
        Case(
            household=household(),
            incomes=(Income(name="x", amount=D(income)),),
            expenses=(Expense(name="y", category="rent", amount=D(spent)),),
        ),
        LAW,
    )
    assert found.band.msgid == band


def test_every_figure_prints_the_numbers_it_was_made_from(sample):
    found = afford(sample, LAW)
    assert sum(line.yuan for line in found.income.lines) == found.income.yuan
    assert sum(line.yuan for line in found.guided.lines) == found.guided.yuan
    assert sum(line.yuan for line in found.actual.lines) == found.actual.yuan
    assert found.surplus_guided.yuan == found.income.yuan - found.guided.yuan
    assert sum(line.yuan for line in found.asset_capacity.lines) == found.asset_capacity.yuan


def test_the_share_of_the_surplus_can_be_assumed_otherwise():
    found = afford(case(food="500", assumptions=Assumptions(suggested_share=D("0.8"))), LAW)
    assert found.suggested.yuan == D("2800.00")


def test_the_gig_worker_is_measured_by_the_lower_six_months():
    months = sorted((7420, 8130, 6650, 5980, 7210, 4360, 6890, 7540, 5120, 6230, 7980, 5470))
    expected = (D(sum(months[:6])) / 6).quantize(D("0.01"))
    assert afford(CASES["gig_uneven_income"], LAW).income.yuan == expected


def test_what_is_above_a_guideline_is_named_line_by_line_until_a_reason_stands_beside_it():
    allowed = guideline("food", case(), LAW)
    held = case(food=str(allowed + 100))
    assert above_guideline(held, LAW) == {1: D(100)}
    assert afford(held, LAW).actual.yuan - afford(held, LAW).guided.yuan == D(100)
    rent, food = held.expenses
    told = held.model_copy(update={"expenses": (rent, food.model_copy(update={"reason": "糖尿病饮食"}))})
    assert above_guideline(told, LAW) == {}
    assert above_guideline(case(food=str(allowed)), LAW) == {}
