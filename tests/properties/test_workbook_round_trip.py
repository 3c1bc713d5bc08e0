"""A case taken along as a workbook comes back as the same case."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

from hypothesis import given, settings
from openpyxl import load_workbook

from assessment import assess, rules
from assessment.case import Case
from assessment.intake import read_workbook
from assessment.report import live, workbook
from assessment.text import Text
from tests.intake.reading import read_here
from tests.strategies import cases
from ui.text import _, plain, printed

DAY = date(2026, 11, 24)


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


@settings(max_examples=20)
@given(cases)
def test_a_case_written_in_english_is_the_same_case_without_a_doubt(case):
    found = read_here(workbook.write(case, english))
    assert found.case == case
    assert all(called_like_a_sum(problem) for problem in found.problems)
    assert found.readings == ()


def test_an_english_report_with_its_formulas_is_read_back(sample: Case):
    law = rules.at(DAY)
    with printed("en", "exact"):
        data = live.write(sample, assess(sample, DAY), law, plain, lambda debt: Text("{name}", name=debt.debt.name))
    found = read_here(data)
    assert found.case == sample
    assert found.problems == ()


def test_an_empty_english_workbook_explains_itself_in_english_and_holds_nothing():
    found = read_here(workbook.template(english))
    assert found.case == Case()
    assert found.problems == read_here(workbook.template()).problems
    book = load_workbook(BytesIO(workbook.template(english)))
    told = [row[0].value for row in book["Notes"].iter_rows(min_row=3, max_row=12)]
    assert all(re.match(r"\d+\. [A-Z\"]", line) for line in told)


def english(word: str) -> str:
    with printed("en", "exact"):
        return _(word)


def test_every_sample_household_comes_back(sample: Case):
    found = read_workbook(workbook.write(sample))
    assert found.case == sample
    assert found.problems == ()
