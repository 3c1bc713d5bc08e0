"""What must hold for every offer on every debt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment import offers, schedules
from assessment.figures import Capacity
from assessment.offers import Terms, Waiver
from tests.strategies_debts import AS_OF, level_terms, positions, waivers

KINDS_PAYING = ("payment", "principal", "interest", "charges", "fee")


@given(positions(), level_terms())
def test_every_component_is_paid_or_waived_to_the_fen(position, terms):
    result = offers.outcome(position, terms)
    path, claim, off = result.path, position.claim, result.waived
    assert sum(path.principal) == claim.principal - off.principal
    assert sum(path.charges) == position.charges - (off.total - off.principal)
    for paid, principal, interest, charges, fee in zip(*(getattr(path, name) for name in KINDS_PAYING), strict=True):
        assert paid == principal + interest + charges + fee
    assert result.total == sum(path.payment)
    assert all(0 <= part <= whole for part, whole in zip(off, claim, strict=True))


@given(positions(), level_terms())
def test_balances_fall_to_nothing_and_are_never_negative(position, terms):
    path = offers.outcome(position, terms).path
    assert min(path.balance) >= 0
    assert path.balance[-1] == 0


@given(positions(), st.integers(1, 60), st.integers(0, 3600), st.integers(1, 400))
def test_the_total_does_not_fall_when_the_rate_rises(position, months, rate, more):
    """Each month rounds by at most half a fen."""
    low = offers.outcome(position, Terms("instalments", months=months, annual_rate=Decimal(rate) / 10_000))
    high = offers.outcome(position, Terms("instalments", months=months, annual_rate=Decimal(rate + more) / 10_000))
    assert high.total >= low.total - months


@given(positions(), st.integers(1, 59), st.integers(0, 3600))
def test_a_longer_term_costs_no_less_and_weighs_no_more(position, months, rate):
    annual = Decimal(rate) / 10_000
    short = offers.outcome(position, Terms("instalments", months=months, annual_rate=annual))
    long = offers.outcome(position, Terms("instalments", months=months + 1, annual_rate=annual))
    assert long.total >= short.total - months - 1
    assert long.monthly <= short.monthly + months + 1


@given(positions(), level_terms(), waivers())
def test_a_waiver_never_raises_the_total(position, terms, waiver):
    without = offers.outcome(position, replace(terms, waiver=Waiver()))
    with_it = offers.outcome(position, replace(terms, waiver=waiver))
    assert with_it.total <= without.total + terms.months


@given(positions())
def test_paying_in_full_costs_what_is_owed_and_a_settlement_no_more(position):
    full = offers.outcome(position, Terms("pay_in_full"))
    settled = offers.outcome(
        position, Terms("settlement", waiver=Waiver(interest=Decimal(1), penalty=Decimal(1), fees=Decimal(1)))
    )
    assert full.total == position.claim.total
    assert settled.total == position.claim.principal


@given(positions())
def test_curing_the_arrears_costs_exactly_the_contract(position):
    result = offers.outcome(position, Terms("cure_arrears"))
    assert result.total == position.contract_total
    assert result.saved == 0
    assert sum(result.path.principal) == position.claim.principal


@given(positions())
def test_doing_nothing_only_grows_and_its_range_is_in_order(position):
    result = offers.outcome(position, Terms("do_nothing", months=24, annual_rate=position.annual_rate))
    balances = (position.claim.total, *result.path.balance)
    assert list(balances) == sorted(balances)
    assert result.spread.low <= result.spread.middle <= result.spread.high
    assert result.debt_free is None


@given(positions(), st.integers(1, 3_000_000))
def test_the_shortest_term_is_the_shortest(position, limit):
    terms = Terms("instalments", months=12, annual_rate=position.annual_rate)
    months = offers.shortest_term(position, terms, limit)
    if months is None:
        assert offers.outcome(position, replace(terms, months=120)).monthly > limit
        return
    assert offers.outcome(position, replace(terms, months=months)).monthly <= limit
    if months > 1:
        assert offers.outcome(position, replace(terms, months=months - 1)).monthly > limit


@given(positions(), st.integers(1, 60), st.integers(1, 3_000_000))
def test_the_least_waiver_is_the_least_to_the_fen(position, months, limit):
    terms = Terms("instalments", months=months, annual_rate=position.annual_rate)
    waiver = offers.least_waiver(position, terms, limit)
    assert waiver is not None
    fits = offers.outcome(position, replace(terms, waiver=waiver))
    assert fits.monthly <= limit
    fen = fits.waived.total
    if fen:
        assert (
            offers.outcome(position, replace(terms, waiver=offers.waiver_of(position.claim, fen - 1))).monthly > limit
        )


@given(positions(), st.integers(100, 3_000_000))
def test_the_largest_payment_is_the_largest(position, limit):
    terms = Terms("lower_payment", annual_rate=position.annual_rate)
    payment = offers.largest_payment(position, terms, limit)
    assume(payment is not None)
    assert offers.outcome(position, replace(terms, payment=payment)).monthly <= limit
    more = offers.outcome(position, replace(terms, payment=payment + Decimal("0.01")))
    assert more.monthly > limit or len(more.path.payment) == 1


@given(
    positions(),
    st.integers(0, 1_000_000),
    st.integers(0, 1_000_000),
    st.integers(0, 1_000_000),
    st.integers(0, 10_000_000),
)
def test_judging_never_advises_what_cannot_be_carried(position, a, b, c, cash):
    share = Capacity(*sorted((a, b, c)))
    outcomes = [offers.outcome(position, terms) for terms in offers.menu(position, share)]
    found = offers.compare(outcomes, share, cash, AS_OF, offers.ALL_ADVISABLE)
    if share.ceiling == 0:
        assert all(
            option.fit not in {"floor", "suggested", "ceiling"} for option in found.options if option.outcome.monthly
        )
    if found.recommended is not None:
        best = found.options[found.recommended]
        assert best.fit in {"floor", "suggested", "ceiling", "assets"}
        assert best.outcome.terms.kind not in offers.NEVER_ADVISED
        assert best.outcome.monthly <= share.ceiling
    for option in found.options:
        worst = min(option.room.ceiling, default=0)
        assert (option.room.months_short > 0) == (worst < 0)
        assert all(
            f <= s <= c for f, s, c in zip(option.room.floor, option.room.suggested, option.room.ceiling, strict=True)
        )


@given(positions(), st.integers(0, 1_000_000))
def test_what_dominates_is_no_worse_in_anything(position, suggested):
    share = Capacity(suggested // 2, suggested, suggested)
    outcomes = [offers.outcome(position, terms) for terms in offers.menu(position, share)]
    found = offers.compare(outcomes, share, 0, AS_OF, offers.ALL_ADVISABLE)
    for option in found.options:
        if option.better is None:
            continue
        better = found.options[option.better].outcome
        mine = option.outcome
        assert better.total <= mine.total
        assert better.monthly <= mine.monthly
        assert better.waived.total <= mine.waived.total


@given(positions(), level_terms())
def test_the_rate_found_makes_the_payments_worth_what_is_owed(position, terms):
    result = offers.outcome(position, terms)
    assume(result.irr_x12 is not None)
    factor = 1 + result.irr_x12 / 12
    assume(0.5 < factor < 2)
    worth = sum(paid / factor**month for month, paid in enumerate(result.path.payment, start=1))
    assert abs(worth - position.claim.total) <= max(1e-6 * position.claim.total, 1)


@given(positions(), st.integers(1, 60))
def test_a_level_payment_that_never_repays_is_refused_not_guessed(position, months):
    interest = schedules.interest(position.claim.principal, position.rate)
    assume(interest > 0)
    terms = Terms("lower_payment", annual_rate=position.annual_rate, payment=Decimal(interest) / 100)
    try:
        offers.outcome(position, terms)
    except schedules.NeverRepays:
        return
    raise AssertionError("a payment equal to the interest was taken as repaying")


@given(positions(), st.integers(1, 12))
def test_a_debt_that_waits_owes_what_doing_nothing_says_and_its_due_days_go_on(position, months):
    if not position.debt.days_overdue:
        with pytest.raises(ValueError, match="on time"):
            offers.later(position, months)
        return
    after = offers.later(position, months)
    unpaid = offers.path_of(position, Terms("do_nothing", months=months))
    assert after.claim.total == unpaid.balance[-1]
    assert after.claim.principal == position.claim.principal
    assert after.as_of == position.due_days(months)[-1]
    assert after.due_days(3) == position.due_days(months + 3)[months:]
    assert position.overdue_principal <= after.overdue_principal <= after.claim.principal
    assert after.debt.days_overdue - position.debt.days_overdue == (after.as_of - position.as_of).days


@given(positions(), st.integers(1, 12), st.integers(1, 60))
def test_waiting_never_makes_the_same_terms_cheaper(position, months, term):
    assume(position.debt.days_overdue)
    after = offers.later(position, months)
    for terms in (Terms("pay_in_full"), Terms("instalments", months=term, annual_rate=position.annual_rate)):
        now, then = offers.outcome(position, terms).total, offers.outcome(after, terms).total
        assert then - now == after.claim.total - position.claim.total
