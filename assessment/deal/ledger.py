"""Offers and counter-offers as they were logged, each read again and held against the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from assessment import dates
from assessment._assess import DebtAssessment
from assessment.case import Event, EventKind
from assessment.deal.flows import Flows
from assessment.deal.reading import Reading, read
from assessment.deal.verdict import Change, change, gap

Side = Literal["theirs", "ours"]

_SIDE: dict[EventKind, Side] = {"offered": "theirs", "asked": "ours"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer of the log: its place there, who made it, its payments today, what it lacks (fen), what moved.

    `change` is against the last offer of the same side; `gap` is None where the payments are not known.
    """

    place: int
    event: Event
    side: Side
    reading: Reading
    gap: int | None
    change: Change | None

    @property
    def flows(self) -> Flows | None:
        return None if self.reading.conflicts else self.reading.flows


def ledger(events: Sequence[Event], found: DebtAssessment) -> tuple[Entry, ...]:
    """Every offer logged about a debt, the oldest first; figures are those of today's debt and today's means."""
    return tuple(_entries(events, found))


def _entries(events: Sequence[Event], found: DebtAssessment) -> Iterator[Entry]:
    last: dict[Side, Flows] = {}
    for place, event in _ordered(events, found.debt.name):
        side = _SIDE[event.kind]
        reading = read(event.words, found.position)
        flows = None if reading.conflicts else reading.flows
        before = last.get(side)
        moved = change(flows, before) if flows and before else None
        yield Entry(place, event, side, reading, None if flows is None else gap(flows, found), moved)
        if flows:
            last[side] = flows


def _ordered(events: Sequence[Event], name: str) -> list[tuple[int, Event]]:
    ours = [
        (place, event)
        for place, event in enumerate(events)
        if event.kind in _SIDE and event.words and event.name in {"", name}
    ]
    return sorted(ours, key=lambda item: (item[1].day or date.min, dates.clock(item[1].time) or time.min, item[0]))


def last_of(entries: Sequence[Entry], side: Side) -> Flows | None:
    """The payments of the last readable offer of one side."""
    return next((entry.flows for entry in reversed(entries) if entry.side == side and entry.flows), None)
