"""What law and product allow for one debt."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessment.law.overcharge import yearly
from assessment.law.rate_caps import Cap, cap, over
from assessment.offers.appraise import NEGOTIATED
from assessment.offers.outcome import Flag
from assessment.offers.position import Position
from assessment.offers.terms import Terms
from assessment.rules import Rules
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Limits:
    """A debt's lines: the yearly rate's (None where it is not known), and the longest a card's plan may run.

    `kept` and `broken` are what the contract costs a year while it is paid, and while it is not. Fractions.
    """

    line: Cap | None
    longest: int | None
    kept: Decimal
    broken: Decimal

    def notes(self, terms: Terms, months: int) -> tuple[Flag, ...]:
        """What the law has to say to terms that run for so many months."""
        found = []
        if self._too_long(terms, months):
            found.append(
                Flag(
                    "too_long",
                    Text("信用卡个性化分期最长 {months} 个月，这个期限要另外谈。", months=self.longest or 0),
                )
            )
        above = None if self.line is None or terms.kind == "new_borrowing" else over(self.line, self._yearly(terms))
        return (*found, Flag("above_cap", above)) if above else tuple(found)

    def forbid(self, terms: Terms, months: int) -> bool:
        """Whether such terms pass a line on every reading of the law; between disputed lines they do not."""
        dear = self.line is not None and terms.kind != "new_borrowing" and self._yearly(terms) > self.line.high
        return dear or self._too_long(terms, months)

    def lawful(self, annual_rate: Decimal) -> Decimal:
        """The rate, or the line where the rate is above it."""
        return annual_rate if self.line is None else min(annual_rate, self.line.high)

    def _too_long(self, terms: Terms, months: int) -> bool:
        return self.longest is not None and months > self.longest and terms.kind in NEGOTIATED

    def _yearly(self, terms: Terms) -> Decimal:
        """What these terms cost a year: the contract, kept or broken, costs what it costs."""
        return {"cure_arrears": self.kept, "do_nothing": self.broken}.get(terms.kind, terms.annual_rate)


def limits(position: Position, law: Rules) -> Limits:
    """The lines for the debt on the day the rules are read for."""
    debt, (kept, broken) = position.debt, yearly_costs(position)
    longest = int(law.value("personal_plan_months")) if debt.lender == "credit_card" else None
    return Limits(cap(debt, law), longest, kept, broken)


def yearly_costs(position: Position) -> tuple[Decimal, Decimal]:
    """What the contract costs a year kept, and what it costs broken. Fractions."""
    normal, overdue = yearly(position.debt, position.penalty_multiple)
    kept = position.annual_rate if normal is None else normal
    return kept, position.annual_rate * position.penalty_multiple if overdue is None else overdue
