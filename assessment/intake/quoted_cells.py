"""What a rate's cell may say that is no rate by itself: a flat fee each instalment, or a multiple of the market rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assessment.money import chinese_number, normalised
from assessment.rates import Per, QuotedRate


@dataclass(frozen=True, slots=True)
class FlatFee:
    """A fee each instalment: a share of what was borrowed, or yuan; `count` instalments where the cell says how many."""

    share: Decimal | None
    yuan: Decimal | None
    count: int = 0


@dataclass(frozen=True, slots=True)
class OnPrime:
    """A rate by the loan prime rate of its day: so many times it, and so much more."""

    times: Decimal
    more: Decimal


_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
_FEE_WORDS = r"(?:分期)?(?:手续费|服务费|费率|手续费率|费用)(?:率)?(?:为|是|:)?"
_SHARE = re.compile(
    rf"(?:每期|每月)?(?:{_FEE_WORDS})?{_NUMBER}%(?:/期|每期|一期)?(?:[x×*]([0-9]{{1,3}})期?)?", re.ASCII
)
_YUAN = re.compile(
    rf"(?:每期|每月)(?:{_FEE_WORDS})?{_NUMBER}(?:元|块)|(?:{_FEE_WORDS}){_NUMBER}(?:元|块)?(?:/期|每期|一期)", re.ASCII
)
_OF_INSTALMENTS = re.compile("期|手续费|服务费")


def flat_fee(text: str) -> FlatFee | None:
    """0.75%/期, 手续费0.6%×12, 每期手续费90元; None where the text says no such thing."""
    plain = normalised(text)
    if not _OF_INSTALMENTS.search(plain):
        return None
    if found := _SHARE.fullmatch(plain):
        return FlatFee(Decimal(found[1]) / 100, None, int(found[2] or 0))
    if found := _YUAN.fullmatch(plain):
        return FlatFee(None, Decimal(found[1] or found[2]))
    return None


_PRIME = re.compile(
    rf"(?:(1|一|5|五)年期?(?:以上)?的?)?(?:lpr|贷款市场报价利率)(?:的|×|\*|x)?(?:{_NUMBER}|([一二两三四]))?倍?(?:([+加-]|减){_NUMBER}(bps?|个?基点|%|个?百分点))?",
    re.ASCII,
)
_TIMES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_LONG_TERM = frozenset({"5", "五"})


def speaks_of_prime(text: str) -> bool:
    """Whether a text names the loan prime rate at all."""
    plain = normalised(text)
    return "lpr" in plain or "市场报价利率" in plain


def on_prime(text: str) -> OnPrime | None:
    """LPR, LPR+150BP, 1年期LPR的4倍; None for anything else, and for the five-year rate, which we do not hold."""
    found = _PRIME.fullmatch(normalised(text))
    if not found or found[1] in _LONG_TERM:
        return None
    times = Decimal(found[2] or _TIMES.get(found[3] or "", 1))
    size = Decimal(found[5] or 0) / (10_000 if (found[6] or "").startswith(("bp", "个基点", "基点")) else 100)
    return OnPrime(times, -size if found[4] in {"-", "减"} else size)


_COIN = {"元": Decimal(1), "块": Decimal(1), "角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01")}
_WHOLE = {"百": 100, "千": 1_000, "万": 10_000}
_PER: dict[str, Per] = {"日": "day", "天": "day", "月": "month", "年": "year"}
_COUNT = r"([0-9]{1,4}(?:\.[0-9]{1,4})?|[一二两三四五六七八九十])"
_COINS_A_THOUSAND = re.compile(
    rf"(?:每|按)?(日|天|月|年)(?:利?息|利率)?{_COUNT}(元|块|角|毛|分)(?:/|每)(?:一|1)?(百|千|万)(?:元|块)?", re.ASCII
)
_A_THOUSAND_A_DAY = re.compile(
    rf"(?:每|一|1)?(?:1)?(百|千|万)(?:元|块)?(?:每|一|1)?(日|天|月|年)(?:利?息)?{_COUNT}(元|块|角|毛|分)钱?", re.ASCII
)


def in_coins(text: str) -> QuotedRate | None:
    """日息5毛/千, 一千一天五毛, 每万元每天5元; None for anything else."""
    plain = normalised(text)
    if found := _COINS_A_THOUSAND.fullmatch(plain):
        per, count, coin, whole = found.groups()
    elif found := _A_THOUSAND_A_DAY.fullmatch(plain):
        whole, per, count, coin = found.groups()
    else:
        return None
    number = Decimal(count) if count[0].isdigit() else chinese_number(count) or Decimal(0)
    return QuotedRate(number * _COIN[coin] / _WHOLE[whole], _PER[per])
