"""Court costs. Published: 诉讼费用交纳办法 第十三、十四条 worked out in the shared law facts, cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.law.costs import (
    NotPossible,
    court_fee,
    delay_interest,
    enforcement_fee,
    payment_order_fee,
    preservation_fee,
)


@pytest.mark.parametrize(
    ("claim", "fee", "halved", "order", "enforcement", "preservation"),
    [
        (5_000, "50", "25", "16.67", "50", "70"), (10_000, "50", "25", "16.67", "50", "120"), (20_000, "300", "150", "100", "200", "220"),
        (50_000, "1050", "525", "350", "650", "520"), (100_000, "2300", "1150", "766.67", "1400", "1020"),
        (200_000, "4300", "2150", "1433.33", "2900", "1520"), (500_000, "8800", "4400", "2933.33", "7400", "3020"),
    ],
)  # fmt: skip
def test_the_published_table(claim, fee, halved, order, enforcement, preservation):
    amount = Decimal(claim)
    found = (
        court_fee(amount),
        court_fee(amount, simplified=True),
        payment_order_fee(amount),
        enforcement_fee(amount),
        preservation_fee(amount),
    )
    assert found == tuple(map(Decimal, (fee, halved, order, enforcement, preservation)))


@pytest.mark.parametrize(
    ("claim", "fee"),
    [
        (1_000_000, 13_800), (2_000_000, 22_800), (5_000_000, 46_800), (10_000_000, 81_800), (20_000_000, 141_800), (30_000_000, 191_800),
    ],
)  # fmt: skip
def test_the_upper_brackets_as_the_law_adds_them_up(claim, fee):
    assert court_fee(Decimal(claim)) == fee


def test_preservation_never_costs_more_than_its_ceiling():
    assert preservation_fee(Decimal(896_000)) == 5000
    assert preservation_fee(Decimal(5_000_000)) == 5000
    assert preservation_fee(Decimal(1_000)) == 30


@pytest.mark.parametrize(("days", "interest"), [(365, "6387.50"), (30, "525.00"), (0, "0.00")])
def test_delay_interest_on_a_hundred_thousand(days, interest):
    assert delay_interest(Decimal(100_000), days) == Decimal(interest)


@pytest.mark.parametrize("fee", [court_fee, payment_order_fee, enforcement_fee, preservation_fee])
def test_nothing_below_nought(fee):
    with pytest.raises(NotPossible):
        fee(Decimal("-0.01"))
    with pytest.raises(NotPossible):
        delay_interest(Decimal(1), -1)


yuan = st.integers(0, 5_000_000_000).map(lambda fen: Decimal(fen).scaleb(-2))


@given(yuan, yuan)
def test_a_larger_claim_never_costs_less(one, other):
    low, high = sorted((one, other))
    for fee in (court_fee, payment_order_fee, enforcement_fee, preservation_fee):
        assert fee(low) <= fee(high)
