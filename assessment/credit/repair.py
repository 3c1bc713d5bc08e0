"""One-off policies that take a repaid overdue off the report: who fell under them, and whether the window is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from assessment import dates
from assessment.case import Debt
from assessment.rules import Rules
from assessment.text import Money, Text

Standing = Literal["not_overdue", "open", "closed", "too_late", "too_large"]


@dataclass(frozen=True, slots=True)
class Repair:
    """What the policy means for one debt."""

    standing: Standing
    words: Text
    rules: tuple[str, ...] = ("credit_repair",)


def repair(debt: Debt, as_of: date, rules: Rules) -> Repair:
    """Whether this debt's overdue can still fall under the policy. Source: 中国人民银行 2025-12-22 的通知."""
    policy = rules.credit_repair.latest(as_of).value
    arisen = as_of - timedelta(days=debt.days_overdue)
    limit = Money(Decimal(policy["limit"]))
    amount = debt.overdue_amount if debt.overdue_amount is not None else debt.owed
    if not debt.days_overdue:
        return Repair(
            "not_overdue", Text("这笔现在没有逾期。以前逾期过、在期限内还清的，可以查报告看是不是已经不显示。")
        )
    if arisen > policy["arisen_until"] or arisen < policy["arisen_from"]:
        return Repair(
            "too_late",
            Text(
                "只管 {since} 到 {until} 之间产生的逾期，这笔从 {arisen} 开始，不在里面。",
                since=policy["arisen_from"],
                until=policy["arisen_until"],
                arisen=arisen,
            ),
        )
    if amount > policy["limit"]:
        return Repair(
            "too_large",
            Text("只管每笔不超过 {limit} 的逾期，这笔可能超过了；要看逾期的那一笔，不是整笔欠款。", limit=limit),
        )
    if as_of > policy["paid_until"]:
        return Repair(
            "closed",
            Text("要在 {until} 以前还清才算，期限已经过了；没有查到延期的通知。", until=policy["paid_until"]),
        )
    return Repair(
        "open", Text("{until} 以前还清，这笔逾期就不再显示；自动处理，不用申请、不收费。", until=policy["paid_until"])
    )


def hidden_from(arisen: date, amount: Decimal, paid: date, rules: Rules) -> date | None:
    """The day by which a repaid overdue no longer shows; None where the policy does not reach it.

    Repaid before December 2025: from the policy's first day. Later: by the end of the month after. Amount in yuan.
    """
    ruling = rules.credit_repair.latest(paid)
    policy = ruling.value
    reached = policy["arisen_from"] <= arisen <= policy["arisen_until"] and amount <= policy["limit"]
    if not reached or paid > policy["paid_until"]:
        return None
    if dates.add_months(dates.month_start(paid), 1) < ruling.since:
        return ruling.since
    return dates.add_months(dates.month_start(paid), 2) - timedelta(days=1)
