"""What a chart shows once the case has changed on another page: what was chosen stays, as far as it still can."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.money import to_fen
from assessment.negotiation import Spot
from assessment.plan import Asking
from tests.samples import CASES, STORY_DAY
from ui import holding_focus, joint_found, joint_plan, room_found
from ui.holding_focus import Looked
from ui.joint_found import Asked
from ui.session import Session


@pytest.fixture
def here():
    return Session(case=CASES["middle_three_debts"], as_of=STORY_DAY)


def asked(debts) -> Asked:
    return Asked("suggested", "cost", (), debts, Asking(concession=Decimal(1), paid_on_time=False))


def planned(here, debts):
    usual = joint_found.usual(here)
    return lambda: joint_plan._anew(here, asked(debts), usual)


def names(found):
    return [each.found.debt.name for each in found.choices]


def test_a_debt_that_came_is_in_the_plan_that_is_drawn_anew(here):
    plan = planned(here, joint_found.usual(here))
    assert len(names(plan())) == 3
    here.add("debts", here.case.debts[0].model_copy(update={"name": "新的"}))
    assert "新的" in names(plan())


def test_debts_that_were_left_out_stay_out_while_the_debts_are_the_same(here):
    plan = planned(here, (0, 2))
    here.put(("incomes", 0, "amount"), here.case.incomes[0].amount + 1000)
    assert names(plan()) == [here.case.debts[0].name, here.case.debts[2].name]


def test_there_is_no_plan_without_income_or_debts(here):
    plan = planned(here, joint_found.usual(here))
    here.replace(here.case.model_copy(update={"incomes": ()}))
    assert plan() is None
    here.replace(CASES["middle_three_debts"].model_copy(update={"debts": ()}))
    assert plan() is None


def test_more_saved_is_added_to_what_is_at_hand_when_that_changes(here):
    more = to_fen(Decimal(5000))
    looked = Looked(more=more)
    before = holding_focus.focus(here, looked).trial.cushion
    assert before == holding_focus.focus(here, replace(looked, more=0)).trial.cushion + more
    place = next(place for place, each in enumerate(here.case.assets) if each.kind == "cash")
    here.put(("assets", place, "value"), here.case.assets[place].value + 2000)
    assert holding_focus.focus(here, looked).trial.cushion == before + to_fen(Decimal(2000))


def test_the_option_that_was_looked_at_stays_in_sight_while_it_can_be_paid(here):
    first = holding_focus.focus(here, Looked(0))
    for row in first.payable:
        option = first.menu.places[row]
        found = holding_focus.focus(here, Looked(0, option))
        assert found.menu.places[found.row] == option
        assert found.title == first.debt.comparison.options[option].outcome.title
    gone = next(place for place in range(len(first.debt.comparison.options)) if place not in {first.menu.places[row] for row in first.payable})  # fmt: skip
    assert holding_focus.focus(here, Looked(0, gone)).row == first.usual


def test_a_debt_that_is_gone_is_looked_at_no_more(here):
    assert holding_focus.focus(here, Looked(2)) is not None
    here.remove("debts", 2)
    assert holding_focus.focus(here, Looked(2)) is None
    assert room_found.with_pins(here, 2) is None


def test_interest_that_can_no_longer_be_chosen_gives_way_to_the_dearest(here):
    here.desk.interest[0] = "half"
    found = here.debt(0)
    dearest = max(room_found.to_come(found, here.law).values())
    assert room_found.rate(here, found) == dearest / 2
    here.desk.interest[0] = "line" if "line" not in room_found.to_come(found, here.law) else "contract"
    assert room_found.rate(here, found) == dearest


def test_the_place_on_the_map_stays_within_it_when_less_is_owed(here):
    here.aimed[0] = Spot(24, to_fen(Decimal(6000)))
    here.put(("debts", 0, "principal"), Decimal(1000))
    found = room_found.of(here, here.debt(0))
    spot = room_found.spot(here, found)
    assert spot.months == 24
    assert spot.waived <= found.deals.owed
