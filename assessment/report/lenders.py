"""Other lenders' names and products in words that go to somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from assessment.case import Debt

_SHORTEST = 2
"""One character stands in too many other words."""
ONE_OF_THEM = "〔一笔债〕"


def known(debts: Iterable[Debt]) -> tuple[str, ...]:
    """Every name and product, the longest first."""
    told = {name for debt in debts for name in (debt.name, debt.product) if len(name) >= _SHORTEST}
    return tuple(sorted(told, key=lambda name: (-len(name), name)))


def instead(called: Iterable[tuple[Debt, str]]) -> dict[str, str]:
    """What is said in place of each name and product; of one that several debts share, only that it is one of them."""
    pairs = [(name, told) for debt, told in called for name in {debt.name, debt.product} if len(name) >= _SHORTEST]
    shared = Counter(name for name, _told in pairs)
    return {name: told if shared[name] == 1 else ONE_OF_THEM for name, told in pairs}


def hidden(text: str, told: Mapping[str, str]) -> str:
    """A text with every name replaced, the longest first."""
    for name in sorted(told, key=len, reverse=True):
        text = text.replace(name, told[name])
    return text
