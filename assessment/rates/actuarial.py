"""The annual percentage rate by the actuarial method of 12 CFR Part 1026, Appendix J."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from assessment.dates import add_months, whole_months
from assessment.rates.solved import NoRate, one_rate_only

Unit = Literal["day", "week", "half_month", "month", "year"]
Flow = tuple[date, float]

_A_YEAR: dict[Unit, int] = {"day": 365, "week": 52, "half_month": 24, "month": 12, "year": 1}


def apr_actuarial(advances: Sequence[Flow], payments: Sequence[Flow], unit: Unit) -> float:
    """The nominal annual rate, as a fraction: the rate of one unit period times the unit periods in a year.

    Solves Σ A / ((1 + f·i)(1 + i)^t) = Σ P / ((1 + f·i)(1 + i)^t), where t counts whole unit periods since the first
    advance, measured back from the later date, and f is the part of one that is left (paragraphs (b)(5) and (b)(8)).
    Raises NoRate where less is paid than was advanced, or where more than one rate fits.
    """
    start = min(day for day, _ in advances)
    flows = sorted([*((day, -amount) for day, amount in advances), *payments], key=lambda flow: flow[0])
    one_rate_only([amount for _, amount in flows])
    terms = [(*_periods(start, day, unit), amount) for day, amount in flows]
    return _unit_rate(terms) * _A_YEAR[unit]


def _periods(start: date, day: date, unit: Unit) -> tuple[int, float]:
    """Whole unit periods between two dates, and the part of one that remains."""
    days = (day - start).days
    if unit == "day":
        return days, 0.0
    if unit == "week":
        return days // 7, days % 7 / 7
    months = _months_back(start, day)
    left = (add_months(day, -months) - start).days
    if unit == "month":
        return months, left / 30
    if unit == "half_month":
        return (30 * months + left) // 15, (30 * months + left) % 15 / 15
    return months // 12, _part_of_year(start, day, months, left)


def _months_back(start: date, day: date) -> int:
    """Full months measured back from `day`: one fewer than due days count where `start` ends a longer month."""
    months = whole_months(start, day)
    return months if add_months(day, -months) >= start else months - 1


def _part_of_year(start: date, day: date, months: int, left: int) -> float:
    """Months over twelve where the rest is whole months, days over 365 where it is not."""
    if left == 0:
        return months % 12 / 12
    return (add_months(day, -(months // 12 * 12)) - start).days / 365


def _unit_rate(terms: Sequence[tuple[int, float, float]]) -> float:
    """The rate at which the terms are worth nothing, halving the interval that holds it."""
    low, high = 0.0, 1.0
    if _worth(terms, low) < 0:
        raise NoRate("还的比借的少，没有利率可言")
    while _worth(terms, high) > 0:
        low, high = high, high * 2
        if high > _ABSURD:
            raise NoRate("利率高得没有意义")
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if _worth(terms, middle) > 0 else (low, middle)
    return low


_ABSURD = 1e6


def _worth(terms: Sequence[tuple[int, float, float]], rate: float) -> float:
    return sum(amount * (1 + rate) ** -whole / (1 + part * rate) for whole, part, amount in terms)
