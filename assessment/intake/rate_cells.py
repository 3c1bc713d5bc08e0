"""Cells that hold a rate: as quoted in words, or a number that its header or format explains."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from assessment import rates
from assessment.case import Rate
from assessment.intake.container import Cell
from assessment.intake.quoted_cells import flat_fee, in_coins, on_prime, speaks_of_prime
from assessment.intake.reading import Heading, Reading, because, refusal
from assessment.layout import normal
from assessment.problems import NotUnderstood
from assessment.rates import Per, QuotedRate
from assessment.report.english import translated
from assessment.text import Percent, Text, label

NUMBER = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,18})?)(%)?", re.ASCII)
_EXAMPLE = label("日0.05%、月1.5% 或 年18.25%")
_WRITE_FULLY = Text("请写全，例如 日0.05%、月1.5% 或 年18.25%。")
_FRACTION_BELOW: dict[Per, Decimal] = {"day": Decimal("0.01"), "month": Decimal("0.1"), "year": Decimal(1)}
_SURELY_A_YEAR = Decimal(3)
"""Per cent without a period: from here on nobody means a day or a month; below, it has to be asked."""
_SURELY_A_FRACTION = Decimal("0.1")
_LIKELY_A_YEAR = (Decimal("0.03"), Decimal("0.36"))
"""What a year's rate usually is: a number in between under 年利率(%) was more likely meant as a fraction."""
_SCALES = (
    (100, re.compile(r"‱|万分|[(](?:万|每万)[)]|[元块]/?每?万|每万")),
    (10, re.compile(r"‰|千分|[元块]/?每?千|每千")),
)
"""Headers under which a bare number counts per ten thousand or per thousand: so many times less than per cent."""


def read_rate(cell: Cell, heading: Heading) -> Reading:
    """A rate. What the cell says goes before what its header says; nothing is guessed between two likely readings."""
    if cell.kind == "n":
        return _of_number(Decimal(cell.value), "%" in cell.format, cell, heading)
    if cell.kind != "s":
        raise refusal(cell, heading, _EXAMPLE)
    text = unicodedata.normalize("NFKC", cell.value).strip().lstrip("'")
    if found := NUMBER.fullmatch(text):
        percent = bool(found[2])
        return _of_number(Decimal(found[1]) / (100 if percent else 1), percent, cell, heading)
    return _of_words(text, cell, heading)


def _of_words(text: str, cell: Cell, heading: Heading) -> Reading:
    try:
        special = _special(text, cell)
        if special is not None:
            return special
        if header_period(heading.words) == "year" and _OF_A_DAY.fullmatch(text):
            return _day_supposed(text, cell)
        quoted, loose = _quoted(_in_order(text), heading)
    except ValueError as error:
        raise because(error, cell, heading, _EXAMPLE) from None
    if loose:
        what = Text("“{raw}”按一年 {rate} 读。", raw=cell.shown[:60], rate=Percent(quoted.annual))
        return _taken(quoted, cell, (what, Text("有准数时请改。")))
    if _BY_CUSTOM.search(text):
        what = Text("“{raw}”照习惯先读作{quoted}，合一年 {rate}。", raw=cell.shown[:60], quoted=rates.told(quoted), rate=Percent(quoted.annual))  # fmt: skip
        return _taken(quoted, cell, (what, _WRITE_FULLY))
    if not quoted.assumed:
        return _taken(quoted, cell)
    what = Text(
        "“{raw}”没有写按年、按月还是按日，先读作{quoted}，合一年 {rate}。",
        raw=cell.shown[:60],
        quoted=rates.told(quoted),
        rate=Percent(quoted.annual),
    )
    return _taken(quoted, cell, (what, _WRITE_FULLY))


_OF_A_DAY = re.compile(r"(?:万分之|万|千分之)[0-9零一二三四五六七八九十.点]+|[0-9.]+[‰‱]")


def _day_supposed(text: str, cell: Cell) -> Reading:
    """万分之五 under 年利率: nobody lends at so little a year."""
    quoted = rates.parse(f"日{text}")
    what = Text("表头说的是年，“{raw}”像是按日的，先读作{quoted}，合一年 {rate}。", raw=cell.shown[:60], quoted=rates.told(quoted), rate=Percent(quoted.annual))  # fmt: skip
    return _taken(quoted, cell, (what, _WRITE_FULLY))


_BY_CUSTOM = re.compile(r"[日天年].*[分厘](?!之)|[分厘](?!之).*[日天年]")
"""分 and 厘 of a year's or a day's rate are counted in more than one way; of a month's they are not."""
_RAISED = re.compile("上浮|下浮|加收|基准")


def _special(text: str, cell: Cell) -> Reading | None:
    """A fee each instalment, a multiple of the market rate, so many jiao a thousand: what is no rate by itself."""
    if (fee := flat_fee(text)) is not None:
        return Reading(fee)
    if (prime := on_prime(text)) is not None:
        return Reading(prime)
    if speaks_of_prime(text):
        what = Text("“{raw}”里的 LPR 算不出来，这里只有一年期的。", raw=cell.shown[:60])
        raise NotUnderstood(what, Text("请照合同写最近一次的执行利率，例如 年3.95%。"))
    if _RAISED.search(text):
        what = Text("“{raw}”要知道是在什么利率上浮动才能算。", raw=cell.shown[:60])
        raise NotUnderstood(what, Text("请照合同写执行利率；如果说的是罚息，请填在罚息那一列。"))
    coins = in_coins(text)
    return None if coins is None else _taken(coins, cell)


