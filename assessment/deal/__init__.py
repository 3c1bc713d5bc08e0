"""The deal itself: offers heard on the phone, the call, the ledger of offers, and the agreement that follows."""

from assessment.deal.answer import Answer, Move, answers
from assessment.deal.flows import Flows
from assessment.deal.hearing.said import Taken
from assessment.deal.reading import Reading, read
from assessment.deal.verdict import Change, Course, Verdict, change, gap, judge

__all__ = [
    "Answer",
    "Change",
    "Course",
    "Flows",
    "Move",
    "Reading",
    "Taken",
    "Verdict",
    "answers",
    "change",
    "gap",
    "judge",
    "read",
]
