"""What holds for every pro rata sharing."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment.sharing import pro_rata_fen
from tests.properties import oracle

owed = st.lists(st.one_of(st.integers(0, 50), st.integers(0, 10**10)), min_size=1, max_size=12)


@st.composite
def cases(draw):
    balances = draw(owed)
    return draw(st.integers(0, sum(balances) + 5)), balances


@given(cases())
def test_everything_is_shared_and_nobody_gets_more_than_is_owed(case):
    amount, balances = case
    parts = pro_rata_fen(amount, balances)
    assert sum(parts) == min(amount, sum(balances))
    assert all(0 <= part <= balance for part, balance in zip(parts, balances, strict=True))


@given(cases())
def test_each_part_is_within_a_fen_of_its_quota_and_equal_balances_too(case):
    amount, balances = case
    parts, total = pro_rata_fen(amount, balances), sum(balances)
    if amount < total:
        assert all(
            abs(part - Fraction(amount * balance, total)) < 1 for part, balance in zip(parts, balances, strict=True)
        )
    for balance in set(balances):
        alike = [part for part, other in zip(parts, balances, strict=True) if other == balance]
        assert max(alike) - min(alike) <= 1
        assert alike == sorted(alike, reverse=True)


@given(cases())
def test_parts_equal_the_naive_ones(case):
    assert pro_rata_fen(*case) == oracle.shares(*case)


@given(cases(), st.randoms())
def test_another_order_moves_parts_with_their_creditors_but_for_ties(case, random):
    amount, balances = case
    order = list(range(len(balances)))
    random.shuffle(order)
    parts, moved = pro_rata_fen(amount, balances), pro_rata_fen(amount, [balances[place] for place in order])
    remainders = [amount * balance % max(sum(balances), 1) for balance in balances]
    for new, old in enumerate(order):
        assert moved[new] == parts[old] or (abs(moved[new] - parts[old]) == 1 and remainders.count(remainders[old]) > 1)


@given(cases())
def test_one_fen_more_lowers_no_part_by_more_than_a_fen(case):
    amount, balances = case
    now, more = pro_rata_fen(amount, balances), pro_rata_fen(amount + 1, balances)
    assert all(after >= before - 1 for after, before in zip(more, now, strict=True))
