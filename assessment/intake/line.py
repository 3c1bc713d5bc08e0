"""One row, or the household's column of values, read into a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.case import explain
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, NotUnderstood
from assessment.intake.values import is_missing, read
from assessment.problems import Path, Place, Problem
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Understood:
    """A value that was not written plainly: where, what was written, what it was taken for."""

    where: Place
    raw: str
    meant: Text


@dataclass
class Line:
    """What a row came to so far: values by field, the cells they came from, what is to be said of them."""

    page: str
    at: Path
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: list[Understood] = field(default_factory=list)

    def take(self, cell: Cell, heading: Heading) -> None:
        """One cell's value, or a problem in its place; the field then keeps its default."""
        if is_missing(cell, heading):
            return
        name = heading.column.field
        self.cells[name] = cell
        try:
            reading = read(cell, heading)
        except NotUnderstood as refused:
            self.problems.append(Problem(self._place(name), refused.what, refused.instead, "refused", cell.shown))
            return
        self.values[name] = reading.value
        if reading.doubt:
            self.problems.append(Problem(self._place(name), *reading.doubt, "doubtful", cell.shown))
        if reading.meant:
            self.readings.append(Understood(self._place(name), cell.shown, reading.meant))

    def call(self, name: str, row: int, address: str) -> None:
        """A name for a row that has none."""
        self.values["name"] = name
        what = Text("第 {row} 行没有写名称，先叫“{name}”。", row=row, name=name)
        place = Place((*self.at, "name"), self.page, address)
        self.problems.append(Problem(place, what, Text("请补上名称。"), "doubtful"))

    def filled(self, model: type[BaseModel]) -> BaseModel:
        """The model; what is outside its limits is said, and cut or left out."""
        try:
            return model.model_validate(self.values)
        except ValidationError as error:
            problems = explain(model, error, self.at)
            for detail, problem in zip(error.errors(include_url=False), problems, strict=True):
                self._mend(str(detail["loc"][0]), detail, problem)
            return model.model_validate(self.values)

    def _mend(self, name: str, detail: Mapping[str, Any], problem: Problem) -> None:
        if name not in self.values:
            return
        raw = self.cells[name].shown if name in self.cells else problem.raw
        if detail["type"] == "string_too_long":
            most = detail["ctx"]["max_length"]
            self.values[name] = detail["input"][:most]
            instead = Text("只留下前 {most} 个字；请写短一些。", most=most)
            self.problems.append(Problem(self._place(name), problem.what, instead, "doubtful", raw))
            return
        del self.values[name]
        self.problems.append(Problem(self._place(name), problem.what, problem.instead, "refused", raw))

    def _place(self, name: str) -> Place:
        cell = self.cells.get(name)
        return Place((*self.at, name), self.page, cell.address if cell else "")
