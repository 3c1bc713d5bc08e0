"""Due days of many debts, as days since 1970."""

from __future__ import annotations

from datetime import date

import numpy as np

from assessment.batch.entries import Fen

_DAY, _MONTH = "datetime64[D]", "datetime64[M]"


def month_of(day: date) -> int:
    """A day's month, counted from January 1970."""
    return (day.year - 1970) * 12 + day.month - 1


def on_day(month: Fen, day: Fen) -> Fen:
    """That day of each month; its last day where the month is shorter."""
    first, following = (each.astype(_MONTH).astype(_DAY).astype(np.int64) for each in (month, month + 1))
    found: Fen = first + np.minimum(day, following - first) - 1
    return found


def first_month(today: date, due_day: Fen) -> Fen:
    """The month of the next due day after today."""
    this = np.full_like(due_day, month_of(today))
    return this + (on_day(this, due_day) <= number(today))


def number(day: date) -> int:
    """A day's number since 1970."""
    return day.toordinal() - date(1970, 1, 1).toordinal()


def missed(today: date, days_overdue: Fen) -> Fen:
    """How many instalments have fallen due unpaid, as `Position.missed` has it."""
    since = (number(today) - days_overdue).astype(_DAY)
    month = since.astype(_MONTH)
    day_of_month = (since - month.astype(_DAY)).astype(np.int64) + 1
    this_month = np.full_like(days_overdue, month_of(today))
    same_day = on_day(this_month, day_of_month)
    whole = this_month - month.astype(np.int64) - (same_day > number(today))
    return np.where(days_overdue > 0, np.maximum(whole + 1, 1), 0)
