"""What a case still leaves open, as questions for the client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.affordability import ENOUGH_HISTORY
from assessment.case import Case, Debt
from assessment.problems import Problem
from assessment.text import Text


def left_open(case: Case, doubts: Sequence[Problem]) -> tuple[Text, ...]:
    """What is not known and would change a figure, and what in the case cannot all be true."""
    return (*_of_household(case), *_of_debts(case.debts), *(_of_doubt(each) for each in doubts))


def _of_household(case: Case) -> Iterator[Text]:
    if case.household.minimum_per_head is None:
        yield Text("家在哪个区县，当地的低保标准是多少？")
    if not any(asset.kind == "cash" for asset in case.assets):
        yield Text("手里有多少马上能用的钱？")
    for each in case.incomes:
        if each.kind == "irregular" and len(each.history) < ENOUGH_HISTORY:
            yield Text("“{name}”最近几个月，每个月到手多少？", name=each.name)


def _of_debts(debts: Sequence[Debt]) -> Iterator[Text]:
    for debt in debts:
        if debt.lender == "other":
            yield Text("“{name}”的借款合同上，出借人写的是谁？", name=debt.name)
        if debt.rate is None:
            yield Text("“{name}”的合同利率是多少？", name=debt.name)
        if debt.contract_date is None:
            yield Text("“{name}”是哪天借的？", name=debt.name)
        if debt.days_overdue and debt.overdue_amount is None:
            yield Text("“{name}”现在补上多少钱就不再逾期？", name=debt.name)
        if debt.court != "none" and debt.filed is None:
            yield Text("“{name}”的法院文书是哪天收到的，上面写的期限是哪天？", name=debt.name)


def _of_doubt(doubt: Problem) -> Text:
    return Text("对一下：{what}", what=doubt.what)
