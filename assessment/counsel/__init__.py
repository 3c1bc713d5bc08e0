"""A session with a counselor: figures gone through, questions, a check list, points told back, and what was chosen."""

from assessment.counsel.marks import FIGURES, Graded, Tally, heaviest_first, is_stale, marked, tally, upheld, weight
from assessment.counsel.models import WORDS, Counsel, Note, Question, Shown, Suitability, Told
from assessment.counsel.points import CHECKS, TELL_BACK
from assessment.counsel.questions import left_open
from assessment.counsel.suitability import drafted

__all__ = [
    "CHECKS",
    "FIGURES",
    "TELL_BACK",
    "WORDS",
    "Counsel",
    "Graded",
    "Note",
    "Question",
    "Shown",
    "Suitability",
    "Tally",
    "Told",
    "drafted",
    "heaviest_first",
    "is_stale",
    "left_open",
    "marked",
    "tally",
    "upheld",
    "weight",
]
