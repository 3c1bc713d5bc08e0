"""The credit report: every account that is owed on, once, beside its sentence, and nothing of names and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case, Debt
from assessment.creditreport import is_report, proposals, report_in, taken
from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese
from tests.intake.reports import BRIEF, DETAILED

OWED = [
    ("招商银行信用卡", "credit_card", Decimal(12800), 1), ("重庆京东盛际小额贷款", "microloan", Decimal(6500), 1),
    ("重庆京东盛际小额贷款", "microloan", Decimal(1300), 0), ("招联消费金融", "consumer_finance", Decimal(9876), 0),
    ("某农村商业银行", "bank", Decimal(120000), 0),
]  # fmt: skip


def proposed(text, *listed):
    return proposals(report_in(text), Case(debts=listed))


def test_every_account_owed_on_is_proposed_once():
    found = proposed(BRIEF)
    assert [(each.debt.name, each.debt.lender, each.debt.principal, each.debt.days_overdue) for each in found] == OWED
    assert {each.standing for each in found} == {"new"}


LINE = "为个人消费贷款授信，额度有效期至2027年05月01日，可循环使用。截至2026年10月31日，信用额度50,000元（人民币），余额为9,000，当前无逾期。"
LOAN = "发放的9,000元（人民币）个人消费贷款，2027年02月14日到期。截至2026年10月31日，余额9,000，当前无逾期。"


def test_a_limit_s_balance_is_asked_about_where_its_drawings_stand_beside_it():
    line, loan = f"2.2025年05月01日某银行股份有限公司{LINE}", f"1.2026年02月14日某银行股份有限公司{LOAN}"
    assert [each.standing for each in proposed(f"个人信用报告 {loan}{line}")] == ["new", "unsure"]
    assert [each.standing for each in proposed(f"个人信用报告 {line}")] == ["new"]


def test_what_a_loan_was_and_when_it_was_made_is_read():
    drawing = proposed(BRIEF)[1].debt
    assert (drawing.original, drawing.contract_date) == (Decimal(10000), date(2026, 2, 14))
    assert drawing.product == "其他个人消费贷款"


def test_two_drawings_alike_are_two_debts():
    line = "1.2026年02月14日某小额贷款有限公司发放的1,000元（人民币）个人消费贷款，2027年02月14日到期。截至2026年10月31日，余额500，当前无逾期。"
    text = "个人信用报告 信贷记录 " + line + line.replace("1.", "2.", 1)
    assert [each.debt.principal for each in proposed(text)] == [Decimal(500), Decimal(500)]


def test_the_words_of_the_print_reach_the_household():
    report = report_in(BRIEF)
    assert (report.day, report.months_late, report.over_ninety, report.queries) == (date(2026, 11, 1), 7, True, 2)
    case = taken(Case(), report, proposals(report, Case()))
    assert (case.household.overdue_months, case.household.over_ninety, case.household.queries) == (7, True, 2)
    assert len(case.debts) == len(OWED)


def test_guarantees_limits_closed_accounts_and_public_records_are_named_and_no_debts():
    said = "".join(map(chinese, report_in(BRIEF).notes))
    for words in (
        "替别人担保或共同还款的有 1 处",
        "已经结清、销户或没有激活的账户有 2 个",
        "公共记录",
    ):
        assert words in said


def test_what_is_listed_already_is_not_counted_twice():
    found = proposed(
        BRIEF, Debt(name="京东金条", principal=Decimal(7800)), Debt(name="招行信用卡", principal=Decimal(9000))
    )
    standings = {(each.debt.name, each.debt.principal): each.standing for each in found}
    assert standings["重庆京东盛际小额贷款", Decimal(6500)] == "listed"
    assert standings["重庆京东盛际小额贷款", Decimal(1300)] == "listed"
    assert standings["招联消费金融", Decimal(9876)] == "new"


def test_a_listed_debt_of_the_lender_with_another_sum_is_asked_about():
    found = proposed(BRIEF, Debt(name="招联消费金融", principal=Decimal(3000)))
    unsure = next(each for each in found if each.debt.name == "招联消费金融")
    assert unsure.standing == "unsure"
    assert "¥3,000.00" in chinese(unsure.words)
    assert "¥9,876.00" in chinese(unsure.words)


def test_nothing_of_names_and_numbers_is_kept():
    told = repr(report_in(BRIEF)) + repr(report_in(DETAILED))
    for secret in ("张三", "李四", "1234）", "9876）", "尾号", "D1011234567890", "2026110100001234567890"):
        assert secret not in told


def test_the_detailed_report_s_tables_are_read():
    report = report_in(DETAILED)
    found = proposals(report, Case())
    assert [(each.debt.name, each.debt.principal, each.debt.days_overdue, each.debt.overdue_amount) for each in found] == [
        ("某小额贷款", Decimal(5400), 31, Decimal(1440)), ("某某银行信用卡", Decimal(3210), 0, None),
    ]  # fmt: skip
    assert found[0].debt.original == Decimal(8000)


@pytest.mark.parametrize("broken", [" ", "\n", "\n\n  "])
def test_breaks_of_the_page_change_nothing(broken):
    torn = broken.join(BRIEF[k : k + 37] for k in range(0, len(BRIEF), 37))
    if broken.strip() == "":
        assert [(each.debt.name, each.debt.principal) for each in proposed(torn)] == [
            (name, owed) for name, _kind, owed, _days in OWED
        ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_file_of_it_is_recognised(encoding):
    found = interpreted(answered(any_file.read(BRIEF.encode(encoding))))
    assert found.report is not None
    assert len(found.report.accounts) == 8
    assert found.case == Case()


def test_signs_a_pdf_keeps_as_radicals_are_read_as_what_they_stand_for():
    torn = BRIEF.translate(str.maketrans("户民长", "⼾⺠⻓"))
    assert torn != BRIEF
    assert [(each.debt.name, each.debt.days_overdue) for each in proposed(torn)] == [
        (name, days) for name, _kind, _owed, days in OWED
    ]


def test_an_overdue_that_is_told_is_never_talked_away_by_what_stands_behind_it():
    text = BRIEF.replace("从未发生过逾期的贷记卡及透支未超过60天的准贷记卡账户明细如下：", "从未发生过逾期的卡：")
    assert proposed(text)[0].debt.days_overdue == 1


def test_what_is_no_report_is_none():
    assert not is_report("今天天气很好，2026年10月1日去了银行。")
    assert report_in("随便一段话").accounts == ()


@given(st.text("0123456789年月日。，；银行发放的贷记卡元余额当前有逾期截至信用报告 \n账户", max_size=300))
def test_any_text_is_read(text):
    report = report_in(text)
    assert all(each.debt.principal >= 0 for each in proposals(report, Case()))
