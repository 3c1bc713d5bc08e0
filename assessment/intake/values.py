"""One cell as the value its column asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from assessment import dates, money, rates
from assessment.case import Rate
from assessment.intake.container import Cell
from assessment.layout import Column, Kind
from assessment.text import Money, Percent, Text, label


class NotUnderstood(Exception):
    """A cell that does not say what its column asks for."""

    def __init__(self, what: Text, instead: Text) -> None:
        super().__init__(what.msgid)
        self.what, self.instead = what, instead


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, and a doubt about it where custom had to decide."""

    value: Any
    doubt: tuple[Text, Text] | None = None
    read_as: Text | None = None


_MISSING = frozenset(
    {"", "-", "--", "—", "——", "/", "无", "没有", "n/a", "na", "(空)", "（空）", "不详", "不清楚", "none", "null"}
)
_EPOCH = date(1899, 12, 30)


def is_missing(cell: Cell) -> bool:
    """Words that say nothing stands here."""
    return cell.kind == "s" and unicodedata.normalize("NFKC", cell.value).strip().lower() in _MISSING


def read(cell: Cell, column: Column, unit: str) -> Reading:
    """The cell's value for its column; `unit` is what the file's header says in brackets.

    Raises NotUnderstood with what is wrong and what would be right.
    """
    if cell.kind == "e":
        raise NotUnderstood(Text("这一格是公式错误“{raw}”。", raw=cell.value), Text("请改成数字或文字。"))
    if cell.kind == "f":
        raise NotUnderstood(
            Text("这一格的公式没有算出结果。"), Text("请用 Excel 或 WPS 打开，保存一次再上传，或直接填数字。")
        )
    return _READ[column.kind](cell, column, unit)


def _refused(cell: Cell, column: Column, example: str) -> NotUnderstood:
    what = Text("“{raw}”不是能看懂的{name}。", raw=cell.value[:60], name=Text(column.title))
    return NotUnderstood(what, Text("可以写成 {example}。", example=Text(example)))


_UNITS: dict[str, int | Decimal] = {
    "万": 10_000,
    "万元": 10_000,
    "千": 1_000,
    "千元": 1_000,
    "亿": 100_000_000,
    "分": Decimal("0.01"),
    "角": Decimal("0.1"),
}


def _money(cell: Cell, column: Column, unit: str) -> Reading:
    if cell.kind == "n":
        yuan = Decimal(cell.value)
    elif cell.kind == "s":
        return _money_text(cell, column, unit)
    else:
        raise _refused(cell, column, label("1200 或 1.2万"))
    yuan *= Decimal(_UNITS.get(unit, 1))
    cents = yuan.quantize(Decimal("0.01"))
    if abs(cents - yuan) < Decimal("0.000001"):
        return Reading(cents)
    doubt = (Text("{raw} 的小数超过两位，按 {amount} 读。", raw=cell.value, amount=Money(cents)), Text("请核对。"))
    return Reading(cents, doubt)


def _money_text(cell: Cell, column: Column, unit: str) -> Reading:
    try:
        amount = money.parse(cell.value)
    except ValueError as error:
        raise _refused(cell, column, label("1200 或 1.2万")) from error
    own_unit = re.search(r"[万千百亿元块角分kw]", money.normalised(cell.value))
    yuan = amount.yuan if own_unit else (amount.yuan * Decimal(_UNITS.get(unit, 1))).quantize(Decimal("0.01"))
    read_as = Text("“{raw}”读作 {amount}。", raw=cell.value.strip(), amount=Money(yuan))
    if amount.approximate:
        return Reading(yuan, (read_as, Text("这是个大概的数；有准数时请改。")))
    return Reading(yuan, None, read_as)


def _number(cell: Cell, column: Column, unit: str) -> Reading:
    text = cell.value if cell.kind == "n" else money.normalised(cell.value)
    found = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,12})?)(%|倍|成)?", text, re.ASCII)
    if not found or cell.kind not in {"n", "s"}:
        raise _refused(cell, column, label("1.5"))
    return Reading(Decimal(found[1]) / {"%": 100, "成": 10}.get(found[2] or "", 1))


def _whole(cell: Cell, column: Column, unit: str) -> Reading:
    if cell.kind == "d":
        raise _refused(cell, column, label("12"))
    text = cell.value.removesuffix(".0") if cell.kind == "n" else money.normalised(cell.value)
    if column.field == "days_overdue":
        return _days(cell, column, text)
    found = re.fullmatch(r"(?:每月|还剩|剩余|剩)?([0-9]{1,9})(?:天|期|个月|月|人|号|日|号前|日前)?", text, re.ASCII)
    if not found:
        raise _refused(cell, column, label("12"))
    return Reading(int(found[1]))


_NOT_LATE = frozenset({"未逾期", "正常", "否", "没有", "无", "0", "没逾期", "未"})
_STAGE_DAYS = (1, 31, 61, 91, 121, 151, 181)


