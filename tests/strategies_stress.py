"""Households, chances and plans for property tests of the futures."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import strategies as st

from assessment.case import Futures
from assessment.stress import MONTHS, Home, Uneven

fen = st.integers(0, 2_000_000)
chances = st.sampled_from((Decimal(0), Decimal(1))) | st.integers(1, 300).map(lambda part: Decimal(part) / 1000)
shares = st.integers(0, 100).map(lambda part: Decimal(part) / 100)
uneven = st.builds(Uneven, st.lists(fen, min_size=6, max_size=12).map(tuple), st.just(0), st.just(0)) | st.tuples(
    fen, fen
).map(lambda ends: Uneven((), min(ends), max(ends)))
households = st.builds(
    Home,
    jobs=st.lists(st.integers(1, 2_000_000), max_size=3).map(lambda pay: tuple(sorted(pay, reverse=True))),
    secure=st.just(0) | fen,
    uneven=st.lists(uneven, max_size=2).map(tuple),
    spending=st.lists(st.integers(0, 1_500_000), min_size=MONTHS, max_size=MONTHS).map(tuple),
    even=fen,
    reliable=fen,
    cushion=st.just(0) | st.integers(0, 20_000_000),
)
futures = st.builds(
    Futures,
    job_loss=chances, job_search=st.integers(1, 12), benefit_share=shares, jobs_together=shares, pay_cut=chances,
    pay_cut_share=shares, pay_cut_months=st.integers(1, 24), illness=chances, illness_months=st.integers(1, 6),
    illness_cost=fen.map(lambda each: Decimal(each).scaleb(-2)), illness_pay=shares, surprise=chances,
    surprise_cost=fen.map(lambda each: Decimal(each).scaleb(-2)), block_months=st.integers(1, 12),
)  # fmt: skip


@st.composite
def plans(draw):
    """One plan's payments: something today or not, then months of any payments, then nothing."""
    months = draw(st.integers(0, MONTHS))
    later = draw(st.lists(st.just(0) | st.integers(0, 800_000), min_size=months, max_size=months))
    today = draw(st.just(0) | fen)
    return np.array([[today, *later, *[0] * (MONTHS - months)]], np.int64)
