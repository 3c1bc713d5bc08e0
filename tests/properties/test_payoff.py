"""What holds for every payoff, whatever the order."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import schedules
from assessment.rates import monthly
from assessment.sharing import ORDERS, Owed, payoff

RATES = st.integers(0, 3600).map(lambda parts: Decimal(parts) / 10_000)
DEBTS = st.builds(
    lambda principal, rate, minimum, charges, days, reported: (
        Owed(principal, monthly(rate), minimum, charges, days, reported),
        rate,
    ),
    st.integers(0, 3_000_000), RATES, st.integers(0, 50_000), st.integers(0, 50_000), st.integers(0, 300), st.booleans(),
)  # fmt: skip


@st.composite
def courses(draw):
    pairs = draw(st.lists(DEBTS, min_size=1, max_size=5))
    custom = st.permutations(range(len(pairs))).map(tuple)
    order = draw(st.one_of(st.sampled_from(sorted(ORDERS)), custom))
    return pairs, draw(st.integers(0, 600_000)), order, draw(st.integers(0, 300_000))


@settings(max_examples=80)
@given(courses())
def test_every_month_keeps_to_the_budget_and_every_fen_is_accounted_for(case):
    pairs, budget, order, lump = case
    debts = [debt for debt, _rate in pairs]
    found = payoff(debts, budget, order, lump)
    assert sum(found.at_once) == min(lump, sum(debt.balance for debt in debts))
    balances = [debt.balance - part for debt, part in zip(debts, found.at_once, strict=True)]
    for month, (paid, after) in enumerate(zip(found.paid, found.balance, strict=True)):
        assert sum(paid) <= budget
        assert min(paid) >= 0
        assert min(after) >= 0
        if month + 1 < len(found.paid):
            assert sum(paid) == budget
    for place in range(len(debts)):
        total = sum(month[place] for month in found.paid)
        last = found.balance[-1][place] if found.balance else balances[place]
        assert balances[place] + found.interest[place] == total + last


@settings(max_examples=80)
@given(courses())
def test_all_is_cleared_or_the_reason_is_named(case):
    pairs, budget, order, lump = case
    found = payoff([debt for debt, _rate in pairs], budget, order, lump)
    if found.months is None:
        assert found.trouble is not None
        return
    assert not found.short
    assert len(found.paid) == found.months
    assert not found.balance or sum(found.balance[-1]) == 0
    for place, month in enumerate(found.cleared):
        if month:
            assert found.balance[month - 1][place] == 0
            assert month == 1 or found.balance[month - 2][place] > 0


@settings(max_examples=80)
@given(courses())
def test_every_minimum_is_paid_while_anything_is_owed(case):
    pairs, budget, order, lump = case
    debts = [debt for debt, _rate in pairs]
    found = payoff(debts, budget, order, lump)
    for paid, after in zip(found.paid, found.balance, strict=True):
        for debt, part, left in zip(debts, paid, after, strict=True):
            assert part >= min(debt.minimum, part + left)


@settings(max_examples=60)
@given(courses())
def test_the_balances_equal_those_worked_out_in_decimals(case):
    """Another way: one debt's months replayed in yuan, with the payments taken as they are."""
    pairs, budget, order, lump = case
    found = payoff([debt for debt, _rate in pairs], budget, order, lump)
    for place, (debt, rate) in enumerate(pairs):
        principal, charges = Decimal(debt.principal) / 100, Decimal(debt.charges) / 100
        for month in (found.at_once, *found.paid):
            if month is not found.at_once:
                charges += (principal * rate / 12).quantize(Decimal("0.01"), ROUND_HALF_UP)
            paid = Decimal(month[place]) / 100
            principal -= max(paid - charges, Decimal(0))
            charges = max(charges - paid, Decimal(0))
        last = found.balance[-1][place] if found.balance else debt.balance - found.at_once[place]
        assert principal + charges == Decimal(last) / 100


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 1_000_000), RATES), min_size=1, max_size=4), st.integers(1, 300_000))
def test_the_highest_rate_first_costs_no_more_than_any_other_order_where_interest_never_waits(pairs, more):
    """But for the fen that rounding half up may move in each month and debt.

    Unpaid interest bears none, so where it waits, the order of paying may matter by the interest it did not bear.
    """
    rates = [monthly(rate) for _principal, rate in pairs]
    debts = [
        Owed(principal, rate, minimum=schedules.interest(principal, rate) + 1)
        for (principal, _rate), rate in zip(pairs, rates, strict=True)
    ]
    budget = sum(debt.minimum + debt.principal // 240 for debt in debts) + more
    best = payoff(debts, budget, "highest_rate")
    assert best.months is not None
    for order in ORDERS:
        other = payoff(debts, budget, order)
        assert other.months is not None
        assert sum(best.interest) <= sum(other.interest) + len(debts) * (best.months + other.months)
