"""The benchmarks can be run, and what is written about batches names every column."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from assessment.batch import CASE, RESULT
from benchmarks import agency
from benchmarks.__main__ import MODULES

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", MODULES)
def test_each_benchmark_says_rows_under_a_title(name):
    module = importlib.import_module(f"benchmarks.{name}")
    assert module.TITLE
    assert callable(module.rows)


def test_made_up_cases_are_the_same_each_time():
    assert agency.cases(50, first=7).equals(agency.cases(50, first=7))
    assert not agency.cases(50, first=7).equals(agency.cases(50, first=8))


def test_every_column_of_a_batch_is_written_about():
    text = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    entries = [
        field.name for kind in ("incomes", "expenses", "assets", "debts") for field in CASE.field(kind).type.value_type
    ]
    for name in {*CASE.names, *RESULT.names, *entries}:
        assert f"`{name}`" in text, name
