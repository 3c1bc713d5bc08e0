"""A workbook brought in: the case it holds, and everything to look at, all at once."""

from assessment.intake.household_workbook import Found, Intake, read_workbook
from assessment.intake.line import Understood

__all__ = ["Found", "Intake", "Understood", "read_workbook"]
