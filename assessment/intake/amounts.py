"""Cells that hold money."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment import money
from assessment.case import words
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, Reading, because, refusal
from assessment.problems import NotUnderstood
from assessment.text import Money, Text, label

_UNITS: dict[str, Decimal | int] = {
    "万": 10_000, "万元": 10_000, "千": 1_000, "千元": 1_000, "百元": 100, "亿": 100_000_000, "亿元": 100_000_000,
    "角": Decimal("0.1"), "分": Decimal("0.01"), "k": 1_000, "w": 10_000,
}  # fmt: skip
_OWN_UNIT = re.compile(r"[万千百亿元块角分kw¥]")
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_PLAIN_LIST = re.compile(r"[0-9]+(\.[0-9]+)?((?:、|; ?)[0-9]+(\.[0-9]+)?)*", re.ASCII)
_CENT = Decimal("0.01")
_NOISE = Decimal("0.000001")
_MOST = Decimal(10) ** 15
_SCALED_BY_FORMAT = re.compile(r'[!\\]\.|"[^"]*\.[^"]*"|[0#?],+(?![0#?])')
_EXAMPLE = label("1200 或 1.2万")
_LOOK_AGAIN = Text("请核对。")
_HAVE_EXACT = Text("有准数时请改。")


def read_money(cell: Cell, heading: Heading) -> Reading:
    """Yuan: a number, or words such as 1.2万; of a range the careful end."""
    if _FOREIGN.search(heading.words) or (cell.kind == "s" and _FOREIGN.search(cell.value)):
        raise NotUnderstood(Text("“{raw}”不是人民币，没有读。", raw=cell.shown[:60]), Text("请折成人民币填。"))
    if cell.kind == "n":
        return _number(cell, heading)
    if cell.kind == "s":
        return _words(cell, heading)
    raise refusal(cell, heading, _EXAMPLE)


_FOREIGN = re.compile(r"[$€£₩]|美元|美金|日元|港币|港元|欧元|英镑|\b(?:usd|jpy|hkd|eur|gbp|krw|twd)\b", re.IGNORECASE)


def _number(cell: Cell, heading: Heading) -> Reading:
    number = Decimal(cell.value)
    if not number.is_finite() or "%" in cell.format:
        raise refusal(cell, heading, _EXAMPLE)
    if abs(number) > _MOST:
        raise money.beyond_measure(cell.shown)
    if _shown_in_wan(cell.format):
        return _in_wan(cell, number)
    yuan = number * _UNITS.get(heading.unit, 1)
    cents = yuan.quantize(_CENT, ROUND_HALF_UP)
    meant = Text("{amount}", amount=Money(cents)) if cents != number else None
    if abs(cents - yuan) < _NOISE:
        return Reading(cents, meant, too_large(cell, heading, cents))
    what = Text("“{raw}”的小数超过两位，按 {amount} 读。", raw=cell.shown, amount=Money(cents))
    return Reading(cents, meant, (what, _LOOK_AGAIN))


_RARELY_OWED = Decimal(10_000_000)


def too_large(cell: Cell, heading: Heading, yuan: Decimal) -> tuple[Text, Text] | None:
    """A doubt where the header's 万 makes an amount that few households owe: somebody may have written yuan."""
    if abs(yuan) < _RARELY_OWED or heading.unit not in {"万", "万元", "千", "千元", "亿", "亿元"}:
        return None
    what = Text("“{raw}”按表头的{unit}算是 {amount}。", raw=cell.shown[:60], unit=heading.unit, amount=Money(yuan))
    return what, Text("如果本来就是元，请改成 {raw}元。", raw=cell.shown[:60])


def _shown_in_wan(form: str) -> bool:
    """Whether a format prints 万 after the number as it is, without first dividing it."""
    return "万" in form and not _SCALED_BY_FORMAT.search(form)


def _in_wan(cell: Cell, number: Decimal) -> Reading:
    yuan = (number * _UNITS["万"]).quantize(_CENT, ROUND_HALF_UP)
    what = Text("格子里显示“{raw}万”，按 {amount} 读。", raw=cell.shown, amount=Money(yuan))
    return Reading(yuan, Text("{amount}", amount=Money(yuan)), (what, Text("请核对单位。")))


def _words(cell: Cell, heading: Heading) -> Reading:
    try:
        folded = money.normalised(cell.value).lstrip("'")
        plain, also = _without_period(folded, heading)
        bare = _REMARK.sub("", plain)
        reading = _range(cell, heading, bare) or _one(cell, heading, bare, remarked=bare != plain)
    except ValueError as error:
        raise because(error, cell, heading, _EXAMPLE) from None
    if not also:
        return reading
    said = Text("{period} {amount}", period=Text(words.PERIOD[also["period"]]), amount=Money(reading.value))
    return Reading(reading.value, said, reading.doubt, also)


_REMARK = re.compile(r"\((?!cny?\)|rmb\))[^()0-9]+\)$")
_COLLOQUIAL = re.compile(r"[0-9一二两三四五六七八九](万|千|百|w|k)[0-9一二三四五六七八九]$")


def _one(cell: Cell, heading: Heading, plain: str, *, remarked: bool) -> Reading:
    """One amount; what was said loosely is asked about."""
    amount = money.parse(plain)
    yuan = _scaled(amount, plain, heading)
    shown = Text("{amount}", amount=Money(yuan))
    meant = None if _PLAIN.fullmatch(cell.value) and yuan == amount.yuan else shown
    if amount.approximate:
        what = Text("“{raw}”是个大概的数，按 {amount} 读。", raw=cell.shown[:60], amount=Money(yuan))
        return Reading(yuan, meant, (what, _HAVE_EXACT))
    if remarked or _COLLOQUIAL.search(plain):
        what = Text("“{raw}”按 {amount} 读。", raw=cell.shown[:60], amount=Money(yuan))
        return Reading(yuan, meant, (what, _LOOK_AGAIN))
    return Reading(yuan, meant, too_large(cell, heading, yuan))


