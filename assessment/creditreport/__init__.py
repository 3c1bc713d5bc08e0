"""The personal credit report as text: its accounts, each with the sentence it came from, as debts to accept."""

from assessment.creditreport.accounts import Account, Report
from assessment.creditreport.proposals import Proposal, proposals, taken
from assessment.creditreport.reading import is_report, report_in

__all__ = ["Account", "Proposal", "Report", "is_report", "proposals", "report_in", "taken"]
