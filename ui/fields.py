"""Inputs bound to the case: typed as people type, read back as understood, never lost when refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal, get_args, get_origin

import streamlit as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment import dates, money, rates
from assessment.case import Due, Rate, words
from assessment.case.lists import dues_of, dues_text
from assessment.layout import inner_type
from assessment.problems import NotUnderstood, Path, Place, Problem
from assessment.text import Text, label
from ui import session
from ui.text import _, fen_text, percent, plain, say, sentences, yuan_text

_CHOICES: dict[tuple[str, str], Mapping[Any, str]] = {
    ("Household", "region"): words.REGION,
    ("Asset", "kind"): words.ASSET_KIND,
    ("Income", "kind"): words.INCOME_KIND,
    ("Expense", "category"): words.EXPENSE_CATEGORY,
    ("Debt", "lender"): words.LENDER,
    ("Debt", "method"): words.METHOD,
    ("Debt", "security"): words.SECURITY,
    ("Debt", "collection"): words.COLLECTION,
    ("Debt", "court"): words.COURT,
    ("Event", "kind"): words.EVENT_KIND,
    ("Agreement", "if_late"): words.IF_LATE,
    ("Agreement", "reporting"): words.REPORTING,
}
_ANYWHERE: dict[str, Mapping[Any, str]] = {"period": words.PERIOD, "grade": words.GRADE}
"""Closed sets by field; `_ANYWHERE` holds those with one meaning in every model."""


def ask(path: Path, *, bare: bool = False) -> None:
    """The input for one value of the case; `bare` leaves out its help, in a list whose head names it on a wide page."""
    owner, info = _field(path)
    inner = inner_type(info.annotation)
    if session.current().covered:
        _as_it_stands(path, info)
    elif inner is bool:
        _yes_no(path, info)
    elif get_origin(inner) is Literal and isinstance(get_args(inner)[0], str):
        _choice(path, info, _words(owner, str(path[-1])), bare)
    else:
        _typed(path, info, _reader(inner, info), bare)


def _field(path: Path) -> tuple[BaseModel, FieldInfo]:
    node: Any = session.current().case
    for part in path[:-1]:
        node = node[part] if isinstance(part, int) else getattr(node, part)
    return node, type(node).model_fields[str(path[-1])]


def _value(path: Path) -> Any:
    owner, _info = _field(path)
    return getattr(owner, str(path[-1]))


def _words(owner: BaseModel, name: str) -> Mapping[Any, str]:
    return _CHOICES.get((type(owner).__name__, name)) or _ANYWHERE[name]


def _label(info: FieldInfo) -> str:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    unit = str(extra.get("unit", ""))
    return _("{name}（{unit}）").format(name=_(info.title or ""), unit=_(unit)) if unit else _(info.title or "")


def _help(info: FieldInfo) -> str | None:
    return _(info.description) if info.description else None


def _as_it_stands(path: Path, info: FieldInfo) -> None:
    """The value for others' eyes; nothing can be typed."""
    st.text_input(_label(info), _read_back(path, info), disabled=True, key=session.current().key(*path))


def _read_back(path: Path, info: FieldInfo) -> str:
    value, inner = _value(path), inner_type(info.annotation)
    if value is None:
        return ""
    if inner is bool:
        return _(words.YES_NO[value])
    if get_origin(inner) is Literal and isinstance(get_args(inner)[0], str):
        return _(_words(_field(path)[0], str(path[-1]))[value])
    return _reader(inner, info).back(value)


def _yes_no(path: Path, info: FieldInfo) -> None:
    key = session.current().key(*path)
    st.checkbox(_label(info), bool(_value(path)), key, _help(info), on_change=_take, args=(path, key))


def _choice(path: Path, info: FieldInfo, choices: Mapping[Any, str], bare: bool) -> None:  # noqa: FBT001
    key, options = session.current().key(*path), list(choices)
    st.selectbox(
        _label(info), options, options.index(_value(path)), lambda word: _(choices[word]), key, None if bare else _help(info),
        on_change=_take, args=(path, key),
    )  # fmt: skip
    _refused(path)


def _refused(path: Path) -> bool:
    """Whether something stands here that could not be taken; says what and what would be right."""
    refused = session.current().refused.get(path)
    if refused is None:
        return False
    st.caption(f":orange-background[{sentences(say(refused[1].what), say(refused[1].instead))}]")
    return True


def _take(path: Path, key: str) -> None:
    session.current().put(path, session.typed(key))


class _Reader:
    """How one kind of value is read, shown for editing, and read back."""

    def __init__(
        self, read: Callable[[str], Any], edit: Callable[[Any], str], back: Callable[[Any], str], example: str
    ) -> None:
        self.read, self.edit, self.back, self.example = read, edit, back, example


