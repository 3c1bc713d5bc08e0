"""Households as an agency meets them: amounts, rates and terms of every size that is not absurd."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from assessment import money
from assessment.case import Asset, Assumptions, Case, Debt, Expense, Household, Income, Rate, models


def yuan(low, high):
    """Amounts in fen, nought among them where it may be."""
    return st.integers(low, high).map(money.to_yuan) | st.just(money.to_yuan(low))


def one_of(words):
    return st.sampled_from(get_args(words))


def several(strategy, least, most):
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def hundredths(low, high):
    return st.integers(low, high).map(lambda part: Decimal(part) / 100)


shares = hundredths(0, 100)
rates = st.none() | st.one_of(
    st.builds(Rate, value=st.integers(0, 1500).map(lambda part: Decimal(part) / 1_000_000), per=st.just("day"), basis=st.sampled_from((360, 365))),
    st.builds(Rate, value=st.integers(0, 400).map(lambda part: Decimal(part) / 10_000), per=st.just("month")),
    st.builds(Rate, value=st.integers(0, 4800).map(lambda part: Decimal(part) / 10_000), per=st.just("year")),
)  # fmt: skip
debts = st.builds(
    Debt,
    name=st.just(""), lender=one_of(models.LenderClass), original=st.none() | yuan(1_000_000, 30_000_000), principal=yuan(10_000, 30_000_000),
    interest=yuan(0, 300_000), penalty=yuan(0, 200_000), fees=yuan(0, 50_000), rate=rates, penalty_multiple=st.none() | hundredths(100, 300),
    method=one_of(models.Method), fee_per_instalment=st.just(Decimal(0)) | yuan(0, 5_000), instalments=st.integers(0, 60),
    instalments_left=st.integers(0, 8) | st.integers(0, 72) | st.integers(100, 360), instalment=st.none() | yuan(0, 1_000_000),
    due_day=st.none() | st.integers(1, 31), days_overdue=st.just(0) | st.integers(0, 120) | st.integers(0, 3_000),
    overdue_amount=st.none() | yuan(0, 3_000_000), accelerated=st.booleans(), court=one_of(models.CourtStatus),
)  # fmt: skip
incomes = st.builds(
    Income, name=st.just(""), kind=one_of(models.IncomeKind), amount=yuan(0, 2_000_000), period=one_of(models.Period), history=several(yuan(0, 2_000_000), 0, 12),
)  # fmt: skip
expenses = st.builds(
    Expense, name=st.just(""), category=one_of(models.ExpenseCategory), amount=yuan(0, 200_000), period=one_of(models.Period), reason=st.sampled_from(("", "看病")),
)  # fmt: skip
assets = st.builds(
    Asset, name=st.just(""), kind=one_of(models.AssetKind), value=yuan(0, 10_000_000), loan=yuan(0, 1_000_000), quick_share=st.none() | shares, needed=st.booleans(),
)  # fmt: skip
households = st.builds(
    Household, region=one_of(models.Region), place=st.sampled_from(("", "北京市朝阳区", "某县")), adults=st.integers(1, 4), children=st.integers(0, 3),
    elders=st.integers(0, 3), minimum_per_head=st.none() | yuan(0, 200_000),
)  # fmt: skip
assumptions = st.just(Assumptions()) | st.builds(
    Assumptions,
    floor_share=shares, suggested_share=shares, typical_share=shares, guideline_share=hundredths(0, 300), penalty_multiple=hundredths(100, 300), quick_share_liquid=shares,
    quick_share_goods=shares, ask_interest=shares, ask_penalty=shares, ask_fees=shares, settle_interest=shares, settle_principal=shares, grace_months=st.integers(1, 24),
    light_months=st.integers(1, 36), light_share=shares, new_loan_rate=shares, wait_months=st.integers(1, 60), suit_after_low=st.integers(0, 60), suit_after_high=st.integers(0, 60),
)  # fmt: skip
cases = st.builds(
    Case,
    household=households, incomes=several(incomes, 0, 3), expenses=several(expenses, 0, 8), assets=several(assets, 0, 3), debts=several(debts, 1, 4), assumptions=assumptions,
)  # fmt: skip
