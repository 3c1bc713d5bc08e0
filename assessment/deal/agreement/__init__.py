"""The agreement a lender sends: what it says, what it leaves out, what in it should not be signed, whether it adds up."""

from assessment.deal.agreement.causes import Amiss, Finding
from assessment.deal.agreement.check import Checked, Met, Stands, check
from assessment.deal.agreement.clauses import Danger, Level, Line, Point, Status, dangers, points
from assessment.deal.agreement.differences import Difference, Wrong
from assessment.deal.agreement.figures import Figures, Row, Waived, figures

__all__ = [
    "Amiss",
    "Checked",
    "Danger",
    "Difference",
    "Figures",
    "Finding",
    "Level",
    "Line",
    "Met",
    "Point",
    "Row",
    "Stands",
    "Status",
    "Waived",
    "Wrong",
    "check",
    "dangers",
    "figures",
    "points",
]
