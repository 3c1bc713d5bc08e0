"""Figures to check, one finding a cause: what follows from a changed figure stands beneath it, not beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.deal.agreement.differences import (
    DOWN,
    EACH,
    LET_OFF,
    ROUNDING,
    TERMS,
    WHOLE,
    Difference,
    Wrong,
)
from assessment.deal.agreement.figures import Figures

Amiss = Difference | Wrong


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure that is amiss, and what else is amiss because of it."""

    cause: Amiss
    follows: tuple[Amiss, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is to be mended before signing; that more is claimed than was entered is only to be looked at."""
        return not isinstance(self.cause, Difference) or self.cause.against == "phone" or bool(self.follows)


def findings(found: Figures, amiss: Sequence[Amiss]) -> tuple[Finding, ...]:
    """Everything amiss, once each: as a cause, or beneath the cause it follows from."""
    adds_up = _adds_up(found)
    total = {WHOLE} if adds_up else set()
    same_sum = adds_up and not any(_kind(each) == WHOLE for each in amiss)
    sums = {"paid", "left", "counted"}
    causes = (
        *((({TERMS}, sums | {EACH}),) if same_sum else ()),
        *(({kind}, sums | total) for kind in (EACH, TERMS, DOWN)),
        ({WHOLE}, {"paid", "left"}),
        ({"debt"}, {"claimed", "left"}),
        (set(LET_OFF.values()), {"left"}),
        ({"paid"}, {"left"}),
    )
    left, made = list(amiss), []
    for causing, following in causes:
        cause = next((each for each in left if _kind(each) in causing), None)
        if cause is not None:
            left.remove(cause)
            made.append(Finding(cause, tuple(each for each in left if _kind(each) in following)))
            left = [each for each in left if _kind(each) not in following]
    return (*made, *map(Finding, left))


def _kind(each: Amiss) -> str:
    if isinstance(each, Wrong):
        return each.kind
    return each.what if each.against == "phone" else each.against


def _adds_up(found: Figures) -> bool:
    """Whether the written total is what the written payments come to."""
    if found.total is None or not found.payments:
        return False
    whole = sum(found.payments) + (found.down or 0)
    return abs(whole - found.total) < ROUNDING * len(found.payments)
