"""Yuan and fen: reading what people write, printing what they read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
_WAN = Decimal(10_000)
_YI = Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as somebody wrote it. Yuan; `approximate` where they said about, nearly, more than."""

    yuan: Decimal
    approximate: bool = False


def to_fen(yuan: Decimal) -> int:
    """Whole fen, rounded half up (away from zero)."""
    return int((yuan * 100).to_integral_value(ROUND_HALF_UP))


def to_yuan(fen: int) -> Decimal:
    """Yuan with two places."""
    return Decimal(fen).scaleb(-2)


def show(yuan: Decimal) -> str:
    """¥12,345.60, and -¥12,345.60 below zero. Rounded half up to the fen."""
    cents = yuan.quantize(_CENT, ROUND_HALF_UP)
    return f"{'-' if cents < 0 else ''}¥{abs(cents):,.2f}"


def short(yuan: Decimal) -> str:
    """A label for axes and cards: 980, 1.23万, 1.2亿. At most two decimals, half up."""
    size = abs(yuan)
    if size >= _YI - 5_000:
        return f"{_trimmed(yuan / _YI)}亿"
    return f"{_trimmed(yuan / _WAN)}万" if size >= _WAN - Decimal("0.5") else _trimmed(yuan, Decimal(1))


def _trimmed(value: Decimal, step: Decimal = _CENT) -> str:
    text = f"{value.quantize(step, ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def parse(text: str) -> Amount:
    """What an amount of money written by a person says.

    Takes digits with commas in threes or fours, ¥ 元 块 RMB, 千 万 亿 k w, Chinese numerals, 角 分, brackets or
    a minus for less than nothing, and words such as 约 for approximate.
    Raises ValueError where it is no amount, or could be read in two ways.
    """
    plain = normalised(text)
    if len(plain) > _LONGEST:
        raise ValueError("太长，不像一个金额")
    exact, approximate = _without_doubt(plain)
    unsigned, negative = _without_sign(_without_currency(exact))
    yuan = _digits(unsigned)
    if yuan is None:
        yuan = _numerals(unsigned)
    if yuan is None or yuan != yuan.quantize(_CENT):
        raise ValueError("不是一个金额")
    return Amount((-yuan if negative else yuan).quantize(_CENT), approximate)


def normalised(text: str) -> str:
    """Full-width forms, odd minus signs and blanks made plain; lower case."""
    folded = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
    return "".join(folded.split()).lower() if _SPACED_DIGITS.fullmatch(folded.strip()) else _tight(folded)


_LONGEST = 40
_LOOKALIKES = str.maketrans({
    "\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-",
    "萬": "万", "億": "亿", "圆": "元", "圓": "元", "¥": "¥", "\u200b": None, "\ufeff": None, "\u00a0": " ",
})  # fmt: skip
_SPACED_DIGITS = re.compile(r"[^0-9]*[0-9]{1,3}( [0-9]{3})+(\.[0-9]+)?[^0-9]*", re.ASCII)
_BETWEEN_DIGITS = re.compile(r"[0-9]\s+[0-9]", re.ASCII)


def _tight(text: str) -> str:
    if _BETWEEN_DIGITS.search(text):
        raise ValueError("数字中间有空格，看不出是一个数还是两个数")
    return "".join(text.split()).lower()


_BEFORE = re.compile(r"^(大约|大概|约|近|差不多|将近)")
_AFTER = re.compile(r"(左右|上下|多一点|出头)(元|块)?$")
_MORE = re.compile(r"多(?=(万|元|块|块钱|千)?$)|几(?=(元|块|块钱)?$)")


def _without_doubt(text: str) -> tuple[str, bool]:
    exact = _MORE.sub("", _AFTER.sub("", _BEFORE.sub("", text)))
    return exact, exact != text


_CURRENCY_BEFORE = re.compile(r"^(-?)(rmb|cny|人民币|¥)(-?)")
_CURRENCY_AFTER = re.compile(r"(人民币元|元人民币|人民币|块钱|元钱|rmb|cny|\(cn\))$")


def _without_currency(text: str) -> str:
    return _CURRENCY_AFTER.sub("", _CURRENCY_BEFORE.sub(r"\1\3", text))


