"""Stages from the facts, and steps that carry their days and articles."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from assessment import assess, rules
from assessment.case import Case, Debt, Income
from assessment.report.chinese import chinese
from assessment.stages import stage

TODAY = date(2026, 11, 23)
LAW = rules.at(TODAY)


def debt(**more):
    return Debt(**{"name": "某平台", "principal": Decimal(5000), "due_day": 8, "instalments_left": 6} | more)


def steps(**more):
    case = Case(incomes=(Income(name="工资", amount=Decimal(9000)),), debts=(debt(**more),))
    return assess(case, TODAY).steps


def said(found):
    return "\n".join(chinese(text) for step in found for text in (step.title, step.why, *step.how))


@pytest.mark.parametrize(
    ("days", "expected"), [(0, "current"), (1, "early"), (90, "early"), (91, "middle"), (900, "middle")]
)
def test_the_stage_follows_the_days(days, expected):
    assert stage(debt(days_overdue=days), LAW) == expected


@pytest.mark.parametrize("court", ["payment_order", "sued", "judgment", "enforcement"])
def test_court_papers_make_it_late_whatever_the_days(court):
    assert stage(debt(court=court), LAW) == "late"


def test_mediation_before_a_suit_is_not_yet_court():
    assert stage(debt(court="mediation", days_overdue=10), LAW) == "early"


def test_a_payment_order_needs_a_written_objection_to_the_debt_itself():
    found = steps(court="payment_order", days_overdue=200)
    words = said(found)
    assert "15 天" in words
    assert "书面" in words
    assert "只说没钱" in words
    assert any("payment_order_days" in step.rules for step in found)


def test_a_very_old_debt_is_checked_before_any_contact():
    found = steps(days_overdue=3 * 366)
    assert "诉讼时效" in said(found)
    assert found[-1].day is None
    fresh = steps(days_overdue=200)
    assert "诉讼时效" not in said(fresh)


def test_what_is_still_paid_on_time_and_what_is_newly_late_come_before_an_old_debt():
    """An old debt has no deadline of its own: nothing is lost by waiting, much by touching it too soon."""
    debts = (debt(name="旧债", days_overdue=2_000), debt(name="在还的"), debt(name="新逾期的", days_overdue=20))
    found = assess(Case(incomes=(Income(name="工资", amount=Decimal(9000)),), debts=debts), TODAY)
    assert found.barred == {0}
    order = [step.debt for step in found.steps if step.debt is not None]
    assert order[0] == 2
    assert order.index(1) < order.index(0)
    assert order[-1] == 0


def test_advice_is_promised_not_a_lawyer():
    words = said(steps(court="sued", days_overdue=200))
    assert "12348" in words
    assert "一般派不了免费律师" in words


def test_every_step_is_dated_today_or_later_and_in_order(sample):
    found = assess(sample, TODAY).steps
    days = [step.day for step in found if step.day]
    assert all(day >= TODAY for day in days)
    assert days == sorted(days)
    assert [bool(step.day) for step in found] == sorted((bool(step.day) for step in found), reverse=True)


def test_a_debt_paid_on_time_is_asked_to_stay_so_by_its_next_due_day():
    found = steps()
    assert found[0].day == date(2026, 12, 8)
    late_month = steps(due_day=31)
    assert late_month[0].day == date(2026, 11, 30)


def test_borrowing_anew_and_paid_agents_are_warned_of_where_nothing_is_left():
    case = Case(incomes=(Income(name="工资", amount=Decimal(300)),), debts=(debt(days_overdue=40),))
    words = said(assess(case, TODAY).steps)
    assert "不借新还旧" in words
    assert "债务代理" in words
    assert "12348" in words


def test_the_first_call_comes_tomorrow():
    assert steps(days_overdue=5)[0].day == TODAY + timedelta(days=1)


@pytest.mark.parametrize("days", [10, 200])
def test_where_nothing_is_left_no_sum_is_offered_only_time_is_asked_for(days):
    case = Case(incomes=(Income(name="工资", amount=Decimal(300)),), debts=(debt(days_overdue=days),))
    words = said(assess(case, TODAY).steps)
    assert "每月不要超过" not in words
    assert "申请分期" not in words
    assert "请求暂缓" in words
