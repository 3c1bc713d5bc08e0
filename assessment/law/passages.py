"""A text as passages: in one width, without blanks and page breaks, and where each letter stood in the text as given."""

from __future__ import annotations

import unicodedata

from assessment.problems import Unanswerable

LONGEST = 256 * 360
ENDS = "。!?;\n"
GAP = rf"[^{ENDS}]{{0,12}}?"
"""A gap of up to twelve letters inside one sentence; written … in the catalogues of patterns."""

_WRAPPED = 12


class TooLong(Unanswerable):
    """A text longer than is read at once."""


def plain(text: str) -> tuple[str, list[int]]:
    """The text in one width, without blanks but for those that part numbers, and without breaks inside long lines.

    With it, the place of each character in `text`. Raises TooLong above LONGEST characters.
    """
    if len(text) > LONGEST:
        raise TooLong(f"{len(text)} characters, at most {LONGEST}")
    kept: list[tuple[str, int]] = []
    line, parted = 0, False
    for place, character in enumerate(text):
        if character == "\n":
            wrapped = line >= _WRAPPED and kept[-1][0] not in ENDS
            line, parted = 0, wrapped
            if not wrapped:
                kept.append(("\n", place))
            continue
        wide = [each for each in unicodedata.normalize("NFKC", character) if not each.isspace()]
        if parted and wide and wide[0].isdigit() and kept and kept[-1][0].isdigit():
            kept.append((" ", place))
        parted = not wide
        line += len(wide)
        kept += [(each, place) for each in wide]
    return "".join(each for each, _place in kept), [place for _each, place in kept]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a match; its closing mark belongs to it."""
    first = max(text.rfind(mark, 0, start) for mark in ENDS) + 1
    closing = [at for mark in ENDS if (at := text.find(mark, end)) >= 0]
    return first, min(closing, default=len(text) - 1) + 1
