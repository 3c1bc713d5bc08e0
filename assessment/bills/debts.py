"""Debts that bills show and nobody listed: repayments, purchases on credit, instalments, a card's statement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Literal

from assessment import dates
from assessment.bills.amounts import yuan_of
from assessment.bills.creditors import lender_of, same
from assessment.bills.ledger import Entry, Statement
from assessment.bills.merging import Ledger
from assessment.case import Debt
from assessment.text import Money, Text, label

Seen = Literal["repaid", "bought", "statement", "instalments", "unnamed"]
"""What shows a debt: repayments, purchases on credit, a card's own statement, instalments of a card, or repayments that
name no lender."""

_LINES = 12
_NO_DEBTS = frozenset({""})
_PLAN = re.compile(r"(\d{1,3})/(\d{1,3})期|第(\d{1,3})期[/／共]*(\d{1,3})期")
_NEAR_DAYS = 3
_MOST_TERMS = 120
_LATELY = 62


@dataclass(frozen=True, slots=True)
class HiddenDebt:
    """A lender that was paid, or on whose credit things were bought, and that no listed debt names.

    `lines` show it; `debt` is what could be entered; `monthly` is the usual repayment, in yuan; `months` in how many
    months it was met. `sure` says that it is a debt beyond doubt and in no other proposal.
    """

    creditor: str
    seen: Seen
    lines: tuple[Entry, ...]
    months: int
    monthly: Decimal
    debt: Debt
    words: Text
    sure: bool


def hidden(ledger: Ledger, listed: Sequence[Debt], as_of: date) -> tuple[HiddenDebt, ...]:
    """Creditors met in bills that no listed debt means, the most often met first; then what names no lender."""
    met = _met(ledger, listed)
    statements = {each.creditor: each for each in ledger.statements if _is_new(each.creditor, listed)}
    for creditor in statements:
        met.setdefault(creditor, [])
    made = [_hidden(creditor, entries, statements.get(creditor)) for creditor, entries in met.items()]
    found = sorted(made, key=lambda each: (-each.months, each.creditor))
    return (*found, *_plans(ledger.entries, listed, as_of), *_unnamed(ledger.entries))


def _met(ledger: Ledger, listed: Sequence[Debt]) -> dict[str, list[Entry]]:
    """Entries by the creditor they concern; a card whose bank is not told is the one whose bank is, if there is but one."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        if entry.creditor not in _NO_DEBTS:
            found[entry.creditor].append(entry)
    cards = [creditor for creditor in found if creditor.endswith("信用卡") and creditor != "信用卡"]
    if "信用卡" in found and len(cards) == 1:
        found[cards[0]] += found.pop("信用卡")
    return {creditor: entries for creditor, entries in found.items() if _is_new(creditor, listed)}


def _is_new(creditor: str, listed: Sequence[Debt]) -> bool:
    return not any(same(debt.name, creditor) for debt in listed)


def _hidden(creditor: str, met: Sequence[Entry], statement: Statement | None) -> HiddenDebt:
    repaid = [entry for entry in met if entry.kind == "repaid"]
    bought = [entry for entry in met if entry.kind in {"spent", "moved", "borrowed"} and entry.fen]
    shown = sorted(repaid or bought, key=lambda entry: entry.day)
    monthly = usual_month(repaid)
    is_card = creditor.endswith("信用卡")
    owed = yuan_of(statement.owed) if statement and statement.owed else Decimal(0)
    minimum = yuan_of(statement.minimum) if statement and statement.minimum else None
    debt = Debt(
        name=creditor,
        lender=lender_of(creditor),
        principal=owed,
        method="revolving" if is_card else "equal_payment",
        instalment=minimum if is_card else (monthly or None),
        instalments_left=terms_left(met),
        due_day=(statement.due_day if statement else None) or usual_day(repaid),
        note="按账单上的本期应还填的，没有出账的分期要另加" if owed else "从账单里看到的，剩余本金请到 App 或合同里查",
    )
    months = len({dates.month_start(entry.day) for entry in met})
    seen: Seen = "repaid" if repaid else "statement" if statement else "bought"
    words = _seen(creditor, repaid, bought, monthly, owed)
    return HiddenDebt(creditor, seen, tuple(shown[-_LINES:]), months, monthly, debt, words, bool(repaid or owed))


def usual_month(repaid: Sequence[Entry]) -> Decimal:
    """What is usually repaid in a month that holds a repayment. Yuan."""
    by_month: dict[date, int] = defaultdict(int)
    for entry in repaid:
        by_month[dates.month_start(entry.day)] += entry.fen
    return yuan_of(int(median(by_month.values()))) if by_month else Decimal(0)


def usual_day(repaid: Sequence[Entry]) -> int | None:
    """The day of the month most repayments fall on; None where they fall on no day in particular."""
    days = [entry.day.day for entry in repaid]
    if len(days) < 2:
        return None
    day, _times = Counter(days).most_common(1)[0]
    near = sum(abs(each - day) <= _NEAR_DAYS for each in days)
    return day if near * 2 > len(days) else None


