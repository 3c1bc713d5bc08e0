"""An offer as the money that would move: what is paid first, and what every month after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment import rates
from assessment.offers import Components, Outcome, Position

_NOTHING = 1e-9
_NONE = Components()


@dataclass(frozen=True, slots=True)
class Flows:
    """Payments of an offer. Fen.

    `first` is paid on `first_day`, from what is at hand; `monthly` falls due on `days`; `waived` is let off of what
    is `owed` today.
    """

    first: int
    first_day: date
    monthly: tuple[int, ...]
    days: tuple[date, ...]
    owed: int
    waived: Components = _NONE

    @property
    def total(self) -> int:
        return self.first + sum(self.monthly)

    @property
    def heaviest(self) -> int:
        """The heaviest month; nothing where all is paid at once."""
        return max(self.monthly, default=0)

    @property
    def months(self) -> int:
        """How many months something is paid."""
        return sum(payment > 0 for payment in self.monthly)

    @property
    def ends(self) -> date:
        return self.days[-1] if self.days else self.first_day

    @property
    def above_owed(self) -> int:
        """What is paid in all above what is owed today; negative where less is paid."""
        return self.total - self.owed

    @property
    def periodic(self) -> float | None:
        """The month's rate at which the payments are worth what is owed today; None where there is none."""
        if not any(self.monthly):
            return None
        try:
            found = rates.irr((self.first - self.owed, *self.monthly))
        except rates.NoRate:
            return None
        return 0.0 if abs(found) < _NOTHING else found

    @property
    def yearly(self) -> float | None:
        """Twelve times the month's rate on what is owed today."""
        return None if self.periodic is None else self.periodic * 12

    @property
    def effective(self) -> float | None:
        """The effective yearly rate on what is owed today."""
        return None if self.periodic is None else rates.effective(self.periodic, 12)


def of_outcome(result: Outcome, as_of: date) -> Flows:
    """The payments of an offer the engine has worked out."""
    path = result.path
    today = path.payment[0] if path.dates[:1] == (as_of,) else 0
    later = 1 if today else 0
    return Flows(today, as_of, path.payment[later:], path.dates[later:], result.owed.total, result.waived)


def stated(position: Position, first: tuple[int, date], monthly: Sequence[int], waived: Components) -> Flows:
    """Payments as somebody names them, the months dated by the debt's own due day."""
    return Flows(*first, tuple(monthly), position.due_days(len(monthly)), position.claim.total, waived)
