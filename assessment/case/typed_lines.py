"""Lines of the log that a small form wrote: answers to what no call tells, never words that somebody said."""

from __future__ import annotations

from assessment.case.models import Event

PART = "｜"
MARKS = ("信用报告有误", "借款时被搭售", "出借机构")
"""The word each such line begins with; what follows is parted by PART."""


def typed(event: Event) -> bool:
    """Whether a form wrote the line."""
    mark, bar, _rest = event.words.partition(PART)
    return event.kind == "other" and bool(bar) and mark.strip() in MARKS
