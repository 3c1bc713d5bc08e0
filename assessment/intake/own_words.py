"""Our own words as a workbook of ours may hold them: in Chinese, and in English out of the catalogue."""

from __future__ import annotations

from functools import cache

from assessment.layout import COMPUTED, NUMBER, normal
from assessment.report.english import translated


def both(word: str) -> tuple[str, ...]:
    """A word of ours in every language in which a workbook is written."""
    return tuple(dict.fromkeys((word, translated(word))))


@cache
def passed_over() -> frozenset[str]:
    """Headers of the columns that a workbook of ours numbers or computes itself."""
    return frozenset(normal(said) for name in (*COMPUTED, NUMBER) for said in both(name))
