"""Where no plan can be paid: which limit binds, and the smallest change that frees it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from assessment import dates, money
from assessment.plan.board import Board, laid_again
from assessment.plan.score import Picks, months_of
from assessment.plan.solver import solve
from assessment.text import Month, Text

_LONGER = (72, 84, 96, 108, 120)


@dataclass(frozen=True, slots=True)
class Blocked:
    """The least more a month, or the least more cash today, with which a plan could be paid, in fen; the shortest
    longest term that would do, in months; whether talking about debts paid on time would. None where it would not.

    `month` is what a month carries now, in fen.
    """

    tight: Text
    month: int
    monthly: int
    cash: int | None
    longest: int | None
    paid_on_time: bool

    def ways(self, ceiling: int) -> tuple[Text, ...]:
        """Each change that would do by itself; `ceiling` is the most a month can carry, in fen."""
        ways = [_a_month(self.month, self.monthly, ceiling)]
        if self.cash is not None:
            ways.append(Text("今天能多拿出 {more} 现钱；不要为这个去借。", more=money.told(self.cash)))
        if self.paid_on_time:
            ways.append(Text("把还没逾期的账也拿去谈；谈之前先问清，会不会影响征信。"))
        if self.longest is not None:
            ways.append(Text("有的债分到 {months} 期；超过常见的 60 期，要看对方愿不愿意。", months=self.longest))
        return tuple(ways)


def blocked(board: Board) -> Blocked | None:
    """Why nothing can be paid; None where something can."""
    if not board.debts or solve(board, {"cost": 1.0}) is not None:
        return None
    eased = solve(board, {"more_monthly": 1.0})
    if eased is None:
        raise ValueError("every debt can be paid with enough money a month")
    return Blocked(
        _tight(board, eased.picks), int(board.monthly.min()), _more_monthly(board, eased.picks),
        _more_cash(board), _longest(board), _on_time(board),
    )  # fmt: skip


def _more_monthly(board: Board, picks: Picks) -> int:
    """The least that every month must carry more, in whole fen."""
    regular, lump = months_of(board, picks)
    low, high = 0, int((regular + lump).max())
    while low < high:
        middle = (low + high) // 2
        limit = board.monthly + middle
        needed = np.maximum(regular + lump - limit, 0).cumsum()
        carried = (regular <= limit).all() and (needed <= board.cash).all()
        low, high = (low, middle) if carried else (middle + 1, high)
    return low


def _more_cash(board: Board) -> int | None:
    """The least cash that must be there more today, in whole fen."""
    eased = solve(board, {"more_cash": 1.0})
    if eased is None:
        return None
    regular, lump = months_of(board, eased.picks)
    needed = np.maximum(regular + lump - board.monthly, 0).cumsum()
    return int((needed - board.cash).max())


def _longest(board: Board) -> int | None:
    """The shortest limit on terms, beyond the usual one, with which a plan could be paid."""
    for months in _LONGER:
        if solve(laid_again(board, replace(board.asking, longest=months)), {"cost": 1.0}) is not None:
            return months
    return None


def _on_time(board: Board) -> bool:
    """Whether putting debts that are paid on time up for talks would free a plan."""
    if board.asking.paid_on_time or not any(each.stage == "current" for each in board.debts):
        return False
    return solve(laid_again(board, replace(board.asking, paid_on_time=True)), {"cost": 1.0}) is not None


def _tight(board: Board, picks: Picks) -> Text:
    """The month that is passed most by the choices that pass it least."""
    regular, lump = months_of(board, picks)
    over = regular - board.monthly
    worst = int(over.argmax())
    if over[worst] <= 0:
        needed = np.maximum(regular + lump - board.monthly, 0).cumsum() - board.cash
        return Text("卡在要一次拿出的钱：最省的排法也还差 {short}。", short=money.told(int(needed.max())))
    return Text(
        "卡在每个月的钱：最轻的排法，{month}也要还 {sum}，每月能拿的是 {most}。",
        month=Month(dates.add_months(board.as_of, worst)),
        sum=money.told(int(regular[worst])),
        most=money.told(int(board.monthly[worst])),
    )


def _a_month(month: int, more: int, ceiling: int) -> Text:
    if month + more > ceiling:
        return Text(
            "每月能多拿 {more}，超过了算出来的上限 {most}，先看收支还能不能调。",
            more=money.told(more),
            most=money.told(ceiling),
        )
    return Text(
        "每月能多拿 {more}；还在上限 {most} 以内，但不会再有余量。", more=money.told(more), most=money.told(ceiling)
    )
