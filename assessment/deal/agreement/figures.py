"""The money in an agreement's text: what is owed, let off and to be paid, by how much, when and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from assessment import money
from assessment.deal.hearing.said import PARTS, Part
from assessment.text import Money, Text

_ENDS = "。;!?\n"
_PART_WORDS: dict[str, Part] = {
    "本金": "principal", "罚息": "penalty", "违约金": "penalty", "滞纳金": "penalty", "逾期费": "penalty", "复利": "penalty", "利息": "interest",
    "手续费": "fees", "服务费": "fees", "担保费": "fees", "管理费": "fees", "费用": "fees",
}  # fmt: skip
_SPELLED = re.compile(
    r"(?P<spelled>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20}元(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?)"
    r"(?:[(（:]?(?:小写|即|大写|人民币|rmb|¥|[:：(])*(?P<digits>[0-9][0-9,]*(?:\.[0-9]{1,2})?)(?:元)?[)）]?)?"
)
_DIGITS_THEN_SPELLED = re.compile(
    r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]{1,2})?)元?[(（]?(?:大写|人民币|[:：])+(?P<spelled>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20}元(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?)[)）]?"
)
_AMOUNT = re.compile(r"¥([0-9][0-9,]*(?:\.[0-9]{1,2})?)(万)?元?|([0-9][0-9,]*(?:\.[0-9]{1,2})?)(万)?元")
_DATE = r"(20[0-9]{2})\s*[-年./]\s*([0-9]{1,2})\s*[-月./]\s*([0-9]{1,2})日?"
_ROW = re.compile(
    rf"(?:第\s*)?(?P<number>[0-9]{{1,3}})\s*(?:期)?[\s:,、|]*{_DATE}(?:日)?(?:前)?[\s:,、|]*(?:应还|还款|偿还|支付|归还)?(?:金额)?[\s:,、|]*(?:人民币|¥)*(?P<amount>[0-9][0-9,]*\.[0-9]{{2}}|[0-9][0-9,]*(?=元))元?"
)
_COUNT = r"([0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_TERMS = re.compile(
    rf"分(?:为|成|作)?{_COUNT}(?:个)?(?:期|个月|月)|(?:共|合计|总计|还款期数|期数|期限|期)(?:为|:|共)?{_COUNT}(?:期|个月)"
)
_RANGE = re.compile(rf"第{_COUNT}(?:期)?(?:至|到|-|~|—)(?:第)?{_COUNT}期")
_NTH = re.compile(rf"第{_COUNT}期")
_MONTHLY_DAY = re.compile(r"(?:每月|每个月)(?:的)?\s*([0-9]{1,2})(?:日|号)")
_FIRST_DAY = re.compile(rf"(?:首期|第一期|首次|首个|自(?!愿)|从|第1期)[^。;\n]{{0,12}}?{_DATE}")
_LAST_DAY = re.compile(
    rf"(?:最后一期|末期|最后还款日|到期日|结束)[^。;\n]{{0,12}}?{_DATE}|(?<!截)(?:至|到){_DATE}(?:止)?"
)
_BY_DAY = re.compile(rf"{_DATE}(?:之)?(?:前|以前|当日|内)?(?:\(含\))?")
_RATE = re.compile(r"(年化利率|年利率|年化|月利率|日利率|利率)(?:为|按|:|是)*(?:年化)?([0-9]+(?:\.[0-9]+)?)(%|‰)")
_FEE = re.compile(
    "律师费|咨询费|代理费|居间费|协商费|诚意金|保证金|诉讼费|保全费|修复费|委托费|催收费|服务费|公证费|手续费"
)
_WAIVES = re.compile("减免|免除|豁免|免收|不再收取|优惠")
_PAYS = re.compile(
    "(减免|优惠|免除)(后|完毕)|应还|应付|偿还|支付|还款|归还|清偿|剩余|实际|尚欠|欠|截至|截止|缴纳|缴付|结清|付清|调整为"
)
_OWED = re.compile("截至|截止|欠(?!条)|剩余本金|应付利息|未还|未偿|债权(?!债务|人)|应付未付")
_SUM = re.compile("(合计|共计|总计|总额|总金额|总计为|合并|共)(?:人民币|为|是|:|应还|欠款|欠|金额|减免)*$")
_EACH = re.compile("(每期|每月(?:[0-9]{1,2}[日号])?|各期|每个月|月供|月还)[^0-9第,。]{0,14}$")
_LAST = re.compile("(最后一期|末期|最后1期|尾期|最后一个月|最后一月)[^0-9]{0,14}$")
_DOWN = re.compile("(首付款?|首期(?:还)?款|首笔(?:还)?款|首期|首付|先行支付|先支付|先还)[^0-9期]{0,14}$")
_PAYABLE = re.compile(
    "(应还|应付|还款|偿还|支付|清偿|归还|结清|付清|履行)[^0-9,。;]{0,16}$|(总额|总金额|合计|共计|共|一次性|实际还款|共还|一共还)[^0-9,。;]{0,10}$"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment of a written schedule. Fen."""

    number: int
    day: date
    fen: int


