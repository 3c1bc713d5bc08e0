"""What every future starts from: pay, spending with its dear months, and the money at hand. Fen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment import money
from assessment.affordability import Affordability, monthly
from assessment.case import Assumptions, Case, Expense, Futures, Income
from assessment.stress.spells import MONTHS

JOBS = 5
"""Steady jobs that are lost each by itself; what a household earns beyond them counts as part of the last."""
OWN_MONTHS = 6
"""So many months of a person's own are enough to draw from."""
_SOME_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Uneven:
    """An uneven income: the person's own months, or, where there are too few, a spread from low to high."""

    history: tuple[int, ...]
    low: int
    high: int

    @property
    def mean(self) -> float:
        """What it brings in a month on average."""
        return sum(self.history) / len(self.history) if self.history else (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Home:
    """A household on one day. Fen.

    `jobs` are a month's steady pay that could be lost, the largest first, `secure` what could not; `spending` is
    each month's, dear months included, and `even` what a month would be if they were spread; `reliable` is the
    income the three figures rest on; `cushion` is money at hand, with what quickly sold things would bring.
    """

    jobs: tuple[int, ...]
    secure: int
    uneven: tuple[Uneven, ...]
    spending: tuple[int, ...]
    even: int
    reliable: int
    cushion: int

    @property
    def left(self) -> int:
        """What this month leaves for a payment due today that the cushion does not cover."""
        return max(self.reliable - self.even, 0)

    @property
    def months_at_hand(self) -> int | None:
        """For how many whole months the cushion fills the gap with nothing paid to anybody; None without a gap."""
        gap = self.even - self.reliable
        return self.cushion // gap if gap > 0 else None


def home(case: Case, found: Affordability, as_of: date) -> Home:
    """The household as the futures take it on."""
    steady = sorted((_steady(each) for each in case.incomes if each.kind == "steady"), reverse=True)
    jobs, secure = _secured([pay for pay in steady if pay], money.to_fen(case.futures.secure_income))
    even = _even(found, case.futures)
    return Home(
        jobs=_few(jobs),
        secure=secure,
        uneven=tuple(_uneven(each, case.assumptions) for each in case.incomes if each.kind == "irregular"),
        spending=_spending(case, even, as_of),
        even=even,
        reliable=money.to_fen(found.income.yuan),
        cushion=_cushion(case, found),
    )


def _steady(income: Income) -> int:
    return money.to_fen(monthly(income.amount, income.period))


def _secured(steady: Sequence[int], secure: int) -> tuple[list[int], int]:
    """The pay that could be lost and the part that could not, which is taken from the smallest incomes first."""
    at_risk, kept = [], 0
    for pay in reversed(steady):
        safe = min(pay, secure - kept)
        kept += safe
        if pay > safe:
            at_risk.append(pay - safe)
    return sorted(at_risk, reverse=True), kept


def _few(jobs: Sequence[int]) -> tuple[int, ...]:
    return (*jobs[: JOBS - 1], *((sum(jobs[JOBS - 1 :]),) if len(jobs) >= JOBS else ()))


def _uneven(income: Income, assumptions: Assumptions) -> Uneven:
    history = tuple(map(money.to_fen, income.history))
    if len(history) >= OWN_MONTHS:
        return Uneven(history, min(history), max(history))
    if len(history) >= _SOME_MONTHS:
        ordered, half = sorted(history), (len(history) + 1) // 2
        return Uneven((), sum(ordered[:half]) // half, sum(ordered[-half:]) // half)
    typical = monthly(income.amount, income.period)
    low = money.to_fen(typical * assumptions.typical_share)
    return Uneven((), low, 2 * money.to_fen(typical) - low)


def _even(found: Affordability, futures: Futures) -> int:
    """A month's spending between the actual and the guided one."""
    saved = (found.actual.yuan - found.guided.yuan) * futures.thrift
    return money.to_fen(found.actual.yuan - saved)


def _spending(case: Case, even: int, as_of: date) -> tuple[int, ...]:
    """Each month's spending: what comes once or twice a year is taken out of every month and put where it falls."""
    calendar = [(as_of.month + month) % 12 + 1 for month in range(MONTHS)]
    months = [even] * MONTHS
    for expense in case.expenses:
        due = set(_due(expense, case.futures))
        if not due:
            continue
        usual, whole = money.to_fen(monthly(expense.amount, expense.period)), money.to_fen(expense.amount)
        months = [spent - usual + (whole if month in due else 0) for spent, month in zip(months, calendar, strict=True)]
    return tuple(months)


def _due(expense: Expense, futures: Futures) -> Iterator[int]:
    """The calendar months in which a seasonal expense falls; none where it is spread."""
    first = {
        "festival": futures.festival_month, "tuition": futures.tuition_month, "childcare": futures.tuition_month,
        "heating": futures.heating_month,
    }.get(expense.category)  # fmt: skip
    if first is None or expense.period not in {"year", "half_year"}:
        return
    yield first
    if expense.period == "half_year":
        yield (first + 5) % 12 + 1


def _cushion(case: Case, found: Affordability) -> int:
    """Cash that is not set aside, and what everything unneeded would bring quickly."""
    cash = sum((each.value for each in case.assets if each.kind == "cash" and not each.needed), Decimal(0))
    sold = sum((line.yuan for line in found.asset_capacity.lines[1:]), Decimal(0))
    return money.to_fen(cash + sold)
