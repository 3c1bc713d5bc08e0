"""Bills: every platform's shape, refunds, closed orders, the same payment twice, income, living costs, hidden debts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import bills
from assessment.bills.amounts import day_of, fen_of, refunded
from assessment.bills.categories import category_of
from assessment.bills.creditors import creditor_in, same
from assessment.case import Case, Debt
from assessment.intake import read_workbook
from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese
from tests.intake import bills as made
from tests.intake.bills import at

DAY = date(2026, 10, 5)
TODAY = date(2026, 11, 24)


def read(data, password=""):
    found = interpreted(answered(any_file.read(data, password)))
    assert len(found.bills) == 1, [chinese(problem.what) for problem in found.problems]
    return found.bills[0]


def line(kind="餐饮美食", whom="面馆", what="午饭", way="支出", amount="28.00", **more):
    method, status, day = more.get("method", "余额宝"), more.get("status", "交易成功"), more.get("day", DAY)
    return (at(day), kind, whom, what, way, amount, method, status)


def alipay(*lines, since=date(2026, 10, 1), until=date(2026, 10, 31)):
    return read(made.alipay(lines, since, until))


def kinds(bill):
    return [(entry.kind, entry.fen) for entry in bill.entries]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found(encoding):
    bill = read(made.alipay([line()], date(2026, 10, 1), date(2026, 10, 31), encoding))
    assert (bill.platform, bill.since, bill.until) == ("支付宝", date(2026, 10, 1), date(2026, 10, 31))
    assert kinds(bill) == [("spent", 2800)]


WECHAT = (
    (at(DAY), "商户消费", "面馆", "午饭", "支出", "28.00", "零钱", "支付成功"),
    (at(DAY), "信用卡还款", "建设银行信用卡还款", "/", "/", "548.58", "零钱", "支付成功"),
    (at(DAY), "转入零钱通-来自零钱", "/", "/", "/", "200.00", "零钱", "支付成功"),
    (at(DAY), "转账", "某人", "转账备注:谢谢", "收入", "300.00", "/", "已存入零钱"),
    (at(DAY), "商户消费", "鞋店", "鞋", "支出", "199.00", "零钱", "已退款(￥39.00)"),
    (at(DAY), "鞋店-退款", "鞋店", "鞋", "收入", "39.00", "零钱", "已全额退款"),
)


@pytest.mark.parametrize("shape", [made.wechat_csv, made.wechat_xlsx])
def test_wechat_in_both_shapes_is_the_same_ledger(shape):
    bill = read(shape(WECHAT))
    assert bill.platform == "微信"
    assert sorted(kinds(bill)) == sorted([
        ("spent", 2800), ("repaid", 54858), ("moved", 20000), ("received", 30000), ("spent", 16000),
    ])  # fmt: skip
    assert [entry.creditor for entry in bill.entries if entry.kind == "repaid"] == ["建设银行信用卡"]


def test_jd_amounts_tell_their_own_refunds_and_the_export_s_sum_is_met():
    rows = [
        ["2026-10-02 10:00:00\t", "京东平台商户", "卫衣", "131.77(已退款89.84)", "某银行储蓄卡", "交易成功", "支出", "服饰内衣", "100\t", "1\t"],
        ["2026-10-02 11:00:00\t", "京东平台商户", "退款-卫衣", "89.84", "某银行储蓄卡", "退款成功", "不计收支", "网购", "100\t", "1\t"],
        ["2026-10-03 10:00:00\t", "京东平台商户", "裤子", "468.32(已全额退款)", "某银行储蓄卡", "交易成功", "不计收支", "服饰内衣", "101\t", "1\t"],
        ["2026-10-08 10:00:00\t", "京东金融", "白条主动还款", "320.00", "某银行储蓄卡", "交易成功", "不计收支", "白条", "102\t", "1\t"],
    ]  # fmt: skip
    bill = read(made.jd(rows, date(2026, 10, 1), date(2026, 10, 31), "41.93"))
    assert [(entry.kind, entry.fen) for entry in bill.entries] == [("spent", 4193), ("repaid", 32000)]
    assert bill.told[1] == bill.counted[1] == 4193
    assert bill.entries[1].creditor == "京东白条"


def test_meituan_monthly_pay_is_a_repayment_and_what_was_really_paid_counts():
    rows = [
        [
            "2026-10-01 08:00:00",
            "2026-10-01 08:00:05",
            "支付",
            "早餐",
            "支出",
            "美团月付",
            "15.00",
            "12.50",
            "1",
            "2",
            "",
        ],
        [
            "2026-10-08 08:00:00",
            "2026-10-08 08:00:05",
            "还款",
            "【美团月付】主动还款2026年9月账单",
            "支出",
            "零钱",
            "230.00",
            "230.00",
            "3",
            "4",
            "",
        ],
    ]
    bill = read(made.meituan(rows))
    assert [(entry.kind, entry.fen, entry.creditor) for entry in bill.entries] == [
        ("spent", 1250, "美团月付"), ("repaid", 23000, "美团月付"),
    ]  # fmt: skip


def test_a_bank_in_two_columns_of_amounts():
    rows = [
        [
            "2026-10-10",
            "工资",
            "批量业务",
            "",
            "钞",
            "6,500.00",
            "",
            "人民币",
            "6,500.00",
            "",
            "人民币",
            "7,000.00",
            "某某公司",
        ],
        [
            "2026-10-11",
            "跨行转账",
            "网上银行",
            "",
            "钞",
            "",
            "1,000.00",
            "人民币",
            "",
            "1,000.00",
            "人民币",
            "6,000.00",
            "张三",
        ],
        [
            "2026-10-12",
            "贷款还款",
            "批量业务",
            "",
            "钞",
            "",
            "800.00",
            "人民币",
            "",
            "800.00",
            "人民币",
            "5,200.00",
            "（空）",
        ],
    ]
    bill = read(made.icbc(rows))
    assert bill.platform == "工商银行"
    assert kinds(bill) == [("received", 650000), ("moved", 100000), ("repaid", 80000)]
    assert "张三" not in repr(bill)


def test_a_bank_with_signed_amounts_and_an_end_mark():
    rows = [
        ["1", "消费", "人民币元", "钞", "20261003", "-35.50", "900.00", "便利超市", "财付通"],
        ["2", "代发工资", "人民币元", "钞", "20261010", "5,000.00", "5,900.00", "某公司", "某公司"],
    ]
    assert kinds(read(made.ccb(rows))) == [("spent", 3550), ("received", 500000)]


def test_a_zip_with_a_password_asks_for_it_and_opens():
    packed = made.zipped("支付宝交易明细.csv", made.alipay([line()], DAY, DAY), "123456")
    asked, wrong = read_workbook(packed), read_workbook(packed, "000000")
    assert asked.locked
    assert wrong.locked
    assert chinese(wrong.problems[0].what) == "密码不对。"
    assert kinds(read_workbook(packed, "123456").bills[0]) == [("spent", 2800)]


def test_closed_orders_and_their_refunds_are_left_out():
    closed = line(amount="50.00", status="交易关闭")
    refund = line("退款", what="退款-午饭", way="不计收支", amount="50.00", status="退款成功")
    bill = alipay(closed, refund, line())
    assert kinds(bill) == [("spent", 2800)]
    assert (bill.closed, bill.refunds) == (1, 1)


def test_the_export_s_own_sum_is_met_or_the_difference_said():
    lines = [line(amount="10.00"), line(amount="20.50")]
    assert alipay(*lines).counted[1] == alipay(*lines).told[1] == 3050
    data = made.alipay(lines, DAY, DAY).replace("30.50元".encode("gb18030"), "31.50元".encode("gb18030"))
    said = [chinese(problem.what) for problem in interpreted(answered(any_file.read(data))).problems]
    assert said == ["账单自己写的支出合计是 ¥31.50，逐行加起来是 ¥30.50。"]


def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_kept():
    lines = [line(), line(amount="77.77"), line(amount="12.00")]
    bill = read(made.alipay(lines, DAY, DAY).replace(b"77.77", "三十".encode("gb18030")))
    assert kinds(bill) == [("spent", 2800), ("spent", 1200)]
    assert len(bill.unread) == 1


def test_nothing_personal_outlives_the_reading():
    secret = line("转账红包", "李四", "转账给李四13800138000", "收入", "66.00")
    told = repr(
        alipay(secret, line("信用借还", "李四", "花呗还款 订单20261234567890", "不计收支", "9.00", status="还款成功"))
    )
    for word in ("李四", "张三", "13800138000", "20261234567890", "zhang"):
        assert word not in told


def test_the_same_export_twice_counts_once_and_two_equal_payments_in_one_count_twice():
    twice = alipay(line(), line())
    entries, met = bills.merged((twice, twice))
    assert [entry.fen for entry in entries] == [2800, 2800]
    assert met == 2


def test_a_wallet_payment_from_a_bank_card_and_the_bank_s_own_line_count_once():
    wallet = alipay(line(method="工商银行储蓄卡(1234)", amount="35.50"), line(method="余额宝", amount="35.50"))
    bank = read(
        made.icbc(
            [["2026-10-06", "消费", "支付宝", "", "钞", "", "35.50", "人民币", "", "35.50", "人民币", "9.00", "面馆"]]
        )
    )
    entries, met = bills.merged((wallet, bank))
    assert ([entry.fen for entry in entries], met) == ([3550, 3550], 1)


def test_a_year_gives_lines_of_living_and_the_hidden_lender():
    bill = read(made.alipay(made.a_year(), date(2025, 11, 1), date(2026, 10, 31)))
    found = bills.living(bill.entries, bill.since, bill.until)
    assert len(found.months) == 12
    by_category = {each.category: each for each in found.expenses}
    assert by_category["phone"].amount == Decimal("68.00")
    assert {"food", "transport", "daily_goods"} <= by_category.keys()
    hidden = bills.hidden(bill.entries, (), TODAY)
    assert [(each.creditor, each.months, each.monthly) for each in hidden] == [("花呗", 12, Decimal("812.40"))]
    assert hidden[0].debt.lender == "consumer_finance"
    assert bills.hidden(bill.entries, (Debt(name="我的花呗"),), TODAY) == ()


def test_months_the_bill_does_not_hold_whole_are_not_averaged():
    bill = alipay(line(), since=date(2026, 9, 15), until=date(2026, 10, 31))
    assert bills.living(bill.entries, bill.since, bill.until).months == (date(2026, 10, 1),)
    short = alipay(line(), since=date(2026, 10, 5), until=date(2026, 10, 20))
    assert bills.living(short.entries, short.since, short.until).months == ()


def test_borrowed_money_and_people_s_transfers_are_no_income():
    lines = [
        line("信用借还", "网商银行", "借呗放款到账", "不计收支", "5000.00"),
        line("转账红包", "某人", "转账", "收入", "300.00"),
        line("其他", "某某公司", "工资", "收入", "4200.00"),
    ]
    bill = alipay(*lines)
    found = bills.living(bill.entries, bill.since, bill.until)
    assert [(each.name, each.amount) for each in found.incomes] == [("工资", Decimal("4200.00"))]
    said = "".join(map(chinese, found.notes))
    assert "¥300.00" in said
    assert "¥5,000.00" in said


def test_repayments_of_a_listed_debt_become_events_and_what_does_not_fit_is_said():
    paid = line("信用借还", "蚂蚁", "借呗还款", "不计收支", "700.00", status="还款成功", day=date(2026, 11, 10))
    bill = alipay(paid, until=date(2026, 11, 24))
    listed = (Debt(name="借呗", instalment=Decimal(900), days_overdue=60),)
    found = bills.repaid(bill.entries, listed, TODAY)
    assert [(event.day, event.amount, event.kind) for event in found[0].events] == [
        (date(2026, 11, 10), Decimal("700.00"), "payment")
    ]
    said = "".join(map(chinese, found[0].words))
    assert "逾期 60 天" in said
    assert "¥900.00" in said
    case = Case(debts=listed)
    once = bills.taken(case, None, (), found[0].events)
    assert bills.taken(once, None, (), found[0].events) == once


def test_taking_bills_changes_only_what_they_answer_to():
    bill = read(made.alipay(made.a_year(), date(2025, 11, 1), date(2026, 10, 31)))
    found = bills.living(bill.entries, bill.since, bill.until)
    first = bills.taken(Case(), found, (), ())
    again = bills.taken(first, found, (), ())
    assert again == first
    assert {change.standing for change in bills.changes(Case(), found)} == {"added"}
    assert {change.standing for change in bills.changes(first, found)} == {"same"}


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("¥28.16", 2816), ("￥12,000.00", 1200000), ("-30.00", -3000), ("+10000.00", 1000000), ("131.77(已退款89.84)", 13177),
        ("8,000.00(CN)", 800000), ("548.58元", 54858), ("１２．５", 1250), ("0.07", 7), ("", None), ("abc", None), ("--", None),
    ],
)  # fmt: skip
def test_amounts_as_bills_print_them(text, fen):
    assert fen_of(text) == fen


@pytest.mark.parametrize(
    ("amount", "status", "gross", "back"),
    [
        ("131.77(已退款89.84)", "交易成功", 13177, 8984), ("468.32(已全额退款)", "交易成功", 46832, 46832),
        ("¥99.93", "已退款(￥39.93)", 9993, 3993), ("¥99.93", "已退款￥39.93", 9993, 3993), ("¥99.93", "已全额退款", 9993, 9993), ("¥5", "支付成功", 500, 0),
    ],
)  # fmt: skip
def test_refunds_as_lines_tell_them(amount, status, gross, back):
    assert refunded(amount, status, gross) == back


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-05 12:00:00\t", DAY), ("2026/10/5", DAY), ("20261005", DAY), ("2026年10月5日", DAY), ("2026-10-05T12:00:00", DAY),
        ("46300", DAY), ("2026-13-40", None), ("", None),
    ],
)  # fmt: skip
def test_days_as_bills_print_them(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("花呗主动还款", "花呗"), ("京东金条还款", "京东金条"), ("白条主动还款", "京东白条"), ("【美团月付】主动还款", "美团月付"),
        ("信用卡还款 招商银行信用卡还款", "招商银行信用卡"), ("重庆度小满小额贷款有限公司", "度小满有钱花"), ("某某消费金融有限公司 代扣", "某某消费金融"), ("午饭", None),
    ],
)  # fmt: skip
def test_lenders_by_their_words(words, name):
    found = creditor_in(words)
    assert (found and found[0]) == name


def test_a_listed_name_means_its_creditor():
    assert same("金条 2024", "京东金条")
    assert same("招行信用卡", "信用卡")
    assert not same("借呗", "花呗")


@pytest.mark.parametrize(
    ("platform", "words", "category"),
    [
        ("餐饮美食", "面馆", "food"), ("充值缴费", "中国移动 话费", "phone"), ("充值缴费", "国家电网 电费", "utilities"), ("交通出行", "地铁", "transport"),
        ("转账红包", "房东 房租", "rent"), ("医疗健康", "大药房", "medical"), ("", "某小店", "gifts"),
    ],
)  # fmt: skip
def test_categories_are_ours(platform, words, category):
    assert category_of(platform, f"{platform} {words}") == category


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.sampled_from(["支出", "收入", "不计收支"]), st.integers(1, 10**7), st.text('午饭超市还款花呗 ,"￥1', max_size=6)),
        min_size=1, max_size=30,
    )
)  # fmt: skip
def test_money_is_conserved_line_by_line(drawn):
    lines = [
        line(way=way, amount=f"{fen / 100:.2f}", what=words, day=date(2026, 3, 1) + timedelta(days=days))
        for days, way, fen, words in drawn
    ]
    bill = alipay(*lines, since=date(2026, 3, 1), until=date(2026, 10, 1))
    assert bill.lines == len(lines)
    assert sum(entry.fen for entry in bill.entries) == sum(fen for *_rest, fen, _words in drawn)
    assert bill.counted[1] == sum(fen for _days, way, fen, _words in drawn if way == "支出")
