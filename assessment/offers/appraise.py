"""An offer worked out: payments, totals, rates, values and what to know before agreeing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from assessment import rates
from assessment.offers import plan
from assessment.offers.outcome import Components, Flag, Outcome, Path, Range
from assessment.offers.position import Position
from assessment.offers.terms import KEPT, TITLE, Kind, Terms
from assessment.text import Text

_PATHS: dict[Kind, Callable[[Position, Terms], Path]] = {
    **dict.fromkeys(get_args(Kind), plan.spread),
    "pay_in_full": plan.at_once,
    "settlement": plan.at_once,
    "cure_arrears": plan.cured,
    "do_nothing": plan.unpaid,
    "new_borrowing": plan.borrowed_anew,
}
NEGOTIATED: frozenset[Kind] = frozenset(
    {"settlement", "instalments", "extension", "lower_payment", "longer_cycle", "partial_waiver", "stepped"}
)


def outcome(position: Position, terms: Terms) -> Outcome:
    """What `terms` come to for the debt in `position`.

    Raises schedules.NeverRepays where a level payment does not exceed the month's interest.
    """
    path = path_of(position, terms)
    off = plan.waived(position.claim, terms.waiver)
    spread = _if_unpaid(position, path) if terms.kind == "do_nothing" else None
    total = spread.middle if spread else sum(path.payment)
    flows = _monthly_flows(position, path)
    periodic = _periodic(position, flows) if spread is None else None
    own, lender = position.assumptions.own_discount, position.assumptions.lender_discount
    return Outcome(
        terms=terms,
        title=KEPT if terms.kind == "cure_arrears" and not position.arrears else TITLE[terms.kind],
        path=path,
        owed=position.claim,
        waived=off,
        total=total,
        saved=position.contract_total - total,
        monthly=_monthly(position, path),
        irr_x12=None if periodic is None else periodic * 12,
        effective=None if periodic is None else rates.effective(periodic, 12),
        value_to_borrower=round(rates.present_value(flows, float(own) / 12)),
        value_to_lender=round(rates.present_value(flows, float(lender) / 12)),
        first_relief=_first_relief(position, flows, path),
        debt_free=None if spread else path.dates[-1],
        flags=tuple(_flags(terms, path, position.claim.total - off.total)),
        spread=spread,
    )


def path_of(position: Position, terms: Terms) -> Path:
    """The payments alone, for when many terms are tried. Raises as `outcome` does."""
    return _PATHS[terms.kind](position, terms)


def paid_today(position_day: date, path: Path) -> int:
    """What has to be paid at once. Fen."""
    return path.payment[0] if path.dates and path.dates[0] == position_day else 0


def _monthly_flows(position: Position, path: Path) -> tuple[int, ...]:
    """Payments by month from today: place 0 is today, place k the k-th due day."""
    return path.payment if paid_today(position.as_of, path) else (0, *path.payment)


def _monthly(position: Position, path: Path) -> int:
    return max(_monthly_flows(position, path)[1:], default=0)


def _periodic(position: Position, flows: tuple[int, ...]) -> float | None:
    """The month's rate at which the payments are worth what is owed today; None where there is none."""
    if len(flows) < 2 or not any(flows[1:]):
        return None
    try:
        return rates.irr((flows[0] - position.claim.total, *flows[1:]))
    except rates.NoRate:
        return None


def _first_relief(position: Position, flows: tuple[int, ...], path: Path) -> date | None:
    """The first day on which the contract asks for more than the offer does."""
    asked = (position.arrears, *position.contract.payment)
    days = (position.as_of, *position.due_days(max(len(asked), len(flows)) - 1))
    for day, contract, offer in zip(days, asked, (*flows, *(0,) * len(asked)), strict=False):
        if offer < contract:
            return day
    return None


def _if_unpaid(position: Position, path: Path) -> Range:
    """What may be owed when the lender goes to court, early or late. Court costs are not in it."""
    assumptions = position.assumptions
    early, late = sorted((assumptions.suit_after_low, assumptions.suit_after_high))
    owed = (position.claim.total, *path.balance)
    at = [owed[min(month, len(owed) - 1)] for month in (early, (early + late) // 2, late)]
    return Range(*at)


def _flags(terms: Terms, path: Path, opening: int) -> Iterator[Flag]:
    grows = any(after > before for before, after in zip((opening, *path.balance), path.balance, strict=False))
    if terms.kind == "do_nothing":
        yield Flag(
            "grows",
            Text(
                "利息和罚息会一直加上去，还可能被起诉；范围里加了诉讼费，高的一头还有保全费、执行费和判决后一年的迟延利息，由谁负担由法院定。"
            ),
        )
    elif terms.kind == "new_borrowing":
        yield Flag("new_borrowing", Text("借新还旧只是换了债主，还会多一层利息，我们不建议。"))
    elif grows and not terms.grace:
        yield Flag("negative_amortisation", Text("有的月份还的钱不够当月利息，欠款会先变多。"))
    if terms.kind in NEGOTIATED:
        yield Flag("written", Text("要对方同意才行；谈成后请拿到书面协议再付款。"))
    if terms.kind == "settlement" and terms.waiver != type(terms.waiver)():
        yield Flag("receipt", Text("付款前先让对方写明“付清即结清、不再追讨余款”，付款后索要结清证明。"))
    if terms.waiver.principal:
        yield Flag("principal", Text("减免本金不常见，多在逾期很久或债权转让之后才谈得成；这是惯例，不是规定。"))


def cost_split(result: Outcome) -> Components:
    """What is still paid, split: principal, interest to come, penalty and interest of before, fees. Fen."""
    path = result.path
    return Components(sum(path.principal), sum(path.interest), sum(path.charges), sum(path.fee))
