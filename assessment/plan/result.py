"""A plan worked out: every debt's offer with its schedule, every month's sum, every due day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from assessment import credit, dates, money, offers
from assessment._assess import DebtAssessment, current_from
from assessment.credit import CreditCalendar
from assessment.offers import Outcome, Position, Terms
from assessment.plan.board import Board, Candidate
from assessment.plan.score import Picks, Score, from_cash, score
from assessment.text import Money, Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One debt's part: the offer, worked out for the debt as it stands when the offer begins.

    `start` counts months from today and `day` is that day; `waited` is what waiting adds to the debt, in fen.
    """

    found: DebtAssessment
    start: int
    day: date
    position: Position
    outcome: Outcome
    waited: int
    calendar: CreditCalendar

    @property
    def at_once(self) -> int:
        """What is paid in one sum on the first day. Fen."""
        return offers.paid_today(self.position.as_of, self.outcome.path)

    @property
    def instalments(self) -> int:
        """How many payments follow that are not nothing."""
        return sum(paid > 0 for paid in self.outcome.path.payment) - (self.at_once > 0)

    @property
    def needs_consent(self) -> bool:
        """Whether the lender has to agree."""
        return self.outcome.terms.kind in offers.NEGOTIATED

    @property
    def what(self) -> Text:
        """The offer in a few words."""
        return described(self.outcome.terms, self.outcome.title, self.instalments, self.start)


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One payment: its day, its debt's place in the plan, fen."""

    day: date
    place: int
    fen: int


@dataclass(frozen=True, slots=True)
class Month:
    """What one month pays, debt by debt; `cash` of it comes from cash, `room` is left of what the month carries. Fen."""

    day: date
    paid: tuple[int, ...]
    cash: int
    room: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A choice for every debt; `gap` is how far it may be from the best, in the aim's own unit, 0 where proven."""

    board: Board = field(repr=False)
    picks: Picks
    score: Score
    gap: int
    choices: tuple[Choice, ...]
    months: tuple[Month, ...]

    @property
    def all_clear(self) -> date:
        """The day of the last payment."""
        return date.fromordinal(self.board.as_of.toordinal() + self.score.ends)

    @property
    def current_by(self) -> date:
        """The day from which every debt counts as current, at worst."""
        return date.fromordinal(self.board.as_of.toordinal() + self.score.clean)

    @property
    def waived(self) -> int:
        """What the lenders are asked to let off. Fen."""
        return sum(each.outcome.waived.total for each in self.choices)

    @property
    def saved(self) -> int:
        """What is paid less than by the contracts kept from today. Fen; may be negative."""
        return sum(each.found.position.contract_total for each in self.choices) - self.score.cost

    @property
    def dues(self) -> tuple[Due, ...]:
        """Every payment, the soonest first."""
        found = [
            Due(day, place, paid)
            for place, each in enumerate(self.choices)
            for day, paid in zip(each.outcome.path.dates, each.outcome.path.payment, strict=True)
            if paid
        ]
        return tuple(sorted(found))


def made(board: Board, picks: Picks, gap: int) -> Plan:
    """The plan of these choices."""
    return Plan(
        board, picks, score(board, picks), gap, tuple(_choice(board, place) for place in picks), _months(board, picks)
    )


def described(terms: Terms, title: str, instalments: int, start: int) -> Text:
    """An offer in a few words: what, how many instalments, from when."""
    match terms.kind:
        case "extension":
            what = Text("先缓 {grace} 个月，再分 {months} 期", grace=terms.grace, months=terms.months)
        case "lower_payment":
            what = Text("每月还 {payment}，还完为止", payment=Money(terms.payment or money.to_yuan(0)))
        case "instalments" | "longer_cycle":
            what = Text("{title}，{months} 期", title=Text(title), months=instalments)
        case _:
            what = Text(title)
    return Text("{what}，晚 {months} 个月开始", what=what, months=start) if start else what


def _choice(board: Board, place: int) -> Choice:
    picked = board.candidates[place]
    found, position = board.debts[picked.debt], picked.position
    worked = offers.outcome(position, picked.terms)
    notes = board.limits[picked.debt].notes(picked.terms, len(worked.path.payment))
    bounds = current_from(picked.terms.kind, position.as_of, worked.debt_free)
    return Choice(
        found, picked.start, position.as_of, position, replace(worked, flags=(*worked.flags, *notes)),
        position.claim.total - found.position.claim.total,
        credit.calendar(found.debt.days_overdue, board.as_of, bounds, worked.debt_free, board.law),
    )  # fmt: skip


def named(candidate: Candidate) -> Text:
    """A candidate in a few words."""
    paid = sum(each > 0 for each in candidate.path.payment) - (candidate.at_once > 0)
    kept = candidate.terms.kind == "cure_arrears" and not candidate.position.arrears
    title = offers.KEPT if kept else offers.TITLE[candidate.terms.kind]
    return described(candidate.terms, title, paid, candidate.start)


def _months(board: Board, picks: Picks) -> tuple[Month, ...]:
    """Every month up to the last payment, today's first."""
    if not picks:
        return ()
    paid = (board.regular + board.lump)[list(picks)]
    cash = from_cash(board, picks)
    last = max((place for place in range(board.months) if paid[:, place].any()), default=0)
    return tuple(
        Month(
            dates.add_months(dates.month_start(board.as_of), place),
            tuple(int(fen) for fen in paid[:, place]),
            int(cash[place]),
            int(board.monthly[place] + cash[place] - paid[:, place].sum()),
        )
        for place in range(last + 1)
    )
