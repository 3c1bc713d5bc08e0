"""The largest type in which a paper still fits one page."""

from __future__ import annotations

import math
from unicodedata import east_asian_width

from assessment.report.paper import Block, Heading, Items, Paper, Paragraph, Table, sentences
from assessment.report.word import HIGH_MM, WIDE_MM, Join, Look, Say

SIZES = (18, 16, 14, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
_MARGIN_MM = 11
_POINT_MM = 25.4 / 72
_LETTER, _DIGIT = 0.53, 0.6
"""How wide letters with their spaces, and digits, are beside a Chinese character; wider than most fonts have them."""
_CELL_PADDING_MM = 4.2


def look(paper: Paper, say: Say, join: Join) -> Look:
    """How to set the paper; in the smallest type where nothing fits."""
    looks = [_look(size) for size in SIZES]
    return next(
        (each for each in looks if _height_mm(paper, each, say, join) <= HIGH_MM - 2 * each.margin_mm), looks[-1]
    )


def _look(size: float) -> Look:
    return Look(size, size + 4, size + 1, 2, 1, _MARGIN_MM, 1.25)


def _height_mm(paper: Paper, set_in: Look, say: Say, join: Join) -> float:
    title = _lines(say(paper.title), set_in.title, _line_mm(set_in)) * set_in.title * set_in.line + 2 * set_in.after + 4
    return (title + sum(_points(block, set_in, say, join) for block in paper.blocks)) * _POINT_MM


def _points(block: Block, set_in: Look, say: Say, join: Join) -> float:
    line = set_in.text * set_in.line
    match block:
        case Heading():
            return set_in.heading * set_in.line + 2 * set_in.after
        case Paragraph(texts):
            return _lines(join(*map(say, texts)), set_in.text, _line_mm(set_in)) * line + set_in.after
        case Items(texts):
            return sum(_lines(say(text), set_in.text, _line_mm(set_in) - 7) * line + set_in.after for text in texts)
        case Table():
            return _table(block, set_in, say, join)


def _table(block: Table, set_in: Look, say: Say, join: Join) -> float:
    widths = block.widths or (1,) * len(block.head)
    across = [_line_mm(set_in) * share / sum(widths) - _CELL_PADDING_MM for share in widths]
    rows = [block.head, *block.rows]
    deepest = [
        max(_lines(join(*map(say, sentences(cell))), set_in.text, mm) for cell, mm in zip(row, across, strict=True))
        for row in rows
    ]
    return sum(deepest) * set_in.text * set_in.line + len(rows) * (2 * set_in.cell + 1) + set_in.after


def _line_mm(set_in: Look) -> float:
    return WIDE_MM - 2 * set_in.margin_mm


def _lines(text: str, points: float, across_mm: float) -> int:
    """How many lines a text takes; words are kept whole, so a line is not quite filled."""
    ems = sum(map(_ems, text))
    per_line = across_mm / (points * _POINT_MM) - 1
    return max(math.ceil(ems / per_line), 1)


def _ems(sign: str) -> float:
    if east_asian_width(sign) in "WFA":
        return 1
    return _DIGIT if sign.isdigit() else _LETTER
