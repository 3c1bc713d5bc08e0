"""Cells that hold one of several words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, reduce

from assessment.case import words
from assessment.intake import guesses
from assessment.intake.container import Cell
from assessment.intake.header_words import aliases
from assessment.intake.own_words import both
from assessment.intake.reading import Heading, Reading, refusal
from assessment.layout import Words
from assessment.problems import NotUnderstood
from assessment.text import Text, label

_YES = frozenset({"是", "有", "对", "y", "yes", "true", "1", "√", "✓", "✔"})
_NO = frozenset({"否", "没有", "无", "不是", "未", "n", "no", "false", "0", "×", "x", "✗"})
_SHORTEST_PART = 2


def read_yes_no(cell: Cell, heading: Heading) -> Reading:
    """是 or 否, and what people write for them."""
    word = _folded(cell.value.removesuffix(".0"))
    if cell.kind not in {"b", "n", "s"} or word not in _YES | _NO:
        raise refusal(cell, heading, label("是 或 否"))
    told = word in _YES
    plain = cell.kind == "b" or word in _written(words.YES_NO[told])
    return Reading(told, None if plain else Text(words.YES_NO[told]))


def read_choice(cell: Cell, heading: Heading) -> Reading:
    """One of a closed list, by its word, its word without what is in brackets, or a word that holds it.

    The words are ours in Chinese and in English.
    """
    choices = heading.column.words or {}
    said = _folded(cell.value)
    for key, name in choices.items():
        if said in _written(name) or said == str(key):
            return Reading(key)
    alias = aliases(heading.part, heading.column.field).get(said)
    if alias is not None and alias in choices:
        return Reading(alias, Text(choices[alias]))
    near = _near(said, choices)
    if near is None:
        raise _not_listed(cell, heading, choices)
    key, name = near
    doubt = Text("“{raw}”按“{choice}”读。", raw=cell.shown[:60], choice=Text(name)), Text("请核对。")
    return Reading(key, Text(name), doubt)


def read_category(cell: Cell, heading: Heading) -> Reading:
    """A line of living: one of ours, or other people's words for it, as 餐饮."""
    try:
        return read_choice(cell, heading)
    except NotUnderstood:
        category = guesses.expense_category(cell.value) if cell.kind == "s" else None
        if category is None:
            raise
        return Reading(category, Text(words.EXPENSE_CATEGORY[category]))


@cache
def _written(name: str) -> frozenset[str]:
    """How a choice of ours is written, with or without what is in brackets."""
    whole = [_folded(said) for said in both(name)]
    return frozenset((*whole, *(said.split("(")[0] for said in whole)))


def _near(said: str, choices: Words) -> tuple[object, str] | None:
    """The only choice that holds what was said, or is held in it."""
    if len(said) < _SHORTEST_PART:
        return None
    found = [(key, name) for key, name in choices.items() if _touch(said, _folded(name.split("（")[0]))]
    return found[0] if len(found) == 1 else None


def _touch(said: str, name: str) -> bool:
    return said in name or (len(name) >= _SHORTEST_PART and name in said)


def _not_listed(cell: Cell, heading: Heading, choices: Words) -> NotUnderstood:
    what = Text("“{raw}”不在{name}可选的几项里。", raw=cell.shown[:60], name=Text(heading.column.title))
    known = reduce(lambda before, name: Text("{before}、{pair}", before=before, pair=name), map(Text, choices.values()))
    return NotUnderstood(what, Text("请从这些里选：{known}。", known=known))


def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
