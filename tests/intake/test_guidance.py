"""What a person says about a file's columns, tables and cells is what is read from then on."""

from __future__ import annotations

from datetime import date

from assessment.intake import read_workbook
from assessment.intake.checks import checked
from assessment.intake.guidance import Guidance
from assessment.intake.household_workbook import interpreted
from tests.intake.bills import zipped
from tests.intake.containers import sheets, text, xlsx
from tests.intake.gallery import CARDS, LAYOUTS, MONTHS
from tests.intake.reading import chinese, read_here, sentences, standings
from tests.intake.test_gallery import amounts

STRANGE = [["平台", "剩余本金", "每月最低还款", "杂项"], ["借呗", 5000, 450, 12]]
NOTHING = Guidance()


def again(found, guidance):
    return interpreted(found.book, guidance)


def test_a_column_a_person_names_is_read_so_and_one_put_aside_is_not():
    found = read_here(xlsx(STRANGE))
    guidance = NOTHING.with_column("debts", "每月最低还款", "instalment").with_column("debts", "剩余本金", "")
    told = again(found, guidance)
    assert (told.case.debts[0].instalment, told.case.debts[0].principal) == (450, 0)
    assert {each.word for each in told.columns if each.sure == "chosen"} == {"每月最低还款", "剩余本金"}


def test_a_choice_for_one_part_of_the_case_says_nothing_about_another():
    rows = [["收入来源", "金额"], ["工资", 6000]]
    guidance = NOTHING.with_column("debts", "金额", "original")
    assert again(read_here(xlsx(rows)), guidance).case.incomes[0].amount == 6000


def test_what_columns_and_tables_mean_holds_for_the_next_file_and_cells_do_not():
    guidance = NOTHING.with_column("debts", "杂项", "fees").with_cells({("Sheet", "B2"): "1"}).with_bare("Sheet")
    guidance = guidance.with_table(("Sheet", "A1"), ("项目", "金额"), "expenses")
    assert guidance.for_the_next_file() == Guidance({("debts", "杂项"): "fees"}, {("项目", "金额"): "expenses"})


def test_fields_down_the_side_are_named_by_the_person_too():
    rows = [["平台", "借呗", "花呗"], ["剩余本金", 5000, 3000], ["杂项", 12, 0]]
    told = again(read_here(xlsx(rows)), NOTHING.with_column("debts", "杂项", "days_overdue"))
    assert [debt.days_overdue for debt in told.case.debts] == [12, 0]


def test_each_of_two_tables_on_a_sheet_can_be_told_apart():
    rows, _expected = LAYOUTS["two tables below each other"]
    found = read_here(xlsx(rows))
    first, second = found.tables
    told = again(found, NOTHING.with_table((second.page, second.cell.address), second.signature, ""))
    assert amounts(told, "debts") == [("借呗", 5000)]
    assert [(table.about, table.sure) for table in told.tables] == [("debts", "likely"), ("", "chosen")]
    assert first.about == "debts"


def test_a_locked_file_is_read_anew_without_its_password():
    found = read_workbook(zipped("债务.csv", text(STRANGE).encode("gb18030"), "135790"), "135790")
    told = again(found, NOTHING.with_column("debts", "每月最低还款", "instalment"))
    assert told.case.debts[0].instalment == 450


def test_a_sheet_without_a_known_header_is_read_as_the_person_says():
    rows = [["我记的账"], ["谁家的", "还要给多少", "说好的利钱"], ["老王", "2万", "月息1分"], ["老李", 3000, ""]]
    found = read_here(xlsx(rows))
    assert found.case.debts == ()
    [page] = found.strange
    guidance = NOTHING.with_table(page.spot(2), page.signature(2), "debts")
    guidance = (
        guidance.with_column("debts", "谁家的", "name")
        .with_column("debts", "还要给多少", "principal")
        .with_column("debts", "说好的利钱", "rate")
    )
    told = again(found, guidance)
    assert amounts(told, "debts") == [("老王", 20000), ("老李", 3000)]
    assert told.case.debts[0].rate.per == "month"
    assert told.strange == ()


