"""Text broken into lines: Chinese anywhere, words and numbers whole, no stop at a line's beginning, no bracket at its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_PIECES = re.compile(r"[!-~¥€£–]+|\s+|.", re.DOTALL)
_NEVER_FIRST = " ，。、；：？！）”’》】〉…—·,.;:?!)]}%％"
_NEVER_LAST = "（“‘《【〈([{"


def wrapped(text: str, across: float, width: Callable[[str], float]) -> list[str]:
    """The lines of a text, none wider than `across` by `width` but for a stop that hangs over the edge."""
    lines, line, used = [], "", 0.0
    for piece in _pieces(text, across, width):
        wide = width(piece)
        if line and used + wide > across and piece not in _NEVER_FIRST:
            kept, moved = _parted(line)
            if width(moved) + wide > across:
                kept, moved = line.rstrip(), ""
            lines.append(kept)
            line = moved
            used = width(moved)
        if line or piece != " ":
            line, used = line + piece, used + wide
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, across: float, width: Callable[[str], float]) -> Iterator[str]:
    """Signs and words; a word longer than half a line is broken anywhere."""
    for piece in _PIECES.findall(text):
        if piece.isspace():
            yield " "
        elif 2 * width(piece) > across:
            yield from piece
        else:
            yield piece


def _parted(line: str) -> tuple[str, str]:
    """What stays on a full line, and the open bracket that goes to the next."""
    kept = line.rstrip().rstrip(_NEVER_LAST)
    return (kept, line.rstrip()[len(kept) :]) if kept else (line, "")
