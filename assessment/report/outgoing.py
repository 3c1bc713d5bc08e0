"""Words of people and files on their way out: whatever program opens them, words they stay.

A word that begins like a formula would be computed by a spreadsheet, and could reach other files or the network.
The one rule for every file written here; numbers are written as numbers and need none of it. Word documents have no
such danger: text put into a paragraph is never a field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell

RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%", "\t", "\r", "\n", "\0")
"""What a formula, or a command in disguise, begins with. Source: OWASP, CSV Injection; ASVS 5.0, 1.2.10."""
_LOOKS_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def into_cell(cell: Cell, words: str) -> None:
    """Words as a workbook's text, marked as such, so that they also stay text when somebody edits the cell."""
    cell.value = _LOOKS_LIKE_ESCAPE.sub("_x005F_", words)
    cell.data_type = "s"
    cell.quotePrefix = True


def for_csv(words: str) -> str:
    """Words as a field of a CSV: those that begin like a formula get an apostrophe before them."""
    return f"'{words}" if words.startswith(RISKY) or words.lstrip().startswith(RISKY) else words
