"""A phrase from the phone, heard: cut into pieces, and every piece taken for what it says."""

from assessment.deal.hearing.grammar import listen
from assessment.deal.hearing.match import PART_TITLE
from assessment.deal.hearing.said import PARTS, Part, Said, Taken, Trap

__all__ = ["PARTS", "PART_TITLE", "Part", "Said", "Taken", "Trap", "listen"]
