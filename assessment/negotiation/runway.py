"""When a household that fills each month's gap with cash and new borrowing can no longer do so. A warning, no plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assessment import money, schedules
from assessment.affordability import Affordability
from assessment.case import Case
from assessment.offers import Position
from assessment.rates import monthly
from assessment.text import Text

LONGEST = 60


class Month(NamedTuple):
    """One month if nothing changes: what falls due, what is short, and what cash and new debt stand at after. Fen."""

    due: int
    short: int
    cash: int
    borrowed: int


@dataclass(frozen=True, slots=True)
class Runway:
    """The months until nothing is left to fill the gap with; `exhausted` is the first that cannot be filled, from 1.

    None where five years pass first.
    """

    months: tuple[Month, ...]
    exhausted: int | None
    words: Text


def runway(case: Case, found: Affordability, positions: Sequence[Position]) -> Runway:
    """What happens if all contracts are paid, living costs stay, and every gap is filled: cash first, then credit.

    What is overdue already is left out. New debt bears the case's `new_loan_rate`; only its interest falls due.
    """
    credit = money.to_fen(case.assumptions.credit_left)
    left = money.to_fen(found.surplus_actual.yuan)
    cash = sum(money.to_fen(each.value) for each in case.assets if each.kind == "cash" and not each.needed)
    lived = tuple(_months(_dues(positions), left, cash, credit, case.assumptions.new_loan_rate))
    exhausted = len(lived) if lived[-1].borrowed > credit else None
    return Runway(lived, exhausted, _words(lived, exhausted, cash, credit))


def _dues(positions: Sequence[Position]) -> list[int]:
    """What the contracts ask each month from now on, all debts together."""
    paid = [position.contract.payment for position in positions]
    return [sum(rows[month] for rows in paid if month < len(rows)) for month in range(LONGEST)]


def _months(dues: Sequence[int], left: int, cash: int, credit: int, rate: Decimal) -> Iterator[Month]:
    """Month by month until the credit is passed; what is left over in a good month pays new debt back first."""
    borrowed = 0
    for due in dues:
        short = due + schedules.interest(borrowed, monthly(rate)) - left
        net = cash - borrowed - short
        cash, borrowed = max(net, 0), max(-net, 0)
        yield Month(due, max(short, 0), cash, borrowed)
        if borrowed > credit:
            return


def _words(lived: Sequence[Month], exhausted: int | None, cash: int, credit: int) -> Text:
    heaviest = max(month.short for month in lived)
    if not heaviest:
        return Text("照现在的收支，往后每月到期的还款不借钱也付得出；已经逾期的另算。")
    if exhausted is None:
        return _filled(heaviest, max(month.borrowed for month in lived))
    gap = money.told(lived[exhausted - 1].short)
    if credit:
        return Text(
            "照现在这样，大约第 {month} 个月就借不动了：那个月要缺 {gap}，额度用完时多欠 {more}。",
            month=exhausted, gap=gap, more=money.told(credit),
        )  # fmt: skip
    return Text(
        "照现在这样，大约第 {month} 个月，手头的 {cash} 就补不上缺口了：那个月要缺 {gap}。",
        month=exhausted, cash=money.told(cash), gap=gap,
    )  # fmt: skip


def _filled(heaviest: int, borrowed: int) -> Text:
    gap = money.told(heaviest)
    if not borrowed:
        return Text("照现在这样，往后到期的还款最缺的一个月要缺 {gap}，五年内手头的钱补得上；已经逾期的另算。", gap=gap)
    return Text(
        "照现在这样，往后到期的还款最缺的一个月要缺 {gap}，五年内要靠额度才补得上，最多新借 {more}；借来的也是债，已经逾期的另算。",
        gap=gap, more=money.told(borrowed),
    )  # fmt: skip
