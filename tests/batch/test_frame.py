"""The vector engine over many cases: every figure as `assess` has it, whatever stands beside it."""

from __future__ import annotations

import pickle
from decimal import Decimal
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.batch import CASE, RESULT, NotACaseTable, assess_frame, assess_table, frame, framed
from assessment.batch.columns import conformed
from assessment.batch.rows import case_of
from assessment.case import Case, Debt
from assessment.problems import Unanswerable
from assessment.rules import at
from benchmarks import agency
from tests import strategies, strategies_households
from tests.batch.expected import DAY, rows, same, too_large
from tests.samples import CASES

calm = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def by_case(table):
    found = {}
    for row in table.to_pylist():
        found.setdefault(row["case"], []).append(row)
    return found


def taken_together(table):
    """Which cases the vector engine takes."""
    return frame._together(conformed(table), DAY, at(DAY))[2]


def agree(cases):
    """Each case's rows are those of `assess`; one without rows is one that `assess` cannot carry either."""
    found = by_case(assess_table(framed(cases), DAY))
    assert found.keys() == cases.keys()
    for name, case in cases.items():
        if found[name][0]["error"]:
            assert not carried(name, case), (found[name][0]["error"], case)
            continue
        expected = rows(name, case)
        assert len(found[name]) == len(expected)
        for got, wanted in zip(found[name], expected, strict=True):
            assert same(got, wanted), (got, wanted, case.debts)


def carried(name, case):
    """Whether `assess` works the case out, in figures that fit."""
    try:
        return not any(map(too_large, rows(name, case)))
    except (Unanswerable, ArithmeticError):
        return False


def named(cases):
    return {f"K{place}": case for place, case in enumerate(cases)}


def test_the_samples():
    agree(CASES)
    assert taken_together(framed(CASES)).all()


@calm
@given(st.lists(strategies_households.cases, min_size=1, max_size=4))
def test_everyday_households(cases):
    agree(named(cases))


@calm
@given(st.lists(strategies.cases, min_size=1, max_size=3))
def test_whatever_a_case_may_hold(cases):
    agree(named(cases))


def test_an_agencys_cases_go_together_and_agree():
    table = agency.cases(150)
    together = taken_together(table)
    assert together.mean() > 0.99
    agree({row["case"]: case_of(row) for row in table.to_pylist()})


@calm
@given(strategies.cases)
def test_a_case_as_a_row_holds_all_that_decides_a_figure(case):
    again = case_of(framed({"K": case}).to_pylist()[0])
    for section in ("incomes", "expenses", "assets"):
        for before, after in zip(getattr(case, section), getattr(again, section), strict=True):
            assert {name: value for name, value in after if name not in _UNTOLD} == {
                name: value for name, value in before if name not in _UNTOLD
            }
    assert again.assumptions == case.assumptions
    assert [debt.owed for debt in again.debts] == [debt.owed for debt in case.debts]
    assert [debt.rate for debt in again.debts] == [debt.rate for debt in case.debts]


_UNTOLD = {"name", "note", "grade", "proof", "checked", "reason"}


def test_nothing_that_names_a_person_or_a_lender_stands_in_a_row():
    told = str(framed({"K1": CASES["middle_three_debts"]}).to_pylist())
    for debt in CASES["middle_three_debts"].debts:
        assert debt.name not in told
    assert not {"name", "note", "product", "proof"} & {field.name for field in CASE.field("debts").type.value_type}


@pytest.fixture(scope="module")
def some():
    """Cases of every kind: plain ones, one by one, without debts, wrong."""
    table = agency.cases(60)
    rows = [*table.to_pylist()[:50], *framed(_others()).to_pylist()]
    rows[7]["debts"][0]["principal"] = -5
    rows[11]["debts"][1]["method"] = "no such method"
    return pa.Table.from_pylist(rows, CASE)


def _others():
    small = Debt(name="", principal=Decimal("12.34"), instalments_left=3)
    return {"none": Case(), "small": Case(debts=(small,)), **CASES}


def test_order_and_chunks_change_nothing(some):
    whole = assess_table(some, DAY)
    random = np.random.default_rng(5)
    for size in (1, 7, 25):
        chunks = [some.slice(start, size) for start in range(0, some.num_rows, size)]
        assert pa.concat_tables([assess_table(chunk, DAY) for chunk in chunks]).equals(whole)
    order = random.permutation(some.num_rows)
    assert by_case(assess_table(some.take(order), DAY)) == by_case(whole)


def test_a_wrong_row_is_said_in_plain_words_and_the_others_are_done(some):
    found = by_case(assess_table(some, DAY))
    wrong = {name: rows[0]["error"] for name, rows in found.items() if rows[0]["error"]}
    assert wrong.keys() == {"K00000007", "K00000011"}
    assert wrong["K00000007"] == "债务第 1 笔：剩余本金不能是负数。请填 0 或更大的数。"
    assert wrong["K00000011"] == "债务第 2 笔：还款方式不在可选的几项里。请从列表里选一项。"
    assert all(row["floor"] is None and row["total"] is None for name in wrong for row in found[name])
    assert len(found) == some.num_rows


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"case": None}, "没有编号"),
        ({"error": "第 3 行看不懂。"}, "第 3 行看不懂。"),
        ({"assumptions": "{"}, "假设"),
        ({"assumptions": '{"floor_share": "3"}'}, "超过了 100%"),
        ({"adults": 0}, "成年人太小了"),
        ({"place": "某" * 61}, "所在地太长了"),
        ({"debts": [None]}, "这一笔是空的"),
    ],
)
def test_what_is_wrong_is_named(change, says):
    row = agency.cases(1).to_pylist()[0] | change
    found = assess_table(pa.Table.from_pylist([row], CASE), DAY).to_pylist()
    assert len(found) == 1
    assert says in found[0]["error"]


def test_a_frame_in_a_frame_out_with_exact_types(some):
    given_frame = some.to_pandas(types_mapper=pd.ArrowDtype)
    found = assess_frame(given_frame, DAY)
    assert list(found.columns) == RESULT.names
    assert {str(found[name].dtype) for name in ("stage", "option", "fit")} == {"category"}
    assert {str(found[name].dtype) for name in ("floor", "owed", "total", "saved")} == {"int64[pyarrow]"}
    again = pickle.loads(pickle.dumps(partial(assess_frame, as_of=DAY)))(pickle.loads(pickle.dumps(given_frame)))
    assert pa.Table.from_pandas(again, RESULT).equals(pa.Table.from_pandas(found, RESULT))


def test_columns_may_be_fewer_plainer_and_in_any_order():
    rows = [{"debts": [{"principal": 800_000, "rate": 0.1825, "instalments_left": 8}], "case": "K1", "unknown": 1}]
    found = assess_table(pa.Table.from_pylist(rows), DAY).to_pylist()
    assert {row["owed"] for row in found} == {800_000}
    assert not any(row["error"] for row in found)


@pytest.mark.parametrize("table", [pa.table({"principal": [1]}), pa.table({"case": ["K"], "debts": ["none"]})])
def test_a_table_of_something_else_is_refused(table):
    with pytest.raises(NotACaseTable):
        assess_table(table, DAY)


def test_no_cases_make_no_rows():
    assert assess_table(framed({}), DAY).num_rows == 0
