"""Cells that hold money."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from assessment import money
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, NotUnderstood, Reading, refusal
from assessment.text import Money, Text, label

_UNITS: dict[str, Decimal | int] = {
    "万": 10_000, "万元": 10_000, "千": 1_000, "千元": 1_000, "亿": 100_000_000, "亿元": 100_000_000,
    "角": Decimal("0.1"), "分": Decimal("0.01"),
}  # fmt: skip
_OWN_UNIT = re.compile(r"[万千百亿元块角分kw¥]")
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_PLAIN_LIST = re.compile(r"[0-9]+(\.[0-9]+)?(、[0-9]+(\.[0-9]+)?)*", re.ASCII)
_CENT = Decimal("0.01")
_NOISE = Decimal("0.000001")
_MOST = Decimal(10) ** 15
_SCALED_BY_FORMAT = re.compile(r'[!\\]\.|"[^"]*\.[^"]*"|[0#?],+(?![0#?])')
_EXAMPLE = label("1200 或 1.2万")
_PARTS = re.compile(r"[、;\s]+")
_MONTH_NAME = re.compile(r"^[0-9]{1,2}月份?:?(?=.)")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", re.ASCII)


def read_money(cell: Cell, heading: Heading) -> Reading:
    """Yuan: a number, or words such as 1.2万."""
    if cell.kind == "n":
        return _number(cell, heading)
    if cell.kind == "s":
        return _words(cell, heading)
    raise refusal(cell, heading, _EXAMPLE)


def _number(cell: Cell, heading: Heading) -> Reading:
    number = Decimal(cell.value)
    if not number.is_finite() or abs(number) > _MOST or "%" in cell.format:
        raise refusal(cell, heading, _EXAMPLE)
    if _shown_in_wan(cell.format):
        return _in_wan(cell, number)
    yuan = number * _UNITS.get(heading.unit, 1)
    cents = yuan.quantize(_CENT, ROUND_HALF_UP)
    meant = Text("{amount}", amount=Money(cents)) if cents != number else None
    if abs(cents - yuan) < _NOISE:
        return Reading(cents, meant)
    what = Text("“{raw}”的小数超过两位，按 {amount} 读。", raw=cell.shown, amount=Money(cents))
    return Reading(cents, meant, (what, Text("请核对。")))


def _shown_in_wan(form: str) -> bool:
    """Whether a format prints 万 after the number as it is, without first dividing it."""
    return "万" in form and not _SCALED_BY_FORMAT.search(form)


def _in_wan(cell: Cell, number: Decimal) -> Reading:
    yuan = (number * _UNITS["万"]).quantize(_CENT, ROUND_HALF_UP)
    what = Text("格子里显示“{raw}万”，按 {amount} 读。", raw=cell.shown, amount=Money(yuan))
    return Reading(yuan, Text("{amount}", amount=Money(yuan)), (what, Text("请核对单位。")))


def _words(cell: Cell, heading: Heading) -> Reading:
    try:
        amount = money.parse(cell.value)
        has_unit = _OWN_UNIT.search(money.normalised(cell.value))
    except ValueError as error:
        raise refusal(cell, heading, _EXAMPLE) from error
    yuan = amount.yuan if has_unit else (amount.yuan * _UNITS.get(heading.unit, 1)).quantize(_CENT)
    meant = None if _PLAIN.fullmatch(cell.value) and yuan == amount.yuan else Text("{amount}", amount=Money(yuan))
    if not amount.approximate:
        return Reading(yuan, meant)
    what = Text("“{raw}”是个大概的数，按 {amount} 读。", raw=cell.shown[:60], amount=Money(yuan))
    return Reading(yuan, meant, (what, Text("有准数时请改。")))


def read_history(cell: Cell, heading: Heading) -> Reading:
    """Amounts of several months in one cell, parted by 、 or blanks."""
    if cell.kind not in {"n", "s"}:
        raise refusal(cell, heading, label("5200、4300、6100"))
    try:
        months = tuple(money.parse(part).yuan for part in _months(cell))
    except ValueError as error:
        raise refusal(cell, heading, label("5200、4300、6100")) from error
    return Reading(
        months, None if _PLAIN_LIST.fullmatch(cell.value) else Text("{list}", list="、".join(map(money.show, months)))
    )


def _months(cell: Cell) -> list[str]:
    text = cell.value.replace("，", ",").replace("；", ";").replace("：", ":").strip()
    if _THOUSANDS.fullmatch(text):
        what = Text("“{raw}”看不出是一个数还是几个数。", raw=cell.shown[:60])
        raise NotUnderstood(what, Text("几个月的收入请用顿号隔开，例如 5200、4300、6100。"))
    parts = _PARTS.split(text)
    if len(parts) == 1 and "," in text:
        parts = text.split(",")
    return [_MONTH_NAME.sub("", part.strip(",")) for part in parts if part.strip(",")]
