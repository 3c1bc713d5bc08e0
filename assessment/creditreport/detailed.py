"""The detailed personal credit report: its accounts' tables, and the months of their repayments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from assessment.case import Method, Security
from assessment.creditreport.accounts import Account, Kind
from assessment.creditreport.aligned import Field, fields_in
from assessment.creditreport.brief import masked
from assessment.creditreport.fields import amount, day, joined
from assessment.creditreport.months import Months, months_in

_DETAILS = re.compile(r"信\s*贷\s*交\s*易\s*信\s*息\s*明\s*细")
_PART = re.compile(
    r"被追偿信息|非循环贷账户|循环额度下分账户|循环贷账户|准贷记卡账户|贷记卡账户|相关还款责任信息|授信协议信息|非信贷交易信息明细|公共信息明细|查询记录|本人声明|异议标注"
)
_ACCOUNT = re.compile(r"账户\d{1,3}(?=[(（]|管理机构|发卡机构|发放机构|经办机构|账户)")
_KINDS: Mapping[str, Kind] = {
    "被追偿信息": "pursued", "非循环贷账户": "loan", "循环额度下分账户": "loan", "循环贷账户": "credit_line", "贷记卡账户": "card", "准贷记卡账户": "card",
}  # fmt: skip
_ANSWERS = "相关还款责任信息"
_AS_OF = re.compile(r"截至(\d{4}[年.]\d{1,2}[月.]\d{1,2}日?)")
_CLOSED = re.compile("结清|销户|未激活|转出|结束")
_BAD = re.compile("呆账|止付|冻结|司法追偿|核销|强制平仓|催收")
_METHODS: tuple[tuple[str, Method], ...] = (
    ("等额本息", "equal_payment"), ("等额本金", "equal_principal"), ("到期还本|按期结息|按期付息|自由还本", "interest_only"), ("一次", "bullet"),
)  # fmt: skip
_SECURITIES: tuple[tuple[str, Security], ...] = (
    ("抵押", "mortgage"),
    ("质押", "pledge"),
    ("信用/免担保", "none"),
    ("保证|担保|组合|联保", "guarantee"),
)
_OVERDUE_DAYS = (("overdue_181", 181), ("overdue_91", 91), ("overdue_61", 61), ("overdue_31", 31))
_NO_EVIDENCE = frozenset({"账户标识", "账户编号", "账户号", "授信协议标识", "保证合同编号"})
_LONGEST = 400
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Tables:
    """The accounts of a detailed report; how many answer for somebody else's debt, and how many were not read."""

    accounts: tuple[Account, ...]
    guarantees: int
    unread: int


def tables_in(evened: str) -> Tables:
    """Every account of a detailed report. The summary's sums are passed over: they are of the same accounts."""
    accounts: list[Account] = []
    guarantees = unread = 0
    for part, text in _accounts(evened):
        if part == _ANSWERS:
            guarantees += 1
        elif part in _KINDS:
            made = _account(_KINDS[part], text)
            if made:
                accounts.append(made)
            unread += made is None
    return Tables(tuple(accounts), guarantees, unread)


def _accounts(evened: str) -> Iterator[tuple[str, str]]:
    """Each account's part of the report and its own text, blanks kept."""
    details = _DETAILS.search(evened)
    text = evened[details.end() :] if details else evened
    places = [place for place, letter in enumerate(text) if not letter.isspace()] + [len(text)]
    letters = joined(text)
    marks = sorted(
        [(found.start(), found[0]) for found in _PART.finditer(letters) if not letters.startswith("信息汇总", found.end())]
        + [(found.start(), "") for found in _ACCOUNT.finditer(letters)]
    )  # fmt: skip
    part = ""
    for place, (start, name) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(letters)
        if name:
            part = name
        else:
            yield part, text[places[start] : places[end]]


def _account(kind: Kind, text: str) -> Account | None:
    """One account from its fields; None where it names no institution, or says neither what is left nor its status."""
    told: dict[str, str] = {}
    fields = list(fields_in(text))
    for field in fields:
        if field.key:
            told.setdefault(field.key, field.value)
    months = months_in(text)
    balance = amount(told.get("balance") or told.get("used", ""))
    if "lender" not in told or (balance is None and "status" not in told):
        return None
    status = told.get("status", "")
    overdue = amount(told.get("overdue", "")) or None
    closed = bool(_CLOSED.search(status))
    days = 0 if closed else _days(told, months)
    as_of = _AS_OF.search(joined(text))
    due_day = day(told.get("day", ""))
    return Account(
        lender=told["lender"],
        kind=kind,
        sentence=_evidence(fields),
        product=told.get("product", ""),
        opened=day(told.get("opened", "")),
        due=day(told.get("due", "")),
        as_of=day(as_of[1]) if as_of else day(told.get("as_of", "")),
        original=amount(told.get("original", "")),
        balance=balance,
        late=bool(days or overdue),
        overdue=overdue,
        days=days,
        months_late=months.late if months else None,
        over_ninety=months.over_ninety if months else None,
        bad=bool(_BAD.search(status)) or kind == "pursued" or bool(months and months.bad),
        closed=closed,
        instalment=_instalment(told, kind),
        instalments=_count(told.get("count", "")),
        instalments_left=_count(told.get("left", "")),
        due_day=due_day.day if due_day else None,
        method=_first(_METHODS, told.get("method", "")),
        security=_first(_SECURITIES, told.get("security", "")) or "none",
        joint=told.get("joint", "无") not in {"无", "否"},
    )


def _days(told: Mapping[str, str], months: Months | None) -> int:
    """The fewest days overdue: by the sums that are overdue so long, by the last month's status, else one."""
    by_sums = next((days for key, days in _OVERDUE_DAYS if amount(told.get(key, ""))), 0)
    paid_up = told.get("status") == "正常" and not amount(told.get("overdue", ""))
    by_month = months.days if months and not paid_up else 0
    late = bool(amount(told.get("overdue", ""))) or "逾期" in told.get("status", "")
    return max(by_sums, by_month, int(late))


def _instalment(told: Mapping[str, str], kind: Kind) -> Decimal | None:
    """What is due a month; of a card the report tells the smallest part that has to be paid."""
    return (amount(told.get("due_now", "")) or None) if kind in {"loan", "card"} else None


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _first(known: Sequence[tuple[str, Value]], text: str) -> Value | None:
    return next((value for pattern, value in known if re.search(pattern, text)), None)


def _evidence(fields: Sequence[Field]) -> str:
    """The fields as they were read, without the account's number."""
    told = (f"{field.name} {field.value}" for field in fields if field.name not in _NO_EVIDENCE)
    return masked("，".join(told))[:_LONGEST]
