"""Yuan and fen: reading what people write, printing what they read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assessment.problems import NotUnderstood
from assessment.text import Money, Text

_CENT = Decimal("0.01")
_WAN = Decimal(10_000)
_YI = Decimal(100_000_000)
_TOO_LARGE = Decimal(10) ** 16


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


def told(fen: int) -> Money:
    """Fen as an amount inside a sentence."""
    return Money(to_yuan(fen))


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
    text = f"{value.quantize(step, ROUND_HALF_UP):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def coarse(yuan: Decimal, digits: int = 2) -> Decimal:
    """About as much, for others' eyes: the leading digits, half up; never less than whole yuan."""
    place = max(yuan.adjusted() - digits + 1, 0)
    return yuan.quantize(Decimal(1).scaleb(place), ROUND_HALF_UP).quantize(_CENT) if yuan else yuan


def parse(text: str) -> Amount:
    """What an amount of money written by a person says.

    Takes digits with commas in threes or fours, ¥ 元 块 RMB, 千 万 亿 k w, Chinese numerals, 角 分, brackets or
    a minus for less than nothing, and words such as 约 for approximate.
    Raises ValueError where it is no amount, or could be read in two ways; NotUnderstood where it is one beyond
    measure, or finer than a fen.
    """
    if len(text) > _LONGEST:
        raise ValueError("太长，不像一个金额")
    exact, approximate = _without_doubt(normalised(text))
    unsigned, negative = _without_sign(_without_currency(exact))
    yuan = _unsigned(unsigned)
    if yuan is None or yuan >= _TOO_LARGE or yuan != yuan.quantize(_CENT):
        raise _why_not(text, unsigned)
    return Amount((-yuan if negative else yuan).quantize(_CENT), approximate)


def beyond_measure(text: str) -> NotUnderstood:
    """The refusal of an amount that nobody owes or owns."""
    return NotUnderstood(
        Text("“{raw}”太大，不像一笔钱。", raw=text.strip()[:_LONGEST]),
        Text("请看看是不是多打了零，或者把账号、卡号填到了这里。"),
    )


def _why_not(text: str, unsigned: str) -> ValueError:
    found = _SHAPED_LIKE_ONE.fullmatch(unsigned)
    if not found:
        return ValueError("不是一个金额")
    yuan = Decimal(found[1].replace(",", "")) * _UNITS[found[2] or ""]
    if yuan >= _TOO_LARGE:
        return beyond_measure(text)
    if yuan == yuan.quantize(_CENT):
        return ValueError("不是一个金额")
    return NotUnderstood(Text("“{raw}”写到了一分钱以下。", raw=text.strip()), Text("请精确到分，例如 1234.56。"))


def normalised(text: str) -> str:
    """Full-width forms, odd minus signs and blanks made plain; lower case.

    Raises ValueError where folding would change what is meant (10² is not 102), or where blanks part two numbers.
    """
    if any(unicodedata.category(letter) == "No" for letter in text):
        raise ValueError("有上标或带圈的数字")
    folded = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
    if _BETWEEN_DIGITS.search(folded) and not _SPACED_DIGITS.fullmatch(folded.strip()):
        raise ValueError("数字中间有空格，看不出是一个数还是两个数")
    return "".join(folded.split()).lower()


_LONGEST = 60
_LOOKALIKES = str.maketrans({
    "\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-",
    "萬": "万", "億": "亿", "圆": "元", "圓": "元", "\u200b": None, "\ufeff": None,
})  # fmt: skip
_SPACED_DIGITS = re.compile(r"[^0-9]*[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?[^0-9]*", re.ASCII)
_BETWEEN_DIGITS = re.compile(r"[0-9]\s+[0-9]")


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


def _unsigned(text: str) -> Decimal | None:
    readers: tuple[Callable[[str], Decimal | None], ...] = (_one_unit, _whole_numeral, _in_steps, _with_coins)
    return next((yuan for read in readers if (yuan := read(text)) is not None), None)


_UNITS = {"": Decimal(1), "元": Decimal(1), "块": Decimal(1), "千": Decimal(1_000), "k": Decimal(1_000),
          "百": Decimal(100), "万": _WAN, "w": _WAN, "亿": _YI, "千万": _WAN * 1_000, "百万": _WAN * 100}  # fmt: skip
