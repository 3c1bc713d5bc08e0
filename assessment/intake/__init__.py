"""A workbook brought in: the case it holds, and everything to look at, all at once."""

from assessment.intake.household_workbook import Found, Intake, read_workbook

__all__ = ["Found", "Intake", "read_workbook"]
