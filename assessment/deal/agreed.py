"""What was agreed as payments with their days: out of an offer, out of an agreement's text, or counted from a first day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assessment import dates, money
from assessment.case import MOST_DUES, Agreement, Due
from assessment.deal.agreement.figures import Figures
from assessment.deal.flows import Flows

_MOST_FEN = 100_000_000 * 100
"""What one payment of a case may be at most."""


def in_force(agreements: Sequence[Agreement], name: str) -> tuple[int, Agreement] | None:
    """The last agreement about a debt that has a schedule, and its place among all; None where there is none."""
    held = [(place, each) for place, each in enumerate(agreements) if each.name == name and each.dues]
    return max(held, key=lambda item: (item[1].day or date.min, item[0]), default=None)


def of_offer(flows: Flows) -> tuple[Due, ...]:
    """An offer's payments: what is paid first, then every month; none where there are more than are tracked."""
    pairs = [(flows.first_day, flows.first), *zip(flows.days, flows.monthly, strict=True)]
    return _dues(pairs)


def of_paper(found: Figures, signed: date) -> tuple[Due, ...]:
    """The payments an agreement's text gives with their days; none where it does not date them all."""
    down = [(signed, found.down)] if found.down else []
    if found.rows:
        return _dues([*down, *((row.day, row.fen) for row in found.rows)])
    if found.once and found.by and found.payable:
        return _dues([(found.by, found.payable)])
    payments = found.payments
    if not payments or not (found.first_day or found.due_day):
        return ()
    first = found.first_day or _next(signed, found.due_day or signed.day)
    days = dates.due_dates(first, found.due_day or first.day, len(payments))
    return _dues([*down, *zip(days, payments, strict=True)])


def counted(first: date, count: int, fen: int) -> tuple[Due, ...]:
    """The same payment every month from a first day on."""
    return _dues([(day, fen) for day in dates.due_dates(first, first.day, count)])


def _next(day: date, due_day: int) -> date:
    this_month = dates.on_day(day, due_day)
    return this_month if this_month > day else dates.on_day(dates.add_months(day.replace(day=1), 1), due_day)


def _dues(pairs: Iterable[tuple[date, int]]) -> tuple[Due, ...]:
    paid = [(day, fen) for day, fen in pairs if fen > 0]
    if len(paid) > MOST_DUES or any(fen > _MOST_FEN for _day, fen in paid):
        return ()
    return tuple(Due(day=day, amount=money.to_yuan(fen)) for day, fen in paid)
