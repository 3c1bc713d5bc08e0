"""The room to negotiate as a person meets it: the answer first, nothing unaffordable, every estimate open to change."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from assessment import money
from tests.samples import CASES


@pytest.fixture
def room(pages):
    def opened(slug, place=0):
        pages.sample(slug)
        pages.session.chosen_debt = place
        pages.go("room")
        return pages.app

    return opened


def sliders(app):
    return {each.label: each for each in app.slider}


def button(app, words):
    return next(each for each in app.button if each.label == words)


def test_the_answer_the_three_places_and_their_sentences_stand_there(pages, room):
    room("middle_three_debts")
    words = pages.words()
    assert "有得谈：分" in words
    for name in ("开口", "目标", "底线"):
        assert f"**{name}**" in words
    assert words.count("可以这样说") == 3
    assert "我愿意还，想这样还：减免" in words
    assert "不代表对方会同意" in words


def test_where_paying_all_at_once_is_never_dearer_that_is_said_instead_of_a_line(pages, room):
    app = room("middle_three_debts")
    assert len(app.get("plotly_chart")) == 1
    owed = money.show(money.to_yuan(pages.session.assessment.debts[0].position.claim.total))
    assert f"一次还清要 {owed}" in pages.words().replace("\\", "")


def test_both_charts_have_their_table_and_stay_in_the_chosen_term(pages, room):
    app = room("middle_three_debts")
    pages.session.put(("assumptions", "family_cost"), Decimal("0.03"))
    next(each for each in app.segmented_control if "利息" in each.label).set_value("none").run()
    pages.clean()
    app = pages.app
    assert len(app.get("plotly_chart")) == 2
    assert sum(each.label == "看表格" for each in app.expander) == 2
    heads = [set(table.value.columns) for table in pages.unfold().table]
    assert any("建议数撑得住，至少减" in head for head in heads)
    assert any("跟它一样划算的一次付款" in head for head in heads)


def test_the_sliders_show_that_deal_and_carry_it_to_the_options(pages, room):
    app = room("middle_three_debts")
    sliders(app)["分几期"].set_value(36).run()
    sliders(pages.app)["减掉欠款的"].set_value(10).run()
    owed = pages.session.assessment.debts[0].position.claim.total
    off = owed * 10 // 100
    assert f"分 36 期，减免 ¥{Decimal(off) / 100:,.2f}" in pages.words()
    button(pages.app, "把这个条件带到方案比较").click().run()
    pages.clean()
    ((debt, place), terms) = next(iter(pages.session.edited.items()))
    assert (debt, terms.kind, terms.months) == (0, "instalments", 36)
    option = pages.session.debt(0).comparison.options[place]
    assert option.outcome.waived.total == off
    assert len(option.outcome.path.payment) == 36
    pages.go("options")
    pages.go("room")
    assert sliders(pages.app)["分几期"].value == 36


def test_an_estimate_that_is_changed_changes_the_lenders_side(pages, room):
    room("middle_three_debts")
    before = pages.words()
    pages.type("assumptions", "recovered_share_high", text="0.4")
    assert pages.session.case.assumptions.recovered_share_high == Decimal("0.4")
    after = pages.words()
    most = [re.search(r"它大约能得 ¥[\d,.\\]+ 到 ¥([\d,]+)", said.replace("\\", "")) for said in (before, after)]
    assert int(most[1][1].replace(",", "")) < int(most[0][1].replace(",", ""))


def test_interest_agreed_away_makes_the_whole_lighter(pages, room):
    app = room("middle_three_debts")
    dear = pages.words()
    control = next(each for each in app.segmented_control if "利息" in each.label)
    assert [re.sub(r" .*", "", option) for option in control.options] == ["按合同利率", "减半", "不再计息"]
    control.set_value("none").run()
    pages.clean()
    assert "今后不再计息" in pages.words().replace("\\", "")
    assert "今后不再计息" not in dear.replace("\\", "")


def test_a_sued_person_is_sent_to_the_court_first(pages, room):
    room("late_sued")
    words = pages.words().replace("\\", "")
    assert "先在 15 天内交答辩状" in words
    assert "我同意调解" in words
    assert "诉讼费、律师费算已经花掉的" in words


@pytest.mark.parametrize("place", [0, 1])
def test_with_a_negative_budget_no_deal_is_offered(pages, room, place):
    app = room("negative_budget", place)
    words = pages.words()
    assert "没有余钱" in words
    assert "可以这样说" not in words
    assert "撑得住]" not in words
    assert not app.get("plotly_chart")
    assert "分几期" not in sliders(app)
    assert "拖一天的代价" in words


def test_with_cash_at_hand_paying_comes_before_talking(pages, room):
    room("just_missed_with_cash")
    assert "先不用谈减免：“一次还清”您自己就做得到" in pages.words()


def test_an_old_debt_is_not_to_be_talked_about(pages, room):
    room("old_loans_and_calls", 1)
    words = pages.words()
    assert "先弄清诉讼时效" in words
    assert "可以这样说" not in words


def test_every_one_of_twelve_debts_has_a_room_that_is_carried(pages, room):
    room("twelve_debts")
    for place in range(12):
        pages.session.chosen_debt = place
        pages.go("room")
        words = pages.words()
        assert "撑不住]" not in words
        share = pages.session.assessment.debts[place].comparison.share
        shown = [Decimal(each.value[1:].replace(",", "")) for each in pages.app.metric if "每月最多" in each.label]
        assert all(amount * 100 <= share.suggested for amount in shown)


def test_what_could_still_be_borrowed_is_a_warning_never_a_way(pages, room):
    room("twelve_debts")
    assert "就补不上缺口了" in pages.words()
    pages.type("assumptions", "credit_left", text="3000")
    words = pages.words()
    assert re.search(r"大约第 \d+ 个月就借不动了", words)
    assert "不是让您去借" in words


def test_without_income_or_debts_the_page_says_what_is_missing(pages):
    pages.go("room")
    assert "先填一笔债务" in pages.words()
    pages.go("debts")
    pages.press("debts.add")
    pages.go("room")
    assert "还没有填收入" in pages.words()


def test_the_map_marks_the_places_and_the_chosen_deal(pages, room):
    app = room("middle_three_debts")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    names = {trace.get("name") for trace in spec["data"]}
    assert {"opening", "target", "walk_away", "chosen", "grid"} <= names
    said = " ".join(each["text"] for each in spec["layout"]["annotations"])
    for words in ("开口", "目标", "底线", "建议数", "往上要减本金，少见"):
        assert words in said


def test_a_hostile_name_stays_text(pages):
    pages.sample("middle_three_debts")
    name = "<b>x</b> **粗** $y$"
    pages.session.put(("debts", 0, "name"), name)
    pages.go("room")
    assert "<b>" not in "".join(json.dumps(chart.proto.spec) for chart in pages.app.get("plotly_chart"))
    assert CASES["middle_three_debts"].debts[0].name == "京东金条"
