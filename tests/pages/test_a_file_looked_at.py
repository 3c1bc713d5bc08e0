"""A file before it is taken: every widget of the preview, before, act, after."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from assessment.case import Case
from assessment.intake import read_workbook
from tests.intake.containers import sheets, text, xlsx
from tests.intake.gallery import MONTHS
from tests.samples import CASES

MESSY = [["平台", "剩余本金", "每月最低还款", "逾期天数"], ["借呗", "不少", 450, "M2"], ["花呗", 3000, 300, "M2"]]


@pytest.fixture
def opened(pages):
    """The app's first page with a file just read, as after an upload."""

    def with_file(data):
        pages.go("home")
        pages.session.intake = read_workbook(data)
        pages.go("home")
        return pages

    return with_file


def mend(pages, words):
    """The field beside a problem's sentence."""
    return next(each for each in pages.app.text_input if words in each.label)


def box(pages, words):
    return next(each for each in pages.app.selectbox if words in each.label)


def act(pages, widget, value):
    widget.set_value(value).run()
    read_anew(pages)


def read_anew(pages):
    """Until the file was read again, which happens apart."""
    deadline = time.monotonic() + 20
    while pages.session.reading is not None and time.monotonic() < deadline:
        time.sleep(0.05)
        pages.app.run()
    assert pages.session.reading is None
    pages.clean()


def test_a_cell_is_put_right_and_back_again(opened):
    pages = opened(xlsx(MESSY))
    assert "“不少”不是能看懂的剩余本金" in pages.words()
    act(pages, mend(pages, "B2 改成"), "1.2万")
    assert pages.session.intake.case.debts[0].principal == Decimal(12000)
    assert "不是能看懂的剩余本金" not in pages.words()
    assert "写的是“不少”，改成了“1\\.2万”" in pages.words()
    next(each for each in pages.app.button if each.label == "改回去").click().run()
    read_anew(pages)
    assert pages.session.intake.case.debts[0].principal == 0
    assert pages.session.case == Case()


def test_the_same_words_in_several_cells_are_put_right_at_once(opened):
    pages = opened(xlsx(MESSY))
    act(pages, mend(pages, "D2、D3 改成"), "45")
    assert [debt.days_overdue for debt in pages.session.intake.case.debts] == [45, 45]


def test_two_cells_put_right_at_once_are_both_kept(opened):
    pages = opened(xlsx(MESSY))
    mend(pages, "B2 改成").set_value("1.2万")
    act(pages, mend(pages, "D2、D3 改成"), "45")
    [first, second] = pages.session.intake.case.debts
    assert (first.principal, first.days_overdue, second.days_overdue) == (Decimal(12000), 45, 45)


def test_a_column_is_named_anew_and_the_choice_outlives_the_file(opened):
    pages = opened(xlsx(MESSY))
    act(pages, box(pages, "“每月最低还款”"), "instalment")
    assert [debt.instalment for debt in pages.session.intake.case.debts] == [450, 300]
    pages.press("intake.leave")
    assert pages.session.intake is None
    assert pages.session.guidance.columns == {("debts", "每月最低还款"): "instalment"}
    assert pages.session.guidance.cells == {}


def test_a_table_is_put_aside_and_taken_up_again(opened):
    pages = opened(sheets({"10月": MONTHS, "11月": [["平台", "剩余本金"], ["借呗", 4600], ["花呗", 2700]]}))
    assert "会算两遍" in pages.words()
    act(pages, box(pages, "10月 A1"), "")
    assert [int(debt.principal) for debt in pages.session.intake.case.debts] == [4600, 2700]
    act(pages, box(pages, "10月 A1"), "debts")
    assert len(pages.session.intake.case.debts) == 4


def test_a_sheet_nobody_understood_is_explained_step_by_step(opened):
    pages = opened(text([["谁家的", "还要给多少"], ["老王", "2万"]]).encode())
    assert "没有找到认得的表头" in pages.words()
    act(pages, box(pages, "哪一行是表头"), 1)
    act(pages, box(pages, "这张表说的是"), "debts")
    next(each for each in pages.app.button if each.label == "就这样读").click().run()
    read_anew(pages)
    act(pages, box(pages, "“谁家的”"), "name")
    act(pages, box(pages, "“还要给多少”"), "principal")
    [debt] = pages.session.intake.case.debts
    assert (debt.name, debt.principal) == ("老王", Decimal(20000))


def test_what_is_taken_can_be_undone_and_what_was_refused_waits_to_be_mended(opened):
    pages = opened(xlsx(MESSY))
    pages.press("intake.accept")
    assert [debt.name for debt in pages.session.case.debts] == ["借呗", "花呗"]
    assert pages.session.refused[("debts", 0, "principal")][0] == "不少"
    pages.go("home")
    pages.frame("undo")
    assert pages.session.case == Case()


def test_everything_that_was_read_can_be_looked_at_line_by_line(opened):
    pages = opened(
        sheets(
            {
                "支出": [["支出项目", "每月金额"], ["伙食费", 1800]],
                "资产": [["资产名称", "市值"], ["汽车", 80000]],
                "别的": [["一次性收入", "预计到账", "预计金额"], ["年终奖", "2027-02-01", 5000]],
            }
        )
    )
    shown = "".join(str(each.value) for each in pages.app.table)
    assert "伙食费" in shown
    assert "吃饭买菜" in shown
    assert "汽车" in shown
    assert "年终奖" in shown


def test_only_the_chosen_parts_are_taken(opened, pages):
    pages.session.replace(CASES["early_jintiao"])
    before = pages.session.case
    pages = opened(sheets({"债务": MONTHS, "收入": [["来源", "金额"], ["工资", 6000]]}))
    next(each for each in pages.app.checkbox if each.label == "收入").set_value(False).run()
    pages.press("intake.accept")
    assert [debt.name for debt in pages.session.case.debts] == ["借呗", "花呗"]
    assert pages.session.case.incomes == before.incomes
