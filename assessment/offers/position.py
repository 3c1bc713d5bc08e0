"""A debt as the engine sees it: what is claimed, what is overdue, what the contract still asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from assessment import contract, dates, money, schedules
from assessment.case import Assumptions, Debt
from assessment.offers.outcome import Components
from assessment.rates import Ratio, monthly
from assessment.schedules import Columns

_YEARLY_STEP = 60


@dataclass(frozen=True)
class Position:
    """One debt on one day. Fen."""

    debt: Debt
    assumptions: Assumptions
    as_of: date

    @cached_property
    def claim(self) -> Components:
        debt = self.debt
        return Components(*map(money.to_fen, (debt.principal, debt.interest, debt.penalty, debt.fees)))

    @cached_property
    def annual_rate(self) -> Decimal:
        return contract.all_in(self.debt)

    @property
    def penalty_multiple(self) -> Decimal:
        return contract.penalty_multiple(self.debt, self.assumptions)

    @cached_property
    def rate(self) -> Ratio:
        return monthly(self.annual_rate)

    @property
    def all_due(self) -> bool:
        """Nothing is left to fall due later: accelerated, matured, or every instalment missed."""
        matured = self.debt.method == "bullet" and self.debt.days_overdue > 0
        return self.debt.accelerated or matured or 0 < self.missed >= self.debt.instalments_left

    @cached_property
    def missed(self) -> int:
        """How many instalments have fallen due unpaid."""
        if not self.debt.days_overdue:
            return 0
        since = date.fromordinal(self.as_of.toordinal() - self.debt.days_overdue)
        return max(1, dates.whole_months(since, self.as_of) + 1)

    @cached_property
    def overdue_principal(self) -> int:
        """The principal already due. The lender's own overdue amount decides where it is given."""
        if self.all_due:
            return self.claim.principal
        if not self.debt.days_overdue:
            return 0
        if self.debt.overdue_amount is not None:
            stated = money.to_fen(self.debt.overdue_amount) - self.charges
            return min(max(stated, 0), self.claim.principal)
        return sum(self._whole_schedule.principal[: self.missed])

    @property
    def charges(self) -> int:
        """Interest, penalty and fees claimed today."""
        return self.claim.total - self.claim.principal

    @property
    def arrears(self) -> int:
        """What brings the debt up to date today."""
        return self.overdue_principal + self.charges

    @cached_property
    def contract(self) -> Columns:
        """The rows the contract still asks for once the arrears are paid."""
        rest = self.claim.principal - self.overdue_principal
        months = max(self.debt.instalments_left - self.missed, 1)
        if self.all_due or rest == 0:
            return schedules.NOTHING
        return contract.rows(self.debt, rest, months)

    @cached_property
    def contract_total(self) -> int:
        """All the contract would still cost if kept from today: arrears and every later payment."""
        return self.arrears + sum(self.contract.payment)

    @property
    def months_left(self) -> int:
        """Instalments that have not fallen due."""
        return len(self.contract.payment)

    @cached_property
    def first_due(self) -> date:
        """The next due day after today."""
        due_day = self.debt.due_day or self.as_of.day
        this_month = dates.on_day(self.as_of, due_day)
        return (
            this_month
            if this_month > self.as_of
            else dates.on_day(dates.add_months(self.as_of.replace(day=1), 1), due_day)
        )

    def due_days(self, count: int) -> tuple[date, ...]:
        """The next `count` due days."""
        enough = -(-max(count, 1) // _YEARLY_STEP) * _YEARLY_STEP
        return _due_days(self.first_due, self.debt.due_day or self.as_of.day, enough)[:count]

    @cached_property
    def _whole_schedule(self) -> Columns:
        return contract.rows(self.debt, self.claim.principal, self.debt.instalments_left)


@lru_cache(maxsize=512)
def _due_days(first: date, due_day: int, count: int) -> tuple[date, ...]:
    return dates.due_dates(first, due_day, count)
