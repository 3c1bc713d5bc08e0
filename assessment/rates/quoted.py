"""A rate as people quote it, and as the engine holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from assessment.money import chinese_number, normalised
from assessment.problems import NotUnderstood
from assessment.text import Text, label

Per = Literal["day", "month", "year"]


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
    `assumed` says that custom, not the words, decided what was meant.
    """

    quoted: Decimal
    per: Per
    basis: int = 365
    assumed: bool = False

    @property
    def annual(self) -> Decimal:
        """The nominal rate a year, as a fraction."""
        return self.quoted * {"day": self.basis, "month": 12, "year": 1}[self.per]


FORMS: Mapping[Per, str] = {
    "day": label("日{percent}%"),
    "month": label("月{percent}%"),
    "year": label("年{percent}%"),
}
"""How a rate is written, as catalogue sources: 日0.05%, 0.05% per day. `parse` reads each back, in either language."""
ON_360 = label("{rate}（360天）")
"""The same where the year counts 360 days."""


def text(rate: QuotedRate, say: Callable[[str], str] = str) -> str:
    """日0.05%, 月1.5%, 年18.25%; a quote on 360 days as 日0.05%（360天）; in English where `say` speaks it."""
    return told(rate).fill(say, lambda part: part.fill(say, str) if isinstance(part, Text) else str(part))


def told(rate: QuotedRate) -> Text:
    """The same as a sentence in no language yet."""
    quoted = Text(FORMS[rate.per], percent=f"{(rate.quoted * 100).normalize():f}")
    return Text(ON_360, rate=quoted) if rate.basis == 360 else quoted


def parse(text: str) -> QuotedRate:
    """What a quoted rate says, on 365 days unless it names 360.

    Reads 日0.05%, 万分之五, 0.5‰/天, 每万元每天5元, 月息1.5分, 6厘, 年化18.25%; 0 and 免息 as no interest at all.
    Raises ValueError where it is no rate: a fee per instalment, an amount; NotUnderstood for a bare number.
    """
    plain, basis = _basis(normalised(text).replace("個", "个"))
    if plain in _FREE:
        return QuotedRate(Decimal(0), "year", basis)
    if _FLAT_FEE.search(plain):
        raise ValueError("这是每期手续费，不是利率")
    if per_wan := _PER_WAN.fullmatch(plain):
        return QuotedRate(Decimal(per_wan[2]) / 10_000, _PERIOD[per_wan[1]], basis)
    per, body = _period(plain)
    if _BARE.fullmatch(body) and (per is None or Decimal(body) < _LEAST_PERCENT[per]):
        if not Decimal(body):
            return QuotedRate(Decimal(0), per or "year", basis)
        raise _without_unit(text.strip(), Decimal(body), per)
    quoted, usual = _amount(body, per)
    return QuotedRate(quoted, per or usual, basis, per is None or (per == "day" and "厘" in body))


def _without_unit(raw: str, number: Decimal, per: Per | None) -> NotUnderstood:
    """24, which may be a year's or a month's; 年0.24, which may be 24 % or 0.24 %."""
    if per:
        what = Text("“{raw}”没有百分号，看不出是百分之几。", raw=raw)
        small, large = (told(QuotedRate(number / whole, per)) for whole in (100, 1))
        return NotUnderstood(what, Text("请写全：{small} 或 {large}，选一个。", small=small, large=large))
    what = Text("“{raw}”没有写单位，看不出是一年、一个月还是一天的利率。", raw=raw)
    likely = next((each for least, each in _LIKELY if number >= least), None)
    if likely is None:
        return NotUnderstood(what, Text("请照合同写全，例如 年24%、月1.5%、日0.05%。"))
    meant = told(QuotedRate(number / 100, likely))
    return NotUnderstood(what, Text("是 {likely} 吗？请照合同写全，例如 年24%、月1.5%、日0.05%。", likely=meant))


