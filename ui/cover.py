"""The cover over a case while others look on: the session that stands in front of the real one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assessment.counsel import Counsel
from assessment.masking import Mask
from assessment.report.wishes import Wishes
from ui.carrying import Carrying
from ui.desk import Desk
from ui.history import History
from ui.keeping import Keeping
from ui.memo import Memo
from ui.noting import Noting
from ui.text import Amounts, plain

if TYPE_CHECKING:
    from ui.session import Session

OPEN = frozenset({"home", "affordability", "options", "holding", "room", "plan", "credit", "actions", "about"})
"""The pages that show and do not ask; the others are for the person alone."""
_APART = 1_000_000
"""Added to the count in widget keys, so that no field of the case shows what was typed in front of others, or the reverse."""


@dataclass
class Cover:
    """Whether the case is covered, how amounts are printed for others, and the session made for it."""

    on: bool = False
    amounts: Amounts = "rounded"
    front: Session | None = field(default=None, repr=False)
    front_for: tuple[Any, ...] = ()


def in_front(of: Session) -> Session:
    """The session that others may see: the masked case, the same choices; nothing done there reaches the case."""
    cover, asked = of.cover, (of.case, of.pack, of.language, of.generation)
    if cover.front is None or any(
        new is not old and new != old for new, old in zip(asked, cover.front_for, strict=True)
    ):
        cover.front, cover.front_for = _masked(of), asked
    else:
        of.joint_pick, of.chosen_debt = cover.front.joint_pick, cover.front.chosen_debt
    front = cover.front
    front.page, front.as_of, front.presenting = of.page, of.as_of, of.presenting
    front.desk.interest = of.desk.interest
    front.pinned, front.edited, front.aimed = of.pinned, of.edited, of.aimed
    return front


def _masked(of: Session) -> Session:
    return replace(
        of, case=Mask(of.case, of.law, plain).of(of.case), covered=True, generation=of.generation + _APART, refused={}, history=History(), snapshots=(), carrying=Carrying(), counsel=Counsel(), noting=Noting(),
        reading=None, imported=None, intake=None, locked_file=b"", wishes=dict[int, Wishes](), bills=(), bill_problems=(), joined=None,
        joined_for=(), report=None, keeping=Keeping("shared"), pasted="", desk=Desk(), own_rules="", rule_problems=(),
        found=None, found_for=None, memo=Memo(),
    )  # fmt: skip