def _days(cell: Cell, column: Column, text: str) -> Reading:
    """Days overdue as people write them; a stage such as M2 is read as its first day and asked about."""
    if text in _NOT_LATE:
        return Reading(0)
    if found := re.fullmatch(r"(?:逾期|已逾期)?([0-9]{1,5})(?:天|日|days?)?\+?", text, re.ASCII):
        return Reading(int(found[1]))
    months = re.fullmatch(r"(?:逾期|已逾期)?([0-9]{1,3})个?月", text, re.ASCII)
    stage = re.fullmatch(r"m([1-7])\+?(?:\(.*\))?", text, re.ASCII)
    if not months and not stage:
        raise _refused(cell, column, label("35"))
    days = int(months[1]) * 30 if months else _STAGE_DAYS[int(stage[1]) - 1] if stage else 0
    doubt = (Text("“{raw}”按 {days} 天读。", raw=cell.value, days=days), Text("请改成准确的天数，可在 App 里查到。"))
    return Reading(days, doubt)


def _date(cell: Cell, column: Column, unit: str) -> Reading:
    try:
        if cell.kind == "d":
            return Reading(datetime.fromisoformat(cell.value).date())
        if cell.kind == "n" and re.fullmatch(r"[0-9]{5}(\.0)?", cell.value):
            return Reading(_EPOCH + timedelta(days=int(float(cell.value))))
        return Reading(dates.parse(cell.value.removesuffix(".0")))
    except ValueError as error:
        raise _refused(cell, column, label("2026-03-01")) from error


def _rate(cell: Cell, column: Column, unit: str) -> Reading:
    if cell.kind == "n":
        return _bare_rate(cell, column, unit)
    try:
        quoted = rates.parse(cell.value)
    except ValueError as error:
        bare = cell.value.strip()
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,8})?", bare, re.ASCII):
            return _bare_rate(Cell(cell.row, cell.column, "n", bare, ""), column, unit)
        raise _refused(cell, column, label("日0.05%、月1.5% 或 年18.25%")) from error
    rate = Rate(value=quoted.quoted, per=quoted.per, basis=360 if quoted.basis == 360 else 365)
    read_as = Text("“{raw}”读作一年 {rate}。", raw=cell.value.strip(), rate=Percent(rate.annual))
    return Reading(rate, (read_as, Text("请核对是按年、按月还是按日。")) if quoted.assumed else None, read_as)


def _bare_rate(cell: Cell, column: Column, unit: str) -> Reading:
    """A number without words: a per cent format or header decides, else it is taken as a year's and asked about."""
    value = Decimal(cell.value)
    fraction = value if "%" in cell.format else value / 100 if "%" in unit or value > 1 else value
    if not 0 <= fraction <= 10:
        raise _refused(cell, column, label("日0.05%、月1.5% 或 年18.25%"))
    rate = Rate(value=fraction)
    doubt = (
        Text("{raw} 没有写按年、按月还是按日，先当作一年 {rate}。", raw=cell.value, rate=Percent(rate.annual)),
        Text("请写全，例如 日0.05%、月1.5% 或 年18.25%。"),
    )
    return Reading(rate, doubt)


def _history(cell: Cell, column: Column, unit: str) -> Reading:
    parts = [part for part in re.split(r"[、;；\s]+|，(?!\d{3})|,(?!\d{3})", cell.value.strip()) if part]
    try:
        return Reading(tuple(money.parse(part).yuan for part in parts))
    except ValueError as error:
        raise _refused(cell, column, label("5200、4300、6100")) from error


_YES = frozenset({"是", "有", "y", "yes", "true", "1", "√"})
_NO = frozenset({"否", "没有", "无", "n", "no", "false", "0", "×"})


def _yes_no(cell: Cell, column: Column, unit: str) -> Reading:
    if cell.kind == "b":
        return Reading(cell.value == "True")
    word = cell.value.strip().lower()
    if word not in _YES | _NO:
        raise _refused(cell, column, label("是 或 否"))
    return Reading(word in _YES)


def _choice(cell: Cell, column: Column, unit: str) -> Reading:
    word = _folded(cell.value.removesuffix(".0") if cell.kind == "n" else cell.value)
    if column.words is None:
        return _whole(cell, column, unit)
    for key, name in column.words.items():
        if word in {_folded(name), _folded(name.split("（")[0]), str(key)}:
            return Reading(key)
    known = "、".join(column.words.values())
    what = Text("“{raw}”不在{name}可选的几项里。", raw=cell.value[:60], name=Text(column.title))
    raise NotUnderstood(what, Text("请从这些里选：{known}。", known=known))


def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


def _text(cell: Cell, column: Column, unit: str) -> Reading:
    return Reading(cell.value.removesuffix(".0") if cell.kind == "n" else cell.value)


_READ: Mapping[Kind, Callable[[Cell, Column, str], Reading]] = {
    "text": _text, "money": _money, "number": _number, "share": _number, "whole": _whole, "date": _date,
    "rate": _rate, "history": _history, "yes_no": _yes_no, "choice": _choice,
}  # fmt: skip
