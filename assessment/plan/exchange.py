"""Choices made better by changing two debts at once, until no such change helps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from assessment.plan.program import Program
from assessment.plan.score import Picks, months_of, within


def exchanged(program: Program, picks: Picks) -> Picks:
    """Choices among the program's candidates that cost no more, and hold to its limits as these do."""
    now = picks
    while (better := _once(program, now)) != now:
        now = better
    return now


def _once(program: Program, picks: Picks) -> Picks:
    """Every pair of debts, one after the other, given the cheapest two candidates that can be paid with the rest."""
    now = list(picks)
    groups = [program.left[program.board.of[program.left] == debt] for debt in range(len(picks))]
    for one, other in combinations(range(len(picks)), 2):
        now[one], now[other] = _pair(program, now, (one, other), (groups[one], groups[other]))
    return tuple(now)


def _pair(
    program: Program, picks: Sequence[int], pair: tuple[int, int], groups: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> tuple[int, int]:
    board, mine = program.board, (picks[pair[0]], picks[pair[1]])
    costs = board.cost[groups[0]][:, None] + board.cost[groups[1]][None, :]
    left, right = np.nonzero(costs < board.cost[list(mine)].sum())
    if not len(left):
        return mine
    regular, lump = months_of(board, [place for debt, place in enumerate(picks) if debt not in pair])
    one, other = groups[0][left], groups[1][right]
    paid, sums = regular + board.regular[one] + board.regular[other], lump + board.lump[one] + board.lump[other]
    carried = np.flatnonzero(within(program.limits, board.cash, paid, sums))
    if not len(carried):
        return mine
    best = carried[costs[left[carried], right[carried]].argmin()]
    return int(one[best]), int(other[best])
