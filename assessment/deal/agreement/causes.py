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
    counted,
    left,
)
from assessment.deal.agreement.figures import Figures
from assessment.deal.agreement.mending import mended

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
    """Everything amiss, once each: as a cause, or beneath the cause it would vanish with were that mended."""
    adds_up = _adds_up(found)
    total = {WHOLE} if adds_up else set()
    same_sum = adds_up and not any(_kind(each) == WHOLE for each in amiss)
    causes = (
        *((({TERMS}, {"paid", "counted", EACH}),) if same_sum else ()),
        ({EACH}, {"paid", "left"} | total),
        ({TERMS}, {"paid", "left", "counted"} | total),
        ({DOWN}, {"paid", "left"} | total),
        ({WHOLE}, {"paid", "left"}),
        ({"debt"}, {"claimed", "left"}),
        (set(LET_OFF.values()), {"left"}),
        ({"paid"}, {"left"}),
    )
    rest, made, right = list(amiss), [], found
    for causing, following in causes:
        cause = next((each for each in rest if _kind(each) in causing), None)
        if cause is None:
            continue
        rest.remove(cause)
        right = mended(right, (cause, *(each for each in rest if _kind(each) in causing | (following & {WHOLE}))))
        under = tuple(each for each in rest if _kind(each) in following and _vanishes(each, right))
        made.append(Finding(cause, under))
        rest = [each for each in rest if each not in under]
    return (*made, *map(Finding, rest))


def _vanishes(each: Amiss, right: Figures) -> bool:
    """Whether something amiss is gone from figures put right; what rests on the payments themselves goes with them."""
    match _kind(each):
        case "left":
            return not any(left(right))
        case "counted":
            return isinstance(each, Wrong) and each.text not in counted(right)
    return True


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
