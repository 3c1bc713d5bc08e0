"""The household workbook read into a case: what is good is kept, what is wrong is said, all together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.case import Case, explain
from assessment.intake import values
from assessment.intake.container import Cell, Page, Unreadable, pages
from assessment.layout import (
    COMPUTED,
    GUIDE,
    HOUSEHOLD,
    HOUSEHOLD_PARTS,
    Column,
    Sheet,
    columns,
    normal,
    sheets,
    unit_hint,
)
from assessment.problems import Path, Place, Problem
from assessment.text import Text

_SEARCHED_ROWS = 40
_TOTALS = re.compile(r"(合计|小计|总计|汇总|累计)[:：]?$")
_EXAMPLE = "示例"


@dataclass(frozen=True, slots=True)
class Found:
    """How many rows of a sheet were read."""

    sheet: str
    rows: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file holds: the case from all that was good, every problem, and what was found where."""

    case: Case
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
    readings: tuple[Problem, ...] = ()


@dataclass
class _Gathered:
    """What is collected while a file is read."""

    entries: dict[str, list[BaseModel]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: list[Problem] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    parts: dict[str, BaseModel] = field(default_factory=dict)


def read_workbook(source: str | FilePath | bytes) -> Intake:
    """The case in a workbook, given as a path or as bytes; never raises for what a file holds."""
    try:
        data = source if isinstance(source, bytes) else FilePath(source).read_bytes()
        read = pages(data)
    except Unreadable as refused:
        return Intake(Case(), (Problem(Place(), refused.what, refused.instead),))
    except OSError:
        return Intake(
            Case(), (Problem(Place(), Text("这个文件打不开。"), Text("请确认文件还在，并且没有被别的程序占用。")),)
        )
    gathered = _Gathered()
    for page in read:
        _page(page, gathered)
    if not gathered.found and not gathered.parts:
        gathered.problems.insert(
            0, Problem(Place(), Text("没有找到认得的表头。"), Text("请下载空白表格，照表头填好再上传。"))
        )
    case = Case.model_validate({**gathered.parts, **{name: tuple(items) for name, items in gathered.entries.items()}})
    return Intake(case, tuple(gathered.problems), tuple(gathered.found), tuple(gathered.readings))


def _page(page: Page, gathered: _Gathered) -> None:
    if page.title == GUIDE or not page.cells:
        if page.lost:
            gathered.problems.append(
                Problem(
                    Place(sheet=page.title),
                    Text("这一页有内容，但没有读出来。"),
                    Text("请用 Excel 或 WPS 另存一份再上传。"),
                )
            )
        return
    rows = _rows(page.cells)
    if page.title == HOUSEHOLD:
        _household(page, rows, gathered)
    else:
        _listing(page, rows, gathered)
    if page.cut:
        gathered.problems.append(
            Problem(Place(sheet=page.title), Text("这一页超过 5000 行，后面的没有读。"), Text("请分成几个文件。"))
        )
    if page.hidden:
        gathered.problems.append(
            Problem(Place(sheet=page.title), Text("这一页是隐藏的，也读入了。"), Text("不需要的话请删掉。"), "note")
        )


def _rows(cells: Iterable[Cell]) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


def _household(page: Page, rows: Mapping[int, Mapping[int, Cell]], gathered: _Gathered) -> None:
    """A name in one column, its value in the next."""
    by_title = {
        normal(column.title): (name, model, column) for name, model in HOUSEHOLD_PARTS for column in columns(model)
    }
    taken: dict[str, dict[str, Any]] = {name: {} for name, _model in HOUSEHOLD_PARTS}
    where: dict[Path, Cell] = {}
    for row in rows.values():
        known = by_title.get(normal(row[1].value)) if 1 in row else None
        cell = row.get(2)
        if known is None or cell is None or values.is_missing(cell):
            continue
        name, _model, column = known
        path: Path = (name, column.field)
        where[path] = cell
        _take(page, cell, column, "", path, taken[name], gathered)
    for name, model in HOUSEHOLD_PARTS:
        gathered.parts[name] = _validated(model, taken[name], (name,), where, page, gathered)


def _listing(page: Page, rows: Mapping[int, Mapping[int, Cell]], gathered: _Gathered) -> None:
    found = _header(page, rows)
    if found is None:
        gathered.problems.append(
            Problem(
                Place(sheet=page.title),
                Text("没有认出这一页的表头，整页没有读。"),
                Text("如果里面有要用的内容，请复制到空白表格对应的页里。"),
                "note",
            )
        )
        return
    sheet, header_row, mapping = found
    _name_unknown(page, rows[header_row], mapping, gathered)
    items = gathered.entries.setdefault(sheet.section, [])
    before = len(items)
    for number in sorted(row for row in rows if row > header_row):
        _entry(page, sheet, rows[number], mapping, rows[header_row], gathered)
    gathered.found.append(Found(page.title, len(items) - before))


def _header(page: Page, rows: Mapping[int, Mapping[int, Cell]]) -> tuple[Sheet, int, dict[int, Column]] | None:
    """The sheet and row whose column names are best known; the page's own title decides between equals."""
    best: tuple[int, Sheet, int, dict[int, Column]] | None = None
    for number in sorted(rows)[:_SEARCHED_ROWS]:
        for sheet in sheets():
            mapping = _mapped(sheet, rows[number])
            named = any(column.field == "name" for column in mapping.values())
            score = 10 * len(mapping) + (5 if sheet.title in page.title else 0)
            if named and len(mapping) >= 2 and (best is None or score > best[0]):
                best = (score, sheet, number, mapping)
    return None if best is None else best[1:]


def _mapped(sheet: Sheet, row: Mapping[int, Cell]) -> dict[int, Column]:
    """Columns by place: exact titles first, then synonyms; no field twice."""
    mapping: dict[int, Column] = {}
    for names in ((lambda column: (column.title,)), (lambda column: column.synonyms)):
        for place, cell in row.items():
            word = normal(cell.value)
            free = (column for column in sheet.columns if column not in mapping.values())
            match = next((column for column in free if word in {normal(name) for name in names(column)}), None)
            if match is not None and place not in mapping:
                mapping[place] = match
    return mapping


def _name_unknown(page: Page, header: Mapping[int, Cell], mapping: Mapping[int, Column], gathered: _Gathered) -> None:
    computed = {normal(name) for name in COMPUTED}
    for place, cell in header.items():
        if place not in mapping and normal(cell.value) not in computed and cell.kind == "s":
            what = Text("没有认出“{header}”这一列，没有读。", header=cell.value[:60])
            gathered.problems.append(
                Problem(
                    _place(page, cell), what, Text("如果要用，请把列名改成空白表格里的写法。"), "note", cell.value[:200]
                )
            )


def _entry(
    page: Page,
    sheet: Sheet,
    row: Mapping[int, Cell],
    mapping: Mapping[int, Column],
    header: Mapping[int, Cell],
    gathered: _Gathered,
) -> None:
    cells = {place: cell for place, cell in row.items() if place in mapping and not values.is_missing(cell)}
    if not cells or _is_aside(row):
        return
    items = gathered.entries[sheet.section]
    at: Path = (sheet.section, len(items))
    taken: dict[str, Any] = {}
    where: dict[Path, Cell] = {}
    for place, cell in sorted(cells.items()):
        column = mapping[place]
        where[*at, column.field] = cell
        _take(page, cell, column, unit_hint(header[place].value), (*at, column.field), taken, gathered)
    if "name" not in taken:
        taken["name"] = f"{sheet.title}{len(items) + 1}"
        first = min(cells.values(), key=lambda cell: cell.column)
        what = Text("第 {row} 行没有写名称，先叫“{name}”。", row=first.row, name=taken["name"])
        gathered.problems.append(
            Problem(Place((*at, "name"), page.title, f"A{first.row}"), what, Text("请补上名称。"), "doubtful")
        )
    items.append(_validated(sheet.model, taken, at, where, page, gathered))


def _is_aside(row: Mapping[int, Cell]) -> bool:
    """A total, or the template's example."""
    first = row[min(row)].value.strip()
    return first.startswith(_EXAMPLE) or bool(_TOTALS.fullmatch(first))


def _take(
    page: Page, cell: Cell, column: Column, unit: str, path: Path, taken: dict[str, Any], gathered: _Gathered
) -> None:
    """One cell into the row: its value, or a problem in its place."""
    place = Place(path, page.title, _address(cell))
    try:
        reading = values.read(cell, column, unit)
    except values.NotUnderstood as refused:
        gathered.problems.append(Problem(place, refused.what, refused.instead, "refused", cell.value[:200]))
        return
    taken[column.field] = reading.value
    if reading.doubt:
        gathered.problems.append(Problem(place, *reading.doubt, "doubtful", cell.value[:200]))
    if reading.read_as:
        gathered.readings.append(Problem(place, reading.read_as, Text("读得不对请改。"), "note", cell.value[:200]))


def _validated(
    model: type[BaseModel], taken: dict[str, Any], at: Path, where: Mapping[Path, Cell], page: Page, gathered: _Gathered
) -> BaseModel:
    """The entry; values outside their limits are said and left out."""
    try:
        return model.model_validate(taken)
    except ValidationError as error:
        for problem in explain(model, error, at):
            cell = where.get((*at, *problem.where.path[len(at) : len(at) + 1]))
            place = Place(problem.where.path, page.title, _address(cell) if cell else "")
            gathered.problems.append(
                Problem(place, problem.what, problem.instead, "refused", cell.value[:200] if cell else problem.raw)
            )
        wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False) if detail["loc"]}
        return model.model_validate(
            {**{name: value for name, value in taken.items() if name not in wrong}, **_named(wrong, model)}
        )


def _named(wrong: set[str], model: type[BaseModel]) -> dict[str, str]:
    return {"name": ""} if "name" in wrong and "name" in model.model_fields else {}


def _place(page: Page, cell: Cell) -> Place:
    return Place((), page.title, _address(cell))


def _address(cell: Cell) -> str:
    return f"{_letter(cell.column)}{cell.row}"


def _letter(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
