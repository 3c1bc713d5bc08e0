"""The credit calendar's codes and the day a bad record lapses."""

from __future__ import annotations

from datetime import date

import pytest

from assessment import rules
from assessment.credit import calendar, code

LAW = rules.at(date(2026, 11, 23))
BANDS = (30, 60, 90, 120, 150, 180)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, "N"),
        (1, "1"),
        (30, "1"),
        (31, "2"),
        (60, "2"),
        (61, "3"),
        (90, "3"),
        (91, "4"),
        (121, "5"),
        (151, "6"),
        (180, "6"),
        (181, "7"),
        (900, "7"),
    ],
)
def test_codes_follow_the_day_bands_of_the_report(days, expected):
    assert code(days, BANDS) == expected


def test_overdue_cleared_on_15_april_2026_lapses_on_15_april_2031():
    found = calendar(40, date(2026, 4, 1), (date(2026, 4, 15), date(2026, 4, 15)), date(2026, 4, 15), LAW)
    assert found.re_aged.lapses == date(2031, 4, 15)
    assert found.until_cleared.lapses == date(2031, 4, 15)


def test_cleared_on_29_february_lapses_on_28_february():
    found = calendar(40, date(2028, 2, 1), (date(2028, 2, 29), date(2028, 2, 29)), date(2028, 2, 29), LAW)
    assert found.re_aged.lapses == date(2033, 2, 28)


def test_two_bounds_where_the_lenders_reporting_is_not_known():
    today, end = date(2026, 11, 23), date(2027, 3, 8)
    found = calendar(100, today, (today, end), end, LAW)
    assert found.re_aged.codes == ("N", "N", "N", "N", "C")
    assert found.until_cleared.codes == ("4", "5", "6", "7", "C")
    assert found.re_aged.lapses == date(2031, 11, 23)
    assert found.until_cleared.lapses == date(2032, 3, 8)


def test_a_debt_never_cleared_never_lapses_and_climbs_to_seven():
    found = calendar(12, date(2026, 11, 23), (None, None), None, LAW, 24)
    assert found.until_cleared.lapses is None
    assert found.until_cleared.codes[-1] == "7"
    steps = [int(code) for code in found.until_cleared.codes]
    assert all(after - before in {0, 1} for before, after in zip(steps, steps[1:], strict=False))


def test_nothing_overdue_leaves_no_bad_record():
    today = date(2026, 11, 23)
    found = calendar(0, today, (today, today), date(2027, 1, 5), LAW)
    assert found.re_aged.codes == ("N", "N", "C")
    assert found.re_aged.lapses is None
    assert found.habits == ()


def test_habits_are_called_habits():
    found = calendar(40, date(2026, 11, 23), (None, None), None, LAW)
    assert "惯例" in found.habits[0].msgid
    assert "不是法律规定" in found.habits[0].msgid