_ABOUT = re.compile(r"^(?:大约|大概|约|近|差不多)|(?:左右|上下)$")
_RANGE = re.compile(r"(.+?)(?:~|～|-{1,2}|—{1,2}|到|至)(.+)")
_IN_BRACKETS = re.compile(r"^(.+?)\((年|月|日|天|年化|apr)\)$", re.IGNORECASE)
_BY_THE_YEAR = re.compile(r"(?:p\.?a\.?|peryear|perannum|annually|/yr|/y)$", re.IGNORECASE)


def _in_order(text: str) -> str:
    """18%(年) and 18% p.a. as 年18%."""
    plain = "".join(text.split())
    if found := _IN_BRACKETS.fullmatch(plain):
        word = "年" if found[2].lower() in {"年化", "apr"} else found[2]
        return f"{word}{found[1]}"
    bare = _BY_THE_YEAR.sub("", plain)
    return f"年{bare}" if bare != plain else plain


def _quoted(text: str, heading: Heading) -> tuple[QuotedRate, bool]:
    """The rate, and whether it was said loosely: about so much, or from so much to so much, of which the higher."""
    bare = _ABOUT.sub("", text)
    found = _RANGE.fullmatch(bare)
    if found is None:
        return _one(bare, heading), bare != text
    low, high = found.groups()
    if low.endswith("%") != high.endswith("%"):
        low = f"{low}%"
    ends = [_one(end, heading) for end in (low, high)]
    return max(ends, key=lambda each: each.annual), True


def _one(text: str, heading: Heading) -> QuotedRate:
    per = header_period(heading.words)
    if (found := NUMBER.fullmatch(text)) and per:
        return QuotedRate(Decimal(found[1]) / 100, per)
    quoted = rates.parse(text)
    return rates.parse(f"{_WORD[per]}{text}") if quoted.assumed and per else quoted


_WORD: dict[Per, str] = {"day": "日", "month": "月", "year": "年"}
_PERIOD_WORDS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    ("day", re.compile(r"日|天|day|daily")),
    ("month", re.compile(r"月|month")),
    ("year", re.compile(r"年|apr|irr|annual|year")),
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
    plain = "".join(unicodedata.normalize("NFKC", heading.words).split())
    scale = next((times for times, words in _SCALES if words.search(plain)), 0)
    if scale and per:
        return _under_header(value / 100 / scale, per, cell)
    return _bare_under_header(value, per, cell, heading) if per else _bare_alone(value, cell)


def _under_header(fraction: Decimal, per: Per, cell: Cell) -> Reading:
    return _taken(QuotedRate(fraction, per), cell)


def _percent_alone(fraction: Decimal, cell: Cell) -> Reading:
    if fraction * 100 >= _SURELY_A_YEAR:
        return _year_supposed(fraction, cell)
    day, month, year = (rates.told(QuotedRate(fraction, per)) for per in _FRACTION_BELOW)
    raise _period_unknown(cell, Text("请写全：{day}、{month} 或 {year}，选一个。", day=day, month=month, year=year))


def _bare_under_header(value: Decimal, per: Per, cell: Cell, heading: Heading) -> Reading:
    """18.25, or 0.1825 where a year's header does not say per cent."""
    small = value < _FRACTION_BELOW[per]
    if not small:
        return _under_header(value / 100, per, cell)
    if "%" in heading.unit and per != "year":
        return _under_header(value / 100, per, cell)
    if "%" in heading.unit:
        return _fraction_supposed(value, cell)
    quoted = QuotedRate(value, per)
    what = Text("“{raw}”没有百分号，先读作{quoted}。", raw=cell.shown, quoted=rates.told(quoted))
    return _taken(quoted, cell, (what, _WRITE_FULLY))


def _fraction_supposed(value: Decimal, cell: Cell) -> Reading:
    """0.1825 under 年利率(%): by the sign 0.1825 % a year, which nobody lends at; both are said."""
    small, large = (rates.told(QuotedRate(fraction, "year")) for fraction in (value / 100, value))
    least, most = _LIKELY_A_YEAR
    if not least <= value <= most:
        what = Text("“{raw}”可能是{small}，也可能是{large}。", raw=cell.shown, small=small, large=large)
        raise NotUnderstood(what, Text("请写全，选一个。"))
    what = Text("“{raw}”照表头是{small}，低得少见，先读作{large}。", raw=cell.shown, small=small, large=large)
    return _taken(QuotedRate(value, "year"), cell, (what, Text("请写全，选一个。")))


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


def _taken(quoted: QuotedRate, cell: Cell, doubt: tuple[Text, Text] | None = None) -> Reading:
    rate = Rate(value=quoted.quoted, per=quoted.per, basis=360 if quoted.basis == 360 else 365)
    plain = normal(cell.value) in {normal(rates.text(quoted, say)) for say in (str, translated)}
    meant = None if plain else Text("{quoted}，合一年 {rate}", quoted=rates.told(quoted), rate=Percent(rate.annual))
    return Reading(rate, meant, doubt)
