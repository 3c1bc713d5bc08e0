"""The vector engine and the readable one, fen by fen over more than a million loans, and both against the naive one.

Many of the loans are sought out for their ties: a first month's interest or a level payment of exactly half a fen,
and those a fen to either side.
"""

from fractions import Fraction
from itertools import zip_longest
from math import gcd

import numpy as np
import pytest

from assessment import schedules
from assessment.rates import Ratio
from assessment.schedules import vector
from tests.properties import oracle

YEARLY = vector.MONTHLY_PPM
COUNTS = {
    1: 60_000,
    2: 80_000,
    3: 80_000,
    4: 60_000,
    5: 40_000,
    6: 40_000,
    9: 12_000,
    12: 12_000,
    24: 3_000,
    60: 1_000,
    360: 100,
}
METHODS = ("equal_payment", "equal_principal", "interest_only", "bullet")
RATES = np.array(
    [0, 36_000, 43_500, 100_000, 120_000, 180_000, 182_500, 240_000, 360_000, 1_825_000, 3_000_000, 5_000_000]
)
TIE_PRINCIPAL_LIMIT = 10**10


def random_loans(months, count, random):
    principal = np.exp(random.uniform(0, np.log(10**10), count)).astype(np.int64) + 1
    ppm = np.where(random.random(count) < 0.5, random.choice(RATES, count), random.integers(0, 5_000_001, count))
    return principal, ppm


def interest_ties(count, random):
    """Principals whose first month's interest is half a fen over a whole one, with a fen less and a fen more."""
    principal, rates = [], []
    while len(principal) < count:
        ppm = int(random.choice(RATES[1:]) if random.random() < 0.5 else random.integers(1, 50_001) * 100)
        common = gcd(ppm, YEARLY)
        if YEARLY // 2 % common:
            continue
        whole = YEARLY // common
        tie = YEARLY // 2 // common * pow(ppm // common, -1, whole) % whole + whole * int(random.integers(0, 100))
        principal += [tie, tie - 1, tie + 1]
        rates += [ppm] * 3
    return np.maximum(principal, 0), np.array(rates)


