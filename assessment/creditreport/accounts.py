"""The narrative (brief) personal credit report, sentence by sentence, and the tables of the detailed one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from assessment.creditreport.detailed import detailed_accounts
from assessment.creditreport.fields import amount, day, evened
from assessment.text import Text

Kind = Literal["card", "loan", "credit_line"]

_MARKS = ("个人信用报告", "信贷记录", "信贷交易信息明细", "发生过逾期的账户", "征信中心", "信用报告")
_FEWEST_MARKS = 1
_START = re.compile(
    r"(?:(?<=[。;:.)])|^|(?<=\d\.))\s*(?=\d{4}年\d{1,2}月\d{1,2}日[^。,;]{2,60}?(?:发放的|办理的|为[^。,;]{0,20}授信|授予|开立的))"
)
_INSTITUTION = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日(.+?)(?:发放的|办理的|开立的|授予|为)")
_CARD = re.compile("(准)?贷记卡")
_LINE = re.compile("授信|可循环使用")
_LOANED = re.compile(r"发放的([0-9,]+(?:\.\d+)?)元?(?:\([^)]*\))?([^,。;]*?贷款|[^,。;]*?)(?=[,。;])")
_BALANCE = re.compile(r"(?<!信用)(?:余额|透支余额|已使用额度|已用额度)(?:为)?([0-9,]+(?:\.\d+)?)")
_LIMIT = re.compile(r"(?:信用额度|授信额度)(?:为)?([0-9,]+(?:\.\d+)?)")
_AS_OF = re.compile(r"截至(\d{4}年\d{1,2}月(?:\d{1,2}日)?)")
_DUE = re.compile(r"(\d{4}年\d{1,2}月\d{1,2}日)到期")
_CLOSED = re.compile("已结清|已销户|销户|已转出|未激活")
_OVERDUE_NOW = re.compile(r"当前(?:有逾期|逾期(?:总额|金额)?)(?:为)?([0-9,]+(?:\.\d+)?)?")
_MONTHS = re.compile(r"(\d+)个月处于逾期状态")
_NINETY = re.compile(r"(?<!没有)发生过90天以上逾期|其中(\d+)个月逾期超过90天|逾期超过90天")
_NO_NINETY = re.compile("没有发生过90天以上逾期|未发生过90天以上逾期")
_BAD = re.compile("呆账|止付|冻结|代偿|资产处置|垫款")
_GUARANTEE = re.compile(r"相关还款责任|为他人(?:贷款)?担保|承担(?:保证|担保|相关还款)责任")
_ANSWERS_FOR = re.compile("承担(?:保证|担保|相关还款)责任")
_PUBLIC = re.compile("欠税|民事判决|强制执行|行政处罚|申请执行标的|诉讼标的")
_REPORT_DAY = re.compile(r"报告时间[:：]?\s*(\d{4}[-.年]\d{1,2}[-.月]\d{1,2})")
_QUERY = re.compile(
    r"(\d{4}年\d{1,2}月\d{1,2}日|\d{4}\.\d{1,2}\.\d{1,2})[^年月日。]{2,60}?(贷款审批|信用卡审批|担保资格审查|保前审查|资信审查)"
)
_HEADING = re.compile("。(?=[^。]{0,60}(账户明细如下|账户如下|责任信息|公共记录|查询记录|处置信息|垫款信息))")
_BLANK = re.compile(r"[\s\u200b\ufeff]+")
_QUERY_DAYS = 92
_LONGEST = 400
_DIGITS = re.compile(r"\d{6,}")
_TAIL = re.compile(r"(?:卡片)?尾号[:：]?\d+|证件号码[^,。)]*")


@dataclass(frozen=True, slots=True)
class Account:
    """One account of the report. Yuan; None where the report does not say.

    `overdue` is the sum overdue now, nought where the account is overdue by an amount not told and `late` says so;
    `days` the fewest days overdue its last status means. `sentence` is where all this stands, without card numbers.
    """

    lender: str
    kind: Kind
    product: str
    opened: date | None
    due: date | None
    original: Decimal | None
    balance: Decimal | None
    late: bool
    overdue: Decimal | None
    days: int
    months_late: int | None
    over_ninety: bool | None
    bad: bool
    closed: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says, its day, and what of it was left aside."""

    day: date | None
    accounts: tuple[Account, ...]
    guarantees: int
    queries: int | None
    notes: tuple[Text, ...]

    @property
    def months_late(self) -> int | None:
        """The most months any one account was overdue in five years; None where no account says."""
        said = [each.months_late for each in self.accounts if each.months_late is not None]
        return max(said, default=None)

    @property
    def over_ninety(self) -> bool:
        """Whether any account was overdue by more than 90 days."""
        return any(each.over_ninety for each in self.accounts)


def is_report(text: str) -> bool:
    """Whether a text is a personal credit report."""
    plain = _BLANK.sub("", evened(text))
    return any(mark in plain for mark in _MARKS) and bool(
        _START.search(plain) or "管理机构" in plain or "账户1" in plain
    )


