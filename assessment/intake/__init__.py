"""A file brought in: the case it holds, and everything to look at, all at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assessment.bills import ledger_of
    from assessment.creditreport import report_in
    from assessment.intake.files import read_anew, read_workbook
    from assessment.intake.household_workbook import Found, Intake
    from assessment.intake.line import Understood

__all__ = ["Found", "Intake", "Understood", "ledger_of", "read_anew", "read_workbook", "report_in"]

_AT = {
    "Found": "intake.household_workbook", "Intake": "intake.household_workbook", "Understood": "intake.line",
    "ledger_of": "bills", "read_anew": "intake.files", "read_workbook": "intake.files", "report_in": "creditreport",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Names on first use, so that the reading process and the first page, which need none of them, start at once."""
    if name not in _AT:
        raise AttributeError(name)
    return getattr(import_module(f"assessment.{_AT[name]}"), name)
