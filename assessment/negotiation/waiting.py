"""What one more day costs, by the contract and as far as a court would let it stand."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from assessment import money
from assessment._assess import DebtAssessment
from assessment.law import costs
from assessment.law.rate_caps import cap
from assessment.negotiation.lawsuit import JUDGED
from assessment.rules import Rules
from assessment.text import Text

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Waiting:
    """One day more. Fen, half up; `low` and `high` are what the line leaves of it, None where no line is known."""

    contract: int
    low: int | None
    high: int | None
    words: Text
    rules: tuple[str, ...]


def a_day(found: DebtAssessment, law: Rules) -> Waiting:
    """What a day adds to one debt: the contract's interest, and the penalty on what is overdue.

    With a judgment only the doubled interest of 法释〔2014〕8号 第一条 is known; what else runs stands in the judgment.
    """
    if found.debt.court in JUDGED:
        return _judged(found, law)
    exact = _by_contract(found)
    line = cap(found.debt, law)
    if line is None:
        return Waiting(_fen(exact), None, None, _known(found, _fen(exact)), ())
    low, high = (min(exact, Fraction(end) * found.position.claim.principal / _YEAR) for end in line.line(paid=False))
    made = _fen(exact), _fen(low), _fen(high)
    return Waiting(*made, _words(found, *made), line.rules)


def _by_contract(found: DebtAssessment) -> Fraction:
    """The contract's rate on all the principal, and its multiple on what is overdue."""
    position = found.position
    days = found.debt.rate.basis if found.debt.rate and found.debt.rate.per == "day" else _YEAR
    rest = position.claim.principal - position.overdue_principal
    weighed = rest + position.overdue_principal * Fraction(position.penalty_multiple)
    return weighed * Fraction(position.annual_rate) / days


def _fen(exact: Fraction) -> int:
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def _known(found: DebtAssessment, contract: int) -> Text:
    day = money.told(contract)
    if not found.debt.days_overdue:
        return Text("没有逾期，每天正常的利息约 {day}。", day=day)
    return Text("按合同，每拖一天大约多 {day}。出借人类型或借款日期没填，还不知道法院支持到哪条线。", day=day)


def _words(found: DebtAssessment, contract: int, low: int, high: int) -> Text:
    day, least, most = (money.told(fen) for fen in (contract, low, high))
    if not found.debt.days_overdue:
        return Text("没有逾期，每天正常的利息约 {day}。", day=day)
    if low >= contract:
        return Text("按合同，每拖一天大约多 {day}，没有超过法院一般支持的线。", day=day)
    if low == high:
        return Text("按合同，每拖一天大约多 {day}；打官司时您提出来，一般只支持到每天 {most}。", day=day, most=most)
    return Text(
        "按合同，每拖一天大约多 {day}；打官司时您提出来，可能只支持到每天 {least}，也可能到 {most}，各地不一。",
        day=day, least=least, most=most,
    )  # fmt: skip


def _judged(found: DebtAssessment, law: Rules) -> Waiting:
    day = money.to_fen(costs.delay_interest(found.debt.principal, 1, law))
    words = Text(
        "判决定的日子以后，每拖一天按本金多算加倍的迟延利息约 {day}；判决写明一直计息的，另外照算。",
        day=money.told(day),
    )
    return Waiting(day, day, day, words, ("delay_interest",))
