"""Whatever was done, every step goes back exactly and forth exactly; and a whole session survives its case file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import rules
from assessment.case import Asset, Case, Debt, Income
from assessment.differences import differences, moved
from assessment.offers import Terms
from assessment.problems import Place, Problem
from assessment.report.wishes import Wishes
from assessment.sealed import Cost, seal, unseal
from assessment.text import Text
from tests.strategies import cases
from ui.content import Content
from ui.session import Session

AMOUNTS = st.integers(0, 99_999).map(Decimal)


def refuse(session, place, text):
    problem = Problem(Place(("debts", place, "rate")), Text("x"), Text("y"), raw=text)
    session.refuse(("debts", place, "rate"), text, problem)


def act(session, how, at, amount):
    """One of the things people do; on a place that is there."""
    debts = len(session.case.debts)
    place = at % debts if debts else 0
    if how == "add":
        session.add("debts", Debt(name=f"第 {at} 笔", principal=amount))
    elif how == "income":
        session.add("incomes", Income(name="工资", amount=amount))
    elif how == "replace":
        session.bring_in(Case(assets=(Asset(name="存款", value=amount),), debts=session.case.debts[:place]))
    elif how == "reset":
        session.reset("assumptions")
    elif not debts:
        return
    elif how == "put":
        session.put(("debts", place, "principal"), amount)
    elif how == "remove":
        session.remove("debts", place)
    elif how == "offer":
        session.offer(place, 0, Terms(kind="instalments", months=1 + at))
    elif how == "refuse":
        refuse(session, place, str(amount))
    elif how == "wish":
        session.wishes[place] = Wishes(words=str(amount))
    elif how == "snapshot":
        session.take_snapshot(str(amount))
    elif how == "back" and session.snapshots:
        session.go_back_to(at % len(session.snapshots))


ACTS = ("add", "income", "replace", "reset", "put", "remove", "offer", "refuse", "wish", "snapshot", "back")
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9), AMOUNTS), min_size=1, max_size=30)


@settings(deadline=None, max_examples=150)
@given(steps=steps)
def test_every_step_goes_back_and_forth(steps):
    session = Session()
    stood = [session.standing]
    for step in steps:
        before = len(session.history.past)
        act(session, *step)
        if len(session.history.past) > before:
            stood.append(session.standing)
        else:
            stood[-1] = session.standing
    for earlier in reversed(stood[:-1]):
        session.undo()
        assert session.case == earlier.case
        assert all(path[1] < len(session.case.debts) for path in session.refused)
        assert all(at[0] < len(session.case.debts) for at in session.edited)
    session.undo()
    for later in stood[1:]:
        session.redo()
        assert session.case == later.case
    assert session.standing == stood[-1]


@settings(deadline=None, max_examples=100)
@given(steps=steps, back=st.integers(1, 5))
def test_a_new_change_ends_what_could_be_done_again(steps, back):
    session = Session()
    for step in steps:
        act(session, *step)
    for _time in range(back):
        session.undo()
    session.add("debts", Debt(name="新的"))
    now = session.standing
    session.redo()
    assert session.standing == now


def test_removing_the_first_debt_brings_back_what_was_typed_on_the_second():
    """A refused value moves up with its debt, and must not come back on another one."""
    session = Session()
    for name in ("甲", "乙"):
        session.add("debts", Debt(name=name))
    refuse(session, 1, "很多")
    session.offer(1, 0, Terms(kind="instalments", months=24))
    session.wishes[1] = Wishes(words="自己的话")
    session.remove("debts", 0)
    session.undo()
    assert session.refused[("debts", 1, "rate")][0] == "很多"
    assert session.edited[1, 0].months == 24
    assert session.wishes[1].words == "自己的话"


def test_fifty_steps_are_kept():
    session = Session()
    for each in range(60):
        session.add("debts", Debt(name=str(each)))
    for _time in range(70):
        session.undo()
    assert len(session.case.debts) == 10


@settings(deadline=None, max_examples=25)
@given(case=cases, other=cases, words=st.text(max_size=30), own=st.text(max_size=60))
def test_a_session_survives_its_case_file(case, other, words, own):
    session = Session(own_rules=own)
    session.replace(other)
    session.take_snapshot(words)
    session.replace(case)
    for place in range(len(case.debts)):
        session.offer(place, 1, Terms(kind="instalments", months=12, annual_rate=Decimal("0.1825")))
        session.wishes[place] = Wishes(words=words, days=9)
        session.pinned[place] = (0, 1)
    content = session.content()
    sealed = seal(content.model_dump_json().encode(), "passphrase", Cost(power=14))
    found = Content.model_validate_json(unseal(sealed, "passphrase"))
    assert found == content
    fresh = Session()
    fresh.bring_back(found, "x")
    assert fresh.content().model_dump(exclude={"language"}) == content.model_dump(exclude={"language"})
    fresh.undo()
    assert fresh.empty
    assert fresh.snapshots == ()
    fresh.redo()
    assert fresh.case == case


@settings(deadline=None, max_examples=60)
@given(old=cases, new=cases)
def test_differences_are_there_exactly_where_cases_differ(old, new):
    assert differences(old, old) == ()
    listed = {section: sorted(map(repr, getattr(old, section))) for section in ("debts", "assets", "incomes", "events")}
    same = all(sorted(map(repr, getattr(new, section))) == items for section, items in listed.items())
    if old != new and not same:
        assert differences(old, new)
    there, back = differences(old, new), differences(new, old)
    assert len(there) == len(back)


@settings(deadline=None, max_examples=30)
@given(case=cases, more=AMOUNTS)
def test_what_is_owed_moves_by_what_was_added(case, more):
    new = case.model_copy(update={"debts": (*case.debts, Debt(name="新的", principal=more))})
    owed = next(each for each in moved(case, new, rules.at(date(2026, 11, 24))) if each.title == "今天一共欠")
    assert owed.after - owed.before == more
