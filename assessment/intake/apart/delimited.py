"""Text with commas, tabs or semicolons, in the encodings that banks and platforms use."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from assessment.intake.apart import LONGEST_TEXT, READ_COLUMNS, READ_LINES, Answer, Refused, book, sheet

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";", "，", "|")
_QUOTED_FORMULA = re.compile(r'="([^"]*)"')
_TRIED_LINES = 200
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def decoded(data: bytes) -> str:
    """The text: by its mark, else UTF-8, else GB18030. Raises Refused where it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:4096]:
        raise Refused("unknown")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "gb18030")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("unknown") from error


def read(text: str) -> Answer:
    """The text's lines as rows of words; the most regular delimiter is taken. Raises Refused."""
    csv.field_size_limit(2**20)
    lines = _CONTROLS.sub("", text).splitlines()
    delimiter = _delimiter(lines[:_TRIED_LINES])
    rows: list[list[str]] = []
    beyond = False
    for row in _rows(lines, delimiter):
        if len(rows) == READ_LINES:
            beyond = True
            break
        beyond = beyond or len(row) > READ_COLUMNS
        rows.append([_word(value) for value in row[:READ_COLUMNS]])
    return book([sheet("", lines=rows, beyond=beyond)], text=text if len(text) < LONGEST_TEXT * 100 else "")


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("damaged") from error


def _delimiter(lines: list[str]) -> str:
    """The one that parts most lines into one same number of pieces."""
    return max(_DELIMITERS, key=lambda mark: _regularity(lines, mark))


def _regularity(lines: list[str], mark: str) -> int:
    counts = Counter(line.count(mark) for line in lines)
    return max((pieces * times for pieces, times in counts.items()), default=0)


def _word(value: str) -> str:
    value = value.strip().strip("\u200b\ufeff")
    formula = _QUOTED_FORMULA.fullmatch(value)
    return (formula[1] if formula else value)[:LONGEST_TEXT]
