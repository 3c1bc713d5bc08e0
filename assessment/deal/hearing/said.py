"""What a phrase says, before it is held against a debt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from assessment.text import Text

Part = Literal["principal", "interest", "penalty", "fees"]
PARTS: tuple[Part, ...] = ("principal", "interest", "penalty", "fees")
Asked = Decimal | int
"""A share of something as a Decimal, or so many fen as an int."""


Trap = Literal["borrow", "private_account"]
"""A way of paying that harms whoever agrees to it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Words of the phrase, and what they were taken for."""

    words: str
    meaning: Text


@dataclass
class Said:
    """The facts of one phrase. Fen; shares are fractions; several entries in a list contradict each other.

    `off` is let off of a part, `due` is what of it stays to be paid, `off_in_all` names no part,
    `due_in_all` is what stays to be paid of everything; `kept` are parts
    that are not let off. `down` is paid first, `lump` settles the whole; a share of `lump` is a share of what is owed.
    `at_once` is meant where it is to be paid off, `in_one` where one payment was said outright;
    `interest_only` are months in which only interest is paid; `rest_off` are words that let off whatever is not named;
    `claimed` is what the lender says is owed, `rest` what is left after the first payment; `bare` are a term and an
    amount with nothing to say whether it is each or all. `impossible` are numbers that cannot be meant or are none:
    with one of them, nothing is worked out.
    """

    months: list[int] = field(default_factory=list)
    payments: list[int] = field(default_factory=list)
    steps: list[tuple[int | None, int]] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    claimed: int | None = None
    rest: int | None = None
    bare: tuple[int, int, str] | None = None
    down: list[Asked] = field(default_factory=list)
    lump: list[Asked] = field(default_factory=list)
    at_once: bool = False
    in_one: bool = False
    off: dict[Part, Asked] = field(default_factory=dict)
    due: dict[Part, int] = field(default_factory=dict)
    due_in_all: int | None = None
    off_in_all: list[Asked] = field(default_factory=list)
    rest_off: str = ""
    kept: set[Part] = field(default_factory=set)
    rates: list[Decimal] = field(default_factory=list)
    rate_times: Decimal | None = None
    contract_rate: bool = False
    interest_free: bool = False
    grace: int | date | None = None
    interest_only: int = 0
    start: date | None = None
    by: date | None = None
    due_day: int | None = None
    extra: int = 0
    extra_each: int = 0
    fee_share: Decimal = Decimal(0)
    original: bool = False
    cure: bool = False
    capitalised: bool = False
    refused: bool = False
    taken: list[Taken] = field(default_factory=list)
    unclear: list[Text] = field(default_factory=list)
    conflicts: list[Text] = field(default_factory=list)
    warnings: list[Text] = field(default_factory=list)
    traps: set[Trap] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    impossible: list[Text] = field(default_factory=list)

    def warn(self, warning: Text) -> None:
        """A warning, once however often there is cause for it."""
        if warning not in self.warnings:
            self.warnings.append(warning)

    @property
    def in_parts(self) -> bool:
        """Paid over time rather than once."""
        return bool(
            self.months or self.payments or self.steps or self.grace or self.original or self.cure or self.interest_only
        )
