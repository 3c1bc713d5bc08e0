"""Filling in by hand: what is asked, in which order, and what is said of it."""

from __future__ import annotations

from decimal import Decimal

from assessment.affordability import guideline
from assessment.layout import HOUSEHOLD_PARTS, sheets
from ui.navigation import FILLED_IN, PAGES


def _reasons(pages):
    return [each.key for each in pages.app.text_input if each.label == "超出参考数的原因"]


def _type(pages, label, text):
    next(each for each in pages.app.text_input if each.label == label).set_value(text).run()
    pages.clean()


def test_a_reason_is_asked_only_where_spending_is_above_the_guideline_and_says_by_how_much(pages):
    pages.sample("middle_three_debts")
    pages.go("budget")
    case = pages.session.case
    food = next(place for place, line in enumerate(case.expenses) if line.category == "food")
    above = case.expenses[food].amount - guideline("food", case, pages.session.law)
    assert above > 0
    assert _reasons(pages) == [pages.session.key("expenses", food, "reason")]
    assert f"每月比参考数多 ¥{above:,.2f}。" in pages.words()
    _type(pages, "超出参考数的原因", "糖尿病饮食")
    assert _reasons(pages) == [pages.session.key("expenses", food, "reason")]
    assert "每月比参考数多" not in pages.words()
    figures = pages.session.assessment.affordability
    assert figures.guided.yuan == figures.actual.yuan


def test_what_was_not_understood_leads_to_its_own_page_and_debt(pages):
    pages.sample("middle_three_debts")
    pages.session.chosen_debt = 1
    pages.go("debts")
    _type(pages, "剩余本金（元）", "说不准")
    pages.session.chosen_debt = 0
    pages.frame(pages.session.key("pending", "debts", 1, "principal"))
    assert pages.session.page == "debts"
    assert pages.session.chosen_debt == 1
    pages.go("debts")
    principal = next(each for each in pages.app.text_input if each.label == "剩余本金（元）")
    assert principal.value == "说不准"
    assert "“说不准”不是能看懂的剩余本金。" in pages.words()


def test_everything_that_can_be_refused_leads_to_a_page_that_asks_for_it(pages):
    """A part of the case that had no page would stop every page with a fault."""
    parts = {str(sheet.section) for sheet in sheets()} | {part for part, _model in HOUSEHOLD_PARTS}
    assert parts <= set(FILLED_IN)
    assert set(FILLED_IN.values()) <= {entry.name for entry in PAGES}


def test_what_is_owed_stands_beside_its_parts_and_all_debts_have_one_sum(pages):
    pages.sample("middle_three_debts")
    pages.go("debts")
    shown = {each.label: each.value for each in pages.app.metric}
    assert shown["3 笔债今天一共欠"] == "¥39,190.19"
    assert Decimal("16364.17") + Decimal("7046.02") + Decimal("15780.00") == Decimal("39190.19")
    assert shown["这笔债今天一共欠"] == "¥16,364.17"


def test_the_pages_to_fill_in_lead_on_and_back(pages):
    pages.go("budget")
    ways = [(each.proto.page, each.proto.label) for each in pages.app.get("page_link")]
    assert ways[-2:] == [("assets", "上一页：资产"), ("debts", "下一页：债务")]


def test_an_empty_start_says_what_to_have_at_hand_before_the_samples(pages):
    said = pages.words()
    assert said.index("每笔债在 App 里的借款详情") < said.index("刚逾期：一笔京东金条")
