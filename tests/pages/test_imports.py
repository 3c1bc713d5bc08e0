"""A file brought in: what it changed is said, and one press takes all of it back."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.case import Case, Debt
from assessment.report import workbook
from tests.bad_file import bad_workbook
from tests.intake import bills, reports
from tests.intake.hostile_files import good
from tests.samples import CASES

OWN = Case(debts=(Debt(name="自己填的", principal=100),))


def test_a_workbook_is_said_and_undone_in_one_step(pages):
    pages.go("home")
    pages.session.replace(OWN)
    pages.upload("我家.xlsx", good())
    pages.press("intake.accept")
    assert {debt.name for debt in pages.session.case.debts} == {"借呗", "京东金条"}
    assert "已采用。债务新增 2 项、少了 1 项。" in pages.words()
    pages.press(pages.session.key("imported", "undo"))
    assert pages.session.case == OWN
    assert "已采用" not in pages.words()


def test_what_a_file_could_not_say_goes_with_it(pages):
    """A refused value of the file must not stay behind on the debt that stood there before."""
    data, _cells = bad_workbook(workbook.write(CASES["early_jintiao"]))
    pages.go("home")
    pages.session.replace(OWN)
    pages.upload("bad.xlsx", data)
    pages.press("intake.accept")
    assert ("debts", 0, "principal") in pages.session.refused
    pages.frame("undo")
    assert pages.session.case == OWN
    assert pages.session.refused == {}


def test_bills_are_undone_in_one_step(pages):
    pages.go("home")
    pages.session.replace(OWN)
    pages.upload("支付宝.csv", bills.alipay(bills.a_year(), date(2025, 11, 1), date(2026, 10, 31)))
    pages.press(pages.session.key("bills", "take"))
    assert pages.session.case != OWN
    assert "已采用。" in pages.words()
    pages.press(pages.session.key("imported", "undo"))
    assert pages.session.case == OWN


def test_a_credit_report_is_undone_in_one_step(pages):
    pages.go("home")
    pages.session.replace(OWN)
    pages.upload("报告.txt", reports.BRIEF.encode())
    pages.press(pages.session.key("report", "take"))
    assert len(pages.session.case.debts) > 1
    pages.press(pages.session.key("imported", "undo"))
    assert pages.session.case == OWN


def test_a_file_that_changes_nothing_says_so(pages):
    pages.go("home")
    pages.upload("我家.xlsx", good())
    pages.press("intake.accept")
    pages.upload("我家.xlsx", good())
    pages.press("intake.accept")
    assert "已采用，内容和原来一样，没有改动。" in pages.words()


def test_an_edit_after_the_file_ends_the_offer_to_take_it_back(pages):
    pages.go("home")
    pages.upload("我家.xlsx", good())
    pages.press("intake.accept")
    pages.session.put(("debts", 0, "principal"), 5)
    assert "已采用" not in (pages.go("home") and pages.words())


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.et", b"\x00\x01" * 900), ("b.docx", b"PK\x03\x04"), ("c", b""), ("d.jpg", b"\xff\xd8\xff\xe0")],
)
def test_a_bad_file_of_any_name_leaves_the_case_alone(pages, name, data):
    pages.go("home")
    pages.session.replace(OWN)
    pages.upload(name, data)
    assert "这个文件没有读进来" in pages.words()
    pages.press("intake.leave")
    assert pages.session.case == OWN


def test_a_reading_called_off_changes_nothing_and_says_so(pages):
    pages.go("home")
    pages.session.replace(OWN)
    pages.session.read(good(), "")
    pages.session.stop_reading()
    pages.go("home")
    assert "已取消，什么也没有改。" in pages.words()
    assert pages.session.case == OWN
    assert pages.session.intake is None
