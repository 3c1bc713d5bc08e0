"""Many cases at once: a frame of them, or a whole batch of files that can be stopped and taken up again."""

from assessment.batch.columns import CASE, RESULT, NotACaseTable
from assessment.batch.frame import assess_frame, assess_table
from assessment.batch.parts import Counts, problem_list
from assessment.batch.rows import framed
from assessment.batch.run import Job, Report, day_begun, run
from assessment.batch.sources import NotUsable

__all__ = [
    "CASE",
    "RESULT",
    "Counts",
    "Job",
    "NotACaseTable",
    "NotUsable",
    "Report",
    "assess_frame",
    "assess_table",
    "day_begun",
    "framed",
    "problem_list",
    "run",
]
