"""A report's accounts as debts to accept one by one, never twice with what is already listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.bills.creditors import creditor_in, same
from assessment.case import Case, Debt, LenderClass
from assessment.creditreport.accounts import Account, Report
from assessment.text import Money, Text

Standing = Literal["new", "listed", "unsure"]

_TAIL = re.compile("(股份)?有限(责任)?公司.*$")
_BRANCH = re.compile("(银行).*$")
_CLASSES: tuple[tuple[str, LenderClass], ...] = (
    ("消费金融", "consumer_finance"), ("小额贷款", "microloan"), ("小贷", "microloan"), ("银行", "bank"), ("信用社", "bank"), ("农商行", "bank"),
)  # fmt: skip
_NEAR = Decimal("0.05")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """One account as a debt, and how it stands to the debts already listed."""

    account: Account
    debt: Debt
    standing: Standing
    words: Text


def proposals(report: Report, case: Case) -> tuple[Proposal, ...]:
    """Every account that is owed on, as a debt; those of a lender that is listed are marked, and not counted twice."""
    owed = [each for each in report.accounts if _is_owed(each)]
    by_name: dict[str, Decimal] = defaultdict(Decimal)
    for account in owed:
        by_name[_name(account)] += account.balance or Decimal(0)
    drawn = {_name(account) for account in owed if account.kind != "credit_line"}
    return tuple(_proposal(account, by_name[_name(account)], case.debts, drawn) for account in owed)


def _is_owed(account: Account) -> bool:
    return not account.closed and (bool(account.balance) or account.late)


def _proposal(account: Account, of_lender: Decimal, listed: Sequence[Debt], drawn: set[str]) -> Proposal:
    name = _name(account)
    debt = Debt(
        name=name[:_LONGEST_NAME],
        product=account.product[:_LONGEST_NAME],
        lender=_class(account),
        contract_date=account.opened if account.kind == "loan" else None,
        original=account.original,
        principal=account.balance or account.overdue or Decimal(0),
        method="equal_payment" if account.kind == "loan" else "revolving",
        days_overdue=account.days,
        overdue_amount=account.overdue,
        grade="verified",
        note="来自信用报告；利息、罚息、利率、剩余期数要到 App 或合同里查",
    )
    standing, words = _standing(account, of_lender, listed, name)
    if account.kind == "credit_line" and name in drawn and standing == "new":
        standing = "unsure"
        words = Text("这是循环额度的余额，同一家还有单独的借据。额度里的钱已经算在借据里的，就不要勾。")
    return Proposal(account, debt, standing, words)


def _standing(account: Account, of_lender: Decimal, listed: Sequence[Debt], name: str) -> tuple[Standing, Text]:
    met = [debt for debt in listed if _means(debt.name, name, account.lender)]
    if not met:
        late = Text("当前有逾期，报告没写几天的先按最少的天数填。") if account.late else Text("当前没有逾期。")
        return "new", late
    balance = account.balance or Decimal(0)
    sums = [*(debt.principal for debt in met), sum((debt.principal for debt in met), Decimal(0))]
    if any(_near(told, balance) or _near(told, of_lender) for told in sums):
        return "listed", Text("债务表里已经有“{name}”，数也对得上，不再加一遍。", name=met[0].name)
    return "unsure", Text(
        "债务表里“{name}”写的是 {listed}，报告里这家一共 {reported}。是同一笔就不要勾，改债务表；是另外一笔再勾。",
        name=met[0].name,
        listed=Money(sums[-1]),
        reported=Money(of_lender),
    )


def _means(listed: str, name: str, lender: str) -> bool:
    known = creditor_in(lender)
    return name in listed or listed in name or (known is not None and same(listed, known[0])) or _alias(listed, lender)


_ALIASES = (
    ("京东|金条|白条", "京东盛际|京东"), ("花呗|借呗|蚂蚁", "蚂蚁"), ("微粒贷|微众", "微众"), ("美团", "三快"), ("放心借|抖音", "中融"), ("度小满|有钱花", "度小满"),
    ("网商贷", "网商"),
)  # fmt: skip


def _alias(listed: str, lender: str) -> bool:
    return any(re.search(brand, listed) and re.search(company, lender) for brand, company in _ALIASES)


def _near(told: Decimal, balance: Decimal) -> bool:
    return bool(balance) and abs(told - balance) <= balance * _NEAR


def _name(account: Account) -> str:
    """The institution's short name, and whether it is a card."""
    short = _BRANCH.sub(r"\1", _TAIL.sub("", account.lender))
    return f"{short}信用卡" if account.kind == "card" and "信用卡" not in short else short


def _class(account: Account) -> LenderClass:
    if account.kind == "card":
        return "credit_card"
    return next((kind for word, kind in _CLASSES if word in account.lender), "other")


def taken(case: Case, report: Report, accepted: Sequence[Proposal]) -> Case:
    """The case with the accepted debts at its end, and the report's own words about overdues and queries."""
    told = {"overdue_months": report.months_late, "queries": report.queries}
    household = case.household.model_copy(
        update={name: value for name, value in told.items() if value is not None}
        | ({"over_ninety": True} if report.over_ninety else {})
    )
    return case.model_copy(update={"household": household, "debts": (*case.debts, *(each.debt for each in accepted))})
