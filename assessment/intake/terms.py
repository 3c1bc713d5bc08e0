"""Cells that hold counts of instalments: 12期, 10/12期, 第10期/共12期, 3年."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from assessment import money
from assessment.intake.container import Cell
from assessment.intake.days import stage_in
from assessment.intake.reading import Heading, Reading, plain_words, refusal
from assessment.problems import NotUnderstood
from assessment.text import Text, label

_EXAMPLE = label("12")
_MOST = 600


@dataclass(frozen=True, slots=True)
class BareTerm:
    """A term without its unit: years or months."""

    number: int


_COUNT = re.compile(r"(?:还剩|剩余|剩|共|分)?([0-9]{1,9})(?:天|期|个月|月|人|口|个)?", re.ASCII)
_YEARS = re.compile(r"(?:还剩|剩余|共)?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?:期)?(半)?", re.ASCII)
_SO_FAR = re.compile(r"(?:已还)?([0-9]{1,3})(?:期)?/(?:共)?([0-9]{1,3})期?", re.ASCII)
_CURRENT = re.compile(r"第([0-9]{1,3})期?[/,、]?共?([0-9]{1,3})期", re.ASCII)
_PAID = re.compile(r"(?:共)?([0-9]{1,3})期?[,，、]?已还(?:了)?([0-9]{1,3})期?", re.ASCII)
_LEFT = re.compile(r"(?:共)?([0-9]{1,3})期?[,，、]?(?:还剩|剩余|剩)([0-9]{1,3})期?", re.ASCII)


def read_whole(cell: Cell, heading: Heading) -> Reading:
    """A count: 12, 12期, 还剩12期."""
    found = _COUNT.fullmatch(plain_words(cell, heading, _EXAMPLE))
    if not found:
        raise refusal(cell, heading, _EXAMPLE)
    return Reading(int(found[1]))


def read_periods(cell: Cell, heading: Heading) -> Reading:
    """How many instalments in all, paid or left; a cell that tells two of them tells both."""
    text = plain_words(cell, heading, _EXAMPLE)
    if found := _COUNT.fullmatch(text):
        return _one(int(found[1]), text, heading)
    if found := _YEARS.fullmatch(text):
        months = _number(found[1]) * 12 + (6 if found[2] else 0)
        return Reading(months, Text("{months} 期", months=months))
    for pattern, told in _BOTH:
        if found := pattern.fullmatch(text):
            return _of_both(cell, heading, *told(int(found[1]), int(found[2])))
    if (days := stage_in(text)) is not None and heading.column.field == "instalments":
        what = Text("“{raw}”说的是逾期到了哪一步，不是期数，先按逾期 {days} 天读。", raw=cell.shown[:60], days=days)
        return Reading(0, None, (what, Text("请改成准确的逾期天数。")), {"days_overdue": days})
    raise refusal(cell, heading, _EXAMPLE)


_SPEAKS_OF_LEFT = re.compile("^(?:还剩|剩余|剩)")


def _one(number: int, text: str, heading: Heading) -> Reading:
    """A single count; 还剩26期 speaks of what is left also where the header asks for all."""
    if heading.column.field == "instalments" and _SPEAKS_OF_LEFT.match(text):
        return Reading(0, Text("还剩 {left} 期", left=number), None, {"instalments_left": number})
    return Reading(number)


Told = tuple[int, int, int | None]
"""Instalments in all, those left, and those left if the one named is still to be paid."""

_BOTH: tuple[tuple[re.Pattern[str], Callable[[int, int], Told]], ...] = (
    (_SO_FAR, lambda paid, total: (total, total - paid, total - paid + 1)),
    (_CURRENT, lambda now, total: (total, total - now + 1, total - now)),
    (_PAID, lambda total, paid: (total, total - paid, None)),
    (_LEFT, lambda total, left: (total, left, None)),
)


def _of_both(cell: Cell, heading: Heading, total: int, left: int, otherwise: int | None) -> Reading:
    if not 0 <= left <= total <= _MOST:
        raise refusal(cell, heading, _EXAMPLE)
    values: Mapping[str, int] = {"instalments": total, "instalments_left": left, "instalments_paid": total - left}
    own = values.get(heading.column.field, left)
    also: dict[str, Any] = {"instalments": total, "instalments_left": left}
    also.pop(heading.column.field, None)
    meant = Text("一共 {total} 期，还剩 {left} 期", total=total, left=left)
    if otherwise is None:
        return Reading(own, meant, None, also)
    what = Text("“{raw}”读作一共 {total} 期，还剩 {left} 期。", raw=cell.shown[:60], total=total, left=left)
    return Reading(own, meant, (what, Text("也可能还剩 {left} 期，请核对。", left=otherwise)), also)


def read_term(cell: Cell, heading: Heading) -> Reading:
    """A loan's term; a bare number may be years, which the row's other figures have to decide."""
    text = plain_words(cell, heading, label("36期 或 3年"))
    bare = text.isascii() and text.isdigit()
    if bare and heading.unit in {"年", "yr", "years"}:
        months = int(text) * 12
        return Reading(months, Text("{months} 期", months=months))
    if bare and heading.unit in {"月", "个月", "期", "months"}:
        return Reading(int(text))
    if bare and int(text) <= _MOST:
        return Reading(BareTerm(int(text)))
    try:
        return read_periods(cell, heading)
    except NotUnderstood as error:
        raise refusal(cell, heading, label("36期 或 3年")) from error


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(money.chinese_number(text) or 0)
