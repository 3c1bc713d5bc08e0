"""Charts of the joint plan say what the plan says."""

from __future__ import annotations

import json
from functools import cache

import pytest

from assessment import assess, plan, rules
from tests.samples import CASES, STORY_DAY
from ui.charts import plan_front, plan_months, theme
from ui.text import month

LAW = rules.at(STORY_DAY)


@cache
def board(slug):
    found = assess(CASES[slug], STORY_DAY)
    return plan.lay_out(found, LAW, plan.purse(CASES[slug], found.affordability, STORY_DAY, "suggested"))


@cache
def best(slug):
    return plan.best(plan.coarser(board(slug)), "cost")


@cache
def front(slug):
    return plan.front(board(slug), 2)


def drawn(family, subject, palette=theme.LIGHT):
    return json.loads(family.figure(subject, palette).to_json())


@pytest.mark.parametrize(
    "slug", ["early_jintiao", "middle_three_debts", "late_sued", "twelve_debts", "just_missed_with_cash"]
)
@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_bars_of_a_month_add_up_to_what_it_pays(slug, palette):
    found = best(slug)
    data = drawn(plan_months, found, palette)["data"]
    bars = [trace for trace in data if trace["type"] == "bar"]
    assert len(bars) <= 8
    assert len({trace["marker"]["color"] for trace in bars}) == len(bars)
    for place, held in enumerate(found.months):
        assert sum(round(trace["y"][place] * 100) for trace in bars) == sum(held.paid)
    limit = next(trace for trace in data if trace["type"] == "scatter")
    assert [round(height * 100) for height in limit["y"]] == [
        found.board.purse.month(place) for place in range(len(found.months))
    ]
    assert plan_months.reading(found)


def test_the_table_of_months_holds_every_payment_to_the_fen():
    found = best("middle_three_debts")
    rows = plan_months.table(found).to_dict("records")
    assert len(rows) == len(found.months)
    for row, held in zip(rows, found.months, strict=True):
        paid = [int(value * 100) for name, value in row.items() if name[0].isdigit() and "." in name]
        assert paid == list(held.paid)
        assert int(row["合计"] * 100) == sum(held.paid)
        assert int(row["其中现钱付"] * 100) == held.cash
        assert int(row["这个月还剩"] * 100) == held.room


def test_two_debts_of_one_name_stay_two():
    found = best("middle_three_debts")
    same = plan.Plan(
        found.board, found.picks, found.score, 0, tuple(found.choices[0] for _each in found.choices), found.months
    )
    assert len(set(plan_months.table(same).columns)) == 4 + len(found.choices)


@pytest.mark.parametrize("slug", ["middle_three_debts", "gig_uneven_income"])
def test_a_point_stands_for_each_plan_and_the_shown_one_is_marked(slug):
    plans = front(slug)
    trace = drawn(plan_front, plan_front.Front(plans, 1))["data"][0]
    assert [round(x * 100) for x in trace["x"]] == [each.score.cost for each in plans]
    assert [round(y * 100) for y in trace["y"]] == [each.score.peak for each in plans]
    assert trace["marker"]["symbol"].count("diamond") == 1
    assert trace["marker"]["symbol"][1] == "diamond"
    assert trace["text"] == [plan_front.letter(place) for place in range(len(plans))]
    said = [each["text"] for each in drawn(plan_front, plan_front.Front(plans, 1))["layout"]["annotations"]]
    assert month(plans[0].all_clear) in said
    table = plan_front.table(plan_front.Front(plans, None))
    assert [int(value * 100) for value in table["一共还"]] == [each.score.cost for each in plans]
    assert str(len(plans)) in plan_front.reading(plan_front.Front(plans, None))


def test_a_front_of_one_plan_is_still_a_chart():
    only = plan_front.Front(front("middle_three_debts")[:1], 0)
    assert drawn(plan_front, only)["data"]
    assert "只有一种" in plan_front.reading(only)
