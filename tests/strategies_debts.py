"""Debts and terms for property tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from assessment import money
from assessment.case import Assumptions, Debt, Rate
from assessment.offers import Position, Terms, Waiver

AS_OF = date(2026, 11, 23)


def yuan(low=0, high=20_000_000):
    return st.integers(low, high).map(money.to_yuan)


RATES = st.one_of(
    st.none(),
    st.integers(0, 1000).map(lambda parts: Rate(value=Decimal(parts) / 1_000_000, per="day")),
    st.integers(0, 300).map(lambda parts: Rate(value=Decimal(parts) / 10_000, per="month")),
    st.integers(0, 3600).map(lambda parts: Rate(value=Decimal(parts) / 10_000, per="year")),
)


@st.composite
def positions(draw):
    """A debt on the story's day, overdue or not, of any method."""
    debt = Debt(
        name="某平台",
        principal=draw(yuan(1)),
        interest=draw(yuan(0, 500_000)),
        penalty=draw(yuan(0, 500_000)),
        fees=draw(yuan(0, 200_000)),
        rate=draw(RATES),
        method=draw(
            st.sampled_from(["equal_payment", "equal_principal", "interest_only", "bullet", "flat_fee", "revolving"])
        ),
        fee_per_instalment=draw(yuan(0, 20_000)),
        instalments_left=draw(st.integers(0, 72)),
        due_day=draw(st.one_of(st.none(), st.integers(1, 31))),
        days_overdue=draw(st.integers(0, 900)),
        accelerated=draw(st.booleans()),
    )
    return Position(debt, Assumptions(), AS_OF)


SHARES = st.integers(0, 100).map(lambda hundredths: Decimal(hundredths) / 100)


@st.composite
def waivers(draw):
    return Waiver(draw(SHARES), draw(SHARES), draw(SHARES), draw(SHARES))


@st.composite
def level_terms(draw):
    """Equal instalments with any waiver, grace and treatment."""
    return Terms(
        "instalments",
        months=draw(st.integers(1, 72)),
        grace=draw(st.integers(0, 12)),
        annual_rate=draw(st.integers(0, 3600).map(lambda parts: Decimal(parts) / 10_000)),
        waiver=draw(waivers()),
        treatment=draw(st.sampled_from(["capitalise", "carry", "first"])),
    )
