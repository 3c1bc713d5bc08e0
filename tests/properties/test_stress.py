"""What must hold for every household, whatever may happen to it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import assess, stress
from assessment.stress import points, reference
from tests.strategies import cases
from tests.strategies_debts import AS_OF, positions
from tests.strategies_stress import futures, households, plans

FEW = settings(max_examples=25)


def numbers_of(future):
    return lambda process, use, turn: float(points.numbers(process, use, turn)[future])


def broken(home, runs, payments, cushion=None):
    return stress.break_months(runs.saved, payments, home.cushion if cushion is None else cushion, home.left)


@FEW
@given(
    households,
    futures,
    st.lists(plans(), min_size=1, max_size=3),
    st.lists(st.integers(0, stress.FUTURES - 1), min_size=4, max_size=8),
)
def test_the_fast_engine_breaks_in_the_same_month_as_the_plain_one(home, chances, every, some):
    payments = np.concatenate(every)
    runs = stress.run(home, chances)
    found = broken(home, runs, payments)
    for future in some:
        left = reference.saved(home, chances, numbers_of(future))
        assert np.cumsum(left).tolist() == runs.saved[:, future].tolist()
        for plan, row in enumerate(payments.tolist()):
            assert reference.break_month(home, chances, row, numbers_of(future)) == found[plan, future]


@FEW
@given(households, futures, plans(), st.integers(0, 5_000_000))
def test_more_at_hand_never_breaks_sooner(home, chances, payments, more):
    runs = stress.run(home, chances)
    assert (broken(home, runs, payments, home.cushion + more) >= broken(home, runs, payments)).all()


@FEW
@given(households, futures, plans(), st.lists(st.integers(0, 300_000), min_size=61, max_size=61))
def test_paying_more_never_breaks_later(home, chances, payments, more):
    runs = stress.run(home, chances)
    assert (broken(home, runs, payments + np.array([more])) <= broken(home, runs, payments)).all()


@FEW
@given(households, futures, plans(), st.integers(0, 20_000_000))
def test_what_is_needed_is_what_the_simulation_needs(home, chances, payments, cushion):
    runs = stress.run(home, chances)
    needs = stress.needs(runs.saved, payments, home.left)
    assert needs.odds(cushion) == stress.kept_up(broken(home, runs, payments, cushion))[0]
    for share in (0.5, 0.9):
        least = needs.cushion_for(share)
        assert stress.kept_up(broken(home, runs, payments, least))[0].share >= share
        if least:
            assert stress.kept_up(broken(home, runs, payments, least - 1))[0].share < share


@FEW
@given(households, futures, st.integers(1, 60), st.integers(0, 6), st.sampled_from((0.1, 0.5, 0.9, 1.0)))
def test_the_largest_payment_is_the_one_bisection_finds(home, chances, months, first, share):
    months = max(months, first + 1)
    runs = stress.run(home, chances)
    found = stress.payment_for(stress.largest_payments(runs.saved, home.cushion, months, first), share)

    def holds(payment):
        level = np.zeros((1, stress.MONTHS + 1), np.int64)
        level[0, first + 1 : months + 1] = payment
        return stress.kept_up(broken(home, runs, level))[0].share >= share

    low, high = 0, 100_000_000
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    assert found == low


@FEW
@given(households, futures, plans())
def test_the_curve_falls_from_all_to_those_that_hold(home, chances, payments):
    found = broken(home, stress.run(home, chances), payments)
    curve = stress.curve(found)[0]
    assert (np.diff(curve) <= 1e-12).all()
    assert abs(curve[-1] - stress.kept_up(found)[0].share) < 1e-12
    assert abs(curve[0] - (found[0] > 0).mean()) < 1e-12


@FEW
@given(households, futures, plans())
def test_the_same_case_gives_the_same_odds(home, chances, payments):
    once = broken(home, stress.run(home, chances), payments)
    again = broken(
        home,
        stress.run(home.__class__(**{name: getattr(home, name) for name in home.__slots__}), chances.model_copy()),
        payments,
    )
    assert (once == again).all()


@FEW
@given(households, futures, plans())
def test_without_a_trouble_the_share_that_breaks_is_a_share(home, chances, payments):
    runs = stress.run(home, chances)
    found = broken(home, runs, payments)[0]
    calm = stress.without_each(home, chances, payments)
    breaks = (found < stress.HELD).mean()
    for cause in stress.causes(runs, found, calm, home.cushion):
        assert 0 <= cause.present.share <= breaks + 1e-12
        assert 0 <= cause.without.share <= 1
        if cause.shock in {"surprise", "illness"}:
            assert cause.without.share <= breaks + 1e-12


@settings(max_examples=12)
@given(cases, st.lists(positions(), max_size=4))
def test_whatever_a_case_holds_its_plans_are_judged(case, debts):
    case = case.model_copy(update={"debts": tuple(each.debt for each in debts)})
    found = assess(case, AS_OF)
    home = stress.home(case, found.affordability, AS_OF)
    trial = stress.Trial(home, stress.run(home, case.futures), found.debts, stress.usual(found.debts), home.cushion)
    assert len(home.spending) == stress.MONTHS
    for menu in stress.menus(trial.debts, trial.chosen):
        verdict = stress.judge(trial, menu.payments)
        assert verdict.broken.max(initial=0) <= stress.HELD
        rows = [row for row, month in enumerate(verdict.untroubled) if month]
        places = [menu.places[row] for row in rows]
        for each in stress.regrets(trial.debts, trial.chosen, menu.debt, places, verdict.broken[rows]) if rows else ():
            assert 0 <= each.mean <= each.worst
            assert each.kept >= 0
