"""What was said on the phone, cut into words, amounts, terms, shares, rates and days."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assessment import dates, money, rates
from assessment.text import label

Loose = Literal["", "about", "most", "least"]

_FILE = Path(__file__).parent / "words.toml"
_CHINESE_MARKS = str.maketrans({"，": ";", "；": ";", "。": ";", "！": ";", "\n": ";"})
_LOOSE: dict[str, Loose] = {"~": "about", "<": "most", ">": "least"}
_AMOUNTS = frozenset("YmSZ")
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: `code` is its letter in the grammar, `value` its amount in fen, months, share, rate, day or parts.

    `loose` says that the amount was said about, at most, or at least; it stands from `start` to `end` in the plain text.
    """

    code: str
    words: str
    value: Any = None
    loose: Loose = ""
    start: int = 0
    end: int = 0


def tokens(plain_text: str, today: date) -> tuple[Token, ...]:
    """The pieces of a plain phrase in their order; what means nothing by itself is left out, what is not known is U."""
    return tuple(_settled(_joined(_cut(plain_text, today))))


def plain(text: str) -> str:
    """One width and lower case; a Chinese comma parts, where one among digits may group them."""
    return unicodedata.normalize("NFKC", text.translate(_CHINESE_MARKS)).lower()


def _cut(text: str, today: date) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = max(_candidates(text, at, today), key=lambda each: len(each.words), default=Token("U", text[at]))
        end = at + len(found.words)
        yield replace(found, start=at, end=end)
        at = end


def _candidates(text: str, at: int, today: date) -> Iterator[Token]:
    """Everything that could begin here; of equal length the first is meant."""
    if text[at].isspace():
        yield Token("", text[at])
    for pattern, reader in _READERS:
        if (match := pattern.match(text, at)) and (token := reader(match, today)):
            yield token
    yield from _word(text, at)


def _word(text: str, at: int) -> Iterator[Token]:
    known = _words()
    for length in range(min(_longest_word(), len(text) - at), 0, -1):
        if token := known.get(text[at : at + length]):
            yield token
            return


@cache
def _words() -> dict[str, Token]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        word: Token(entry["code"], word, tuple(entry.get("parts", ())))
        for entry in entries.values()
        for word in entry["words"]
    }


@cache
def _longest_word() -> int:
    return max(map(len, _words()))


def _joined(pieces: Iterator[Token]) -> Iterator[Token]:
    """Letters in a row that are not known, as one."""
    unknown: Token | None = None
    for piece in pieces:
        if piece.code == "U":
            unknown = _merged(unknown, piece) if unknown else piece
            continue
        if unknown:
            yield unknown
            unknown = None
        yield piece
    if unknown:
        yield unknown


def _merged(first: Token, second: Token) -> Token:
    return replace(first, words=first.words + second.words, end=second.end)


def _settled(pieces: Iterator[Token]) -> Iterator[Token]:
    """Words such as about and at most, laid onto the amount beside them; words without meaning left out."""
    before: Loose = ""
    held: Token | None = None
    for piece in pieces:
        loose = _LOOSE.get(piece.code)
        if loose and held:
            held = replace(_merged(held, piece), loose=loose)
        elif loose:
            before = loose
        elif piece.code in _AMOUNTS:
            if held:
                yield held
            held, before = replace(piece, loose=piece.loose or before), ""
        elif piece.code:
            if held:
                yield held
            held = None
            yield piece
    if held:
        yield held


_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_HAN = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_NUMERALS = rf"(?:{_DIGITS}(?:(?:百万|千万|[百千万亿])|[kw](?![a-z]))?|[{_HAN}]++)++"
_COUNT = r"(?:[0-9]{1,4}(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百]{1,6})"
_COUNTED = re.compile(rf"({_COUNT})\s*(?:期(?!数)|个月|年|次(?!月|日)|笔|天|成|折|%|个点|号|日)")
_LONGEST_AMOUNT = 9


