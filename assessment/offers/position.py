"""A debt as the engine sees it: what is claimed, what is overdue, what the contract still asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from assessment import dates, money, schedules
from assessment.case import Assumptions, Debt
from assessment.offers.outcome import Components
from assessment.rates import Ratio, monthly
from assessment.schedules import Columns

_YEARLY_STEP = 60
_TRUSTED_INSTALMENT = Decimal("0.01")


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
        return self.debt.rate.annual if self.debt.rate else Decimal(0)

    @property
    def penalty_multiple(self) -> Decimal:
        return self.debt.penalty_multiple or self.assumptions.penalty_multiple

    @cached_property
    def rate(self) -> Ratio:
        return monthly(self.annual_rate)

    @property
    def all_due(self) -> bool:
        """Nothing is left to fall due later: accelerated, matured, or without instalments."""
        matured = self.debt.method == "bullet" and self.debt.days_overdue > 0
        return self.debt.accelerated or matured or self.missed >= self.debt.instalments_left

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
        months = self.debt.instalments_left - self.missed
        if self.all_due or rest == 0:
            return schedules.NOTHING
        return self._rows(rest, months)

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
        return self._rows(self.claim.principal, self.debt.instalments_left)

    def _rows(self, principal: int, months: int) -> Columns:
        fee = money.to_fen(self.debt.fee_per_instalment)
        match self.debt.method:
            case "equal_principal":
                rows = schedules.equal_principal(principal, self.rate, months)
            case "interest_only":
                rows = schedules.interest_only(principal, self.rate, months)
            case "bullet":
                rows = schedules.bullet(principal, self.rate, months)
            case "flat_fee":
                rows = schedules.equal_principal(principal, _FREE, months)
            case "equal_payment" | "revolving":
                rows = schedules.equal_payment(
                    principal, self.rate, months, self._stated_payment(principal, months, fee)
                )
        return schedules.with_fee(rows, fee) if fee else rows

    def _stated_payment(self, principal: int, months: int, fee: int) -> int | None:
        """The instalment the lender shows, where it agrees with the rate and the balance to a hundredth."""
        if self.debt.instalment is None:
            return None
        stated = money.to_fen(self.debt.instalment) - fee
        level = schedules.level_payment(principal, self.rate, months)
        return stated if abs(stated - level) <= level * _TRUSTED_INSTALMENT else None


_FREE = Ratio(0, 1)


@lru_cache(maxsize=512)
def _due_days(first: date, due_day: int, count: int) -> tuple[date, ...]:
    return dates.due_dates(first, due_day, count)
