"""Will it hold? Many futures of one household, the odds that a plan is kept up, and what they hang on."""

from assessment.stress.breaking import TITLE, Cause, causes, without_each
from assessment.stress.cushion import Needs, needs
from assessment.stress.endurance import HELD, Broken, break_months, curve, last_months
from assessment.stress.futures import Runs, Shock, run, untroubled
from assessment.stress.influence import Lever, Moved, levers, moved
from assessment.stress.plans import Menu, Payments, flows, menus, together, usual
from assessment.stress.points import FUTURES, SCRAMBLINGS, Floats
from assessment.stress.regret import Regret, months_of_penalty, regrets
from assessment.stress.shares import Odds, half_broken_by, kept_up, odds, ranks
from assessment.stress.spells import MONTHS
from assessment.stress.start import OWN_MONTHS, Home, Uneven, home
from assessment.stress.sustainable import largest_payments, payment_for, share_for
from assessment.stress.trial import Swap, Trial, Verdict, judge, swaps

__all__ = [
    "FUTURES",
    "HELD",
    "MONTHS",
    "OWN_MONTHS",
    "SCRAMBLINGS",
    "TITLE",
    "Broken",
    "Cause",
    "Floats",
    "Home",
    "Lever",
    "Menu",
    "Moved",
    "Needs",
    "Odds",
    "Payments",
    "Regret",
    "Runs",
    "Shock",
    "Swap",
    "Trial",
    "Uneven",
    "Verdict",
    "break_months",
    "causes",
    "curve",
    "flows",
    "half_broken_by",
    "home",
    "judge",
    "kept_up",
    "largest_payments",
    "last_months",
    "levers",
    "menus",
    "months_of_penalty",
    "moved",
    "needs",
    "odds",
    "payment_for",
    "ranks",
    "regrets",
    "run",
    "share_for",
    "swaps",
    "together",
    "untroubled",
    "usual",
    "without_each",
]
