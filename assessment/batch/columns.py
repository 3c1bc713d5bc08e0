"""The columns of a case and of a result. Amounts are whole fen; nothing in either names a person."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

RATE = pa.decimal128(18, 12)
"""Rates, shares and multiples: twelve places, so that whatever a case may hold fits exactly."""

_FEN = pa.int64()
_WORD = pa.dictionary(pa.int8(), pa.string())

_INCOME = pa.struct({"kind": pa.string(), "amount": _FEN, "period": pa.string(), "history": pa.list_(_FEN)})
_EXPENSE = pa.struct({"category": pa.string(), "amount": _FEN, "period": pa.string(), "has_reason": pa.bool_()})
_ASSET = pa.struct({"kind": pa.string(), "value": _FEN, "loan": _FEN, "quick_share": RATE, "needed": pa.bool_()})
_DEBT = pa.struct({
    "lender": pa.string(),
    "original": _FEN,
    "principal": _FEN,
    "interest": _FEN,
    "penalty": _FEN,
    "fees": _FEN,
    "rate": RATE,
    "rate_per": pa.string(),
    "rate_basis": pa.int64(),
    "penalty_multiple": RATE,
    "method": pa.string(),
    "fee_per_instalment": _FEN,
    "instalments": pa.int64(),
    "instalments_left": pa.int64(),
    "instalment": _FEN,
    "due_day": pa.int64(),
    "days_overdue": pa.int64(),
    "overdue_amount": _FEN,
    "accelerated": pa.bool_(),
    "court": pa.string(),
})  # fmt: skip

CASE = pa.schema({
    "case": pa.string(),
    "region": pa.string(),
    "place": pa.string(),
    "adults": pa.int64(),
    "children": pa.int64(),
    "elders": pa.int64(),
    "minimum_per_head": _FEN,
    "incomes": pa.list_(_INCOME),
    "expenses": pa.list_(_EXPENSE),
    "assets": pa.list_(_ASSET),
    "debts": pa.list_(_DEBT),
    "assumptions": pa.string(),
    "error": pa.string(),
})  # fmt: skip
"""A household a row: as much of a case as decides a figure.

`assumptions` are those changed, as JSON; `error` says why a case could not be read, and nothing is then worked out.
Only `case` must be there; what is missing or empty holds a case's default.
"""

RESULT = pa.schema({
    "case": pa.string(),
    "error": pa.string(),
    "floor": _FEN,
    "suggested": _FEN,
    "ceiling": _FEN,
    "cash": _FEN,
    "debt": pa.int16(),
    "stage": _WORD,
    "owed": _FEN,
    "share_floor": _FEN,
    "share_suggested": _FEN,
    "share_ceiling": _FEN,
    "share_cash": _FEN,
    "option": _WORD,
    "today": _FEN,
    "monthly": _FEN,
    "payments": pa.int16(),
    "total": _FEN,
    "saved": _FEN,
    "irr_x12": pa.float64(),
    "debt_free": pa.date32(),
    "fit": _WORD,
    "recommended": pa.bool_(),
})  # fmt: skip
"""An option a row, with its debt's and its household's figures beside it.

A household without debts has one row whose debt is empty; one that could not be assessed has one row with `error`.
`debt` counts from 1; `cash` is what assets could pay at once, `today` what an option asks at once; `payments` counts
the days on which something is paid. Everything else as in an assessment.
"""


class NotACaseTable(ValueError):
    """A table without the columns of a case, or with others in their place; says which."""


def conformed(table: pa.Table) -> pa.RecordBatch:
    """The table's columns of a case, in their order and types.

    Raises NotACaseTable where there is no case column, or a column is of quite another type.
    """
    if "case" not in table.column_names:
        raise NotACaseTable("case")
    return pa.record_batch([_column(table, field) for field in CASE], schema=CASE)


def _column(table: pa.Table, field: pa.Field) -> pa.Array:
    if field.name not in table.column_names:
        return pa.nulls(table.num_rows, field.type)
    try:
        return _as(table.column(field.name).combine_chunks(), field.type)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise NotACaseTable(field.name) from error


def _as(array: Any, kind: pa.DataType) -> pa.Array:
    """The array as another type; a struct's missing fields are empty, its unknown ones left out."""
    if array.type == kind:
        return array
    if pa.types.is_list(kind) and pa.types.is_list(array.type):
        return pa.ListArray.from_arrays(array.offsets, _as(array.values, kind.value_type), mask=array.is_null())
    if pa.types.is_struct(kind) and pa.types.is_struct(array.type):
        given = dict(zip((field.name for field in array.type), array.flatten(), strict=True))
        parts = [
            _as(given[each.name], each.type) if each.name in given else pa.nulls(len(array), each.type) for each in kind
        ]
        return pa.StructArray.from_arrays(parts, fields=list(kind), mask=array.is_null())
    return array.cast(kind)
