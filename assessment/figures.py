"""Figures that explain themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.text import Text

Grade = Literal["verified", "estimate", "inferred"]

_FROM_STRONGEST: tuple[Grade, ...] = ("verified", "estimate", "inferred")


def weakest(grades: Iterable[Grade]) -> Grade:
    """The least sure of some grades; "verified" where there are none."""
    return max(grades, key=_FROM_STRONGEST.index, default="verified")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a figure's trail: what it is, how much a month it adds or takes, how sure it is."""

    label: Text
    yuan: Decimal
    grade: Grade = "verified"
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount with where it came from.

    `yuan` is the amount, `reason` the formula in words with its numbers, `lines` its trail,
    `rules` the ids of the rules it rests on, `grade` its weakest input.
    """

    yuan: Decimal
    reason: Text
    lines: tuple[Line, ...] = ()
    rules: tuple[str, ...] = ()
    grade: Grade = "verified"


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a month can carry, three ways. Fen a month; 0 <= floor <= suggested <= ceiling (保底, 建议, 上限)."""

    floor: int
    suggested: int
    ceiling: int
