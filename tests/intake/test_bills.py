"""Bills: every platform's shape, refunds, closed orders, the same payment twice, income, living costs, hidden debts."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import bills
from assessment.bills.amounts import fen_of, refunded
from assessment.bills.categories import category_of
from assessment.bills.creditors import creditor_in, same
from assessment.bills.days import day_of, latest_in, period_in
from assessment.case import Case, Debt, Expense, Income
from assessment.intake import read_workbook
from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese
from tests.intake import bills as made
from tests.intake.banks import FORMATS
from tests.intake.bills import at

DAY = date(2026, 10, 5)
TODAY = date(2026, 11, 24)


def found_in(data, password=""):
    return interpreted(answered(any_file.read(data, password)))


def read(data, password=""):
    found = found_in(data, password)
    assert len(found.bills) == 1, [chinese(problem.what) for problem in found.problems]
    return found.bills[0]


def line(kind="餐饮美食", whom="面馆", what="午饭", way="支出", amount="28.00", **more):
    method, status, day = more.get("method", "余额宝"), more.get("status", "交易成功"), more.get("day", DAY)
    return (at(day), kind, whom, what, way, amount, method, status)


def alipay(*lines, since=date(2026, 10, 1), until=date(2026, 10, 31), orders=()):
    return read(made.alipay(lines, since, until, orders=orders))


def kinds(bill):
    return [(entry.kind, entry.fen) for entry in bill.entries]


def sums(bill):
    total = Counter()
    for entry in bill.entries:
        total[entry.kind] += entry.fen
    return {kind: fen for kind, fen in total.items() if fen}


def said(texts):
    return "".join(map(chinese, texts))


def living(*several):
    return bills.living(bills.ledger_of(several))


def hidden(bill, *listed):
    return bills.hidden(bills.ledger_of((bill,)), listed, TODAY)


@pytest.mark.parametrize("name", FORMATS)
def test_every_bank_s_export_gives_its_lines_and_its_sums(name):
    make, expected = FORMATS[name]
    bill = read(make())
    assert (bill.platform, bill.lines, bill.since, bill.until) == (
        expected.book,
        expected.lines,
        expected.since,
        expected.until,
    )
    assert sums(bill) == expected.sums
    assert {entry.creditor for entry in bill.entries if entry.creditor} == expected.creditors
    assert (len(bill.unread), bill.foreign) == (expected.unread, expected.foreign)
    assert (bill.statement.owed if bill.statement else None) == expected.owed
    assert "张三" not in repr(bill)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found(encoding):
    bill = read(made.alipay([line()], date(2026, 10, 1), date(2026, 10, 31), encoding))
    assert (bill.platform, bill.since, bill.until, bill.stated) == (
        "支付宝",
        date(2026, 10, 1),
        date(2026, 10, 31),
        True,
    )
    assert kinds(bill) == [("spent", 2800)]


def test_alipay_s_eras_give_the_same_ledger():
    lines = [
        line(), line("信用借还", "花呗", "花呗主动还款-2021年09月账单", "不计收支", "300.00", status="还款成功"),
        line("投资理财", "余额宝", "余额宝-单次转入", "不计收支", "100.00"), line("其他", "某某公司", "工资", "收入", "5000.00"),
    ]  # fmt: skip
    now, then = alipay(*lines), read(made.alipay_2021(lines))
    assert sums(now) == sums(then) == {"spent": 2800, "repaid": 30000, "moved": 10000, "received": 500000}
    assert (then.platform, then.since, then.until) == ("支付宝", date(2026, 10, 1), date(2026, 10, 31))


def test_alipay_s_web_export_tells_refunds_in_a_column_and_its_sums_at_the_end():
    def row(order, what, amount, way, back, funds):
        return [order, f"T{order}", "2021-03-05 10:00:00", "2021-03-05 10:00:01", "2021-03-05 10:00:02", "其他（包括阿里巴巴和外部商家）", "即时到账交易", "某某", what, amount, way, "交易成功", "0.00", back, "", funds, ""]  # fmt: skip

    rows = [
        row("20210305000001", "鞋", "150.00", "支出", "50.00", "已支出"), row("20210305000002", "工资", "5000.00", "收入", "0.00", "已收入"),
        row("20210305000003", "余额宝-转出到余额", "80.00", "", "0.00", "资金转移"),
    ]  # fmt: skip
    bill = read(made.alipay_web(rows))
    assert (bill.platform, bill.since, bill.until) == ("支付宝", date(2021, 3, 1), date(2021, 3, 31))
    assert sums(bill) == {"spent": 10000, "received": 500000, "moved": 8000}
    assert bill.told == bill.counted == (500000, 10000)


WECHAT = (
    (at(DAY), "商户消费", "面馆", "午饭", "支出", "28.00", "零钱", "支付成功"),
    (at(DAY), "信用卡还款", "建设银行信用卡还款", "/", "/", "548.58", "零钱", "支付成功"),
    (at(DAY), "转入零钱通-来自零钱", "/", "/", "/", "200.00", "零钱", "支付成功"),
    (at(DAY), "转账", "某人", "转账备注:谢谢", "收入", "300.00", "/", "已存入零钱"),
    (at(DAY), "商户消费", "鞋店", "鞋", "支出", "199.00", "零钱", "已退款(￥39.00)"),
    (at(DAY), "鞋店-退款", "鞋店", "鞋", "收入", "39.00", "零钱", "已全额退款"),
    (at(DAY), "转账", "老李", "转账备注:还款", "支出", "60.00", "零钱", "对方已退还"),
)


@pytest.mark.parametrize(
    "shape", [made.wechat_csv, made.wechat_csv_with_tabs, made.wechat_xlsx_2025, made.wechat_xlsx], ids=lambda shape: shape.__name__
)  # fmt: skip
def test_wechat_s_eras_give_the_same_ledger(shape):
    bill = read(shape(WECHAT))
    assert (bill.platform, bill.closed) == ("微信", 1)
    assert sorted(kinds(bill)) == sorted([
        ("spent", 2800), ("repaid", 54858), ("moved", 20000), ("received", 30000), ("spent", 16000),
    ])  # fmt: skip
    assert [entry.creditor for entry in bill.entries if entry.kind == "repaid"] == ["建设银行信用卡"]


def test_jd_amounts_tell_their_own_refunds_and_the_export_s_sum_is_met():
    rows = [
        ["2026-10-02 10:00:00\t", "京东平台商户", "卫衣", "131.77(已退款89.84)", "某银行储蓄卡", "交易成功", "支出", "服饰内衣", "100\t"],
        ["2026-10-02 11:00:00\t", "京东平台商户", "退款-卫衣", "89.84", "某银行储蓄卡", "退款成功", "不计收支", "网购", "100\t"],
        ["2026-10-03 10:00:00\t", "京东平台商户", "裤子", "-468.32(已全额退款)", "某银行储蓄卡", "交易成功", "不计收支", "服饰内衣", "101\t"],
        ["2026-10-08 10:00:00\t", "京东金融", "白条主动还款", "320.00", "某银行储蓄卡", "交易成功", "不计收支", "白条", "102\t"],
    ]  # fmt: skip
    bill = read(made.jd(rows, date(2026, 10, 1), date(2026, 10, 31), "41.93"))
    assert sums(bill) == {"spent": 4193, "repaid": 32000}
    assert bill.told[1] == bill.counted[1] == 4193
    assert [entry.creditor for entry in bill.entries if entry.kind == "repaid"] == ["京东白条"]
    assert "白条" in said(bill.notes)


def test_meituan_monthly_pay_is_a_repayment_what_was_really_paid_counts_and_a_refund_is_found_by_its_title():
    rows = [
        ["2026-10-01 08:00:00", "2026-10-01 08:00:05", "支付", "早餐", "支出", "美团月付", "¥15.00", "¥12.50", "1\t", "2\t", "/"],
        ["2026-10-02 08:00:00", "2026-10-02 08:00:05", "支付", "【爆款】葡式蛋挞6只 订单详情", "支出", "微信支付", "¥20.00", "¥20.00", "5\t", "6\t", "/"],
        ["2026-10-03 08:00:00", "2026-10-03 08:00:05", "退款", "【爆款】葡式蛋挞6只", "收入", "微信支付", "¥20.00", "¥20.00", "7\t", "8\t", "/"],
        ["2026-10-08 08:00:00", "2026-10-08 08:00:05", "还款", "【美团月付】主动还款2026年9月账单", "支出", "中国银行储蓄卡(3147)", "¥230.14", "¥230.00", "3\t", "4\t", "/"],
    ]  # fmt: skip
    bill = read(made.meituan(rows, income="20.00", spent="32.50"))
    assert sums(bill) == {"spent": 1250, "repaid": 23000}
    assert {entry.creditor for entry in bill.entries if entry.creditor} == {"美团月付"}
    assert (bill.told, bill.counted) == ((2000, 3250), (2000, 3250))


PRINTED = {
    "signed": (
        ["中国工商银行借记账户历史明细（电子版）", "卡号 6222021234567890123 户名：张三 起止日期： 2026-10-01 — 2026-10-31", "交易日期 帐号 储种 序号 币种 钞汇 摘要 收入/支出金额 余额 对方户名"],
        ["2026-10-28 10:11:12 1234567890123456789 活期 00000 ⼈⺠币 钞 消费 -13.40 986.60 财付通-某某⾯馆", "2026-10-15 09:00:00 1234567890123456789 活期 00000 人民币 钞 工资 +500.00 1,000.00 某某公司", "2026-10-10 09:00:00 1234567890123456789 活期 00000 人民币 钞 还款 -300.00 500.00 （空）"],
        ("工商银行", {"spent": 1340, "received": 50000, "repaid": 30000}),
    ),
    "by its word": (
        ["交通银行个人客户交易清单 起止日期 2026-10-01 至 2026-10-31"],
        ["1 2026-10-01 00:00:00 代发工资 贷 Cr 5,100.00 5,334.63 1323132313211331313 某某公司", "2 2026-10-02 13:15:12 信用卡转账还 款 借 Dr 3.21 5,331.42 6666666666666666 李四", "3 2026-10-\n05 12:48:15 消费 借 Dr 10.00 5,321.42 某某超市"],
        ("交通银行", {"spent": 1000, "received": 510000, "repaid": 321}),
    ),
    "unsigned": (
        ["某某村镇银行 交易流水 2026-10-01 至 2026-10-31"],
        ["20261001 工资 5,100.00 5,334.63", "20261002 某某超市 3.21 5,331.42", "20261005 某某药店 10.00 5,321.42", "20261006 某某面馆 1.42 5,320.00"],
        ("", {"spent": 1463, "received": 510000}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("torn", [False, True], ids=["lines", "cells"])
@pytest.mark.parametrize("name", ["signed", "by its word"])
def test_a_printed_statement_is_read_where_its_balances_prove_it(name, torn):
    above, rows, (book, expected) = PRINTED[name]
    below = [cell for row in rows for cell in row.split(" ")] if torn else rows
    bill = bills.printed_bill("\n".join([*above, *below, "第1页，共1页"]))
    assert (bill.platform, bill.since, bill.until) == (book, date(2026, 10, 1), date(2026, 10, 31))
    assert sums(bill) == expected


def test_a_printed_statement_without_signs_is_read_by_its_balances():
    above, rows, (book, expected) = PRINTED["unsigned"]
    bill = bills.printed_bill("\n".join([*above, *rows]))
    assert (bill.platform, sums(bill)) == (book, expected)


def test_a_printed_statement_that_does_not_add_up_is_refused_in_a_sentence():
    above, rows, _expected = PRINTED["signed"]
    text = "\n".join([*above, *(row.replace("986.60", "900.60").replace("1,000.00", "1,234.00") for row in rows)])
    assert bills.printed_bill(text) is None
    answer = {"sheets": [], "unread": [], "missing": 0, "from_1904": False, "text": text}
    assert "没有读准银行流水" in chinese(interpreted(answered(answer)).problems[0].what)


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
    bill = alipay(closed, refund, line(), orders=("100", "100_7", "101"))
    assert kinds(bill) == [("spent", 2800)]
    assert (bill.closed, bill.refunds) == (1, 1)


def test_a_refund_with_its_payment_s_number_lowers_that_payment():
    refund = line("退款", "鞋店", "退款-鞋", "不计收支", "40.00", status="退款成功", day=DAY + timedelta(days=2))
    bill = alipay(
        line("服饰装扮", "鞋店", "鞋", amount="199.00"), line("服饰装扮", "鞋店", "鞋", amount="40.00"), refund,
        orders=("100", "200", "100_refund"),
    )  # fmt: skip
    assert [entry.fen for entry in bill.entries] == [15900, 4000]


def test_a_refund_of_something_bought_before_the_bill_begins_is_said_and_is_no_income():
    refund = line("退款", "家电城", "退款-洗衣机", "不计收支", "900.00", status="退款成功")
    bill = alipay(line(), refund)
    assert sums(bill) == {"spent": 2800, "refunded": 90000}
    found = living(bill)
    assert "1 笔退款找不到原来买的那笔，共 ¥900.00" in said(found.notes)
    assert found.incomes == ()


def test_a_refund_in_the_next_export_lowers_what_the_one_before_holds():
    bought = alipay(
        line("家居家装", "家电城", "洗衣机", amount="900.00", day=date(2026, 9, 30)),
        since=date(2026, 9, 1),
        until=date(2026, 9, 30),
    )
    back = alipay(
        line("退款", "家电城", "退款-洗衣机", "不计收支", "900.00", status="退款成功", day=date(2026, 10, 3)), line()
    )
    ledger = bills.ledger_of((bought, back))
    assert [(entry.kind, entry.fen) for entry in ledger.entries] == [("spent", 0), ("spent", 2800)]


def test_the_export_s_own_sum_is_met_or_the_difference_said_softly():
    lines = [line(amount="10.00"), line(amount="20.50")]
    assert alipay(*lines).counted[1] == alipay(*lines).told[1] == 3050
    data = made.alipay(lines, DAY, DAY).replace("30.50元".encode("gb18030"), "31.50元".encode("gb18030"))
    problem = found_in(data).problems[0]
    assert chinese(problem.what) == "账单自己写的支出合计是 ¥31.50，逐行加起来是 ¥30.50，差 ¥1.00。"
    assert problem.standing == "note"


def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_kept():
    lines = [line(), line(amount="77.77"), line(amount="12.00")]
    data = made.alipay(lines, DAY, DAY).replace(b"77.77", "三十".encode("gb18030"))
    bill = read(data)
    assert kinds(bill) == [("spent", 2800), ("spent", 1200)]
    assert len(bill.unread) == 1
    assert f"第 {bill.unread[0]} 行" in said(problem.what for problem in found_in(data).problems)


def test_days_without_any_year_are_not_guessed():
    rows = [["01/05", "01/06", "某某超市", "12.00", "1234"], ["01/07", "01/08", "某某面馆", "13.00", "1234"]]
    found = found_in(made.text([made.named("交易日 记账日 交易摘要 人民币金额 卡号末四位"), *rows]))
    assert found.bills[0].entries == ()
    assert "日期没有写年份" in chinese(found.problems[0].what)


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("2026年01月账单", "12/29", date(2025, 12, 29)), ("2026年01月账单", "01/05", date(2026, 1, 5)), ("账单周期 2026/01/06-2026/02/05", "0205", date(2026, 2, 5)),
        ("账单日：2026-02-05", "02/29", None), ("账单日：2026-02-05", "260130", date(2026, 1, 30)), ("账单日：2026-02-05", "101112", None), ("", "01/05", None),
    ],
)  # fmt: skip
def test_a_statement_tells_the_year_its_days_leave_out(title, text, day):
    assert day_of(text, latest_in(title)) == day


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("起始时间：[2026-10-01 00:00:00]    终止时间：[2026-10-31 23:59:59]", date(2026, 10, 1), date(2026, 10, 31)), ("日期区间：2026-10-01 至 2026-10-31", date(2026, 10, 1), date(2026, 10, 31)),
        ("日期范围 20261001-20261031", date(2026, 10, 1), date(2026, 10, 31)), ("# 起始日期: [20261001]   终止日期: [20261031]", date(2026, 10, 1), date(2026, 10, 31)),
    ],
)  # fmt: skip
def test_the_days_an_export_holds(text, since, until):
    period = period_in(text)
    assert (period.since, period.until) == (since, until)


CANARIES = ("李四光", "13800138000", "6222021234567890123", "lisiguang@example.com", "20261234567890")


@pytest.mark.parametrize("name", ["spent", "received", "repaid", "borrowed", "moved", "refunded"])
def test_nothing_personal_outlives_the_reading(name):
    secret = "".join(CANARIES)
    way, what, status = {
        "spent": ("支出", "转账", "交易成功"), "received": ("收入", "转账", "交易成功"), "repaid": ("不计收支", "花呗还款", "还款成功"), "borrowed": ("不计收支", "借呗放款到账", "交易成功"),
        "moved": ("不计收支", "余额宝-转入", "交易成功"), "refunded": ("不计收支", "退款", "退款成功"),
    }[name]  # fmt: skip
    rows = [
        line(secret, secret, f"{what}{secret}", way, "66.00", method=f"{secret}银行储蓄卡({secret})", status=status)
    ]
    bill = alipay(*rows, orders=(secret,))
    ledger = bills.ledger_of((bill,))
    told = repr(
        (
            bill,
            ledger,
            bills.living(ledger),
            bills.hidden(ledger, (), TODAY),
            bills.repaid(ledger, (Debt(name="花呗"),), TODAY),
        )
    )
    assert sums(bill) == {name: 6600}
    assert not [canary for canary in (*CANARIES, "张三", "zhang") if canary in told]


@pytest.mark.parametrize("name", FORMATS)
def test_no_number_of_an_account_or_order_outlives_a_bank_s_export(name):
    make, _expected = FORMATS[name]
    bill = read(make())
    assert not re.search(r"\d{9,}|\*{2,}|@", repr(bill.entries))
    assert not [
        secret
        for secret in ("李四", "6222", "6214", "2088", "1234****")
        if secret in repr((bill.entries, bill.notes, bill.statement))
    ]


def test_the_same_export_twice_counts_once_and_two_equal_payments_in_one_count_twice():
    twice = alipay(line(), line())
    ledger = bills.ledger_of((twice, twice))
    assert [entry.fen for entry in ledger.entries] == [2800, 2800]
    assert ledger.twice == 2


def test_exports_that_overlap_count_each_line_once_also_where_only_one_knows_of_the_refund():
    shoes = line("服饰装扮", "鞋店", "鞋", amount="199.00", day=date(2026, 10, 20))
    early = alipay(line(), shoes, until=date(2026, 10, 25))
    refund = line("退款", "鞋店", "退款-鞋", "不计收支", "199.00", status="退款成功", day=date(2026, 10, 28))
    late = alipay(shoes, refund, line(day=date(2026, 10, 29)), since=date(2026, 10, 10), orders=("100", "100_1", "200"))
    ledger = bills.ledger_of((early, late))
    assert sorted(entry.fen for entry in ledger.entries) == [0, 2800, 2800]


def test_two_accounts_with_one_bank_are_not_taken_for_one():
    mine = alipay(*(line(amount="2.00", day=date(2026, 10, day)) for day in range(1, 9)))
    hers = alipay(line(amount="2.00"), *(line(amount=f"{day}.50", day=date(2026, 10, day)) for day in range(1, 9)))
    assert len(bills.ledger_of((mine, hers)).entries) == 17


def card(day, amount, what="消费", whom="财付通-面馆"):
    return [day, what, whom, "", "钞", "", amount, "人民币", "", amount, "人民币", "9.00", whom]


def bank(*rows):
    header = made.named(
        "交易日期 摘要 交易场所 交易国家或地区简称 钞/汇 交易金额(收入) 交易金额(支出) 交易币种 记账金额(收入) 记账金额(支出) 记账币种 余额 对方户名"
    )
    return read(
        made.text([["中国工商银行 借记账户历史明细"], ["起止日期：2026-10-01-2026-10-31"], header, *rows], "gb18030")
    )


def test_a_wallet_payment_from_a_bank_card_and_the_bank_s_own_line_count_once():
    wallet = alipay(line(method="工商银行储蓄卡(1234)", amount="35.50"), line(method="余额宝", amount="35.50"))
    ledger = bills.ledger_of((wallet, bank(card("2026-10-06", "35.50", whom="支付宝-面馆"))))
    assert ([entry.fen for entry in ledger.entries], ledger.twice) == ([3550, 3550], 1)


def test_a_bank_s_line_of_another_wallet_or_another_bank_s_payment_is_its_own():
    wallet = alipay(
        line(method="工商银行储蓄卡(1234)", amount="35.50"), line(method="招商银行储蓄卡(1)", amount="41.00")
    )
    other = bank(card("2026-10-05", "35.50", whom="财付通-面馆"), card("2026-10-05", "41.00", whom="支付宝-面馆"))
    assert bills.ledger_of((wallet, other)).twice == 0


def test_a_shop_s_line_paid_through_wechat_from_a_card_counts_once_in_three_bills():
    shop = [
        "2026-10-05 10:00:00\t",
        "京东平台商户",
        "大米",
        "88.00(已退款8.00)",
        "微信-工商银行储蓄卡",
        "交易成功",
        "支出",
        "食品酒饮",
        "1\t",
    ]
    jd = read(made.jd([shop], date(2026, 10, 1), date(2026, 10, 31), "80.00"))
    wechat = read(
        made.wechat_csv(
            [(at(DAY), "商户消费", "京东", "京东-订单", "支出", "88.00", "工商银行储蓄卡(1234)", "已退款(￥8.00)")]
        )
    )
    ledger = bills.ledger_of((jd, wechat, bank(card("2026-10-05", "88.00", whom="财付通-京东"))))
    assert [(entry.book, entry.fen, entry.category) for entry in ledger.entries] == [("京东", 8000, "food")]


def test_money_moved_between_own_accounts_is_neither_income_nor_spending():
    out = bank(card("2026-10-05", "3,000.00", "跨行汇款", ""))
    into = read(made.text([["招商银行交易流水"], made.named("记账日期 货币 交易金额 联机余额 交易摘要 对手信息 客户摘要"), ["2026-10-06", "CNY", "3,000.00", "3,000.00", "汇入汇款", "李四 6666", "转账"]]))  # fmt: skip
    assert (out.entries[0].kind, into.entries[0].kind) == ("spent", "received")
    ledger = bills.ledger_of((out, into))
    assert [entry.kind for entry in ledger.entries] == ["moved", "moved"]
    assert ledger.own == 2


def test_a_withdrawal_meets_what_arrived_after_the_wallet_s_charge():
    drawn = [(at(DAY), "零钱提现", "工商银行", "/", "/", "1001.00", "工商银行", "提现已到账")]
    wechat = read(made.wechat_csv(drawn).replace(b",/\r\n", ",服务费¥1.00\r\n".encode()))
    assert [(entry.kind, entry.fen, entry.gross) for entry in wechat.entries] == [("moved", 100100, 100000)]
    whom = "财付通支付科技有限公司"
    arrived = bank(
        ["2026-10-05", "财付通", "", "", "钞", "1,000.00", "", "人民币", "1,000.00", "", "人民币", "9.00", whom]
    )
    assert sums(arrived) == {"received": 100000}
    assert [entry.kind for entry in bills.ledger_of((wechat, arrived)).entries] == ["moved", "moved"]


def test_a_year_gives_lines_of_living_month_by_month_and_the_hidden_lender():
    bill = read(made.alipay(made.a_year(), date(2025, 11, 1), date(2026, 10, 31)))
    found = living(bill)
    assert len(found.months) == 12
    by_category = {each.category: each for each in found.expenses}
    assert by_category["phone"].amount == Decimal("68.00")
    assert {"food", "transport", "daily_goods"} <= by_category.keys()
    table = {(each.way, each.name): each.fen for each in found.by_month}
    assert table["out", "电话网费"] == (6800,) * 12
    assert table["repaid", "还债"] == (81240,) * 12
    first = hidden(bill)[0]
    assert (first.creditor, first.months, first.monthly, first.debt.due_day) == ("花呗", 12, Decimal("812.40"), 8)
    assert first.debt.lender == "consumer_finance"
    assert hidden(bill, Debt(name="我的花呗")) == ()


def months_of(amounts, first=date(2025, 11, 1), **more):
    """One line of spending a month, on the tenth."""
    return [
        line(amount=f"{amount}.00", day=(first + timedelta(days=31 * k)).replace(day=10), **more)
        for k, amount in enumerate(amounts)
        if amount
    ]


def a_bill(*lines, months=12, first=date(2025, 11, 1)):
    end = (first + timedelta(days=31 * (months - 1))).replace(day=28) + timedelta(days=4)
    return alipay(*lines, since=first, until=end.replace(day=1) - timedelta(days=1))


def test_costs_of_once_a_year_are_found_named_and_spread():
    gifts = [300, 300, 300, 4300, 300, 300, 300, 300, 300, 300, 300, 300]
    school = [0, 0, 0, 0, 2600, 0, 0, 0, 0, 0, 2600, 0]
    found = living(
        a_bill(
            *months_of(gifts, kind="转账红包", whom="某人", what="随礼"),
            *months_of(school, kind="教育培训", whom="某某学校", what="学费"),
        )
    )
    assert [(each.category, each.amount, each.period) for each in found.expenses] == [
        ("tuition", Decimal(5200), "year"), ("gifts", Decimal(300), "month"), ("festival", Decimal(4000), "year"),
    ]  # fmt: skip
    assert "2026年2月的“春节等节日”像一年一次的，共 ¥4,000.00" in said(found.notes)


def test_costs_of_once_a_year_are_seen_in_the_longest_bill_also_where_another_is_short():
    wallet = a_bill(
        *months_of([100] * 12), *months_of([0, 0, 3600] + [0] * 9, kind="保险", whom="某某人寿", what="保费")
    )
    header = made.named("记账日期 交易金额 余额 交易摘要 对手信息")
    wages = [[f"2026-{month:02}-15", "6,000.00", "9,000.00", "工资", "某某公司"] for month in (8, 9, 10)]
    paid = read(made.text([["招商银行 起止日期 2026-08-01 至 2026-10-31"], header, *wages]))
    found = living(wallet, paid)
    assert [(each.category, each.amount, each.period) for each in found.expenses] == [
        ("food", Decimal(100), "month"), ("insurance", Decimal(3600), "year"),
    ]  # fmt: skip


def test_a_cost_met_now_and_then_is_spread_over_the_longest_bill():
    wallet = a_bill(
        *months_of([100] * 12),
        *months_of([600, 0, 600, 0, 600, 0, 0, 0, 0, 0, 0, 0], kind="医疗健康", whom="某某医院", what="门诊"),
    )
    header = made.named("记账日期 交易金额 余额 交易摘要 对手信息")
    wages = [[f"2026-{month:02}-15", "6,000.00", "9,000.00", "工资", "某某公司"] for month in (8, 9, 10)]
    found = living(wallet, read(made.text([["招商银行 起止日期 2026-08-01 至 2026-10-31"], header, *wages])))
    assert {each.category: each.amount for each in found.expenses} == {"food": Decimal(100), "medical": Decimal(150)}


def test_a_cost_met_in_one_month_of_few_is_spread_and_said():
    found = living(
        a_bill(
            *months_of([100] * 4), *months_of([0, 0, 2600, 0], kind="教育培训", whom="某某学校", what="学费"), months=4
        )
    )
    assert {each.category: each.amount for each in found.expenses} == {"food": Decimal(100), "tuition": Decimal(650)}
    assert "“学费、培训”只在一个月里有，共 ¥2,600.00，先平摊到 4 个月" in said(found.notes)


def test_in_fewer_months_what_stands_out_is_said_and_not_spread():
    found = living(a_bill(*months_of([300, 300, 2300, 300]), months=4))
    assert [(each.category, each.amount, each.period) for each in found.expenses] == [("food", Decimal(300), "month")]
    assert "比平常多 ¥2,000.00" in said(found.notes)


def test_months_the_bills_do_not_hold_whole_are_not_averaged_and_said():
    bill = alipay(line(), since=date(2026, 9, 15), until=date(2026, 10, 31))
    found = living(bill)
    assert found.months == (date(2026, 10, 1),)
    assert "2026年9月等 1 个月没有算" in said(found.notes)
    assert "只有 1 个整月" in said(found.notes)
    short = living(alipay(line(), since=date(2026, 10, 5), until=date(2026, 10, 20)))
    assert (short.months, short.expenses) == ((), ())


def test_a_bank_s_export_without_stated_days_counts_a_month_it_holds_twenty_days_of():
    def ledger(*days):
        rows = [["2026-10-" + day, "-5.00", "9.00", "消费", "某某超市"] for day in days]
        return bills.ledger_of((read(made.text([made.named("记账日期 交易金额 余额 交易摘要 对手信息"), *rows])),))

    assert ledger("03", "15", "29").coverage.months == (date(2026, 10, 1),)
    assert ledger("03", "15", "21").coverage.months == ()


def test_only_months_that_every_bill_holds_are_averaged():
    wallet = a_bill(*months_of([100] * 12), months=12)
    wages = [[f"2026-{month:02}-15", "6,000.00", "9,000.00", "工资", "某某公司"] for month in (8, 9, 10)]
    header = made.named("记账日期 交易金额 余额 交易摘要 对手信息")
    paid = read(made.text([["招商银行 起止日期 2026-08-01 至 2026-10-31"], header, *wages]))
    found = living(wallet, paid)
    assert found.months == (date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))
    assert [(each.name, each.amount, each.kind) for each in found.incomes] == [("工资", Decimal(6000), "steady")]
    one_month = read(made.text([["招商银行 起止日期 2026-10-01 至 2026-10-31"], header, wages[-1]]))
    thin = living(wallet, one_month)
    assert (len(thin.months), thin.incomes) == (12, ())
    assert "“招商银行”的账单整月太少" in said(thin.notes)


def test_borrowed_money_people_s_transfers_and_reimbursements_are_no_income():
    lines = [
        line("信用借还", "网商银行", "借呗放款到账", "不计收支", "5000.00"), line("转账红包", "某人", "转账", "收入", "300.00"), line("其他", "某某公司", "工资", "收入", "4200.00"),
        line("其他", "马上消费金融股份有限公司", "代付", "收入", "2000.00"), line("其他", "某某公司", "差旅报销", "收入", "150.00"),
    ]  # fmt: skip
    found = living(alipay(*lines))
    assert [(each.name, each.amount) for each in found.incomes] == [("工资", Decimal("4200.00"))]
    for words in ("收到 1 笔，共 ¥300.00", "借来的钱 2 笔，共 ¥7,000.00", "报销收到 1 笔"):
        assert words in said(found.notes)


@pytest.mark.parametrize(
    ("whom", "what", "kind"),
    [
        ("自己人烧烤店", "晚饭", "spent"), ("某某诊所", "定期洗牙套餐", "spent"), ("某某熟食店", "白条鸡一只", "spent"), ("某某金店", "投资金条", "spent"), ("榕树下餐厅", "晚饭", "spent"),
        ("分期乐商城", "手机", "spent"), ("重庆度小满小额贷款有限公司", "代扣", "repaid"), ("马上消费金融股份有限公司", "快捷支付", "repaid"), ("余额宝", "余额宝-单次转入", "moved"),
        ("图书馆", "逾期费", "spent"), ("天星教育", "教辅", "spent"),
    ],
)  # fmt: skip
def test_a_word_of_a_shop_or_a_dish_makes_no_repayment_and_no_move(whom, what, kind):
    assert kinds(alipay(line("其他", whom, what))) == [(kind, 2800)]


@pytest.mark.parametrize(
    ("what", "place", "whom", "source"),
    [
        ("跨行转账", "", "李四", "person"), ("跨行转账", "", "某某物业公司", "other"), ("网上支付", "财付通", "财付通支付科技有限公司", "wallet"), ("工资", "", "某某公司", "wage:工资"),
        ("结息", "", "", "interest"), ("消费", "", "马上消费金融股份有限公司", None),
    ],
)  # fmt: skip
def test_where_money_into_a_bank_came_from(what, place, whom, source):
    row = ["2026-10-05", what, place, "", "钞", "1,000.00", "", "人民币", "1,000.00", "", "人民币", "9.00", whom]
    entry = bank(row).entries[0]
    assert (entry.source or None) == source
    assert entry.kind == ("received" if source else "borrowed")


def test_wages_that_stopped_are_said_and_their_months_kept():
    wages = months_of([5000, 5000, 5000, 5000, 0, 0], kind="其他", whom="某某公司", what="工资", way="收入")
    found = living(a_bill(*wages, *months_of([100] * 6), months=6))
    assert found.incomes[0].history == (Decimal(5000),) * 4 + (Decimal(0),) * 2
    assert found.incomes[0].kind == "irregular"
    assert "“工资”最近 2 个月没有进账" in said(found.notes)


def test_a_bonus_met_once_is_said_and_not_counted_every_month():
    bonus = line("其他", "某某公司", "年终奖金", "收入", "20000.00", day=date(2026, 1, 20))
    found = living(a_bill(bonus, *months_of([100] * 12)))
    assert found.incomes == ()
    assert "“年终奖、奖金”只来过 1 个月，共 ¥20,000.00" in said(found.notes)


def test_what_was_spent_without_saying_for_what_is_said():
    found = living(alipay(line("其他", "某人", "转账", amount="500.00"), line("", "QQ", "xx", amount="9.00")))
    assert [(each.category, each.amount) for each in found.expenses] == [("gifts", Decimal("509.00"))]
    assert "转给个人和取现 1 笔，共 ¥500.00" in said(found.notes)
    assert "另有 1 笔看不出买了什么，共 ¥9.00" in said(found.notes)


def test_repayments_never_are_living_costs_and_mortgages_are():
    lines = [
        line("信用借还", "花呗", "花呗还款", "支出", "400.00"),
        line("其他", "某银行", "个人住房贷款还款", amount="2100.00"),
    ]
    found = living(alipay(*lines))
    assert [(each.category, each.amount) for each in found.expenses] == [("mortgage", Decimal("2100.00"))]


def test_repayments_that_name_no_lender_do_not_go_unsaid():
    bill = read(made.wechat_csv([(at(DAY), "转账", "老李", "转账备注:还款", "支出", "500.00", "零钱", "已转账")]))
    found = hidden(bill)
    assert [(each.seen, each.sure, each.monthly) for each in found] == [("unnamed", False, Decimal(500))]
    assert "看不出还给谁，共 ¥500.00" in chinese(found[0].words)
    assert "老李" not in repr(found)


def test_a_card_s_statement_shows_its_debt_and_its_instalments():
    make, _expected = FORMATS["bocom card"]
    owed = hidden(read(make()))[0]
    assert (owed.debt.name, owed.debt.principal, owed.debt.instalment, owed.debt.due_day) == (
        "交通银行信用卡",
        Decimal("6666.66"),
        Decimal("66.66"),
        25,
    )
    assert owed.debt.lender == "credit_card"
    plan = next(each for each in hidden(read(FORMATS["cgb card"][0]())) if each.seen == "instalments")
    assert (plan.debt.instalment, plan.debt.instalments, plan.debt.instalments_left, plan.sure) == (
        Decimal("387.42"),
        12,
        2,
        False,
    )
    assert plan.debt.principal == Decimal("774.84")
    assert hidden(read(make()), Debt(name="交行信用卡")) == ()


def test_instalments_of_a_lender_tell_how_many_are_left():
    paid = [
        line(
            "信用借还",
            "京东金条",
            f"京东金条还款 {k}/12期",
            "不计收支",
            "500.00",
            status="还款成功",
            day=date(2026, 8 + k, 8),
        )
        for k in (1, 2)
    ]
    found = hidden(alipay(*paid, since=date(2026, 9, 1)))
    assert (found[0].debt.name, found[0].debt.instalments_left, found[0].debt.due_day) == ("京东金条", 10, 8)


def repaid_of(*lines, listed, until=date(2026, 11, 24)):
    bill = alipay(*lines, since=date(2026, 6, 1), until=until)
    return bills.repaid(bills.ledger_of((bill,)), listed, TODAY)


def paid(amount="700.00", day=date(2026, 11, 10)):
    return line("信用借还", "蚂蚁", "借呗还款", "不计收支", amount, status="还款成功", day=day)


def test_repayments_of_a_listed_debt_become_events_and_what_does_not_fit_is_said():
    listed = (Debt(name="借呗", instalment=Decimal(900), days_overdue=60),)
    found = repaid_of(paid(), listed=listed)
    assert [(event.day, event.amount, event.kind) for event in found[0].events] == [
        (date(2026, 11, 10), Decimal("700.00"), "payment")
    ]
    assert "逾期 60 天" in said(found[0].words)
    assert "¥900.00" in said(found[0].words)
    case = Case(debts=listed)
    nothing = living(alipay(line()))
    once = bills.taken(case, nothing, (), (), found[0].events)
    assert bills.taken(once, nothing, (), (), found[0].events) == once


def test_a_debt_said_not_to_be_overdue_that_was_not_repaid_lately_is_asked_about():
    lines = [paid(day=date(2026, month, 10)) for month in (7, 8)]
    found = repaid_of(*lines, line(day=date(2026, 11, 20)), listed=(Debt(name="借呗", due_day=20),))
    assert "最近一次还款是 2026年8月10日，债务表写的是没有逾期" in said(found[0].words)
    assert "多在每月 10 日还，债务表写的是 20 日" in said(found[0].words)


def test_instalments_left_are_held_against_the_list():
    term = line(
        "信用借还", "京东金条", "京东金条还款 4/12期", "不计收支", "500.00", status="还款成功", day=date(2026, 11, 8)
    )
    found = repaid_of(term, listed=(Debt(name="金条", instalments_left=10),))
    assert "照账单上写的期数还剩 8 期，债务表写的是 10 期" in said(found[0].words)


def test_goods_to_be_paid_for_later_are_shown_and_not_chosen():
    found = hidden(alipay(line(method="先享后付", amount="35.00")))
    assert [(each.creditor, each.seen, each.sure) for each in found] == [("先享后付", "bought", False)]


def test_a_payment_that_may_be_on_either_of_two_debts_is_logged_on_neither():
    found = repaid_of(paid(), listed=(Debt(name="借呗"), Debt(name="借呗第二笔")))
    assert [(each.events, each.shared) for each in found] == [((), True), ((), True)]


def test_taking_bills_changes_only_what_was_chosen_and_keeps_reasons():
    bill = read(made.alipay(made.a_year(), date(2025, 11, 1), date(2026, 10, 31)))
    found = living(bill)
    keys = {change.key for change in bills.changes(Case(), found)}
    first = bills.taken(Case(), found, keys)
    assert bills.taken(first, found, keys) == first
    assert {change.standing for change in bills.changes(Case(), found)} == {"added"}
    assert {change.standing for change in bills.changes(first, found)} == {"same"}
    assert {each.category for each in bills.taken(Case(), found, {"food"}).expenses} == {"food"}
    own = Case(expenses=(Expense(name="伙食", category="food", amount=Decimal(900), reason="有病人"),))
    assert bills.taken(own, found, {"food"}).expenses[0].reason == "有病人"


def test_wages_in_the_bills_replace_wages_by_whatever_name():
    wages = months_of([5000] * 3, kind="其他", whom="某某公司", what="工资", way="收入", first=date(2026, 8, 1))
    found = living(a_bill(*wages, months=3, first=date(2026, 8, 1)))
    case = Case(incomes=(Income(name="上班底薪", amount=Decimal(4000)), Income(name="房租收入", amount=Decimal(800))))
    change = bills.changes(case, found)[0]
    assert (change.before, change.after, change.standing) == (Decimal(4000), Decimal(5000), "changed")
    assert [each.name for each in bills.taken(case, found, {"工资"}).incomes] == ["房租收入", "工资"]


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("¥28.16", 2816), ("￥12,000.00", 1200000), ("-30.00", -3000), ("+10000.00", 1000000), ("131.77(已退款89.84)", 13177), ("-131.77(已退款89.84)", -13177),
        ("8,000.00(CN)", 800000), ("548.58元", 54858), ("１２．５", 1250), ("0.07", 7), ("", None), ("abc", None), ("--", None), ("-", None), ("CNY 123.18", 12318),
        ("CNY13.50", 1350), ("3.72/RMB(支出)", 372), ("(1,234.50)", -123450), ("1234.50-", -123450), ("28.160000000000004", 2816), ("12", 1200), ("1.234", None), ("（空）", None),
        ("10/12", None),
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
        ("46300", DAY), ("46300.585", DAY), ("2025/12/03  14:06:51", date(2025, 12, 3)), ("2026-13-40", None), ("", None), ("123456", None), ("10/05", None),
    ],
)  # fmt: skip
def test_days_as_bills_print_them(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("花呗主动还款", "花呗"), ("京东金条还款", "京东金条"), ("白条主动还款", "京东白条"), ("【美团月付】主动还款", "美团月付"),
        ("信用卡还款 招商银行信用卡还款", "招商银行信用卡"), ("重庆度小满小额贷款有限公司", "度小满有钱花"), ("某某消费金融有限公司 代扣", "某某消费金融"), ("午饭", None),
        ("招商银行股份有限公司信用卡中心", "招商银行信用卡"), ("工商银行储蓄卡 建设银行信用卡还款", "建设银行信用卡"), ("掌上生活还款", "招商银行信用卡"), ("转账给李四还某某消费金融", None),
        ("部分付款", None), ("微信分付还款", "微信分付"),
    ],
)  # fmt: skip
def test_lenders_by_their_words(words, name):
    found = creditor_in(words)
    assert (found and found[0]) == name


@pytest.mark.parametrize(
    ("listed", "creditor", "one"),
    [
        ("金条 2024", "京东金条", True), ("招行信用卡", "信用卡", True), ("招行信用卡", "招商银行信用卡", True), ("信用卡", "招商银行信用卡", True), ("建行信用卡", "招商银行信用卡", False),
        ("借呗", "花呗", False), ("借呗", "重庆蚂蚁消费金融", True), ("重庆蚂蚁消费金融有限公司", "花呗", True), ("白条", "重庆京东盛际小额贷款", True), ("微粒贷", "微众银行贷款", True),
        ("招联", "招联消费金融", True), ("招行闪电贷", "招商银行信用卡", False), ("京东白条", "京东金条", False),
    ],
)  # fmt: skip
def test_a_listed_name_means_its_creditor(listed, creditor, one):
    assert same(listed, creditor) == one


@pytest.mark.parametrize(
    ("platform", "words", "category"),
    [
        ("餐饮美食", "面馆", "food"), ("充值缴费", "中国移动 话费", "phone"), ("充值缴费", "国家电网 电费", "utilities"), ("交通出行", "地铁", "transport"),
        ("转账红包", "房东 房租", "rent"), ("医疗健康", "大药房", "medical"), ("", "某小店", None), ("食品酒饮 服饰内衣", "多件", "food"), ("手机通讯", "手机", "daily_goods"),
        ("", "云膳过桥米线", "food"), ("爱车养车", "加油站", "transport"), ("公益捐赠", "某某基金会", "gifts"), ("", "菜鸟驿站快递", "daily_goods"),
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


@settings(max_examples=40)
@given(
    st.permutations(range(6)),
    st.sampled_from(["gb18030", "utf-8", "utf-16"]),
    st.sampled_from(["\r\n", "\n"]),
    st.integers(0, 30),
)
def test_the_order_of_columns_the_encoding_line_ends_and_more_lines_above_change_nothing(
    order, encoding, newline, more
):
    header = ["交易时间", "交易对方", "商品说明", "收/支", "金额", "交易状态"]
    rows = [
        ["2026-10-05 12:00:00", "面馆", "午饭", "支出", "28.00", "交易成功"],
        ["2026-10-06 12:00:00", "花呗", "花呗还款", "不计收支", "９０．００", "还款成功"],
    ]
    table = [[row[place] for place in order] for row in [header, *rows]]
    bill = read(made.text([*[["说明文字"]] * more, *table], encoding, newline))
    assert sums(bill) == {"spent": 2800, "repaid": 9000}


@given(
    st.lists(
        st.lists(st.text('交易日期时间金额收支余额/0123456789-.¥ 对方户名摘要"\t', max_size=8), max_size=9), max_size=12
    )
)
def test_any_rows_are_read_or_passed_over(rows):
    bill = bills.bill_in(rows)
    if bill is not None:
        living(bill)
        hidden(bill)


def test_sums_beyond_what_a_case_can_hold_hurt_nothing():
    huge = [line(amount="99999999.99") for _k in range(5)] + [line(amount="999999999999.00")]
    huge += [
        line("信用借还", "借呗", "借呗还款 1/12期", "不计收支", "99999999.99", status="还款成功") for _k in range(5)
    ]
    huge += [line("其他", "某某公司", "工资", "收入", "99999999.99") for _k in range(5)]
    bill = alipay(*huge)
    assert len(bill.unread) == 1
    found = living(bill)
    assert {each.amount for each in (*found.incomes, *found.expenses)} == {Decimal(100_000_000)}
    assert hidden(bill)[0].debt.instalment == Decimal(100_000_000)
