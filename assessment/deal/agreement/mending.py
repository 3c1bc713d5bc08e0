"""An agreement's figures as they would be with what is amiss put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assessment import money
from assessment.deal.agreement.differences import LET_OFF, ROUNDING, TERMS, WHOLE, Difference, Wrong
from assessment.deal.agreement.figures import Figures, Waived
from assessment.deal.hearing.match import PART_TITLE
from assessment.deal.hearing.said import Part
from assessment.text import Money

_CLAIMED = {title: part for part, title in PART_TITLE.items()}
_LET_OFF: dict[str, Part] = {title: part for part, title in LET_OFF.items()}


def mended(found: Figures, amiss: Iterable[Difference | Wrong]) -> Figures:
    """The figures with each of these put right: the total, the instalments' count, what is owed, what is let off."""
    for each in amiss:
        found = _with_sum(found) if isinstance(each, Wrong) else _as_said(found, each)
    return found


def _with_sum(found: Figures) -> Figures:
    """With the total that the written payments come to."""
    return replace(found, payable=sum(found.payments) + (found.down or 0))


def _as_said(found: Figures, each: Difference) -> Figures:
    if each.what == TERMS and isinstance(each.said, int):
        return replace(found, months=each.said)
    if not isinstance(each.said, Money):
        return found
    said = money.to_fen(each.said.yuan)
    written = money.to_fen(each.written.yuan) if isinstance(each.written, Money) else 0
    if each.what == WHOLE:
        return replace(found, payable=said)
    if each.what in _LET_OFF:
        return replace(found, waived=[*found.waived, Waived((_LET_OFF[each.what],), said - written)])
    if each.against == "debt":
        return _owing(found, each.what, said)
    return found


def _owing(found: Figures, title: str, said: int) -> Figures:
    """With one part owed as it was entered, and the sum of the parts where it was theirs."""
    owed = {**found.owed, _CLAIMED[title]: said}
    theirs = found.claimed is not None and abs(sum(found.owed.values()) - found.claimed) < ROUNDING
    return replace(found, owed=owed, claimed=sum(owed.values()) if theirs else found.claimed)
