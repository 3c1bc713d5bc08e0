"""The credit report: its calendar, what a person can see and ask of it, and policies that mend it."""

from assessment.credit.calendar import CreditCalendar, CreditPath, calendar, code, joint
from assessment.credit.record import Right, effects, on_record, rights
from assessment.credit.repair import Repair, hidden_from, repair

__all__ = [
    "CreditCalendar",
    "CreditPath",
    "Repair",
    "Right",
    "calendar",
    "code",
    "effects",
    "hidden_from",
    "joint",
    "on_record",
    "repair",
    "rights",
]
