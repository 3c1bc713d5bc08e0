"""Who is paid first with what is left once every minimum is paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from assessment.rates import Ratio
from assessment.sharing.shares import pro_rata_fen
from assessment.text import label

Order = Literal["pro_rata", "highest_rate", "lowest_balance", "credit_first"]

ORDERS: dict[Order, str] = {
    "highest_rate": label("利率高的先还"),
    "lowest_balance": label("欠得少的先还"),
    "credit_first": label("先保征信"),
    "pro_rata": label("按欠款比例"),
}


class Owed(NamedTuple):
    """One debt to be paid. Fen; `rate` is a month's.

    Interest runs on `principal` alone; `charges` are what is owed besides, and are paid first. `minimum` is what
    must be paid each month. `reported` says whether the credit report shows it.
    """

    principal: int
    rate: Ratio
    minimum: int = 0
    charges: int = 0
    days_overdue: int = 0
    reported: bool = True

    @property
    def balance(self) -> int:
        return self.principal + self.charges


def ranking(debts: Sequence[Owed], order: Order | Sequence[int]) -> tuple[int, ...] | None:
    """The places of the debts, the one to be paid first in front; None where all are paid in proportion.

    `credit_first`: what the credit report shows before what it does not; of it what is still paid on time, then the
    least overdue, the smaller first. Raises ValueError for a custom order that does not name every debt once.
    """
    if order == "pro_rata":
        return None
    places = range(len(debts))
    if isinstance(order, str):
        return tuple(sorted(places, key=lambda place: (*_KEYS[order](debts[place]), place)))
    if sorted(order) != list(places):
        raise ValueError("the order must name every debt once")
    return tuple(order)


_KEYS: dict[str, Callable[[Owed], tuple[Fraction | int, ...]]] = {
    "highest_rate": lambda debt: (-Fraction(debt.rate.num, debt.rate.den),),
    "lowest_balance": lambda debt: (debt.balance,),
    "credit_first": lambda debt: (not debt.reported, debt.days_overdue, debt.balance),
}


def shared(amount: int, balances: Sequence[int], ranked: tuple[int, ...] | None) -> list[int]:
    """`amount` among debts: the first in rank up to its whole balance, then the next; in proportion without rank."""
    if ranked is None:
        return pro_rata_fen(amount, balances)
    parts = [0] * len(balances)
    for place in ranked:
        parts[place] = min(amount, balances[place])
        amount -= parts[place]
    return parts
