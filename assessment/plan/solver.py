"""The program solved: what is promising first, then all that could still be better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessment.plan.board import Board
from assessment.plan.exchange import exchanged
from assessment.plan.highs import MOST_NODES
from assessment.plan.program import Goal, Hold, Matrix, Program
from assessment.plan.score import Picks, payable

_WORK = 20_000_000
_FEWEST_NODES = 60
_MORE = 8
_FEW = 200
_PROMISING = 6
_STEPS = ((0.2, 0.25), (1.0, 0.5))
"""How far the relaxation may rise, as a share of what a better choice may cost; the share of work for that."""
_TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Solution:
    """The choice found, and the least that the goal could be by what was proven. `proven` where they are one."""

    picks: Picks
    bound: float
    proven: bool


def solve(
    board: Board, goal: Mapping[Goal, float], hold: Hold | None = None, patience: int = 1, known: Picks | None = None
) -> Solution | None:
    """The choice with the least weighted sum of goals; None where no choice can be paid.

    "more_monthly" and "more_cash" are fen by which every month, or the cash, may be exceeded. `known` is a choice
    that keeps to `hold`, where there is one. Work stops after a number of nodes, not seconds, so that the same board
    gives the same choice on any machine; `patience` times as many where it is asked for. Source: HiGHS.
    """
    hold = hold or Hold()
    program = Program(board, goal, hold)
    if set(goal) != {"cost"} or len(program.left) <= _FEW or not program.possible:
        return _searched(program, patience)
    relaxed = program.relaxed()
    return _searched(program, patience) if relaxed is None else _narrowed(_Wide(program, *relaxed), patience, known)


def soonest(board: Board, measure: Literal["ends", "clean"], hold: Hold) -> int:
    """A day before which no choice can bring the measure, by the relaxation: a bound where the search has not ended."""
    days = sorted({int(day) for day in getattr(board, measure)})
    low, high = 0, len(days) - 1
    while low < high:
        middle = (low + high) // 2
        program = Program(board, {"cost": 1.0}, hold.within(measure, days[middle]))
        feasible = program.possible and program.relaxed() is not None
        low, high = (low, middle) if feasible else (middle + 1, high)
    return days[low]


class _Wide(NamedTuple):
    """A program for the least cost, the least that its relaxation comes to, and by how much that rises with each candidate."""

    program: Program
    bound: float
    rises: Matrix

    def cost(self, picks: Picks) -> int:
        return int(self.program.board.cost[list(picks)].sum())

    def among(self, kept: NDArray[np.bool_], and_these: Picks = ()) -> Program:
        """The same program with these candidates only."""
        left = self.program.left
        others = frozenset(int(place) for place in left[~(kept | np.isin(left, and_these))])
        hold = self.program.hold
        return Program(self.program.board, {"cost": 1.0}, replace(hold, without=hold.without | others))

    def within(self, room: float) -> NDArray[np.bool_]:
        """The candidates with which the relaxation rises no further than so much (reduced-cost fixing)."""
        return self.rises <= max(room, 0) + 1 + _TOLERANCE * self.bound


def _narrowed(wide: _Wide, patience: int, known: Picks | None) -> Solution | None:
    """First the most promising candidates, then all with which a choice could still be better.

    Each choice found makes the next program smaller: what rises further than the best known costs can be in none better.
    """
    found = Solution(known, wide.bound, proven=False) if known else _searched(wide.among(_promising(wide)), patience)
    for share, work in _STEPS:
        if found is None:
            return _searched(wide.program, patience)
        best = exchanged(wide.program, found.picks)
        kept = wide.within(share * (wide.cost(best) - wide.bound))
        found = _searched(wide.among(kept, best), work * patience, best)
        if found is None or wide.cost(best) < wide.cost(found.picks):
            found = Solution(best, wide.bound, proven=False)
    return found


def _promising(wide: _Wide) -> NDArray[np.bool_]:
    """Each debt's candidates with which the relaxation rises least."""
    of = wide.program.board.of[wide.program.left]
    ranks = [(wide.rises[of == debt] < rise).sum() for debt, rise in zip(of, wide.rises, strict=True)]
    promising: NDArray[np.bool_] = np.array(ranks) < _PROMISING
    return promising


def _searched(program: Program, patience: float, known: Picks | None = None) -> Solution | None:
    """The program run until its choices hold to the fen, or there are none."""
    if not program.possible:
        return None
    nodes = round(patience * max(_FEWEST_NODES, _WORK / max(program.size, 1)))
    while True:
        found = program.run(nodes, known)
        if found.picks is None:
            if found.infeasible:
                return None
            if nodes >= MOST_NODES:
                raise RuntimeError("HiGHS found nothing, and did not say that there is nothing")
            nodes = min(nodes * _MORE, MOST_NODES)
        elif program.elastic or payable(program.board, found.picks):
            return Solution(found.picks, found.bound, found.proven)
        else:
            program.forbid(found.picks)
