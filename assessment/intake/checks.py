"""What a file says of one debt that cannot all be true, each at the cell it stands in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessment.contradictions import contradictions
from assessment.intake.household_workbook import Intake
from assessment.problems import Problem


def checked(found: Intake, as_of: date) -> tuple[Problem, ...]:
    """Doubts about figures that the file itself told; what it merely left out is asked for later, where it is filled in."""
    doubts = contradictions(found.case, as_of)
    return tuple(
        replace(doubt, where=found.cells[doubt.where.path][0], raw=found.cells[doubt.where.path][1])
        for doubt in doubts
        if doubt.where.path in found.cells
    )
