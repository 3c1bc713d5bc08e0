"""The day and the time of day in China."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """Today."""
    return _now().date()


def time_of_day() -> str:
    """As a clock shows it: 20:15."""
    return f"{_now():%H:%M}"


def _now() -> datetime:
    return datetime.now(ZoneInfo("Asia/Shanghai"))