def _without_sign(text: str) -> tuple[str, bool]:
    if text.startswith("(") and text.endswith(")"):
        return _without_currency(text[1:-1]), True
    if text.startswith("-"):
        return text[1:], True
    if text.endswith("-"):
        return text[:-1], True
    return text.removeprefix("+"), False


_UNITS = {"": Decimal(1), "元": Decimal(1), "块": Decimal(1), "千": Decimal(1_000), "k": Decimal(1_000),
          "百": Decimal(100), "万": _WAN, "w": _WAN, "亿": _YI, "千万": _WAN * 1_000, "百万": _WAN * 100}  # fmt: skip
_NUMBER = r"(?:[0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,4}(?:,[0-9]{4}){1,3})(?:\.[0-9]{1,6})?"
_WITH_UNIT = re.compile(rf"({_NUMBER})(千万|百万|亿|万|千|百|w|k|元|块)?(?:元|块)?整?", re.ASCII)
_TWO_UNITS = re.compile(r"([0-9]{1,4})(亿|万|千|w)([0-9]{1,4})(万|千|百)?(?:元|块)?", re.ASCII)
_COINS = re.compile(r"([0-9]{1,12})(?:元|块)(?:([0-9])[角毛])?(?:([0-9])分)?([0-9])?", re.ASCII)
_NEXT_LOWER = {"亿": Decimal(10_000_000), "万": Decimal(1_000), "w": Decimal(1_000), "千": Decimal(100)}


def _digits(text: str) -> Decimal | None:
    if found := _WITH_UNIT.fullmatch(text):
        return Decimal(found[1].replace(",", "")) * _UNITS[found[2] or ""]
    if found := _TWO_UNITS.fullmatch(text):
        return _two_units(*found.groups(default=""))
    if found := _COINS.fullmatch(text):
        yuan, jiao, fen, bare = found.groups(default="0")
        return (
            Decimal(yuan) + (int(jiao) + (int(bare) if found[2] is None else 0)) / Decimal(10) + int(fen) / Decimal(100)
        )
    return None


def _two_units(high: str, unit: str, low: str, low_unit: str) -> Decimal | None:
    """1万5 is 15 000: a single digit without a unit counts in the next lower one."""
    if not low_unit and len(low) == 1:
        return int(high) * _UNITS[unit] + int(low) * _NEXT_LOWER[unit]
    rest = int(low) * _UNITS[low_unit]
    return int(high) * _UNITS[unit] + rest if rest < _UNITS[unit] else None


_DIGIT = {word: value for value, words in enumerate(
    ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for word in words}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_NUMERAL = re.compile(
    rf"([{''.join(_DIGIT)}{''.join(_SMALL)}万亿]+)(?:元|块)?(?:([{''.join(_DIGIT)}])[角毛])?零?(?:([{''.join(_DIGIT)}])分)?(?:整|正)?"
)


def _numerals(text: str) -> Decimal | None:
    """Chinese numerals, common and formal, with 角 and 分."""
    found = _NUMERAL.fullmatch(text)
    if not found:
        return None
    whole = chinese_number(found[1])
    if whole is None:
        return None
    return whole + Decimal(_DIGIT.get(found[2] or "", 0)) / 10 + Decimal(_DIGIT.get(found[3] or "", 0)) / 100


def chinese_number(text: str) -> Decimal | None:
    """The whole number that Chinese numerals spell (一万五 is 15 000); None where they spell none."""
    total = section = 0
    digit: int | None = None
    last_unit = 0
    for word in text:
        if word in _DIGIT:
            if digit not in (None, 0):
                return None
            digit = _DIGIT[word]
            last_unit = 0 if digit == 0 else last_unit
        elif word in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[word]
            digit, last_unit = None, _SMALL[word]
        else:
            size = 10_000 if word == "万" else 100_000_000
            if section + (digit or 0) == 0 and not total:
                return None
            total = (total + section + (digit or 0)) * size if word == "亿" else total + (section + (digit or 0)) * size
            section, digit, last_unit = 0, None, size
    if digit is not None:
        section += digit * (last_unit // 10) if last_unit > 10 else digit
    return Decimal(total + section)
