"""What goes into an evidence file: the log of one debt or of all, its files, its offers and its agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from assessment import dates
from assessment._assess import Assessment
from assessment.case import Agreement, Case, Event, Proof, words
from assessment.deal.agreed import in_force
from assessment.deal.flows import Flows
from assessment.deal.ledger import Entry, ledger
from assessment.deal.tracking import Tracked, track
from assessment.report import lenders
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer of the log with the debt's name as it was logged; its payments where they can be worked out for one debt."""

    name: str
    entry: Entry
    flows: Flows | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The matter as it stands on a day. `lines` are entries of the log by number, as they were entered.

    `name` is nothing where all debts are meant; where one is, the free notes of its lines are left out. `agreements` are
    those in force, `replaced` those before them. `telling` counts lines in which another debt's name stands.
    """

    as_of: date
    name: str
    lines: tuple[tuple[int, Event], ...]
    offers: tuple[Offer, ...]
    agreements: tuple[Tracked, ...]
    replaced: tuple[Agreement, ...] = ()
    telling: int = 0

    @property
    def in_time(self) -> tuple[tuple[int, Event], ...]:
        """The lines by day and time; those without a day last."""
        return tuple(
            sorted(
                self.lines, key=lambda line: (line[1].day or date.max, dates.clock(line[1].time) or time.min, line[0])
            )
        )

    @property
    def files(self) -> tuple[tuple[Text, Proof], ...]:
        """Every file referred to, and what it belongs to."""
        return tuple(self._files())

    @property
    def bare(self) -> int:
        """How many lines have no file with them."""
        return sum(not event.proofs for _number, event in self.lines)

    @property
    def nameless(self) -> int:
        """How many lines do not say which debt they are about."""
        return sum(not event.name for _number, event in self.lines)

    def _files(self) -> Iterator[tuple[Text, Proof]]:
        for number, event in self.lines:
            for proof in event.proofs:
                yield Text("记录 {number}", number=number), proof
        for tracked in self.agreements:
            for proof in tracked.agreement.proofs:
                yield Text("“{name}”的协议", name=tracked.agreement.name), proof


def gathered(case: Case, found: Assessment, name: str = "") -> Gathered:
    """What is logged about a debt, with lines that name none; about every debt where no name is given."""
    lines = tuple(_lines(case, name))
    held = tuple(each for each in case.agreements if each.dues and (not name or each.name == name))
    valid = {each.name: in_force(held, each.name) for each in held}
    last = tuple(found_last[1] for found_last in valid.values() if found_last)
    return Gathered(
        found.as_of,
        name,
        lines,
        _offers(case, found, name),
        tuple(track(each, case.events, found.as_of) for each in last),
        tuple(each for each in held if each not in last),
        _telling(case, lines, name),
    )


def _lines(case: Case, name: str) -> Iterator[tuple[int, Event]]:
    for number, event in enumerate(case.events, start=1):
        if not name:
            yield number, event
        elif event.name in {"", name}:
            yield number, event.model_copy(update={"note": ""})


def _offers(case: Case, found: Assessment, name: str) -> tuple[Offer, ...]:
    """Every offer once; one that names no debt is not taken for any of several."""
    entries = {
        entry.place: entry
        for debt in found.debts
        if not name or debt.debt.name == name
        for entry in ledger(case.events, debt)
    }
    alone = len(found.debts) == 1
    return tuple(
        Offer(entry.event.name, entry, entry.flows if alone or entry.event.name else None)
        for _place, entry in sorted(entries.items())
    )


def _telling(case: Case, lines: Sequence[tuple[int, Event]], name: str) -> int:
    """In how many lines about one debt another one's name or product stands."""
    own = {debt.name: debt for debt in case.debts}.get(name)
    if own is None:
        return 0
    others = lenders.known(debt for debt in case.debts if debt.name != name)
    return sum(
        any(other in told and other not in {own.name, own.product} for other in others) for told in map(_told, lines)
    )


def _told(line: tuple[int, Event]) -> str:
    event = line[1]
    return "\n".join((event.who, event.words, event.promise, *(proof.name for proof in event.proofs)))


def kind_of(event: Event) -> Text:
    """What kind of line it is."""
    return Text(words.EVENT_KIND[event.kind])
