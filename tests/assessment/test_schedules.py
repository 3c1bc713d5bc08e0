"""One loan's rows and what they promise; many loans at once and what they refuse."""

import subprocess
import sys
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

import numpy as np
import pytest

from assessment import rates, schedules
from assessment.rates import Ratio
from assessment.schedules import vector

PERCENT = Ratio(1, 100)
FREE = Ratio(0, 1)


def test_a_level_payment_splits_into_interest_and_principal():
    rows = schedules.equal_payment(100_000, PERCENT, 3)
    assert rows.payment == (34002, 34002, 34003)
    assert rows.interest == (1000, 670, 337)
    assert rows.principal == (33002, 33332, 33666)
    assert rows.balance == (66998, 33666, 0)


def test_equal_principal_falls_and_the_last_row_settles():
    rows = schedules.equal_principal(100_000, PERCENT, 3)
    assert rows.principal == (33333, 33333, 33334)
    assert rows.interest == (1000, 667, 333)
    assert rows.balance == (66667, 33334, 0)


def test_equal_principal_of_a_few_fen_ends_when_it_is_repaid():
    assert schedules.equal_principal(1, FREE, 2).payment == (1,)
    assert schedules.equal_principal(2, FREE, 3).payment == (1, 1)


def test_interest_first_leaves_the_principal_to_the_end():
    rows = schedules.interest_only(1_000_000, Ratio(15, 1000), 12)
    assert rows.payment == (15000,) * 11 + (1_015_000,)
    assert rows.balance == (1_000_000,) * 11 + (0,)


def test_all_at_the_end_bears_simple_interest_rounded_once():
    rows = schedules.bullet(100_033, Ratio(1, 200), 3)
    assert rows.payment == (0, 0, 101_533)
    assert rows.interest == (0, 0, 1500)


def test_half_a_fen_of_interest_rounds_up():
    assert schedules.interest(50, PERCENT) == 1
    assert schedules.interest(49, PERCENT) == 0
    assert schedules.accrue(10, PERCENT, 5) == 1


def test_without_interest_the_parts_are_the_principal():
    assert schedules.equal_payment(100, FREE, 3).payment == (33, 33, 34)
    assert schedules.equal_principal(100, FREE, 3).payment == (33, 33, 34)
    assert schedules.bullet(100, FREE, 3).payment == (0, 0, 100)


@pytest.mark.parametrize(("rounding", "payment"), [
    (ROUND_HALF_UP, 3), (ROUND_HALF_EVEN, 2), (ROUND_UP, 3), (ROUND_DOWN, 2),
])  # fmt: skip
def test_the_level_payment_rounds_as_told(rounding, payment):
    assert schedules.level_payment(10, FREE, 4, rounding) == payment


def test_half_to_even_goes_either_way():
    assert schedules.level_payment(14, FREE, 4, ROUND_HALF_EVEN) == 4


def test_a_tie_of_the_level_payment_at_interest_rounds_up():
    """One per cent over two months: 101² / (100 · 201) of 10 050 fen is 5 100.5."""
    assert schedules.level_payment(10_050, PERCENT, 2) == 5101
    assert schedules.level_payment(10_050, PERCENT, 2, ROUND_HALF_EVEN) == 5100


def test_an_unknown_rounding_is_refused():
    with pytest.raises(ValueError, match="ROUND_05UP"):
        schedules.level_payment(10, FREE, 4, "ROUND_05UP")


def test_a_larger_payment_ends_the_loan_early():
    rows = schedules.equal_payment(100_000, PERCENT, 12, 50_000)
    assert rows.payment == (50_000, 50_000, 1_525)
    assert rows.balance == (51_000, 1_510, 0)


def test_a_smaller_payment_leaves_the_rest_to_the_last_month():
    rows = schedules.equal_payment(100_000, PERCENT, 3, 10_000)
    assert rows.payment == (10_000, 10_000, 82_729)
    assert sum(rows.principal) == 100_000


def test_a_chosen_payment_runs_until_nothing_is_left():
    rows = schedules.fixed_payment(100_000, PERCENT, 10_000, 600)
    assert len(rows.payment) == 11
    assert rows.payment[:-1] == (10_000,) * 10
    assert 0 < rows.payment[-1] <= 10_000


@pytest.mark.parametrize("payment", [0, 999, 1000])
def test_a_payment_that_only_meets_the_interest_never_repays(payment):
    with pytest.raises(schedules.NeverRepays):
        schedules.fixed_payment(100_000, PERCENT, payment, 600)


