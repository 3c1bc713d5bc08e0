"""Reading files in a process of their own, so that no file can hurt the server. The readers know nothing of the case.

Every reader turns bytes into sheets: a title, and cells `[row, column, kind, value, format]`, or whole `lines` of words
where a file has only words. A file it will not read raises Refused.
"""

from __future__ import annotations

from typing import Any

MOST_BYTES = 20 * 2**20
READ_SHEETS = 20
READ_ROWS = 5_000
READ_COLUMNS = 100
READ_LINES = 60_000
MOST_WORDS = 1_200_000
MOST_CELLS = 200_000
MOST_TEXT = 8_000_000
MOST_LETTERS = 400_000
"""Of a document without tables."""
LONGEST_TEXT = 2_000
MOST_SHEETS = 50
MOST_MERGED = 1_000
RESULTS = ("结果-", "Result-")
"""What the names of our own report's sheets of results begin with; what stands there was worked out, not entered."""

Answer = dict[str, Any]


class Refused(Exception):
    """The file is not read; `why` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Allowance:
    """How many cells and letters may still be answered, over all sheets."""

    def __init__(self, cells: int = MOST_CELLS, letters: int = MOST_TEXT) -> None:
        self.cells, self.letters = cells, letters

    def spend(self, letters: int, cells: int = 1) -> None:
        self.cells -= cells
        self.letters -= letters
        if self.cells < 0 or self.letters < 0:
            raise Refused("too_large_inside")


def sheet(title: str, **more: Any) -> Answer:
    """A sheet as it is answered; what is not told is plain."""
    plain = {"hidden": False, "cells": [], "lines": [], "lost": 0, "beyond": False, "hidden_rows": []}
    of_columns: Answer = {"hidden_columns": [], "merged": []}
    return {"title": title[:LONGEST_TEXT], **plain, **of_columns, **more}


def book(sheets: list[Answer], **more: Any) -> Answer:
    """Sheets as they are answered."""
    return {"sheets": sheets, "unread": [], "missing": 0, "from_1904": False, "text": "", "document": False, **more}
