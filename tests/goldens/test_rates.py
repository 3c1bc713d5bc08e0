"""Published rates and present values, to every published digit."""

import tomllib
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from assessment import rates
from assessment.dates import add_months
from assessment.money import to_fen, to_yuan
from assessment.schedules import accrue, interest

GOLDENS = tomllib.loads((Path(__file__).parent / "rates.toml").read_text(encoding="utf-8"))
FEN = Decimal("0.01")


def named(golden):
    return golden["name"]


def agrees(rate, percent, rounding=ROUND_HALF_UP):
    """As many digits as were published."""
    return (Decimal(repr(rate)) * 100).quantize(Decimal(percent), rounding) == Decimal(percent)


def half_months(first, count):
    """The first and the sixteenth of each month in turn."""
    starts = (add_months(first, month) for month in range(count // 2))
    return [day for start in starts for day in (start, start + timedelta(15))]


DAYS = {
    "month": lambda first, count: [add_months(first, month) for month in range(count)],
    "half_month": half_months,
    "week": lambda first, count: [first + timedelta(weeks=week) for week in range(count)],
}


def test_the_tables_are_whole():
    assert {kind: len(rows) for kind, rows in GOLDENS.items()} == {"apr": 7, "dated": 2, "spaced": 8}


@pytest.mark.parametrize("golden", GOLDENS["apr"], ids=named)
def test_the_actuarial_rate_is_the_published_one(golden):
    amounts = [float(amount) for count, amount in golden["payments"] for _ in range(count)]
    days = DAYS[golden["unit"]](golden["first"], len(amounts))
    amount, day = golden["advance"]
    rate = rates.apr_actuarial([(day, float(amount))], list(zip(days, amounts, strict=True)), golden["unit"])
    assert agrees(rate, golden["percent"])


@pytest.mark.parametrize("golden", GOLDENS["dated"], ids=named)
def test_the_rate_of_dated_payments_is_the_published_one(golden):
    days, amounts = zip(*golden["flows"], strict=True)
    rate = rates.xirr(days, [float(amount) for amount in amounts])
    if "within" in golden:
        assert abs(Decimal(repr(rate)) * 100 - Decimal(golden["percent"])) < Decimal(golden["within"])
    else:
        assert agrees(rate, golden["percent"])


@pytest.mark.parametrize("golden", GOLDENS["spaced"], ids=named)
def test_the_rate_of_equally_spaced_payments_is_the_published_one(golden):
    rate = rates.irr([float(amount) for amount, count in golden["flows"] for _ in range(count)])
    found = {"percent": rate, "times_twelve": rate * 12, "effective": rates.effective(rate, 12)}
    printed = [each for each in found if each in golden]
    assert printed
    for each in printed:
        assert agrees(found[each], golden[each], golden.get("rounding", ROUND_HALF_UP)), each


def test_present_value_of_dated_payments_is_that_of_the_spreadsheet():
    """XNPV(9 %, ...) = 2086.6476, Excel documentation of XNPV."""
    days, amounts = zip(*GOLDENS["dated"][1]["flows"], strict=True)
    assert round(rates.dated_value(days, [float(amount) for amount in amounts], 0.09), 4) == 2086.6476


def test_interest_and_principal_of_a_span_follow_from_present_values():
    """CUMIPMT and CUMPRINC(9 %/12, 360, 125000, 13, 24, 0), Excel documentation."""
    rate = 0.09 / 12
    payment = 125000 / rates.present_value([0, *[1] * 360], rate)
    owed = [rates.present_value([0, *[payment] * (360 - paid)], rate) for paid in (12, 24)]
    assert round(owed[0] - owed[1], 7) == 934.1071234
    assert round(12 * payment - (owed[0] - owed[1]), 5) == 11135.23213


def test_single_parts_of_a_payment_are_those_of_the_spreadsheet():
    """IPMT(10 %/12, 1, 36, 8000) = -66.67 and PPMT(10 %/12, 1, 24, 2000) = -75.62, Excel documentation."""
    tenth = rates.monthly(Decimal("0.10"))
    assert interest(800_000, tenth) == 6667
    payment = 2000 / rates.present_value([0, *[1] * 24], 0.1 / 12)
    assert round(payment - 2000 * 0.1 / 12, 2) == 75.62


def test_a_quarterly_rate_grows_as_the_spreadsheet_says():
    """EFFECT(5.25 %, 4) = 0.0535427, Excel documentation."""
    assert round(rates.effective(0.0525 / 4, 4), 7) == 0.0535427


def test_five_in_ten_thousand_a_day_three_ways():
    quoted = rates.parse("日0.05%")
    assert quoted.annual == Decimal("0.1825")
    assert rates.parse("日0.05%（360天）").annual == Decimal("0.18")
    assert agrees(rates.effective(float(quoted.quoted), 365), "20.0159")


@pytest.mark.parametrize(("principal", "annual", "basis", "days", "yuan", "what"), [
    ("10000", "0.27375", 365, 90, "675.00", "penalty interest at 1.5 times 0.05 % a day"),
    ("100000", "0.063875", 365, 30, "525.00", "delay interest at 0.0175 % a day"),
    ("100000", "0.0435", 365, 180, "2145.21", "simple interest at 4.35 % a year"),
])  # fmt: skip
def test_daily_accrual_is_rounded_once(principal, annual, basis, days, yuan, what):
    fen = accrue(to_fen(Decimal(principal)), rates.daily(Decimal(annual), basis), days)
    assert to_yuan(fen) == Decimal(yuan)
    assert (Decimal(principal) * Decimal(annual) * days / basis).quantize(FEN, ROUND_HALF_UP) == Decimal(yuan)
