"""Contacts by day and hour: each where it was logged, the closed hours counted to the minute."""

from __future__ import annotations

from datetime import date

from assessment import rules
from assessment.case import Event
from assessment.law.contacts import contacts
from ui.charts import contact_hours, theme

LAW = rules.at(date(2026, 11, 24))


def event(time, day=date(2026, 11, 1), kind="call"):
    return Event(name="某贷", day=day, time=time, kind=kind, who="<b>4001</b>")


def test_late_is_from_ten_at_night_up_to_eight_in_the_morning():
    found = contacts([event(each) for each in ("21:59", "22:00", "23:30", "00:10", "07:59", "08:00")], LAW)
    assert found.late == 4


def test_what_has_no_day_or_time_is_counted_and_not_drawn():
    found = contacts(
        [event(""), event("晚饭后"), event("9:00", day=None), event("9:00"), event("9:00", kind="payment")], LAW
    )
    assert (len(found.timed), found.untimed) == (1, 3)
    assert "另有 3 次没有写日期或时间" in contact_hours.reading(found)


def test_a_day_is_busy_from_the_fourth_connected_call():
    three = [event(f"{hour}:00") for hour in (9, 10, 11)]
    assert contacts([*three, event("12:00", kind="dialled")], LAW).busy == ()
    assert contacts([*three, event("")], LAW).busy == ((date(2026, 11, 1), 4),)


def test_each_mark_stands_at_its_day_and_hour_in_its_kind_s_shape():
    found = contacts([event("22:30"), event("9:15", kind="message"), event("10:00", day=date(2026, 11, 3))], LAW)
    figure = contact_hours.figure(found, theme.LIGHT)
    calls, messages = figure.data
    assert (list(calls.x), list(calls.y)) == (["11-01", "11-03"], [22.5, 10.0])
    assert (list(messages.x), list(messages.y)) == (["11-01"], [9.25])
    assert calls.marker.symbol != messages.marker.symbol
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes] == [(0, 8), (22, 24)]
    assert len(contact_hours.table(found)) == 3


def test_two_years_are_told_apart():
    found = contacts([event("9:00"), event("9:00", day=date(2025, 11, 1))], LAW)
    assert list(contact_hours.figure(found, theme.DARK).data[0].x) == ["2025-11-01", "2026-11-01"]
