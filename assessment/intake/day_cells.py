"""Cells that hold a day."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from assessment import dates
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, Reading, because, refusal
from assessment.problems import NotUnderstood
from assessment.text import Text, label

DAY_NUMBERS = range(36_526, 73_051)

_EXAMPLE = label("2026-03-01")
_TIME_OF_DAY = re.compile(r"[ t]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.[0-9]+)?z?$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"([0-9]{1,8})(\.0+)?", re.ASCII)
_SHORT = re.compile(r"([0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?", re.ASCII)
_RUN_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})", re.ASCII)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", re.ASCII)
_MONTH = re.compile(r"((?:19|20)[0-9]{2})(?:[-/.年]([0-9]{1,2})月?|([0-9]{2}))", re.ASCII)
_NO_YEAR = re.compile(r"([0-9]{1,2})(?:月|/|-)([0-9]{1,2})(?:日|号)?", re.ASCII)
_DECIMAL_MONTH = re.compile(r"((?:19|20)[0-9]{2})\.(1|[0-9]{1,2})", re.ASCII)
_BY_WORDS = re.compile(
    r"([一二三四五六七八九〇零]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
_NAMED = re.compile(
    r"([0-9]{1,2})[- ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]*((?:20)?[0-9]{2})", re.ASCII
)
_NAMED_FIRST = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?([0-9]{1,2})[ ,]+((?:20)?[0-9]{2})", re.ASCII
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = "〇一二三四五六七八九"
_WRITE_FULLY = Text("请写成 2026-03-01 这样的年月日。")


def read_date(cell: Cell, heading: Heading) -> Reading:
    """A day: a real date, a day number, or words; what leaves something out is taken and asked about.

    Two orders that are both days, as in 03/04/2026, are refused with both said.
    """
    if cell.kind == "d":
        return Reading(datetime.fromisoformat(cell.value).date())
    if cell.kind not in {"n", "s"}:
        raise refusal(cell, heading, _EXAMPLE)
    try:
        return _read(cell, heading)
    except ValueError as error:
        raise because(error, cell, heading, _EXAMPLE) from None


def day_in(text: str, heading: Heading) -> date | None:
    """The day that words tell in full; None where they tell none."""
    try:
        return dates.parse(_plain(text))
    except ValueError:
        return None


def _plain(text: str) -> str:
    plain = _TIME_OF_DAY.sub("", unicodedata.normalize("NFKC", text).strip().lstrip("'")).strip().lower()
    return plain.replace("号", "日")


def _read(cell: Cell, heading: Heading) -> Reading:
    text = _plain(cell.value)
    if cell.kind == "n":
        return _of_number(cell, text, heading)
    if found := _NUMBER_ONLY.fullmatch(text):
        return _of_number(cell, found[1], heading)
    day = _in_full(text)
    if day is not None:
        return Reading(day, None if cell.value == day.isoformat() else Text("{day}", day=day))
    return _of_words(cell, text, heading)


def _in_full(text: str) -> date | None:
    try:
        return dates.parse(text)
    except ValueError:
        return _named(text)


def _named(text: str) -> date | None:
    """1 Mar 2026, Mar 1, 2026, 二〇二六年三月一日."""
    if found := _NAMED.fullmatch(text):
        return date(_year(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    if found := _NAMED_FIRST.fullmatch(text):
        return date(_year(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
    found = _BY_WORDS.fullmatch(text.replace("零", "〇"))
    if found and found[3]:
        year = int("".join(str(_DIGITS.index(digit)) for digit in found[1]))
        return date(year, _spelled(found[2]), _spelled(found[3]))
    return None


def _spelled(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(ones) if ones else 0)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _of_number(cell: Cell, text: str, heading: Heading) -> Reading:
    """46082, 20260301, 260301, 202603; and 2026.3, which a spreadsheet keeps as a number."""
    found = _NUMBER_ONLY.fullmatch(text)
    if not found:
        whole, _dot, part = text.partition(".")
        if whole.isdigit() and int(whole) in DAY_NUMBERS and part.isdigit():
            return Reading(heading.above.epoch + timedelta(days=int(whole)))
        return _decimal_month(cell, text)
    digits = found[1]
    if int(digits) in DAY_NUMBERS and len(digits) == 5:
        return Reading(heading.above.epoch + timedelta(days=int(digits)))
    if len(digits) == 8:
        day = dates.parse(digits)
        return Reading(day, None if cell.kind == "n" else Text("{day}", day=day))
    return _six_digits(cell, digits)


def _decimal_month(cell: Cell, text: str) -> Reading:
    """2026.1 as a number may have been 2026.10, which loses its last nought."""
    found = _DECIMAL_MONTH.fullmatch(text)
    if not found:
        raise ValueError("不是一个年月日")
    if found[2] == "1":
        what = Text("“{raw}”可能是 {year} 年 1 月，也可能是 10 月。", raw=cell.shown[:60], year=int(found[1]))
        raise NotUnderstood(what, _WRITE_FULLY)
    return _first_of_month(cell, date(int(found[1]), int(found[2]), 1))


def _six_digits(cell: Cell, digits: str) -> Reading:
    """260301 is a day, 202603 a month; what could be either is asked."""
    as_day, as_month = _try_day(digits), _try_month(digits)
    if as_day and as_month:
        what = Text("“{raw}”可能是 {day}，也可能是 {year} 年 {month} 月。", raw=cell.shown[:60], day=as_day, year=as_month.year, month=as_month.month)  # fmt: skip
        raise NotUnderstood(what, _WRITE_FULLY)
    if as_month:
        return _first_of_month(cell, as_month)
    if as_day:
        return _supposed(cell, as_day)
    raise ValueError("不是一个年月日")


def _try_day(digits: str) -> date | None:
    found = _RUN_TOGETHER.fullmatch(digits)
    try:
        return date(2000 + int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _try_month(digits: str) -> date | None:
    found = _MONTH.fullmatch(digits)
    return date(int(found[1]), int(found[3]), 1) if found and 1 <= int(found[3] or 0) <= 12 else None


def _of_words(cell: Cell, text: str, heading: Heading) -> Reading:
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(cell, int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH.fullmatch(text):
        return _first_of_month(cell, date(int(found[1]), int(found[2] or found[3]), 1))
    if found := _SHORT.fullmatch(text):
        return _supposed(cell, date(2000 + int(found[1]), int(found[2]), int(found[3])))
    if found := _NO_YEAR.fullmatch(text):
        return _without_year(cell, int(found[1]), int(found[2]), heading)
    return Reading(dates.parse(text))


def _year_last(cell: Cell, first: int, second: int, year: int) -> Reading:
    """25/03/2026 has one reading; 03/04/2026 has two, so none is taken."""
    if first == second:
        return _supposed(cell, date(year, first, second))
    days = [date(year, month, day) for month, day in ((first, second), (second, first)) if month <= 12]
    if len(days) == 2:
        what = Text("“{raw}”可能是 {one}，也可能是 {other}。", raw=cell.shown[:60], one=days[0], other=days[1])
        raise NotUnderstood(what, _WRITE_FULLY)
    if not days:
        raise ValueError("不是一个年月日")
    return _supposed(cell, days[0])


def _supposed(cell: Cell, day: date) -> Reading:
    what = Text("“{raw}”读作 {day}。", raw=cell.shown[:60], day=day)
    return Reading(day, Text("{day}", day=day), (what, Text("请核对年、月、日的先后。")))


def _first_of_month(cell: Cell, day: date) -> Reading:
    what = Text("“{raw}”只写到月，先按 {day} 读。", raw=cell.shown[:60], day=day)
    return Reading(day, Text("{day}", day=day), (what, Text("请补上是哪一天。")))


def _without_year(cell: Cell, month: int, number: int, heading: Heading) -> Reading:
    """3月1日: the last such day before the day the sheet says it is of; refused where the sheet says none."""
    told = heading.above.day
    if told is None:
        raise NotUnderstood(Text("“{raw}”没有写年份。", raw=cell.shown[:60]), Text("请写成 2026年3月1日 这样。"))
    day = date(told.year, month, number)
    day = day if day <= told else date(told.year - 1, month, number)
    what = Text("“{raw}”没有写年份，按表上的日期 {told} 推算，读作 {day}。", raw=cell.shown[:60], told=told, day=day)
    return Reading(day, Text("{day}", day=day), (what, Text("请核对年份。")))
