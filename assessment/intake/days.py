"""Cells that hold dates, due days, and how long something is overdue."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from assessment import dates, money
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, Reading, plain_words, refusal
from assessment.text import Text, label

_DAY_NUMBERS = range(36_526, 73_051)
_TIME_OF_DAY = re.compile(r"[ t]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"([0-9]{1,8})(\.0)?", re.ASCII)


def read_date(cell: Cell, heading: Heading) -> Reading:
    """A day: a real date, words such as 2026年3月1日, or a day number."""
    try:
        if cell.kind == "d":
            return Reading(datetime.fromisoformat(cell.value).date())
        if cell.kind == "n":
            return Reading(_of_number(cell.value, heading.epoch))
        day = dates.parse(_TIME_OF_DAY.sub("", cell.value.strip()))
    except ValueError as error:
        raise refusal(cell, heading, label("2026-03-01")) from error
    return Reading(day, None if cell.value == day.isoformat() else Text("{day}", day=day))


def _of_number(value: str, epoch: date) -> date:
    found = _NUMBER_ONLY.fullmatch(value)
    if found and int(found[1]) in _DAY_NUMBERS:
        return epoch + timedelta(days=int(found[1]))
    return dates.parse(found[1] if found else value)


_DUE_DAY = re.compile(r"(?:每个?月|次月)?([0-9]{1,2})(?:号|日)?(?:前|还款)?", re.ASCII)
_MONTH_END = re.compile(r"(?:每个?月)?(?:月底|月末|最后一天)")


def read_due_day(cell: Cell, heading: Heading) -> Reading:
    """The day of the month: 8, 每月8号, 月底, or a date of which only the day counts."""
    if cell.kind == "d":
        return _due_on(datetime.fromisoformat(cell.value).day)
    text = plain_words(cell, heading, label("8"))
    if _MONTH_END.fullmatch(text):
        return _due_on(31)
    if found := _DUE_DAY.fullmatch(text):
        return Reading(int(found[1]))
    try:
        return _due_on(dates.parse(text).day)
    except ValueError as error:
        raise refusal(cell, heading, label("8")) from error


def _due_on(day: int) -> Reading:
    return Reading(day, Text("每月 {day} 日", day=day))


_NOT_LATE = frozenset(
    {
        "未逾期",
        "按时还款",
        "还款中",
        "正常还款",
        "no",
        "current",
        "没逾期",
        "没有逾期",
        "无逾期",
        "正常",
        "否",
        "没有",
        "无",
        "未",
    }
)
_LATE = frozenset(
    {
        "逾期",
        "已逾期",
        "是",
        "有",
        "有逾期",
        "逾期中",
        "当前逾期",
        "刚逾期",
        "催收中",
        "逾期未还",
        "yes",
        "late",
        "overdue",
    }
)
_DAYS = re.compile(r"(?:已?逾期)?([0-9]{1,5})(?:天|日|days?)?", re.ASCII)
_MORE_DAYS = re.compile(r"(?:已?逾期)?([0-9]{1,5})(?:天|日)?(?:\+|以上|多天?)", re.ASCII)
_MONTHS = re.compile(r"(?:已?逾期)?([0-9]{1,3}|[一二两三四五六七八九十]{1,3})个多?月(?:多|左右)?", re.ASCII)
_PERIODS = re.compile(r"(?:已?逾期)?([1-7])期(?:/m\1)?", re.ASCII)
_STAGE = re.compile(r"m([1-7])(?:\([^)]*\))?", re.ASCII)
_EXAMPLE = label("35")
_EXACT_DAYS = Text("请改成准确的天数，可以在 App 里查到。")


def read_days_overdue(cell: Cell, heading: Heading) -> Reading:
    """Days overdue as people write them; a stage such as M2 is read as its first day, and asked about."""
    text = plain_words(cell, heading, _EXAMPLE)
    if text in _NOT_LATE:
        return Reading(0, Text("没有逾期"))
    if found := _DAYS.fullmatch(text):
        return Reading(int(found[1]), None if text == found[1] else Text("{days} 天", days=int(found[1])))
    if found := _MORE_DAYS.fullmatch(text):
        return _about(cell, int(found[1]))
    if found := _MONTHS.fullmatch(text):
        return _about(cell, 30 * _count(found[1]))
    if text in _LATE:
        what = Text("“{raw}”没有写逾期几天，先按 1 天读。", raw=cell.shown[:60])
        return Reading(1, Text("{days} 天", days=1), (what, _EXACT_DAYS))
    if found := _PERIODS.fullmatch(text) or _STAGE.fullmatch(text):
        return _stage(cell, int(found[1]))
    raise refusal(cell, heading, _EXAMPLE)


def _about(cell: Cell, days: int) -> Reading:
    what = Text("“{raw}”按 {days} 天读。", raw=cell.shown[:60], days=days)
    return Reading(days, Text("{days} 天", days=days), (what, _EXACT_DAYS))


def _stage(cell: Cell, stage: int) -> Reading:
    """M1 is 1 to 30 days, M2 31 to 60, and so on."""
    first = (stage - 1) * 30 + 1
    what = Text(
        "“{raw}”大约是逾期 {first} 到 {last} 天，先按 {first} 天读。",
        raw=cell.shown[:60],
        first=first,
        last=first + 29,
    )
    return Reading(first, Text("{days} 天", days=first), (what, _EXACT_DAYS))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else int(money.chinese_number(text) or 0)
