"""The previews of bills and of a credit report: what is said, taken in part, and undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment.case import Case, Debt, Expense
from assessment.creditreport import report_in
from tests.intake import bills as made
from tests.intake import reports
from tests.intake.banks import FORMATS
from tests.intake.reading import read_here


@pytest.fixture
def home(pages):
    def show(case=None, bills=(), report=None):
        pages.go("home")
        pages.session.case = case or Case()
        pages.session.bills, pages.session.report = tuple(bills), report
        pages.app.run()
        pages.clean()
        return pages

    return show


def a_year():
    return read_here(made.alipay(made.a_year(), date(2025, 11, 1), date(2026, 10, 31))).bills


def box(pages, *key):
    return pages.app.checkbox(key=pages.session.key(*key))


def test_a_year_of_bills_is_said_and_taken_line_by_line(home):
    pages = home(bills=a_year())
    words = pages.words()
    assert "按 12 个整月算：2025年11月 到 2026年10月" in words
    assert "账单里还过“花呗”12 次" in words
    assert "每期应还 ¥812\\.40，每月 8 日还" in words
    box(pages, "bills", "expenses", "transport").uncheck().run()
    pages.press(pages.session.key("bills", "take"))
    case = pages.session.case
    assert {each.category for each in case.expenses} == {"food", "phone", "daily_goods"}
    assert [(each.name, each.instalment) for each in case.debts] == [("花呗", Decimal("812.40"))]
    assert pages.session.bills == ()
    pages.go("home")
    pages.frame("undo")
    assert pages.session.case == Case()


def test_what_stands_already_is_shown_beside_what_the_bills_say(home):
    own = Case(
        expenses=(
            Expense(name="话费", category="phone", amount=Decimal("68.00")),
            Expense(name="吃饭", category="food", amount=Decimal(500)),
        )
    )
    pages = home(own, a_year())
    assert "和现在一样：电话网费" in pages.words()
    assert "现在 ¥500\\.00（会改）" in box(pages, "bills", "expenses", "food").label


def test_repayments_of_a_listed_debt_are_held_against_it(home):
    pages = home(Case(debts=(Debt(name="花呗", instalment=Decimal(2000)),)), a_year())
    words = pages.words()
    assert "**花呗**：账单里还过 12 次" in words
    assert "债务表写的每期应还是 ¥2,000.00" in words
    pages.press(pages.session.key("bills", "take"))
    assert len(pages.session.case.events) == 12


def test_bills_left_alone_change_nothing(home):
    pages = home(bills=a_year())
    pages.press(pages.session.key("bills", "leave"))
    assert (pages.session.case, pages.session.bills) == (Case(), ())


@pytest.mark.parametrize("name", ["icbc first csv", "bocom card", "cgb card", "feidee", "unknown bank"])
def test_every_bank_s_bill_has_a_preview(home, name):
    make, expected = FORMATS[name]
    pages = home(bills=read_here(make()).bills)
    assert any(expected.book in str(table.value) for table in pages.app.table) or not expected.book


def test_two_bills_that_tell_the_same_say_so(home):
    pages = home(bills=(*a_year(), *a_year()))
    assert "笔在两份账单里都有，只算一次" in pages.words()


@pytest.mark.parametrize("text", [reports.BRIEF, reports.in_lines()], ids=["brief", "detailed"])
def test_a_credit_report_is_taken_account_by_account(home, text):
    report = report_in(text)
    owed = sum(each.owed for each in report.accounts)
    pages = home(report=report)
    assert f"欠着的账户 {owed} 个" in pages.words()
    assert "另外读到的" in pages.words()
    box(pages, "report", "debt", 0).uncheck().run()
    pages.press(pages.session.key("report", "take"))
    assert len(pages.session.case.debts) == owed - 1
    assert pages.session.case.household.over_ninety
    pages.go("home")
    pages.frame("undo")
    assert pages.session.case == Case()


def test_a_debt_that_is_listed_is_not_chosen_again(home):
    report = report_in(reports.BRIEF)
    pages = home(Case(debts=(Debt(name="招联", principal=Decimal(9876)),)), report=report)
    assert "债务表里已有" in pages.words()
    assert not box(pages, "report", "debt", 3).value
