"""Reading files in a process of their own, so that no file can hurt the server. Knows nothing of the case.

Every reader turns bytes into sheets: a title, and cells `[row, column, kind, value, format]`, or whole `lines` of words
where a file has only words. A file it will not read raises Refused.
"""

from __future__ import annotations

from typing import Any

READ_SHEETS = 20
READ_ROWS = 5_000
READ_COLUMNS = 100
READ_LINES = 60_000
MOST_CELLS = 200_000
MOST_TEXT = 8_000_000
LONGEST_TEXT = 2_000
MOST_SHEETS = 50

Answer = dict[str, Any]


class Refused(Exception):
    """The file is not read; `why` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Allowance:
    """How many cells and letters may still be answered, over all sheets."""

    def __init__(self) -> None:
        self.cells, self.letters = MOST_CELLS, MOST_TEXT

    def spend(self, letters: int) -> None:
        self.cells -= 1
        self.letters -= letters
        if self.cells < 0 or self.letters < 0:
            raise Refused("too_large_inside")


def sheet(title: str, **more: Any) -> Answer:
    """A sheet as it is answered; what is not told is plain."""
    plain = {"hidden": False, "cells": [], "lines": [], "lost": 0, "beyond": False, "hidden_rows": []}
    return {"title": title[:LONGEST_TEXT], **plain, **more}


def book(sheets: list[Answer], **more: Any) -> Answer:
    """Sheets as they are answered."""
    return {"sheets": sheets, "unread": [], "missing": 0, "from_1904": False, "text": "", **more}
