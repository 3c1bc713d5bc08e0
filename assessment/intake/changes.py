"""What a file would change in a case, part by part, and the case once the chosen parts are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from assessment.case import Case
from assessment.layout import HOUSEHOLD_PARTS, sheets

if TYPE_CHECKING:
    from assessment.intake.household_workbook import Intake

_HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the case: how many lines stand now and in the file, and how the file's lines differ by name.

    `part` is a section, or "household" for the facts and assumptions of the household, which count as one line.
    """

    part: str
    before: int
    after: int
    added: int
    changed: int
    same: int
    gone: int


def parts(found: Intake) -> tuple[str, ...]:
    """The parts of a case that a file holds."""
    held = {each.section for each in found.found if each.kept}
    sections = tuple(sheet.section for sheet in sheets() if sheet.section in held)
    return (*((_HOUSEHOLD,) if found.household else ()), *sections)


def changes(case: Case, found: Intake) -> tuple[Change, ...]:
    """Every part the file holds, against the case as it stands."""
    return tuple(_changes(case, found.case, parts(found)))


def between(before: Case, after: Case) -> tuple[Change, ...]:
    """Every part that differs between two cases."""
    every = (_HOUSEHOLD, *(sheet.section for sheet in sheets()))
    return tuple(each for each in _changes(before, after, every) if each.added or each.changed or each.gone)


def _changes(old: Case, new: Case, chosen: Collection[str]) -> Iterator[Change]:
    for part in chosen:
        if part == _HOUSEHOLD:
            same = all(getattr(old, name) == getattr(new, name) for name, _model in HOUSEHOLD_PARTS)
            yield Change(part, 1, 1, 0, int(not same), int(same), 0)
            continue
        yield _of_section(part, getattr(old, part), getattr(new, part))


def _of_section(part: str, old: tuple[BaseModel, ...], new: tuple[BaseModel, ...]) -> Change:
    names_old, names_new = Counter(map(_name, old)), Counter(map(_name, new))
    met = sum((names_old & names_new).values())
    same = sum((Counter(map(repr, old)) & Counter(map(repr, new))).values())
    return Change(part, len(old), len(new), len(new) - met, max(0, met - same), same, len(old) - met)


def _name(item: BaseModel) -> str:
    return str(getattr(item, "name", ""))


def taken(case: Case, found: Intake, chosen: Collection[str]) -> Case:
    """The case with the chosen parts from the file; every other part stays as it is."""
    names = [name for name, _model in HOUSEHOLD_PARTS] if _HOUSEHOLD in chosen else []
    names += [part for part in chosen if part != _HOUSEHOLD]
    return case.model_copy(update={name: getattr(found.case, name) for name in names})
