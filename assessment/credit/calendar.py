"""The credit report's calendar: a month's code for each month, and when the bad record lapses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assessment import dates
from assessment.rules import Rules
from assessment.text import Text

_ORDER = "CN1234567"


@dataclass(frozen=True, slots=True)
class CreditPath:
    """One way the report may read: a code a month, and the day the bad record is deleted.

    Codes: N on time, 1–7 later and later, C closed. `lapses` is None where nothing is overdue, or nothing ends it.
    """

    months: tuple[date, ...]
    codes: tuple[str, ...]
    lapses: date | None


@dataclass(frozen=True, slots=True)
class CreditCalendar:
    """Two bounds where a lender's reporting is not known: current again once agreed, or overdue until cleared."""

    re_aged: CreditPath
    until_cleared: CreditPath
    habits: tuple[Text, ...]
    rules: tuple[str, ...] = ("bad_record_years", "overdue_codes")


def calendar(
    days_overdue: int,
    as_of: date,
    current_from: tuple[date | None, date | None],
    cleared: date | None,
    rules: Rules,
    months: int = 60,
) -> CreditCalendar:
    """The report's months from `as_of` on.

    `current_from` is the day from which the debt counts as current, at best and at worst (None: never); `cleared` is
    the day it closes. `days_overdue` below nought says in how many days the next instalment will be missed. A bad record lapses five years after the bad conduct ends (征信业管理条例 第十六条).
    """
    bands = tuple(rules.value("overdue_codes"))
    years = int(rules.value("bad_record_years"))
    best, worst = (_path(days_overdue, as_of, since, cleared, bands, years, months) for since in current_from)
    return CreditCalendar(best, worst, _habits(days_overdue))


def joint(paths: Sequence[CreditPath]) -> CreditPath:
    """Several debts in one row: each month its worst code, C only once all are closed; the last day any record lapses.

    `lapses` is None while one of them that is overdue never ends.
    """
    months = max((path.months for path in paths), key=len)
    rows = [(*path.codes, *("C",) * (len(months) - len(path.codes))) for path in paths]
    codes = tuple(max(column, key=_ORDER.index) for column in zip(*rows, strict=True))
    bad = [path for path in paths if any(each.isdigit() for each in path.codes) or path.lapses]
    ends = [path.lapses for path in bad if path.lapses]
    return CreditPath(months, codes, max(ends) if ends and len(ends) == len(bad) else None)


def code(days_overdue: int, bands: tuple[int, ...]) -> str:
    """The code for so many days overdue at a month's end: N, then 1 to 7."""
    if days_overdue <= 0:
        return "N"
    return str(1 + sum(days_overdue > limit for limit in bands))


@lru_cache(maxsize=4096)
def _path(
    days: int, as_of: date, since: date | None, cleared: date | None, bands: tuple[int, ...], years: int, months: int
) -> CreditPath:
    firsts = _firsts(as_of, months if cleared is None else min(months, _span(as_of, cleared)))
    codes = [_code(days, as_of, first, since, cleared, bands) for first in firsts]
    return CreditPath(firsts, _rising_by_one(codes), dates.add_years(since, years) if days > 0 and since else None)


def _span(as_of: date, cleared: date) -> int:
    """How many months from today's to the closing one."""
    return (cleared.year - as_of.year) * 12 + cleared.month - as_of.month + 1


@lru_cache(maxsize=256)
def _firsts(as_of: date, count: int) -> tuple[date, ...]:
    start = dates.month_start(as_of)
    return tuple(dates.add_months(start, month) for month in range(count))


def _code(days: int, as_of: date, first: date, since: date | None, cleared: date | None, bands: tuple[int, ...]) -> str:
    end = dates.add_months(first, 1) - timedelta(days=1)
    if cleared is not None and cleared <= end:
        return "C"
    if not days or (since is not None and since <= end):
        return "N"
    return code(days + (end - as_of).days, bands)


def _rising_by_one(codes: list[str]) -> tuple[str, ...]:
    """Thirty-day bands over longer months could skip a code; a report moves one at a time."""
    settled = codes[:1]
    for now in codes[1:]:
        before = settled[-1]
        skipped = now.isdigit() and before.isdigit() and int(now) > int(before) + 1
        settled.append(str(int(before) + 1) if skipped else now)
    return tuple(settled)


def _habits(days_overdue: int) -> tuple[Text, ...]:
    if not days_overdue:
        return ()
    return (
        Text(
            "惯例：不少银行看到连续三个月逾期，或两年内累计六次逾期，就不再放贷（俗称“连三累六”）。这是各家的惯例，不是法律规定。"
        ),
        Text("真实的逾期记录花钱也删不掉，收费“修复征信”的多是骗局。"),
    )
