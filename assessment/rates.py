"""Rates as quoted and as they really are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from math import isfinite
from typing import Literal, NamedTuple

from assessment.money import chinese_number, normalised
from assessment.problems import Unanswerable

Per = Literal["day", "month", "year"]
Unit = Literal["month", "half_month", "week", "year"]


class NoRate(Unanswerable):
    """The payments have no rate, or more than one."""


class Ratio(NamedTuple):
    """An exact rate per period: `num` / `den`."""

    num: int
    den: int


def monthly(annual: Decimal) -> Ratio:
    """A twelfth of a nominal annual rate."""
    num, den = annual.as_integer_ratio()
    return Ratio(num, den * 12)


def daily(annual: Decimal, basis: int) -> Ratio:
    """A day's part of a nominal annual rate, the year counted as `basis` days."""
    num, den = annual.as_integer_ratio()
    return Ratio(num, den * basis)


@dataclass(frozen=True, slots=True)
class QuotedRate:
    """A rate as somebody quotes it.

    `quoted` is a fraction per `per`; `basis` is how many days a daily quote counts to the year;
    `assumed` says that custom, not the words, decided what period was meant.
    """

    quoted: Decimal
    per: Per
    basis: int = 365
    assumed: bool = False

    @property
    def annual(self) -> Decimal:
        """The nominal rate a year, as a fraction."""
        return self.quoted * {"day": self.basis, "month": 12, "year": 1}[self.per]


def text(rate: QuotedRate) -> str:
    """日0.05%, 月1.5%, 年18.25%; a day's quote on 360 days as 日0.05%（360天）. `parse` reads it back."""
    percent = f"{(rate.quoted * 100).normalize():f}"
    basis = "（360天）" if rate.basis == 360 else ""
    return f"{_WORD[rate.per]}{percent}%{basis}"


def parse(text: str) -> QuotedRate:
    """What a quoted rate says, on 365 days unless it names 360.

    Reads 日0.05%, 万分之五, 0.5‰/天, 每万元每天5元, 月息1.5分, 6厘, 年化18.25%.
    Raises ValueError where it is no rate: a fee per instalment, a bare fraction, an amount.
    """
    plain, basis = _basis(normalised(text).replace("個", "个"))
    if _FLAT_FEE.search(plain):
        raise ValueError("这是每期手续费，不是利率")
    if per_wan := _PER_WAN.fullmatch(plain):
        return QuotedRate(Decimal(per_wan[2]) / 10_000, _PERIOD[per_wan[1]], basis)
    per, body = _period(plain)
    quoted, usual = _amount(body, per)
    return QuotedRate(quoted, per or usual, basis, per is None)


_WORD: dict[Per, str] = {"day": "日", "month": "月", "year": "年"}
_PERIOD: dict[str, Per] = {"日": "day", "天": "day", "月": "month", "年": "year"}
_FLAT_FEE = re.compile(r"期|手续费|服务费")
_PER_WAN = re.compile(
    r"(?:每|一)?(?:1)?万(?:元|块)?(?:每|一|1)?(天|日|月|年)(?:利息|息)?([0-9]+(?:\.[0-9]+)?)(?:元|块)"
)
_LEADING = re.compile(
    r"^(?:按|每|一)?(日|天|月|年)(?:化)?(?:综合)?(?:利率|利息|费率|息率|息|率|利|化利率|化)?(?:是|为|:|约)?(?=[0-9一二三四五六七八九十半两万千百])"
)
_NAMED = re.compile(r"^(?:apr|irr|利率|综合年化|年百分率|单利|名义利率):?(?:是|为)?")
_TRAILING = re.compile(r"(?:/|每|一|per)?(日|天|月|年|day|month|year|个月)(?:息|利率|利|化)?$")
_ENGLISH: dict[str, Per] = {"day": "day", "month": "month", "year": "year", "个月": "month"}
_BASIS = re.compile(r"\((?:一年|按)?(360|365)天?(?:计)?\)$|/(360|365)$")


def _basis(text: str) -> tuple[str, int]:
    found = _BASIS.search(text)
    return (text[: found.start()], int(found[1] or found[2])) if found else (text, 365)


def _period(text: str) -> tuple[Per | None, str]:
    if found := _LEADING.match(text):
        return _PERIOD[found[1]], text[found.end() :]
    body = _NAMED.sub("", text)
    if found := _TRAILING.search(body):
        word = found[1]
        return _PERIOD.get(word) or _ENGLISH[word], body[: found.start()]
    return ("year" if body != text else None), body


