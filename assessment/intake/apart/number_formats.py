"""What a number in a workbook is shown as: the format of each cell style, and days told from other numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from math import isinf

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from assessment.intake.apart import Refused
from assessment.intake.apart.markup import hear

_CHINESE_DAYS = {
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats that a Chinese Excel numbers and does not write out. Source: ECMA-376-1, 18.8.30."""
_GENERAL = "General"
_LONGEST = 255
"""Letters Excel itself allows in a format."""
_MOST_STYLES = 70_000
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,100}", re.ASCII)
_FIRST_DAY, _PAST_LAST_DAY = 61, 2_958_466
_SECONDS = 86_400


class Formats:
    """The number format of every cell style of a workbook, and which of them are days."""

    def __init__(self, source: bytes, epoch: date) -> None:
        self._epoch = epoch
        self._written: dict[str, str] = {}
        self._styles: list[str] = []
        self._in_cells = False
        self._days: dict[str, bool] = {}
        self._known: dict[str, str] = {}
        if source:
            starts = {"numFmt": self._format, "cellXfs": self._cells, "xf": self._style}
            hear(source, starts, {"cellXfs": self._no_cells})

    def _format(self, given: dict[str, str]) -> None:
        self._written[given.get("numFmtId", "")] = given.get("formatCode", _GENERAL)[:_LONGEST]

    def _cells(self, _given: dict[str, str]) -> None:
        self._in_cells = True

    def _no_cells(self) -> None:
        self._in_cells = False

    def _style(self, given: dict[str, str]) -> None:
        if self._in_cells:
            self._styles.append(given.get("numFmtId", "0"))
        if len(self._styles) > _MOST_STYLES:
            raise Refused("too_large_inside")

    def of(self, style: str) -> str:
        """The format of a cell style; General for one that is not there."""
        if style not in self._known:
            self._known[style] = self._found(style)
        return self._known[style]

    def _found(self, style: str) -> str:
        if not (style.isascii() and style.isdigit()) or len(style) > len(str(_MOST_STYLES)):
            return _GENERAL
        if int(style) >= len(self._styles):
            return _GENERAL
        number = self._styles[int(style)]
        if number in self._written:
            return self._written[number]
        builtin = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        return str(BUILTIN_FORMATS.get(builtin) or _CHINESE_DAYS.get(builtin, _GENERAL))

    def content(self, written: str, form: str) -> tuple[str, str, str]:
        """A number cell's kind, value and format: n number, d day, or s where it is no number at all."""
        plain = written.strip()
        if not _NUMBER.fullmatch(plain):
            return "s", written, ""
        if form != _GENERAL and self._is_day(form):
            day = _day(float(plain), self._epoch)
            if day:
                return "d", day, ""
        if isinf(float(plain)):
            return "s", written, ""
        return "n", str(int(plain)) if _WHOLE.fullmatch(plain) else _shortest(float(plain)), form

    def _is_day(self, form: str) -> bool:
        if form not in self._days:
            self._days[form] = bool(is_date_format(form))
        return self._days[form]


def _shortest(value: float) -> str:
    """The number as Python writes it back; a whole one without its point."""
    return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)


def _day(serial: float, epoch: date) -> str:
    """The day and time a day number means; nothing where it means none."""
    if not _FIRST_DAY <= serial < _PAST_LAST_DAY:
        return ""
    days = int(serial)
    return (
        datetime.combine(epoch, time()) + timedelta(days=days, seconds=round((serial - days) * _SECONDS))
    ).isoformat()
