"""Every debt with all that may be chosen for it, against one purse."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessment import offers, schedules, stages
from assessment._assess import Assessment, DebtAssessment, current_from
from assessment.case import Case
from assessment.offers import Limits, Path, Position, Terms
from assessment.plan.grid import GRIDS, Asking, Grid, terms_for
from assessment.plan.purse import Purse, month_of
from assessment.rules import Rules

Fen = NDArray[np.int64]

MOST = 520
"""Candidates in all: so many are chosen among exactly, with proof, in a second or two."""

FEW = 220
"""Candidates in all where dozens of plans are sought."""


class Candidate(NamedTuple):
    """One offer for one debt, from one month on. `debt` is its place on the board; `position` is the debt by then."""

    debt: int
    terms: Terms
    start: int
    position: Position
    path: Path

    @property
    def at_once(self) -> int:
        """What is paid in one sum on the first day. Fen."""
        return offers.paid_today(self.position.as_of, self.path)


@dataclass(frozen=True, eq=False, repr=False)
class Board:
    """The candidates of all debts, none of them worse in every respect than another of its debt.

    `regular` and `lump` are fen by candidate and month, place 0 being today's; `cost` is fen, `ends` and `clean` are
    days from today: the last payment, and the day from which the debt counts as current at worst (0: always did).
    `tried` is how many were looked at.
    """

    as_of: date
    law: Rules
    purse: Purse
    asking: Asking
    debts: tuple[DebtAssessment, ...]
    limits: tuple[Limits, ...]
    candidates: tuple[Candidate, ...]
    of: NDArray[np.intp]
    regular: Fen
    lump: Fen
    cost: Fen
    ends: Fen
    clean: Fen
    tried: int

    @property
    def months(self) -> int:
        """How many months the longest candidate runs, today's included."""
        return int(self.regular.shape[1])

    @property
    def monthly(self) -> Fen:
        """What each month can carry. Fen."""
        return np.array([self.purse.month(place) for place in range(self.months)], np.int64)

    @property
    def cash(self) -> Fen:
        """What has come in by each month for one-off payments. Fen."""
        return np.array([self.purse.cash_by(place) for place in range(self.months)], np.int64)

    def places(self, debt: int) -> NDArray[np.intp]:
        """The places of one debt's candidates."""
        return np.flatnonzero(self.of == debt)


def barred(case: Case, as_of: date, law: Rules) -> frozenset[int]:
    """The places of debts that limitation may bar: paying a little may revive them, so nothing is planned unasked."""
    return frozenset(
        place for place, debt in enumerate(case.debts) if stages.may_be_barred(debt, case.events, as_of, law)
    )


def lay_out(
    found: Assessment, law: Rules, purse: Purse, asking: Asking | None = None, debts: Collection[int] | None = None
) -> Board:
    """All candidates for the debts at these places of the case (all of them unless named), the finest grid that fits."""
    chosen = tuple(each for each in found.debts if debts is None or each.index in debts)
    table = _Table(
        found.as_of, law, purse, asking or Asking(), chosen, tuple(offers.limits(each.position, law) for each in chosen)
    )
    return _finest(table, MOST)


def laid_again(board: Board, asking: Asking) -> Board:
    """The same debts and purse with other terms asked for."""
    return _finest(_Table(board.as_of, board.law, board.purse, asking, board.debts, board.limits), MOST)


def coarser(board: Board) -> Board:
    """The same with fewer choices, for when many plans are sought at once; itself where there are few."""
    if len(board.candidates) <= FEW:
        return board
    return _finest(_Table(board.as_of, board.law, board.purse, board.asking, board.debts, board.limits), FEW)


class _Table(NamedTuple):
    """What a board is laid out from."""

    as_of: date
    law: Rules
    purse: Purse
    asking: Asking
    debts: tuple[DebtAssessment, ...]
    limits: tuple[Limits, ...]


def _finest(table: _Table, most: int) -> Board:
    for grid in GRIDS:
        groups = [
            _candidates(place, each, table.limits[place], table.purse, table.asking, grid)
            for place, each in enumerate(table.debts)
        ]
        board = _board(table, groups)
        if len(board.candidates) <= most:
            break
    return board


def _candidates(
    place: int, found: DebtAssessment, limits: Limits, purse: Purse, asking: Asking, grid: Grid
) -> list[Candidate]:
    every = [
        Candidate(place, terms, start, position, path)
        for start in _starts(found, purse, grid)
        for position in [offers.later(found.position, start)]
        for terms, path in _lawful(found, position, limits, asking, grid)
    ]
    as_of = found.position.as_of
    if found.stage != "current" or asking.paid_on_time or not any(_kept_on(each, as_of, purse) for each in every):
        return every
    return [each for each in every if each.terms.kind in offers.SELF_HELP]


