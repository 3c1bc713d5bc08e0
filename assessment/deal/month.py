"""What a lender is told of the month: the income, and that the asked payment is what can be done."""

from __future__ import annotations

from assessment import DebtAssessment, money
from assessment.affordability import Affordability
from assessment.text import Money, Text


def month_left(found: DebtAssessment, monthly: int, home: Affordability) -> Text:
    """What the month leaves for the payment that is asked, in fen; nought where none is.

    Never the household's surplus: this lender would read it as free for itself where other debts need it too, and it
    is the most that could ever be carried, which is told to nobody. That other payments stand beside this one is said,
    because it is true and explains the sum; to whom and how much is not this lender's business.
    """
    income = Money(home.income.yuan)
    if home.surplus_guided.yuan < 0:
        spent, short = Money(home.guided.yuan), Money(-home.surplus_guided.yuan)
        return Text(
            "每月可靠收入 {income}，必需的支出 {spent}，还差 {short}。", income=income, spent=spent, short=short
        )
    if not monthly:
        return Text("每月可靠收入 {income}，要先保住必需的生活支出。", income=income)
    asked = money.told(monthly)
    if found.comparison.share.ceiling < home.capacity.ceiling:
        return Text(
            "每月可靠收入 {income}。扣除必需的生活支出和别的要还的款，每月还 {monthly} 是我能做到的。",
            income=income, monthly=asked,
        )  # fmt: skip
    return Text(
        "每月可靠收入 {income}。扣除必需的生活支出，每月还 {monthly} 是我能做到的。", income=income, monthly=asked
    )
