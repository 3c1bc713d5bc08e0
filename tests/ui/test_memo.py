"""What was worked out is never given for something else, and never worked out twice."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case, Debt
from ui.memo import Memo
from ui.session import Session

small = st.integers(0, 2)


@given(st.lists(st.tuples(small, small, small)))
def test_an_answer_is_the_one_for_its_basis_and_question(calls):
    memo = Memo()
    for basis, name, asked in calls:
        given_now = (basis, name, asked)
        assert memo.once((basis,), lambda made=given_now: made, str(name), asked) == given_now
        assert memo.has((basis,), str(name), asked)


def test_a_question_is_worked_out_once_until_the_case_changes():
    here, worked = Session(), []
    for _rerun in range(3):
        here.once(lambda: worked.append("whole"), "a")
        here.once(lambda: worked.append("part"), "b", on=1)
    here.put(("debts",), (Debt(name="花呗", principal=Decimal(1)),))
    assert not here.has("a")
    here.once(lambda: worked.append("whole"), "a")
    here.once(lambda: worked.append("part"), "b", on=1)
    assert worked == ["whole", "part", "whole"]


def test_another_case_keeps_nothing_of_the_one_before():
    here = Session()
    here.once(lambda: "held", "a", on=1)
    here.replace(Case())
    assert here.memo.held == {}
