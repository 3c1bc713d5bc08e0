"""Ends of level loans and rates of many payments at once, against the engines that take one at a time."""

from __future__ import annotations

import numpy as np
import pytest

from assessment import rates, schedules
from assessment.rates import Ratio, many
from assessment.rates.many import Run
from assessment.schedules import vector
from assessment.schedules.ends import ends
from tests.properties.test_two_engines import interest_ties, payment_ties, random_loans

YEARLY = vector.MONTHLY_PPM


def loans(random, count):
    """Loans of every length, many of them a fen to either side of a tie."""
    kinds = [random_loans(0, count, random), interest_ties(count, random), payment_ties(6, 10, random)]
    principal, ppm = (np.concatenate(column) for column in zip(*kinds, strict=True))
    fits = (principal > 0) & (principal < 10**9) & (ppm < 10**6)
    return vector.loans(principal[fits], ppm[fits], random.integers(1, 61, int(fits.sum())))


@pytest.mark.parametrize("times", [0.9, 1.0, 1.7])
def test_ends_are_those_of_the_rows(times):
    random = np.random.default_rng(17)
    some = loans(random, 1_500)
    payment = (vector.level_payments(some) * times).astype(np.int64)
    found = ends(some, payment)
    for place, (principal, ppm, months) in enumerate(zip(*(column.tolist() for column in some), strict=True)):
        rows = schedules.equal_payment(principal, Ratio(ppm, YEARLY), months, int(payment[place]))
        assert (found.months[place], found.total[place], found.last[place]) == (
            len(rows.payment),
            sum(rows.payment),
            rows.payment[-1],
        )
        assert found.settled_early[place] == (len(rows.payment) < months)


def as_runs(amounts):
    """Each month by itself."""
    months = range(len(amounts))
    return [
        Run(row, np.full_like(row, month), np.full_like(row, month + 1))
        for month, row in zip(months, amounts, strict=True)
    ]


def test_rates_are_pyxirrs():
    random = np.random.default_rng(23)
    payments = random.integers(0, 50_000, (24, 400)) * (random.random((24, 400)) < 0.7)
    payments[0] += 1
    owed = (payments.sum(axis=0) * random.uniform(0.5, 1.5, 400)).astype(np.int64)
    owed[:20] = payments.sum(axis=0)[:20]
    by_months, by_runs = many.of_months(owed, payments), many.of_runs(owed, as_runs(payments))
    assert np.abs(by_months - by_runs).max() < 1e-12
    assert np.abs(by_months[:20]).max() < 1e-10
    for place in range(400):
        flows = (-int(owed[place]), *payments[:, place].tolist())
        assert by_months[place] == pytest.approx(rates.irr(flows), abs=1e-10)


def test_what_has_no_rate_in_reach_is_said():
    payments = np.array([[0, 100, 1]])
    assert np.isnan(many.of_months(np.array([100, 0, 1_000_000]), payments)).all()


def test_company_changes_not_even_the_last_bit():
    random = np.random.default_rng(29)
    payments = random.integers(1, 50_000, (12, 100))
    owed = payments.sum(axis=0) * 9 // 10
    together = many.of_months(owed, payments)
    alone = [many.of_months(owed[place : place + 1], payments[:, place : place + 1])[0] for place in range(100)]
    assert together.tolist() == alone
