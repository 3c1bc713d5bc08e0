"""The report as a workbook: what was entered, and every result as a formula that computes anew where it is opened."""

from assessment.report.live.book import MOST_DEBTS, write
from assessment.report.live.offer_sheet import offer_sheet

__all__ = ["MOST_DEBTS", "offer_sheet", "write"]