def terms_left(met: Sequence[Entry]) -> int:
    """Instalments still to come, where the last line of a plan tells which one of how many it was."""
    told = [(entry.day, terms) for entry in met if entry.kind == "repaid" and (terms := _terms(entry.words))]
    return max(told)[1][1] - max(told)[1][0] if told else 0


def _terms(words: str) -> tuple[int, int] | None:
    """Which instalment of how many: 10/12期."""
    found = _PLAN.search(words)
    if not found:
        return None
    now, all_ = int(found[1] or found[3]), int(found[2] or found[4])
    return (now, all_) if 0 < now <= all_ <= _MOST_TERMS else None


def _seen(creditor: str, repaid: Sequence[Entry], bought: Sequence[Entry], monthly: Decimal, owed: Decimal) -> Text:
    if owed:
        return Text("“{creditor}”的账单上写着本期应还 {owed}，债务表里没有它。", creditor=creditor, owed=Money(owed))
    if repaid:
        return Text(
            "账单里还过“{creditor}”{count} 次，最近一次是 {last}，平常一个月还 {monthly} 左右，债务表里没有它。",
            creditor=creditor, count=len(repaid), last=max(entry.day for entry in repaid), monthly=Money(monthly),
        )  # fmt: skip
    spent = Money(yuan_of(sum(entry.fen for entry in bought)))
    return Text(
        "账单里用“{creditor}”付过 {count} 次，共 {spent}，没有看到还款，债务表里也没有它。",
        creditor=creditor,
        count=len(bought),
        spent=spent,
    )


def _plans(entries: Sequence[Entry], listed: Sequence[Debt], as_of: date) -> Iterator[HiddenDebt]:
    """Purchases on a card paid off in instalments: what is still to come, unless it ended or was last seen long ago."""
    plans: dict[tuple[str, int], list[tuple[Entry, int]]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "spent" and (terms := _terms(entry.words)):
            plans[entry.creditor, terms[1]].append((entry, terms[0]))
    for (creditor, all_), met in sorted(plans.items()):
        for fen, same_sum in _by_sum(met).items():
            last, now = max(same_sum, key=lambda each: each[0].day)
            left = all_ - now
            if left and (as_of - last.day).days <= _LATELY and _is_new(f"{creditor}分期", listed):
                yield _plan(creditor, all_, left, fen, [entry for entry, _now in same_sum])


def _by_sum(met: Sequence[tuple[Entry, int]]) -> dict[int, list[tuple[Entry, int]]]:
    """Plans of equal length kept apart by what an instalment comes to, to the yuan: the last may differ by some fen."""
    found: dict[int, list[tuple[Entry, int]]] = defaultdict(list)
    for entry, now in met:
        found[round(entry.fen, -2)].append((entry, now))
    return {max(entry.fen for entry, _now in same_sum): same_sum for same_sum in found.values()}


def _plan(creditor: str, all_: int, left: int, fen: int, lines: Sequence[Entry]) -> HiddenDebt:
    each = yuan_of(fen)
    debt = Debt(
        name=f"{creditor}分期",
        lender=lender_of(creditor),
        principal=yuan_of(fen * left),
        instalment=each,
        instalments=all_,
        instalments_left=left,
        due_day=usual_day(lines),
        note="剩余本金是按每期金额乘剩余期数估的，可能含手续费",
    )
    words = Text(
        "“{creditor}”里有一笔分期：每期 {amount}，账单上最近一期之后还剩 {left} 期。卡的欠款如果已经把它算在内，就不要再加。",
        creditor=creditor,
        amount=Money(each),
        left=left,
    )
    months = len({dates.month_start(line.day) for line in lines})
    return HiddenDebt(
        f"{creditor}分期 {all_}/{fen}",
        "instalments",
        tuple(lines[-_LINES:]),
        months,
        each,
        debt,
        words,
        sure=False,
    )


def _unnamed(entries: Sequence[Entry]) -> Iterator[HiddenDebt]:
    """Repayments that do not say to whom: taken out of living costs, so that they must not go unsaid."""
    met = sorted(
        (entry for entry in entries if entry.kind == "repaid" and not entry.creditor), key=lambda each: each.day
    )
    if not met:
        return
    monthly = usual_month(met)
    words = Text(
        "账单里还有 {count} 笔写着还款、看不出还给谁，共 {amount}，没有算进生活支出。是没列出来的债就勾上，再把名字改对。",
        count=len(met),
        amount=Money(yuan_of(sum(entry.fen for entry in met))),
    )
    debt = Debt(
        name=label("没写清还给谁"),
        instalment=monthly or None,
        due_day=usual_day(met),
        note="从账单里看到的，请补上名字和剩余本金",
    )
    months = len({dates.month_start(entry.day) for entry in met})
    yield HiddenDebt("", "unnamed", tuple(met[-_LINES:]), months, monthly, debt, words, sure=False)
