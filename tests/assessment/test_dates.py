"""Due days, month ends and calendar spans."""

from datetime import date

import pytest

from assessment import dates
from assessment.problems import NotUnderstood


@pytest.mark.parametrize(("day", "months", "expected"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2028, 1, 31), 1, date(2028, 2, 29)),
    (date(2100, 1, 31), 1, date(2100, 2, 28)), (date(2026, 11, 30), 3, date(2027, 2, 28)),
    (date(2026, 3, 31), -1, date(2026, 2, 28)), (date(2026, 12, 5), 1, date(2027, 1, 5)),
    (date(2026, 1, 5), -1, date(2025, 12, 5)), (date(2026, 6, 15), 0, date(2026, 6, 15)),
])  # fmt: skip
def test_a_month_later_is_the_same_day_or_the_month_s_last(day, months, expected):
    assert dates.add_months(day, months) == expected


def test_29_february_becomes_28_in_a_common_year():
    assert dates.add_years(date(2024, 2, 29), 5) == date(2029, 2, 28)
    assert dates.add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_due_day_comes_back_after_a_short_month():
    assert dates.due_dates(date(2026, 1, 31), 31, 4) == (
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30),
    )  # fmt: skip


def test_an_odd_first_day_does_not_move_the_later_ones():
    assert dates.due_dates(date(2026, 2, 3), 8, 3) == (date(2026, 2, 3), date(2026, 3, 8), date(2026, 4, 8))
    assert dates.due_dates(date(2026, 2, 3), 8, 0) == ()


@pytest.mark.parametrize(("since", "until", "months"), [
    (date(2026, 1, 31), date(2026, 2, 28), 1), (date(2026, 1, 31), date(2026, 2, 27), 0),
    (date(2026, 1, 15), date(2027, 1, 14), 11), (date(2026, 1, 15), date(2027, 1, 15), 12),
    (date(2026, 1, 15), date(2026, 1, 15), 0),
])  # fmt: skip
def test_full_months_are_counted_as_due_days_are(since, until, months):
    assert dates.whole_months(since, until) == months


@pytest.mark.parametrize(
    "text",
    ["2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", "２０２６－０３－０１", "2026-03-01 00:00:00"],
)
def test_a_day_reads_in_the_forms_people_use(text):
    assert dates.parse(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text", ["", "3月1日", "3/1", "01/03/2026", "260301", "2026-02-30", "2026-13-01", "46082", "明天", "٢٠٢٦-03-01"]
)
def test_a_day_that_is_incomplete_impossible_or_ambiguous_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        dates.parse(text)


@pytest.mark.parametrize("text", ["2026-02-30", "2026年13月1日", "20261301"])
def test_a_day_that_no_calendar_has_is_told_so(text):
    with pytest.raises(NotUnderstood) as refused:
        dates.parse(text)
    assert "没有" in refused.value.what.msgid
    assert dict(refused.value.what.values) == {"raw": text}
