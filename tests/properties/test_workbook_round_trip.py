"""A case taken along as a workbook comes back as the same case."""

from __future__ import annotations

from hypothesis import given, settings

from assessment.case import Case
from assessment.intake import read_workbook
from assessment.report import workbook
from tests.intake.reading import read_here
from tests.strategies import cases


@settings(max_examples=60)
@given(cases)
def test_a_case_written_and_read_is_the_same_case_without_a_doubt(case):
    found = read_here(workbook.write(case))
    assert found.case == case
    assert all(called_like_a_sum(problem) for problem in found.problems)
    assert found.readings == ()


def called_like_a_sum(problem):
    """The one thing worth asking about a case of our own: an entry whose name says that it is a total."""
    return problem.what.msgid == "第 {row} 行叫“{total}”，当作一笔读了。"


@settings(max_examples=8)
@given(cases)
def test_reading_apart_and_reading_here_agree(case):
    data = workbook.write(case)
    assert read_workbook(data) == read_here(data)


def test_every_sample_household_comes_back(sample: Case):
    found = read_workbook(workbook.write(sample))
    assert found.case == sample
    assert found.problems == ()
