"""What a choice for every debt comes to, exactly: whether it can be paid, and its four measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessment.plan.board import Board, Fen

Measure = Literal["cost", "ends", "clean", "peak"]
Picks = tuple[int, ...]
"""One candidate's place on the board for each debt, in the debts' order."""


class Score(NamedTuple):
    """Fen in all; days from today to the last payment; days until all debts count as current at worst; fen in the
    heaviest month, beyond what cash pays at once."""

    cost: int
    ends: int
    clean: int
    peak: int


def fits(board: Board, regular: Fen, lump: Fen) -> NDArray[np.bool_]:
    """Whether months (the last axis) can be paid: regular payments from the month alone, sums from cash and the month."""
    return within(board.monthly, board.cash, regular, lump)


def within(limits: Fen, cash: Fen, regular: Fen, lump: Fen) -> NDArray[np.bool_]:
    """The same against other limits, and the cash come in by each month."""
    cash_needed = np.maximum(regular + lump - limits, 0).cumsum(axis=-1)
    carried: NDArray[np.bool_] = (regular <= limits).all(axis=-1) & (cash_needed <= cash).all(axis=-1)
    return carried


def payable(board: Board, picks: Sequence[int]) -> bool:
    """Whether every month of these choices can be paid."""
    return bool(fits(board, *months_of(board, picks)))


def months_of(board: Board, picks: Sequence[int]) -> tuple[Fen, Fen]:
    """Regular payments and one-off sums, by month. Fen."""
    chosen = list(picks)
    return board.regular[chosen].sum(axis=0), board.lump[chosen].sum(axis=0)


def score(board: Board, picks: Sequence[int]) -> Score:
    """The four measures of these choices; zero each where there is nothing to choose."""
    if not picks:
        return Score(0, 0, 0, 0)
    chosen = list(picks)
    return Score(
        int(board.cost[chosen].sum()), int(board.ends[chosen].max()), int(board.clean[chosen].max()),
        _peak(board, *months_of(board, picks)),
    )  # fmt: skip


def _peak(board: Board, regular: Fen, lump: Fen) -> int:
    """The least that the heaviest month must carry when cash pays as much of the one-off sums as it can."""
    low, high = int(regular.max()), int((regular + lump).max())
    while low < high:
        middle = (low + high) // 2
        needed = np.maximum(regular + lump - np.minimum(board.monthly, middle), 0).cumsum()
        low, high = (low, middle) if (needed <= board.cash).all() else (middle + 1, high)
    return low


def from_cash(board: Board, picks: Sequence[int]) -> Fen:
    """What cash pays in each month: one-off sums first, as far as later ones leave it. Fen."""
    regular, lump = months_of(board, picks)
    must = np.maximum(regular + lump - board.monthly, 0)
    paid = np.zeros_like(lump)
    for month in np.flatnonzero(lump):
        spent = paid.copy()
        spent[month:] = must[month:]
        spent[month] = 0
        room = int((board.cash - spent.cumsum())[month:].min())
        paid[month] = min(int(lump[month]), room)
    return paid
