"""Amounts as people write them, and as we print them."""

from contextlib import suppress
from decimal import Decimal
from time import perf_counter

import pytest

from assessment import money
from assessment.problems import NotUnderstood

READ = {
    "1.5万": "15000", "1.5w": "15000", "1.5W": "15000", "1万5": "15000", "1万5千": "15000", "一万五": "15000",
    "1万500": "10500", "1万5000": "15000", "1w5000": "15000", "1亿5": "150000000", "3千5": "3500", "3千500": "3500",
    "壹万伍仟元整": "15000", "两万": "20000", "3千": "3000", "12k": "12000", "15K": "15000",
    "￥12,000.00": "12000", "¥12000": "12000", "12,000元": "12000", "RMB 12000": "12000", "12000元人民币": "12000",
    "CNY13.50": "13.50", "8,000.00(CN)": "8000", "12 000": "12000", "82，225.00元": "82225", "１２００": "1200",
    "1.2亿": "120000000", "1亿2000万": "120000000", "2.5千万": "25000000", "五千万": "50000000", "1,5000": "15000",
    "1.2345万": "12345", "64,0143.17": "640143.17", "六十四万零一百四十三元一角七分": "640143.17",
    "十块三毛": "10.30", "十块零五分": "10.05", "两块五": "2.50", "10块5": "10.50", "10块3毛5": "10.35",
    "123元1角1分": "123.11", "一百零五": "105", "一百五": "150", "一千五": "1500", "十五": "15", "一万亿": "1000000000000",
    "一万零五百": "10500", "二十万零三十": "200030", "三千块钱": "3000", "0": "0", "零元": "0", "007": "7",
    "1千二": "1200", "1千2": "1200", "两千五": "2500", "一万二": "12000", "1万2": "12000", "8千5": "8500", "3k5": "3500",
    "1万二": "12000", "两万3": "23000", "2万三千": "23000", "2万3千5": "23500", "3千五百": "3500", "5百5": "550", "1百五": "150",
    "1万零5百": "10500", "2千零50": "2050", "2万零800": "20800", "2w3": "23000", "3k500": "3500", "1千2块": "1200",
}  # fmt: skip
NEGATIVE = {
    "(1,234.50)": "-1234.50", "（1,234.50）": "-1234.50", "-1,234.50": "-1234.50", "1234.50-": "-1234.50",
    "−5": "-5", "－5": "-5", "—5": "-5", "-¥5": "-5", "¥-5": "-5", "(¥5)": "-5", "+10000.00": "10000",
}  # fmt: skip
ABOUT = {"约2万": "20000", "0.8万左右": "8000", "近700万元": "7000000", "3000多": "3000", "大概3千多": "3000",
         "两千多块": "2000", "2万出头": "20000", "十几块": "10"}  # fmt: skip
REFUSED = (
    "1_000", "٣", "١٢", "1e9", "1E5", "0x10", "NaN", "inf", "1.234,56", "1.234.567", "1.234", "12,34", "1,23,456",
    "1,2345,678", ",123", "1,", "1.", ".5", "50w额度用了3w", "1万-5万", "1万-5万元", "2——3万", "10~15k", "3000至4000",
    "$5", "US$5", "JPY 1000.00", "€20", "12345678901234567", "9999999999999999亿", "100000000亿", "", " ", "-", "--", "—", "/", "无",
    "N/A", "（空）", "万", "元", "千", "百元", "几块", "--5", "+-5", "5-5", "1 2", "12 34", "1 2345", "10²", "①000", "½",
    "㈠", "⒈", "1万50", "1亿5000", "2千千", "1万2万", "十百", "十十", "一千一千", "一万一万", "一二三", "十三毛", "三五分",
    "10元3角5分2", "131.77(已退款89.84)", "一千五六", "七八百", "3千50", "1k2k", "1百2千", "三千零", "18.25%", "=1+1", "1" * 100,
)  # fmt: skip


@pytest.mark.parametrize(("text", "yuan"), [*READ.items(), *NEGATIVE.items()])
def test_an_amount_reads_as_a_person_would(text, yuan):
    assert money.parse(text) == money.Amount(Decimal(yuan), approximate=False)


@pytest.mark.parametrize(("text", "yuan"), ABOUT.items())
def test_about_is_kept_as_about(text, yuan):
    assert money.parse(text) == money.Amount(Decimal(yuan), approximate=True)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_amount_or_could_be_two_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        money.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "１" * 59,
        "零" * 60,
        "一万" * 30,
        "1,234," * 9,
        "约" * 60,
        " " * 60,
        "1 " * 30,
        "5" * 30 + "元角分" * 10,
        "1千" * 30,
        "零5" * 30,
    ],
)
def test_no_text_takes_long(text):
    start = perf_counter()
    for _ in range(20):
        with suppress(ValueError):
            money.parse(text)
    assert (perf_counter() - start) / 20 < 0.001


def test_a_million_characters_are_refused_at_once():
    start = perf_counter()
    with pytest.raises(ValueError, match="太长"):
        money.parse("1" * 1_000_000)
    assert perf_counter() - start < 0.001


@pytest.mark.parametrize(("yuan", "text"), [
    ("12345.6", "¥12,345.60"), ("-1", "-¥1.00"), ("0", "¥0.00"), ("-0.004", "¥0.00"), ("0.005", "¥0.01"),
    ("1234567890.12", "¥1,234,567,890.12"), ("2.675", "¥2.68"),
])  # fmt: skip
def test_an_amount_prints_to_the_fen(yuan, text):
    assert money.show(Decimal(yuan)) == text


@pytest.mark.parametrize(("yuan", "text"), [
    ("980", "980"), ("0", "0"), ("-0.3", "0"), ("9999.4", "9,999"), ("9999.5", "1万"), ("12345", "1.23万"),
    ("12350", "1.24万"), ("12000", "1.2万"), ("-12345", "-1.23万"), ("99994999", "9,999.5万"), ("120000000", "1.2亿"),
    ("99995000", "1亿"), ("1000000", "100万"),
])  # fmt: skip
def test_a_label_is_short_and_rounds_half_up(yuan, text):
    assert money.short(Decimal(yuan)) == text


@pytest.mark.parametrize(
    ("yuan", "fen"), [("0.005", 1), ("0.0049", 0), ("-0.005", -1), ("1234.565", 123457), ("2.675", 268)]
)
def test_half_a_fen_rounds_up(yuan, fen):
    assert money.to_fen(Decimal(yuan)) == fen


def test_fen_become_yuan_with_two_places():
    assert str(money.to_yuan(123450)) == "1234.50"
    assert str(money.to_yuan(-5)) == "-0.05"
    assert str(money.to_yuan(0)) == "0.00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12345678901234567", "太大"), ("6222021234567890123", "太大"), ("100000000亿", "太大"), ("99,999,999,999,999,999", "太大"),
        ("1.234", "一分钱以下"), ("833.333333", "一分钱以下"), ("1.23456789万", "一分钱以下"), ("0.001", "一分钱以下"),
    ],
)  # fmt: skip
def test_an_amount_beyond_measure_or_finer_than_a_fen_is_told_so(text, reason):
    with pytest.raises(NotUnderstood) as refused:
        money.parse(text)
    assert reason in refused.value.what.msgid
