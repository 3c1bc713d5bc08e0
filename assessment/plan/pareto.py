"""Plans none of which is worse than another in cost, heaviest month and last day alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assessment.plan.best import Chosen, choose
from assessment.plan.board import Board
from assessment.plan.program import Hold
from assessment.plan.result import Plan, made
from assessment.plan.score import score
from assessment.plan.solver import solve

STEPS = 5
"""How many heaviest months are tried between the lightest plan's and the cheapest's."""

_A_DAY = 100.0
"""Fen in the heaviest month for a day earlier, among plans of one cost; any price would do."""

SHOWN = 9
"""How many plans are told apart on one chart."""

Found = dict[tuple[int, int, int], Chosen]


def front(board: Board, steps: int = STEPS) -> tuple[Plan, ...]:
    """The plans, the cheapest first; at most `3 * steps + 5`, none where none can be paid.

    For each heaviest month from the lightest that can be had up to the cheapest plan's, the cheapest plan that keeps
    to it, the one done soonest, and the cheapest done half way between (the epsilon-constraint method). Each is then
    bettered in its heaviest month and last day as far as its cost allows.
    """
    found = _remaining(board, _tried(board, steps))
    bettered = _remaining(board, [_bettered(board, chosen) for chosen in found.values()])
    return tuple(made(board, bettered[each].picks, bettered[each].gap) for each in sorted(bettered))


def told_apart(plans: Sequence[Plan], shown: Plan) -> tuple[Plan, ...]:
    """Of these and the one that is shown, at most `SHOWN` that no other beats, the cheapest first.

    Where there are more, the one nearest to its neighbour goes, but neither end, nor the one that is shown.
    """
    every = {_measures(each): each for each in (*plans, shown)}
    kept = sorted(each for each in every if not any(_beats(other, each) for other in every))
    widths = [max(max(column) - min(column), 1) for column in zip(*kept, strict=True)]
    while len(kept) > SHOWN:
        gaps = {
            sum(abs(a - b) / width for a, b, width in zip(kept[place], kept[place - 1], widths, strict=True)): place
            for place in range(1, len(kept) - 1)
            if kept[place] != _measures(shown)
        }
        del kept[gaps[min(gaps)]]
    return tuple(every[each] for each in kept)


def _measures(found: Plan) -> tuple[int, int, int]:
    return found.score.cost, found.score.peak, found.score.ends


def _remaining(board: Board, tried: Iterable[Chosen]) -> Found:
    """Those that no other matches or beats in all three measures."""
    found: Found = {}
    for chosen in tried:
        found.setdefault(_three(board, chosen), chosen)
    return {each: found[each] for each in found if not any(_beats(other, each) for other in found)}


def _bettered(board: Board, chosen: Chosen) -> Chosen:
    """The same cost with a lighter heaviest month or an earlier end, where there is one."""
    cost, peak, ends = _three(board, chosen)
    again = solve(board, {"peak": 1.0, "ends": _A_DAY}, Hold(cost=cost, peak=peak, ends=ends))
    better = again is not None and _beats(_three(board, Chosen(again.picks, 0)), (cost, peak, ends))
    return Chosen(again.picks, chosen.gap) if again is not None and better else chosen


def _tried(board: Board, steps: int) -> Iterator[Chosen]:
    cheapest, lightest = choose(board, "cost", Hold()), choose(board, "peak", Hold())
    if cheapest is None or lightest is None:
        return
    yield cheapest
    yield lightest
    high, low = score(board, cheapest.picks).peak, score(board, lightest.picks).peak
    for step in range(steps + 1):
        peak = low + (high - low) * step // max(steps, 1)
        yield from _keeping_to(board, peak)


def _keeping_to(board: Board, peak: int) -> Iterator[Chosen]:
    """The cheapest and the soonest plan that keep to this heaviest month, and the cheapest that is done half way."""
    cheapest, soonest = choose(board, "cost", Hold(peak=peak)), choose(board, "date", Hold(peak=peak))
    if cheapest is None or soonest is None:
        return
    yield cheapest
    yield soonest
    late, early = score(board, cheapest.picks).ends, score(board, soonest.picks).ends
    if late > early + 1:
        between = choose(board, "cost", Hold(peak=peak, ends=(late + early) // 2))
        if between is not None:
            yield between


def _three(board: Board, chosen: Chosen) -> tuple[int, int, int]:
    reached = score(board, chosen.picks)
    return reached.cost, reached.peak, reached.ends


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
