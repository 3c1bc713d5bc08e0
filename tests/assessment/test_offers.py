"""Offers on a debt small enough to work out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import offers
from assessment.case import Assumptions, Debt, Rate
from assessment.figures import Capacity
from assessment.offers import Position, Terms, Waiver

TODAY = date(2026, 11, 23)
D = Decimal


def position(**more):
    """12 000 at 1 % a month, 12 instalments left, none missed, due on the 8th."""
    base = {
        "name": "某平台",
        "principal": D(12000),
        "rate": Rate(value=D("0.01"), per="month"),
        "instalments_left": 12,
        "due_day": 8,
        "method": "equal_principal",
    }
    return Position(Debt(**base | more), Assumptions(), TODAY)


def test_keeping_the_contract_is_its_own_schedule():
    """Interest 120 + 110 + … + 10 = 780 on equal parts of 1 000."""
    result = offers.outcome(position(), Terms("cure_arrears"))
    assert result.title == "按原合同还"
    assert result.total == 1_278_000
    assert result.path.payment[0] == 112_000
    assert result.path.dates[0] == date(2026, 12, 8)
    assert result.debt_free == date(2027, 11, 8)
    assert result.first_relief is None


def test_curing_pays_what_fell_due_today_and_keeps_the_rest():
    """Two instalments missed: 2 000 of principal, with 230 of interest, 30 of penalty."""
    late = position(days_overdue=46, interest=D(230), penalty=D(30))
    assert late.missed == 2
    result = offers.outcome(late, Terms("cure_arrears"))
    assert result.path.payment[0] == 226_000
    assert result.path.dates[0] == TODAY
    assert result.path.payment[1] == 100_000 + 10_000
    assert len(result.path.payment) == 11


def test_the_lenders_own_overdue_amount_decides_what_is_due():
    late = position(days_overdue=10, interest=D(120), overdue_amount=D("1120.00"))
    assert late.overdue_principal == 100_000


def test_a_called_loan_is_due_whole():
    called = position(days_overdue=10, accelerated=True)
    assert called.all_due
    assert called.contract_total == 1_200_000
    assert "cure_arrears" not in {terms.kind for terms in offers.menu(called, Capacity(0, 0, 0))}


def test_charges_carried_bear_no_interest_and_are_spread_to_the_fen():
    late = position(days_overdue=10, interest=D("100.00"))
    result = offers.outcome(late, Terms("instalments", months=3, treatment="carry"))
    assert result.path.charges == (3334, 3333, 3333)
    assert result.total == 1_210_000


def test_charges_in_the_first_instalment():
    late = position(days_overdue=10, interest=D("100.00"))
    result = offers.outcome(late, Terms("instalments", months=3, treatment="first"))
    assert result.path.payment == (410_000, 400_000, 400_000)


def test_charges_capitalised_bear_interest():
    late = position(days_overdue=10, interest=D("100.00"))
    carried = offers.outcome(late, Terms("instalments", months=12, annual_rate=D("0.12")))
    capital = offers.outcome(late, Terms("instalments", months=12, annual_rate=D("0.12"), treatment="capitalise"))
    assert capital.total > carried.total
    assert sum(capital.path.charges) == 10_000


def test_grace_lets_interest_run_without_compounding():
    """Three months at 120.00 are 360.00, shared over 12."""
    result = offers.outcome(position(), Terms("extension", months=12, grace=3, annual_rate=D("0.12")))
    plain = offers.outcome(position(), Terms("instalments", months=12, annual_rate=D("0.12")))
    assert result.path.payment[:3] == (0, 0, 0)
    assert result.total == plain.total + 36_000
    assert result.path.payment[3] == plain.path.payment[0] + 3_000
    assert result.path.dates[3] == date(2027, 3, 8)


def test_waivers_are_per_component():
    late = position(days_overdue=10, interest=D(200), penalty=D(100), fees=D(50))
    result = offers.outcome(late, Terms("settlement", waiver=Waiver(interest=D("0.5"), penalty=D(1))))
    assert result.waived == (0, 10_000, 10_000, 0)
    assert result.total == 1_200_000 + 10_000 + 5_000


def test_the_rate_on_what_is_owed_is_the_loans_own():
    result = offers.outcome(position(), Terms("instalments", months=12, annual_rate=D("0.12")))
    assert result.irr_x12 == pytest.approx(0.12, abs=1e-5)
    assert result.effective == pytest.approx(1.01**12 - 1, abs=1e-5)


def test_doing_nothing_runs_interest_on_the_rest_and_penalty_on_what_fell_due():
    """First month: 11 000 not due at 1 %, 1 000 due at 1.5 %: 110 + 15."""
    late = position(days_overdue=10)
    result = offers.outcome(late, Terms("do_nothing", months=2, annual_rate=D("0.12")))
    assert result.path.balance[0] == 1_200_000 + 11_000 + 1_500


def test_stepped_payments_that_fall_short_of_interest_are_flagged():
    result = offers.outcome(position(), Terms("stepped", annual_rate=D("0.12"), steps=((3, D(50)), (12, D("1100")))))
    assert "negative_amortisation" in {flag.name for flag in result.flags}
    assert result.path.balance[0] == 1_200_000 + 7_000
    assert sum(result.path.principal) == 1_200_000


def test_a_negotiated_offer_asks_for_paper_first():
    for kind in (
        "instalments",
        "settlement",
        "extension",
        "lower_payment",
        "longer_cycle",
        "partial_waiver",
        "stepped",
    ):
        assert kind in offers.NEGOTIATED
    flags = {flag.name for flag in offers.outcome(position(), Terms("instalments", months=6)).flags}
    assert "written" in flags


def test_what_rounding_leaves_is_no_waiver_to_ask_for():
    """12 000.04 yuan over a year without interest: eleven months of 1 000.00, the last four fen more, which 37 fen off would mend."""
    debt = Debt(name="x", principal=D("12000.04"), instalments_left=12, days_overdue=200, rate=Rate(value=D(0)))
    owing = Position(debt, Assumptions(), TODAY)
    terms = Terms("instalments", months=12)
    off = offers.least_waiver(owing, terms, 100_000)
    assert off is not None
    assert 0 < offers.waived(owing.claim, off).total < 100
    assert not offers.worth_asking(owing.claim, off)
    assert offers.worth_asking(owing.claim, offers.waiver_of(owing.claim, 100))
    assert offers.outcome(owing, terms).total == 1_200_004


def test_a_lump_from_family_costs_its_own_interest():
    """At no discount and no cost the lump equals the instalments; a cost makes a smaller lump worth it."""
    free = Position(position().debt, Assumptions(own_discount=D(0)), TODAY)
    dear = Position(position().debt, Assumptions(own_discount=D(0), family_cost=D("0.06")), TODAY)
    terms = Terms("instalments", months=12, annual_rate=D("0.12"))
    instalments = offers.outcome(free, terms)
    assert offers.break_even_lump(free, instalments, 0) == pytest.approx(instalments.total, abs=1)
    assert offers.break_even_lump(dear, offers.outcome(dear, terms), 0) == pytest.approx(
        instalments.total / 1.06, abs=1
    )


def test_what_the_assets_do_not_cover_comes_from_this_month():
    late = position(days_overdue=10)
    found = offers.compare(
        [offers.outcome(late, Terms("cure_arrears"))],
        Capacity(50_000, 120_000, 130_000),
        0,
        TODAY,
        offers.ALL_ADVISABLE,
    )
    assert found.options[0].fit == "suggested"
    poorer = offers.compare(
        [offers.outcome(late, Terms("cure_arrears"))], Capacity(0, 10_000, 20_000), 0, TODAY, offers.ALL_ADVISABLE
    )
    assert poorer.options[0].fit == "short_assets"
    assert poorer.recommended is None
