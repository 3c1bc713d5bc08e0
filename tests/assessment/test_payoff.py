"""Several debts paid off with one sum a month."""

from decimal import Decimal

import pytest

from assessment.rates import Ratio, monthly
from assessment.sharing import ORDERS, Owed, payoff

FREE = Ratio(0, 1)


def card(yuan, rate="0.18", minimum=0, **more):
    return Owed(yuan * 100, monthly(Decimal(rate)), minimum * 100, **more)


def test_what_a_cleared_debt_no_longer_takes_rolls_on_within_the_month():
    found = payoff([Owed(100, FREE, 60), Owed(300, FREE, 40)], 100, "lowest_balance")
    assert found.paid == ((60, 40), (40, 60), (0, 100), (0, 100))
    assert found.cleared == (2, 4)
    assert found.months == 4


def test_a_lump_sum_is_spent_by_the_same_order_before_interest_runs():
    found = payoff([card(1000), card(500)], 10_000, "lowest_balance", lump=60_000)
    assert found.at_once == (10_000, 50_000)
    assert found.cleared[1] == 0
    assert sum(found.interest) < sum(payoff([card(1000), card(500)], 10_000, "lowest_balance").interest)


def test_a_lump_sum_beyond_everything_owed_clears_all_today():
    found = payoff([card(10), card(20)], 0, "pro_rata", lump=1_000_000)
    assert (found.at_once, found.cleared, found.months, found.trouble) == ((1000, 2000), (0, 0), 0, None)


@pytest.mark.parametrize("order", ORDERS)
def test_a_budget_below_the_minimums_is_named_and_nothing_is_worked_out(order):
    found = payoff([card(1000, minimum=30), card(1000, minimum=30)], 5_000, order)
    assert found.short == 1_000
    assert found.paid == ()
    assert found.months is None
    assert "最低应还" in found.trouble.msgid


def test_a_budget_below_the_interest_is_named_and_comes_to_an_end():
    found = payoff([card(100_000)], 100_000, "highest_rate")
    assert found.months is None
    assert found.grew == (0,)
    assert "越来越多" in found.trouble.msgid


def test_a_debt_that_grows_while_it_waits_is_named():
    found = payoff([card(1000, "0.24"), card(5000, "0.12")], 20_000, "highest_rate")
    assert found.months is not None
    assert found.grew == (1,)
    assert dict(found.trouble.values) == {"count": 1}


def test_credit_first_keeps_what_is_on_time_then_the_least_overdue_and_leaves_private_debts_to_the_end():
    friend = Owed(100, FREE, reported=False)
    old, fresh, on_time = Owed(100, FREE, days_overdue=200), Owed(100, FREE, days_overdue=20), Owed(100, FREE)
    found = payoff([friend, old, fresh, on_time], 100, "credit_first")
    assert found.cleared == (4, 3, 2, 1)


def test_a_custom_order_is_kept_and_must_name_every_debt_once():
    debts = [Owed(100, FREE), Owed(100, FREE), Owed(100, FREE)]
    assert payoff(debts, 100, (2, 0, 1)).cleared == (2, 3, 1)
    for wrong in ((0, 1), (0, 1, 1), (0, 1, 3)):
        with pytest.raises(ValueError, match="every debt once"):
            payoff(debts, 100, wrong)


def test_charges_of_before_bear_no_interest_and_are_paid_first():
    found = payoff([Owed(100_000, monthly(Decimal("0.12")), charges=1_000)], 2_000, "highest_rate")
    assert found.interest[0] >= 1_000
    assert found.balance[0] == (100_000,)


def test_sums_below_nought_are_refused():
    with pytest.raises(ValueError, match="negative"):
        payoff([], -1, "pro_rata")
    with pytest.raises(ValueError, match="negative"):
        payoff([], 0, "pro_rata", lump=-1)


def test_nothing_owed_is_cleared_today():
    assert payoff([], 100, "pro_rata").months == 0
    assert payoff([Owed(0, FREE)], 100, "highest_rate").cleared == (0,)
