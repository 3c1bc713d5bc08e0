"""Cases as rows of a table, and a row as a case again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
from pydantic import BaseModel, ValidationError

from assessment import money
from assessment.batch.columns import CASE
from assessment.case import Asset, Assumptions, Case, Debt, Expense, Household, Income, explain
from assessment.problems import Problem
from assessment.report.chinese import chinese
from assessment.text import Text, label

_HOUSEHOLD = ("region", "place", "adults", "children", "elders", "minimum_per_head")
_ENTRIES: dict[str, type[BaseModel]] = {"incomes": Income, "expenses": Expense, "assets": Asset, "debts": Debt}
_TITLE = {"incomes": label("收入"), "expenses": label("支出"), "assets": label("资产"), "debts": label("债务")}
_FEN = frozenset({
    "minimum_per_head", "amount", "value", "loan", "original", "principal", "interest", "penalty", "fees", "fee_per_instalment", "instalment", "overdue_amount",
})  # fmt: skip
_RATE_FIELDS = ("rate", "rate_per", "rate_basis")
_REASON = "有"


class NotAssessable(ValueError):
    """A row that is no case; says in plain sentences what is wrong in it."""


def framed(cases: Mapping[str, Case]) -> pa.Table:
    """The cases as a table, a household a row."""
    return pa.Table.from_pylist([row_of(name, case) for name, case in cases.items()], schema=CASE)


def case_of(row: Mapping[str, Any]) -> Case:
    """The case in a row. Raises NotAssessable with everything that is wrong in it."""
    if row["error"]:
        raise NotAssessable(row["error"])
    if row["case"] is None:
        raise NotAssessable(chinese(Text("这一行没有编号。请在 case 一列填上。")))
    wrong: list[str] = []
    household = _model(Household, _household(row), Text("家庭"), wrong)
    entries = {
        name: tuple(
            _model(model, _entry(each), Text("{section}第 {place} 笔", section=Text(_TITLE[name]), place=place), wrong)
            for place, each in enumerate(row[name] or (), start=1)
        )
        for name, model in _ENTRIES.items()
    }
    assumptions = _assumptions(row["assumptions"], wrong)
    if wrong:
        raise NotAssessable("".join(wrong))
    try:
        return Case(household=household, assumptions=assumptions, **entries)
    except ValidationError as error:
        raise NotAssessable("".join(_said(Text("这一户"), found) for found in explain(Case, error))) from error


def assumed(text: str | None) -> Assumptions:
    """The assumptions in a row: the usual ones with those changed. Raises ValueError where it is no such JSON."""
    return Assumptions.model_validate_json(text) if text else Assumptions()


def _assumptions(text: str | None, wrong: list[str]) -> Assumptions:
    try:
        return assumed(text)
    except ValidationError as error:
        wrong += [_said(Text("假设"), found) for found in explain(Assumptions, error)]
    return Assumptions()


def _model(model: type[BaseModel], values: Mapping[str, Any] | None, where: Text, wrong: list[str]) -> BaseModel | None:
    if values is None:
        wrong.append(chinese(Text("{where}：这一笔是空的。", where=where)))
        return None
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong += [_said(where, found) for found in explain(model, error)]
    return None


def _said(where: Text, found: Problem) -> str:
    return chinese(Text("{where}：{what}{instead}", where=where, what=found.what, instead=found.instead))


def _household(row: Mapping[str, Any]) -> dict[str, Any]:
    return _known({name: row[name] for name in _HOUSEHOLD})


def _entry(cells: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """An entry's fields as its model takes them; a rate is one field there."""
    if cells is None:
        return None
    known = _known({name: cell for name, cell in cells.items() if name not in {*_RATE_FIELDS, "has_reason"}})
    if cells.get("rate") is not None:
        known["rate"] = {
            "value": cells["rate"],
            "per": cells["rate_per"] or "year",
            "basis": cells["rate_basis"] or 365,
        }
    if cells.get("has_reason"):
        known["reason"] = _REASON
    return {"name": "", **known}


def _known(cells: Mapping[str, Any]) -> dict[str, Any]:
    """What is filled in, in yuan."""
    return {name: _yuan(name, cell) for name, cell in cells.items() if cell is not None}


def _yuan(name: str, cell: Any) -> Any:
    if name == "history":
        return [money.to_yuan(each) if each is not None else None for each in cell]
    return money.to_yuan(cell) if name in _FEN else cell


def row_of(name: str, case: Case) -> dict[str, Any]:
    """A case as one row, under a name."""
    home = case.household
    changed = {name: _plain(value) for name, value in case.assumptions.model_dump(exclude_defaults=True).items()}
    return {
        "case": name,
        **{field: _fen(field, getattr(home, field)) for field in _HOUSEHOLD},
        **{section: [_cells(each) for each in getattr(case, section)] for section in _ENTRIES},
        "assumptions": json.dumps(changed) if changed else None,
    }


def _cells(entry: BaseModel) -> dict[str, Any]:
    wanted = {field.name for field in CASE.field(_SECTION[type(entry)]).type.value_type}
    cells = {name: _fen(name, value) for name, value in dict(entry).items() if name in wanted}
    if isinstance(entry, Debt):
        rate = entry.rate
        cells |= {"rate": rate.value, "rate_per": rate.per, "rate_basis": rate.basis} if rate else {"rate": None}
    if isinstance(entry, Expense):
        cells["has_reason"] = bool(entry.reason)
    return cells


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


_SECTION = {model: section for section, model in _ENTRIES.items()}


def _fen(name: str, value: Any) -> Any:
    if name == "history":
        return [money.to_fen(each) for each in value]
    return money.to_fen(value) if name in _FEN and isinstance(value, Decimal) else value
