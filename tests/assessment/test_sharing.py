"""One sum among several creditors."""

from decimal import Decimal

import pytest

from assessment.sharing import pro_rata, pro_rata_fen


def test_more_than_is_owed_leaves_the_rest_unshared():
    assert pro_rata(Decimal(100), [Decimal("10.01"), Decimal("20.02")]) == [Decimal("10.01"), Decimal("20.02")]


def test_the_earlier_creditor_gets_the_odd_fen():
    assert pro_rata_fen(100, [100, 100, 100]) == [34, 33, 33]
    assert pro_rata_fen(200, [100, 100, 100]) == [67, 67, 66]


def test_a_creditor_owed_nothing_gets_nothing():
    assert pro_rata_fen(1, [0, 5, 0]) == [0, 1, 0]
    assert pro_rata_fen(5, []) == []
    assert pro_rata_fen(0, [3, 4]) == [0, 0]


def test_amounts_below_nought_are_refused():
    with pytest.raises(ValueError, match="negative"):
        pro_rata(Decimal(-1), [Decimal(5)])
    with pytest.raises(ValueError, match="negative"):
        pro_rata(Decimal(1), [Decimal(-5), Decimal(10)])
