"""Due days as a calendar file (RFC 5545) that any phone takes: a plan's, or those of an agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from assessment import money
from assessment.deal.tracking import Tracked
from assessment.plan import Plan
from assessment.text import Text

if TYPE_CHECKING:
    from icalendar import Event

_BEFORE = timedelta(days=-3, hours=9)
"""Nine in the morning three days before: an all-day event begins at midnight."""
_NOTE = Text("按计划付款。要对方同意的，先拿到书面协议再付。")


_AGREED = Text("照协议付款，只付协议写的账户；付完存好回执，记进“往来记录”。")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One day in the calendar; entries of the same key replace each other."""

    day: date
    key: str
    title: Text
    note: Text


def calendar(plan: Plan, say: Callable[[Text], str], names: Sequence[str] = ()) -> bytes:
    """Every payment as an all-day event with an alarm three days before.

    Titles are short and say nothing of debts. `names` are the lenders', one a debt of the plan; without them the
    file names nobody.
    """
    entries = [
        _Entry(due.day, f"{due.day} {due.place}", _title(due.fen, names[due.place] if names else ""), _NOTE)
        for due in plan.dues
    ]
    return _file(entries, plan.board.as_of, say)


def agreed(tracked: Tracked, place: int, say: Callable[[Text], str], name: str = "") -> bytes:
    """Every payment of an agreement that is still open, by what it still lacks; `place` is the agreement's in the case."""
    entries = [
        _Entry(row.day, f"agreed {place} {row.day} {row.number}", _title(row.short, name), _AGREED)
        for row in tracked.rows
        if row.short and row.day >= tracked.as_of
    ]
    return _file(entries, tracked.as_of, say)


def _title(fen: int, name: str) -> Text:
    amount = money.told(fen)
    return Text("付款 {name} {amount}", name=name, amount=amount) if name else Text("付款 {amount}", amount=amount)


def _file(entries: Iterable[_Entry], as_of: date, say: Callable[[Text], str]) -> bytes:
    from icalendar import Calendar

    book = Calendar()
    book.add("prodid", "-//due days//ZH")
    book.add("version", "2.0")
    stamp = datetime.combine(as_of, time(), UTC)
    for entry in entries:
        book.add_component(_event(entry, stamp, say))
    written: bytes = book.to_ical()
    return written


def _event(entry: _Entry, stamp: datetime, say: Callable[[Text], str]) -> Event:
    """An event whose name is its key's, so that a file taken in again replaces what it said before."""
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    event.add("uid", f"{sha256(entry.key.encode()).hexdigest()[:32]}@due-days.invalid")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    event.add("summary", say(entry.title))
    event.add("description", say(entry.note))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _BEFORE)
    alarm.add("description", say(entry.title))
    event.add_component(alarm)
    return event