_LIKELY: tuple[tuple[Decimal, Per | None], ...] = (
    (Decimal(3), "year"), (Decimal(1), "month"), (Decimal("0.1"), None), (Decimal("0.01"), "day"),
)  # fmt: skip
"""From which bare number on which period is meant most often, in per cent."""
_FREE = frozenset({"免息", "无息", "零息", "0息", "零利息", "不计息", "无利息", "没有利息", "零"})
_PERIOD: dict[str, Per] = {"日": "day", "天": "day", "月": "month", "年": "year"}
_FLAT_FEE = re.compile(r"期|手续费|服务费")
_PER_WAN = re.compile(
    r"(?:每|一)?(?:1)?万(?:元|块)?(?:每|一|1)?(天|日|月|年)(?:利息|息)?([0-9]+(?:\.[0-9]+)?)(?:元|块)"
)
_LEADING = re.compile(
    r"^(?:按|每|一)?(日|天|月|年)(?:化)?(?:综合)?(?:利率|利息|费率|息率|息|率|利|化利率|化)?(?:是|为|:|约)?(?=[0-9一二三四五六七八九十半两万千百])"
)
_NAMED_YEARLY = re.compile(r"^(?:apr|irr|综合年化|年百分率)(?:利率)?:?(?:是|为|约)?")
_NAMED = re.compile(r"^(?:利率|利息|单利|名义利率):?(?:是|为|约)?")
_TRAILING = re.compile(r"(?:/|每|一|per|an?)?(日|天|月|年|day|month|year|个月)(?:息|利率|利|化)?$")
_ENGLISH: dict[str, Per] = {"day": "day", "month": "month", "year": "year", "个月": "month"}
_BASIS = re.compile(r"\((?:一年|按)?(360|365)(?:天|days)?(?:计)?\)$|/(360|365)$")


def _basis(text: str) -> tuple[str, int]:
    found = _BASIS.search(text)
    return (text[: found.start()], int(found[1] or found[2])) if found else (text, 365)


def _period(text: str) -> tuple[Per | None, str]:
    if found := _LEADING.match(text):
        return _PERIOD[found[1]], text[found.end() :]
    if found := _NAMED_YEARLY.match(text):
        return "year", text[found.end() :]
    body = _NAMED.sub("", text)
    if found := _TRAILING.search(body):
        word = found[1]
        return _PERIOD.get(word) or _ENGLISH[word], body[: found.start()]
    return None, body


_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,10})?"
_COUNT = rf"({_NUMBER}|[零一二两三四五六七八九十]{{1,4}})"
_PERCENT = re.compile(rf"(?:百分之)?({_NUMBER})(%|‰|‱)", re.ASCII)
_PARTS = re.compile(rf"(百|千|万)分之{_COUNT}(?:点([零一二三四五六七八九]{{1,8}}))?", re.ASCII)
_WAN = re.compile(rf"万{_COUNT}", re.ASCII)
_FEN = re.compile(rf"{_COUNT}(分|厘)(?:(半)|([1-9一二三四五六七八九])厘?)?(?:利|息|钱)?", re.ASCII)
_BARE = re.compile(_NUMBER, re.ASCII)
_SIGNS = {"%": 100, "‰": 1_000, "‱": 10_000}
_WHOLES = {"百": 100, "千": 1_000, "万": 10_000}
_LEAST_PERCENT: dict[Per, Decimal] = {"year": Decimal(1), "month": Decimal("0.1"), "day": Decimal("0.01")}
_FEN_IS: dict[Per, Decimal] = {"year": Decimal("0.1"), "month": Decimal("0.01"), "day": Decimal("0.001")}


def _amount(text: str, per: Per | None) -> tuple[Decimal, Per]:
    """The fraction a body says, and the period that is usual for its form."""
    if found := _PERCENT.fullmatch(text):
        return Decimal(found[1]) / _SIGNS[found[2]], ("year" if found[2] == "%" else "day")
    if found := _PARTS.fullmatch(text):
        return _count(found[2], found[3] or "") / _WHOLES[found[1]], ("year" if found[1] == "百" else "day")
    if found := _WAN.fullmatch(text):
        return _count(found[1]) / 10_000, "day"
    if found := _FEN.fullmatch(text):
        return _fen(found, per or "month"), "month"
    if per and _BARE.fullmatch(text):
        return Decimal(text) / 100, per
    raise ValueError("不是一个利率")


def _count(text: str, decimals: str = "") -> Decimal:
    """12.5, 十二, or 十二点五 with what stands after 点 apart."""
    whole = Decimal(text) if text[0] in "0123456789" else chinese_number(text)
    if whole is None:
        raise ValueError("不是一个利率")
    return whole + Decimal("0." + "".join(str(chinese_number(digit)) for digit in decimals) if decimals else 0)


def _fen(found: re.Match[str], per: Per) -> Decimal:
    """分 and 厘: a tenth and a hundredth of a year's, a hundredth and a thousandth of a month's, by custom."""
    count, unit, half, tenths = found.groups(default="")
    more = _count(tenths) / 10 if tenths else Decimal("0.5") if half else Decimal(0)
    return (_count(count) + more) * _FEN_IS[per] / (10 if unit == "厘" else 1)
