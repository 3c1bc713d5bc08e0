"""Every widget that changes the case: before, act, after, leave, come back."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("12万", "120000"),
        ("1.5万", "15000"),
        ("￥12,000.00", "12000"),
        ("１２００", "1200"),
        ("3千", "3000"),
        ("12k", "12000"),
        ("一万五", "15000"),
    ],
)
def test_money_is_read_as_people_type_it_and_read_back(pages, typed, yuan):
    pages.sample("early_jintiao")
    pages.go("debts")
    pages.type("debts", 0, "principal", text=typed)
    assert pages.session.case.debts[0].principal == Decimal(yuan)
    assert any(f"＝ ¥{Decimal(yuan):,.2f}" == each.value for each in pages.app.caption) or typed == f"{Decimal(yuan):,}"
    pages.go("home")
    pages.go("debts")
    assert pages.app.text_input(key=pages.session.key("debts", 0, "principal")).value == f"{Decimal(yuan):,.0f}"


def test_what_cannot_be_taken_is_kept_as_typed_and_the_case_stays(pages):
    pages.sample("early_jintiao")
    before = pages.session.case
    pages.go("debts")
    pages.type("debts", 0, "principal", text="很多")
    assert pages.session.case == before
    assert "“很多”不是能看懂的剩余本金" in pages.words()
    pages.go("assets")
    pages.go("debts")
    assert pages.app.text_input(key=pages.session.key("debts", 0, "principal")).value == "很多"
    assert "不是能看懂" in pages.words()
    pages.type("debts", 0, "principal", text="8000")
    assert pages.session.case.debts[0].principal == Decimal(8000)
    assert "不是能看懂" not in pages.words()


def test_a_negative_amount_is_refused_in_words(pages):
    pages.sample("early_jintiao")
    before = pages.session.case
    pages.go("debts")
    pages.type("debts", 0, "interest", text="-5")
    assert pages.session.case == before
    assert "欠的利息不能是负数" in pages.words()


@pytest.mark.parametrize(
    ("name", "typed", "what", "instead"),
    [
        ("rate", "24", "“24”没有写单位，看不出是一年、一个月还是一天的利率", "是 年24% 吗"),
        ("rate", "0.05", "“0.05”没有写单位", "是 日0.05% 吗"),
        ("principal", "6222021234567890123", "“6222021234567890123”太大，不像一笔钱", "是不是多打了零"),
        ("principal", "500000000", "剩余本金最多填 ¥100,000,000.00", "是不是多打了数字"),
        ("principal", "833.3333", "“833.3333”写到了一分钱以下", "请精确到分"),
        ("days_overdue", "30000", "逾期天数最多填 20000", "是不是多打了数字"),
        ("contract_date", "1800-01-01", "借款日期写的是 1800年1月1日，年份不对", "能填的是 1980年1月1日 到 2100年12月31日"),
        ("contract_date", "2026-02-30", "日历上没有“2026-02-30”这一天", "请核对月份和日子"),
        ("disclosed", "18", "超过了 100%", "百分之几要带上 %"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_is_wrong_and_what_would_be_right(pages, name, typed, what, instead):
    pages.sample("early_jintiao")
    before = pages.session.case
    pages.go("debts")
    pages.type("debts", 0, name, text=typed)
    assert pages.session.case == before
    said = pages.words().replace("\\", "")
    assert what in said
    assert instead in said


@pytest.mark.parametrize("typed", ["0", "0%", "免息"])
def test_no_interest_is_a_rate_and_read_back_as_such(pages, typed):
    pages.sample("early_jintiao")
    pages.go("debts")
    pages.type("debts", 0, "rate", text=typed)
    assert pages.session.case.debts[0].rate.annual == 0
    assert any(each.value == "＝ 不收利息" for each in pages.app.caption)


@pytest.mark.parametrize(
    ("typed", "annual"),
    [("日0.05%", "0.1825"), ("万分之五", "0.1825"), ("月息1.5分", "0.18"), ("年化18.25%", "0.1825")],
)
def test_a_rate_is_read_as_quoted(pages, typed, annual):
    pages.sample("early_jintiao")
    pages.go("debts")
    pages.type("debts", 0, "rate", text=typed)
    assert pages.session.case.debts[0].rate.annual == Decimal(annual)


def test_a_debt_is_added_filled_and_removed(pages):
    pages.go("debts")
    pages.press("debts.add")
    pages.type("debts", 0, "name", text="京东金条")
    pages.type("debts", 0, "principal", text="1.2万")
    assert pages.session.case.debts[0].name == "京东金条"
    assert pages.session.case.debts[0].owed == Decimal(12000)
    pages.app.button(key=pages.session.key("debts", 0, "remove")).click().run()
    assert pages.session.case.debts == ()


def test_an_expense_line_is_started_from_the_checklist(pages):
    pages.go("budget")
    pages.press("add.food")
    pages.type("expenses", 0, "amount", text="1200")
    line = pages.session.case.expenses[0]
    assert (line.category, line.amount, line.period) == ("food", Decimal(1200), "month")


def test_income_reaches_the_three_figures_at_once(pages):
    pages.go("budget")
    pages.press("incomes.add")
    pages.type("incomes", 0, "amount", text="8000")
    found = pages.session.assessment.affordability
    assert found.income.yuan == Decimal(8000)
    pages.go("affordability")
    assert any("建议" in each.label for each in pages.app.metric)


def test_undo_gives_back_what_was_there(pages):
    pages.sample("early_jintiao")
    before = pages.session.case
    pages.go("debts")
    pages.type("debts", 0, "principal", text="1")
    pages.go("home")
    pages.frame("undo")
    assert pages.session.case == before


def test_clearing_leaves_nothing(pages):
    pages.sample("early_jintiao")
    pages.go("home")
    pages.press("clear")
    assert pages.session.untouched


def test_terms_changed_on_the_page_change_the_outcome_and_can_be_put_back(pages):
    pages.sample("middle_three_debts")
    app = pages.go("options")
    place = next(
        at
        for at, option in enumerate(pages.session.debt(0).comparison.options)
        if option.outcome.terms.kind == "instalments"
    )
    before = pages.session.debt(0).comparison.options[place].outcome
    slider = next(each for each in app.slider if each.label == "分几期")
    slider.set_value(36).run()
    after = pages.session.debt(0).comparison.options[place].outcome
    assert after.terms.months == 36
    assert len(after.path.payment) == 36
    assert after != before
    pages.go("home")
    pages.go("options")
    assert pages.session.debt(0).comparison.options[place].outcome.terms.months == 36


def test_the_compared_options_are_kept_between_pages(pages):
    pages.sample("middle_three_debts")
    app = pages.go("options")
    key = pages.session.key("pinned", 0, len(pages.session.debt(0).comparison.options))
    app.button_group(key=key).set_value([0, 1]).run()
    assert pages.session.pinned[0] == (0, 1)
    pages.go("home")
    pages.go("options")
    assert pages.session.pinned[0] == (0, 1)


def test_removing_one_debt_keeps_what_was_refused_in_the_others(pages):
    pages.sample("middle_three_debts")
    pages.session.chosen_debt = 2
    pages.go("debts")
    pages.type("debts", 2, "principal", text="很多")
    pages.session.remove("debts", 0)
    assert list(pages.session.refused) == [("debts", 1, "principal")]
    pages.session.remove("debts", 1)
    assert pages.session.refused == {}


def test_undo_keeps_what_was_refused_where_its_field_still_stands(pages):
    pages.sample("early_jintiao")
    pages.go("debts")
    pages.type("debts", 0, "interest", text="不知道")
    pages.type("debts", 0, "principal", text="900")
    pages.session.undo()
    assert list(pages.session.refused) == [("debts", 0, "interest")]
    assert pages.session.case.debts[0].principal == Decimal("10500.00")