@dataclass(frozen=True, slots=True)
class Waived:
    """Something let off: the parts it is named for, and how much; None where the whole of them is. Fen."""

    parts: tuple[Part, ...]
    fen: int | None


@dataclass
class Figures:
    """The figures of an agreement; None or empty where the text does not give them. Fen.

    `owed` are the parts claimed and `claimed` their sum; `payable` is all that is to be paid, `down` what first;
    `steps` are payments for a range of instalments; `once` says that `payable` is one payment; `clashes` are amounts
    spelled one way and written another.
    """

    owed: dict[Part, int] = field(default_factory=dict)
    claimed: int | None = None
    waived: list[Waived] = field(default_factory=list)
    waived_in_all: int | None = None
    payable: int | None = None
    once: bool = False
    down: int | None = None
    months: int | None = None
    payment: int | None = None
    last: int | None = None
    steps: list[tuple[int, int, int]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    first_day: date | None = None
    last_day: date | None = None
    due_day: int | None = None
    by: date | None = None
    fees: int = 0
    annual_rate: Decimal | None = None
    clashes: list[Text] = field(default_factory=list)
    unreal_days: list[str] = field(default_factory=list)

    @property
    def payments(self) -> tuple[int, ...]:
        """Every instalment, where the text names them all; the first payment is not among them."""
        if self.rows:
            return tuple(row.fen for row in self.rows)
        if self.steps:
            return tuple(fen for first, last, fen in self.steps for _month in range(last - first + 1))
        if self.payment is None or not self.months:
            return ()
        return (self.payment,) * (self.months - 1) + (self.payment if self.last is None else self.last,)

    @property
    def total(self) -> int | None:
        """All that is to be paid: as written, else as the instalments add up."""
        if self.payable is not None:
            return self.payable
        return sum(self.payments) + (self.down or 0) if self.payments else None

    @property
    def instalments(self) -> int | None:
        """How many instalments there are."""
        if self.rows:
            return len(self.rows)
        return self.months or (self.steps[-1][1] if self.steps else None)

    @property
    def dated(self) -> bool:
        """Every payment has its day."""
        if self.rows or (self.once and self.by):
            return True
        return bool(self.first_day and self.payments) or bool(self.due_day and self.payments)


def figures(plain: str) -> Figures:
    """The figures in an agreement's plain text."""
    found = Figures()
    text = _spelled_out(plain, found)
    text = _rows(text, found)
    _terms(text, found)
    _days(text, found)
    for lead, sentence, fen, tail in _amounts(text):
        _place(found, lead, sentence, fen, tail)
    _waived_whole(text, found)
    _settled_steps(found)
    return found


def _spelled_out(text: str, found: Figures) -> str:
    """Amounts spelled in capitals as digits; where both stand and differ, that is said and the digits are kept."""

    def digits(match: re.Match[str]) -> str:
        spelled, written = _yuan(match["spelled"]), match["digits"]
        if written is None:
            return match[0] if spelled is None else f"{spelled:f}元"
        told = Decimal(written.replace(",", ""))
        if spelled is not None and spelled != told:
            found.clashes.append(
                Text("大写是 {spelled}，小写是 {written}，对不上。", spelled=Money(spelled), written=Money(told))
            )
        return f"{told:f}元"

    return _SPELLED.sub(digits, _DIGITS_THEN_SPELLED.sub(digits, text))


def _yuan(words: str) -> Decimal | None:
    try:
        return money.parse(words).yuan
    except ValueError:
        return None


def _fen(digits: str, ten_thousands: str | None) -> int:
    return money.to_fen(Decimal(digits.replace(",", "")) * (10_000 if ten_thousands else 1))


def _day(parts: tuple[str | None, ...], found: Figures) -> date | None:
    """The first whole day among the parts of a match; one that no calendar has is noted."""
    numbers = [part for part in parts if part is not None]
    try:
        return date(*map(int, numbers[:3]))
    except ValueError:
        found.unreal_days.append("-".join(numbers[:3]))
        return None


def _rows(text: str, found: Figures) -> str:
    """A written schedule: its rows taken out of the text, where at least two follow each other from the first."""
    matches = list(_ROW.finditer(text))
    numbers = [int(match["number"]) for match in matches]
    if len(matches) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return text
    for match in matches:
        day = _day(match.groups()[1:4], found)
        if day:
            found.rows.append(Row(int(match["number"]), day, _fen(match["amount"], None)))
    return _ROW.sub("", text)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else int(money.chinese_number(words) or 0)


def _terms(text: str, found: Figures) -> None:
    counts = [_count(match[1] or match[2]) for match in _TERMS.finditer(text)]
    found.months = next((count for count in counts if count > 1), None)
    rate = _RATE.search(text)
    if rate:
        per = Decimal(rate[2]) / (100 if rate[3] == "%" else 1000)
        found.annual_rate = per * {"月利率": 12, "日利率": 365}.get(rate[1], 1)


def _days(text: str, found: Figures) -> None:
    due = _MONTHLY_DAY.search(text)
    found.due_day = int(due[1]) if due else None
    if found.rows:
        found.first_day, found.last_day = found.rows[0].day, found.rows[-1].day
        return
    first = _FIRST_DAY.search(text)
    found.first_day = _day(first.groups(), found) if first else None
    last = _LAST_DAY.search(text)
    found.last_day = _day(last.groups(), found) if last else None


def _amounts(text: str) -> Iterator[tuple[str, str, int, str]]:
    """Every amount with the words before it since the last amount, its sentence before and after it."""
    for match in _AMOUNT.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in _ENDS) + 1
        before = [each.end() for each in _AMOUNT.finditer(text, start, match.start())]
        lead = text[before[-1] if before else start : match.start()]
        fen = _fen(match[1] or match[3], match[2] or match[4])
        yield lead, text[start : match.start()], fen, re.split(f"[{_ENDS}]", text[match.end() :], maxsplit=1)[0]


