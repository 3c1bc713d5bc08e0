"""The choice among candidates as a mixed-integer program, solved exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assessment.plan import highs
from assessment.plan.board import Board
from assessment.plan.score import Measure, Picks, months_of

Goal = Literal["cost", "ends", "clean", "peak", "more_monthly", "more_cash"]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hold:
    """What a solution must keep to: a measure no worse than this, candidates that may not be chosen."""

    cost: int | None = None
    ends: int | None = None
    clean: int | None = None
    peak: int | None = None
    without: frozenset[int] = frozenset()

    def within(self, measure: Measure, most: int) -> Hold:
        """The same, and a measure no worse than `most`."""
        changed: dict[str, Any] = {measure: most}
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class Run:
    """What the solver brought back; `bound` is the least the goal could be."""

    picks: Picks | None
    bound: float = float("-inf")
    proven: bool = False
    infeasible: bool = False


class Program:
    """Columns: the candidates left, cash used in each month with one-off sums, then one for each goal that is a
    maximum or an excess. Rows: what must hold."""

    def __init__(self, board: Board, goal: Mapping[Goal, float], hold: Hold) -> None:
        self.board, self.hold = board, hold
        self.elastic = "more_monthly" in goal or "more_cash" in goal
        self.extras: list[Goal] = [name for name in goal if name != "cost"]
        self.left = self._columns(goal)
        self.paid = (board.regular + board.lump)[self.left].astype(float)
        self.sums = np.flatnonzero(board.lump[self.left].any(axis=0))
        self.width = len(self.left) + len(self.sums) + len(self.extras)
        self.objective = self._objective(goal)
        self.rows: list[tuple[Matrix, Matrix]] = []
        if self.possible:
            self._months(goal)
            self._cash()
            self._maxima()
            if hold.cost is not None:
                self._add(self._row(board.cost[self.left][None, :].astype(float)), np.array([float(hold.cost)]))

    @property
    def possible(self) -> bool:
        """Every debt still has a candidate."""
        return bool(len(self.left)) and len(np.unique(self.board.of[self.left])) == len(self.board.debts)

    @property
    def size(self) -> int:
        return self.width * (sum(len(right) for _left, right in self.rows) + len(self.board.debts))

    def relaxed(self) -> tuple[float, Matrix] | None:
        """The least cost where choices may be parts, and by how much it rises with each candidate; None where none fits."""
        solved = highs.relaxed(self._linear())
        return None if solved is None else (solved[0], solved[1][: len(self.left)])

    def run(self, nodes: int, known: Picks | None = None) -> Run:
        """The choice found after at most so many nodes; with a good one `known`, only what is better is looked for.

        Presolving pays where a maximum is sought; sums alone are found in two thirds of the time without it.
        """
        effort = highs.Effort(nodes, presolve=bool(self.extras), search=known is None)
        found = highs.whole(self._linear(), len(self.left), effort, None if known is None else self._start(known))
        if found.values is None:
            return Run(None, found.bound, infeasible=found.infeasible)
        return Run(self._picks(found.values), found.bound, found.proven)

    @property
    def limits(self) -> NDArray[np.int64]:
        """What each month may carry, the peak that is held to among it. Fen."""
        held = self.hold.peak
        return self.board.monthly if held is None else np.minimum(self.board.monthly, held)

    def _linear(self) -> highs.Linear:
        """What is held to, its limits, and that each debt gets one candidate."""
        debts = np.arange(len(self.board.debts))[:, None]
        choose = self._row((self.board.of[self.left][None, :] == debts).astype(float))
        left, right = zip(*self.rows, strict=True)
        return highs.Linear(self.objective, np.vstack((*left, choose)), np.concatenate(right), len(choose))

    def _start(self, picks: Picks) -> Matrix:
        """These choices as a solution, with no more cash used than they need."""
        regular, lump = months_of(self.board, picks)
        used = np.maximum(regular + lump - self.limits, 0)[self.sums]
        chosen = np.isin(self.left, picks)
        return np.concatenate((chosen, used, np.zeros(len(self.extras)))).astype(float)

    def forbid(self, picks: Picks) -> None:
        """Not these together: they passed the solver's tolerance, and fail by a fen."""
        row = self._row(np.isin(self.left, picks).astype(float)[None, :])
        self._add(row, np.array([len(picks) - 1.0]))

    def _picks(self, solved: Matrix) -> Picks:
        chosen = solved[: len(self.left)]
        of = self.board.of[self.left]
        return tuple(
            int(self.left[places[chosen[places].argmax()]])
            for debt in range(len(self.board.debts))
            for places in [np.flatnonzero(of == debt)]
        )

    def _columns(self, goal: Mapping[Goal, float]) -> NDArray[np.intp]:
        board, hold = self.board, self.hold
        open_to = np.ones(len(board.candidates), bool)
        open_to[list(hold.without)] = False
        if "more_monthly" not in goal:
            open_to &= (board.regular <= self.limits).all(axis=1)
        if hold.ends is not None:
            open_to &= board.ends <= hold.ends
        if hold.clean is not None:
            open_to &= board.clean <= hold.clean
        return np.flatnonzero(open_to)

    def _objective(self, goal: Mapping[Goal, float]) -> Matrix:
        cost = self.board.cost[self.left] * float(goal.get("cost", 0))
        return np.concatenate((cost, np.zeros(len(self.sums)), [float(goal[name]) for name in self.extras]))

    def _months(self, goal: Mapping[Goal, float]) -> None:
        """No month pays more than it carries, cash apart; and none more than the peak, where that is sought."""
        limits = self.limits.astype(float)
        of = self.board.of[self.left]
        needed = _binding(self.paid, of, limits, self.sums)
        self._add(self._month_rows(needed, "more_monthly"), limits[needed])
        if "peak" in goal:
            every = _binding(self.paid, of, np.zeros_like(limits), self.sums)
            self._add(self._month_rows(every, "peak"), np.zeros(len(every)))

    def _month_rows(self, months: NDArray[np.intp], extra: Goal) -> Matrix:
        rows = self._row(self.paid[:, months].T)
        for row, month in enumerate(months):
            rows[row, len(self.left) + np.flatnonzero(self.sums == month)] = -1
        if extra in self.extras:
            rows[:, self._extra(extra)] = -1
        return rows

    def _cash(self) -> None:
        """Cash pays one-off sums only, and never more than has come in."""
        count = len(self.sums)
        if not count:
            return
        used = self._row(-self.board.lump[self.left][:, self.sums].T.astype(float))
        used[:, len(self.left) : len(self.left) + count] = np.eye(count)
        self._add(used, np.zeros(count))
        spent = np.zeros((count, self.width))
        spent[:, len(self.left) : len(self.left) + count] = np.tril(np.ones((count, count)))
        if "more_cash" in self.extras:
            spent[:, self._extra("more_cash")] = -1
        self._add(spent, self.board.cash[self.sums].astype(float))

    def _maxima(self) -> None:
        """The last payment of all, and the last day on which a debt may count as overdue."""
        of = self.board.of[self.left]
        for name, days in (("ends", self.board.ends), ("clean", self.board.clean)):
            if name in self.extras:
                mine = of[None, :] == np.arange(len(self.board.debts))[:, None]
                rows = self._row(np.where(mine, days[self.left][None, :], 0).astype(float))
                rows[:, self._extra(name)] = -1
                self._add(rows, np.zeros(len(self.board.debts)))

    def _extra(self, name: Goal) -> int:
        return self.width - len(self.extras) + self.extras.index(name)

    def _row(self, of_candidates: Matrix) -> Matrix:
        return np.hstack((of_candidates, np.zeros((len(of_candidates), self.width - len(self.left)))))

    def _add(self, left: Matrix, right: Matrix) -> None:
        self.rows.append((left, right))


def _binding(paid: Matrix, of: NDArray[np.intp], limits: Matrix, sums: NDArray[np.intp]) -> NDArray[np.intp]:
    """The months that can pass their limit, and are not eased at least as much as another month is."""
    most = sum((paid[of == debt].max(axis=0) for debt in np.unique(of)), np.zeros(len(limits)))
    plain = [month for month in np.flatnonzero(most > limits) if month not in sums]
    kept: list[int] = []
    for month in sorted(plain, key=lambda month: (limits[month], -paid[:, month].sum(), month)):
        if not any(limits[other] <= limits[month] and (paid[:, month] <= paid[:, other]).all() for other in kept):
            kept.append(int(month))
    return np.array(sorted({*kept, *(int(month) for month in sums if most[month] > limits[month])}), np.intp)
