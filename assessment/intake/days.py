"""Cells that say how long something is overdue, or on which day of the month it is due."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from assessment import dates, money
from assessment.intake.container import Cell
from assessment.intake.day_cells import DAY_NUMBERS, day_in
from assessment.intake.reading import Heading, Reading, because, plain_words, refusal
from assessment.problems import NotUnderstood
from assessment.text import Text, label

_DUE_DAY = re.compile(r"(?:每个?月|次月|下月|本月)?([0-9]{1,2})(?:号|日|th)?(?:之?前|还款|扣款)?(?:/每?月)?", re.ASCII)
_MONTH_END = re.compile(r"(?:每个?月)?(?:月底|月末|最后一天)")
_MONTH_AND_DAY = re.compile(r"([0-9]{1,2})(?:月|/|-|\.)([0-9]{1,2})(?:号|日)?", re.ASCII)


def read_due_day(cell: Cell, heading: Heading) -> Reading:
    """The day of the month: 8, 每月8号, 月底, or a date of which only the day counts."""
    if cell.kind == "d":
        return _due_on(datetime.fromisoformat(cell.value).day)
    text = plain_words(cell, heading, label("8"))
    if _MONTH_END.fullmatch(text):
        return _due_on(31)
    if found := _DUE_DAY.fullmatch(text):
        return Reading(int(found[1]), None if text == found[1] or cell.kind == "n" else _every(int(found[1])))
    if text.isdigit() and int(text) in DAY_NUMBERS:
        return _due_on((heading.above.epoch + timedelta(days=int(text))).day)
    if (found := _MONTH_AND_DAY.fullmatch(text)) and "." not in text and int(found[1]) <= 12:
        return _due_on(int(found[2]))
    try:
        return _due_on(dates.parse(text).day)
    except ValueError as error:
        raise because(error, cell, heading, label("8")) from None


def _due_on(day: int) -> Reading:
    return Reading(day, _every(day))


def _every(day: int) -> Text:
    return Text("每月 {day} 日", day=day)


_NOT_LATE = frozenset(
    (
        "未逾期",
        "按时还款",
        "按时",
        "还款中",
        "正常还款",
        "正常还款中",
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
        "ontime",
        "normal",
        "使用中",
        "当前无逾期",
    )
)
_SETTLED = frozenset(("已结清", "结清", "已还清", "还清", "已还完", "销户", "已销户", "closed", "paidoff", "settled"))
_LATE = frozenset(
    (
        "逾期",
        "已逾期",
        "是",
        "有",
        "有逾期",
        "逾期中",
        "当前逾期",
        "当前有逾期",
        "刚逾期",
        "催收中",
        "逾期未还",
        "呆账",
        "逾期催收",
        "已起诉",
        "被起诉",
        "严重逾期",
        "yes",
        "late",
        "overdue",
        "delinquent",
        "default",
    )
)
_DAYS = re.compile(r"(?:已?逾期)?([0-9]{1,5})(?:天|日|days?)?", re.ASCII)
_MORE_DAYS = re.compile(r"(?:已?逾期)?(?:超过|大于|>)?([0-9]{1,5})(?:天|日)?(?:\+|以上|多天?)?", re.ASCII)
_COUNT = "([0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_MONTHS = re.compile(rf"(?:已?逾期)?{_COUNT}个?月(?:(半)|左右|了)?", re.ASCII)
_MONTHS_AND_MORE = re.compile(rf"(?:已?逾期)?{_COUNT}个?多月|(?:已?逾期)?{_COUNT}个月多", re.ASCII)
_YEARS = re.compile(rf"(?:已?逾期)?{_COUNT}年(?:(半)|多|左右|了)?", re.ASCII)
_WEEKS = re.compile(rf"(?:已?逾期)?{_COUNT}(?:周|个?星期)(?:左右|了)?", re.ASCII)
_HALF = {"半个月": 15, "半月": 15, "半年": 182, "半年多": 183}
_CHINESE_DAYS = re.compile(r"(?:已?逾期)?([一二两三四五六七八九十百零]{1,6})天(?:多|左右)?")
_RANGE = re.compile(r"(?:已?逾期)?([0-9]{1,4})(?:天)?(?:-|~|到|至)([0-9]{1,4})天?", re.ASCII)
_PERIODS = re.compile(r"(?:已?逾期)?([1-9])期(?:/m\1)?", re.ASCII)
_STAGE = re.compile(r"m([1-9])(\+)?(?:\([^)]*\))?", re.ASCII)
_EXAMPLE = label("35")
_EXACT_DAYS = Text("请改成准确的天数，可以在 App 里查到。")


def read_days_overdue(cell: Cell, heading: Heading) -> Reading:
    """Days overdue as people write them; a stage such as M2 is read as its first day, and asked about."""
    if cell.kind == "d" or (cell.kind == "s" and day_in(cell.value, heading)):
        return _since(cell, heading)
    text = plain_words(cell, heading, _EXAMPLE).replace("个半月", "个月半")
    if text in _NOT_LATE:
        return Reading(0, Text("没有逾期"))
    if text in _SETTLED:
        return Reading(0, Text("没有逾期"), None, {"settled": True})
    if found := _DAYS.fullmatch(text):
        return Reading(int(found[1]), None if text == found[1] else Text("{days} 天", days=int(found[1])))
    if text in _LATE:
        what = Text("“{raw}”没有写逾期几天，先按 1 天读。", raw=cell.shown[:60])
        return Reading(1, Text("{days} 天", days=1), (what, _EXACT_DAYS), {"court": "sued"} if "起诉" in text else {})
    if found := _PERIODS.fullmatch(text) or _STAGE.fullmatch(text):
        return _stage(cell, int(found[1]), more=text.endswith("+"))
    about = _about_days(text)
    if about is None:
        raise refusal(cell, heading, _EXAMPLE)
    what = Text("“{raw}”按 {days} 天读。", raw=cell.shown[:60], days=about)
    return Reading(about, Text("{days} 天", days=about), (what, _EXACT_DAYS))


def _about_days(text: str) -> int | None:
    """Days where only about so many are told."""
    if (bare := text.removeprefix("已").removeprefix("逾期")) in _HALF:
        return _HALF[bare]
    if found := _MORE_DAYS.fullmatch(text):
        return int(found[1])
    if found := _RANGE.fullmatch(text):
        return int(found[2])
    if found := _MONTHS_AND_MORE.fullmatch(text):
        return 30 * _number(found[1] or found[2]) + 1
    for pattern, size in ((_MONTHS, 30), (_YEARS, 365), (_WEEKS, 7)):
        if found := pattern.fullmatch(text):
            return size * _number(found[1]) + (size // 2 if found.lastindex == 2 else 0)
    found = _CHINESE_DAYS.fullmatch(text)
    number = money.chinese_number(found[1]) if found else None
    return None if number is None else int(number)


def _since(cell: Cell, heading: Heading) -> Reading:
    day = datetime.fromisoformat(cell.value).date() if cell.kind == "d" else day_in(cell.value, heading)
    what = Text("这里写的是日期 {day}，不是天数，先按逾期 1 天读。", day=day or date.min)
    return Reading(1, Text("{days} 天", days=1), (what, Text("请改成到今天一共逾期几天。")))


def stage_in(text: str) -> int | None:
    """The first day of a stage such as M2, which is 31; None where the words name none."""
    found = _STAGE.fullmatch(text)
    return _first(int(found[1]), more=bool(found[2])) if found else None


def _first(stage: int, *, more: bool) -> int:
    """M1 is 1 to 30 days, M2 31 to 60, and so on; of M3+ some mean beyond M3, some M3 and beyond: the earlier day."""
    return (stage - 1) * 30 + 1


def _stage(cell: Cell, stage: int, *, more: bool) -> Reading:
    first = _first(stage, more=more)
    if more:
        what = Text("“{raw}”有的指逾期 {first} 天以上，有的指 {later} 天以上，先按 {first} 天读。", raw=cell.shown[:60], first=first, later=first + 30)  # fmt: skip
    else:
        what = Text("“{raw}”大约是逾期 {first} 到 {last} 天，先按 {first} 天读。", raw=cell.shown[:60], first=first, last=first + 29)  # fmt: skip
    return Reading(first, Text("{days} 天", days=first), (what, _EXACT_DAYS))


def read_status(cell: Cell, heading: Heading) -> Reading:
    """A status beside the days: how many days it speaks of."""
    try:
        return read_days_overdue(cell, heading)
    except NotUnderstood:
        what = Text("“{raw}”看不出有没有逾期，没有读。", raw=cell.shown[:60])
        raise NotUnderstood(what, Text("请写逾期几天；没有逾期写 0。")) from None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(money.chinese_number(text) or 0)