def test_a_sheet_without_any_header_is_read_by_its_columns_letters():
    found = read_here(xlsx([["老王", 20000], ["老李", 3000]]))
    [page] = found.strange
    guidance = NOTHING.with_bare(page.title).with_table(page.spot(0), page.signature(0), "debts")
    guidance = guidance.with_column("debts", "a列", "name").with_column("debts", "b列", "principal")
    assert amounts(again(found, guidance), "debts") == [("老王", 20000), ("老李", 3000)]


def test_a_table_that_could_be_several_things_is_what_the_person_says():
    found = read_here(xlsx([["项目", "金额"], ["甲", 6000], ["乙", 9000]]))
    [table] = found.tables
    assert table.about == ""
    told = again(found, NOTHING.with_table((table.page, table.cell.address), table.signature, "incomes"))
    assert amounts(told, "incomes") == [("甲", 6000), ("乙", 9000)]


def test_a_sheet_taken_for_a_copy_is_read_once_the_person_says_what_it_is():
    found = read_here(sheets({"债务": MONTHS, "债务 (2)": MONTHS}))
    copy = found.tables[1]
    told = again(found, NOTHING.with_table((copy.page, copy.cell.address), copy.signature, "debts"))
    assert len(told.case.debts) == 4


def test_a_cell_put_right_is_read_as_if_the_file_had_it():
    found = read_here(xlsx([["平台", "剩余本金", "逾期天数"], ["借呗", "不少", "M2"], ["", 3000, 0]]))
    assert standings(found).count("refused") == 1
    told = again(
        found, NOTHING.with_cells({("Sheet", "B2"): "1.2万", ("Sheet", "C2"): "45天", ("Sheet", "A3"): "花呗"})
    )
    assert amounts(told, "debts") == [("借呗", 12000), ("花呗", 3000)]
    assert told.case.debts[0].days_overdue == 45
    assert "refused" not in standings(told)
    assert found.written[("Sheet", "B2")] == "不少"


def test_a_cell_put_right_wrongly_is_refused_again_with_the_new_words():
    told = again(
        read_here(xlsx([["平台", "剩余本金"], ["借呗", "不少"]])), NOTHING.with_cells({("Sheet", "B2"): "还有很多"})
    )
    assert [problem.raw for problem in told.problems if problem.standing == "refused"] == ["还有很多"]


def test_a_cell_put_back_is_as_the_file_has_it():
    guidance = NOTHING.with_cells({("Sheet", "B2"): "5"})
    assert guidance.without_cell(("Sheet", "B2")) == NOTHING


def test_a_header_can_be_put_right_like_any_cell():
    found = read_here(xlsx([["平台", "剩余本金"], ["借呗", 1.2], ["花呗", 0.8]]))
    assert any("会不会是按万元写的" in each for each in sentences(found))
    told = again(found, NOTHING.with_cells({("Sheet", "B1"): "剩余本金（万元）"}))
    assert amounts(told, "debts") == [("借呗", 12000), ("花呗", 8000)]


def test_figures_that_cannot_all_be_true_are_said_at_their_cell_with_what_would_fit():
    """12 000 at 1.5 % a month over 12 is 1 100.16 a month."""
    rows = [["平台", "剩余本金", "年利率", "月供", "剩余期数", "还款日"], ["借呗", 12000, "18%", 500, 12, 8]]
    [doubt] = checked(read_here(xlsx(rows)), date(2026, 11, 23))
    assert (doubt.where.cell, doubt.raw) == ("D2", "500")
    assert "每期应还约 ¥1,100.16" in chinese(doubt.instead)


def test_what_a_file_leaves_out_is_not_asked_for_while_it_is_looked_at():
    assert checked(read_here(xlsx(MONTHS)), date(2026, 11, 23)) == ()


def test_a_card_list_is_no_bill():
    found = read_here(sheets({"信用卡": CARDS}))
    assert found.bills == ()
    assert amounts(found, "debts") == [("招商银行", 8000)]


def test_what_columns_mean_is_kept_beside_a_case_and_recalled():
    guidance = NOTHING.with_column("debts", "杂项", "fees").with_column("incomes", "a:b", "")
    assert Guidance.recalled(guidance.remembered).columns == guidance.columns
    assert Guidance.recalled({"杂项": "fees", "nothing:x": "fees"}) == NOTHING
