"""What holds for every loan."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import rates, schedules
from assessment.rates import Ratio
from tests.properties import oracle

YEARLY = 12_000_000
fen = st.integers(1, 10**10)
ppm = st.one_of(st.integers(0, 5_000_000), st.sampled_from([0, 36_000, 120_000, 182_500, 240_000, 360_000, 5_000_000]))
terms = st.one_of(st.integers(1, 60), st.integers(1, 600))
METHODS = ("equal_payment", "equal_principal", "interest_only", "bullet")
every_method = pytest.mark.parametrize("method", METHODS)


def rows_of(method, principal, parts, months):
    return getattr(schedules, method)(principal, Ratio(parts, YEARLY), months)


def reach(parts, months):
    """What one fen of rounding in every instalment comes to by the last: ((1 + i)^n - 1) / i fen."""
    rate = Fraction(parts, YEARLY)
    return ((1 + rate) ** months - 1) / rate if rate else months


@every_method
@given(principal=fen, parts=ppm, months=terms)
def test_principal_adds_up_and_nothing_is_left(method, principal, parts, months):
    rows = rows_of(method, principal, parts, months)
    assert sum(rows.principal) == principal
    assert sum(rows.payment) == sum(rows.interest) + principal
    assert rows.balance[-1] == 0
    assert len({len(column) for column in rows}) == 1
    assert len(rows.payment) <= months


@every_method
@given(principal=fen, parts=ppm, months=terms)
def test_each_balance_follows_and_never_leaves_nought_to_principal(method, principal, parts, months):
    rows = rows_of(method, principal, parts, months)
    before = principal
    for part, balance in zip(rows.principal, rows.balance, strict=True):
        assert balance == before - part
        assert 0 <= balance <= before
        before = balance


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal", "interest_only"])
@given(principal=fen, parts=ppm, months=terms)
def test_a_month_s_interest_is_the_exact_one_within_half_a_fen(method, principal, parts, months):
    rows = rows_of(method, principal, parts, months)
    for before, charged in zip((principal, *rows.balance), rows.interest, strict=False):
        assert -YEARLY < 2 * (charged * YEARLY - before * parts) <= YEARLY


@every_method
@given(principal=fen, parts=ppm, months=st.integers(1, 60))
def test_rows_equal_the_naive_ones(method, principal, parts, months):
    expected = oracle.METHODS[method](principal, Fraction(parts, YEARLY), months)
    rows = rows_of(method, principal, parts, months)
    assert list(zip(rows.payment, rows.interest, rows.principal, rows.balance, strict=True)) == expected


@given(principal=fen, parts=ppm, months=terms)
def test_regular_instalments_are_equal_and_the_last_differs_by_rounding_only(principal, parts, months):
    rows = schedules.equal_payment(principal, Ratio(parts, YEARLY), months)
    assert len(set(rows.payment[:-1])) <= 1
    assert abs(rows.payment[-1] - rows.payment[0]) <= reach(parts, months) + 1 or len(rows.payment) < months


@given(principal=fen, months=terms)
def test_without_interest_what_is_paid_is_what_was_lent(principal, months):
    for method in METHODS:
        assert sum(rows_of(method, principal, 0, months).payment) == principal


@given(principal=fen, parts=ppm)
def test_one_month_is_principal_and_one_interest_in_every_method(principal, parts):
    due = principal + oracle.half_up(Fraction(principal * parts, YEARLY))
    assert {rows_of(method, principal, parts, 1).payment for method in METHODS} == {(due,)}


@given(principal=st.integers(1, 10**7), parts=ppm, months=st.integers(1, 120), times=st.integers(2, 1000))
def test_a_larger_loan_costs_proportionately_more_but_for_rounding(principal, parts, months, times):
    one = schedules.level_payment(principal, Ratio(parts, YEARLY), months)
    many = schedules.level_payment(principal * times, Ratio(parts, YEARLY), months)
    assert abs(2 * (many - times * one)) <= times + 1


@given(principal=fen, low=ppm, more=st.integers(0, 1_000_000), months=terms)
def test_a_higher_rate_never_costs_less(principal, low, more, months):
    for method in METHODS:
        cheap, dear = (sum(rows_of(method, principal, parts, months).interest) for parts in (low, low + more))
        assert cheap <= dear + (2 * reach(low + more, months) if method == "equal_payment" else 0)
    payments = [schedules.level_payment(principal, Ratio(parts, YEARLY), months) for parts in (low, low + more)]
    assert payments == sorted(payments)


@given(principal=fen, parts=ppm, months=st.integers(1, 360), longer=st.integers(1, 240))
def test_a_longer_term_costs_more_in_all_and_less_a_month(principal, parts, months, longer):
    rate = Ratio(parts, YEARLY)
    short, long = (schedules.equal_payment(principal, rate, term) for term in (months, months + longer))
    assert sum(long.interest) + 2 * reach(parts, months + longer) >= sum(short.interest)
    assert schedules.level_payment(principal, rate, months + longer) <= schedules.level_payment(principal, rate, months)


@given(principal=fen, parts=ppm, months=terms)
def test_the_level_payment_rounds_the_one_exact_value(principal, parts, months):
    rate, exact = Fraction(parts, YEARLY), None
    grown = (1 + rate) ** months
    exact = principal * rate * grown / (grown - 1) if rate else Fraction(principal, months)
    by = {rounding: schedules.level_payment(principal, Ratio(parts, YEARLY), months, rounding)
          for rounding in (ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN)}  # fmt: skip
    assert by[ROUND_DOWN] == int(exact)
    assert by[ROUND_UP] == -int(-exact // 1)
    assert by[ROUND_HALF_UP] == oracle.half_up(exact)
    assert by[ROUND_HALF_EVEN] == round(exact)


@given(principal=fen, parts=ppm, payment=fen)
def test_a_chosen_payment_repays_in_equal_parts_or_says_it_never_will(principal, parts, payment):
    rate = Ratio(parts, YEARLY)
    try:
        rows = schedules.fixed_payment(principal, rate, payment, 600)
    except schedules.NeverRepays:
        exact = Fraction(principal * parts, YEARLY)
        longer = schedules.equal_payment(principal, rate, 600, payment)
        assert payment <= exact + Fraction(1, 2) or longer.payment[-1] > payment
        return
    assert sum(rows.principal) == principal
    assert set(rows.payment[:-1]) <= {payment}
    assert 0 < rows.payment[-1] <= payment


@given(principal=fen, parts=ppm, payments=st.lists(st.integers(0, 10**9), min_size=1, max_size=60))
def test_given_payments_are_kept_to_and_everything_adds_up(principal, parts, payments):
    rows = schedules.stepped(principal, Ratio(parts, YEARLY), payments)
    assert list(rows.payment[:-1]) == payments[: len(rows.payment) - 1]
    assert sum(rows.principal) == principal
    assert rows.balance[-1] == 0
    assert len(rows.payment) <= len(payments)


@given(principal=st.integers(100_000, 10**9), parts=st.integers(10_000, 600_000), months=st.integers(2, 120))
def test_the_rate_of_a_contract_s_payments_is_the_contract_s(principal, parts, months):
    rows = schedules.equal_payment(principal, Ratio(parts, YEARLY), months)
    rate = rates.irr((-principal, *rows.payment))
    assert abs(rates.present_value((-principal, *rows.payment), rate)) <= 1e-9 * principal
    assert abs(rate * 1200 - parts / 10_000) < 2400 / principal


@pytest.mark.parametrize("months", [24, 36, 60, 120])
def test_at_ten_thousand_yuan_and_two_years_the_rate_comes_back_within_a_ten_thousandth_of_a_point(months):
    rows = schedules.equal_payment(1_000_000, Ratio(182_500, YEARLY), months)
    assert abs(rates.irr((-1_000_000, *rows.payment)) * 1200 - 18.25) < 1e-4


@given(principal=st.integers(1_000, 10**9), fee=st.integers(1, 10**6), months=st.integers(2, 60))
def test_a_fee_in_each_instalment_costs_more_than_it_says(principal, fee, months):
    rows = schedules.with_fee(schedules.equal_principal(principal, Ratio(0, 1), months), fee)
    rate = rates.irr((-principal, *rows.payment))
    assert rate > fee / principal
    assert rates.effective(rate, 12) > rate * 12


@given(principal=fen, parts=ppm, first=st.integers(0, 2000), second=st.integers(0, 2000))
def test_interest_by_the_day_is_linear_but_for_half_a_fen(principal, parts, first, second):
    day = Ratio(parts, 365_000_000)
    apart = schedules.accrue(principal, day, first) + schedules.accrue(principal, day, second)
    assert abs(schedules.accrue(principal, day, first + second) - apart) <= 1
    assert schedules.accrue(principal, day, 0) == 0
