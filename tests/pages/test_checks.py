"""Each check on a household with real-looking facts; what is expected is worked out here, not copied from the page."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy_financial
import pytest

NEW, CARD, FRIEND = range(3)


@pytest.fixture
def old_loans(pages):
    pages.sample("old_loans_and_calls")
    return pages


def choose(pages, page, place):
    pages.go(page)
    box = next(box for box in pages.app.selectbox if box.label == "看哪一笔")
    box.set_value(place).run()
    pages.clean()
    return pages.app


def table(app, *columns):
    """The first table with these columns, its cells as plain text."""
    found = next(each.value for each in app.table if set(columns) <= set(each.value.columns))
    return found.map(lambda cell: str(cell).replace("\\", ""))


def test_the_true_cost_is_that_of_the_cash_that_moved(old_loans):
    app = choose(old_loans, "rates", NEW)
    monthly = numpy_financial.irr([-11_400] + [12_000 / 12 + 72 + 39] * 12)
    rates = set(table(app, "写法", "利率")["利率"])
    assert {"7.2%", f"{monthly * 12:.2%}", f"{(1 + monthly) ** 12 - 1:.2%}"} <= rates
    words = old_loans.words()
    assert f"一年 {monthly * 12:.2%}，高于 24%" in words
    assert "¥600.00" in words
    assert "117.00" in words


def test_each_yuan_paid_is_split_without_loss(old_loans):
    parts = table(choose(old_loans, "rates", NEW), "项目", "每付 100 元里")
    assert sum(Decimal(each) for each in parts["金额"]) == Decimal(1111 * 12)
    assert sum(Decimal(each) for each in parts["每付 100 元里"]) == Decimal(100)


def test_an_old_private_loan_stands_under_two_lines(old_loans):
    app = choose(old_loans, "rates", FRIEND)
    lines = " ".join(table(app, "利息产生在").to_numpy().ravel())
    assert "2020年8月19日" in lines
    assert "24%" in lines
    assert "12%" in lines


def test_a_payment_today_clears_interest_before_principal_unless_agreed_otherwise(old_loans):
    app = choose(old_loans, "payments", CARD)
    box = next(box for box in app.text_input if box.label.startswith("今天还多少"))
    box.set_value("1000").run()
    ways = table(old_loans.app, "怎么抵", "抵本金").set_index("怎么抵")
    assert float(ways.loc["没有约定：费用、利息、本金", "抵本金"]) == 0
    assert float(ways.loc["书面约定先抵本金", "抵本金"]) == 1000
    for _name, way in ways.iterrows():
        assert float(way["抵费用"]) + float(way["抵利息、罚息"]) + float(way["抵本金"]) == 1000


def test_three_years_without_a_word_may_have_run_out_and_no_contact_is_advised(old_loans):
    app = choose(old_loans, "limitation", CARD)
    day = old_loans.session.as_of - timedelta(days=1297)
    assert f"{day.year}年{day.month}月{day.day}日" in set(table(app, "日期", "什么事")["日期"])
    assert "可能已过" in old_loans.words() or "可能已经过" in old_loans.words()
    old_loans.go("actions")
    assert "先不还一点、不签字、不说分期" in old_loans.words()


def test_an_instalment_loan_s_time_begins_with_its_last_due_day(old_loans):
    choose(old_loans, "limitation", NEW)
    assert "时效还没有开始走" in old_loans.words()


def test_court_fees_are_those_of_the_published_tariff(old_loans):
    app = choose(old_loans, "court", FRIEND)
    fee = 50 + (30_000 + 10_200 - 10_000) * 0.025
    costs = table(app, "项目", "最少", "最多").iloc[0]
    assert float(costs["最少"]) == fee / 2
    assert float(costs["最多"]) == fee


def test_the_court_leaves_the_local_minimum_for_two(old_loans):
    old_loans.go("court")
    assert "1,960.00" in old_loans.words()


def test_the_report_s_own_words_are_asked_and_shown(old_loans):
    old_loans.go("credit")
    assert "最近 5 年内有 14 个月处于逾期状态，发生过 90 天以上逾期" in old_loans.words()


def test_a_closed_repair_is_called_closed(old_loans):
    old_loans.go("credit")
    words = old_loans.words()
    assert "已经结束" in words
    assert "二十日" not in words
    assert "20 天内查清并书面答复" in words


def test_thoughts_of_self_harm_are_answered_alone(old_loans):
    app = old_loans.go("actions")
    box = app.selectbox[0]
    crisis = next(each for each in box.options if "不想活" in each or "活着" in each)
    box.set_value(crisis).run()
    old_loans.clean()
    words = old_loans.words()
    assert "按日期排好的事" not in words
    assert "12356" in words
    assert "¥" not in words


def test_calls_are_counted_and_the_late_one_named(old_loans):
    old_loans.go("collection")
    words = old_loans.words()
    assert "2026年11月10日接通的催收电话有 4 次，多于 3 次" in words
    assert "22:00 到早上 8:00 之间联系了 1 次" in words
    assert "向本人以外的人说了欠款的事" in words
    assert "12345" in words
    assert "12378" not in words


def test_a_letter_s_claims_are_marked_and_kept_between_pages(pages):
    pages.go("claims")
    text = "根据《合同法》，逾期三天就坐牢。"
    pages.app.text_area[0].set_value(text).run()
    pages.clean()
    assert "找到 2 处" in pages.words()
    pages.go("home")
    pages.go("claims")
    assert pages.app.text_area[0].value == text
    assert "找到 2 处" in pages.words()


def test_markup_in_a_letter_is_shown_as_typed(pages):
    pages.go("claims")
    pages.app.text_area[0].set_value("<img src=x onerror=alert(1)> **粗** 欠钱不还就坐牢 $x^2$").run()
    pages.clean()
    words = pages.words()
    assert r"\<img src" in words
    assert r"\*\*粗\*\*" in words
    assert r"\$x\^2\$" in words


def test_the_rules_page_says_how_old_the_pack_is(pages):
    pages.go("rules")
    newest = max(each.checked_on for rule in pages.session.law.every for each in rule.rulings)
    assert f"{newest.year}年{newest.month}月{newest.day}日" in pages.words()


def test_an_own_rule_is_used_and_a_malformed_one_told_in_words(pages):
    pages.sample("old_loans_and_calls")
    pages.session.take_rules("lpr_1y = 3")
    pages.go("rules")
    assert "下面这些没有采用" in pages.words()
    assert pages.session.law.day >= date(2026, 1, 1)