def report_in(text: str) -> Report:
    """The accounts of a report given as text; a text that is none gives a report without accounts.

    Every account stands for itself: two alike are two. Closed accounts, guarantees and public records are counted, not
    taken for debts. Nothing of names, card or identity numbers is kept.
    """
    plain = _BLANK.sub("", evened(text))
    told = _REPORT_DAY.search(plain)
    report_day = day(told[1]) if told else None
    sentences = tuple(_sentences(plain))
    accounts = [each for each in map(_account, sentences) if each]
    if not accounts:
        accounts = [_of_table(each) for each in detailed_accounts(text)]
    queries = [day(found[1]) for found in _QUERY.finditer(plain)]
    recent = None
    if report_day and queries:
        recent = len([1 for each in queries if each and 0 <= (report_day - each).days <= _QUERY_DAYS])
    guarantees = len(_ANSWERS_FOR.findall(plain))
    return Report(report_day, tuple(accounts), guarantees, recent, tuple(_notes(plain, accounts, guarantees)))


def _sentences(plain: str) -> Iterator[str]:
    starts = [found.end() for found in _START.finditer(plain)]
    for start, end in pairwise((*starts, len(plain))):
        whole = re.sub(r"\d{1,3}\.$", "", plain[start:end])
        heading = _HEADING.search(whole)
        yield whole[: heading.start() + 1 if heading else _LONGEST][:_LONGEST]


def _account(sentence: str) -> Account | None:
    found = _INSTITUTION.match(sentence)
    if found is None or _GUARANTEE.search(sentence):
        return None
    loaned, late = _LOANED.search(sentence), _OVERDUE_NOW.search(sentence)
    kind: Kind = "card" if _CARD.search(sentence) else "credit_line" if _LINE.search(sentence) else "loan"
    is_late = bool(late) and not (late and late[1] and not amount(late[1]))
    months = _MONTHS.search(sentence)
    due = _DUE.search(sentence)
    ninety = True if _NINETY.search(sentence) else False if _NO_NINETY.search(sentence) else None
    return Account(
        lender=found[1],
        kind=kind,
        product=loaned[2] if loaned and kind == "loan" else "",
        opened=day(sentence),
        due=day(due[1]) if due else None,
        original=amount(loaned[1]) if loaned and kind == "loan" else None,
        balance=_money(_BALANCE, sentence),
        late=is_late,
        overdue=amount(late[1]) if is_late and late and late[1] else None,
        days=1 if is_late else 0,
        months_late=int(months[1]) if months else (0 if "从未发生过逾期" in sentence else None),
        over_ninety=ninety,
        bad=bool(_BAD.search(sentence)),
        closed=bool(_CLOSED.search(sentence)),
        sentence=_masked(sentence),
    )


def _money(pattern: re.Pattern[str], sentence: str) -> Decimal | None:
    found = pattern.search(sentence)
    return amount(found[1]) if found else None


def _of_table(told: dict[str, str]) -> Account:
    """An account of the detailed report, from its fields."""
    status, code = told.get("status", ""), told.get("code", "")
    days = {"1": 1, "2": 31, "3": 61, "4": 91, "5": 121, "6": 151, "7": 181}.get(code, 0)
    overdue = amount(told.get("overdue", ""))
    late = bool(days) or bool(overdue) or "逾期" in status
    return Account(
        lender=told.get("lender", ""),
        kind="card" if "卡" in told.get("product", "") or "卡" in told.get("section", "") else "loan",
        product=told.get("product", ""),
        opened=day(told.get("opened", "")),
        due=day(told.get("due", "")),
        original=amount(told.get("original", "")),
        balance=amount(told.get("balance", "")),
        late=late,
        overdue=overdue or None,
        days=days or (1 if late else 0),
        months_late=None,
        over_ninety=int(code) > 3 if code.isdigit() else None,
        bad="呆账" in status or code == "B",
        closed=bool(_CLOSED.search(status)) or "结清" in status or code == "C",
        sentence=_masked(" ".join(f"{name} {value}" for name, value in told.items() if name.startswith("·"))),
    )


def _masked(sentence: str) -> str:
    return _DIGITS.sub("…", _TAIL.sub("", sentence)).replace("()", "")


def _notes(plain: str, accounts: list[Account], guarantees: int) -> Iterator[Text]:
    closed = sum(each.closed for each in accounts)
    if closed:
        yield Text("已经结清、销户或没有激活的账户有 {count} 个，没有当作欠款。", count=closed)
    if guarantees:
        yield Text("替别人担保或共同还款的有 {count} 处，是或有的债，没有算进来；对方逾期时会找您。", count=guarantees)
    if _PUBLIC.search(plain):
        yield Text("报告里有公共记录（欠税、判决、强制执行或处罚），没有自动填，请到对应债务里改“法院程序到哪一步”。")
