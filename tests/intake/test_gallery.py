"""The gallery: every layout, as a workbook, an old workbook's text, a web page and a CSV in three encodings, gives the same debts."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest

from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from assessment.report import workbook
from tests.intake import table
from tests.intake.containers import CONTAINERS, sheets, text, xlsx
from tests.intake.gallery import BUDGET, LAYOUTS, WORKBOOKS
from tests.intake.reading import chinese, read_here, saved
from tests.samples import CASES


def debts(data):
    return amounts(read_here(data), "debts")


def amounts(found, part):
    """An entry's name and its amount, whole yuan."""
    field = {"debts": "principal", "assets": "value"}.get(part, "amount")
    return [(item.name, int(getattr(item, field))) for item in getattr(found.case, part)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_gives_its_debts_in_every_container(layout):
    rows, expected = LAYOUTS[layout]
    assert {name: debts(made(rows)) for name, made in CONTAINERS.items()} == dict.fromkeys(CONTAINERS, expected)


@pytest.mark.parametrize("name", BUDGET)
def test_income_costs_and_things_owned_reach_their_part(name):
    rows, expected = BUDGET[name]
    for made in (xlsx(rows), text(rows).encode("gb18030")):
        found = read_here(made)
        parts = {part: amounts(found, part) for part in ("assets", "incomes", "expenses", "debts", "windfalls")}
        assert {part: items for part, items in parts.items() if items} == expected


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_of_several_sheets_gives_each_debt_once(name):
    named, expected = WORKBOOKS[name]
    assert debts(sheets(named)) == expected


def said(found):
    return [(problem.where.cell, problem.standing, chinese(problem.what)) for problem in found.problems]


@pytest.mark.parametrize(
    ("layout", "cell", "standing", "words"),
    [
        ("a sum that does not fit", "B4", "doubtful", "合计写的是 ¥9,000.00，逐行读到的加起来是 ¥8,000.00，相差 ¥1,000.00"),
        ("everything owed with interest beside it", "B2", "doubtful", "一共欠 ¥5,600.00，减去利息、罚息、费用 ¥600.00，剩余本金读作 ¥5,000.00"),
        ("everything owed with interest beside it", "E1", "doubtful", "“罚息、违约金”几列加在一起"),
        ("total and principal side by side", "C2", "doubtful", "写的一共欠 ¥5,600.00，本金加利息、罚息、费用是 ¥5,000.00"),
        ("total and principal side by side", "F1", "doubtful", "是最低还款，不是每期应还"),
        ("repaid instead of left", "C2", "doubtful", "按借款 ¥10,000.00 减去已还 ¥4,000.00"),
        ("a card's used limit", "C1", "doubtful", "可能含利息和费用"),
        ("a limit and what was used in one cell", "B2", "refused", "不是能看懂的剩余本金"),
        ("another currency", "B2", "refused", "不是人民币"),
        ("a header with a little more", "B1", "doubtful", "没有完全认得"),
        ("sums by group", "A7", "note", "没有当作一笔读"),
        ("titles between the groups", "A2", "note", "像是说明或小标题"),
        ("prose between the rows", "A3", "note", "像是说明或小标题"),
        ("a debt of which only the name is known", "B2", "doubtful", "没有写多少钱"),
        ("one loan as a form", "B3", "doubtful", "读作 60 期"),
        ("an app's export", "D1", "note", "这里用不到"),
        ("figures above the header", "A1", "doubtful", "表头上面有 2 行数字没有读：第 1、2 行"),
        ("a column without a header", "C1", "doubtful", "C 列没有表头"),
        ("all accounts of an app, owned and owed", "A2", "doubtful", "像是您有的钱，没有当作债务读"),
    ],
)  # fmt: skip
def test_what_was_supposed_or_left_out_is_said_at_its_cell(layout, cell, standing, words):
    found = read_here(xlsx(LAYOUTS[layout][0]))
    assert any(at == cell and how == standing and words in what for at, how, what in said(found))


def test_the_summary_of_a_published_template_fits_and_its_second_table_is_said_not_to_be_read():
    """45 000 + 30 000 + 18 000 + 80 000 is 173 000; the template leaves out a line of 450 000, so its 623 000 differs."""
    rows, _expected = LAYOUTS["上岸 template"]
    words = [what for _cell, _standing, what in said(read_here(xlsx(rows)))]
    assert "“剩余债务”的合计写的是 ¥623,000.00，逐行读到的加起来是 ¥173,000.00，相差 ¥450,000.00。" in words
    assert any("往下像是另一张表，没有读" in each for each in words)
    whole = [
        *rows[:9],
        [4, "房贷", "银行贷款", 500000, 50000, 450000, 4.9, 2800, "正常", "2024-03-20", "一般", 1, ""],
        *rows[9:],
    ]
    assert not any("相差" in what for _cell, _standing, what in said(read_here(xlsx(whole))))


def test_sheets_that_say_the_same_are_read_once_and_months_are_asked_about():
    assert any(
        "只读了一次" in what for _cell, _how, what in said(read_here(sheets(WORKBOOKS["the same sheet twice"][0])))
    )
    assert any(
        "会算两遍" in what for _cell, _how, what in said(read_here(sheets(WORKBOOKS["a sheet for each month"][0])))
    )


def test_two_accounts_with_one_lender_on_one_sheet_are_two():
    assert debts(xlsx([["平台", "剩余本金"], ["花呗", 3000], ["花呗", 3000]])) == [("花呗", 3000), ("花呗", 3000)]


def test_yearly_and_quarterly_amounts_keep_their_period():
    incomes = read_here(xlsx(BUDGET["yearly amounts"][0])).case.incomes
    expenses = read_here(xlsx(BUDGET["periods in the cells"][0])).case.expenses
    assert [each.period for each in (*incomes, *expenses)] == ["year", "quarter", "year"]


def test_kinds_are_taken_from_names_and_said_together():
    found = read_here(xlsx(BUDGET["living costs without a category"][0]))
    assert [line.category for line in found.case.expenses] == ["rent", "food", "phone"]
    assert [what for _cell, _how, what in said(found)] == [
        "没有写类别，按名称分的，共 2 笔：伙食费→吃饭买菜、话费→电话网费。"
    ]


def merged_book():
    made = openpyxl.Workbook()
    for row in (
        ["平台", "产品", "剩余本金", "月供"],
        ["招商银行", "信用卡", 8000, 450],
        [None, "闪电贷", 5000, None],
        ["借呗", "", 2000, 100],
    ):
        made.active.append(row)
    made.active.merge_cells("A2:A3")
    made.active.merge_cells("D2:D3")
    return saved(made)


def test_a_merged_name_counts_for_every_row_and_a_merged_amount_only_once():
    debts = read_here(merged_book()).case.debts
    assert [(debt.name, debt.product, debt.instalment) for debt in debts] == [
        ("招商银行", "信用卡", 450), ("招商银行", "闪电贷", None), ("借呗", "", 100),
    ]  # fmt: skip


def test_a_cell_over_two_rows_of_a_web_page_moves_nothing_sideways():
    cells = (
        "<tr><th>平台</th><th>产品</th><th>剩余本金</th></tr><tr><td rowspan=2>招行</td><td>卡</td><td>1000</td></tr>"
    )
    found = read_here(f"<html><table>{cells}<tr><td>贷</td><td>2000</td></tr></table>".encode())
    assert [(debt.name, debt.product, int(debt.principal)) for debt in found.case.debts] == [
        ("招行", "卡", 1000),
        ("招行", "贷", 2000),
    ]


def test_hidden_columns_are_read_and_said():
    made = openpyxl.load_workbook(BytesIO(xlsx(LAYOUTS["plain"][0])))
    made.active.column_dimensions["B"].hidden = True
    found = read_here(saved(made))
    assert int(found.case.debts[0].principal) == 5000
    assert any(what == "有 1 列是隐藏的，也读入了：B 列。" for _cell, _how, what in said(found))


def test_two_files_of_one_bundle_keep_their_own_sheet():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("a.csv", "平台,剩余本金\n借呗,不少\n")
        bundle.writestr("b.csv", "平台,剩余本金\n花呗,很多\n")
    found = read_here(out.getvalue())
    assert len({problem.where.sheet for problem in found.problems if problem.standing == "refused"}) == 2


def test_tables_beside_each_other_each_reach_their_own_part():
    rows, _expected = LAYOUTS["two tables side by side"]
    case = interpreted(answered(any_file.read(xlsx(rows)))).case
    assert [asset.name for asset in case.assets] == ["存款"]


def test_income_above_debts_reaches_income():
    rows, _expected = LAYOUTS["debts below income"]
    case = interpreted(answered(any_file.read(xlsx(rows)))).case
    assert [income.name for income in case.incomes] == ["工资"]


def test_overdue_told_by_a_word_is_never_read_as_not_overdue():
    rows, _expected = LAYOUTS["上岸 template"]
    found = interpreted(answered(any_file.read(CONTAINERS["csv gb18030"](rows))))
    assert {debt.name: debt.days_overdue for debt in found.case.debts}["微信微粒贷"] == 1
    assert any(problem.where.cell == "I8" and problem.standing == "doubtful" for problem in found.problems)


@pytest.mark.parametrize(
    ("header", "word", "days"),
    [
        ("是否逾期", "是", 1),
        ("是否逾期", "否", 0),
        ("逾期情况", "逾期", 1),
        ("状态", "正常", 0),
        ("当前状态", "逾期35天", 35),
        ("逾期期数", "2期", 31),
    ],
)
def test_a_status_column_says_whether_a_debt_is_overdue(header, word, days):
    found = interpreted(answered(any_file.read(xlsx([["平台", "剩余本金", header], ["借呗", 5000, word]]))))
    assert found.case.debts[0].days_overdue == days


STRANGE = [["平台", "剩余本金", "每月最低还款", "杂项"], ["借呗", 5000, 450, 12]]


def test_every_column_is_shown_with_how_sure_it_is():
    seen = {
        each.cell.value: (each.field, each.sure) for each in interpreted(answered(any_file.read(xlsx(STRANGE)))).columns
    }
    assert seen == {
        "平台": ("name", "likely"), "剩余本金": ("principal", "sure"), "每月最低还款": ("minimum", "likely"), "杂项": ("", "unknown"),
    }  # fmt: skip


def test_our_own_sheets_ask_nothing_about_their_columns():
    assert interpreted(answered(any_file.read(workbook.write(CASES["middle_three_debts"])))).columns == ()


def test_the_bad_cells_are_named_and_nothing_else_is_lost():
    rows, _expected = LAYOUTS["one cell bad"]
    found = interpreted(answered(any_file.read(xlsx(rows))))
    refused = {problem.where.cell for problem in found.problems if problem.standing == "refused"}
    assert refused == {"C2", "B3"}


def test_a_unit_in_one_tables_header_says_nothing_of_the_next_table():
    rows = [
        ["平台", "剩余本金（万元）"],
        ["借呗", 1.2],
        [],
        ["=== 资产 ==="],
        ["资产名称", "市值", "未还贷款"],
        ["汽车", 80000, 0],
    ]
    case = read_here(xlsx(rows)).case
    assert (int(case.debts[0].principal), int(case.assets[0].value)) == (12000, 80000)


def test_the_gallerys_table_holds_every_file_with_a_verdict_and_a_sentence():
    assert sum(map(len, table.kinds().values())) >= 60
    told = table.line("布局", "one cell bad", read_here(xlsx(LAYOUTS["one cell bad"][0])))
    assert (told.verdict, told.gives) == ("读懂一部分", "债务 2")
    assert told.sentence.startswith("Sheet C2 “很久”不是能看懂的逾期天数。")
    assert table.verdict(read_here(b"\x89PNG" + b"0" * 50)) == "没有读"
