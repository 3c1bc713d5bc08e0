"""The debt that is talked about in the tests of the desk, and the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assessment.case import Debt, Rate

DAY = date(2026, 11, 23)
DEBT = Debt(
    name="某平台",
    lender="microloan",
    principal=Decimal(20_000),
    interest=Decimal(1_200),
    penalty=Decimal(600),
    fees=Decimal(200),
    rate=Rate(value=Decimal("0.18")),
    instalments_left=10,
    due_day=8,
    days_overdue=100,
)
