"""What a personal credit report says: its accounts, what stands besides them, and what of it was left aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from assessment.case import Method, Security
from assessment.text import Text

Kind = Literal["card", "loan", "credit_line", "pursued"]
"""A credit card; a loan; a limit that may be drawn on again and again; a claim sold or paid for by a guarantor."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of the report. Yuan; None where the report does not say.

    `overdue` is the sum overdue now, nought where the account is overdue by an amount not told and `late` says so;
    `days` the fewest days overdue its last status means, on the day the account stands at, `as_of`. `months_late` and
    `over_ninety` are of the last five years. `sentence` is where all this stands, without card numbers.
    """

    lender: str
    kind: Kind
    sentence: str
    product: str = ""
    opened: date | None = None
    due: date | None = None
    as_of: date | None = None
    original: Decimal | None = None
    balance: Decimal | None = None
    late: bool = False
    overdue: Decimal | None = None
    days: int = 0
    months_late: int | None = None
    over_ninety: bool | None = None
    bad: bool = False
    closed: bool = False
    instalment: Decimal | None = None
    instalments: int = 0
    instalments_left: int = 0
    due_day: int | None = None
    method: Method | None = None
    security: Security = "none"
    joint: bool = False

    @property
    def owed(self) -> bool:
        """Whether something is owed on it now."""
        return bool(self.balance or self.overdue) or (not self.closed and self.late)


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says, its day, and what of it was left aside. `queries` of the three months before that day."""

    day: date | None
    accounts: tuple[Account, ...]
    guarantees: int
    queries: int | None
    notes: tuple[Text, ...]

    @property
    def months_late(self) -> int | None:
        """The most months any one account was overdue in five years; None where no account says."""
        said = [each.months_late for each in self.accounts if each.months_late is not None]
        return max(said, default=None)

    @property
    def over_ninety(self) -> bool:
        """Whether any account was overdue by more than 90 days."""
        return any(each.over_ninety for each in self.accounts)
