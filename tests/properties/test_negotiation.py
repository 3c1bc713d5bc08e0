"""What must hold on every map of deals."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import numpy_financial
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment import offers
from assessment.negotiation import Deals, Spot, deals, hundredths, nearest, spots, terms
from assessment.negotiation.deals import MOST_WAIVED, NEVER, TERMS
from tests.strategies_debts import positions

YEARLY = st.integers(0, 3600).map(lambda parts: parts / 10_000)
FIGURES = st.integers(1, 3_000_000)
MONTHS = st.integers(1, 60)


@st.composite
def maps(draw):
    principal, charges = draw(st.integers(1, 20_000_000)), draw(st.integers(0, 3_000_000))
    return Deals(principal, charges, draw(YEARLY) / 12, draw(st.integers(0, 500)) / 10_000)


@given(maps(), st.integers(0, 60), st.integers(0, 60))
def test_more_waived_never_weighs_more_and_is_never_worth_more(many, one, other):
    less, more = (many.owed * share / 100 for share in sorted((one, other)))
    assert (many.payment(more) <= many.payment(less) + 1e-6).all()
    assert (many.worth(more) <= many.worth(less) + 1e-6).all()
    assert (many.total(more) <= many.total(less) + 1e-6).all()


@given(maps(), st.integers(0, 60))
def test_a_longer_term_weighs_less_and_costs_no_less(many, share):
    payment, total = many.payment(many.owed * share / 100), many.total(many.owed * share / 100)
    assert (np.diff(payment) <= 1e-6).all()
    assert (np.diff(total) >= -1e-3).all()


@given(maps(), MONTHS, st.integers(0, 60))
def test_the_closed_form_is_the_textbook_one(many, months, share):
    waived = many.owed * share / 100
    charges = max(many.charges - waived, 0)
    principal = many.owed - waived - charges
    level = -numpy_financial.pmt(many.rate, months, principal) + charges / months
    assert np.isclose(many.payment(waived)[months - 1], level, rtol=1e-9)
    worth = numpy_financial.npv(many.risk, [0.0] + [level] * months)
    assert np.isclose(many.worth(waived)[months - 1], worth, rtol=1e-9)


@settings(max_examples=100)
@given(positions(), YEARLY, MONTHS, st.integers(0, 60))
def test_the_map_and_the_integer_engine_agree_but_for_rounding(position, yearly, months, share):
    many = deals(position, yearly)
    waived = many.owed * share // 100
    assume(_long_enough(many, waived, months))
    result = offers.outcome(position, terms(position, Spot(months, waived), _decimal(yearly)))
    assert result.waived.total == waived
    rounding = 2 + (months if not many.rate else ((1 + many.rate) ** months - 1) / many.rate)
    assert abs(result.monthly - many.payment(waived)[months - 1]) <= rounding


def _long_enough(many, waived, months):
    """A debt of a few yuan is repaid before its term by rounding alone."""
    left = many.owed - max(waived, many.charges)
    return left <= 0 or left >= 100 * months


def _decimal(yearly):
    return Decimal(round(yearly * 10_000)) / 10_000


@settings(max_examples=100)
@given(positions(), YEARLY, MONTHS, FIGURES)
def test_the_least_waiver_carries_by_the_integer_engine(position, yearly, months, limit):
    many = deals(position, yearly)
    waived = int(many.least_waived(limit)[months - 1])
    assume(_long_enough(many, waived, months))
    result = offers.outcome(position, terms(position, Spot(months, waived), _decimal(yearly)))
    assert result.monthly <= limit
    if waived > 100:
        assert many.payment(waived - 100)[months - 1] > limit - 2 - _grown(many.rate, months)


def _grown(rate, months):
    return months if not rate else ((1 + rate) ** months - 1) / rate


@given(maps(), FIGURES)
def test_the_most_waived_is_still_worth_it_and_a_yuan_more_is_not(many, value):
    most = many.most_waived(value)
    worth = many.worth(np.maximum(most, 0))
    assert (worth[most != NEVER] >= value - 1e-3).all()
    more = many.worth(np.clip(most + 100, 0, many.owed))
    at_the_end = most + 100 > many.owed
    assert (more[(most != NEVER) & ~at_the_end] < value + 1e-3).all()
    assert (many.worth(0)[most == NEVER] < value).all()


@given(maps(), FIGURES, st.integers(0, 20_000_000), st.integers(0, 20_000_000), st.integers(0, 5_000_000))
def test_the_three_places_are_carried_worth_it_and_in_order(many, limit, one, other, asked):
    ends = min(one, other), max(one, other)
    found = spots(many, limit, ends, asked)
    assume(found is not None)
    opening, target, stop = found
    assert opening.waived >= target.waived >= stop.waived >= 0
    assert 100 * stop.waived <= MOST_WAIVED * many.owed
    weights = [float(many.payment(spot.waived)[spot.months - 1]) for spot in found]
    assert max(weights) <= limit
    totals = [float(many.total(spot.waived)[spot.months - 1]) for spot in found]
    assert totals[0] <= totals[1] + 1e-6
    assert totals[1] <= totals[2] + 1e-6
    if target != stop:
        assert many.worth(target.waived)[target.months - 1] >= ends[1] - 1e-3
    if opening != stop:
        assert many.worth(opening.waived)[opening.months - 1] >= ends[0] - 1e-3
        assert opening.waived <= max(asked, stop.waived)


@settings(max_examples=40)
@given(maps(), FIGURES, st.integers(0, 20_000_000), st.integers(0, 5_000_000))
def test_no_other_deal_on_the_map_is_cheaper_than_the_opening(many, limit, value, asked):
    """Every term and every waiver in steps of 50 yuan, one by one."""
    found = spots(many, limit, (value, value), asked)
    assume(found is not None)
    opening, _target, stop = found
    assume(opening != stop)
    cheapest = float(many.total(opening.waived)[opening.months - 1])
    least = many.least_waived(limit)
    for waived in range(stop.waived, min(max(asked, stop.waived), many.owed) + 1, 50_00 * max(1, asked // 1_000_000)):
        fits = (least <= waived) & (many.worth(waived) >= value)
        cheaper = many.total(waived)[fits] < cheapest - 1
        assert not cheaper.any()


@given(st.integers(1, 50_000_000), st.integers(0, 60), st.integers(0, 30_000_000))
def test_a_share_keeps_the_exact_waiver_it_stands_for(owed, share, fen):
    found = hundredths(owed, share, fen)
    if 100 * fen <= MOST_WAIVED * owed:
        assert hundredths(owed, nearest(owed, fen), fen) == fen
    assert found in {fen, owed * share // 100}
    assert abs(100 * found - owed * share) <= max(owed / 2, 100)


def test_terms_run_from_one_to_sixty():
    assert TERMS.tolist() == list(range(1, 61))
