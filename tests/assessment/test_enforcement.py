"""What a court may take and must leave, and what the way there may cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import assess, rules
from assessment.case import Case, Debt, Household
from assessment.law.enforcement import court_costs, court_path, retention, untouchable
from assessment.report.chinese import chinese
from tests.samples import CASES, STORY_DAY

LAW = rules.at(date(2026, 11, 23))


def test_the_way_to_court_may_cost_from_the_halved_fee_to_everything():
    found = court_costs(Decimal(50_000), Decimal(40_000), LAW)
    assert sum(cost.low for cost in found) == Decimal("525.00")
    assert sum(cost.high for cost in found) == Decimal("1050.00") + Decimal("520.00") + Decimal("650.00") + Decimal(
        "2555.00"
    )


def test_every_step_rests_on_rules_and_says_its_days():
    path = court_path(Debt(name="x", principal=Decimal(5000)), LAW)
    words = "\n".join(chinese(stage.what) for stage in path.stages)
    for said in (
        "15 天内，对债务本身",
        "15 天内交答辩状",
        "3 个月内申请撤销",
        "2 年内申请执行",
        "一审终审",
        "光是逾期，两样都不会有",
    ):
        assert said in words
    for name in (
        *(rule for stage in path.stages for rule in stage.rules),
        *(cost.rule for cost in path.costs),
        *(rule for _text, rule in untouchable()),
    ):
        assert LAW.rule(name)


@pytest.mark.parametrize(
    ("minimum", "income", "kept", "most"),
    [("1000", "6000", "3000.00", "3000.00"), ("1000", "2500", "3000.00", "0.00"), (None, "6000", "2052.30", "3947.70")],
)
def test_the_living_costs_of_everyone_in_the_household_are_left(minimum, income, kept, most):
    home = Household(adults=2, children=1, minimum_per_head=minimum and Decimal(minimum))
    found = retention(home, Decimal(income), LAW)
    assert (found.kept, found.most_withheld) == (Decimal(kept), Decimal(most))
    assert found.assumed is (minimum is None)


def test_doing_nothing_is_shown_with_the_costs_of_court():
    found = assess(CASES["middle_three_debts"], STORY_DAY)
    for debt in found.debts:
        nothing = next(
            option.outcome for option in debt.comparison.options if option.outcome.terms.kind == "do_nothing"
        )
        assert nothing.spread.low < nothing.spread.middle < nothing.spread.high
        assert nothing.spread.low >= debt.position.claim.total + 2500
        assert nothing.total == nothing.spread.middle


def test_an_empty_case_has_nothing_to_keep_from():
    assert retention(Case().household, Decimal(0), LAW).most_withheld == 0
