"""What can be asked of a lender, as data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.text import label

Kind = Literal[
    "cure_arrears",
    "pay_in_full",
    "settlement",
    "instalments",
    "extension",
    "lower_payment",
    "longer_cycle",
    "partial_waiver",
    "stepped",
    "do_nothing",
    "new_borrowing",
]
Treatment = Literal["capitalise", "carry", "first"]

TITLE: dict[Kind, str] = {
    "cure_arrears": label("补上逾期，按原合同还"),
    "pay_in_full": label("一次还清"),
    "settlement": label("减免后一次结清"),
    "instalments": label("重新分期"),
    "extension": label("先缓几个月再还"),
    "lower_payment": label("降低每月还款"),
    "longer_cycle": label("拉长还款期"),
    "partial_waiver": label("减免部分息费，期数不变"),
    "stepped": label("先少后多"),
    "do_nothing": label("什么都不做"),
    "new_borrowing": label("借新还旧"),
}
KEPT = label("按原合同还")
"""The title where nothing is overdue and the contract simply goes on."""

TREATMENT: dict[Treatment, str] = {
    "capitalise": label("并入本金，重新计息"),
    "carry": label("不再计息，平摊到各期"),
    "first": label("不再计息，第一期付清"),
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """The share of each component let off. Fractions from 0 to 1."""

    principal: Decimal = Decimal(0)
    interest: Decimal = Decimal(0)
    penalty: Decimal = Decimal(0)
    fees: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Terms:
    """One offer. What is not set follows the contract.

    `months` counts instalments after `grace` months in which nothing falls due but interest runs;
    `annual_rate` is a nominal fraction; `payment` is a level amount a month in yuan;
    `steps` are (how many months, yuan a month), the last payment settling the rest;
    `treatment` says what becomes of interest, penalty and fees that are not waived.
    """

    kind: Kind
    months: int = 0
    grace: int = 0
    annual_rate: Decimal = Decimal(0)
    waiver: Waiver = Waiver()
    treatment: Treatment = "carry"
    payment: Decimal | None = None
    steps: tuple[tuple[int, Decimal], ...] = ()
