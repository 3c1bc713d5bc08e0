"""Cells that hold a rate: as quoted in words, or a number that its header or format explains."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from assessment import rates
from assessment.case import Rate
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, NotUnderstood, Reading, refusal
from assessment.layout import normal
from assessment.rates import Per, QuotedRate
from assessment.text import Percent, Text, label

_NUMBER = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,18})?)(%)?", re.ASCII)
_EXAMPLE = label("日0.05%、月1.5% 或 年18.25%")
_WRITE_FULLY = Text("请写全，例如 日0.05%、月1.5% 或 年18.25%。")
_FRACTION_BELOW: dict[Per, Decimal] = {"day": Decimal("0.01"), "month": Decimal("0.1"), "year": Decimal(1)}
_SURELY_A_YEAR = Decimal(3)
"""Per cent without a period: from here on nobody means a day or a month; below, it has to be asked."""
_SURELY_A_FRACTION = Decimal("0.1")


def read_rate(cell: Cell, heading: Heading) -> Reading:
    """A rate. What the cell says goes before what its header says; nothing is guessed between two likely readings."""
    if cell.kind == "n":
        return _of_number(Decimal(cell.value), "%" in cell.format, cell, heading)
    if cell.kind != "s":
        raise refusal(cell, heading, _EXAMPLE)
    if found := _NUMBER.fullmatch(unicodedata.normalize("NFKC", cell.value).strip()):
        percent = bool(found[2])
        return _of_number(Decimal(found[1]) / (100 if percent else 1), percent, cell, heading)
    return _of_words(cell, heading)


def _of_words(cell: Cell, heading: Heading) -> Reading:
    try:
        quoted = rates.parse(cell.value)
        if quoted.assumed and (per := header_period(heading.words)):
            quoted = rates.parse(f"{_WORD[per]}{cell.value.strip()}")
    except ValueError as error:
        raise refusal(cell, heading, _EXAMPLE) from error
    if not quoted.assumed:
        return _taken(quoted, cell)
    what = Text(
        "“{raw}”没有写按年、按月还是按日，先读作{quoted}，合一年 {rate}。",
        raw=cell.shown[:60],
        quoted=rates.text(quoted),
        rate=Percent(quoted.annual),
    )
    return _taken(quoted, cell, (what, _WRITE_FULLY))


_WORD: dict[Per, str] = {"day": "日", "month": "月", "year": "年"}
_PERIOD_WORDS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    ("day", re.compile(r"日|天|day")),
    ("month", re.compile(r"月|month")),
    ("year", re.compile(r"年|apr|annual|year")),
)


def header_period(words: str) -> Per | None:
    """The period that a header names."""
    plain = unicodedata.normalize("NFKC", words).lower()
    named = [per for per, word in _PERIOD_WORDS if word.search(plain)]
    return named[0] if len(named) == 1 else None


def _of_number(value: Decimal, percent: bool, cell: Cell, heading: Heading) -> Reading:  # noqa: FBT001
    """`value` is a fraction where `percent` was written or shown, else a bare number."""
    if not value.is_finite() or not 0 <= value <= 1_000:
        raise refusal(cell, heading, _EXAMPLE)
    per = header_period(heading.words)
    if value == 0:
        return _taken(QuotedRate(Decimal(0), per or "year"), cell)
    if percent:
        return _under_header(value, per, cell) if per else _percent_alone(value, cell)
    return _bare_under_header(value, per, cell, heading) if per else _bare_alone(value, cell)


def _under_header(fraction: Decimal, per: Per, cell: Cell) -> Reading:
    return _taken(QuotedRate(fraction, per), cell)


def _percent_alone(fraction: Decimal, cell: Cell) -> Reading:
    if fraction * 100 >= _SURELY_A_YEAR:
        return _year_supposed(fraction, cell)
    day, month, year = (rates.text(QuotedRate(fraction, per)) for per in _FRACTION_BELOW)
    raise _period_unknown(cell, Text("请写全：{day}、{month} 或 {year}，选一个。", day=day, month=month, year=year))


def _bare_under_header(value: Decimal, per: Per, cell: Cell, heading: Heading) -> Reading:
    """18.25, or 0.1825 where a year's header does not say per cent."""
    small = value < _FRACTION_BELOW[per]
    if not small:
        return _under_header(value / 100, per, cell)
    if "%" in heading.unit and per != "year":
        return _under_header(value / 100, per, cell)
    if "%" in heading.unit:
        raise _scale_unknown(cell, per, value)
    quoted = QuotedRate(value, per)
    what = Text("“{raw}”没有百分号，先读作{quoted}。", raw=cell.shown, quoted=rates.text(quoted))
    return _taken(quoted, cell, (what, _WRITE_FULLY))


def _bare_alone(value: Decimal, cell: Cell) -> Reading:
    if value >= _SURELY_A_YEAR:
        return _year_supposed(value / 100, cell)
    if _SURELY_A_FRACTION <= value < 1:
        return _year_supposed(value, cell)
    raise _period_unknown(cell, _WRITE_FULLY)


def _year_supposed(fraction: Decimal, cell: Cell) -> Reading:
    what = Text("“{raw}”没有写按年、按月还是按日，先读作一年 {rate}。", raw=cell.shown[:60], rate=Percent(fraction))
    return _taken(QuotedRate(fraction, "year"), cell, (what, _WRITE_FULLY))


def _period_unknown(cell: Cell, instead: Text) -> NotUnderstood:
    return NotUnderstood(Text("“{raw}”看不出是按年、按月还是按日。", raw=cell.shown[:60]), instead)


def _scale_unknown(cell: Cell, per: Per, value: Decimal) -> NotUnderstood:
    small, large = (rates.text(QuotedRate(fraction, per)) for fraction in (value / 100, value))
    what = Text("“{raw}”可能是{small}，也可能是{large}。", raw=cell.shown, small=small, large=large)
    return NotUnderstood(what, Text("请写全，选一个。"))


def _taken(quoted: QuotedRate, cell: Cell, doubt: tuple[Text, Text] | None = None) -> Reading:
    rate = Rate(value=quoted.quoted, per=quoted.per, basis=360 if quoted.basis == 360 else 365)
    canonical = rates.text(quoted)
    plain = normal(canonical) == normal(cell.value)
    meant = None if plain else Text("{quoted}，合一年 {rate}", quoted=canonical, rate=Percent(rate.annual))
    return Reading(rate, meant, doubt)
