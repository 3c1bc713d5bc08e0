"""The offers of `offers.menu` worked out for many debts, the same fen as `offers.outcome`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple, get_args

import numpy as np

from assessment.batch import days, spread
from assessment.batch.assumed import Assumed
from assessment.batch.debts import COURTS, Debts
from assessment.batch.entries import PARTS, Fen, Flags, Places, half_up
from assessment.batch.position import Positions
from assessment.batch.spread import Spread
from assessment.case import IN_COURT
from assessment.offers import Kind
from assessment.offers.menu import TERMS_OFFERED, WITHOUT_TERM
from assessment.rates.many import Floats
from assessment.schedules import vector
from assessment.schedules.ends import ends
from assessment.schedules.vector import MONTHLY_PPM, Loans

KINDS = get_args(Kind)
NEVER = np.iinfo(np.int64).max
_IN_COURT = [COURTS.index(each) for each in IN_COURT]
_LONGEST = TERMS_OFFERED[-1]
_SURELY_REPAID = _LONGEST + 2


class Options(NamedTuple):
    """One row a kind of offer in the order of the menu, one entry a debt. Fen, dates as days since 1970.

    `rate` is that of a month, NaN where there is none; `debt_free` is NEVER where there is no such day; `there` says
    whether the menu holds the offer.
    """

    today: Fen
    monthly: Fen
    payments: Fen
    total: Fen
    rate: Floats
    debt_free: Fen
    there: Flags


def options(found: Debts, stand: Positions, held: Assumed, suggested: Fen, today: date) -> tuple[Options, Flags]:
    """Every offer for every debt, `suggested` being its own part of the suggested figure; and which debts came out."""
    out = _blank(found.principal.size)
    due = days.first_month(today, found.due_day)
    _kept(out, found, stand, due, today)
    _at_once(out, "pay_in_full", found.claim, today)
    _at_once(out, "settlement", found.claim - _settling(found, held), today)
    out.total[KINDS.index("do_nothing")] = stand.unpaid
    plain = np.ones(found.principal.size, np.bool_)
    for kind, plan in _spreads(found, held, suggested).items():
        plain &= _spread_out(out, kind, plan, found, due)
    return out, plain & (~np.isnan(out.rate[0]) | (stand.kept.heaviest == 0))


def _blank(size: int) -> Options:
    """Every offer in the menu, nothing worked out yet."""
    shape = (len(KINDS), size)
    today, monthly, payments, total = np.zeros((4, *shape), np.int64)
    return Options(
        today, monthly, payments, total, np.full(shape, np.nan), np.full(shape, NEVER), np.ones(shape, np.bool_)
    )


def _kept(out: Options, found: Debts, stand: Positions, due: Fen, today: date) -> None:
    """The arrears today, then the contract as it stands."""
    kept = stand.kept
    out.today[0], out.monthly[0], out.total[0], out.rate[0] = (
        stand.arrears,
        kept.heaviest,
        stand.contract_total,
        kept.rate,
    )
    out.payments[0] = kept.paid_on + (stand.arrears > 0)
    last = days.on_day(due + np.maximum(kept.months - 1, 0), found.due_day)
    out.debt_free[0] = np.where(kept.months > 0, last, days.number(today))
    goes_on = (kept.months > 0) | ((stand.arrears > 0) & ~stand.all_due)
    out.there[0] = ~np.isin(found.court, _IN_COURT) & goes_on


def _at_once(out: Options, kind: Kind, paid: Fen, today: date) -> None:
    row = KINDS.index(kind)
    out.today[row] = out.total[row] = paid
    out.payments[row] = paid > 0
    out.debt_free[row] = days.number(today)


def _spread_out(out: Options, kind: Kind, plan: Spread, found: Debts, due: Fen) -> Flags:
    row = KINDS.index(kind)
    out.monthly[row], out.payments[row], out.total[row] = plan.heaviest, plan.paid_on, plan.total
    out.rate[row] = plan.rate(found.claim)
    out.debt_free[row] = days.on_day(due + plan.grace + plan.months - 1, found.due_day)
    found_rate: Flags = plan.plain & ~np.isnan(out.rate[row])
    return found_rate


def _settling(found: Debts, held: Assumed) -> Fen:
    """What is let off where one payment settles: penalty and fees, and some of principal and interest."""
    interest, penalty, fees = found.charges
    off = half_up(found.principal * held.of("settle_principal", found.owner), PARTS)
    return off + half_up(interest * held.of("settle_interest", found.owner), PARTS) + penalty + fees


def _asking(found: Debts, held: Assumed) -> Fen:
    """What is let off in the offer that opens a talk."""
    names = ("ask_interest", "ask_penalty", "ask_fees")
    parts = zip(found.charges, (held.of(name, found.owner) for name in names), strict=True)
    return sum((half_up(part * share, PARTS) for part, share in parts), np.zeros_like(found.principal))


def _spreads(found: Debts, held: Assumed, suggested: Fen) -> dict[Kind, Spread]:
    """Every offer that is paid month by month."""
    term = np.where(found.instalments_left > 0, found.instalments_left, WITHOUT_TERM)
    loans = Loans(found.principal, found.all_in, term)
    dear = np.maximum(found.all_in, held.of("new_loan_rate", found.owner))
    grace = held.of("grace_months", found.owner)
    as_before = _level(loans)
    return {
        "instalments": _level(loans._replace(months=_shortest_offered(found, suggested))).sharing(found.charged),
        "extension": as_before.sharing(found.charged).sharing(grace * _interest(loans)).waiting(grace),
        "lower_payment": _lower_payment(found, suggested).sharing(found.charged),
        "longer_cycle": _level(loans._replace(months=np.minimum(2 * term, _LONGEST))).sharing(found.charged),
        "partial_waiver": as_before.sharing(found.charged - _asking(found, held)),
        "stepped": _stepped(loans, held, found.owner, suggested).sharing(found.charged),
        "new_borrowing": _level(Loans(found.claim, dear, np.full_like(term, WITHOUT_TERM))),
    }


def _level(loans: Loans) -> Spread:
    payment = vector.level_payments(loans)
    return spread.level(ends(loans, payment), payment)


def _interest(loans: Loans) -> Fen:
    """The first month's."""
    return half_up(loans.principal * loans.ppm, MONTHLY_PPM)


