"""Due days, month ends, calendar spans; days and times as people write them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache

from assessment.problems import NotUnderstood
from assessment.text import Text


def on_day(month: date, day: int) -> date:
    """That day of the month in which `month` lies; its last day where the month is shorter."""
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def add_months(day: date, months: int) -> date:
    """The same day `months` later or earlier; the month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return on_day(date(year, month + 1, 1), day.day)


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February in a common year."""
    return add_months(day, years * 12)


def due_dates(first: date, due_day: int, count: int) -> tuple[date, ...]:
    """`count` monthly due days from `first` on, each on `due_day` or the month's last day."""
    start = first.replace(day=1)
    return tuple(first if k == 0 else on_day(add_months(start, k), due_day) for k in range(count))


def whole_months(since: date, until: date) -> int:
    """Full months from `since` to `until`, counted as due days are: 31 Jan to 28 Feb is one."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months if add_months(since, months) <= until else months - 1


@lru_cache(4096)
def month_start(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def term_ends(begins: date, days: int) -> date:
    """The last day of a term of days: the day it begins with is not counted (民事诉讼法 第八十五条).

    Nothing is added where it ends on a day of rest, so that it is never too late.
    """
    return begins + timedelta(days=days)


_WITH_DAY = re.compile(r"(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})日?(?:[ t]00:00(?::00)?)?", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)


def parse(text: str) -> date:
    """A day written as 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 or 20260301.

    Raises ValueError where it is no day, or its parts could be read in two orders; NotUnderstood where no calendar
    has it.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    found = _WITH_DAY.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
    if not found:
        raise ValueError("不是一个年月日")
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        what = Text("日历上没有“{raw}”这一天。", raw=text.strip())
        raise NotUnderstood(what, Text("请核对月份和日子，例如 2026-03-01。")) from None


_TIME = re.compile(
    r"(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|晚|早)?(\d{1,2})[:点时](半|\d{1,2})?分?(?::\d{2})?",
    re.ASCII,
)
_NIGHT = frozenset({"晚上", "晚", "夜里", "半夜", "凌晨"})
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "半夜"})


def parse_time(text: str) -> time:
    """A time of day written as 22:05, 22点05分, 晚上10点半 or 下午3:20.

    Raises ValueError where it is none.
    """
    found = _TIME.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if not found:
        raise ValueError("不是一个时间")
    part, hour, minute = found.group(1), int(found.group(2)), found.group(3)
    if hour == 12 and part in _NIGHT:
        hour = 0
    elif (part in _AFTERNOON and 5 <= hour < 12) or (part in {"下午", "傍晚"} and hour < 5):
        hour += 12
    return time(hour, 30 if minute == "半" else int(minute or 0))


def clock(text: str) -> time | None:
    """The time of day a text says; None where it says none."""
    try:
        return parse_time(text)
    except ValueError:
        return None
