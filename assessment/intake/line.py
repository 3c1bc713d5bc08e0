"""One row, or the household's column of values, read into a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.case import explain
from assessment.intake.container import Cell
from assessment.intake.header_words import TARGETS
from assessment.intake.reading import Heading
from assessment.intake.values import is_missing, read
from assessment.problems import NotUnderstood, Path, Place, Problem
from assessment.text import Money, Text


@dataclass(frozen=True, slots=True)
class Understood:
    """A value that was not written plainly: where, what was written, what it was taken for."""

    where: Place
    raw: str
    meant: Text


@dataclass
class Line:
    """What a row came to so far: values by field, the cells they came from, what is to be said of them.

    `sides` are values of columns that are no field of the case, `also` values that a cell told beside its own.
    `amounts` are the values by column, for the sums below.
    """

    page: str
    at: Path
    values: dict[str, Any] = field(default_factory=dict)
    sides: dict[str, Any] = field(default_factory=dict)
    also: dict[str, tuple[Any, str]] = field(default_factory=dict)
    amounts: dict[int, Decimal] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: list[Understood] = field(default_factory=list)
    guessed: str = ""

    def take(self, cell: Cell, heading: Heading, place: int = 0) -> None:
        """One cell's value at its place in the row, or a problem in its place; the field then keeps its default."""
        if is_missing(cell, heading):
            return
        name = heading.column.field
        first = self.cells.setdefault(name, cell)
        try:
            reading = read(cell, heading)
        except NotUnderstood as refused:
            self.problems.append(Problem(self._at(name, cell), refused.what, refused.instead, "refused", cell.shown))
            return
        into = self.sides if name in TARGETS else self.values
        if name in into and first is not cell:
            self._add(name, reading.value, cell)
        else:
            into[name] = reading.value
        if isinstance(reading.value, Decimal):
            self.amounts[place] = reading.value
        self.also |= {key: (value, name) for key, value in reading.also.items()}
        if reading.doubt:
            self.problems.append(Problem(self._at(name, cell), *reading.doubt, "doubtful", cell.shown))
        if reading.meant:
            self.readings.append(Understood(self._at(name, cell), cell.shown, reading.meant))

    def _add(self, name: str, more: Decimal, cell: Cell) -> None:
        """A second column of the same field adds to it."""
        before = self.values[name]
        self.values[name] = before + more
        meant = Text("{before} 加 {more}，一共 {sum}", before=Money(before), more=Money(more), sum=Money(before + more))
        self.readings.append(Understood(self._at(name, cell), cell.shown, meant))

    def call(self, name: str, which: Text, cell: Cell | None) -> None:
        """A name for a row that has none; `which` row it is, `cell` is where the name should stand, if anywhere."""
        self.values["name"] = name
        what = Text("{which}没有写名称，先叫“{name}”。", which=which, name=name)
        self.problems.append(Problem(self._at("name", cell), what, Text("请补上名称。"), "doubtful"))

    def doubt(self, name: str, what: Text, instead: Text) -> None:
        """A value that was taken, or worked out, and should be looked at again."""
        cell = self.cells.get(name)
        self.problems.append(Problem(self._at(name, cell), what, instead, "doubtful", cell.shown if cell else ""))

    def refuse(self, name: str, what: Text, instead: Text) -> None:
        """A value that could not be taken after all."""
        cell = self.cells.get(name)
        self.problems.append(Problem(self._at(name, cell), what, instead, "refused", cell.shown if cell else ""))

    def meant(self, name: str, meant: Text) -> None:
        """What a cell was taken for."""
        self.readings.append(self.understood(name, self.cells[name], meant))

    def understood(self, name: str, cell: Cell, meant: Text) -> Understood:
        """What a cell was taken for, for a field that need not be its own."""
        return Understood(self._at(name, cell), cell.shown, meant)

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
        cell = self.cells.get(name)
        raw = cell.shown if cell else problem.raw
        if detail["type"] == "string_too_long":
            most = detail["ctx"]["max_length"]
            self.values[name] = detail["input"][:most]
            instead = Text("只留下前 {most} 个字；请写短一些。", most=most)
            self.problems.append(Problem(self._at(name, cell), problem.what, instead, "doubtful", raw))
            return
        del self.values[name]
        self.problems.append(Problem(self._at(name, cell), problem.what, problem.instead, "refused", raw))

    def _at(self, name: str, cell: Cell | None) -> Place:
        """Where a value stands; one that is no field of the case leads to the field it would have filled."""
        target = TARGETS.get(name, name)
        path = (*self.at, target) if target and (name == target or target not in self.values) else ()
        return Place(path, self.page, cell.address if cell else "")
