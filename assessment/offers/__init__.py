"""What can be asked of a lender, what it comes to, and how the offers stand against each other."""

from assessment.offers.appraise import NEGOTIATED, cost_split, outcome, paid_today, path_of
from assessment.offers.comparison import FIT, Comparison, Fit, Judged, Room
from assessment.offers.judge import NEVER_ADVISED, compare, fit
from assessment.offers.later import later
from assessment.offers.limits import Limits, limits, yearly_costs
from assessment.offers.menu import (
    ALL_ADVISABLE,
    SELF_HELP,
    TERMS_OFFERED,
    WITHOUT_TERM,
    WITHOUT_WAIVER,
    asking,
    menu,
    settling,
)
from assessment.offers.outcome import Components, Flag, Outcome, Path, Range
from assessment.offers.plan import waived
from assessment.offers.position import Position
from assessment.offers.solve import (
    break_even_lump,
    largest_payment,
    least_waiver,
    shortest_term,
    waiver_of,
    worth_asking,
)
from assessment.offers.terms import KEPT, TITLE, TREATMENT, Kind, Terms, Treatment, Waiver

__all__ = [
    "ALL_ADVISABLE",
    "FIT",
    "KEPT",
    "NEGOTIATED",
    "NEVER_ADVISED",
    "SELF_HELP",
    "TERMS_OFFERED",
    "TITLE",
    "TREATMENT",
    "WITHOUT_TERM",
    "WITHOUT_WAIVER",
    "Comparison",
    "Components",
    "Fit",
    "Flag",
    "Judged",
    "Kind",
    "Limits",
    "Outcome",
    "Path",
    "Position",
    "Range",
    "Room",
    "Terms",
    "Treatment",
    "Waiver",
    "asking",
    "break_even_lump",
    "compare",
    "cost_split",
    "fit",
    "largest_payment",
    "later",
    "least_waiver",
    "limits",
    "menu",
    "outcome",
    "paid_today",
    "path_of",
    "settling",
    "shortest_term",
    "waived",
    "waiver_of",
    "worth_asking",
    "yearly_costs",
]
