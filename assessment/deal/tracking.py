"""An agreed schedule against the payments of the log: what is paid, what is due, what was missed, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from assessment import money
from assessment.case import Agreement, Due, Event, EventKind

Standing = Literal["paid", "paid_late", "to_come", "grace", "missed"]

_PAID: frozenset[EventKind] = frozenset({"payment", "deduction"})


@dataclass(frozen=True, slots=True)
class Instalment:
    """One agreed payment: how much of it is covered, since when it is covered whole, and how it stands. Fen.

    `last_day` is the last day on which it is not missed, grace included.
    """

    number: int
    day: date
    last_day: date
    fen: int
    covered: int
    paid_on: date | None
    standing: Standing

    @property
    def short(self) -> int:
        return self.fen - self.covered


@dataclass(frozen=True, slots=True)
class Tracked:
    """A schedule as it stands on a day. Fen.

    `receipts` are the places in the log of the payments that count; `left_out` of payments that may be meant but lack a
    day or the debt's name, or whose agreement has no day. `beyond` was paid above all that was agreed.
    """

    agreement: Agreement
    as_of: date
    rows: tuple[Instalment, ...]
    receipts: tuple[int, ...]
    left_out: tuple[int, ...]
    paid: int

    @property
    def total(self) -> int:
        return sum(row.fen for row in self.rows)

    @property
    def left(self) -> int:
        return max(self.total - self.paid, 0)

    @property
    def beyond(self) -> int:
        return max(self.paid - self.total, 0)

    @property
    def missed(self) -> tuple[Instalment, ...]:
        return tuple(row for row in self.rows if row.standing == "missed")

    @property
    def open(self) -> Instalment | None:
        """The first payment not yet covered."""
        return next((row for row in self.rows if row.short), None)

    @property
    def finished(self) -> date | None:
        """The day on which all was paid; None before."""
        done = [row.paid_on for row in self.rows if row.paid_on]
        return max(done) if self.rows and len(done) == len(self.rows) else None

    @property
    def kept(self) -> int:
        """How many payments were covered by their last day."""
        return sum(row.standing == "paid" for row in self.rows)


def track(agreement: Agreement, events: Sequence[Event], as_of: date) -> Tracked:
    """The schedule on a day: payments from the day of the agreement on, each to the oldest payment still open."""
    paid, left_out = _payments(agreement, events, as_of)
    sums = tuple(accumulate(fen for _day, _place, fen in paid))
    rows = tuple(_rows(agreement, [day for day, _place, _fen in paid], sums, as_of))
    return Tracked(
        agreement, as_of, rows, tuple(place for _day, place, _fen in paid), left_out, sums[-1] if sums else 0
    )


def _payments(
    agreement: Agreement, events: Sequence[Event], as_of: date
) -> tuple[list[tuple[date, int, int]], tuple[int, ...]]:
    """What was paid under the agreement, in order of time; and what may have been, for want of a day or a name."""
    counted, left_out = [], []
    for place, event in enumerate(events):
        if event.kind not in _PAID or not event.amount or event.name not in {"", agreement.name}:
            continue
        if event.day is None or agreement.day is None or (not event.name and agreement.name):
            left_out.append(place)
        elif agreement.day <= event.day <= as_of:
            counted.append((event.day, place, money.to_fen(event.amount)))
    return sorted(counted), tuple(left_out)


def _rows(agreement: Agreement, days: Sequence[date], sums: Sequence[int], as_of: date) -> Iterator[Instalment]:
    due_before, paid = 0, sums[-1] if sums else 0
    for number, due in enumerate(agreement.dues, start=1):
        fen = money.to_fen(due.amount)
        covered = min(max(paid - due_before, 0), fen)
        due_before += fen
        last = due.day + timedelta(days=agreement.grace_days)
        paid_on = None
        if covered == fen:
            paid_on = next(day for day, whole in zip(days, sums, strict=True) if whole >= due_before)
        yield Instalment(number, due.day, last, fen, covered, paid_on, _standing(due, last, paid_on, as_of))


def _standing(due: Due, last: date, paid_on: date | None, as_of: date) -> Standing:
    if paid_on is not None:
        return "paid" if paid_on <= last else "paid_late"
    if as_of <= due.day:
        return "to_come"
    return "grace" if as_of <= last else "missed"
