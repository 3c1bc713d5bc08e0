"""The limitation clock: 民法典 第一百八十八、一百八十九、一百九十二、一百九十五条."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import rules
from assessment.case import Debt, Event
from assessment.case.models import EventKind
from assessment.law.limitation import clock
from assessment.report.chinese import chinese

TODAY = date(2026, 11, 23)
LAW = rules.at(TODAY)


def debt(since, **more):
    return Debt(**{"name": "某平台", "principal": Decimal(5000), "days_overdue": (TODAY - since).days} | more)


def event(day, kind, name="某平台"):
    return Event(name=name, day=day, kind=kind)


def test_three_years_from_the_day_it_was_due():
    found = clock(debt(date(2024, 1, 8)), (), TODAY, LAW)
    assert (found.start, found.expires, found.verdict) == (date(2024, 1, 8), date(2027, 1, 8), "running")


def test_instalments_count_from_the_last_of_them():
    found = clock(debt(date(2022, 1, 8), instalments_left=12, due_day=8), (), TODAY, LAW)
    assert (found.start, found.expires) == (date(2022, 12, 8), date(2025, 12, 8))
    assert found.verdict == "may_have_passed"


def test_what_happened_before_the_time_began_does_not_begin_it_anew():
    found = clock(
        debt(date(2026, 9, 8), instalments_left=12, due_day=8), (event(date(2026, 10, 1), "payment"),), TODAY, LAW
    )
    assert found.restarts == ()


def test_the_time_has_not_begun_while_instalments_are_still_to_come():
    found = clock(debt(date(2026, 9, 8), instalments_left=12, due_day=8), (), TODAY, LAW)
    assert found.start == date(2027, 8, 8)
    assert found.verdict == "not_started"


@pytest.mark.parametrize(("day", "verdict"), [(date(2023, 11, 23), "running"), (date(2023, 11, 22), "may_have_passed")])
def test_the_last_day_still_counts(day, verdict):
    assert clock(debt(day), (), TODAY, LAW).verdict == verdict


def test_a_leap_day_ends_on_the_last_of_february():
    assert clock(debt(date(2024, 2, 29)), (), TODAY, LAW).expires == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("kind", "sure"),
    [
        ("message", True), ("letter", True), ("deduction", True), ("payment", True), ("asked", True), ("agreement", True), ("assignment", True),
        ("mediation", True), ("payment_order", True), ("sued", True), ("judgment", True), ("call", False), ("visit", False),
    ],
)  # fmt: skip
def test_what_begins_the_time_anew_and_how_surely(kind, sure):
    found = clock(debt(date(2022, 5, 1)), (event(date(2024, 6, 1), kind),), TODAY, LAW)
    assert found.expires == date(2027, 6, 1)
    assert [restart.sure for restart in found.restarts] == [sure]
    assert LAW.rule(found.restarts[0].rule)


@pytest.mark.parametrize("kind", ["dialled", "third_party", "refused", "broken", "other"])
def test_what_does_not(kind):
    assert clock(debt(date(2022, 5, 1)), (event(date(2024, 6, 1), kind),), TODAY, LAW).restarts == ()


def test_a_demand_after_three_silent_years_revives_nothing_but_a_promise_does():
    silent = debt(date(2021, 5, 1))
    after = date(2025, 6, 1)
    assert clock(silent, (event(after, "message"),), TODAY, LAW).verdict == "may_have_passed"
    promised = clock(silent, (event(after, "asked"),), TODAY, LAW)
    assert promised.verdict == "running"
    assert promised.restarts[0].rule == "limitation_waived"


def test_another_debts_events_do_not_count():
    assert clock(debt(date(2022, 5, 1)), (event(date(2024, 6, 1), "message", "别家"),), TODAY, LAW).restarts == ()


def test_where_it_may_have_passed_nothing_is_advised_that_would_revive_it():
    found = clock(debt(date(2021, 5, 1)), (), TODAY, LAW)
    said = chinese(found.words) + "".join(map(chinese, found.advice))
    assert "先不还一点" in said
    assert "债并没有消失" in said
    assert "主动联系对方" not in said


def test_in_court_it_must_be_pleaded_in_first_instance():
    found = clock(debt(date(2021, 5, 1), court="sued"), (), TODAY, LAW)
    assert found.verdict == "in_court"
    assert "一审" in chinese(found.words)


kinds = st.sampled_from(get_args(EventKind))
logged = st.lists(st.builds(event, st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)), kinds), max_size=6)


@given(logged, st.integers(1, 6000))
def test_one_more_promise_never_shortens_the_time(events, overdue):
    owed = Debt(name="某平台", principal=Decimal(1), days_overdue=overdue)
    before = clock(owed, events, TODAY, LAW)
    after = clock(owed, (*events, event(TODAY, "asked")), TODAY, LAW)
    assert after.expires is not None
    assert before.expires is None or before.expires <= after.expires
    assert all(restart.day <= TODAY for restart in (*before.restarts, *after.restarts))


def test_a_sure_restart_takes_the_warning_off_the_next_steps():
    from assessment.stages import may_be_barred

    old = debt(TODAY - timedelta(days=1300))
    assert may_be_barred(old, (), TODAY, LAW)
    assert not may_be_barred(old, (event(TODAY - timedelta(days=400), "message"),), TODAY, LAW)
    assert may_be_barred(old, (event(TODAY - timedelta(days=400), "call"),), TODAY, LAW)


def test_three_years_with_nothing_but_calls_are_uncertain():
    old = debt(date(2022, 10, 15))
    assert clock(old, (event(date(2024, 6, 1), "call"),), TODAY, LAW).verdict == "uncertain"
    assert clock(old, (event(date(2024, 6, 1), "message"),), TODAY, LAW).verdict == "running"


@pytest.mark.parametrize("kind", ["judgment", "enforcement"])
def test_after_a_judgment_limitation_can_no_longer_be_pleaded(kind):
    found = clock(debt(date(2022, 10, 15)), (event(date(2025, 6, 1), kind),), TODAY, LAW)
    assert found.verdict == "judged"
    assert "两年" in chinese(found.words)


def test_close_to_its_end_nobody_is_told_to_talk_at_once():
    found = clock(debt(date(2024, 1, 8)), (), TODAY, LAW)
    assert found.expires == date(2027, 1, 8)
    assert not any("要谈就谈" in chinese(line) for line in found.advice)