def _place(found: Figures, lead: str, sentence: str, fen: int, tail: str) -> None:
    """An amount put where the words before it say it belongs."""
    waives = _waiving(sentence)
    parts = _parts(lead)
    if waives:
        _let_off(found, lead, parts, fen)
    elif _FEE.search(lead) and not _OWED.search(sentence) and "免" not in lead:
        found.fees += fen
    elif spread := _RANGE.search(lead):
        found.steps.append((_count(spread[1]), _count(spread[2]), fen))
    elif _LAST.search(lead) or (found.payment is not None and _NTH.search(lead) and not found.steps):
        found.last = fen
    elif (nth := _NTH.search(lead)) and found.steps:
        found.steps.append((_count(nth[1]), _count(nth[1]), fen))
    elif _EACH.search(lead):
        found.payment = fen if found.payment is None else found.payment
    elif _DOWN.search(lead):
        found.down = fen
    elif _owing(sentence):
        _claim(found, lead, parts, fen)
    elif _PAYABLE.search(lead):
        _pay(found, lead, sentence, fen, tail)


def _waiving(sentence: str) -> bool:
    """Whether letting off, rather than paying, was spoken of last."""
    waived = [match.start() for match in _WAIVES.finditer(sentence)]
    paid = [match.start() for match in _PAYS.finditer(sentence)]
    return bool(waived) and waived[-1] > max(paid, default=-1)


