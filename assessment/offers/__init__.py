"""What can be asked of a lender, what it comes to, and how the offers stand against each other."""

from assessment.offers.appraise import NEGOTIATED, cost_split, outcome, paid_today
from assessment.offers.comparison import Comparison, Fit, Judged, Room
from assessment.offers.judge import NEVER_ADVISED, compare
from assessment.offers.menu import ALL_ADVISABLE, SELF_HELP, WITHOUT_WAIVER, menu
from assessment.offers.outcome import Components, Flag, Outcome, Path, Range
from assessment.offers.position import Position
from assessment.offers.solve import break_even_lump, largest_payment, least_waiver, shortest_term, waiver_of
from assessment.offers.terms import TITLE, TREATMENT, Kind, Terms, Treatment, Waiver

__all__ = [
    "ALL_ADVISABLE",
    "NEGOTIATED",
    "NEVER_ADVISED",
    "SELF_HELP",
    "TITLE",
    "TREATMENT",
    "WITHOUT_WAIVER",
    "Comparison",
    "Components",
    "Fit",
    "Flag",
    "Judged",
    "Kind",
    "Outcome",
    "Path",
    "Position",
    "Range",
    "Room",
    "Terms",
    "Treatment",
    "Waiver",
    "break_even_lump",
    "compare",
    "cost_split",
    "largest_payment",
    "least_waiver",
    "menu",
    "outcome",
    "paid_today",
    "shortest_term",
    "waiver_of",
]
