"""A loan's real cost. Published: 中国人民银行公告〔2021〕第3号's example; the flat-fee table of the shared goldens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import rules
from assessment.case import Debt, Rate
from assessment.law.true_cost import NotEnough, missing, true_cost
from assessment.report.chinese import chinese

LAW = rules.at(date(2026, 11, 23))
SIGNED = date(2026, 9, 5)


def loan(**more):
    return Debt(
        **{"name": "x", "lender": "microloan", "original": Decimal(12000), "instalments": 12, "contract_date": SIGNED}
        | more
    )


def flat(percent, months):
    fee = Decimal(12000) * Decimal(percent) / 100
    return loan(method="flat_fee", instalments=months, fee_per_instalment=fee)


def percent(rate):
    return round(rate * 100, 4)


def said(found):
    return "\n".join(map(chinese, found.notes))


def test_the_central_banks_example():
    found = true_cost(
        loan(original=Decimal(100_000), received=Decimal(99_000), instalment=Decimal("8833.30"), lender="bank"), LAW
    )
    assert round(found.measure("simple") * 100, 2) == Decimal("12.80")
    assert round(found.measure("effective") * 100, 2) == Decimal("13.58")
    assert "实际到手" in said(found)
    assert "head_interest" in found.rules


@pytest.mark.parametrize(
    ("fee", "months", "simple", "effective"),
    [
        ("0.30", 3, "5.3919", "5.5272"), ("0.30", 12, "6.5802", "6.7823"), ("0.50", 12, "10.8964", "11.4574"), ("0.60", 12, "13.0342", "13.8418"),
        ("0.60", 24, "13.2656", "14.1026"), ("0.75", 36, "16.2443", "17.5100"), ("1.00", 6, "20.2880", "22.2850"), ("1.00", 36, "21.1999", "23.3861"),
    ],
)  # fmt: skip
def test_a_flat_fee_costs_nearly_twice_what_it_says(fee, months, simple, effective):
    found = true_cost(flat(fee, months), LAW)
    assert abs(percent(found.measure("simple")) - Decimal(simple)) <= Decimal("0.001")
    assert abs(percent(found.measure("effective")) - Decimal(effective)) <= Decimal("0.001")
    assert found.measure("quoted") == Decimal(fee) / 100 * 12


def test_an_honest_loan_is_said_to_agree():
    found = true_cost(loan(rate=Rate(value=Decimal("0.015"), per="month")), LAW)
    assert abs(found.measure("simple") - Decimal("0.18")) < Decimal("0.0001")
    assert "一致" in said(found)


def test_every_yuan_paid_is_found_in_the_split():
    found = true_cost(loan(rate=Rate(value=Decimal("0.18")), received=Decimal(11000), other_charges=Decimal(30)), LAW)
    paid = -sum(found.flows[1:])
    assert found.split.total - found.split.penalty == paid
    assert found.split.withheld == 100_000
    assert found.split.fees == 12 * 3000


@pytest.mark.parametrize(
    ("disclosed", "words"), [("0.1303", "一致"), ("0.1384", "一致"), ("0.072", "对不上"), (None, "综合融资成本明示表")]
)
def test_the_statement_is_held_against_the_flows(disclosed, words):
    debt = flat("0.60", 12).model_copy(update={"disclosed": disclosed and Decimal(disclosed)})
    assert words in said(true_cost(debt, LAW))


def test_no_statement_is_asked_for_before_its_day():
    before = flat("0.60", 12).model_copy(update={"contract_date": date(2026, 7, 31)})
    assert "明示表" not in said(true_cost(before, LAW))
    on_the_day = before.model_copy(update={"contract_date": date(2026, 8, 1)})
    assert "明示表" in said(true_cost(on_the_day, LAW))


def test_a_charge_outside_the_statement_is_pointed_out():
    debt = flat("0.60", 12).model_copy(update={"outside_charges": Decimal(200)})
    assert "¥200.00" in said(true_cost(debt, LAW))


@pytest.mark.parametrize(
    ("change", "field"),
    [({"original": None}, "original"), ({"instalments": 0}, "instalments"), ({"rate": None}, "rate")],
)
def test_what_is_missing_is_named(change, field):
    debt = loan(rate=Rate(value=Decimal("0.18"))).model_copy(update=change)
    assert missing(debt) == (field,)
    with pytest.raises(NotEnough):
        true_cost(debt, LAW)
