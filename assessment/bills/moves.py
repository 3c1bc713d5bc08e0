"""Moves between a person's own accounts, seen where two bills tell the two halves of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from assessment.bills.ledger import Entry

_DAY = timedelta(days=1)
_BESIDE = (timedelta(0), -_DAY, _DAY)
_UNTOLD = frozenset({"person", "wallet", "other", "interest"})
"""Sources of money in that may be the person's own other account."""


class _Transfers:
    """Entries that can be one half of a move, by amount, day and book; each is given out once."""

    def __init__(self, entries: Sequence[Entry], places: Iterable[int]) -> None:
        self._held: dict[tuple[int, date], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place in places:
            entry = entries[place]
            self._held[entry.gross, entry.day][entry.book].append(place)

    def other_half(self, entry: Entry) -> int | None:
        """One of the same amount in another book, on the day or the day beside it."""
        for days in _BESIDE:
            for book, places in self._held.get((entry.gross, entry.day + days), {}).items():
                if places and book != entry.book:
                    return places.pop()
        return None


def own_moves(entries: Sequence[Entry]) -> tuple[list[Entry], int]:
    """What left one account as another received the same amount on the day or the day beside it, as moves.

    First what came in without a source is held against what went out or moved, then what went out against what another
    account tells as a move.
    """
    came = [place for place, entry in enumerate(entries) if entry.kind == "received" and entry.source in _UNTOLD]
    went = [place for place, entry in enumerate(entries) if entry.kind == "spent" and entry.transfer]
    between = [place for place, entry in enumerate(entries) if entry.kind == "moved"]
    moved = _halves(entries, came, [*went, *between])
    moved |= _halves(entries, between, [place for place in went if place not in moved])
    settled = [
        entry._replace(kind="moved", category="", source="") if place in moved else entry
        for place, entry in enumerate(entries)
    ]
    return settled, sum(entries[place].kind != "moved" for place in moved)


def _halves(entries: Sequence[Entry], ones: Iterable[int], others: Iterable[int]) -> set[int]:
    """Places of entries that have their other half, both of them."""
    transfers = _Transfers(entries, others)
    found: set[int] = set()
    for place in ones:
        other = transfers.other_half(entries[place])
        if other is not None:
            found |= {place, other}
    return found