_NUMBER = r"(?:[0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,4}(?:,[0-9]{4}){1,3})(?:\.[0-9]{1,6})?"
_ONE_UNIT = re.compile(rf"({_NUMBER})(千万|百万|亿|万|千|百|w|k|元|块)?(?:元|块)?整?", re.ASCII)
_SHAPED_LIKE_ONE = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(千万|百万|亿|万|千|百|w|k|元|块)?(?:元|块)?整?", re.ASCII)
_SIZES = {"亿": 100_000_000, "万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100, "十": 10}
_PIECE = r"(零?)([0-9]{1,4}|[一二三四五六七八九])(亿|万|千|百|十|w|k)"
_ALONE = r"(零?)([0-9]{1,4}|[一二三四五六七八九])"
_PIECES = re.compile(rf"((?:{_PIECE}){{1,6}})(?:{_ALONE})?(?:元|块)?整?", re.ASCII)
_SAID_WHOLE = {10_000: (3, 4), 1_000: (3,), 100: (2,)}
_YI_AND_MORE = 10**13


def _one_unit(text: str) -> Decimal | None:
    found = _ONE_UNIT.fullmatch(text)
    return Decimal(found[1].replace(",", "")) * _UNITS[found[2] or ""] if found else None


def _in_steps(text: str) -> Decimal | None:
    """Digits and numerals in falling steps: 1万5千, 3千五百, 1千二, 2万零50.

    A single digit without a unit counts in the next lower one (1万5 is 15 000). 1万50 could be either, so neither.
    """
    found = _PIECES.fullmatch(text.translate(_COMMON))
    if not found:
        return None
    total, last = 0, _YI_AND_MORE
    pieces = [(count, _SIZES[unit]) for _zero, count, unit in re.findall(_PIECE, found[1], re.ASCII)]
    if found[6]:
        pieces.append((found[6], _size_alone(found[5], found[6], pieces[-1][1])))
    for count, size in pieces:
        part = (int(count) if count.isdigit() else _DIGIT[count]) * size
        if not 0 < part < last:
            return None
        total, last = total + part, size
    return Decimal(total)


def _size_alone(zero: str, count: str, last: int) -> int:
    """What a number without a unit counts in after a unit of the size `last`; nought where that is not clear."""
    if zero or len(count) in _SAID_WHOLE.get(last, ()):
        return 1
    return last // 10 if len(count) == 1 else 0


_COMMON = str.maketrans("〇壹贰两叁肆伍陆柒捌玖拾佰仟", "零一二二三四五六七八九十百千")
_DIGIT = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_STEP = re.compile(r"(零?)(?:([一二三四五六七八九])([十百千]?)|(十))")
_STEPS = re.compile(rf"(?:{_STEP.pattern})+")
_COIN = f"([0-9{''.join(_DIGIT)}])"
_COINS = re.compile(rf"(.+?)(?:元|块)(?:{_COIN}[角毛](?:零?{_COIN}分?)?|零?{_COIN}分|{_COIN})整?")


def _whole_numeral(text: str) -> Decimal | None:
    return chinese_number(text.removesuffix("整").removesuffix("正").removesuffix("元").removesuffix("块"))


def _with_coins(text: str) -> Decimal | None:
    """十块三毛五, 123元1角1分, 两块五: 元, then 角 and 分."""
    found = _COINS.fullmatch(text.translate(_COMMON))
    if not found:
        return None
    yuan = Decimal(found[1]) if re.fullmatch(r"[0-9]{1,12}", found[1], re.ASCII) else chinese_number(found[1])
    jiao, fen, only_fen, only_jiao = (_DIGIT.get(coin, coin) for coin in found.groups(default="0")[1:])
    return None if yuan is None else yuan + Decimal(f"0.{int(jiao) + int(only_jiao)}{int(fen) + int(only_fen)}")


def chinese_number(text: str) -> Decimal | None:
    """The whole number that Chinese numerals spell (一万五 is 15 000); None where they spell none."""
    plain = text.translate(_COMMON)
    for word, size in (("亿", 100_000_000), ("万", 10_000)):
        high, found, low = plain.rpartition(word)
        if found:
            return _joined(high, size, low)
    return Decimal(0) if plain == "零" else _below_ten_thousand(plain)


def _joined(high: str, size: int, low: str) -> Decimal | None:
    """So many 万 or 亿, and the rest; 五 alone after 一万 stands for five thousand."""
    many = chinese_number(high)
    rest = _DIGIT[low] * Decimal(size // 10) if low in _DIGIT else chinese_number(low) if low else Decimal(0)
    if not many or rest is None or not many < size > rest:
        return None
    return many * size + rest


def _below_ten_thousand(text: str) -> Decimal | None:
    if not _STEPS.fullmatch(text):
        return None
    total, last = 0, 10_000
    for zero, digit, unit, ten in _STEP.findall(text):
        bare = 1 if zero or last == 10_000 else last // 10
        size = _SMALL.get(unit or ten, bare)
        if not 0 < size < last:
            return None
        total += _DIGIT.get(digit, 1) * size
        last = size if unit or ten else 1
    return Decimal(total)
