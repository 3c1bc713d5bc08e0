"""The lender's class decides the line, the contract's day the number. Expected figures: shared test vectors of the law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import rules
from assessment.case import Debt, Rate
from assessment.law.rate_caps import cap, over
from assessment.report.chinese import chinese

LAW = rules.at(date(2026, 11, 23))


def debt(lender, day=None, rate="0.2"):
    return Debt(name="x", lender=lender, contract_date=day, rate=Rate(value=Decimal(rate)))


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2021, 6, 1), "0.1540"), (date(2022, 1, 19), "0.1520"), (date(2022, 1, 20), "0.1480"),
        (date(2025, 5, 19), "0.1240"), (date(2025, 5, 20), "0.1200"),
    ],
)  # fmt: skip
def test_a_private_loan_is_held_to_four_times_the_prime_rate_of_its_day(day, line):
    found = cap(debt("private", day), LAW)
    assert (found.low, found.high) == (Decimal(line), Decimal(line))


def test_nothing_is_said_of_a_private_loan_without_a_day_or_of_a_lender_not_known():
    assert cap(debt("private"), LAW) is None
    assert cap(debt("other", date(2022, 1, 1)), LAW) is None


@pytest.mark.parametrize("lender", ["bank", "credit_card", "consumer_finance"])
def test_licensed_lenders_are_held_to_twenty_four_never_to_the_private_line(lender):
    found = cap(debt(lender, date(2025, 6, 1)), LAW)
    assert (found.low, found.high) == (Decimal("0.24"), Decimal("0.24"))
    assert over(found, Decimal("0.24")) is None
    assert "要您自己提出来" in over(found, Decimal("0.2401")).values[-1][1].msgid


def test_a_bank_loan_at_sixteen_reaches_exactly_twenty_four_with_penalty():
    found = cap(debt("bank", date(2025, 6, 1)), LAW)
    assert over(found, Decimal("0.16") * Decimal("1.5")) is None


def test_for_a_microlender_both_ends_are_shown():
    found = cap(debt("microloan", date(2025, 6, 1)), LAW)
    assert (found.low, found.high) == (Decimal("0.1200"), Decimal("0.24"))
    assert "看法不一" in chinese(over(found, Decimal("0.1825")))
    assert over(found, Decimal("0.12")) is None
