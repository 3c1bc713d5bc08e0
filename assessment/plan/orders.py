"""The same purse without any deal: each debt by its contract, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assessment._assess import Assessment, DebtAssessment
from assessment.plan.purse import Purse
from assessment.rates import monthly
from assessment.sharing import Order, Owed, Payoff, payoff


def by_order(found: Assessment, debts: Collection[int], purse: Purse, order: Order | Sequence[int]) -> Payoff:
    """The debts at these places of the case, paid off in an order with what each month carries and today's cash.

    An estimate: what is overdue bears penalty interest on all its principal, and is paid nothing before its turn;
    what is paid on time gets its instalment.
    """
    owed = [_owed(each) for each in found.debts if each.index in debts]
    return payoff(owed, purse.month(0), order, purse.cash_by(0))


def _owed(found: DebtAssessment) -> Owed:
    position = found.position
    overdue = position.debt.days_overdue > 0
    rate = position.annual_rate * (position.penalty_multiple if overdue else 1)
    asked = position.contract.payment
    return Owed(
        position.claim.principal, monthly(rate), 0 if overdue or not asked else asked[0], position.charges,
        position.debt.days_overdue, position.debt.lender != "private",
    )  # fmt: skip
