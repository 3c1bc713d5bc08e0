"""Before a call: five facts, where to stand, and answers made of the person's own figures, none of them beyond their means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assessment import assess, money, rules
from assessment.case import words
from assessment.deal.preparation import prepare
from assessment.negotiation import room, to_come
from assessment.report.chinese import chinese
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
DEBTS = [(slug, place) for slug, case in sorted(CASES.items()) for place in range(len(case.debts))]


def prepared(slug, place, hardships=()):
    whole = assess(CASES[slug], STORY_DAY)
    found = whole.debts[place]
    roomed = room(found, CASES[slug], whole, next(iter(to_come(found, LAW).values())), LAW)
    return prepare(CASES[slug], roomed, whole.affordability, hardships, LAW), found


@pytest.mark.parametrize(("slug", "place"), DEBTS)
def test_every_call_has_five_facts_and_never_a_sum_beyond_the_means(slug, place):
    ready, found = prepared(slug, place)
    assert len(ready.facts) == 5
    for stand in ready.stands:
        if stand.deal:
            assert max(stand.deal.judged.outcome.path.payment) <= found.comparison.share.suggested
    for rule in ready.rules:
        LAW.rule(rule)


@pytest.mark.parametrize(("slug", "place"), DEBTS)
def test_a_debt_that_may_be_out_of_time_is_not_called_about(slug, place):
    ready, found = prepared(slug, place)
    assert (ready.room.verdict == "barred") == (found.debt.days_overdue > 1_095 and found.debt.court == "none")
    if ready.room.verdict == "barred":
        assert ready.stands == ready.objections == ready.parts == ()
        assert "limitation_waived" in ready.rules


def test_where_nothing_is_left_over_no_sum_is_offered():
    ready, _found = prepared("negative_budget", 0)
    assert all(stand.deal is None for stand in ready.stands)
    assert not any("每月" in chinese(stand.said) and "¥" in chinese(stand.said) for stand in ready.stands)
    assert any("还差 ¥1,660.00" in chinese(each.answer) for each in ready.objections)


def test_the_answers_name_the_persons_own_figures():
    ready, found = prepared("middle_three_debts", 0)
    said = " ".join(chinese(each.answer) for each in ready.objections)
    assert "¥11,500.00" in said
    assert chinese(ready.facts[0]).count("¥") == 5
    assert f"{found.debt.days_overdue} 天" in chinese(ready.facts[2])


@pytest.mark.parametrize(("slug", "place"), DEBTS)
def test_nobody_is_told_to_borrow_or_to_admit(slug, place):
    ready, _found = prepared(slug, place)
    said = [chinese(text) for part in ready.parts for text in part.said]
    assert not any(word in line for line in said for word in ("我承认", "我认", "借一笔", "一定还"))


@pytest.mark.parametrize(("slug", "place"), DEBTS)
def test_the_places_are_those_of_the_deal_map_and_are_said_with_their_own_numbers(slug, place):
    ready, _found = prepared(slug, place)
    named = [name for stand in ready.stands if stand.deal for name in stand.names]
    assert named == [pin.name for pin in ready.room.pins]
    for stand in ready.stands:
        if stand.deal:
            result = stand.deal.judged.outcome
            said = chinese(stand.said)
            assert f"分 {result.terms.months} 期" in said
            assert money.show(money.to_yuan(result.monthly)) in said


def test_twelve_months_are_answered_with_the_opening():
    ready, _found = prepared("middle_three_debts", 0)
    answer = next(chinese(each.answer) for each in ready.objections if "最多分 12 期" in chinese(each.theirs))
    opening = ready.room.pins[0].deal.judged.outcome
    assert f"分 {opening.terms.months} 期还，每月最多 {money.show(money.to_yuan(opening.monthly))}" in answer


def test_every_hardship_that_can_be_shown_has_its_proof_once():
    ready, _found = prepared("middle_three_debts", 0, words.HARDSHIPS)
    proofs = [chinese(each) for each in ready.proofs]
    assert len(set(proofs)) == len(proofs)
    for word in ("离职证明", "诊断证明", "停业", "离婚证", "受灾"):
        assert any(word in proof for proof in proofs), word


def test_where_nothing_is_owed_there_is_no_call():
    case = CASES["early_jintiao"]
    paid = case.debts[0].model_copy(update=dict.fromkeys(("principal", "interest", "penalty", "fees"), Decimal(0)))
    case = case.model_copy(update={"debts": (paid,)})
    whole = assess(case, STORY_DAY)
    roomed = room(whole.debts[0], case, whole, next(iter(to_come(whole.debts[0], LAW).values())), LAW)
    ready = prepare(case, roomed, whole.affordability, (), LAW)
    assert ready.stands == ready.objections == ready.parts == ()