def test_a_payment_that_takes_longer_than_the_limit_is_refused():
    assert len(schedules.fixed_payment(100_000, PERCENT, 10_000, 11).payment) == 11
    with pytest.raises(schedules.NeverRepays):
        schedules.fixed_payment(100_000, PERCENT, 10_000, 10)


def test_given_payments_below_the_interest_let_the_balance_grow_in_sight():
    rows = schedules.stepped(100_000, PERCENT, [0, 500, 20_000, 99_999])
    assert rows.principal == (-1000, -510, 18985, 82525)
    assert rows.balance == (101_000, 101_510, 82_525, 0)
    assert rows.payment == (0, 500, 20_000, 83_350)


def test_a_fee_comes_on_top_of_each_instalment():
    rows = schedules.with_fee(schedules.equal_principal(1_200_000, FREE, 12), 6_000)
    assert rows.payment == (106_000,) * 12
    assert rows.fee == (6_000,) * 12
    assert sum(rows.interest) == 0


def test_nothing_owed_is_one_row_of_nothing():
    assert schedules.equal_payment(0, PERCENT, 12).payment == (0,)


def test_the_public_schedule_speaks_yuan():
    found = schedules.amortize(Decimal(10_000), Decimal("0.18"), 12)
    assert found.rows[0] == (1, Decimal("916.80"), Decimal("150.00"), Decimal("766.80"), Decimal("9233.20"))
    assert str(found.rows[-1].balance) == "0.00"
    assert found.total_interest == Decimal("1001.61")


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal", "interest_only", "bullet"])
def test_every_method_repays_the_principal(method):
    rows = schedules.amortize(Decimal("12345.67"), Decimal("0.1825"), 7, method=method).rows
    assert sum(row.principal for row in rows) == Decimal("12345.67")
    assert len(rows) == 7


@pytest.mark.parametrize(("principal", "rate", "months", "method"), [
    (-1, "0.1", 12, "equal_payment"), (1, "-0.1", 12, "equal_payment"), (1, "0.1", 0, "equal_payment"), (1, "0.1", 12, "balloon"),
])  # fmt: skip
def test_impossible_loans_are_refused(principal, rate, months, method):
    with pytest.raises(ValueError, match=r"."):
        schedules.amortize(Decimal(principal), Decimal(rate), months, method=method)


def test_a_loan_too_large_for_64_bits_is_refused_not_wrapped():
    with pytest.raises(OverflowError):
        vector.loans(10**14, 1_000_000, 12)
    growing = vector.loans(10**9, 5_000_000, 20)
    with pytest.raises(OverflowError):
        vector.equal_payment(growing, 0)
    with pytest.raises(OverflowError):
        vector.bullet(vector.loans(10**11, 5_000_000, 600))


@pytest.mark.parametrize("loan", [(-1, 1, 1), (1, -1, 1), (1, 1, 0), (1.5, 1, 1), (1, 0.18, 12)])
def test_impossible_loans_in_a_batch_are_refused(loan):
    with pytest.raises(ValueError, match=r"."):
        vector.loans(*loan)


def test_a_batch_of_none_is_none():
    nothing = vector.equal_payment(vector.loans(np.array([], int), 0, 12))
    assert nothing.payment.size == 0


def test_one_loan_and_many_give_the_same_rows_in_any_order():
    one = vector.equal_payment(vector.loans(1_234_567, 182_500, 24)).payment[:, 0]
    many = vector.loans(np.full(10_000, 1_234_567), 182_500, 24)
    assert (vector.equal_payment(many).payment == one[:, None]).all()


def test_a_month_s_rate_is_exact_in_both_engines():
    assert rates.monthly(Decimal("0.1825")) == Ratio(73, 4800)
    tables = vector.equal_payment(vector.loans(1_000_000, 182_500, 60))
    assert tuple(tables.payment[:, 0]) == schedules.equal_payment(1_000_000, Ratio(73, 4800), 60).payment


def test_the_app_does_not_wait_for_numpy():
    code = "import sys, assessment.schedules, assessment.rates; sys.exit('numpy' in sys.modules or 'pyxirr' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_payment_above_the_interest_is_not_refused_for_its_size():
    large = vector.loans(10**10, 360_000, 360)
    payment = vector.level_payments(large)
    assert (vector.equal_payment(large, payment).payment == vector.equal_payment(large).payment).all()
