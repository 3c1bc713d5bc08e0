"""A mistyped fee must not cost a person every page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assessment import assess
from assessment.case import Case, Debt


def test_a_fee_beyond_all_proportion_to_the_loan_is_worked_out_too():
    debt = Debt(name="x", principal=Decimal("0.01"), fee_per_instalment=Decimal(100_000_000), instalments_left=60)
    found = assess(Case(debts=(debt,)), date(2026, 3, 1))
    assert found.debts[0].comparison.recommended is None
