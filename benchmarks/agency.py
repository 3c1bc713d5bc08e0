"""Made-up cases of an agency, as many as are asked for, the same each time.

A case holds two incomes (one uneven, six months of it known), nine kinds of spending, two assets and three debts of
four to thirty months, two of three overdue, one in four with a fee an instalment. Eleven options a debt but for those
in court.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from assessment.batch.columns import CASE, RATE

DEBTS = 3
METHODS = ("equal_payment", "equal_principal", "flat_fee", "interest_only", "revolving")
RATES = tuple(map(Decimal, ("0.0005", "0.0004", "0.00045", "0.00055")))
SPENDING = ("rent", "utilities", "support", "food", "clothing", "transport", "phone", "daily_goods", "leisure")


def cases(count: int, first: int = 0, debts: int = DEBTS) -> pa.Table:
    """A table of cases numbered from `first`."""
    random = np.random.default_rng([20261123, first, count, debts])
    columns = {
        "case": [f"K{number:08d}" for number in range(first, first + count)],
        "region": _words(random, ("urban", "rural"), count),
        "place": pa.repeat("某市某区", count),
        "adults": random.integers(1, 4, count),
        "children": random.integers(0, 3, count),
        "incomes": _incomes(random, count),
        "expenses": _expenses(random, count),
        "assets": _assets(random, count),
        "debts": _debts(random, count, debts),
    }
    size = pa.nulls(count)
    return pa.table([_column(columns.get(field.name, size), field.type) for field in CASE], schema=CASE)


def written(path: Path, count: int, at_once: int = 10_000) -> None:
    """The same cases as a Parquet file, without ever holding them all."""
    with pq.ParquetWriter(path, CASE) as file:
        for first in range(0, count, at_once):
            file.write_table(cases(min(at_once, count - first), first))


def _column(values: object, kind: pa.DataType) -> pa.Array:
    return values.cast(kind) if isinstance(values, pa.Array) else pa.array(values, kind)


def _words(random: np.random.Generator, words: Sequence[str], count: int) -> pa.Array:
    return pa.array(words).take(pa.array(random.integers(0, len(words), count)))


def _fen(random: np.random.Generator, low: int, high: int, count: int) -> np.ndarray:
    """Whole yuan mostly, as people write them."""
    yuan = random.integers(low, high, count) * 100
    return yuan + np.where(random.random(count) < 0.3, random.integers(0, 100, count), 0)


def _lists(values: pa.Array, each: int) -> pa.ListArray:
    return pa.ListArray.from_arrays(np.arange(0, len(values) + 1, each, dtype=np.int32), values)


def _structs(kind: str, columns: dict[str, object]) -> pa.StructArray:
    fields = list(CASE.field(kind).type.value_type)
    size = len(next(iter(columns.values())))
    arrays = [_column(columns.get(field.name, pa.nulls(size)), field.type) for field in fields]
    return pa.StructArray.from_arrays(arrays, fields=fields)


def _incomes(random: np.random.Generator, count: int) -> pa.ListArray:
    size = 2 * count
    known = np.tile([0, 6], count)
    months = pa.ListArray.from_arrays(
        np.concatenate(([0], known.cumsum())).astype(np.int32), _fen(random, 1_000, 7_000, 6 * count)
    )
    return _lists(_structs("incomes", {
        "kind": pa.array(["steady", "irregular"] * count), "amount": _fen(random, 2_500, 9_000, size), "period": pa.repeat("month", size), "history": months,
    }), 2)  # fmt: skip


def _expenses(random: np.random.Generator, count: int) -> pa.ListArray:
    size = len(SPENDING) * count
    return _lists(_structs("expenses", {
        "category": pa.array(list(SPENDING) * count), "amount": _fen(random, 50, 1_200, size), "period": _words(random, ("month", "month", "quarter", "week"), size),
        "has_reason": random.random(size) < 0.2,
    }), len(SPENDING))  # fmt: skip


def _assets(random: np.random.Generator, count: int) -> pa.ListArray:
    size = 2 * count
    return _lists(_structs("assets", {
        "kind": pa.array(["cash", "vehicle"] * count), "value": _fen(random, 0, 30_000, size), "loan": random.integers(0, 2, size) * 500_000,
        "needed": random.random(size) < 0.3,
    }), 2)  # fmt: skip


def _debts(random: np.random.Generator, count: int, each: int) -> pa.ListArray:
    size = each * count
    late = random.random(size) < 2 / 3
    left = random.integers(4, 31, size)
    with_fee = random.random(size) < 0.25
    return _lists(_structs("debts", {
        "lender": _words(random, ("bank", "credit_card", "consumer_finance", "microloan", "private"), size),
        "original": _fen(random, 40_000, 90_000, size), "principal": _fen(random, 1_000, 40_000, size),
        "interest": np.where(late, _fen(random, 20, 2_000, size), 0), "penalty": np.where(late, _fen(random, 0, 800, size), 0),
        "fees": np.where(late, _fen(random, 0, 100, size), 0),
        "rate": pa.array(RATES, RATE).take(pa.array(random.integers(0, len(RATES), size))), "rate_per": pa.repeat("day", size),
        "method": _words(random, METHODS, size), "fee_per_instalment": np.where(with_fee, _fen(random, 10, 200, size), 0),
        "instalments": left + random.integers(1, 13, size), "instalments_left": left, "due_day": random.integers(1, 29, size),
        "days_overdue": np.where(late, random.integers(1, 400, size), 0),
        "overdue_amount": pa.array(_fen(random, 500, 3_000, size), mask=random.random(size) < 0.5),
        "court": _words(random, ("none",) * 9 + ("sued",), size),
    }), each)  # fmt: skip
