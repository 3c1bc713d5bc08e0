"""Results as a table: from the vector engine's columns, from one assessment, or from what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

import numpy as np
import pyarrow as pa

from assessment import money
from assessment._assess import Assessment, DebtAssessment
from assessment.batch.columns import RESULT
from assessment.batch.entries import Places
from assessment.batch.judged import FITS
from assessment.batch.options import KINDS
from assessment.offers import Judged
from assessment.offers.appraise import paid_today
from assessment.stages import Stage

STAGES = get_args(Stage)
_LARGEST = np.iinfo(np.int64).max
_WORDS = {"stage": STAGES, "option": KINDS, "fit": FITS}


def of_assessment(case: str, found: Assessment) -> list[dict[str, Any]]:
    """One row an option of every debt; one in all where there are no debts."""
    carried = found.affordability
    home = {
        "case": case,
        "floor": carried.capacity.floor,
        "suggested": carried.capacity.suggested,
        "ceiling": carried.capacity.ceiling,
        "cash": money.to_fen(carried.asset_capacity.yuan),
    }
    rows = [home | _debt(debt) | option for debt in found.debts for option in _options(debt, found)]
    return rows or [home]


def checked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows. Raises OverflowError where a figure is too large for its column."""
    if any(abs(value) > _LARGEST for row in rows for value in row.values() if isinstance(value, int)):
        raise OverflowError("a figure does not fit 64 bits")
    return rows


def failed(case: str | None, why: str) -> dict[str, Any]:
    """The one row of a case that could not be assessed."""
    return {"case": case, "error": why}


def table(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Rows as a table of results."""
    return pa.Table.from_pylist(list(rows), schema=RESULT)


def words(name: str, codes: Places) -> pa.Array:
    """Places among a column's words as that column."""
    return pa.DictionaryArray.from_arrays(codes.astype(np.int8), pa.array(_WORDS[name], pa.string()))


def of_columns(columns: dict[str, Any]) -> pa.Table:
    """Columns of a result by name; those not given are empty."""
    size = len(next(iter(columns.values())))
    return pa.table(
        [columns[field.name] if field.name in columns else pa.nulls(size, field.type) for field in RESULT],
        schema=RESULT,
    )


def _debt(found: DebtAssessment) -> dict[str, Any]:
    share = found.comparison.share
    return {
        "debt": found.index + 1,
        "stage": found.stage,
        "owed": found.position.claim.total,
        "share_floor": share.floor,
        "share_suggested": share.suggested,
        "share_ceiling": share.ceiling,
        "share_cash": found.cash,
    }


def _options(found: DebtAssessment, whole: Assessment) -> list[dict[str, Any]]:
    best = found.comparison.recommended
    return [
        _option(option, whole) | {"recommended": place == best} for place, option in enumerate(found.comparison.options)
    ]


def _option(found: Judged, whole: Assessment) -> dict[str, Any]:
    result = found.outcome
    return {
        "option": result.terms.kind,
        "today": paid_today(whole.as_of, result.path),
        "monthly": result.monthly,
        "payments": sum(paid > 0 for paid in result.path.payment),
        "total": result.total,
        "saved": result.saved,
        "irr_x12": result.irr_x12,
        "debt_free": result.debt_free,
        "fit": found.fit,
    }
