"""What a person wrote into a cell is understood, or asked about; never guessed in silence, never lost."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from assessment.case import Case, Debt
from assessment.intake import read_workbook
from assessment.intake.household_workbook import Found
from assessment.report import workbook
from assessment.report.chinese import chinese
from tests.intake.reading import book, editable, field, one_debt, read_here, saved, sentences, standings


@pytest.mark.parametrize(
    ("header", "value", "form", "yuan"),
    [
        ("剩余本金（元）", 12000, "", "12000"),
        ("剩余本金（元）", 1234.56, "", "1234.56"),
        ("剩余本金（元）", "12万", "", "120000"),
        ("剩余本金（元）", "￥12,000.00", "", "12000"),
        ("剩余本金（元）", "１２００", "", "1200"),
        ("剩余本金（万元）", 1.2, "", "12000"),
        ("剩余本金（万元）", "1.2", "", "12000"),
        ("剩余本金（万元）", "1.2万", "", "12000"),
        ("剩余本金（万元）", "8000元", "", "8000"),
        ("剩余本金（元）", 12000, '0!.0,"万"', "12000"),
        ("剩余本金（元）", 12000, '0\\.0000"万元"', "12000"),
        ("剩余本金（元）", 12000, '0.0,"千"', "12000"),
        ("余额", 0.1 + 0.2, "", "0.30"),
    ],
)
def test_an_amount_keeps_its_scale(header, value, form, yuan):
    found = one_debt(header, value, form)
    assert field(found, "principal") == Decimal(yuan)
    assert found.problems == ()


def test_an_amount_shown_in_wan_without_being_divided_is_asked_about():
    found = one_debt("剩余本金", 1.2, '0.0"万"')
    assert field(found, "principal") == 12000
    assert standings(found) == ["doubtful"]
    assert "¥12,000.00" in sentences(found)[0]


@pytest.mark.parametrize(
    ("value", "form", "standing"),
    [
        ("50w额度用了3w", "", "refused"), ("很多", "", "refused"), (True, "", "refused"), (0.5, "0%", "refused"), (datetime(2026, 3, 1), "", "refused"),
        (-50, "", "refused"), (1e300, "", "refused"), (10**12, "", "refused"), ("不详", "", "refused"), ("约2万", "", "doubtful"), (1.239, "", "doubtful"),
    ],
)  # fmt: skip
def test_what_is_no_plain_amount_is_said_and_the_debt_is_kept(value, form, standing):
    found = one_debt("剩余本金", value, form)
    assert found.case.debts[0].name == "借呗"
    assert [(problem.standing, problem.where.cell, problem.where.path) for problem in found.problems] == [
        (standing, "B2", ("debts", 0, "principal"))
    ]
    assert standing == "doubtful" or field(found, "principal") == 0


@pytest.mark.parametrize("value", ["", " ", "-", "——", "/", "无", "N/A", "（空）", None])
def test_words_for_nothing_are_nothing(value):
    found = read_here(book({"债务": [["欠谁的", "剩余本金", "逾期金额"], ["借呗", 5000, value]]}))
    assert found.case.debts[0].overdue_amount is None
    assert found.problems == ()


@pytest.mark.parametrize(
    ("header", "value", "form", "quoted", "per"),
    [
        ("合同利率", "日0.05%", "", "0.0005", "day"),
        ("合同利率", "万分之五每天", "", "0.0005", "day"),
        ("合同利率", "月息1.5分", "", "0.015", "month"),
        ("合同利率", "年化18.25%", "", "0.1825", "year"),
        ("年利率(%)", 18.25, "", "0.1825", "year"),
        ("年利率", "18.25%", "", "0.1825", "year"),
        ("年利率", 0.1825, "0.00%", "0.1825", "year"),
        ("年利率", "6厘", "", "0.06", "year"),
        ("月利率(%)", 1.5, "", "0.015", "month"),
        ("日利率(%)", 0.05, "", "0.0005", "day"),
        ("日利率", 0.0005, "0.00%", "0.0005", "day"),
        ("日利率", "0.05%", "", "0.0005", "day"),
        ("日利率", "万分之五", "", "0.0005", "day"),
        ("APR", "24%", "", "0.24", "year"),
        ("合同利率", 0, "", "0", "year"),
    ],
)
def test_a_rate_that_says_its_period_is_taken(header, value, form, quoted, per):
    found = one_debt(header, value, form)
    assert (field(found, "rate").value, field(found, "rate").per) == (Decimal(quoted), per)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("header", "value", "form", "annual"),
    [
        ("合同利率", 0.1825, "", "0.1825"),
        ("合同利率", 18.25, "", "0.1825"),
        ("合同利率", "18.25", "", "0.1825"),
        ("合同利率", 0.1825, "0.00%", "0.1825"),
        ("合同利率", "18.25%", "", "0.1825"),
        ("年利率", 0.1825, "", "0.1825"),
        ("年利率(%)", 0.1825, "", "0.1825"),
        ("月利率", 0.015, "", "0.18"),
        ("日利率", 0.0005, "", "0.1825"),
    ],
)
def test_a_rate_without_its_period_or_sign_is_taken_as_custom_has_it_and_asked_about(header, value, form, annual):
    found = one_debt(header, value, form)
    assert field(found, "rate").annual == Decimal(annual)
    assert standings(found) == ["doubtful"]


@pytest.mark.parametrize(
    ("header", "value", "form"),
    [
        ("合同利率", 0.05, ""), ("合同利率", "0.05%", ""), ("合同利率", 0.0005, "0.00%"), ("合同利率", 1.5, ""), ("合同利率", "1.5%", ""),
        ("合同利率", 0.0005, ""), ("年利率(%)", 0.5, ""), ("合同利率", "每期手续费0.75%", ""), ("合同利率", "很高", ""), ("合同利率", -5, ""),
    ],
)  # fmt: skip
def test_between_two_likely_rates_none_is_chosen(header, value, form):
    found = one_debt(header, value, form)
    assert field(found, "rate") is None
    assert standings(found) == ["refused"]


def test_the_sentence_for_a_rate_names_the_ways_to_write_it():
    assert sentences(one_debt("合同利率", "0.05%")) == [
        "“0.05%”看不出是按年、按月还是按日。请写全：日0.05%、月0.05% 或 年0.05%，选一个。"
    ]
    assert sentences(one_debt("年利率(%)", 0.5)) == ["“0.5”可能是年0.5%，也可能是年50%。请写全，选一个。"]
    assert sentences(one_debt("年利率(%)", 0.1825)) == [
        "“0.1825”照表头是年0.1825%，低得少见，先读作年18.25%。请写全，选一个。"
    ]


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 3, 1),
        datetime(2026, 3, 1),
        "2026-03-01",
        "2026/3/1",
        "2026.3.1",
        "2026年3月1日",
        "20260301",
        20260301,
        46082,
        "2026-03-01 08:00:00\t",
    ],
)
def test_a_date_in_any_usual_form_is_that_day(value):
    found = one_debt("借款日期", value)
    assert field(found, "contract_date") == date(2026, 3, 1)
    assert found.problems == ()


@pytest.mark.parametrize("value", ["03/04/2026", "2026-31-01", "2026-02-30", "去年", 5, 99999999, True])
def test_what_is_no_day_or_could_be_two_is_asked(value):
    found = one_debt("借款日期", value)
    assert field(found, "contract_date") is None
    assert standings(found) == ["refused"]
    assert "2026-03-01" in sentences(found)[0]


def test_day_numbers_of_a_1904_workbook_are_its_own():
    made = editable(book({"债务": [["欠谁的", "借款日期"], ["借呗", 44620]]}))
    made.epoch = openpyxl.utils.datetime.MAC_EPOCH
    assert field(read_here(saved(made)), "contract_date") == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("value", "days", "standing"),
    [
        (35, 35, []), ("35天", 35, []), ("３５天", 35, []), ("逾期35天", 35, []), ("35 days", 35, []), ("未逾期", 0, []), ("正常", 0, []), ("否", 0, []),
        ("2个月", 60, ["doubtful"]), ("一个多月", 31, ["doubtful"]), ("90+", 90, ["doubtful"]), ("M2", 31, ["doubtful"]), ("M1（1-30天）", 1, ["doubtful"]),
        ("逾期2期", 31, ["doubtful"]), ("2期/M2", 31, ["doubtful"]),
        ("M3+", 61, ["doubtful"]), ("刚逾期", 1, ["doubtful"]), ("很久", 0, ["refused"]), (-3, 0, ["refused"]), (3.5, 0, ["refused"]),
    ],
)  # fmt: skip
def test_how_long_overdue_is_read_as_people_write_it(value, days, standing):
    found = one_debt("逾期天数", value)
    assert field(found, "days_overdue") == days
    assert standings(found) == standing


@pytest.mark.parametrize(
    ("value", "day"),
    [(8, 8), ("8号", 8), ("每月8日前", 8), ("月底", 31), (datetime(2024, 3, 10), 10), ("2024-03-10", 10)],
)
def test_a_due_day_is_a_day_of_the_month(value, day):
    found = one_debt("还款日", value)
    assert field(found, "due_day") == day
    assert found.problems == ()


@pytest.mark.parametrize("value", [0, 32, "账单日后20天"])
def test_a_due_day_outside_the_month_is_refused(value):
    found = one_debt("还款日", value)
    assert field(found, "due_day") is None
    assert standings(found) == ["refused"]


@pytest.mark.parametrize(
    ("header", "name", "value", "expected", "standing"),
    [
        ("还款方式", "method", "等额本金", "equal_principal", []),
        ("还款方式", "method", "先息后本（每月只还利息）", "interest_only", []),
        ("出借方类型", "lender", "消费金融公司", "consumer_finance", []),
        ("出借方类型", "lender", "消费金融", "consumer_finance", []),
        ("出借方类型", "lender", "某消费金融公司", "consumer_finance", ["doubtful"]),
        ("催收到哪一步", "collection", "电话催收中", "calls", []),
        ("出借方类型", "lender", "外星人", "other", ["refused"]),
        ("有没有共同借款人", "joint", "是", True, []),
        ("有没有共同借款人", "joint", True, True, []),
        ("有没有共同借款人", "joint", 0, False, []),
        ("有没有共同借款人", "joint", "也许", False, ["refused"]),
        ("还剩几期", "instalments_left", "还剩26期", 26, []),
        ("还剩几期", "instalments_left", "10/12期", 2, ["doubtful"]),
        ("还剩几期", "instalments_left", 12.5, 0, ["refused"]),
        ("罚息是合同利率的几倍", "penalty_multiple", "上浮50%", Decimal("1.5"), []),
        ("罚息是合同利率的几倍", "penalty_multiple", "150%", Decimal("1.5"), []),
    ],
)
def test_words_and_counts(header, name, value, expected, standing):
    found = one_debt(header, value)
    assert field(found, name) == expected
    assert standings(found) == standing


@pytest.mark.parametrize(
    ("value", "months"),
    [
        ("5200、4300、6100", [5200, 4300, 6100]), ("5200,4300", [5200, 4300]), ("5200，4300，6100", [5200, 4300, 6100]), ("5,200、4,300", [5200, 4300]),
        ("5200 4300\n6100", [5200, 4300, 6100]), ("1月5200、2月4300", [5200, 4300]), ("0.5万、4300", [5000, 4300]), (5200, [5200]),
    ],
)  # fmt: skip
def test_months_of_income_in_one_cell(value, months):
    found = read_here(book({"收入": [["名称", "到手金额", "最近几个月的实际收入"], ["跑单", 5000, value]]}))
    assert list(found.case.incomes[0].history) == months
    assert found.problems == ()


@pytest.mark.parametrize("value", ["5,200", "500,600,700", "大概五六千", "1、2、3、4、5、6、7、8、9、10、11、12、13"])
def test_months_that_could_be_one_number_are_asked(value):
    found = read_here(book({"收入": [["名称", "到手金额", "最近几个月的实际收入"], ["跑单", 5000, value]]}))
    assert found.case.incomes[0].history == ()
    assert found.case.incomes[0].amount == 5000
    assert standings(found) == ["refused"]


def test_one_bad_cell_never_drops_its_row_and_everything_wrong_is_said_at_once():
    found = read_here(
        book(
            {
                "债务": [
                    ["欠谁的", "剩余本金", "合同利率", "逾期天数"],
                    ["借呗", "一些", "很高", "很久"],
                    ["金条", 8000, "日0.05%", 12],
                ]
            }
        )
    )
    assert [debt.name for debt in found.case.debts] == ["借呗", "金条"]
    assert [problem.where.cell for problem in found.problems] == ["B2", "C2", "D2"]
    assert [problem.raw for problem in found.problems] == ["一些", "很高", "很久"]
    assert found.case.debts[1].principal == 8000


def test_what_was_not_written_plainly_is_read_back():
    found = read_here(book({"债务": [["欠谁的", "剩余本金", "合同利率"], ["借呗", "12万", "万分之五每天"]]}))
    assert [(each.where.cell, each.raw, chinese(each.meant)) for each in found.readings] == [
        ("B2", "12万", "¥120,000.00"),
        ("C2", "万分之五每天", "日0.05%，合一年 18.25%"),
    ]


def test_a_row_without_a_name_is_called_by_its_place():
    found = read_here(book({"债务": [["欠谁的", "剩余本金"], ["借呗", 1], [None, 5000]]}))
    assert [debt.name for debt in found.case.debts] == ["借呗", "债务2"]
    assert sentences(found) == ["第 3 行没有写名称，先叫“债务2”。请补上名称。"]


def test_a_formula_without_a_result_and_an_error_are_said():
    found = read_here(book({"债务": [["欠谁的", "剩余本金", "欠的利息"], ["借呗", "=1+1", "#REF!"]]}))
    assert [(problem.where.cell, problem.standing) for problem in found.problems] == [
        ("B2", "refused"),
        ("C2", "refused"),
    ]
    assert any("公式没有算出结果" in each for each in sentences(found))
    assert any("#REF!" in each for each in sentences(found))


def test_columns_in_any_order_under_any_usual_name_below_a_title():
    rows = [
        ["我的债务清单"], ["生成时间：2026-11-01"], [],
        ["备注", "序号", "剩余本金(元)", "债权人", "年利率(%)", "紧急程度", "每月还款"],
        ["催收中", 1, "1.8万", "微信微粒贷", 16.8, "紧急", 1200],
        [None, 2, 80000, "亲友借款", 0, None, 2000],
        [None, "合计", 98000], ["汇总："], ["总债务金额", 98000],
    ]  # fmt: skip
    found = read_here(book({"Sheet1": rows}))
    assert [(debt.name, debt.principal, debt.instalment) for debt in found.case.debts] == [
        ("微信微粒贷", 18000, 1200),
        ("亲友借款", 80000, 2000),
    ]
    assert found.case.debts[0].rate.annual == Decimal("0.168")
    assert found.case.debts[0].note == "催收中"
    assert [(problem.standing, problem.where.cell) for problem in found.problems] == [
        ("note", "F4"),
        ("note", "B7"),
    ]
    assert found.found == (Found("Sheet1", "debts", 2, 2),)


def test_a_dashed_line_between_debts_ends_nothing_and_a_last_word_is_no_debt():
    rows = [["欠谁的", "剩余本金"], ["借呗", 1], ["--------"], ["金条", 2], [], ["花呗", 3], ["汇总："]]
    found = read_here(book({"债务": rows}))
    assert [(debt.name, debt.principal) for debt in found.case.debts] == [("借呗", 1), ("金条", 2), ("花呗", 3)]
    assert found.problems == ()


def test_everything_owed_is_not_silently_taken_for_principal():
    found = read_here(book({"债务": [["平台", "欠款总额"], ["借呗", 5600]]}))
    assert found.case.debts[0].principal == 5600
    assert [(problem.standing, problem.where.cell) for problem in found.problems] == [("doubtful", "B1")]


def test_hidden_rows_and_sheets_are_read_and_said():
    made = editable(
        book({"债务": [["欠谁的", "剩余本金"], ["借呗", 1], ["金条", 2]], "资产": [["名称", "现在值多少"], ["车", 3]]})
    )
    made["债务"].row_dimensions[3].hidden = True
    made["资产"].sheet_state = "hidden"
    found = read_here(saved(made))
    assert len(found.case.debts) == 2
    assert len(found.case.assets) == 1
    assert standings(found) == ["note", "note"]
    assert "第 3 行" in sentences(found)[0]


def test_pages_and_columns_not_known_are_named():
    found = read_here(book({"债务": [["欠谁的", "剩余本金", "心情"], ["借呗", 1, "差"]], "流水": [["a", "b"], [1, 2]]}))
    assert [(problem.standing, problem.where.sheet) for problem in found.problems] == [
        ("note", "债务"),
        ("note", "流水"),
    ]
    assert "心情" in sentences(found)[0]


def test_more_pages_than_are_read_are_named():
    found = read_here(book({f"页{k}": [["欠谁的", "剩余本金"], [f"平台{k}", 1]] for k in range(22)}))
    assert len(found.case.debts) == 20
    assert standings(found) == ["refused"]
    assert "页20、页21" in sentences(found)[0]


def test_more_debts_than_a_case_holds_are_said():
    found = read_here(book({"债务": [["欠谁的", "剩余本金"], *([f"平台{k}", 1] for k in range(230))]}))
    assert len(found.case.debts) == 200
    assert found.found[0] == Found("债务", "debts", 230, 200)
    assert standings(found) == ["refused"]


def test_names_lose_what_cannot_be_seen_and_long_ones_are_cut_and_said():
    found = read_here(
        book({"债务": [["欠谁的", "剩余本金", "备注"], ["借\u202e呗\u200b", 1, "长" * 600], ["名" * 61, 2, ""]]})
    )
    assert found.case.debts[0].name == "借呗"
    assert found.case.debts[0].note == "长" * 500
    assert found.case.debts[1].name == "名" * 60
    assert [(problem.standing, problem.where.cell) for problem in found.problems] == [
        ("doubtful", "C2"),
        ("doubtful", "A3"),
    ]


def test_the_template_is_an_empty_case_without_a_problem():
    found = read_workbook(workbook.template())
    assert found.case == Case()
    assert found.problems == ()


def test_a_template_filled_in_below_the_example_holds_what_was_filled_in():
    made = editable(workbook.template())
    made["债务"]["B6"], made["债务"]["G6"], made["家庭"]["B7"] = "花呗", "3千", 2
    found = read_here(saved(made))
    assert [(debt.name, debt.principal) for debt in found.case.debts] == [("花呗", 3000)]
    assert found.case.household.adults == 2
    assert found.problems == ()


def test_an_example_row_that_was_written_over_is_a_debt_once_it_is_renamed_and_said_while_it_is_not():
    made = editable(workbook.template())
    made["债务"]["G5"] = 9000
    still_example = read_here(saved(made))
    assert still_example.case.debts == ()
    assert standings(still_example) == ["doubtful"]
    made["债务"]["B5"] = "我的金条"
    assert read_here(saved(made)).case.debts[0].principal == 9000


def test_debts_that_are_called_like_a_total_or_an_example_survive():
    case = Case(
        debts=(Debt(name="合计", principal=1), Debt(name="示例：京东金条", principal=2), Debt(name="", principal=3))
    )
    found = read_here(workbook.write(case))
    assert found.case == case
    assert [(problem.standing, problem.where.cell) for problem in found.problems] == [("doubtful", "A5")]


def test_a_total_written_under_the_debts_is_not_a_debt():
    made = editable(workbook.write(Case(debts=(Debt(name="借呗", principal=5000),))))
    made["债务"]["B6"], made["债务"]["G6"] = "合计", 5000
    found = read_here(saved(made))
    assert [debt.name for debt in found.case.debts] == ["借呗"]
    assert standings(found) == ["note"]


def test_a_file_can_be_given_by_its_path(tmp_path):
    path = tmp_path / "我家 #1%.xlsx"
    path.write_bytes(workbook.template())
    assert read_workbook(path).problems == ()
    assert read_workbook(str(path)).case == Case()


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path):
    assert sentences(read_workbook(tmp_path / "无.xlsx")) == [
        "这个文件打不开。请确认文件还在，并且没有被别的程序占用。"
    ]