def _number(words: str) -> Decimal | None:
    try:
        return money.parse(words).yuan
    except ValueError:
        return None


def _money(match: re.Match[str], today: date) -> Token | None:
    """An amount as the fields for money read it; numerals that spell none are one unread piece, never cut up."""
    text, start = match.string, match.start()
    ends = [end for end in _ends(text, start, match.end()) if _fits(text[start:end])]
    if not ends:
        return _unread(match[0])
    end = ends[-1] if _word_begins(text, ends[-1]) else ends[0]
    tail = _TAIL.match(text, end)
    stop, about = (tail.end(), bool(tail[1]) or (len(ends) > 1 and end != ends[0])) if tail else (end, False)
    yuan = _number(text[start:end]) or Decimal(0)
    return Token("Y", text[start:stop], money.to_fen(yuan), "about" if about else "")


_TAIL = re.compile(r"(多|来)?\s*(?:元钱|块钱|元|块)?(?:整)?")


def _ends(text: str, start: int, run: int) -> Iterator[int]:
    """Where an amount may end: at the end of the numerals, or before a term or a word of its own, if that is one place."""
    if not _COUNTED_UNIT.match(text, run):
        yield run
    places = [end for end in range(start + 1, run) if _word_begins(text, end) or _counted(text, end)]
    turns = [end for end in places if text[end - 1].isascii() != text[end].isascii()]
    within = [end for end in places if not text[end].isascii() and end > start + 1]
    yield from (turns or within) if len(turns or within) == 1 else ()


def _counted(text: str, at: int) -> bool:
    """Whether a term, a share or the like begins here: 三个月, not 百三个月."""
    found = _COUNTED.match(text, at)
    return found is not None and text[at] not in "百千万亿拾佰仟" and _number(found[1]) is not None


_COUNTED_UNIT = re.compile(r"\s*(?:期(?!数)|个月|年(?!化|利|息)|次(?!月|日)|天|成|折|%|个点|号|日(?!利|息))")


def _word_begins(text: str, at: int) -> bool:
    """Whether a known word that begins with a numeral stands here: 一次, 一共."""
    return text[at : at + 1] in _HAN and any(len(token.words) > 1 and token.code for token in _word(text, at))


def _fits(words: str) -> bool:
    return _number(words) is not None and len(words.split(".", maxsplit=1)[0].replace(",", "")) <= _LONGEST_AMOUNT


def _unread(words: str) -> Token:
    """Numerals that are no number: a long one is a telephone or a card, any other is asked about."""
    return Token("U", words) if len(words) > _LONGEST_AMOUNT else Token("V", words, _NO_NUMBER)


def _money_with_coins(match: re.Match[str], today: date) -> Token | None:
    """656块7, 960块6毛: 元 and 角; not 500块一次 and not 500元3期."""
    coin = match.end(1)
    yuan = None if _word_begins(match.string, coin) or _counted(match.string, coin) else _number(match[0])
    return None if yuan is None else Token("Y", match[0], money.to_fen(yuan))


def _weekday(match: re.Match[str], today: date) -> Token | None:
    """周五: of this week, or of the next where it was said or where it is past."""
    wanted = "一二三四五六日".index(match[2].replace("天", "日"))
    days = wanted - today.weekday() + (7 if match[1] in {"下", "下个"} else 0)
    return Token("D", match[0], today + timedelta(days=days if days >= 0 else days + 7))


def _months(match: re.Match[str], today: date) -> Token | None:
    """A count of instalments; paying in one go is no term, and 五百一期 is five hundred for each."""
    count = _number(match[1])
    if count is None or (count == 1 and match[2] == "次"):
        return None
    if 0 < count <= MOST_TERMS and count == int(count):
        return Token("m", match[0], int(count))
    return None if _one_each(match) else Token("I", match[0], _NO_TERM)


