"""Rates as people quote them, and the rate a set of payments has."""

from datetime import date
from decimal import Decimal

import pytest

from assessment import rates
from assessment.problems import NotUnderstood

SAID = {
    "日 0.05 %": ("day", "0.0005"), "日利率0.05%": ("day", "0.0005"), "日息0.05%": ("day", "0.0005"),
    "日利率0.05": ("day", "0.0005"), "日息万分之五": ("day", "0.0005"), "日利率万分之五": ("day", "0.0005"),
    "每日万分之五": ("day", "0.0005"), "万分之5/天": ("day", "0.0005"), "0.5‰/天": ("day", "0.0005"),
    "每万元每天5元": ("day", "0.0005"), "一万一天5块": ("day", "0.0005"), "千分之五/日": ("day", "0.005"),
    "月息1.5分": ("month", "0.015"), "月息两分": ("month", "0.02"), "月息两分半": ("month", "0.025"),
    "月息一分五厘": ("month", "0.015"), "月息6厘": ("month", "0.006"), "月利率1.5%": ("month", "0.015"),
    "1.5%/月": ("month", "0.015"), "1.5% 每个月": ("month", "0.015"), "年息1分": ("year", "0.1"),
    "年息6厘": ("year", "0.06"), "年化 18.25 %": ("year", "0.1825"), "年利率18.25": ("year", "0.1825"),
    "年利率1": ("year", "0.01"), "月利率0.1": ("month", "0.001"), "日利率0.01": ("day", "0.0001"),
    "年化18.25": ("year", "0.1825"), "APR 18.25%": ("year", "0.1825"), "年利率百分之十二": ("year", "0.12"),
    "年息百分之七点二": ("year", "0.072"), "24% a year": ("year", "0.24"), "0.05%/day": ("day", "0.0005"), "年利率１８．２５％": ("year", "0.1825"),
}  # fmt: skip
BY_CUSTOM = {
    "万分之五": ("day", "0.0005"), "万5": ("day", "0.0005"), "万五": ("day", "0.0005"), "5‱": ("day", "0.0005"),
    "日息5厘": ("day", "0.0005"), "1分利": ("month", "0.01"), "一分五": ("month", "0.015"), "6厘": ("month", "0.006"),
    "18.25%": ("year", "0.1825"), "利率18.25%": ("year", "0.1825"), "百分之十八点二五": ("year", "0.1825"),
}  # fmt: skip
REFUSED = (
    "0.0005", "18.25", "0.1825", "年利率0.1825", "月利率0.015", "日利率0.0005", "0.75%/期", "手续费0.6%", "每期手续费90元",
    "手续费0.6%×12", "", "无", "-5%", "LPR", "LPR+150BP", "1年期LPR的4倍", "上浮30%", "5元", "1.5万", "18%-24%",
    "0.05% 0.06%", "%", "分", "日", "月息", "万", "3分5分", "5%%", "10²%", "1000.00元", "万分之", "一二分",
)  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), SAID.items())
def test_a_rate_that_names_its_period_is_taken_at_its_word(text, meant):
    found = rates.parse(text)
    assert (found.per, found.quoted, found.basis, found.assumed) == (meant[0], Decimal(meant[1]), 365, False)


@pytest.mark.parametrize(("text", "meant"), BY_CUSTOM.items())
def test_where_custom_decides_it_is_said(text, meant):
    found = rates.parse(text)
    assert (found.per, found.quoted, found.assumed) == (meant[0], Decimal(meant[1]), True)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_rate_or_could_be_two_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        rates.parse(text)


def test_a_day_is_a_365th_of_a_year_unless_360_is_named():
    assert rates.parse("日0.05%").annual == Decimal("0.1825")
    assert rates.parse("日0.05%（360天）").annual == Decimal("0.18")
    assert rates.parse("月1.5%").annual == Decimal("0.18")


@pytest.mark.parametrize(("rate", "text"), [
    (rates.QuotedRate(Decimal("0.0005"), "day"), "日0.05%"),
    (rates.QuotedRate(Decimal("0.0005"), "day", 360), "日0.05%（360天）"),
    (rates.QuotedRate(Decimal("0.015"), "month"), "月1.5%"),
    (rates.QuotedRate(Decimal("0.1825"), "year"), "年18.25%"),
    (rates.QuotedRate(Decimal("0.10"), "year"), "年10%"),
])  # fmt: skip
def test_a_rate_prints_as_people_quote_it(rate, text):
    assert rates.text(rate) == text
    assert rates.parse(text) == rate


def test_rates_per_period_are_exact():
    assert rates.monthly(Decimal("0.18")) == rates.Ratio(9, 600)
    third = rates.daily(Decimal("0.1825"), 365)
    assert third.num * 2000 == third.den


