"""A debt as it will stand if nothing is paid on it for a while."""

from __future__ import annotations

from assessment import money
from assessment.offers.plan import growth
from assessment.offers.position import Position


def later(position: Position, months: int) -> Position:
    """An overdue debt after `months` due days have passed unpaid, on the last of them.

    Interest runs on what is not due yet and penalty interest on what is, as the contract says. Raises ValueError for
    a debt that is paid on time: letting it slip is no plan.
    """
    if not months:
        return position
    if not position.debt.days_overdue:
        raise ValueError("a debt that is paid on time does not wait")
    grown = list(growth(position, months))
    day = position.due_days(months)[-1]
    interest, penalty = sum(month.interest for month in grown), sum(month.penalty for month in grown)
    overdue = grown[-1].overdue + position.charges + interest + penalty
    debt = position.debt.model_copy(
        update={
            "interest": position.debt.interest + money.to_yuan(interest),
            "penalty": position.debt.penalty + money.to_yuan(penalty),
            "days_overdue": position.debt.days_overdue + (day - position.as_of).days,
            "overdue_amount": money.to_yuan(overdue),
        }
    )
    return Position(debt, position.assumptions, day)
