"""Several debts paid off with one sum a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment import money, schedules
from assessment.sharing.orders import Order, Owed, ranking, shared
from assessment.sharing.shares import pro_rata_fen
from assessment.text import Text

LONGEST = 600
"""Fifty years; what is not paid by then never is."""


@dataclass(frozen=True, slots=True)
class Payoff:
    """Every month until all is paid. Fen; one entry a month, in it one entry a debt.

    `at_once` is what the lump sum paid today; `cleared` counts months, 0 for today, None where it never happens;
    `grew` are the places of debts whose balance rose in some month; `trouble` says why not all is cleared, or what
    grew on the way.
    """

    at_once: tuple[int, ...]
    paid: tuple[tuple[int, ...], ...]
    balance: tuple[tuple[int, ...], ...]
    interest: tuple[int, ...]
    cleared: tuple[int | None, ...]
    grew: tuple[int, ...]
    short: int
    trouble: Text | None

    @property
    def months(self) -> int | None:
        """In which month the last debt is cleared; None where that never happens."""
        known = [month for month in self.cleared if month is not None]
        return max(known, default=0) if len(known) == len(self.cleared) else None


def payoff(debts: Sequence[Owed], budget: int, order: Order | Sequence[int], lump: int = 0) -> Payoff:
    """The debts paid with `lump` fen today and `budget` fen a month.

    Each month interest accrues (half up to the fen), every debt gets its minimum, and what is left goes by `order`
    in the same month, so that what a cleared debt no longer takes rolls on at once. A budget below the minimums is
    named in `trouble`, with `short` fen lacking a month, and nothing is worked out. Raises ValueError for negative
    sums and for a custom order that does not name every debt once.
    """
    if budget < 0 or lump < 0:
        raise ValueError("amounts to share must not be negative")
    course = _Course(debts, ranking(debts, order))
    at_once = course.pay(shared(min(lump, course.owed), course.balances, course.ranked), 0)
    lacking = max(course.minimum_after_interest() - budget, 0)
    if not lacking:
        course.run(budget)
    return Payoff(
        at_once=at_once,
        paid=tuple(course.paid),
        balance=tuple(course.history),
        interest=tuple(course.accrued),
        cleared=tuple(course.cleared),
        grew=tuple(sorted(course.grew)),
        short=lacking,
        trouble=_below_minimums(lacking) if lacking else _trouble(course),
    )


class _Course:
    """Balances as they go down, or up."""

    def __init__(self, debts: Sequence[Owed], ranked: tuple[int, ...] | None) -> None:
        self.debts, self.ranked = debts, ranked
        self.principal = [debt.principal for debt in debts]
        self.charges = [debt.charges for debt in debts]
        self.accrued = [0] * len(debts)
        self.paid: list[tuple[int, ...]] = []
        self.history: list[tuple[int, ...]] = []
        self.cleared: list[int | None] = [None if debt.balance else 0 for debt in debts]
        self.grew: set[int] = set()

    @property
    def balances(self) -> list[int]:
        return [a + b for a, b in zip(self.principal, self.charges, strict=True)]

    @property
    def owed(self) -> int:
        return sum(self.principal) + sum(self.charges)

    def minimum_after_interest(self) -> int:
        """What the next month asks for at least."""
        interest = self._interest()
        return sum(map(min, self._minimums(), (a + b for a, b in zip(self.balances, interest, strict=True))))

    def run(self, budget: int) -> None:
        """Month after month until nothing is owed, or for `LONGEST` months."""
        while self.owed and len(self.paid) < LONGEST:
            before = self.balances
            self._accrue()
            self.paid.append(self.pay(self._parts(budget), len(self.paid) + 1))
            self.history.append(tuple(self.balances))
            self.grew |= {place for place, now in enumerate(self.balances) if now > before[place]}

    def pay(self, parts: Sequence[int], month: int) -> tuple[int, ...]:
        """Charges first, then principal."""
        for place, part in enumerate(parts):
            to_charges = min(part, self.charges[place])
            self.charges[place] -= to_charges
            self.principal[place] -= part - to_charges
            if not self.balances[place] and self.cleared[place] is None:
                self.cleared[place] = month
        return tuple(parts)

    def _parts(self, budget: int) -> list[int]:
        balances = self.balances
        first = pro_rata_fen(budget, list(map(min, self._minimums(), balances)))
        left = [balance - part for balance, part in zip(balances, first, strict=True)]
        rest = shared(min(budget - sum(first), sum(left)), left, self.ranked)
        return [a + b for a, b in zip(first, rest, strict=True)]

    def _minimums(self) -> list[int]:
        return [debt.minimum for debt in self.debts]

    def _interest(self) -> list[int]:
        return [schedules.interest(owed, debt.rate) for owed, debt in zip(self.principal, self.debts, strict=True)]

    def _accrue(self) -> None:
        for place, interest in enumerate(self._interest()):
            self.charges[place] += interest
            self.accrued[place] += interest


def _below_minimums(lacking: int) -> Text:
    return Text(
        "每月的钱连各家最低应还都不够，还差 {lacking}；这时排先后没有用，要先谈低每月还款。",
        lacking=money.told(lacking),
    )


def _trouble(course: _Course) -> Text | None:
    if course.owed:
        return Text("每月的钱不够付利息，欠款会越来越多，照这样还不清。")
    if course.grew:
        return Text("有 {count} 笔在轮到之前，欠款会先变多：分到的钱不够当月利息。", count=len(course.grew))
    return None