_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,10})?)"
_PERCENT = re.compile(rf"(?:百分之)?{_NUMBER}(%|‰|‱)", re.ASCII)
_PARTS = re.compile(rf"(百|千|万)分之(?:{_NUMBER}|([零一二两三四五六七八九十]+))(?:点([零一二三四五六七八九]+))?")
_WAN = re.compile(rf"万(?:{_NUMBER}|([一二两三四五六七八九]))")
_FEN = re.compile(rf"(?:{_NUMBER}|([一二两三四五六七八九十]))(分|厘)(?:(半)|([一二三四五六七八九]))?(?:利|息|钱)?")
_BARE = re.compile(_NUMBER, re.ASCII)
_SIGNS = {"%": 100, "‰": 1_000, "‱": 10_000}
_WHOLES = {"百": 100, "千": 1_000, "万": 10_000}
_FEN_IS: dict[Per, Decimal] = {"year": Decimal("0.1"), "month": Decimal("0.01"), "day": Decimal("0.001")}


def _amount(text: str, per: Per | None) -> tuple[Decimal, Per]:
    """The fraction a body says, and the period that is usual for its form."""
    if found := _PERCENT.fullmatch(text):
        return Decimal(found[1]) / _SIGNS[found[2]], ("year" if found[2] == "%" else "day")
    if found := _PARTS.fullmatch(text):
        return _spelt(found[2], found[3], found[4]) / _WHOLES[found[1]], ("year" if found[1] == "百" else "day")
    if found := _WAN.fullmatch(text):
        return _spelt(found[1], found[2], None) / 10_000, "day"
    if found := _FEN.fullmatch(text):
        return _fen(found, per), "month"
    if per and (found := _BARE.fullmatch(text)) and (per != "year" or Decimal(found[1]) > 1):
        return Decimal(found[1]) / 100, per
    raise ValueError("不是一个利率")


def _spelt(digits: str | None, numeral: str | None, decimals: str | None) -> Decimal:
    whole = Decimal(digits) if digits else chinese_number(numeral or "")
    if whole is None:
        raise ValueError("不是一个利率")
    tail = "".join(str(chinese_number(word)) for word in decimals or "")
    return whole + Decimal(f"0.{tail}") if tail else whole


def _fen(found: re.Match[str], per: Per | None) -> Decimal:
    """分 and 厘: a tenth and a hundredth of a year's, a hundredth and a thousandth of a month's, by custom."""
    count = _spelt(found[1], found[2], None)
    if found[4] or found[5]:
        count += Decimal("0.5") if found[4] else _spelt(None, found[5], None) / 10
    return count * _FEN_IS[per or "month"] / (10 if found[3] == "厘" else 1)


def irr(flows: Sequence[float]) -> float:
    """The rate per period at which equally spaced flows are worth nothing today, as a fraction.

    Raises NoRate where there is none, or where more than one rate fits.
    """
    import pyxirr

    _one_rate_only(flows)
    return _found(pyxirr.irr(flows, silent=True))


def xirr(dates: Sequence[date], flows: Sequence[float]) -> float:
    """The effective annual rate at which dated flows are worth nothing on the first date (365 days a year).

    Raises NoRate where there is none, or where more than one rate fits.
    """
    import pyxirr

    _one_rate_only(flows)
    return _found(pyxirr.xirr(list(dates), list(flows), silent=True))


def _one_rate_only(flows: Sequence[float]) -> None:
    """Norstrom's condition: running totals that change sign once leave one positive rate at most."""
    if not any(flow > 0 for flow in flows) or not any(flow < 0 for flow in flows):
        raise NoRate("现金流没有正负变化，算不出利率")
    if _turns(flows) > 1 and _turns(list(accumulate(flows))) > 1:
        raise NoRate("现金流多次正负变化，利率不止一个")


def _turns(flows: Sequence[float]) -> int:
    signs = [flow > 0 for flow in flows if flow]
    return sum(now != before for now, before in zip(signs[1:], signs, strict=False))


def _found(rate: float | None) -> float:
    if rate is None or not isfinite(rate):
        raise NoRate("这组现金流没有对应的利率")
    return rate


def effective(periodic: float, periods: int) -> float:
    """The effective annual rate of a rate per period compounded `periods` times a year."""
    return float((1 + periodic) ** periods - 1)


def present_value(flows: Sequence[float], periodic: float) -> float:
    """What equally spaced flows, the first of them today, are worth today at a rate per period."""
    worth = 0.0
    factor = 1 / (1 + periodic)
    for flow in reversed(flows):
        worth = worth * factor + flow
    return worth


def dated_value(dates: Sequence[date], flows: Sequence[float], annual: float) -> float:
    """What dated flows are worth on the first date at an effective annual rate (365 days a year)."""
    return float(
        sum(flow / (1 + annual) ** ((day - dates[0]).days / 365) for day, flow in zip(dates, flows, strict=True))
    )
