"""One piece of a batch worked through. What may run in another process stands here, and can be sent there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from assessment._assess import assess
from assessment.batch import results
from assessment.batch.frame import assess_table
from assessment.intake import read_workbook
from assessment.problems import Problem
from assessment.report.chinese import chinese
from assessment.text import Text

PROBLEM = pa.schema({name: pa.string() for name in ("file", "place", "case", "problem")})
"""Where something is wrong, whose case it is, and what would be right, in one plain sentence."""


class Rows(NamedTuple):
    """Some cases of a file, the row each stands in, and what was doubtful when they were read."""

    file: str
    places: Sequence[int]
    cases: pa.Table
    doubts: tuple[dict[str, str], ...] = ()


class Books(NamedTuple):
    """Some workbooks, each with the name its case goes by."""

    files: tuple[tuple[str, Path], ...]


Piece = Rows | Books


class Done(NamedTuple):
    """What came of a piece: results, problems, how many cases, and how many of them could not be assessed."""

    results: pa.Table
    problems: pa.Table
    cases: int
    failed: int


def done(piece: Piece, as_of: date) -> Done:
    """A piece assessed on a day."""
    return _books(piece, as_of) if isinstance(piece, Books) else of_rows(piece, assess_table(piece.cases, as_of))


def of_rows(piece: Rows, found: pa.Table) -> Done:
    """The results of some cases with their problems beside them."""
    names = piece.cases.column("case").to_pylist()
    row = dict(zip(reversed(names), reversed(piece.places), strict=True))
    wrong = found.filter(pc.is_valid(found.column("error"))).select(["case", "error"]).to_pylist()
    lines = [_line(piece.file, str(row[each["case"]]), each["case"], each["error"]) for each in wrong]
    twice = [name for name, count in Counter(names).items() if name is not None and count > 1]
    lines += [_line(piece.file, str(row[name]), name, chinese(_TWICE)) for name in twice]
    return Done(found, pa.Table.from_pylist([*lines, *piece.doubts], PROBLEM), len(names), len(wrong))


_TWICE = Text("这个编号不止出现一次，每一次都当作另一户算了。请核对编号。")


def _books(piece: Books, as_of: date) -> Done:
    """Workbooks, each read apart."""
    rows: list[dict[str, Any]] = []
    lines: list[dict[str, str]] = []
    for case, path in piece.files:
        its_rows, its_lines = _book(case, path, as_of)
        rows += its_rows
        lines += its_lines
    failed = sum(bool(row.get("error")) for row in rows)
    return Done(results.table(rows), pa.Table.from_pylist(lines, PROBLEM), len(piece.files), failed)


def _book(case: str, path: Path, as_of: date) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """One workbook's results and problems. With anything refused it is not assessed: its figures would be wrong."""
    try:
        read = read_workbook(path)
        lines = [told(case, case, found) for found in read.problems if found.standing != "note"]
        refused = sum(found.standing == "refused" for found in read.problems)
        if refused:
            return [_not_read(case, refused)], lines
        return results.checked(results.of_assessment(case, assess(read.case, as_of))), lines
    except Exception as error:  # noqa: BLE001 - one workbook must not stop the hundreds after it
        why = chinese(Text("这份表格没有算成（{name}），是程序的问题，请告诉我们。", name=type(error).__name__))
        return [results.failed(case, why)], [_line(case, "", case, why)]


def _not_read(case: str, count: int) -> dict[str, Any]:
    return results.failed(case, chinese(Text("有 {count} 处没有读懂，没有测算。", count=count)))


def told(file: str, case: str, found: Problem) -> dict[str, str]:
    """One problem as a line of the list."""
    place = " ".join(part for part in (found.where.sheet, found.where.cell) if part)
    return _line(file, place, case, said(found))


def said(found: Problem) -> str:
    """What is wrong and what would be right, after the cell it stands in."""
    return f"{found.where.cell}：{chinese(found.what)}{chinese(found.instead)}".removeprefix("：")


def _line(file: str, place: str, case: str | None, problem: str) -> dict[str, str]:
    return {"file": file, "place": place, "case": case or "", "problem": problem}
