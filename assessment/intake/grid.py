"""A sheet's cells by row and column, and the ways to cut and turn them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assessment.intake.container import Cell

Row = Mapping[int, Cell]
Rows = Mapping[int, Row]


def rows_of(cells: Iterable[Cell]) -> Rows:
    """Cells by row and column."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return dict(sorted(rows.items()))


def in_words(rows: Rows) -> list[list[str]]:
    """Rows of cells as rows of words, with a blank row where there is none."""
    made: list[list[str]] = []
    for number, row in rows.items():
        made += [[] for _missing in range(number - 1 - len(made))]
        made.append([row[place].value if place in row else "" for place in range(1, max(row) + 1)])
    return made


def alone(row: Row) -> str:
    """The words of a row's only cell; nothing where there are more."""
    cells = list(row.values())
    return cells[0].value if len(cells) == 1 and cells[0].kind == "s" else ""


_FIGURE = re.compile(r"[¥￥]?[0-9][0-9,，.]*(?:元|万|万元|%)?", re.ASCII)


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number, if only in words."""
    return cell.kind == "n" or bool(_FIGURE.fullmatch(cell.value))


def turned(rows: Rows) -> Rows:
    """Columns as rows: for a table with one debt a column."""
    made: dict[int, dict[int, Cell]] = {}
    for number, row in rows.items():
        for place, cell in row.items():
            made.setdefault(place, {})[number] = cell
    return dict(sorted(made.items()))


def parted(rows: Rows) -> list[Rows]:
    """A sheet cut at the columns in which nothing stands; nothing where there is no such column."""
    used = sorted({place for row in rows.values() if len(row) > 1 for place in row})
    starts = [place for at, place in enumerate(used) if at == 0 or place > used[at - 1] + 1]
    ends = [*starts[1:], max(used, default=0) + 1]
    parts = [_between(rows, start, end) for start, end in zip(starts, ends, strict=True)] if used else []
    return parts if len(parts) > 1 else []


def _between(rows: Rows, start: int, end: int) -> Rows:
    """The columns from `start` to before `end`."""
    cut = {number: {at: cell for at, cell in row.items() if start <= at < end} for number, row in rows.items()}
    return {number: row for number, row in cut.items() if row}


def blocks(rows: Rows) -> list[Rows]:
    """A sheet cut where the first word of a line says once more what one before it in the same block said.

    So cards of one debt each, one below the other, come apart.
    """
    made: list[dict[int, Row]] = [{}]
    said: set[str] = set()
    for number, row in rows.items():
        word = row[min(row)].value.strip()
        if word in said and len(row) > 1:
            made.append({})
            said = set()
        said.add(word)
        made[-1][number] = row
    return [block for block in made if block]


def spread(upper: Row, lower: Row) -> list[tuple[int, str, str, Cell]]:
    """Two rows that may together be a header: for each place the words above, those below, and the lowest cell.

    A word above reaches over the columns to its right that have none of their own, as a merged cell does.
    """
    made = []
    for place in sorted({*upper, *lower}):
        left = max((at for at in upper if at <= place), default=None)
        above = upper[left].value.strip() if left is not None and (left == place or place in lower) else ""
        below = lower[place].value.strip() if place in lower else ""
        made.append((place, above, below, lower.get(place) or upper[place]))
    return made
