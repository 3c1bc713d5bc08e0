"""Where many debts stand: what is overdue, what the contract still asks, what doing nothing comes to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from assessment.batch import contracts, court, days
from assessment.batch.assumed import Assumed
from assessment.batch.contracts import METHODS, Contracts
from assessment.batch.debts import HUNDREDTHS, Debts
from assessment.batch.entries import Fen, Flags, Places, half_up
from assessment.rates.many import Floats, of_months
from assessment.rules import Rules
from assessment.schedules.vector import MONTHLY_PPM, Loans, Tables

_BULLET = METHODS.index("bullet")


class Kept(NamedTuple):
    """A contract kept from today: what is still asked in all, the heaviest and the heaviest regular month, how many
    days something is paid on, how many instalments there are, and the monthly rate on what is not overdue. Fen."""

    total: Fen
    heaviest: Fen
    usual: Fen
    paid_on: Fen
    months: Fen
    rate: Floats


class Positions(NamedTuple):
    """One entry a debt. Fen; `unpaid` is what doing nothing comes to, court costs with it."""

    arrears: Fen
    all_due: Flags
    kept: Kept
    unpaid: Fen

    @property
    def contract_total(self) -> Fen:
        """All the contract would still cost if kept from today."""
        return self.arrears + self.kept.total


def positions(found: Debts, held: Assumed, today: date, law: Rules) -> Positions:
    """Every debt on the day."""
    missed = days.missed(today, found.days_overdue)
    matured = (found.contract.method == _BULLET) & (found.days_overdue > 0)
    all_due = found.accelerated | matured | ((missed > 0) & (missed >= found.instalments_left))
    overdue = _overdue_principal(found, missed, all_due)
    rest, months = found.principal - overdue, np.maximum(found.instalments_left - missed, 1)
    going_on = np.where(all_due | (rest == 0), 0, months)
    kept, claims = _kept(found, rest, going_on, _going_to_court(held, found.owner))
    return Positions(overdue + found.charged, all_due, kept, court.in_the_middle(claims, found.principal, law))


def _overdue_principal(found: Debts, missed: Fen, all_due: Flags) -> Fen:
    stated = np.clip(found.overdue_amount - found.charged, 0, found.principal)
    overdue = np.where(
        all_due, found.principal, np.where((found.days_overdue > 0) & found.is_overdue_amount, stated, 0)
    )
    for these in contracts.alike(found.instalments_left):
        some = these[~all_due[these] & (found.days_overdue[these] > 0) & ~found.is_overdue_amount[these]]
        if some.size:
            part = _with_months(found.contract, some, found.principal, found.instalments_left)
            repaid = contracts.rows(part).principal.cumsum(axis=0)
            overdue[some] = repaid[missed[some] - 1, np.arange(some.size)]
    return overdue


def _with_months(contract: Contracts, some: Places, principal: Fen, months: Fen) -> Contracts:
    part = contract.some(some)
    return part._replace(loans=Loans(principal[some], part.loans.ppm, months[some]))


def _kept(found: Debts, rest: Fen, going_on: Fen, when: Fen) -> tuple[Kept, Fen]:
    """Each contract's own figures, and what is claimed in the three months of `when` if nothing is paid."""
    figures, rate = np.zeros((5, rest.size), np.int64), np.full(rest.size, np.nan)
    claims = np.zeros_like(when)
    for these in contracts.alike(going_on):
        part, tables, left = _contract_rows(found, these, rest, going_on)
        runs = contracts.running(part, left) & (going_on[these] > 0)
        payments = tables.payment + part.fee * runs
        figures[:, these] = _figures(payments, runs)
        rate[these] = of_months(part.loans.principal, payments)
        claims[:, these] = _unpaid(found, these, left, when[:, these])
    total, heaviest, usual, paid_on, months = figures
    return Kept(total, heaviest, usual, paid_on, months, rate), claims


def _contract_rows(found: Debts, these: Places, rest: Fen, months: Fen) -> tuple[Contracts, Tables, Fen]:
    """What goes on of some contracts; nothing of those that are all due."""
    part = _with_months(found.contract, these, np.where(months > 0, rest, 0), np.maximum(months, 1))
    tables = contracts.rows(part)
    return part, tables, contracts.before(tables)


def _figures(payments: Fen, runs: Flags) -> tuple[Fen, Fen, Fen, Fen, Fen]:
    regular = np.where(payments <= 2 * payments[0], payments, 0)
    paid_on = (payments > 0).sum(axis=0)
    return payments.sum(axis=0), payments.max(axis=0), regular.max(axis=0), paid_on, runs.sum(axis=0)


def _unpaid(found: Debts, these: Places, left: Fen, when: Fen) -> Fen:
    """The claim, grown by interest on what is not due yet and penalty interest on what is, in each of some months."""
    principal, rate = found.principal[these], found.all_in[these]
    penal, scale = rate * found.multiple[these], MONTHLY_PPM * HUNDREDTHS
    grown = np.empty((int(when.max(initial=0)) + 1, these.size), np.int64)
    grown[0] = found.claim[these]
    for month in range(1, len(grown)):
        due_later = left[month - 1] if month <= len(left) else 0
        overdue = principal - due_later
        grown[month] = grown[month - 1] + half_up(due_later * rate, MONTHLY_PPM) + half_up(overdue * penal, scale)
    reached: Fen = grown[when, np.arange(these.size)]
    return reached


def _going_to_court(held: Assumed, owner: Places) -> Fen:
    """The months in which a lender may go to court, early, in between and late, as far as they are looked at."""
    one, other, most = (held.of(name, owner) for name in ("suit_after_low", "suit_after_high", "wait_months"))
    early, late = np.minimum(one, other), np.maximum(one, other)
    when: Fen = np.minimum(np.stack([early, (early + late) // 2, late]), most)
    return when