def payment_ties(months, count, random):
    """Principals whose level payment is half a fen over a whole one, with a fen less and a fen more."""
    principal, rates = [], []
    for ppm in RATES.tolist():
        rate = Fraction(ppm, YEARLY)
        factor = rate / (1 - (1 + rate) ** -months) if rate else Fraction(1, months)
        half, odd = divmod(factor.denominator, 2)
        if odd or half > TIE_PRINCIPAL_LIMIT:
            continue
        for times in random.integers(0, 1 + TIE_PRINCIPAL_LIMIT // half // 2, count).tolist():
            tie = half * (2 * min(times, 10**6) + 1)
            principal += [tie, tie - 1, tie + 1]
            rates += [ppm] * 3
    return np.array(principal, np.int64), np.array(rates, np.int64)


def loans(months, random):
    count = COUNTS[months]
    kinds = (
        random_loans(months, count // 2, random),
        interest_ties(count // 2, random),
        payment_ties(months, count // 60, random),
    )
    principal, ppm = (np.concatenate(column) for column in zip(*kinds, strict=True))
    return vector.loans(principal, ppm, months)


def reference_rows(method, many, months, payment=None):
    """(column, loan, month), nought after a loan's end."""
    engine = getattr(schedules, method)
    more = [(int(each),) for each in payment] if payment is not None else [()] * many.principal.size
    found = np.zeros((4, many.principal.size, months), np.int64)
    for place, (principal, ppm, given) in enumerate(zip(many.principal.tolist(), many.ppm.tolist(), more, strict=True)):
        rows = engine(principal, Ratio(ppm, YEARLY), months, *given)
        for column, cells in enumerate((rows.payment, rows.interest, rows.principal, rows.balance)):
            found[column, place, : len(cells)] = cells
    return found


def taken(method, many):
    """All loans for the usual method, half of them for the others; interest on a whole term must fit 64 bits."""
    if method == "equal_payment":
        return many
    months = many.months if method == "bullet" else 1
    fits = many.principal.astype(float) * many.ppm * months < vector.LARGEST
    return vector.Loans(*(column[fits][::2] for column in many))


def growing_at_most(many):
    """A quarter of the loans, those that fit 64 bits even where nothing is paid until the end."""
    some = vector.Loans(*(column[::4] for column in many))
    fits = some.principal * (1 + some.ppm / YEARLY) ** some.months * some.ppm < vector.LARGEST
    return vector.Loans(*(column[fits] for column in some))


def vector_rows(tables):
    return np.stack([tables.payment.T, tables.interest.T, tables.principal.T, tables.balance.T])


def test_more_than_a_million_loans_come_out_the_same_fen_by_fen():
    random = np.random.default_rng(20261123)
    compared = 0
    for months in COUNTS:
        many = loans(months, random)
        for method in METHODS:
            some = taken(method, many)
            assert np.array_equal(vector_rows(getattr(vector, method)(some)), reference_rows(method, some, months)), (
                method,
                months,
            )
            compared += some.principal.size
        chosen = growing_at_most(many)
        payment = (vector.level_payments(chosen) * random.uniform(0.2, 3, chosen.principal.size)).astype(np.int64)
        tables = vector.equal_payment(chosen, payment)
        assert np.array_equal(vector_rows(tables), reference_rows("equal_payment", chosen, months, payment)), months
        compared += chosen.principal.size
    assert compared >= 1_000_000


def test_both_engines_agree_with_the_naive_one_on_ties():
    random = np.random.default_rng(7)
    for months in (1, 2, 3, 4, 5, 6, 12, 36):
        kinds = (random_loans(months, 300, random), interest_ties(600, random), payment_ties(months, 10, random))
        for principal, ppm in zip(
            *(np.concatenate(column).tolist() for column in zip(*kinds, strict=True)), strict=True
        ):
            for method in METHODS:
                rows = getattr(schedules, method)(principal, Ratio(ppm, YEARLY), months)
                naive = oracle.METHODS[method](principal, Fraction(ppm, YEARLY), months)
                assert list(zip(rows.payment, rows.interest, rows.principal, rows.balance, strict=True)) == naive


def test_the_ties_are_ties():
    random = np.random.default_rng(3)
    principal, ppm = interest_ties(300, random)
    assert ((principal[::3] * ppm[::3]) % YEARLY == YEARLY // 2).all()
    principal, ppm = payment_ties(3, 10, random)
    assert principal.size >= 60
    for fen, parts in zip(principal[::3].tolist(), ppm[::3].tolist(), strict=True):
        rate = Fraction(parts, YEARLY)
        exact = fen / sum(1 / (1 + rate) ** month for month in range(1, 4))
        assert exact.denominator == 2


@pytest.mark.parametrize("method", METHODS)
def test_terms_may_differ_within_a_batch(method):
    random = np.random.default_rng(11)
    months = random.integers(1, 61, 10_000)
    principal, ppm = random_loans(60, 10_000, random)
    many = vector.loans(principal, ppm, months)
    found = vector_rows(getattr(vector, method)(many))
    for place in range(0, 10_000, 7):
        term = int(months[place])
        alone = vector.Loans(*(column[place : place + 1] for column in many))
        expected = reference_rows(method, alone, term)[:, 0]
        assert np.array_equal(found[:, place, :term], expected)
        assert not found[:, place, term:].any()


def test_order_and_company_change_nothing():
    random = np.random.default_rng(13)
    principal, ppm = random_loans(24, 20_000, random)
    many = vector.loans(principal, ppm, random.integers(1, 25, 20_000))
    order = random.permutation(20_000)
    shuffled = vector.equal_payment(vector.Loans(*(column[order] for column in many)))
    for mixed, straight in zip_longest(shuffled, vector.equal_payment(many)):
        assert np.array_equal(mixed, straight[:, order])