@pytest.mark.parametrize("flows", [
    (0, 0, 0), (1, 2), (-100, 0), (-100, 230, -132), (10, -5, 10), (-1, 3, -2.5), (0, -1, 2, -1),
])  # fmt: skip
def test_no_rate_or_several_is_said_never_guessed(flows):
    with pytest.raises(rates.NoRate):
        rates.irr(flows)
    with pytest.raises(rates.NoRate):
        rates.xirr([date(2020 + year, 1, 1) for year in range(len(flows))], flows)


def test_a_loan_repaid_short_has_a_rate_below_nought():
    assert rates.irr((-100, 40, 40)) == pytest.approx(-0.13667504192892, abs=1e-12)
    assert rates.irr((-100, 50, 50)) == pytest.approx(0, abs=1e-12)


def test_a_changing_sign_is_no_hindrance_where_one_rate_is_left():
    flows = (-100, -20, 30, -5, 130)
    assert rates.present_value(flows, rates.irr(flows)) == pytest.approx(0, abs=1e-9)


def test_dated_flows_may_come_in_any_order():
    days, flows = [date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)], [-100.0, 60.0, 60.0]
    assert rates.xirr(days[::-1], flows[::-1]) == rates.xirr(days, flows)


def test_actuarial_rate_of_nothing_charged_is_nought_and_of_less_repaid_is_refused():
    advance, repaid = [(date(2026, 1, 31), 100.0)], date(2026, 2, 28)
    assert rates.apr_actuarial(advance, [(repaid, 100.0)], "month") == 0
    with pytest.raises(rates.NoRate):
        rates.apr_actuarial(advance, [(repaid, 99.0)], "month")


def test_actuarial_rates_are_sought_in_order_of_time():
    """An advance after a payment leaves room for two rates, whatever its size."""
    advances = [(date(2026, 1, 1), 100.0), (date(2026, 3, 1), 132.0)]
    with pytest.raises(rates.NoRate):
        rates.apr_actuarial(advances, [(date(2026, 2, 1), 230.0)], "month")


def test_a_year_and_a_month_s_odd_days():
    """365 days, then 30: (1 + 0.1) for the year and (1 + 0.1 x 30/365) for the rest."""
    repaid = [(date(2027, 1, 31), 100 * 1.1 * (1 + 0.1 * 30 / 365))]
    assert rates.apr_actuarial([(date(2026, 1, 1), 100.0)], repaid, "year") == pytest.approx(0.1, rel=1e-12)


@pytest.mark.parametrize(("start", "end", "unit", "rate"), [
    (date(2026, 1, 1), date(2026, 3, 1), "month", 12 * (1.1 ** (1 / 2) - 1)),
    (date(2026, 1, 31), date(2026, 2, 28), "month", 12 * 0.1 * 30 / 28),
    (date(2026, 1, 1), date(2026, 7, 1), "year", 0.2),
    (date(2026, 1, 1), date(2026, 1, 31), "year", 0.1 * 365 / 30),
    (date(2026, 1, 1), date(2026, 1, 11), "day", 365 * (1.1 ** (1 / 10) - 1)),
    (date(2026, 1, 1), date(2026, 1, 15), "week", 52 * (1.1 ** (1 / 2) - 1)),
])  # fmt: skip
def test_odd_days_are_thirtieths_of_a_month_and_365ths_of_a_year(start, end, unit, rate):
    assert rates.apr_actuarial([(start, 100.0)], [(end, 110.0)], unit) == pytest.approx(rate, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "likely"),
    [("24", "年24%"), ("18.25", "年18.25%"), ("1.5", "月1.5%"), ("0.05", "日0.05%"), ("0.24", None), ("0.0005", None)],
)
def test_a_bare_number_is_asked_for_its_unit(text, likely):
    with pytest.raises(NotUnderstood) as refused:
        rates.parse(text)
    assert "没有写单位" in refused.value.what.msgid
    asked = dict(refused.value.instead.values)
    assert asked.get("likely") == (likely and rates.told(rates.parse(likely)))
    if likely:
        assert rates.parse(likely).quoted * 100 == Decimal(text)


def test_a_years_fraction_without_a_sign_is_asked_with_both_readings():
    with pytest.raises(NotUnderstood) as refused:
        rates.parse("年利率0.24")
    small, large = (rates.told(rates.parse(text)) for text in ("年0.24%", "年24%"))
    assert dict(refused.value.instead.values) == {"small": small, "large": large}


@pytest.mark.parametrize("text", ["0", "0%", "零", "0.00%", "免息", "无利息", "年0", "年利率0%", "日0%"])
def test_nought_is_no_interest(text):
    assert rates.parse(text).annual == 0


@pytest.mark.parametrize("per", ["day", "month", "year"])
def test_nought_keeps_its_period_and_its_days(per):
    rate = rates.QuotedRate(Decimal(0), per, 360)
    assert rates.parse(rates.text(rate)) == rate