def _scaled(amount: money.Amount, plain: str, heading: Heading) -> Decimal:
    """A cell's own unit goes before its header's."""
    if _OWN_UNIT.search(plain):
        return amount.yuan
    return (amount.yuan * _UNITS.get(heading.unit, 1)).quantize(_CENT)


_RANGE = re.compile(r"(?:大约|大概|约)?(.+?)(?:~|～|-{1,2}|到|至)([^-].*?)(?:左右)?")
_UNIT_BEHIND = re.compile(r"(万|千|百|k|w)(?:元|块)?$")
_NEIGHBOURS = re.compile(r"(?:大约|大概|约)?([一二三四五六七八九])([一二三四五六七八九])(百|千|万)(?:元|块)?(?:左右)?")
_DIGITS = "零一二三四五六七八九"
_LOW_IS_CAREFUL = frozenset(
    {("assets", "value"), ("incomes", "amount"), ("debts", "received"), ("windfalls", "amount")}
)


def _range(cell: Cell, heading: Heading, plain: str) -> Reading | None:
    """1万-5万元, 2到3万, 五六千: the end that promises less, with both said. None where it is no range."""
    ends = _ends(plain)
    if ends is None:
        return None
    low, high = (_scaled(money.parse(end), end, heading) for end in ends)
    if low >= high:
        return None
    yuan = low if (heading.part, heading.column.field) in _LOW_IS_CAREFUL else high
    what = Text("“{raw}”是从 {low} 到 {high}，先按 {amount} 读。", raw=cell.shown[:60], low=Money(low), high=Money(high), amount=Money(yuan))  # fmt: skip
    return Reading(yuan, Text("{amount}", amount=Money(yuan)), (what, _HAVE_EXACT))


def _ends(plain: str) -> tuple[str, str] | None:
    """Both ends in words; a unit behind the second counts for the first too."""
    if found := _NEIGHBOURS.fullmatch(plain):
        near = _DIGITS.index(found[2]) - _DIGITS.index(found[1]) == 1
        return (f"{found[1]}{found[3]}", f"{found[2]}{found[3]}") if near else None
    found = _RANGE.fullmatch(plain)
    if not found or plain.startswith("-"):
        return None
    first, second = found.groups()
    unit = _UNIT_BEHIND.search(second)
    return (first + unit[1] if unit and not _OWN_UNIT.search(first) else first), second


_PER = re.compile(r"(?:/|每|一)(半年|季度?|个?月|年|周|星期|天|日)$")
_EVERY = re.compile(r"^(?:每|一)(半年|季度?|个?月|年|周|星期|天|日)")
_PERIODS = {"半年": "half_year", "季": "quarter", "季度": "quarter", "月": "month", "个月": "month", "年": "year", "周": "week", "星期": "week", "天": "day", "日": "day"}  # fmt: skip
_OF_HEADER = re.compile(r"半年|季|月|年|周|[天日](?!期)")


def _without_period(plain: str, heading: Heading) -> tuple[str, Mapping[str, Any]]:
    """3000元/季 as its amount and its period; the header's period where the cell says none."""
    if (heading.part, heading.column.field) not in _BY_PERIOD:
        return plain, {}
    found = _PER.search(plain) or _EVERY.search(plain)
    if not found:
        return plain, {}
    return plain[: found.start()] + plain[found.end() :], {"period": _PERIODS[found[1]]}


_BY_PERIOD = frozenset({("incomes", "amount"), ("expenses", "amount")})


def header_period(heading: Heading) -> str | None:
    """The period that the header of an amount names, as 年收入 or 金额（元/月） does."""
    if (heading.part, heading.column.field) not in _BY_PERIOD:
        return None
    found = _OF_HEADER.findall(heading.words.removeprefix("最近"))
    return _PERIODS[found[0]] if len(set(found)) == 1 else None


def read_history(cell: Cell, heading: Heading) -> Reading:
    """Amounts of several months in one cell, parted by 、 or blanks."""
    if cell.kind not in {"n", "s"}:
        raise refusal(cell, heading, label("5200、4300、6100"))
    try:
        months = tuple(_scaled(money.parse(part), part, heading) for part in _months(cell))
    except ValueError as error:
        raise because(error, cell, heading, label("5200、4300、6100")) from None
    plain = _PLAIN_LIST.fullmatch(cell.value) and heading.unit in {"", "元"}
    return Reading(months, None if plain else Text("{list}", list="、".join(map(money.show, months))))


_PARTS = re.compile(r"[、;\s]+")
_MONTH_NAME = re.compile(r"^[0-9]{1,2}月份?:?(?=.)")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", re.ASCII)


def _months(cell: Cell) -> list[str]:
    text = cell.value.replace("，", ",").replace("；", ";").replace("：", ":").strip()
    if _THOUSANDS.fullmatch(text):
        what = Text("“{raw}”看不出是一个数还是几个数。", raw=cell.shown[:60])
        raise NotUnderstood(what, Text("几个月的收入请用顿号隔开，例如 5200、4300、6100。"))
    parts = _PARTS.split(text)
    if len(parts) == 1 and "," in text:
        parts = text.split(",")
    return [_MONTH_NAME.sub("", part.strip(",")) for part in parts if part.strip(",")]
