"""The one-off policy, the person's own print, and debts taken together. Vectors: the shared law facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import assess, credit, rules
from assessment.case import Debt, Household
from assessment.credit import CreditPath, hidden_from, joint, repair
from assessment.report.chinese import chinese
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
ARISEN = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("amount", "paid", "hidden"),
    [
        (9800, date(2026, 3, 31), date(2026, 4, 30)), (9800, date(2026, 4, 1), None), (9800, date(2025, 11, 30), date(2026, 1, 1)),
        (9800, date(2025, 12, 1), date(2026, 1, 31)), (10000, date(2026, 1, 15), date(2026, 2, 28)), (10001, date(2026, 1, 15), None),
    ],
)  # fmt: skip
def test_when_a_repaid_overdue_is_no_longer_shown(amount, paid, hidden):
    assert hidden_from(ARISEN, Decimal(amount), paid, LAW) == hidden


@pytest.mark.parametrize("arisen", [date(2019, 12, 31), date(2026, 1, 1)])
def test_an_overdue_outside_its_years_is_not_reached(arisen):
    assert hidden_from(arisen, Decimal(5000), date(2026, 3, 1), LAW) is None


@pytest.mark.parametrize(
    ("as_of", "overdue", "owed", "standing"),
    [
        (STORY_DAY, 0, 5000, "not_overdue"), (STORY_DAY, 600, 5000, "closed"), (STORY_DAY, 100, 5000, "too_late"),
        (STORY_DAY, 600, 15000, "too_large"), (date(2026, 3, 1), 300, 5000, "open"),
    ],
)  # fmt: skip
def test_whether_the_policy_reaches_a_debt_and_why_not(as_of, overdue, owed, standing):
    debt = Debt(name="x", principal=Decimal(owed), days_overdue=overdue)
    assert repair(debt, as_of, rules.at(as_of)).standing == standing


def test_together_a_month_shows_its_worst_code_and_lapses_last():
    months = tuple(date(2026, month, 1) for month in (1, 2, 3))
    one = CreditPath(months, ("1", "2", "C"), date(2031, 3, 1))
    other = CreditPath(months[:2], ("N", "C"), None)
    assert joint([one, other]) == CreditPath(months, ("1", "2", "C"), date(2031, 3, 1))


def test_together_nothing_lapses_while_one_debt_never_ends():
    months = (date(2026, 1, 1),)
    endless, ended = CreditPath(months, ("7",), None), CreditPath(months, ("1",), date(2031, 1, 1))
    assert joint([endless, ended]).lapses is None
    assert joint([endless, ended]).codes == ("7",)


def test_a_debt_left_alone_shows_its_missed_months_though_it_is_paid_up_today():
    case = CASES["twelve_debts"]
    debt = next(debt for debt in assess(case, STORY_DAY).debts if not debt.debt.days_overdue)
    place = [option.outcome.terms.kind for option in debt.comparison.options].index("do_nothing")
    codes = debt.credit[place].until_cleared.codes
    assert codes[0] in "N1"
    assert codes[1] == "1"
    assert codes[-1] == "7"


def test_the_persons_own_print_is_read_back_in_words():
    household = Household(overdue_months=5, over_ninety=True, queries=7)
    words = "\n".join(map(chinese, credit.on_record(household, LAW)))
    assert "有 5 个月" in words
    assert "惯例" in words
    assert credit.on_record(Household(), LAW) == ()


def test_every_right_rests_on_its_article():
    for right in credit.rights(LAW):
        assert all(LAW.rule(name) for name in right.rules)
    words = "\n".join(chinese(right.title) for right in credit.rights(LAW))
    assert "20 天" in words
    assert "30 天" in words


def test_whom_else_a_debt_touches():
    assert credit.effects(Debt(name="x")) == ()
    words = "\n".join(map(chinese, credit.effects(Debt(name="x", security="guarantee", joint=True))))
    assert "担保人" in words
    assert "共同借款人" in words
