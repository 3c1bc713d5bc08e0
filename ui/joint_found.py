"""The joint plan that answers what was asked, worked out once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment import plan
from assessment.plan import Aim, Asking, Board, Figure, Hold, Mix, Plan

if TYPE_CHECKING:
    from ui.session import Session

_PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices on the page; `weights` stand only where the person mixes aims."""

    figure: Figure
    aim: Aim
    weights: tuple[tuple[Aim, int], ...]
    debts: tuple[int, ...]
    asking: Asking


def usual(of: Session) -> tuple[int, ...]:
    """The debts planned together until a person says otherwise: all but those that limitation may bar."""
    barred = plan.barred(of.case, of.as_of, of.law)
    return tuple(place for place in range(len(of.case.debts)) if place not in barred)


def board(of: Session, asked: Asked) -> Board:
    """All that may be chosen."""

    def laid() -> Board:
        found = of.assessment
        purse = plan.purse(of.case, found.affordability, of.as_of, asked.figure)
        return plan.lay_out(found, of.law, purse, asked.asking, asked.debts)

    return of.once(laid, "board", asked.figure, asked.debts, asked.asking)


def aim(of: Session, asked: Asked) -> Aim | Mix:
    """The aim, or the mix by its weights; an even mix of nothing is the cheapest plan."""
    if not any(weight for _name, weight in asked.weights):
        return asked.aim
    found = of.once(lambda: plan.span(board(of, asked)), "span", asked.figure, asked.debts, asked.asking)
    return asked.aim if found is None else Mix(asked.weights, found)


def best(of: Session, asked: Asked) -> Plan | None:
    """The best plan for the aim: about a second's work, unless the longer search was asked for."""
    patience = _PATIENCE if patient(of, asked) else 1
    return of.once(lambda: plan.best(board(of, asked), aim(of, asked), patience=patience), "plan", asked, patience)


def patient(of: Session, asked: Asked) -> bool:
    """Whether the longer search was asked for."""
    return of.has("patient", asked)


def picked(of: Session, asked: Asked) -> int | None:
    """The place of the plan picked from the front, where one was."""
    chosen = of.joint_pick
    return chosen[1] if chosen is not None and chosen[0] == asked else None


def hold(of: Session, found: Plan, asked: Asked) -> Hold:
    """What the shown plan keeps to: nothing where it is the best for the aim, its own month and end where picked."""
    return Hold() if picked(of, asked) is None else Hold(peak=found.score.peak, ends=found.score.ends)
