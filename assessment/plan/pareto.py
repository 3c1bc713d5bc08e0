"""Plans none of which is worse than another in cost, heaviest month and last day alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from assessment.plan.aims import Aim
from assessment.plan.best import Chosen, choose
from assessment.plan.board import Board, coarser
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

_SINGLE: tuple[Aim, ...] = ("cost", "date", "peak")


class _Point(NamedTuple):
    """A choice and the board it was chosen from."""

    board: Board
    chosen: Chosen

    @property
    def measures(self) -> tuple[int, int, int]:
        """Cost, heaviest month and last day."""
        reached = score(self.board, self.chosen.picks)
        return reached.cost, reached.peak, reached.ends


def front(board: Board, steps: int = STEPS) -> tuple[Plan, ...]:
    """The plans, the cheapest first; at most `3 * steps + 6`, none where none can be paid.

    The best plan for cost, for the last day and for the heaviest month are among them, each as `best` finds it. In
    between, on a coarser board where there is much to choose from: for each heaviest month from the lightest plan's up
    to the cheapest's, the cheapest plan that keeps to it, the one done soonest, and the cheapest done half way between
    (the epsilon-constraint method). Each is then bettered in its heaviest month and last day as far as its cost allows.
    """
    return tuple(made(each.board, each.chosen.picks, each.chosen.gap) for each in _traded(board, coarser(board), steps))


def told_apart(plans: Sequence[Plan], shown: Plan) -> tuple[Plan, ...]:
    """Of these and the one that is shown, at most `SHOWN` that no other beats, the cheapest first.

    Where there are more, the one nearest to its neighbour goes, but none that is best at one measure, nor the one that
    is shown.
    """
    every = {_measures(each): each for each in (*plans, shown)}
    kept = sorted(each for each in every if not any(_beats(other, each) for other in every))
    widths = [max(max(column) - min(column), 1) for column in zip(*kept, strict=True)]
    stays = {_measures(shown), *(min(kept, key=itemgetter(place, 0)) for place in range(len(widths)))}
    while len(kept) > SHOWN:
        gaps = {
            sum(abs(a - b) / width for a, b, width in zip(kept[place], kept[place - 1], widths, strict=True)): place
            for place in range(1, len(kept))
            if kept[place] not in stays
        }
        del kept[gaps[min(gaps)]]
    return tuple(every[each] for each in kept)


def _measures(found: Plan) -> tuple[int, int, int]:
    return found.score.cost, found.score.peak, found.score.ends


def _traded(board: Board, few: Board, steps: int) -> list[_Point]:
    """The best for each aim from the whole board, what lies between from few choices; none beaten by another."""
    singles = [_Point(board, each) for aim in _SINGLE if (each := choose(board, aim, Hold())) is not None]
    if not singles:
        return []
    high, low = singles[0].measures[1], singles[-1].measures[1]
    peaks = sorted({low + (high - low) * step // max(steps, 1) for step in range(steps + 1)})
    between = (_Point(few, each) for peak in peaks for each in _keeping_to(few, peak))
    return _remaining(map(_bettered, _remaining([*singles, *between])))


def _remaining(tried: Iterable[_Point]) -> list[_Point]:
    """Those that no other matches or beats in all three measures, the cheapest first."""
    found: dict[tuple[int, int, int], _Point] = {}
    for each in tried:
        found.setdefault(each.measures, each)
    return [found[each] for each in sorted(found) if not any(_beats(other, each) for other in found)]


def _bettered(point: _Point) -> _Point:
    """The same cost with a lighter heaviest month or an earlier end, where there is one."""
    cost, peak, ends = point.measures
    again = solve(point.board, {"peak": 1.0, "ends": _A_DAY}, Hold(cost=cost, peak=peak, ends=ends))
    if again is None:
        return point
    other = _Point(point.board, Chosen(again.picks, point.chosen.gap))
    return other if _beats(other.measures, point.measures) else point


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


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
