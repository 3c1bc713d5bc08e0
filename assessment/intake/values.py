"""One cell as the value its column asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from assessment import money
from assessment.intake.amounts import read_history, read_money
from assessment.intake.choices import read_choice, read_yes_no
from assessment.intake.container import Cell
from assessment.intake.days import read_date, read_days_overdue, read_due_day
from assessment.intake.rate_cells import read_rate
from assessment.intake.reading import Heading, NotUnderstood, Reading, plain_words, refusal
from assessment.layout import Kind
from assessment.text import Percent, Text, label

_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "无", "没有", "n/a", "na", "(空)", "none", "null"})
_DASHES = re.compile(r"[-—_]+")
_UNKNOWN = frozenset({"不详", "不清楚", "不知道", "未知", "不确定", "待查", "?", "??"})


def is_missing(cell: Cell, heading: Heading) -> bool:
    """Whether the cell says that nothing stands here. In a column of words, only blank does."""
    if cell.kind != "s":
        return False
    said = unicodedata.normalize("NFKC", cell.value).strip().lower()
    if heading.column.kind == "text":
        return not said
    return said in _NOTHING or bool(_DASHES.fullmatch(said))


def read(cell: Cell, heading: Heading) -> Reading:
    """The cell's value for its column. Raises NotUnderstood with what is wrong and what would be right."""
    if cell.kind == "e":
        raise NotUnderstood(Text("这一格是公式错误“{raw}”。", raw=cell.shown), Text("请改成数字或文字。"))
    if cell.kind == "f":
        raise NotUnderstood(
            Text("这一格的公式没有算出结果。"), Text("请用 Excel 或 WPS 打开，保存一次再上传，或直接填数字。")
        )
    if cell.kind == "s" and heading.column.kind != "text" and cell.value.strip() in _UNKNOWN:
        what = Text("这一格写着“{raw}”，先当作没有填。", raw=cell.shown)
        raise NotUnderstood(what, Text("查到以后请补上；App 或合同里一般有。"))
    special = _BY_FIELD.get(heading.column.field)
    return (special or _BY_KIND[heading.column.kind])(cell, heading)


_NUMBER = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,30})?)(%|倍)?", re.ASCII)
_TENTHS = re.compile(r"([0-9](?:\.[0-9]+)?|[一二两三四五六七八九十])成(?:([0-9]|[一二三四五六七八九半]))?", re.ASCII)
_RAISED = re.compile(r"(?:上浮|加收)([0-9]{1,3})%", re.ASCII)
_SURELY_PERCENT = 10


def read_number(cell: Cell, heading: Heading) -> Reading:
    """How many times: 1.5, 150%, 上浮50%."""
    text = plain_words(cell, heading, label("1.5"))
    if found := _RAISED.fullmatch(text):
        times = 1 + Decimal(found[1]) / 100
        return Reading(times, Text("{times} 倍", times=f"{times:f}"))
    found = _NUMBER.fullmatch(text)
    if not found:
        raise refusal(cell, heading, label("1.5"))
    return Reading(Decimal(found[1]) / (100 if found[2] == "%" else 1))


def read_share(cell: Cell, heading: Heading) -> Reading:
    """A share: 85%, 0.85, 八成; a bare 85 is taken as per cent and asked about."""
    text = plain_words(cell, heading, label("85% 或 八成"))
    if found := _TENTHS.fullmatch(text):
        return _share(_tenths(found[1]) / 10 + _tenths(found[2] or "0") / 100)
    found = _NUMBER.fullmatch(text)
    if not found or found[2] == "倍":
        raise refusal(cell, heading, label("85% 或 八成"))
    share = Decimal(found[1]) / (100 if found[2] == "%" else 1)
    if share <= _SURELY_PERCENT:
        return Reading(share)
    share /= 100
    what = Text("“{raw}”没有百分号，按 {share} 读。", raw=cell.shown, share=Percent(share))
    return Reading(share, Text("{share}", share=Percent(share)), (what, Text("请核对。")))


def _tenths(text: str) -> Decimal:
    if text == "半":
        return Decimal(5)
    return money.chinese_number(text) or Decimal(0) if not text[0].isascii() else Decimal(text)


def _share(share: Decimal) -> Reading:
    return Reading(share, Text("{share}", share=Percent(share)))


_COUNT = re.compile(r"(?:还剩|剩余|剩|共)?([0-9]{1,9})(?:天|期|个月|月|人|口|个)?", re.ASCII)


def read_whole(cell: Cell, heading: Heading) -> Reading:
    """A count: 12, 12期, 还剩12期."""
    found = _COUNT.fullmatch(plain_words(cell, heading, label("12")))
    if not found:
        raise refusal(cell, heading, label("12"))
    return Reading(int(found[1]))


def read_text(cell: Cell, heading: Heading) -> Reading:
    """Words as they are."""
    if cell.kind == "d":
        return Reading(cell.value.removesuffix("T00:00:00"))
    return Reading(cell.value.removesuffix(".0") if cell.kind == "n" else cell.value)


_BY_FIELD: Mapping[str, Callable[[Cell, Heading], Reading]] = {
    "due_day": read_due_day,
    "days_overdue": read_days_overdue,
}
_BY_KIND: Mapping[Kind, Callable[[Cell, Heading], Reading]] = {
    "text": read_text,
    "money": read_money,
    "number": read_number,
    "share": read_share,
    "whole": read_whole,
    "date": read_date,
    "rate": read_rate,
    "history": read_history,
    "yes_no": read_yes_no,
    "choice": read_choice,
}
