"""A file brought in: the case it holds, and everything to look at, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assessment.intake.household_workbook import Found, Intake, read_workbook
    from assessment.intake.line import Understood

__all__ = ["Found", "Intake", "Understood", "read_workbook"]


def __getattr__(name: str) -> Any:
    """Names on first use, so that the reading process, which needs none of them, starts at once."""
    if name not in __all__:
        raise AttributeError(name)
    from assessment.intake import household_workbook

    return getattr(household_workbook, name)
