"""What others may see of a case holds no word of the person's own, and every figure as it was."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from assessment import assess, rules
from assessment.case import Case, Household
from assessment.masking import Mask
from assessment.report.chinese import chinese
from tests.marked import MARK, marked
from tests.samples import CASES, STORY_DAY
from tests.strategies import cases

LAW = rules.at(STORY_DAY)


def mask(case):
    return Mask(case, LAW, chinese)


@pytest.mark.parametrize("slug", sorted(CASES))
def test_no_word_of_a_persons_own_is_left_in_the_case_nor_in_what_is_made_of_it(slug):
    masked = mask(marked(CASES[slug])).of(marked(CASES[slug]))
    assert MARK not in masked.model_dump_json()
    assert MARK not in repr(assess(masked, STORY_DAY))


@given(cases)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_word_is_left_of_any_case(case):
    case = marked(case, everywhere=True)
    assert MARK not in mask(case).of(case).model_dump_json()


@pytest.mark.parametrize("slug", sorted(CASES))
def test_every_figure_step_and_day_stays(slug):
    case = marked(CASES[slug])
    plain, masked = assess(case, STORY_DAY), assess(mask(case).of(case), STORY_DAY)
    assert masked.affordability.capacity == plain.affordability.capacity
    assert [(each.day, each.title.msgid) for each in masked.steps] == [
        (each.day, each.title.msgid) for each in plain.steps
    ]
    for one, other in zip(masked.debts, plain.debts, strict=True):
        assert one.comparison.recommended == other.comparison.recommended
        assert [each.outcome.total for each in one.comparison.options] == [
            each.outcome.total for each in other.comparison.options
        ]
        assert [each.fit for each in one.comparison.options] == [each.fit for each in other.comparison.options]


@pytest.mark.parametrize("slug", sorted(CASES))
def test_a_result_masked_is_the_result_of_the_masked_case(slug):
    case = marked(CASES[slug])
    masked = mask(case)
    assert masked.of(assess(case, STORY_DAY)) == assess(masked.of(case), STORY_DAY)


def test_one_lender_has_one_letter_and_its_log_keeps_to_it():
    case = CASES["old_loans_and_calls"]
    masked = mask(case).of(case)
    letters = {each.name: other.name for each, other in zip(case.debts, masked.debts, strict=True)}
    assert set(letters.values()) == {f"出借方{letter}" for letter in "甲乙丙"[: len(letters)]}
    for event, other in zip(case.events, masked.events, strict=True):
        assert event.name not in letters or other.name == letters[event.name]


def test_masking_twice_is_masking_once():
    for case in CASES.values():
        once = mask(case).of(case)
        assert mask(once).of(once) == once
        assert mask(case).of(once) == once


class ListsOnePlace:
    """The law of a person's own rules, with a figure for one place."""

    def value(self, name):
        assert name == "minimum_living_by_place"
        return {"甲市": 1000}


def test_a_place_the_law_has_a_figure_for_is_named_and_no_more_than_that():
    home = Household(place="甲市某区某街 12 号")
    masked = Mask(Case(household=home), ListsOnePlace(), chinese).of(Case(household=home))
    assert masked.household.place == "甲市"
