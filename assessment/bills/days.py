"""Days as bills print them, also those that leave out the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assessment import dates

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})", re.ASCII)
_RUN_TOGETHER = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)", re.ASCII)
_SERIAL = re.compile(r"([34]\d{4}|5[0-9]{4})(?:\.\d+)?", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{2})(\d{2})(\d{2})", re.ASCII)
_NO_YEAR = re.compile(r"(\d{1,2})(?:[-/.月])(\d{1,2})日?|(\d{2})(\d{2})", re.ASCII)
_EPOCH = date(1899, 12, 30)
_LONGEST_STATEMENT = timedelta(days=800)
_SPAN = re.compile(
    r"((?:19|20)\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?\]?(?:\s*\d{2}:\d{2}:\d{2}\]?)?[^\d]{1,24}((?:19|20)\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})",
    re.ASCII,
)
_SPAN_WORDS = re.compile("起始|起止|终止|结束|区间|范围|周期|期间|查询时间|时间段|至|到")
_STATEMENT_DAY = re.compile(r"(?:账单日|对账单生成日|结账日|账单日期|statementdate)[^0-9]{0,6}((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})", re.IGNORECASE)  # fmt: skip
_STATEMENT_MONTH = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """The days an export says it holds."""

    since: date
    until: date


def looks_like_a_day(text: str) -> bool:
    """Whether a cell holds a day, with or without its year."""
    return day_of(text) is not None or lacks_its_year(text)


def lacks_its_year(text: str) -> bool:
    """Whether a cell holds a day whose year is not told, or told by two digits."""
    short = _SHORT_YEAR.fullmatch(text)
    if short:
        return _made(f"20{short[1]}", short[2], short[3]) is not None
    return _without_year(text, date.max) is not None


def day_of(text: str, latest: date | None = None) -> date | None:
    """The day a line tells; None where it tells none.

    A day without its year, or with two digits of it, is read only where `latest`, the last day it can be, is known: it
    is that day's year, or the year before for a day that would lie after it.
    """
    found = _DAY.search(text) or _RUN_TOGETHER.match(text)
    if found:
        return _made(found[1], found[2], found[3])
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=int(text.partition(".")[0]))
    return _without_year(text, latest) if latest else None


def _without_year(text: str, latest: date) -> date | None:
    short = _SHORT_YEAR.fullmatch(text)
    if short:
        told = _made(f"20{short[1]}", short[2], short[3])
        return told if told and timedelta(0) <= latest - told <= _LONGEST_STATEMENT else None
    found = _NO_YEAR.fullmatch(text)
    if not found:
        return None
    month, day = found[1] or found[3], found[2] or found[4]
    told = _made(str(latest.year), month, day)
    return told if told and told <= latest else _made(str(latest.year - 1), month, day)


@lru_cache(maxsize=4096)
def _made(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def period_in(text: str) -> Period | None:
    """The days an export says it holds; None where it says nothing, or something that is no span."""
    for line in text.splitlines():
        found = _SPAN.search(line) if _SPAN_WORDS.search(line) or "-" in line else None
        since = _made(*found.group(1, 2, 3)) if found else None
        until = _made(*found.group(4, 5, 6)) if found else None
        if since and until and since <= until:
            return Period(since, until)
    return None


def latest_in(text: str) -> date | None:
    """The last day a statement can hold: the end of its span, its own day, or the end of its month."""
    told = period_in(text)
    if told:
        return told.until
    day = _STATEMENT_DAY.search(text)
    if day:
        return _made(day[1], day[2], day[3])
    month = _STATEMENT_MONTH.search(text)
    first = _made(month[1], month[2], "1") if month else None
    return dates.add_months(first, 1) - timedelta(days=1) if first else None
