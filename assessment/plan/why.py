"""Why each debt got its offer, and what the next best plan would cost."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from assessment import dates, money
from assessment.offers import Kind
from assessment.plan.aims import MEASURE, Aim, Mix
from assessment.plan.best import best
from assessment.plan.board import Board, Candidate
from assessment.plan.program import Hold
from assessment.plan.result import Plan, named
from assessment.plan.score import Picks, months_of, payable, score
from assessment.text import Month, Text


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The best plan in which one debt gets another offer; None where none can be paid. `words` compare the two."""

    plan: Plan | None
    words: Text


def why(plan: Plan, place: int, aim: Aim | Mix) -> Text:
    """Why the debt at this place of the plan got its offer: what stands against the nearest that costs less."""
    board, picks = plan.board, plan.picks
    mine = board.cost[picks[place]]
    cheaper = [int(other) for other in board.places(place) if board.cost[other] < mine]
    if not cheaper:
        return Text("这是这笔债能谈的办法里花得最少的一种。")
    nearest = min(cheaper, key=lambda other: (_excess(board, _changed(picks, place, other)), board.cost[other]))
    return Text(
        "“{other}”能少花 {less}，但是{reason}",
        other=named(board.candidates[nearest]),
        less=money.told(int(mine - board.cost[nearest])),
        reason=_against(plan, _changed(picks, place, nearest), aim),
    )


def runner_up(plan: Plan, place: int, aim: Aim | Mix, hold: Hold | None = None) -> RunnerUp:
    """The best plan for the aim, under the same `hold`, in which the debt at this place gets another offer."""
    board = plan.board
    chosen = _offer(board.candidates[plan.picks[place]])
    same = (int(other) for other in board.places(place) if _offer(board.candidates[other]) == chosen)
    found = best(board, aim, replace(hold or Hold(), without=frozenset(same)))
    return RunnerUp(found, _compared(plan, place, found))


def _offer(candidate: Candidate) -> tuple[Kind, int, int]:
    """What makes an offer another one, whenever it begins."""
    return candidate.terms.kind, candidate.terms.grace, len(candidate.path.payment)


def _changed(picks: Picks, place: int, other: int) -> Picks:
    return (*picks[:place], other, *picks[place + 1 :])


def _excess(board: Board, picks: Picks) -> int:
    """By how much these choices pass the months and the cash, in the worst month of each. Fen."""
    regular, lump = months_of(board, picks)
    month = int(np.maximum(regular - board.monthly, 0).max())
    needed = np.maximum(regular + lump - board.monthly, 0) - np.maximum(regular - board.monthly, 0)
    return month + int(np.maximum(needed.cumsum() - board.cash, 0).max())


def _against(plan: Plan, picks: Picks, aim: Aim | Mix) -> Text:
    board = plan.board
    regular, lump = months_of(board, picks)
    over = regular - board.monthly
    if (over > 0).any():
        worst = int(over.argmax())
        return Text(
            "{month}一共要还 {sum}，超过每月能拿的 {most}。",
            month=Month(dates.add_months(board.as_of, worst)),
            sum=money.told(int(regular[worst])),
            most=money.told(int(board.monthly[worst])),
        )
    if not payable(board, picks):
        needed = np.maximum(regular + lump - board.monthly, 0).cumsum() - board.cash
        return Text("要一次拿出的钱还差 {short}。", short=money.told(int(needed.max())))
    return _worse(plan, picks, aim)


def _worse(plan: Plan, picks: Picks, aim: Aim | Mix) -> Text:
    """It could be paid, so it must be worse at what the plan is for, or at what it was held to."""
    reached, now = score(plan.board, picks), plan.score
    if isinstance(aim, Mix):
        return Text("按您给的比重合起来看，不如现在这样。")
    said: dict[Aim, Text] = {
        "date": Text("全部还清要晚 {days} 天。", days=reached.ends - now.ends),
        "record": Text("逾期状态最晚要晚 {days} 天才结束。", days=reached.clean - now.clean),
        "peak": Text("最重的一个月要多还 {more}。", more=money.told(reached.peak - now.peak)),
    }
    order = sorted(said, key=lambda name: (name != aim, name))
    worse = (said[name] for name in order if getattr(reached, MEASURE[name]) > getattr(now, MEASURE[name]))
    return next(worse, Text("省得很有限，证明还没有算到底。"))


def _compared(plan: Plan, place: int, other: Plan | None) -> Text:
    if other is None:
        return Text("这笔债换成别的办法，就没有一种安排每个月都付得出。")
    return Text(
        "这笔换成别的办法，最好的是“{what}”：全部债一共{cost}，{end}。",
        what=other.choices[place].what,
        cost=_difference(other.score.cost - plan.score.cost),
        end=_shift(other.score.ends - plan.score.ends),
    )


def _difference(fen: int) -> Text:
    if fen == 0:
        return Text("花得一样多")
    return Text("多花 {fen}", fen=money.told(fen)) if fen > 0 else Text("少花 {fen}", fen=money.told(-fen))


def _shift(days: int) -> Text:
    if days == 0:
        return Text("同一天还清")
    return Text("晚 {days} 天还清", days=days) if days > 0 else Text("早 {days} 天还清", days=-days)
