"""What a payment clears. Expected figures: worked by hand from 民法典 第五百六十一条 and the shared test vectors."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.law.allocation import Claimed, NotInTime, apply_payments

START = date(2026, 1, 1)
DAILY = Decimal("0.0005")


def ledger(payments=(), until=START + timedelta(days=60), **more):
    return apply_payments(Decimal(10000), more.pop("rate", DAILY), START, payments, until, **more)


def test_interest_is_cleared_before_principal_and_the_rest_bears_on():
    found = ledger([(date(2026, 1, 31), Decimal(1000))], date(2026, 3, 2))
    first = found.entries[0]
    assert (first.to_interest, first.to_principal) == (Decimal("150.00"), Decimal("850.00"))
    assert (found.principal, found.interest) == (Decimal("9150.00"), Decimal("137.25"))


def test_principal_first_where_it_was_agreed():
    found = ledger([(date(2026, 1, 31), Decimal(1000))], date(2026, 3, 2), order="principal_first")
    assert (found.principal, found.interest) == (Decimal("9000.00"), Decimal("285.00"))


def test_in_proportion_where_it_was_agreed():
    found = ledger([(date(2026, 1, 31), Decimal(1015))], date(2026, 1, 31), order="pro_rata")
    assert (found.entries[0].to_interest, found.entries[0].to_principal) == (Decimal("15.00"), Decimal("1000.00"))


def test_costs_come_first_of_all_in_every_order():
    for order in ("interest_first", "principal_first", "pro_rata"):
        found = ledger([(START, Decimal(100))], START, order=order, already=Claimed(costs=Decimal(300)))
        assert (found.costs, found.principal) == (Decimal("200.00"), Decimal("10000.00"))


def test_a_payment_too_small_for_the_interest_leaves_the_principal_alone():
    found = ledger([(date(2026, 1, 31), Decimal(100))], date(2026, 1, 31))
    assert (found.principal, found.interest) == (Decimal("10000.00"), Decimal("50.00"))


@pytest.mark.parametrize(
    ("multiple", "due"), [("1.5", "675.00"), ("2.5", "1125.00")], ids=["replacing", "on top, the wrong reading"]
)
def test_penalty_on_ten_thousand_over_ninety_days(multiple, due):
    assert ledger(until=START + timedelta(days=90), rate=DAILY * Decimal(multiple)).interest == Decimal(due)


def test_a_segment_begins_to_count_on_its_own_day():
    found = ledger(until=date(2026, 1, 31), rate=[(START, DAILY), (date(2026, 1, 11), Decimal("0.00075"))])
    assert found.interest == Decimal("200.00")


def test_a_leap_day_is_a_day():
    found = apply_payments(Decimal(10000), DAILY, date(2028, 2, 28), [], date(2028, 3, 1))
    assert found.interest == Decimal("10.00")


def test_what_is_paid_beyond_the_debt_is_named():
    found = ledger([(date(2026, 1, 31), Decimal(20000))], date(2026, 1, 31))
    assert (found.owed, found.excess) == (Decimal("0.00"), Decimal("9850.00"))


@pytest.mark.parametrize(
    "broken",
    [
        {"payments": [(START - timedelta(days=1), Decimal(1))]}, {"payments": [(START, Decimal(-1))]}, {"until": START - timedelta(days=1)},
        {"rate": [(START + timedelta(days=1), DAILY)]}, {"already": Claimed(interest=Decimal(-1))},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(broken):
    with pytest.raises(NotInTime):
        ledger(**broken)


yuan = st.integers(0, 2_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
paid = st.lists(st.tuples(st.integers(0, 400).map(lambda days: START + timedelta(days=days)), yuan), max_size=8)


@given(paid, st.sampled_from(["interest_first", "principal_first", "pro_rata"]), yuan, yuan)
def test_every_fen_paid_is_found_again_and_nothing_goes_below_nought(payments, order, costs, interest):
    found = ledger(payments, START + timedelta(days=400), order=order, already=Claimed(costs, interest))
    for entry in found.entries:
        assert entry.paid == entry.to_costs + entry.to_interest + entry.to_principal + entry.excess
        assert min(entry.to_costs, entry.to_interest, entry.to_principal, entry.excess) >= 0
        assert min(entry.principal, entry.interest) >= 0
    assert sum(entry.to_principal for entry in found.entries) == Decimal(10000) - found.principal


@given(paid, yuan)
def test_principal_first_never_costs_the_borrower_more(payments, interest):
    until, already = START + timedelta(days=400), Claimed(interest=interest)
    usual = ledger(payments, until, already=already)
    agreed = ledger(payments, until, order="principal_first", already=already)
    assert agreed.owed <= usual.owed + Decimal("0.05")
