"""What may be agreed on the interest still to run."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from assessment._assess import DebtAssessment
from assessment.law.rate_caps import cap
from assessment.rules import Rules
from assessment.text import label

Interest = Literal["contract", "line", "half", "none"]
TITLE: dict[Interest, str] = {
    "contract": label("按合同利率"),
    "line": label("按法院支持的线"),
    "half": label("减半"),
    "none": label("不再计息"),
}


def to_come(found: DebtAssessment, law: Rules) -> dict[Interest, Decimal]:
    """Yearly rates to look at, the dearest first: the contract's, or its line where it passes that; half of it; none.

    No deal is drawn at a rate above the line, so that nobody offers what a court would not support.
    """
    rate = found.position.annual_rate
    if not rate:
        return {"none": rate}
    line = cap(found.debt, law)
    most = None if line is None else line.line(paid=False)[1]
    if most is not None and rate > most:
        return {"line": most, "half": most / 2, "none": Decimal(0)}
    return {"contract": rate, "half": rate / 2, "none": Decimal(0)}
