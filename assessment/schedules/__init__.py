"""Repayment schedules, exact to the fen, for one loan or many at once."""

from assessment.schedules.reference import (
    NOTHING,
    Columns,
    NeverRepays,
    accrue,
    bullet,
    equal_payment,
    equal_principal,
    fixed_payment,
    interest,
    interest_only,
    level_payment,
    stepped,
    with_fee,
)
from assessment.schedules.single import Method, Row, Schedule, amortize

__all__ = [
    "NOTHING",
    "Columns",
    "Method",
    "NeverRepays",
    "Row",
    "Schedule",
    "accrue",
    "amortize",
    "bullet",
    "equal_payment",
    "equal_principal",
    "fixed_payment",
    "interest",
    "interest_only",
    "level_payment",
    "stepped",
    "with_fee",
]
