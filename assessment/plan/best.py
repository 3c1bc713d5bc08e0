"""The best plan for an aim: found by the solver, worked out and checked in whole fen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from assessment.plan.aims import AIMS, MEASURE, Aim, Mix, Span
from assessment.plan.board import Board
from assessment.plan.program import Goal, Hold
from assessment.plan.result import Plan, made
from assessment.plan.score import Measure, Picks, Score, payable, score
from assessment.plan.solver import Solution, solve, soonest

_ROUNDING = 1e-6
_ONE: dict[Aim, dict[Goal, float]] = {aim: {MEASURE[aim]: 1.0} for aim in AIMS}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Choices with how far they may be from the best there is: 0 where that is proven, in the aim's own unit."""

    picks: Picks
    gap: int


def best(board: Board, aim: Aim | Mix, hold: Hold | None = None, patience: int = 1) -> Plan | None:
    """The plan that is best for the aim; where several are, the one that costs least. None where none can be paid.

    `hold` limits what may be chosen; `patience` lets the solver work so many times as long before it gives the best
    it has, with `gap` proven.
    """
    chosen = choose(board, aim, hold or Hold(), patience)
    return None if chosen is None else made(board, chosen.picks, chosen.gap)


def span(board: Board, patience: int = 1) -> Span | None:
    """Best and worst of each measure over the plans that are best at one aim; None where none can be paid."""
    found = [choose(board, aim, Hold(), patience) for aim in AIMS]
    scores = [score(board, each.picks) for each in found if each is not None]
    if not scores:
        return None
    columns = list(zip(*scores, strict=True))
    return Span(Score(*map(min, columns)), Score(*map(max, columns)))


def choose(board: Board, aim: Aim | Mix, hold: Hold, patience: int = 1) -> Chosen | None:
    """The choices alone."""
    if not board.debts:
        return Chosen((), 0)
    if isinstance(aim, Mix):
        return _mixed(board, aim, hold, patience)
    first = solve(board, _ONE[aim], hold, patience)
    if first is None:
        return None
    measure = MEASURE[aim]

    def key(picks: Picks) -> tuple[float, ...]:
        reached = score(board, picks)
        return getattr(reached, measure), reached.cost

    picks = first.picks if aim == "cost" else _cheapest(board, aim, hold, first.picks, patience)
    picks = _improved(board, hold, picks, key) if not first.proven else picks
    return Chosen(picks, _gap(board, measure, getattr(score(board, picks), measure), first, hold))


def _cheapest(board: Board, aim: Aim, hold: Hold, picks: Picks, patience: int) -> Picks:
    """The cheapest choices that are as good at the aim."""
    measure = MEASURE[aim]
    reached = score(board, picks)
    again = solve(board, _ONE["cost"], hold.within(measure, getattr(reached, measure)), patience, picks)
    if again is None or score(board, again.picks).cost > reached.cost:
        return picks
    return again.picks


def _mixed(board: Board, mix: Mix, hold: Hold, patience: int) -> Chosen | None:
    factors = mix.factors()
    if not factors:
        return choose(board, "cost", hold, patience)
    found = solve(board, factors, hold, patience)
    if found is None:
        return None

    def key(picks: Picks) -> tuple[float, ...]:
        reached = score(board, picks)
        return (sum(factor * getattr(reached, name) for name, factor in factors.items()),)

    picks = found.picks if found.proven else _improved(board, hold, found.picks, key)
    return Chosen(picks, 0 if found.proven else max(ceil(key(picks)[0] - found.bound), 1))


def _improved(board: Board, hold: Hold, picks: Picks, key: Callable[[Picks], tuple[float, ...]]) -> Picks:
    """Choices that no change of a single debt betters: where the solver stopped early, it may have left one."""
    while True:
        changed = min(_neighbours(board, hold, picks), key=key, default=picks)
        if key(changed) >= key(picks):
            return picks
        picks = changed


def _neighbours(board: Board, hold: Hold, picks: Picks) -> list[Picks]:
    """Choices that differ in one debt, can be paid and keep to `hold`."""
    changed = [
        (*picks[:debt], int(place), *picks[debt + 1 :])
        for debt in range(len(picks))
        for place in board.places(debt)
        if place != picks[debt] and place not in hold.without
    ]
    return [each for each in changed if payable(board, each) and _keeps(score(board, each), hold)]


def _keeps(reached: Score, hold: Hold) -> bool:
    held = ((name, getattr(hold, name)) for name in Score._fields)
    return all(most is None or getattr(reached, name) <= most for name, most in held)


def _gap(board: Board, measure: Measure, value: int, found: Solution, hold: Hold) -> int:
    """How far the value may be from the best, by the better of two bounds."""
    if found.proven:
        return 0
    bound = ceil(found.bound - _ROUNDING)
    if measure in {"ends", "clean"}:
        bound = max(bound, soonest(board, "ends" if measure == "ends" else "clean", hold))
    return max(value - bound, 0)
