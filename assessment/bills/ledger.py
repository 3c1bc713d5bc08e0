"""Lines of a bill as far as they are kept: no name, account or order number outlives the reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.text import Text

Kind = Literal["spent", "received", "repaid", "borrowed", "moved"]
"""Lived on; came in; went to a lender; came from a lender; moved between the person's own accounts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment. `fen` is what it came to after refunds, never negative.

    `category` is what it was for, ours; `source` whom it came from, for income; `creditor` the lender it concerns, or
    on whose credit it was bought; `words` the line that shows it, only where a lender is concerned.
    """

    day: date
    fen: int
    kind: Kind
    category: str = ""
    source: str = ""
    creditor: str = ""
    words: str = ""
    card: bool = False


@dataclass(frozen=True, slots=True)
class Bill:
    """One export: whose, its days, its entries in order of time, how many lines were left out and why.

    `told` are the export's own sums of income and spending, `counted` those of its lines as they stand. Fen.
    """

    platform: str
    since: date
    until: date
    entries: tuple[Entry, ...]
    lines: int
    closed: int
    refunds: int
    unread: tuple[int, ...]
    told: tuple[int | None, int | None]
    counted: tuple[int, int]
    notes: tuple[Text, ...] = ()
