"""The narrative (brief) personal credit report, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assessment.creditreport.accounts import Account, Kind
from assessment.creditreport.fields import amount, day, day_or_month, joined

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_NUMBERED = re.compile(r"\n\s*(?=\d{1,3}\s*[.、,]\s*\d{4}\s*年)|(?<=。)\s*(?=\d{1,3}\s*[.、]\s*\d{4}\s*年)")
_START = re.compile(
    rf"(?:(?<=[。;:.)§])|^|(?<=\d\.))(?={_DAY}[^。,;]{{2,60}}?(?:发放的|办理的|为[^。,;]{{0,20}}授信|授予|开立的|接收债权|进行最近一次代偿))"
    rf"|(?:(?<=[。;:.)§])|^|(?<=\d\.))(?={_DAY},?为[^。;]{{2,120}}?承担)"
)
"""Where a sentence about an account begins; one about answering for another's debt has a comma behind its day."""
_PURSUED = re.compile("接收债权|进行最近一次代偿|累计代偿")
_INSTITUTION = re.compile(rf"^{_DAY},?(.+?)(?:发放的|办理的|开立的|授予|接收债权|进行最近一次代偿|为)")
_CARD = re.compile("(准)?贷记卡")
_LINE = re.compile("授信|可循环使用")
_LOANED = re.compile(r"发放的([0-9,]+(?:\.\d+)?)元?(?:\([^)]*\))?([^,。;]*?(?:贷款|融资|业务)|[^,。;]*?)(?=[,。;])")
_PURSUED_SUM = re.compile(r"(?:接收债权,?金额|累计代偿金额)(?:为)?([0-9,]+(?:\.\d+)?)")
_BALANCE = re.compile(r"(?:(?<![用额分期])余额|透支余额|已使用额度|已用额度)(?:为|折合人民币)*([0-9,]+(?:\.\d+)?)")
_AS_OF = re.compile(r"截至(\d{4}年\d{1,2}月(?:\d{1,2}日)?)")
_DUE = re.compile(rf"({_DAY})到期")
_CLOSED = re.compile("已结清|已销户|销户|已转出|未激活|账户关闭")
_OVERDUE_NOW = re.compile(
    r"当前(?:有逾期|逾期(?:总额|金额)?)(?:为)?([0-9,]+(?:\.\d+)?)?|逾期金额(?:为)?([0-9,]+(?:\.\d+)?)"
)
_MONTHS = re.compile(r"(\d+)个月处于逾期状态")
_NINETY = re.compile(r"(?<!没有)(?<!未)发生过90天以上逾期|其中\d+个月逾期超过90天|逾期超过90天")
_NO_NINETY = re.compile("没有发生过90天以上逾期|未发生过90天以上逾期")
_NEVER = re.compile("从未发生过逾期|从未逾期")
_BAD = re.compile("呆账|止付|冻结|司法追偿|核销")
_GUARANTEE = re.compile(r"承担(?:保证|担保|相关还款)责任|相关还款责任金额|责任人类型")
_HEADING = re.compile(
    "。(?=[^。]{0,60}(账户明细如下|账户如下|责任信息|公共记录|查询记录|处置信息|垫款信息|非信贷|购房贷款|其他贷款|其他业务))"
)
_LONGEST = 400
_DIGITS = re.compile(r"\d{6,}")
_TAIL = re.compile(r"(?:卡片)?尾号[:：]?[\d*]+|(?:证件|合同|业务)号(?:码)?[^,。)]*|\((?:证件类型)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Sentences:
    """The accounts of a brief report, how many sentences answer for somebody else's debt, and how many were not read."""

    accounts: tuple[Account, ...]
    guarantees: int
    unread: int


def sentences_in(evened: str) -> Sentences:
    """Every account of a brief report, each from its own sentence. Two alike are two."""
    plain = joined(_NUMBERED.sub("§", evened))
    told = tuple(_sentences(plain))
    made = [_account(each) for each in told]
    guarantees = sum(bool(_GUARANTEE.search(each)) for each in told)
    return Sentences(tuple(each for each in made if each), guarantees, sum(each is None for each in made) - guarantees)


def _sentences(plain: str) -> Iterator[str]:
    starts = [found.end() for found in _START.finditer(plain)]
    for start, end in pairwise((*starts, len(plain))):
        whole = re.sub(r"§?\d{1,3}[.、,]$", "", plain[start:end]).split("§")[0]
        heading = _HEADING.search(whole)
        yield whole[: heading.start() + 1 if heading else _LONGEST][:_LONGEST]


def _account(sentence: str) -> Account | None:
    found = _INSTITUTION.match(sentence)
    if found is None or _GUARANTEE.search(sentence):
        return None
    loaned, late = _LOANED.search(sentence), _OVERDUE_NOW.search(sentence)
    kind = _kind(sentence)
    overdue = amount(late[1] or late[2]) if late and (late[1] or late[2]) else None
    is_late = bool(late) and overdue != 0
    months, due, as_of = (pattern.search(sentence) for pattern in (_MONTHS, _DUE, _AS_OF))
    product = loaned[2] if loaned and kind == "loan" else ""
    return Account(
        lender=found[1],
        kind=kind,
        sentence=masked(sentence),
        product=product,
        opened=day(sentence),
        due=day(due[1]) if due else None,
        as_of=day_or_month(as_of[1]) if as_of else None,
        original=_original(sentence, kind),
        balance=_balance(sentence, kind),
        late=is_late,
        overdue=overdue if is_late else None,
        days=1 if is_late else 0,
        months_late=int(months[1]) if months else (0 if _NEVER.search(sentence) else None),
        over_ninety=True if _NINETY.search(sentence) else False if _NO_NINETY.search(sentence) else None,
        bad=bool(_BAD.search(sentence)) or kind == "pursued",
        closed=bool(_CLOSED.search(sentence)),
    )


def _kind(sentence: str) -> Kind:
    if _PURSUED.search(sentence):
        return "pursued"
    if _CARD.search(sentence):
        return "card"
    return "credit_line" if _LINE.search(sentence) else "loan"


def _original(sentence: str, kind: Kind) -> Decimal | None:
    pattern = {"loan": _LOANED, "pursued": _PURSUED_SUM}.get(kind)
    found = pattern.search(sentence) if pattern else None
    return amount(found[1]) if found else None


def _balance(sentence: str, kind: Kind) -> Decimal | None:
    """What is left; of a claim that was sold or paid for, all of it where the report tells no balance."""
    found = _BALANCE.search(sentence)
    if found:
        return amount(found[1])
    return _original(sentence, kind) if kind == "pursued" and not _CLOSED.search(sentence) else None


def masked(sentence: str) -> str:
    """A sentence without card, contract or identity numbers."""
    return _DIGITS.sub("…", _TAIL.sub("", sentence)).replace("()", "").replace(",)", ")")
