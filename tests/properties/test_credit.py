"""What must hold for every credit calendar."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment import rules
from assessment.credit import calendar

LAW = rules.at(date(2026, 11, 23))
DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
RANK = {"*": 0, "N": 0, **{str(level): level for level in range(1, 8)}, "C": 0}


@given(st.integers(0, 1500), DAYS, st.integers(0, 1500), st.integers(0, 1500))
def test_codes_rise_by_one_at_most_and_nothing_follows_closing(overdue, today, first, second):
    agreed, cleared = (today + timedelta(days=days) for days in sorted((first, second)))
    found = calendar(overdue, today, (agreed, cleared), cleared, LAW)
    for path in (found.re_aged, found.until_cleared):
        ranks = [RANK[code] for code in path.codes]
        assert all(after - before <= 1 for before, after in zip(ranks, ranks[1:], strict=False))
        assert "C" not in path.codes[:-1]
    best, worst = ([RANK[code] for code in path.codes] for path in (found.re_aged, found.until_cleared))
    assert all(a <= b for a, b in zip(best, worst, strict=True))


@given(st.integers(1, 1500), DAYS, st.integers(0, 1500), st.integers(0, 1500))
def test_paying_earlier_never_lapses_later(overdue, today, first, second):
    early, late = (today + timedelta(days=days) for days in sorted((first, second)))
    sooner = calendar(overdue, today, (early, early), early, LAW)
    later = calendar(overdue, today, (late, late), late, LAW)
    assert sooner.until_cleared.lapses <= later.until_cleared.lapses


@given(st.integers(1, 1500), DAYS)
def test_a_record_never_lapses_before_five_years_are_over(overdue, today):
    found = calendar(overdue, today, (today, today), today, LAW)
    assert (found.re_aged.lapses - today).days >= 5 * 365
    assert found.re_aged.lapses.year == today.year + 5