def _one_each(match: re.Match[str]) -> bool:
    return not match[1].isascii() and any(_counted(match.string, end) for end in range(match.start() + 1, match.end(1)))


MOST_TERMS = 120
_NO_TERM = label("“{words}”没有读懂：期数要是 1 到 120 的整数。请写成“36期 每期820”这样。")
_BELOW_NOTHING = label("“{words}”没有读懂：带着减号，期数、金额和成数都不会小于 0。请写成“36期 每期820”这样。")
_NO_NUMBER = label("“{words}”不是一个准数，没有算。请问清是多少，再写成“36期 每期820”这样。")
_NOT_MONTHLY = label("“{words}”不是按月还，没有算。请问清折成每月多少，再写成“36期 每期820”这样。")
_NO_SHARE = label("“{words}”没有读懂：最多是十成、100%。请写成“首付1成”或“利息减30%”这样。")
_NO_DISCOUNT = label("“{words}”没有读懂：打折要在 0 和 10 之间。请写成“8折结清”这样。")


def _years(match: re.Match[str], today: date) -> Token | None:
    years = Decimal("0.5") if match[1] == "半" else _number(match[1])
    if years is None or years > _LAST_YEAR_OF_A_TERM:
        return None
    months = years * _MONTHS_IN_A_YEAR + (_MONTHS_IN_A_YEAR // 2 if match[2] else 0)
    if 0 < months <= MOST_TERMS and months == int(months):
        return Token("m", match[0], int(months))
    return Token("I", match[0], _NO_TERM)


_LAST_YEAR_OF_A_TERM = 1_000


def _range(match: re.Match[str], today: date) -> Token | None:
    """Three to six months is no term; it is asked about."""
    return Token("V", match[0], _NO_NUMBER)


def _below_nothing(match: re.Match[str], today: date) -> Token | None:
    return Token("I", match[0], _BELOW_NOTHING)


def _share(match: re.Match[str], today: date) -> Token | None:
    count = _number(match[1] or match[2] or match[4] or match[5])
    if count is None:
        return None
    share = (count + (Decimal("0.5") if match[3] else 0)) / 10 if match[2] else count / (1000 if match[5] else 100)
    return Token("S", match[0], share) if share <= 1 else Token("I", match[0], _NO_SHARE)


def _discount(match: re.Match[str], today: date) -> Token | None:
    """八折, 8.5折, 85折 and 八五折 are paid at 80 and 85 per cent; 12折 is none."""
    digits = "".join(str(_HAN_DIGIT.get(letter, letter)) for letter in match[1].replace("点", "."))
    if "." not in digits and len(digits) == 2 and digits[0] not in "01" and digits[1] != "0":
        digits = f"{digits[0]}.{digits[1]}"
    try:
        tenths = Decimal(digits)
    except InvalidOperation:
        return Token("I", match[0], _NO_DISCOUNT)
    return Token("Z", match[0], tenths / 10) if 0 < tenths < 10 else Token("I", match[0], _NO_DISCOUNT)


_HAN_DIGIT = {letter: value for value, letter in enumerate("零一二三四五六七八九")}


def _nth(match: re.Match[str], today: date) -> Token | None:
    count = _number(match[1])
    return None if count is None else Token("n", match[0], int(count))


def _rate(match: re.Match[str], today: date) -> Token | None:
    """A rate with its period, or in parts of ten thousand."""
    try:
        quoted = rates.parse(_BETWEEN.sub("", match[0]))
    except ValueError:
        return None
    return Token("q", match[0], quoted)


_BETWEEN = re.compile(r"\s|降到|降至|降为|按|是|为")


def _due_day(match: re.Match[str], today: date) -> Token | None:
    day = _number(match[1])
    return Token("u", match[0], int(day)) if day and 1 <= day <= _LAST_DAY else None


_LAST_DAY = 31


def _whole(words: str) -> int:
    return int(_number(words) or 0)


def _full_day(match: re.Match[str], today: date) -> Token | None:
    year = today.year + 1 if match[1] == "明年" else int(match[1] or today.year)
    try:
        day = date(year, _whole(match[2]), _whole(match[3]))
    except ValueError:
        return None
    if not match[1] and day < today:
        day = dates.add_years(day, 1)
    return Token("D", match[0], day)


def _day_of_month(match: re.Match[str], today: date) -> Token | None:
    """15号, this month's or, where that is past, the next."""
    day = _whole(match[2])
    if not 1 <= day <= _LAST_DAY:
        return None
    if match[1]:
        return Token("D", match[0], dates.on_day(dates.add_months(today.replace(day=1), 1), day))
    here = dates.on_day(today, day)
    return Token("D", match[0], here if here >= today else dates.on_day(dates.add_months(today.replace(day=1), 1), day))


def _month_alone(match: re.Match[str], today: date) -> Token | None:
    """明年3月 without a day: its first, said about."""
    month = _whole(match[2])
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        return None
    named = re.match(r"20[0-9]{2}", match[1] or "")
    year = int(named[0]) if named else today.year + (match[1] == "明年" or month < today.month)
    return Token("D", match[0], date(year, month, 1), "about")


def _month_end(match: re.Match[str], today: date) -> Token | None:
    month = today.replace(day=1)
    if match[1] and match[1].startswith("下"):
        month = dates.add_months(month, 1)
    return Token("D", match[0], dates.on_day(month, _LAST_DAY))


def _named_month_end(match: re.Match[str], today: date) -> Token | None:
    """3月底, the next one where no year is named; 明年12月底."""
    month = _whole(match[2])
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        return None
    year = _year(match[1], today) if match[1] else today.year + (month < today.month)
    return Token("D", match[0], dates.on_day(date(year, month, 1), _LAST_DAY))


def _year_end(match: re.Match[str], today: date) -> Token | None:
    return Token("D", match[0], date(_year(match[1], today), _MONTHS_IN_A_YEAR, _LAST_DAY))


def _year(words: str | None, today: date) -> int:
    """今年, 明年, 后年, 2027年; this year where none is named."""
    named = re.match(r"20[0-9]{2}", words or "")
    return int(named[0]) if named else today.year + _YEARS_ON.get(words or "", 0)


_YEARS_ON = {"明年": 1, "后年": 2}


def _days_from_now(match: re.Match[str], today: date) -> Token | None:
    named = _NAMED_DAYS.get(match[1] or "")
    count = Decimal(named) if named is not None else _number(match[2] or "")
    if count is None or count > _MOST_DAYS:
        return None
    return Token("D", match[0], today + timedelta(days=int(count)))


_NAMED_DAYS = {"今天": 0, "今日": 0, "当天": 0, "当日": 0, "明天": 1, "后天": 2, "一周": 7, "一个星期": 7, "本周内": 7}
_MOST_DAYS = 366


def _other_rhythm(match: re.Match[str], today: date) -> Token | None:
    """Anything but monthly is not worked out, and is said not to be understood."""
    return Token("V", match[0], _NOT_MONTHLY)


def _unheard(match: re.Match[str], today: date) -> Token | None:
    return Token("U", match[0])


def _first_month(match: re.Match[str], today: date) -> Token | None:
    return Token("n", match[0], 1)


def _reference(match: re.Match[str], today: date) -> Token | None:
    """A staff or file number is no amount."""
    return Token("", match[0])


_RATE = (
    rf"(?:(?:年化利率|年化|年利率|年息|月利率|月息|日利率|日息|年|月|日|apr|irr)\s*(?:利率|利息|息)?\s*"
    rf"(?:是|为|按|降到|降至|降为|:)?\s*(?:[百千万]分之{_COUNT}|{_COUNT}(?:%|‰|‱|分半|分|厘))"
    rf"|(?:日|日息|日利率)?万(?:分之)?[一二三四五六七八九](?![千百万元块])|日?万分之{_DIGITS}"
    rf"|{_DIGITS}%(?:年化|一年|每年|/年|/月|/日|/天))"
)
_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(今年|明年|后年|20[0-9]{2}年))"
_BEFORE = r"(?:前|之前|以前|内|之内)?"
_Reader = Callable[[re.Match[str], date], Token | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.ASCII), reader)
    for pattern, reader in (
        (r"(?:工号|尾号|卡号|单号|编号|案件号|电话|案号|合同号)\s*[:是为]?\s*[a-z0-9*-]+", _reference),
        (rf"(?:每月|每个月|按月)\s*({_COUNT})\s*(?:号|日)(?:还款|扣款|还|扣|前)?", _due_day),
        (_RATE, _rate),
        (rf"{_RATE}\s*[-~到至]\s*{_DIGITS}\s*%?", _range),
        (rf"(?<![0-9a-z—-])(?:-|−|–|—|负)\s?{_NUMERALS}\s*(?:期|个月|次|年|元|块|%|成|折)?", _below_nothing),
        (rf"(?:(20[0-9]{{2}})[-./年])([0-9]{{1,2}})[-./月]([0-9]{{1,2}})[日号]?{_BEFORE}", _full_day),
        (rf"(明年)?({_DAY})月({_DAY})[日号]?{_BEFORE}", _full_day),
        (rf"(明年|今年|20[0-9]{{2}}年)?({_DAY})月份?(?![0-9底末])", _month_alone),
        (rf"(下个?月)?({_DAY})[日号]{_BEFORE}", _day_of_month),
        (rf"(本月|这个月|当月|下个月|下月)?(?:月)?(?:底|末){_BEFORE}", _month_end),
        (rf"{_YEAR}?的?({_DAY})月份?(?:底|末){_BEFORE}", _named_month_end),
        (rf"(?:{_YEAR}的?年?|年)(?:底|末|终){_BEFORE}", _year_end),
        (rf"(这|本|这个|下|下个)?(?:周|星期)([一二三四五六日天]){_BEFORE}", _weekday),
        (rf"(?:({'|'.join(_NAMED_DAYS)})|({_COUNT})天){_BEFORE}", _days_from_now),
        (rf"{_NUMERALS}\s*(?:元|块|期|个月)?\s*[-~到至]\s*{_NUMERALS}\s*(?:个月|期|年|元|块|%|成|折)?", _range),
        (rf"({_COUNT})\s*(期(?!数)|个月|次(?!月|日))", _months),
        (rf"(?:期数|分期数|期限)\s*[:是为]?\s*({_COUNT})\s*(期|个月)?", _months),
        (r"停催\s*[0-9一二两三四五六七八九十半]+\s*(?:个月|天|周|期|年)", _unheard),
        (rf"({_COUNT}|半)个?年(半)?", _years),
        (
            rf"(?:百分之({_COUNT})|({_COUNT})成(半)?|({_DIGITS})\s*(?:%|个点)|千分之({_COUNT}))",
            _share,
        ),
        (rf"({_DIGITS}|[零一二三四五六七八九十百](?:点?[零一二三四五六七八九十])?)折", _discount),
        (r"每半月|每半个月|半个?月|每周|每个?星期|每天|每日|每季度?|每年|每两个月|隔月|(?:一个|每个|一|每)季度|一周一|半年一|一年一", _other_rhythm),
        (r"首月|头一个月|首个月", _first_month),
        (rf"第\s*({_COUNT})\s*(?:期|个月|次|笔)", _nth),
        (rf"({_NUMERALS}(?:元|块))零?[0-9一二三四五六七八九](?:(?:毛|角)(?:[0-9一二三四五六七八九]分?)?|分(?!期)|(?![0-9.{_HAN}]))",
            _money_with_coins),
        (_NUMERALS, _money),
    )
)  # fmt: skip
