"""The best joint plan: one offer for every debt, each from its own month on, so that every month can be paid."""

from assessment.plan.aims import AIMS, Aim, Mix, Span
from assessment.plan.best import best, span
from assessment.plan.blocked import Blocked, blocked
from assessment.plan.board import Board, barred, coarser, lay_out
from assessment.plan.grid import Asking
from assessment.plan.orders import by_order
from assessment.plan.pareto import front, told_apart
from assessment.plan.program import Hold
from assessment.plan.purse import Figure, Purse, purse
from assessment.plan.result import Choice, Due, Month, Plan
from assessment.plan.score import Score
from assessment.plan.why import RunnerUp, runner_up, why

__all__ = [
    "AIMS",
    "Aim",
    "Asking",
    "Blocked",
    "Board",
    "Choice",
    "Due",
    "Figure",
    "Hold",
    "Mix",
    "Month",
    "Plan",
    "Purse",
    "RunnerUp",
    "Score",
    "Span",
    "barred",
    "best",
    "blocked",
    "by_order",
    "coarser",
    "front",
    "lay_out",
    "purse",
    "runner_up",
    "span",
    "told_apart",
    "why",
]