def _typed(path: Path, info: FieldInfo, reader: _Reader, bare: bool) -> None:  # noqa: FBT001
    here = session.current()
    key, value = here.key(*path), _value(path)
    refused = here.refused.get(path)
    shown = refused[0] if refused else ("" if value in (None, info.default) and not value else reader.edit(value))
    typed = _box(reader)(
        _label(info), shown, key=key, help=None if bare else _help(info), placeholder=_(reader.example),
        on_change=_read, args=(path, key, reader),
    )  # fmt: skip
    if _refused(path):
        return
    if typed.strip() and typed.strip() != reader.edit(value):
        st.caption(f"＝ {reader.back(value)}")


def _box(reader: _Reader) -> Callable[..., str]:
    """One line, or several where the value is a list of lines."""
    return partial(st.text_area, height=160) if reader is _DUES else partial(st.text_input, autocomplete="off")


def _read(path: Path, key: str, reader: _Reader) -> None:
    here, typed = session.current(), str(session.typed(key) or "").strip()
    problem = _put(path, typed, reader)
    if problem is not None:
        here.refuse(path, typed, problem)


def _put(path: Path, typed: str, reader: _Reader) -> Problem | None:
    here, info = session.current(), _field(path)[1]
    if not typed:
        return here.put(path, "" if info.is_required() else info.get_default())
    try:
        value = reader.read(typed)
    except NotUnderstood as told:
        return Problem(Place(path), told.what, told.instead, raw=typed)
    except ValueError:
        what = Text("“{typed}”不是能看懂的{name}。", typed=typed, name=Text(info.title or ""))
        return Problem(Place(path), what, Text("{example}。", example=Text(reader.example)), raw=typed)
    return here.put(path, value)


def _reader(inner: Any, info: FieldInfo) -> _Reader:
    if inner is Rate:
        return _RATE
    if inner is date:
        return _DATE
    if inner is Decimal:
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        unit = str(extra.get("unit", ""))
        return _MONEY if unit.startswith("元") else (_PLAIN if unit else _SHARE)
    if get_origin(inner) is tuple:
        return _DUES if get_args(inner)[0] is Due else _HISTORY
    return _WHOLE if inner is int or get_origin(inner) is Literal else _WORDS


def edited(yuan: Decimal) -> str:
    """An amount as it stands in a field: 120,000 or 1,234.56."""
    return f"{yuan:,.2f}".removesuffix(".00")


def _rate(text: str) -> Rate:
    quoted = rates.parse(text)
    return Rate(value=quoted.quoted, per=quoted.per, basis=360 if quoted.basis == 360 else 365)


def quoted(rate: Rate) -> str:
    """A case's rate as people quote it: 日0.05%, or 0.05% per day."""
    return rates.text(rates.QuotedRate(rate.value, rate.per, rate.basis), _)


def _annual(rate: Rate) -> str:
    return _("每年 {rate}").format(rate=percent(rate.annual)) if rate.value else _("不收利息")


def _number(text: str) -> Decimal:
    found = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(%|倍|成)?", money.normalised(text), re.ASCII)
    if not found:
        raise ValueError("不是一个数")
    return Decimal(found[1]) / {"%": 100, "成": 10}.get(found[2] or "", 1)


def _whole(text: str) -> int:
    found = re.fullmatch(r"([0-9]{1,9})(?:天|期|个月|人|号|日)?", money.normalised(text), re.ASCII)
    if not found:
        raise ValueError("不是整数")
    return int(found[1])


def _history(text: str) -> tuple[Decimal, ...]:
    return tuple(money.parse(part).yuan for part in re.split(r"[、;；\s]+|[,，](?!\d{3}(?!\d))", text.strip()) if part)


_MONEY = _Reader(lambda text: money.parse(text).yuan, edited, yuan_text, label("例如 1200 或 1.2万"))
_RATE = _Reader(_rate, quoted, _annual, label("例如 日0.05%、年18%"))
_DATE = _Reader(
    dates.parse, lambda day: day.isoformat(), lambda day: plain(Text("{day}", day=day)), label("例如 2026-03-01")
)
_PLAIN = _Reader(_number, lambda value: f"{value.normalize():f}", str, label("例如 1.5"))
_SHARE = _Reader(_number, lambda share: f"{(share * 100).normalize():f}%", percent, label("例如 20%、0.2 或 2成"))
_WHOLE = _Reader(_whole, str, str, label("例如 12"))
_WORDS = _Reader(str, str, str, "")
_DUES = _Reader(
    dues_of,
    dues_text,
    lambda dues: _("共 {count} 笔，合计 {total}").format(
        count=len(dues), total=fen_text(sum(money.to_fen(due.amount) for due in dues))
    ),
    label("例如 2026-12-08 820，一行一笔"),
)
_HISTORY = _Reader(
    _history,
    lambda months: "、".join(edited(month) for month in months),
    lambda months: _("共 {count} 个月，合计 {total}").format(
        count=len(months), total=fen_text(sum(map(money.to_fen, months)))
    ),
    label("例如 5200、4300、6100"),
)
