"""The whole assessment from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment import credit, money, offers, rules, stages
from assessment.affordability import Affordability, afford
from assessment.case import Case, Debt
from assessment.contradictions import contradictions
from assessment.credit import CreditCalendar
from assessment.figures import Capacity
from assessment.law.enforcement import court_costs
from assessment.offers import Comparison, Flag, Kind, Outcome, Position, Terms
from assessment.problems import Problem
from assessment.rules import Pack, Rules
from assessment.sharing import pro_rata_fen
from assessment.stages import Stage, Step


@dataclass(frozen=True, slots=True)
class DebtAssessment:
    """One debt: its stage, its part of the cash (fen), its offers judged, and for each the credit calendar."""

    index: int
    debt: Debt
    position: Position
    stage: Stage
    cash: int
    comparison: Comparison
    credit: tuple[CreditCalendar, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything worked out from one case on one day; the same case and day give the same assessment."""

    as_of: date
    affordability: Affordability
    debts: tuple[DebtAssessment, ...]
    steps: tuple[Step, ...]
    doubts: tuple[Problem, ...]

    @property
    def barred(self) -> frozenset[int]:
        """The debts whose next step is to look at limitation before anything is said."""
        return frozenset(step.debt for step in self.steps if step.debt is not None and "limitation_years" in step.rules)


def assess(case: Case, as_of: date, pack: Pack | None = None) -> Assessment:
    """What the household can pay, what it can ask of each lender, and what to do next; by the shipped rules or a pack."""
    law = rules.at(as_of, pack)
    affordability = afford(case, law)
    positions = [Position(debt, case.assumptions, as_of) for debt in case.debts]
    shares = share_out(affordability.capacity, positions)
    stage_of = tuple(stages.stage(debt, law) for debt in case.debts)
    cash = cash_out(affordability, positions)
    debts = tuple(
        _debt(index, position, stage_of[index], shares[index], cash[index], law)
        for index, position in enumerate(positions)
    )
    steps = stages.next_steps(case, affordability, stage_of, as_of, law)
    return Assessment(as_of, affordability, debts, steps, contradictions(case, as_of))


def share_out(capacity: Capacity, positions: Sequence[Position]) -> list[Capacity]:
    """What a month can carry for each debt. Fen.

    What is still paid on time comes first, with what its contract asks; the rest goes to the others in proportion to
    what is owed. Where nothing is overdue, everything is shared in proportion.
    """
    owed = [position.claim.total for position in positions]
    asked = [0 if position.debt.days_overdue else _usual(position.contract.payment) for position in positions]
    late = [0 if ask else debt for ask, debt in zip(asked, owed, strict=True)]
    if not any(late):
        asked, late = [0] * len(owed), owed
    figures = (capacity.floor, capacity.suggested, capacity.ceiling)
    parts = [_parts(figure, asked, late) for figure in figures]
    return [Capacity(*shares) for shares in zip(*parts, strict=True)]


def _parts(figure: int, asked: Sequence[int], late: Sequence[int]) -> list[int]:
    first = pro_rata_fen(min(figure, sum(asked)), asked)
    rest = _in_proportion(figure - sum(first), late)
    return [a + b for a, b in zip(first, rest, strict=True)]


def _in_proportion(figure: int, owed: Sequence[int]) -> list[int]:
    """Shares by what is owed; a month that could repay everything is not held back to it."""
    whole = sum(owed)
    if not whole:
        return [0] * len(owed)
    return [figure * debt // whole for debt in owed] if figure > whole else pro_rata_fen(figure, owed)


def _usual(payments: Sequence[int]) -> int:
    """The heaviest regular month of a contract; a principal due whole at the end is not a month's affair."""
    return max((paid for paid in payments if paid <= 2 * payments[0]), default=0)


def cash_out(affordability: Affordability, positions: Sequence[Position]) -> list[int]:
    """What assets could pay at once on each debt, in proportion to what is overdue; nothing is counted twice. Fen."""
    cash = money.to_fen(affordability.asset_capacity.yuan)
    owed = [position.claim.total for position in positions]
    late = [position.claim.total if position.debt.days_overdue else 0 for position in positions]
    return _in_proportion(cash, late if any(late) else owed)


def judged_anew(found: DebtAssessment, terms: Sequence[Terms], law: Rules) -> DebtAssessment:
    """The same debt with other terms on the table."""
    return _judged(found.index, found.position, found.stage, found.comparison.share, found.cash, terms, law)


def _debt(index: int, position: Position, stage: Stage, share: Capacity, cash: int, law: Rules) -> DebtAssessment:
    return _judged(index, position, stage, share, cash, offers.menu(position, share), law)


def _judged(
    index: int, position: Position, stage: Stage, share: Capacity, cash: int, terms: Sequence[Terms], law: Rules
) -> DebtAssessment:
    limits = offers.limits(position, law)
    worked = [_with_court(offers.outcome(position, each), position, law) for each in terms]
    outcomes = [_noted(result, limits.notes(result.terms, len(result.path.payment))) for result in worked]
    advisable = offers.WITHOUT_WAIVER if stage in {"current", "early"} else offers.ALL_ADVISABLE
    comparison = offers.compare(outcomes, share, cash, position.as_of, advisable)
    calendars = tuple(_calendar(position, result, law) for result in outcomes)
    return DebtAssessment(index, position.debt, position, stage, cash, comparison, calendars)


def _with_court(result: Outcome, position: Position, law: Rules) -> Outcome:
    """Doing nothing, with what suit and enforcement may cost on top of what is owed by then."""
    if result.spread is None:
        return result
    low, middle, high = result.spread
    least = _court_fen(low, position, law)[0]
    most = _court_fen(high, position, law)[1]
    spread = result.spread._replace(low=low + least, middle=middle + (least + most) // 2, high=high + most)
    return replace(result, spread=spread, total=spread.middle, saved=result.saved - (spread.middle - middle))


def _court_fen(claim: int, position: Position, law: Rules) -> tuple[int, int]:
    found = court_costs(money.to_yuan(claim), position.debt.principal, law)
    return sum(money.to_fen(cost.low) for cost in found), sum(money.to_fen(cost.high) for cost in found)


def _noted(result: Outcome, notes: tuple[Flag, ...]) -> Outcome:
    return replace(result, flags=(*result.flags, *notes)) if notes else result


def _calendar(position: Position, result: Outcome, law: Rules) -> CreditCalendar:
    """The optimistic bound counts the debt as current once agreed, the other only once nothing is overdue."""
    kind, today = result.terms.kind, position.as_of
    if kind == "do_nothing":
        days = position.debt.days_overdue or (today - position.first_due).days
        return credit.calendar(days, today, (None, None), None, law)
    bounds = current_from(kind, today, result.debt_free)
    return credit.calendar(position.debt.days_overdue, today, bounds, _closed(result, today), law)


def current_from(kind: Kind, agreed: date, debt_free: date | None) -> tuple[date, date | None]:
    """The day from which a debt counts as current, at best and at worst, by terms that begin on the day `agreed`."""
    at_once = kind in offers.SELF_HELP or kind in {"settlement", "new_borrowing"}
    return agreed, agreed if at_once else debt_free


def _closed(result: Outcome, today: date) -> date | None:
    return today if result.terms.kind == "new_borrowing" else result.debt_free
