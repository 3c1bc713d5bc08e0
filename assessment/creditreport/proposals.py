"""A report's accounts as debts to accept one by one, never twice with what is already listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.bills.creditors import bank_in, creditor_in, same
from assessment.case import Case, Debt, LenderClass
from assessment.creditreport.accounts import Account, Report
from assessment.text import Money, Month, Text

Standing = Literal["new", "listed", "unsure"]

_COMPANY = re.compile("(股份)?有限(责任)?公司.*$")
_BRANCH = re.compile("((?:银行|信用社|联社)).*$")
_CLASSES: tuple[tuple[str, LenderClass], ...] = (
    ("消费金融", "consumer_finance"), ("小额贷款", "microloan"), ("小贷", "microloan"), ("银行", "bank"), ("信用社", "bank"), ("信用联社", "bank"), ("农商行", "bank"),
)  # fmt: skip
_NEAR = Decimal("0.05")
_LONGEST_NAME = 60
_MOST_TERMS = 600
_MOST_MONTHS, _MOST_QUERIES, _MOST_DEBTS = 60, 200, 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """One account as a debt, how it stands to the debts already listed, and what is to be said of it."""

    account: Account
    debt: Debt
    standing: Standing
    words: tuple[Text, ...]


def proposals(report: Report, case: Case) -> tuple[Proposal, ...]:
    """Every account that is owed on, as a debt; those of a lender that is listed are marked, and not counted twice."""
    owed = [each for each in report.accounts if each.owed]
    by_name: dict[str, Decimal] = defaultdict(Decimal)
    for account in owed:
        by_name[_name(account)] += _sum(account)
    drawn = {_name(account) for account in owed if account.kind == "loan"}
    return tuple(_proposal(account, by_name[_name(account)], case.debts, drawn) for account in owed)


def _sum(account: Account) -> Decimal:
    """What is owed on it: the balance, in which what is overdue is already held."""
    return max(account.balance or Decimal(0), account.overdue or Decimal(0))


def _proposal(account: Account, of_lender: Decimal, listed: Sequence[Debt], drawn: set[str]) -> Proposal:
    name = _name(account)
    standing, words = _standing(account, of_lender, listed, name)
    if account.kind == "credit_line" and name in drawn and standing == "new":
        standing = "unsure"
        words = Text("这是循环额度的余额，同一家还有单独的借据。额度里的钱已经算在借据里的，就不要勾。")
    return Proposal(account, _debt(account, name), standing, (words, *_remarks(account)))


def _debt(account: Account, name: str) -> Debt:
    loan = account.kind == "loan"
    return Debt(
        name=name[:_LONGEST_NAME],
        product=account.product[:_LONGEST_NAME],
        lender=_class(account),
        contract_date=account.opened if account.kind in {"loan", "pursued"} else None,
        original=account.original,
        principal=_sum(account),
        method=account.method or ("equal_payment" if loan else "bullet" if account.kind == "pursued" else "revolving"),
        instalment=account.instalment,
        instalments=min(account.instalments, _MOST_TERMS),
        instalments_left=min(account.instalments_left, _MOST_TERMS),
        due_day=account.due_day,
        days_overdue=account.days,
        overdue_amount=account.overdue,
        security=account.security,
        joint=account.joint,
        grade="verified",
        note="来自信用报告；利息、罚息、利率要到 App 或合同里查",
    )


def _remarks(account: Account) -> list[Text]:
    """What the debt alone would not say."""
    said = []
    if account.days > 1 and account.as_of:
        said.append(
            Text(
                "逾期天数按报告写的最少填 {days} 天，截至 {month}；之后没有补上的话，请加上过去的天数。",
                days=account.days,
                month=Month(account.as_of),
            )
        )
    elif account.late:
        said.append(Text("报告没写逾期几天，先填 {days} 天，请改成实际的天数。", days=account.days))
    if account.kind == "pursued":
        said.append(
            Text("这笔债已经转给别家，或由担保方代还，现在找您要的是上面写的机构；先看清对方有没有转让或代偿的凭据。")
        )
    elif account.bad:
        said.append(
            Text("报告写着呆账、止付、冻结一类的状态，出借方多半已要求一次还清；是的话，采用后勾上“被要求一次还清”。")
        )
    return said


def _standing(account: Account, of_lender: Decimal, listed: Sequence[Debt], name: str) -> tuple[Standing, Text]:
    met = [debt for debt in listed if _means(debt, account, name)]
    if not met:
        return "new", _plight(account)
    balance = _sum(account)
    sums = [*(debt.principal for debt in met), sum((debt.principal for debt in met), Decimal(0))]
    if any(_near(told, balance) or _near(told, of_lender) for told in sums):
        return "listed", Text("债务表里已经有“{name}”，数也对得上，不再加一遍。", name=met[0].name)
    return "unsure", Text(
        "债务表里“{name}”写的是 {listed}，报告里这家一共 {reported}。是同一笔就不要勾，改债务表；是另外一笔再勾。",
        name=met[0].name,
        listed=Money(sums[-1]),
        reported=Money(of_lender),
    )


def _plight(account: Account) -> Text:
    if account.late:
        return Text("当前有逾期。")
    return Text("这是被追偿或状态不正常的账户。") if account.bad else Text("当前没有逾期。")


def _means(debt: Debt, account: Account, name: str) -> bool:
    """Whether a listed debt is of this account's lender and of its kind: a bank's card is not its loan."""
    card = debt.lender == "credit_card" or "信用卡" in debt.name
    if account.kind == "card":
        return (card or "卡" in debt.name) and same(debt.name, name)
    if card:
        return False
    known = creditor_in(account.lender)
    return (
        name in debt.name
        or (len(debt.name) > 1 and debt.name in name)
        or same(debt.name, known[0] if known else account.lender)
        or same(debt.name, account.lender)
        or (bool(bank_in(debt.name)) and bank_in(debt.name) == bank_in(account.lender))
    )


def _near(told: Decimal, balance: Decimal) -> bool:
    return bool(balance) and abs(told - balance) <= balance * _NEAR


def _name(account: Account) -> str:
    """The institution's short name, and whether it is a card."""
    short = _BRANCH.sub(r"\1", _COMPANY.sub("", account.lender))
    return f"{short}信用卡" if account.kind == "card" and "信用卡" not in short else short


def _class(account: Account) -> LenderClass:
    if account.kind == "card":
        return "credit_card"
    return next((kind for word, kind in _CLASSES if word in account.lender), "other")


def taken(case: Case, report: Report, accepted: Sequence[Proposal]) -> Case:
    """The case with the accepted debts at its end, and the report's own words about overdues and queries."""
    told = {"overdue_months": (report.months_late, _MOST_MONTHS), "queries": (report.queries, _MOST_QUERIES)}
    household = case.household.model_copy(
        update={name: min(value, most) for name, (value, most) in told.items() if value is not None}
        | ({"over_ninety": True} if report.over_ninety else {})
    )
    debts = (*case.debts, *(each.debt for each in accepted))[:_MOST_DEBTS]
    return case.model_copy(update={"household": household, "debts": debts})
