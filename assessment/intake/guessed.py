"""Kinds that no column says, filled in by the entry's own name, and said together so that they can be put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from pydantic import BaseModel

from assessment.case import words
from assessment.intake import guesses
from assessment.intake.container import Page
from assessment.intake.line import Line
from assessment.intake.tables import Table
from assessment.layout import Section
from assessment.problems import Place, Problem
from assessment.text import Text, label

_GUESSED: dict[Section, str] = {"debts": "lender", "assets": "kind", "expenses": "category"}
_WORDS: dict[str, Mapping[Any, str]] = {
    "lender": words.LENDER,
    "kind": words.ASSET_KIND,
    "category": words.EXPENSE_CATEGORY,
}
_TITLES = {"lender": label("出借方类型"), "kind": label("类别"), "category": label("类别")}
_SHOWN = 12


def complete(line: Line, table: Table) -> None:
    """The kind that an entry's name gives away, where the table has no column for it and is not under our own titles."""
    field = _GUESSED.get(table.sheet.section)
    if field is None or table.ours or table.places(field) or field in line.values:
        return
    name = str(line.values.get("name", ""))
    told: str | None = None
    match table.sheet.section:
        case "debts":
            told = guesses.lender_class(name, str(line.values.get("product", "")))
        case "assets":
            told = guesses.asset_kind(name)
        case "expenses":
            told = guesses.expense_category(name)
    if told is None:
        return
    line.values[field] = told
    cell = line.cells.get("product", line.cells.get("name"))
    if cell is not None and (field == "lender" or _says(name, _WORDS[field][told])):
        kind = Text("{title}：{kind}", title=Text(_TITLES[field]), kind=Text(_WORDS[field][told]))
        line.readings.append(line.understood(field, cell, kind))
    else:
        line.guessed = told


def _says(name: str, kind: str) -> bool:
    """Whether a name holds its kind in so many words, as 每月房租 does 房租."""
    return any(word in name for word in kind.split("（", maxsplit=1)[0].split("、"))


def said(page: Page, table: Table, lines: Sequence[tuple[Line, BaseModel]]) -> Iterator[Problem]:
    """All that was guessed in a table, in one sentence."""
    field = _GUESSED.get(table.sheet.section, "")
    pairs = [
        Text("{name}→{kind}", name=str(line.values.get("name", "")), kind=Text(_WORDS[field][line.guessed]))
        for line, _model in lines
        if line.guessed
    ]
    if not pairs:
        return
    listed = reduce(lambda before, pair: Text("{before}、{pair}", before=before, pair=pair), pairs[:_SHOWN])
    what = Text(
        "没有写{title}，按名称分的，共 {count} 笔：{pairs}。",
        title=Text(_TITLES[field]),
        count=len(pairs),
        pairs=listed,
    )
    cell = table.header[(table.places("name") or (min(table.header),))[0]]
    yield Problem(
        Place(sheet=page.title, cell=cell.address), what, Text("请核对；采用之后可以改。"), "doubtful", cell.shown
    )
