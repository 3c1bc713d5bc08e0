"""The discount at which paying at once equals instalments, over the terms."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assessment import money, offers
from assessment._assess import DebtAssessment
from assessment.negotiation.deals import LONGEST
from assessment.offers import Position, Terms
from assessment.text import Percent, Text

SHOWN = tuple(range(3, LONGEST + 1, 3))


class Equal(NamedTuple):
    """Instalments of one term, and the sum paid at once that costs the borrower as much: never more than is owed. Fen."""

    months: int
    total: int
    lump: int


@dataclass(frozen=True, slots=True)
class Indifference:
    """The line for one debt; above a discount on it one payment is the better, below it instalments. Fen.

    What a payment asks beyond `cash` counts as lent by family at `family_cost` a year, a fraction, and repaid at the end.
    """

    owed: int
    cash: int
    line: tuple[Equal, ...]
    family_cost: Decimal

    @property
    def any_discount(self) -> bool:
        """Whether at some term a single payment of less than is owed costs as much as the instalments."""
        return any(each.lump < self.owed for each in self.line)

    def discount(self, each: Equal) -> Decimal:
        """A fraction of what is owed; nought where one payment without any discount is no dearer already."""
        return 1 - Decimal(each.lump) / self.owed


def indifference(found: DebtAssessment, annual_rate: Decimal) -> Indifference:
    """Instalments without a waiver against one payment, by the case's own discount and cost of family money."""
    position = found.position
    line = tuple(_equal(position, months, annual_rate, found.cash) for months in SHOWN)
    return Indifference(position.claim.total, found.cash, line, position.assumptions.family_cost)


def _equal(position: Position, months: int, annual_rate: Decimal, cash: int) -> Equal:
    result = offers.outcome(position, Terms("instalments", months=months, annual_rate=annual_rate))
    lump = offers.break_even_lump(position, result, cash)
    return Equal(months, result.total, min(lump, position.claim.total))


def reading(found: Indifference, months: int) -> Text:
    """What the line says at the shown term nearest to `months`."""
    near = min(found.line, key=lambda each: abs(each.months - months))
    lump, discount = money.told(near.lump), found.discount(near)
    if not discount and near.lump > found.cash:
        return Text(
            "这笔债能用的现钱只有 {cash}，一次还清要 {owed}。差的就算由家人垫、到最后一期再还（一年成本 {cost}），也不比不减免、分 {months} 期贵。这只是比较，不要为了一次付去借。",
            cash=money.told(found.cash), cost=Percent(found.family_cost), owed=lump, months=near.months,
        )  # fmt: skip
    if near.lump > found.cash:
        return Text(
            "这笔债能用的现钱只有 {cash}。差的由家人垫、到最后一期再还（一年成本 {cost}），今天一次付 {lump} 才跟不减免、分 {months} 期一样划算。这只是比较，不要为了一次付去借。",
            cash=money.told(found.cash), cost=Percent(found.family_cost), lump=lump, months=near.months,
        )  # fmt: skip
    if not discount:
        return Text(
            "今天一次还清是 {owed}，不减免、分 {months} 期不会更划算：手头真有这笔钱的话，不打折一次付清更省。",
            months=near.months, owed=lump,
        )  # fmt: skip
    return Text(
        "不减免、分 {months} 期，跟今天一次付 {lump} 一样划算，也就是减 {discount}：减得比这多，一次付合算；减得少，分期合算。",
        months=near.months, lump=lump, discount=Percent(discount.quantize(Decimal("0.001"))),
    )  # fmt: skip