def _owing(sentence: str) -> bool:
    """Whether the sentence tells what is owed rather than what is to be paid."""
    owed = [match.start() for match in _OWED.finditer(sentence)]
    paid = [
        match.start() for match in re.finditer("应还|偿还|支付|还款|归还|付清|减免后|优惠后|一次性|实际|共还", sentence)
    ]
    return bool(owed) and owed[-1] > max(paid, default=-1)


def _parts(lead: str) -> tuple[Part, ...]:
    named = {part for word, part in _PART_WORDS.items() if word in lead}
    return tuple(part for part in PARTS if part in named)


def _let_off(found: Figures, lead: str, parts: tuple[Part, ...], fen: int) -> None:
    if parts:
        found.waived.append(Waived(parts, fen))
    else:
        found.waived_in_all = fen


def _claim(found: Figures, lead: str, parts: tuple[Part, ...], fen: int) -> None:
    if _SUM.search(lead) or not parts:
        found.claimed = fen
    elif len(parts) == 1:
        found.owed[parts[0]] = found.owed.get(parts[0], 0) + fen
    else:
        found.claimed = found.claimed or None


def _pay(found: Figures, lead: str, sentence: str, fen: int, tail: str) -> None:
    if found.payable is None or fen > found.payable:
        found.payable = fen
    if "一次" in lead + tail or (not found.months and re.search("结清|付清", lead + tail)):
        found.once = True
        day = _BY_DAY.search(sentence + tail)
        found.by = _day(day.groups(), found) if day else found.by


_WHOLE_BEFORE = re.compile(
    "(减免|免除|豁免|免收|不再收取)(?:乙方|借款人|其|剩余|未还|全部|所有|全额|的|已产生的?|此前|前述)*((?:本金|利息|罚息|违约金|滞纳金|复利|手续费|服务费|担保费|其他费用|费用|[、及和与]|以及)+)(?![^,。;]{0,4}[0-9部分])"
)
_WHOLE_AFTER = re.compile(
    "((?:本金|利息|罚息|违约金|滞纳金|复利|手续费|服务费|担保费|其他费用|费用|[、及和与]|以及)+)(?:均|全部|全额|予以|给予|予|都)+(?:减免|免除|豁免|免收)"
)


def _waived_whole(text: str, found: Figures) -> None:
    """Parts let off without an amount, as a whole."""
    known = {part for each in found.waived for part in each.parts}
    for match in (*_WHOLE_BEFORE.finditer(text), *_WHOLE_AFTER.finditer(text)):
        words = match[2] if match.re is _WHOLE_BEFORE else match[1]
        parts = tuple(part for part in _parts(words) if part not in known)
        if parts:
            found.waived.append(Waived(parts, None))
            known.update(parts)


def _settled_steps(found: Figures) -> None:
    """Ranges of instalments, in order; those that do not follow each other are no schedule."""
    found.steps.sort()
    ends = [0, *(last for _first, last, _fen in found.steps)]
    if any(first != before + 1 or last < first for (first, last, _fen), before in zip(found.steps, ends, strict=False)):
        found.steps.clear()
    if found.steps and not found.months:
        found.months = found.steps[-1][1]