def _shortest_offered(found: Debts, limit: Fen) -> Fen:
    """The fewest months of those offered in which no month exceeds the limit; the most where none does."""
    months = np.full_like(limit, _LONGEST)
    for term in reversed(TERMS_OFFERED):
        loans = Loans(found.principal, found.all_in, np.full_like(limit, term))
        first = vector.level_payments(loans) - (-found.charged // term)
        months = np.where(first <= limit, term, months)
    return months


def _lower_payment(found: Debts, suggested: Fen) -> Spread:
    """The suggested figure as the payment; where that never repays in five years, the least that does."""
    loans = Loans(found.principal, found.all_in, np.full_like(suggested, _LONGEST))
    least = np.maximum(vector.level_payments(loans), _interest(loans) + 1)
    payment = np.maximum(suggested + (-found.charged // _LONGEST), least)
    repaid = ends(loans._replace(months=np.full_like(suggested, _SURELY_REPAID)), payment)
    return replace(spread.level(repaid, payment), plain=repaid.settled_early)


def _stepped(loans: Loans, held: Assumed, owner: Places, suggested: Fen) -> Spread:
    """Light months first, then the level payment that repays the rest over the same term."""
    months = held.of("light_months", owner)
    light = suggested * held.of("light_share", owner) // PARTS
    early = ends(loans._replace(months=months + 1), light)
    foreseen, left = _after_light_months(loans, light, months)
    later = np.maximum(loans.months - months, WITHOUT_TERM)
    payment = vector.level_payments(loans._replace(principal=np.maximum(foreseen, 0), months=later))
    rest = ends(loans._replace(principal=left, months=later), payment)
    return Spread(
        payment,
        np.where(early.settled_early, early.months, months + rest.months),
        np.where(early.settled_early, early.last, rest.last),
        np.where(early.settled_early, early.total, light * months + rest.total),
        np.ones(light.size, np.bool_), light, months, np.zeros_like(light),
    )  # fmt: skip


def _after_light_months(loans: Loans, light: Fen, months: Fen) -> tuple[Fen, Fen]:
    """What the menu foresees to be owed by then, and what will be."""
    foreseen, left = loans.principal.copy(), loans.principal.copy()
    for month in range(int(months.max(initial=0))):
        on = month < months
        due = half_up(foreseen * loans.ppm, MONTHLY_PPM)
        foreseen += on * (due - np.minimum(light, foreseen))
        due = half_up(left * loans.ppm, MONTHLY_PPM)
        left = np.where(on, np.maximum(left + due - light, 0), left)
    return foreseen, left
