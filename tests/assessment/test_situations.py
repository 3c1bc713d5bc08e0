"""Words for each situation, and which one the facts point to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import rules
from assessment.case import Case, Debt, Event
from assessment.report.chinese import chinese
from assessment.situations import SITUATIONS, likely

LAW = rules.at(date(2026, 11, 23))
NAMES = {each.name for each in SITUATIONS}


def words(name):
    found = next(each for each in SITUATIONS if each.name == name)
    return "\n".join(chinese(text) for text in (*found.first, *found.said, *found.keep, *found.turn_to))


def test_every_situation_stands_once_and_rests_on_rules_that_exist():
    assert len(NAMES) == len(SITUATIONS) == 13
    for each in SITUATIONS:
        assert all(LAW.rule(name) for name in each.rules)


def test_in_a_crisis_help_comes_first_and_money_is_set_aside():
    text = words("crisis")
    assert text.startswith("现在先不管钱。打 12356")
    assert "还款" not in text


def test_where_limitation_may_have_passed_nothing_is_put_into_the_persons_mouth():
    found = next(each for each in SITUATIONS if each.name == "barred")
    assert found.said == ()
    assert "不主动联系" in words("barred").replace("也不主动联系", "不主动联系")


def test_no_words_offered_admit_a_debt_to_the_court_or_advise_new_borrowing():
    for each in SITUATIONS:
        said = "".join(map(chinese, each.said))
        assert "没有异议" not in said
        assert "借新" not in said


def test_an_old_debt_is_not_the_situation_while_a_newer_one_is_overdue():
    old, new = (Debt(name="x", principal=Decimal(1), days_overdue=days) for days in (2_000, 20))
    assert likely(Case(debts=(old, new)), ["middle", "early"], {0}, negative=False) == "no_contact"
    assert likely(Case(debts=(old,)), ["middle"], {0}, negative=False) == "barred"


@pytest.mark.parametrize(
    ("debt", "events", "barred", "negative", "expected"),
    [
        ({"court": "enforcement"}, (), False, True, "enforcement"), ({"court": "sued"}, (), True, False, "summons"),
        ({"days_overdue": 1500}, (), True, True, "barred"), ({"days_overdue": 50}, (), False, True, "no_plan"),
        ({"days_overdue": 50}, ("refused",), False, False, "refused"), ({"days_overdue": 50}, ("refused", "agreement"), False, False, "agreed"),
        ({"days_overdue": 50}, ("message",), False, False, "no_contact"), ({}, (), False, False, "first_call"),
    ],
)  # fmt: skip
def test_the_facts_point_to_a_situation(debt, events, barred, negative, expected):
    logged = tuple(Event(name="x", day=date(2026, 11, day), kind=kind) for day, kind in enumerate(events, start=1))
    case = Case(debts=(Debt(**{"name": "x", "principal": Decimal(1)} | debt),), events=logged)
    stage = "late" if debt.get("court") else "early" if debt.get("days_overdue") else "current"
    assert likely(case, [stage], frozenset({0} if barred else ()), negative=negative) == expected