def _kept_on(each: Candidate, as_of: date, purse: Purse) -> bool:
    """Whether the contract, by itself, could go on."""
    if each.terms.kind != "cure_arrears":
        return False
    regular, one_off = _apart(each, as_of)
    short = sum(max(fen - purse.month(month), 0) for month, fen in one_off.items())
    carried = all(fen <= purse.month(month) for month, fen in regular.items())
    return carried and short <= purse.cash_by(max(one_off, default=0))


def _starts(found: DebtAssessment, purse: Purse, grid: Grid) -> tuple[int, ...]:
    """What is paid on time, or is in court, does not wait; the rest for money to come, or until a suit is likely."""
    if not found.debt.days_overdue or found.stage == "late":
        return (0,)
    overdue = -(-found.debt.days_overdue // 30)
    most = max(found.position.assumptions.suit_after_low - overdue, 0)
    due = enumerate(found.position.due_days(max(GRIDS[0].starts)), start=1)
    months = [(start, month_of(day, found.position.as_of)) for start, day in due]
    coming = (next((start for start, month in months if month >= arrival), 0) for arrival in purse.arrivals)
    return tuple(sorted({0, *(start for start in grid.starts if start <= most), *coming}))


def _lawful(
    found: DebtAssessment, position: Position, limits: Limits, asking: Asking, grid: Grid
) -> Iterator[tuple[Terms, Path]]:
    for terms in terms_for(found, position, limits, asking, grid):
        try:
            path = offers.path_of(position, terms)
        except schedules.NeverRepays:
            continue
        if _grows(path, terms) or (limits.forbid(terms, len(path.payment)) and not _on_time(found, terms)):
            continue
        yield terms, path


def _grows(path: Path, terms: Terms) -> bool:
    """A balance that rises although something is paid."""
    return not terms.grace and any(
        after > before for before, after in zip(path.balance, path.balance[1:], strict=False)
    )


def _on_time(found: DebtAssessment, terms: Terms) -> bool:
    """A contract that is being kept may be kept on, whatever its rate: breaking it would only harm the borrower."""
    return terms.kind == "cure_arrears" and found.stage == "current"


def _board(table: _Table, groups: Sequence[list[Candidate]]) -> Board:
    every = [each for group in groups for each in group]
    months = 1 + max((month_of(each.path.dates[-1], table.as_of) for each in every), default=0)
    regular, lump = np.zeros((len(every), months), np.int64), np.zeros((len(every), months), np.int64)
    for row, each in enumerate(every):
        for into, paid in zip((regular, lump), _apart(each, table.as_of), strict=True):
            for month, fen in paid.items():
                into[row, month] = fen
    days = np.array([_days(each, table.as_of, table.debts[each.debt]) for each in every], np.int64).reshape(-1, 2)
    cost = regular.sum(axis=1) + lump.sum(axis=1)
    of = np.array([each.debt for each in every], np.intp)
    kept = _undominated(of, np.column_stack((cost, days, lump, regular)))
    return Board(
        *table, tuple(every[row] for row in kept), of[kept], regular[kept], lump[kept],
        cost[kept], days[kept, 0], days[kept, 1], len(every),
    )  # fmt: skip


def _apart(each: Candidate, as_of: date) -> tuple[dict[int, int], dict[int, int]]:
    """Regular payments and one-off sums by month; a principal due whole at a contract's end is a one-off sum."""
    paid = each.path.payment
    usual = paid[min(1, len(paid) - 1)] if each.at_once else paid[0]
    regular: dict[int, int] = {}
    one_off: dict[int, int] = {}
    for place, (day, fen) in enumerate(zip(each.path.dates, paid, strict=True)):
        whole = each.terms.kind == "cure_arrears" and fen > 2 * usual
        sums = one_off if whole or (place == 0 and each.at_once) else regular
        month = month_of(day, as_of)
        sums[month] = sums.get(month, 0) + fen
    return regular, one_off


def _days(each: Candidate, as_of: date, found: DebtAssessment) -> tuple[int, int]:
    last = each.path.dates[-1]
    _best, worst = current_from(each.terms.kind, each.position.as_of, last)
    clean = (worst or last) if found.debt.days_overdue else as_of
    return (last - as_of).days, (clean - as_of).days


def _undominated(of: NDArray[np.intp], burdens: Fen) -> NDArray[np.intp]:
    """The candidates that no other of the same debt matches or beats in cost, days and every month's payment."""
    kept: list[int] = []
    for debt in np.unique(of):
        mine: list[int] = []
        places = np.flatnonzero(of == debt)
        for row in places[np.lexsort(burdens[places].T[::-1])]:
            if not mine or not (burdens[mine] <= burdens[row]).all(axis=1).any():
                mine.append(int(row))
        kept += sorted(mine)
    return np.array(kept, np.intp)
