"""Lines of a bill as far as they are kept: no name, account or order number outlives the reading."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, NamedTuple

from assessment.text import Text

Kind = Literal["spent", "received", "repaid", "borrowed", "moved", "refunded"]
"""Lived on; came in; went to a lender; came from a lender; moved between the person's own accounts; given back for
something bought before the bill begins."""


class Entry(NamedTuple):
    """One payment. `fen` is what it came to after refunds, `gross` before them; neither is negative.

    `category` is what it was for, ours, empty where the line does not say; `source` whom it came from, for income;
    `creditor` the lender it concerns, or on whose credit it was bought; `words` the line that shows it, only where a
    lender is concerned. `book` is the platform or bank whose bill it stands in, `payer` the one whose money it was and
    `through` the one its words name: the same payment may stand in those too. `transfer` says that it went to or came
    from an account rather than a shop.
    """

    day: date
    fen: int
    gross: int
    kind: Kind
    category: str = ""
    source: str = ""
    creditor: str = ""
    words: str = ""
    book: str = ""
    payer: str = ""
    through: str = ""
    transfer: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What a credit card's statement says is owed. Fen; `due_day` the day of the month it is due."""

    creditor: str
    owed: int | None = None
    minimum: int | None = None
    due_day: int | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """One export: whose, its days, its entries in order of time, how many lines were left out and why.

    `stated` says that the export itself told its days; `told` are its own sums of income and spending, `counted` those
    of its lines as they stand. Fen. `unread` are line numbers; `foreign` counts lines in other money, `closed` orders
    that came to nothing, `refunds` lines that give back.
    """

    platform: str
    since: date
    until: date
    stated: bool
    entries: tuple[Entry, ...]
    lines: int
    closed: int
    refunds: int
    foreign: int
    unread: tuple[int, ...]
    told: tuple[int | None, int | None]
    counted: tuple[int, int]
    statement: Statement | None = None
    notes: tuple[Text, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """For another process: the entries column by column, which takes a fifth of the time."""
        return {each.name: getattr(self, each.name) for each in fields(self)} | {
            "entries": tuple(zip(*self.entries, strict=True))
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, tuple(map(Entry, *value)) if name == "entries" and value else value)
