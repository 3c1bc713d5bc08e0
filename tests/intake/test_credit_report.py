"""The credit report: every account that is owed on, once, beside its sentence, and nothing of names and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case, Debt
from assessment.creditreport import is_report, proposals, report_in, taken
from assessment.intake.apart import any_file
from assessment.intake.container import Unreadable, answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese
from tests.intake import reports
from tests.intake.reports import BRIEF

OWED = [
    ("招商银行信用卡", "credit_card", Decimal(12800), 1), ("重庆京东盛际小额贷款", "microloan", Decimal(6500), 1),
    ("重庆京东盛际小额贷款", "microloan", Decimal(1300), 0), ("招联消费金融", "consumer_finance", Decimal(9876), 0),
    ("某农村商业银行", "bank", Decimal(120000), 0),
]  # fmt: skip
DETAIL_OWED = [
    ("某某资产管理", "other", Decimal(8600), 0, None), ("重庆某某京东盛际小额贷款", "microloan", Decimal(5400), 31, Decimal(1440)),
    ("某网商银行", "bank", Decimal(12000), 0, None), ("某某银行信用卡", "credit_card", Decimal(3210), 0, None),
]  # fmt: skip


def proposed(text, *listed):
    return proposals(report_in(text), Case(debts=listed))


def owed(text):
    return [(each.debt.name, each.debt.lender, each.debt.principal, each.debt.days_overdue) for each in proposed(text)]


def one(sentence):
    """What one sentence of a brief report is read as."""
    report = report_in(f"个人信用报告 信贷记录\n1.{sentence}")
    assert len(report.accounts) == 1, sentence
    return report.accounts[0]


def said(texts):
    return "".join(map(chinese, texts))


def test_every_account_owed_on_is_proposed_once():
    found = proposed(BRIEF)
    assert owed(BRIEF) == OWED
    assert {each.standing for each in found} == {"new"}


CARD = "2019年05月10日招商银行股份有限公司信用卡中心发放的贷记卡（人民币账户，卡片尾号：1234）。"
LOAN = "2024年01月05日招联消费金融股份有限公司发放的20,000元（人民币）其他个人消费贷款，2027年01月05日到期。"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (f"{CARD}截至2026年10月，信用额度30,000，余额12,800，当前有逾期。", {"balance": 12800, "late": True, "days": 1, "closed": False}),
        (f"{CARD}截至2026年10月，信用额度30000，已使用额度2664", {"balance": 2664, "late": False}),
        (f"{CARD}截至2026年10月，信用额度30,000，余额15,000（含未出单的大额专项分期余额5,000）。", {"balance": 15000}),
        (f"{CARD}截至2026年10月，信用额度30,000，已使用额度15,000（含未出单的大额专项分期余额5,000），当前无逾期。", {"balance": 15000, "late": False}),
        (f"{CARD}截至2026年10月，信用额度30,000，尚未激活。", {"balance": None, "closed": True}),
        (f"{CARD}截至2026年5月已销户。", {"closed": True, "balance": None}),
        ("2013年3月2日广州农村商业银行发放的准贷记卡（人民币账户）。截至2026年10月，信用额度5,000，透支余额1,200。", {"kind": "card", "balance": 1200}),
        ("2011年12月30日中国农业银行发放的贷记卡（美元账户）。截至2026年8月,信用额度折合人民币8,292，已使用额度0。", {"balance": 0}),
        (f"{CARD}截至2026年10月，账户状态为“呆账”，余额9,000。", {"balance": 9000, "bad": True, "closed": False}),
        (f"{CARD}截至2026年10月，账户状态为“止付”，信用额度30,000，余额100。", {"balance": 100, "bad": True}),
        (f"{CARD}截至2026年10月，账户状态为“冻结”，信用额度30,000，余额100。", {"balance": 100, "bad": True}),
        (f"{LOAN}截至2026年10月31日，余额9,876，从未发生过逾期。", {"original": 20000, "balance": 9876, "months_late": 0, "product": "其他个人消费贷款", "due": date(2027, 1, 5)}),
        (f"{LOAN}截至2026年10月31日，余额为9,876。最近5年内有12个月处于逾期状态，其中5个月逾期超过90天。", {"balance": 9876, "months_late": 12, "over_ninety": True}),
        (f"{LOAN}截至2026年10月31日，余额9,876。最近5年内有2个月处于逾期状态，没有发生过90天以上逾期。", {"months_late": 2, "over_ninety": False}),
        (f"{LOAN}2025年3月已结清。", {"closed": True, "balance": None}), (f"{LOAN}2025年3月已转出。", {"closed": True}),
        (f"{LOAN}截至2026年10月31日，余额9,876，逾期金额1,200，当前有逾期。", {"balance": 9876, "overdue": 1200, "late": True}),
        ("2022年05月01日某银行股份有限公司为个人消费贷款授信，额度有效期至2027年05月01日，可循环使用。截至2026年10月31日，信用额度500,000元（人民币），余额为120,000，当前无逾期。", {"kind": "credit_line", "balance": 120000}),
        ("2015年12月4日某某资产管理公司接收债权，金额400。最近一次还款日期为2020年10月13日，余额200。", {"kind": "pursued", "original": 400, "balance": 200, "bad": True}),
        ("2015年10月5日某某融资担保有限公司进行最近一次代偿，累计代偿金额400。最近一次还款日期为2020年5月8日，余额300。", {"kind": "pursued", "balance": 300, "original": 400}),
        ("2015年10月5日某某融资担保有限公司进行最近一次代偿，累计代偿金额400。", {"kind": "pursued", "balance": 400}),
        ("2018年03月05日中国工商银行股份有限公司北京某支行发放的1,200,000元（人民币）个人住房商业贷款，2048年03月05日到期。截至2026年10月，余额900,000，当前无逾期。", {"balance": 900000, "product": "个人住房商业贷款"}),
        ("2024年01月05日某融资租赁有限公司办理的60,000元（人民币）融资租赁业务，2027年01月05日到期。截至2026年10月31日，余额30,000，当前无逾期。", {"balance": 30000}),
    ],
)  # fmt: skip
def test_every_turn_of_phrase_of_a_brief_report_is_read(sentence, told):
    account = one(sentence)
    assert {name: getattr(account, name) for name in told} == told


@pytest.mark.parametrize(
    "days",
    ["相关还款责任金额50,000。截至2026年10月31日，余额40,000。", "相关还款责任金额--。截至2026年10月31日，余额--。"],
)
def test_answering_for_another_s_debt_is_counted_and_no_debt(days):
    text = f"个人信用报告 信贷记录\n1.2022年07月07日，为李四（证件类型：身份证，证件号码：******）在某某银行股份有限公司办理的贷款承担相关还款责任，责任人类型：保证人，{days}"
    report = report_in(text)
    assert (report.accounts, report.guarantees) == ((), 1)
    assert "替别人担保或共同还款的有 1 处" in said(report.notes)


def test_a_sentence_that_cannot_be_read_is_counted():
    torn = CARD.replace("发放的贷记卡", "办理的")
    assert "没有读懂" not in said(report_in(f"个人信用报告\n1.{CARD}截至2026年10月，余额5。").notes)
    assert report_in(f"个人信用报告 信贷记录\n1.{torn}").accounts[0].balance is None


LINE = "为个人消费贷款授信，额度有效期至2027年05月01日，可循环使用。截至2026年10月31日，信用额度50,000元（人民币），余额为9,000，当前无逾期。"
DRAWN = "发放的9,000元（人民币）个人消费贷款，2027年02月14日到期。截至2026年10月31日，余额9,000，当前无逾期。"


def test_a_limit_s_balance_is_asked_about_where_its_drawings_stand_beside_it():
    line, loan = f"2.2025年05月01日某银行股份有限公司{LINE}", f"1.2026年02月14日某银行股份有限公司{DRAWN}"
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


def test_no_query_in_three_months_is_nought_and_no_list_of_them_is_not_known():
    assert (
        report_in(BRIEF.replace("2026年10月20日", "2025年10月20日").replace("2026年09月02日", "2025年09月02日")).queries
        == 0
    )
    assert report_in(BRIEF.split("查询记录", maxsplit=1)[0]).queries is None


def test_what_is_left_aside_is_named():
    notes = said(report_in(BRIEF).notes)
    for words in (
        "替别人担保或共同还款的有 1 处", "已经结清、销户或没有激活的账户有 2 个", "还开着、眼下没有欠款的账户有 1 个", "公共记录（强制执行）",
    ):  # fmt: skip
        assert words in notes
    arrears = report_in(BRIEF + "非信贷交易记录\n某某电信有限公司 当前缴费状态欠费 欠费金额 120")
    assert "电信、水电一类的欠费" in said(arrears.notes)


def test_what_is_listed_already_is_not_counted_twice():
    found = proposed(
        BRIEF, Debt(name="京东金条", principal=Decimal(7800)), Debt(name="招行信用卡", principal=Decimal(9000))
    )
    standings = {(each.debt.name, each.debt.principal): each.standing for each in found}
    assert standings["重庆京东盛际小额贷款", Decimal(6500)] == "listed"
    assert standings["重庆京东盛际小额贷款", Decimal(1300)] == "listed"
    assert standings["招联消费金融", Decimal(9876)] == "new"
    assert standings["招商银行信用卡", Decimal(12800)] == "unsure"


def test_the_same_report_a_second_time_proposes_nothing_new():
    report = report_in(BRIEF)
    case = taken(Case(), report, proposals(report, Case()))
    assert {each.standing for each in proposals(report, case)} == {"listed"}


def test_a_bank_s_card_is_not_taken_for_its_loan():
    text = "个人信用报告\n1.2024年01月05日招商银行股份有限公司发放的20,000元（人民币）个人消费贷款，2027年01月05日到期。截至2026年10月31日，余额9,000，当前无逾期。"
    assert proposed(text, Debt(name="招行信用卡", lender="credit_card", principal=Decimal(9000)))[0].standing == "new"
    assert proposed(text, Debt(name="招行闪电贷", lender="bank", principal=Decimal(9000)))[0].standing == "listed"


def test_a_listed_debt_of_the_lender_with_another_sum_is_asked_about():
    found = proposed(BRIEF, Debt(name="招联消费金融", principal=Decimal(3000)))
    unsure = next(each for each in found if each.debt.name == "招联消费金融")
    assert unsure.standing == "unsure"
    assert "¥3,000.00" in said(unsure.words)
    assert "¥9,876.00" in said(unsure.words)


@pytest.mark.parametrize("text", [BRIEF, reports.in_lines(), reports.in_cells(), reports.torn()])
def test_nothing_of_names_and_numbers_is_kept(text):
    report = report_in(text)
    told = repr((report, proposals(report, Case())))
    for secret in (
        "张三", "李四", "1234）", "9876）", "尾号", "D1011234567890", "2026110100001234567890", "110101199001011234", "13800138000", "******",
    ):  # fmt: skip
        assert secret not in told


@pytest.mark.parametrize(
    "text", [reports.in_lines(), reports.in_cells(), reports.torn(), reports.torn(4)], ids=["rows", "cells", "torn", "torn small"]
)  # fmt: skip
def test_the_detailed_report_s_tables_are_read_however_they_are_laid_out(text):
    report = report_in(text)
    found = proposals(report, Case())
    assert [
        (each.debt.name, each.debt.lender, each.debt.principal, each.debt.days_overdue, each.debt.overdue_amount)
        for each in found
    ] == DETAIL_OWED
    loan, line, card = (each.debt for each in found[1:])
    assert (loan.original, loan.instalment, loan.instalments, loan.instalments_left, loan.due_day) == (
        Decimal(8000),
        Decimal(720),
        12,
        8,
        5,
    )
    assert (loan.method, loan.security, loan.joint, loan.contract_date) == (
        "equal_payment",
        "none",
        False,
        date(2026, 1, 5),
    )
    assert (line.security, line.joint) == ("mortgage", True)
    assert (card.instalment, report.accounts[-1].months_late, report.accounts[-1].over_ninety) == (
        Decimal(321),
        4,
        True,
    )
    assert (report.months_late, report.over_ninety, report.queries, report.guarantees) == (4, True, 2, 1)
    assert "没有读懂" not in said(report.notes)


def test_the_detailed_report_s_summary_is_passed_over():
    assert sum(each.balance or 0 for each in report_in(reports.in_lines()).accounts) == 8600 + 5400 + 12000 + 3210


def test_months_say_what_an_account_that_is_paid_up_now_once_was():
    text = reports.in_lines().replace("当前逾期期数 当前逾期总额\n2026.10.15 321 321 2026.10.03 0 0", "")
    assert report_in(text).accounts[-1].days == 0


@pytest.mark.parametrize(
    ("sums", "signs", "days"),
    [("0 0 0 0", "N", 1), ("650 0 0 0", "2", 31), ("650 90 0 0", "3", 61), ("650 90 70 0", "5", 121), ("650 90 70 40", "7", 181), ("650 0 0 0", "N", 31)],
)  # fmt: skip
def test_the_fewest_days_overdue_are_taken_from_sums_and_months(sums, signs, days):
    text = (
        reports.in_lines()
        .replace("1,440 650 0 0 0", f"1,440 {sums}")
        .replace("N N N N N N N N 1 2", f"N N N N N N N N 1 {signs}")
    )
    assert report_in(text).accounts[1].days == days


def test_an_account_that_cannot_be_read_is_said():
    text = reports.in_lines().replace(
        "管理机构 账户标识 开立日期 到期日期 借款金额 账户币种\n某消费金融有限公司", "管理机构 账户标识\n", 1
    )
    assert "有 1 个账户没有读懂" in said(report_in(text).notes)


@pytest.mark.parametrize("broken", [" ", "\n", "\n\n  "])
def test_breaks_of_the_page_change_nothing(broken):
    assert owed(broken.join(BRIEF[k : k + 37] for k in range(0, len(BRIEF), 37))) == OWED


def test_the_pages_numbers_in_the_middle_of_a_sentence_change_nothing():
    assert (
        owed(
            BRIEF.replace("截至2026年10月，信用额度\n", "截至2026年10月，信用额度\n第 1 页，共 7 页\n").replace(
                "最近5年内有2个月", "最近\n- 3 -\n5年内有2个月"
            )
        )
        == OWED
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_file_of_it_is_recognised(encoding):
    found = interpreted(answered(any_file.read(BRIEF.encode(encoding))))
    assert found.report is not None
    assert len(found.report.accounts) == 8
    assert found.case == Case()


def test_signs_a_pdf_keeps_as_radicals_are_read_as_what_they_stand_for():
    torn = BRIEF.translate(str.maketrans("户民长", "⼾⺠⻓"))
    assert torn != BRIEF
    assert owed(torn) == OWED


def test_an_overdue_that_is_told_is_never_talked_away_by_what_stands_behind_it():
    text = BRIEF.replace("从未发生过逾期的贷记卡及透支未超过60天的准贷记卡账户明细如下：", "从未发生过逾期的卡：")
    assert proposed(text)[0].debt.days_overdue == 1


def pdf_of(text, password="", algorithm="AES-256"):
    """A PDF whose text layer is this text, in letters every reader has."""
    content = f"BT /F1 9 Tf 40 800 Td ({text}) Tj ET".encode("ascii")
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    stream = pypdf.generic.StreamObject()
    stream.set_data(content)
    font = pypdf.generic.DictionaryObject({
        pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"), pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
        pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
    })  # fmt: skip
    page[pypdf.generic.NameObject("/Contents")] = stream
    page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject({
        pypdf.generic.NameObject("/Font"): pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
    })  # fmt: skip
    if password:
        writer.encrypt(password, algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_with_a_password_asks_for_it(algorithm):
    words = "a text layer that is long enough to be one, in a file with a password"
    locked = pdf_of(words, "246810", algorithm)
    for password, why in (("", "locked"), ("000000", "wrong_password")):
        assert any_file.read(locked, password) == {"refused": why}
    assert words in any_file.read(locked, "246810")["text"]
    with pytest.raises(Unreadable, match="locked"):
        answered(any_file.read(locked))


def test_sums_beyond_what_a_case_can_hold_hurt_nothing():
    text = BRIEF.replace("余额6,500", "余额999,999,999,999").replace("有7个月处于", "有9999个月处于")
    case = taken(Case(), report_in(text), proposed(text))
    assert max(each.principal for each in case.debts) == Decimal(100_000_000)
    assert case.household.overdue_months == 60
    assert Case.model_validate(case.model_dump()) == case


def test_what_is_no_report_is_none():
    assert not is_report("今天天气很好，2026年10月1日去了银行。")
    assert not is_report("企业信用报告（自主查询版） 管理机构 账户状态 余额")
    assert report_in("随便一段话").accounts == ()


@given(
    st.text("0123456789年月日。，；银行发放的贷记卡元余额当前有逾期截至信用报告 \n账户管理机构状态标识", max_size=300)
)
def test_any_text_is_read(text):
    report = report_in(text)
    assert all(each.debt.principal >= 0 for each in proposals(report, Case()))


@given(st.text(alphabet=" \n", min_size=1, max_size=3), st.integers(2, 40))
def test_wherever_the_detailed_report_s_lines_break_its_sums_stay(blank, every):
    words = reports.in_cells().split()
    text = "".join(word + (blank if place % every else "\n") for place, word in enumerate(words))
    assert [(each.debt.name, each.debt.principal) for each in proposals(report_in(text), Case())] == [
        (name, principal) for name, _kind, principal, _days, _overdue in DETAIL_OWED
    ]
