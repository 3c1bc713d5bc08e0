"""What people write in a cell and what it must give: every row of the grammar, each with how sure it is.

`taken` is read without a word, `asked` is read and shown beside what was written, `refused` is not read.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment.bills.amounts import fen_of, refunded
from tests.intake.reading import book, chinese, field, one_debt, read_here, sentences, standings

D = Decimal
TAKEN, ASKED, REFUSED = [], ["doubtful"], ["refused"]


@pytest.mark.parametrize(
    ("written", "yuan", "said"),
    [
        ("1.5万", "15000", TAKEN), ("1.5w", "15000", TAKEN), ("1.5W", "15000", TAKEN), ("1万5千", "15000", TAKEN), ("壹万伍仟元整", "15000", TAKEN),
        ("1万5", "15000", ASKED), ("一万五", "15000", ASKED), ("1萬5", "15000", ASKED), ("两万", "20000", TAKEN), ("12.5万", "125000", TAKEN),
        ("￥12,000.00", "12000", TAKEN), ("¥12000", "12000", TAKEN), ("12,000元", "12000", TAKEN), ("RMB 12000", "12000", TAKEN), ("CNY13.50", "13.50", TAKEN),
        ("12 000", "12000", TAKEN), ("82，225.00元", "82225", TAKEN), ("１２０００", "12000", TAKEN), ("+10000.00", "10000", TAKEN), ("'5000", "5000", TAKEN),
        ("15k", "15000", TAKEN), ("3k", "3000", TAKEN), ("1.2345万", "12345", TAKEN), ("8,000.00(CN)", "8000", TAKEN), ("CNY 123.18", "123.18", TAKEN),
        ("0.8万左右", "8000", ASKED), ("约2万", "20000", ASKED), ("约1.5万", "15000", ASKED), ("近700万元", "7000000", ASKED), ("3000多", "3000", ASKED), ("十几块", "10", ASKED),
        ("5000（含利息）", "5000", ASKED),
        ("1万-5万元", "50000", ASKED), ("2——3万", "30000", ASKED), ("10~15k", "15000", ASKED), ("2到3万", "30000", ASKED), ("五六千", "6000", ASKED),
        ("六十四万零一百四十三元一角七分", "640143.17", TAKEN), ("十块三毛", "10.30", TAKEN), ("123元1角1分", "123.11", TAKEN),
        ("(1,234.50)", "0", REFUSED), ("-1,234.50", "0", REFUSED), ("1234.50-", "0", REFUSED),
        ("JPY 1000.00", "0", REFUSED), ("$500", "0", REFUSED), ("50w额度用了3w", "0", REFUSED), ("1万50", "0", REFUSED), ("10²", "0", REFUSED),
    ],
)  # fmt: skip
def test_an_amount(written, yuan, said):
    found = one_debt("剩余本金", written)
    assert field(found, "principal") == D(yuan)
    assert standings(found) == said


@pytest.mark.parametrize("written", ["—", "-", "--", "/", "无", "N/A", "（空）", "-------------------", "－", "暂无"])
def test_a_sign_for_nothing_is_nothing(written):
    assert field(one_debt("逾期金额", written), "overdue_amount") is None
    assert one_debt("逾期金额", written).problems == ()


@pytest.mark.parametrize(
    ("header", "written", "yuan"),
    [
        ("剩余本金（万元）", 1.2, "12000"), ("剩余本金(元)", "1.2万", "12000"), ("剩余本金（万元）", "3000元", "3000"), ("剩余本金（千元）", 12, "12000"),
        ("剩余本金/万元", 1.2, "12000"), ("剩余本金（角）", 12000, "1200"), ("剩余本金（单位：万元）", "1.2", "12000"), ("剩余本金 (RMB 万元)", 1.2, "12000"),
    ],
)  # fmt: skip
def test_a_cells_own_unit_goes_before_its_headers(header, written, yuan):
    assert field(one_debt(header, written), "principal") == D(yuan)


def test_amounts_under_another_currency_are_not_added_to_yuan():
    found = one_debt("剩余本金（USD）", 1000)
    assert field(found, "principal") == 0
    assert sentences(found) == ["“1000”不是人民币，没有读。请折成人民币填。"]


def test_so_many_wan_that_yuan_may_have_been_meant_are_asked_about():
    found = one_debt("剩余本金（万元）", 12000)
    assert "refused" in standings(found) or "如果本来就是元" in sentences(found)[0]
    assert "如果本来就是元，请改成 2000元" in sentences(one_debt("剩余本金（万元）", 2000))[0]


def test_a_column_of_tiny_amounts_may_have_been_written_in_wan():
    found = read_here(book({"债务": [["平台", "剩余本金"], ["甲", 1.2], ["乙", 0.8]]}))
    assert any("会不会是按万元写的" in each for each in sentences(found))


RATES = [
    ("年利率(%)", "18.25%", "year", "0.1825", TAKEN), ("年利率(%)", 18.25, "year", "0.1825", TAKEN), ("合同利率", "年化18.25", "year", "0.1825", TAKEN),
    ("年利率", 0.1825, "year", "0.1825", ASKED), ("年利率(%)", 0.1825, "year", "0.1825", ASKED), ("年利率(%)", 0.065, "year", "0.065", ASKED),
    ("合同利率", "日息0.05%", "day", "0.0005", TAKEN), ("合同利率", "万分之五", "day", "0.0005", ASKED), ("合同利率", "万5", "day", "0.0005", ASKED),
    ("合同利率", "万五", "day", "0.0005", ASKED), ("合同利率", "5‱", "day", "0.0005", ASKED), ("合同利率", "0.5‰/天", "day", "0.0005", TAKEN),
    ("合同利率", "每万元每天5元", "day", "0.0005", TAKEN), ("合同利率", "日利率万分之五", "day", "0.0005", TAKEN), ("日利率", "万分之五", "day", "0.0005", TAKEN),
    ("日息(万)", 5, "day", "0.0005", TAKEN), ("日息（元/万元）", 5, "day", "0.0005", TAKEN), ("日利率（万分之几）", "5", "day", "0.0005", TAKEN), ("利息(%)", 18, "year", "0.18", ASKED),
    ("日利率(‰)", 0.5, "day", "0.0005", TAKEN), ("日利率(%)", 0.05, "day", "0.0005", TAKEN), ("年利率", "万分之五", "day", "0.0005", ASKED),
    ("合同利率", "千分之五/日", "day", "0.005", TAKEN), ("合同利率", "日利率千分之五", "day", "0.005", TAKEN),
    ("合同利率", "日息5毛/千", "day", "0.0005", TAKEN), ("合同利率", "一千一天五毛", "day", "0.0005", TAKEN), ("合同利率", "一万块一天5块", "day", "0.0005", TAKEN),
    ("合同利率", "月息1分", "month", "0.01", TAKEN), ("合同利率", "1分利", "month", "0.01", ASKED), ("合同利率", "月息两分", "month", "0.02", TAKEN),
    ("合同利率", "一分五", "month", "0.015", ASKED), ("合同利率", "月息6厘", "month", "0.006", TAKEN), ("合同利率", "6厘", "month", "0.006", ASKED),
    ("合同利率", "年息1分", "year", "0.1", ASKED), ("合同利率", "年息6厘", "year", "0.06", ASKED), ("合同利率", "日息5厘", "day", "0.0005", ASKED),
    ("合同利率", "18%-24%", "year", "0.24", ["doubtful"]), ("年利率", "约18%", "year", "0.18", ASKED), ("合同利率", "18%(年)", "year", "0.18", TAKEN),
    ("合同利率", "18% p.a.", "year", "0.18", TAKEN), ("合同利率", "免息", "year", "0", TAKEN),
]  # fmt: skip


@pytest.mark.parametrize(("header", "written", "per", "quoted", "said"), RATES)
def test_a_rate(header, written, per, quoted, said):
    found = one_debt(header, written)
    rate = field(found, "rate")
    assert (rate.per, rate.value) == (per, D(quoted))
    assert standings(found) == said


def test_a_days_rate_keeps_the_days_it_counts_to_the_year():
    assert field(one_debt("合同利率", "日0.05%"), "rate").annual == D("0.1825")
    assert field(one_debt("合同利率", "日0.05%(360)"), "rate").annual == D("0.18")


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("合同利率", 0.05),
        ("合同利率", "0.05%"),
        ("年利率(%)", 0.5),
        ("合同利率", "上浮30%"),
        ("合同利率", "5年期LPR+50BP"),
        ("合同利率", "LPR+150BP"),
    ],
)
def test_a_rate_between_two_readings_or_without_its_base_is_refused_in_words(header, written):
    found = one_debt(header, written)
    assert field(found, "rate") is None
    assert standings(found) == REFUSED


@pytest.mark.parametrize(
    ("header", "written", "says"),
    [
        ("剩余本金", "6222021234567890123", "“6222021234567890123”太大，不像一笔钱。请看看是不是多打了零"),
        ("剩余本金", 5e16, "太大，不像一笔钱"),
        ("剩余本金", "5亿", "剩余本金最多填 ¥100,000,000.00。请核对"),
        ("剩余本金", "833.3333", "“833.3333”写到了一分钱以下。请精确到分"),
        ("借款日期", "1800-01-01", "借款日期写的是 1800年1月1日，年份不对。能填的是 1980年1月1日"),
        ("借款日期", "2026-02-30", "日历上没有“2026-02-30”这一天。请核对月份和日子"),
        ("合同利率", "年0.24", "“年0.24”没有百分号，看不出是百分之几。请写全：年0.24% 或 年24%"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_is_wrong_and_what_would_be_right(header, written, says):
    found = one_debt(header, written)
    assert standings(found) == REFUSED
    assert says in sentences(found)[0]


def debt_of(headers, values):
    return read_here(book({"债务": [["欠谁的", *headers], ["借呗", *values]]}))


@pytest.mark.parametrize(
    ("written", "annual"),
    [
        ("LPR", "0.031"),
        ("LPR+150BP", "0.046"),
        ("1年期LPR的4倍", "0.124"),
        ("贷款市场报价利率的两倍", "0.062"),
        ("LPR-20个基点", "0.029"),
    ],
)
def test_a_rate_on_the_market_rate_is_the_one_of_the_day_it_was_lent_on(written, annual):
    """The one-year rate was 3.10 % from 2024-10-21 to 2025-05-19 (published)."""
    found = debt_of(["合同利率", "借款日期"], [written, "2024-11-01"])
    assert field(found, "rate").annual == D(annual)
    assert standings(found) == ASKED


@pytest.mark.parametrize(
    ("header", "written", "fee", "said"),
    [
        ("合同利率", "0.75%/期", 90, "16.22%"), ("合同利率", "手续费0.6%×12", 72, "13.03%"), ("合同利率", "每期手续费90元", 90, "16.22%"),
        ("分期费率", "0.75%", 90, "16.22%"), ("每期费率(%)", 0.6, 72, "13.03%"),
    ],
)  # fmt: skip
def test_a_flat_fee_is_no_rate_and_its_true_rate_is_said(header, written, fee, said):
    """0.75 % and 0.60 % an instalment over 12 cost 16.22 % and 13.03 % a year (published by banks)."""
    found = debt_of([header, "当初借了多少", "一共几期"], [written, 12000, 12])
    assert (field(found, "fee_per_instalment"), field(found, "method"), field(found, "rate")) == (fee, "flat_fee", None)
    assert standings(found) == ASKED
    assert said in sentences(found)[0]


def test_a_flat_fee_of_an_unknown_loan_is_refused():
    found = one_debt("合同利率", "0.75%/期")
    assert field(found, "fee_per_instalment") == 0
    assert "不是利率" in sentences(found)[0]


@pytest.mark.parametrize(
    ("written", "days", "said"),
    [
        ("35天", 35, TAKEN), ("３５天", 35, TAKEN), (35, 35, TAKEN), ("35 days", 35, TAKEN), ("未逾期", 0, TAKEN), ("正常", 0, TAKEN), ("否", 0, TAKEN),
        ("一个多月", 31, ASKED), ("2个月", 60, ASKED), ("一个半月", 45, ASKED), ("半年", 182, ASKED), ("3年", 1095, ASKED), ("三十五天", 35, ASKED), ("超过90天", 90, ASKED),
        ("逾期2期", 31, ASKED), ("2期/M2", 31, ASKED), ("M2", 31, ASKED), ("M3+", 61, ASKED), ("M1（1-30天）", 1, ASKED), ("90+", 90, ASKED), ("30-60天", 60, ASKED),
        ("刚逾期", 1, ASKED), ("呆账", 1, ASKED), ("2026-03-01", 1, ASKED), ("很久", 0, REFUSED),
    ],
)  # fmt: skip
def test_how_long_overdue(written, days, said):
    found = one_debt("逾期天数", written)
    assert field(found, "days_overdue") == days
    assert standings(found) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026/3/1", TAKEN), ("2026-03-01", TAKEN), ("2026.3.1", TAKEN), ("20260301", TAKEN), (20260301, TAKEN), ("2026年3月1日", TAKEN), ("2026年3月1号", TAKEN),
        (date(2026, 3, 1), TAKEN), ("2026-03-01 08:00:00\t", TAKEN), (46082, TAKEN), ("46082", TAKEN), ("1 Mar 2026", TAKEN), ("二〇二六年三月一日", TAKEN),
        ("260301", ASKED), ("26/3/1", ASKED), ("2026.3", ASKED), (2026.3, ASKED), ("2026年3月", ASKED), ("202603", ASKED), ("2026-3", ASKED),
    ],
)  # fmt: skip
def test_a_day(written, said):
    found = one_debt("借款日期", written)
    assert field(found, "contract_date") == date(2026, 3, 1)
    assert standings(found) == said


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("03/04/2026", ("2026年3月4日", "2026年4月3日")), ("01/03/2026", ("2026年1月3日", "2026年3月1日")), (2026.1, ("1 月", "10 月")), ("201112", ("2020年11月12日", "12 月")),
        ("3月1日", ("没有写年份",)), ("3/1", ("没有写年份",)),
    ],
)  # fmt: skip
def test_a_day_with_two_readings_is_refused_with_both_said(written, readings):
    found = one_debt("借款日期", written)
    assert field(found, "contract_date") is None
    assert standings(found) == REFUSED
    assert all(reading in sentences(found)[0] for reading in readings)


def test_a_day_without_a_year_is_the_last_one_before_the_sheets_own_day():
    rows = [["截至 2026年1月15日"], ["欠谁的", "借款日期"], ["甲", "1月3日"], ["乙", "12/29"]]
    found = read_here(book({"债务": rows}))
    assert [debt.contract_date for debt in found.case.debts] == [date(2026, 1, 3), date(2025, 12, 29)]
    assert standings(found) == ["doubtful", "doubtful"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("每月8号", 8),
        ("8日", 8),
        (8, 8),
        ("每月8日前", 8),
        ("月底", 31),
        ("2024-03-08", 8),
        ("3月8日", 8),
        (46089, 8),
        ("次月8号", 8),
    ],
)
def test_a_due_day(written, day):
    assert field(one_debt("还款日", written), "due_day") == day


@pytest.mark.parametrize(
    ("header", "written", "total", "left", "said"),
    [
        ("期数", "10/12期", 12, 2, ASKED), ("期数", "第10期/共12期", 12, 3, ASKED), ("期数", "36期已还10", 36, 26, TAKEN), ("期数", "还剩26期", 0, 26, TAKEN),
        ("期数", "3年", 36, 0, TAKEN), ("剩余期数", "10/12期", 12, 2, ASKED), ("剩余期数", "26期", 0, 26, TAKEN), ("贷款期限(年)", 5, 60, 0, TAKEN), ("贷款期限", "36期", 36, 0, TAKEN),
        ("期限", 12, 0, 0, REFUSED),
    ],
)  # fmt: skip
def test_instalments(header, written, total, left, said):
    found = one_debt(header, written)
    assert (field(found, "instalments"), field(found, "instalments_left")) == (total, left)
    assert standings(found) == said


def test_a_term_that_may_be_years_is_decided_by_what_the_instalments_repay():
    """280 000 at 6.5 % over five years is 5 478.52 a month; five months of it repay a tenth."""
    found = debt_of(["贷款期限", "当初借了多少", "每期应还"], [5, 280000, 5478.52])
    assert field(found, "instalments") == 60
    assert standings(found) == ASKED


def test_a_stage_in_a_column_of_instalments_is_read_as_overdue():
    found = one_debt("期数", "M2")
    assert (field(found, "instalments"), field(found, "days_overdue")) == (0, 31)


@pytest.mark.parametrize(
    ("written", "times"), [("日0.075%", "1.5"), ("1.5倍", "1.5"), ("上浮50%", "1.5"), ("罚息上浮50%", "1.5")]
)
def test_a_penalty_rate_is_so_many_times_the_contracts(written, times):
    found = debt_of(["罚息利率", "合同利率"], [written, "日0.05%"])
    assert field(found, "penalty_multiple") == D(times)


def test_a_rate_in_a_column_of_interest_is_taken_for_a_rate():
    found = one_debt("利息", "18%")
    assert (field(found, "interest"), field(found, "rate").annual) == (0, D("0.18"))
    assert "doubtful" in standings(found)


def test_interest_a_day_in_yuan_becomes_a_rate_on_the_principal():
    found = debt_of(["剩余本金", "每日利息"], [10000, 5])
    assert field(found, "rate").annual == D("0.1825")
    assert standings(found) == ASKED


def test_a_number_too_long_to_be_stored_is_said_to_have_lost_digits():
    found = read_here(book({"债务": [["平台", "产品名", "剩余本金"], ["借呗", 6222020200112233445, 5000]]}))
    assert any("末几位已经丢了" in each for each in sentences(found))


@pytest.mark.parametrize(
    ("written", "gross", "net"), [("131.77(已退款89.84)", 13177, 4193), ("468.32(已全额退款)", 46832, 0), ("¥28.16", 2816, 2816), ("-1,234.50", -123450, -123450)]
)  # fmt: skip
def test_a_bills_amount_with_what_was_given_back(written, gross, net):
    assert fen_of(written) == gross
    assert gross - refunded(written, "", gross) == net


@pytest.mark.parametrize(("status", "back"), [("已退款(￥39.93)", 3993), ("已退款￥39.93", 3993), ("已全额退款", 5000)])
def test_a_bills_status_says_what_was_given_back(status, back):
    assert refunded("50.00", status, 5000) == back


def test_every_doubt_shows_the_reading_beside_what_was_written():
    """Whatever custom decided stands in the sentence, with the words of the cell."""
    for header, written in (
        ("剩余本金", "1万5"),
        ("合同利率", "6厘"),
        ("逾期天数", "M2"),
        ("借款日期", "26/3/1"),
        ("期数", "10/12期"),
    ):
        [problem] = one_debt(header, written).problems
        assert written in chinese(problem.what)
        assert problem.raw == written


def test_a_cell_with_a_whole_story_is_refused_at_once():
    """However long it is, and whatever it is made of, it costs no time."""
    found = debt_of(["剩余本金", "合同利率", "逾期天数"], ["(" * 2_000, "1~" * 1_000, "九" * 2_000])
    assert [problem.where.cell for problem in found.problems if problem.standing == "refused"] == ["B2", "C2", "D2"]
    assert "这一格的字太多" in sentences(found)[0]
