"""When collectors made contact, by day and time of day: plain counting, no rule decides anything here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from assessment import dates
from assessment.case import Event, EventKind
from assessment.rules import Rules

KINDS: tuple[EventKind, ...] = ("call", "dialled", "message", "visit", "third_party")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact with its day and time."""

    day: date
    clock: time
    event: Event

    @property
    def hour(self) -> float:
        """The time of day in hours: 22.5."""
        return self.clock.hour + self.clock.minute / 60


@dataclass(frozen=True, slots=True)
class Contacts:
    """Every contact that has a day and a time, in order; the closed hours as the standards name them; how many have none.

    `busy` are the days with more connected calls about one debt than the national standard names, with their count.
    """

    timed: tuple[Contact, ...]
    untimed: int
    closed: tuple[int, int]
    busy: tuple[tuple[date, int], ...]

    @property
    def late(self) -> int:
        """How many fall into the closed hours."""
        first, last = self.closed
        return sum(each.hour >= first or each.hour < last for each in self.timed)


def contacts(events: Sequence[Event], law: Rules) -> Contacts:
    """The contacts of a log. Closed hours and calls a day: GB/T 45251—2025, which is no law and binds not every lender."""
    reached = [event for event in events if event.kind in KINDS]
    timed = sorted(filter(None, map(_timed, reached)), key=lambda each: (each.day, each.clock))
    first, last = law.collect_hours_national.latest(law.day).value
    most: int = law.collect_calls_national.latest(law.day).value
    connected = Counter((event.day, event.name) for event in reached if event.kind == "call" and event.day)
    busy = {day: max(count for (on, _name), count in connected.items() if on == day) for day, _name in connected}
    busy = {day: count for day, count in busy.items() if count > most}
    return Contacts(tuple(timed), len(reached) - len(timed), (first, last), tuple(sorted(busy.items())))


def _timed(event: Event) -> Contact | None:
    clock = dates.clock(event.time)
    return Contact(event.day, clock, event) if event.day and clock else None
