"""Charts that follow the case from any page: what each shows of a case as it stands. The others need their own page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ui import option_cards
from ui.presented import Block

if TYPE_CHECKING:
    from ui.session import Session


def _affordability(of: Session) -> Any:
    return of.assessment.affordability if of.case.incomes else None


def _all_debts(of: Session) -> Any:
    return of.assessment if len(of.case.debts) > 1 else None


def _pinned(of: Session, place: int) -> Any:
    return option_cards.pinned(of.debt(place), of)


_OF_ALL: Mapping[str, Callable[[Session], Any]] = {"waterfall": _affordability, "joint_grid": _all_debts}
_OF_ONE: Mapping[str, Callable[[Session, int], Any]] = {
    "credit_grid": lambda of, place: of.debt(place),
    "payments": _pinned, "cost": _pinned, "balance": _pinned, "cumulative": _pinned,
}  # fmt: skip


def follows(block: Block) -> bool:
    """Whether the chart can be drawn without its page."""
    return block[0] == "chart" and _name(block) in {*_OF_ALL, *_OF_ONE}


def subject(of: Session, block: Block) -> Any | None:
    """What such a chart shows now; None where there is nothing of it any more."""
    if _name(block) in _OF_ALL:
        return _OF_ALL[_name(block)](of)
    place = int(block[2])
    return _OF_ONE[_name(block)](of, place) if place < len(of.case.debts) else None


def _name(block: Block) -> str:
    return str(block[1]).rpartition(".")[2]
