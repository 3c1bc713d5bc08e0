"""Text with commas, tabs or semicolons, in the encodings that banks and platforms use."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from assessment.intake.apart import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_LETTERS,
    MOST_WORDS,
    READ_COLUMNS,
    READ_LINES,
    Allowance,
    Answer,
    Refused,
    book,
    sheet,
)
from assessment.intake.apart.progress import tell

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_LOOKED_AT = 4_096
_WIDE_ENOUGH = 20
"""Of a text in UTF-16 without a mark, at least one byte in so many is zero: its line ends, commas and digits."""
_DELIMITERS = (",", "\t", ";", "，", "|")
_QUOTED_FORMULA = re.compile(r'="([^"]*)"')
_TRIED_LINES = 200
_TORN = "\ufffd"
_FEW = 4
_SPACE = 32
_LINE_BYTES = b"\t\n\r\x0c\x1a"
_PADDING = re.compile(r'[\t ]+(?="?[,;])')
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def decoded(data: bytes) -> str:
    """The text: by its mark, else UTF-8, else GB18030. Raises Refused where it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:_LOOKED_AT]:
        return _strictly(data, _wide(data[:_LOOKED_AT]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf_8(data):
            raise Refused("damaged") from error
        return _strictly(data, "gb18030")


def _mostly_utf_8(data: bytes) -> bool:
    """Whether a text is UTF-8 but for a few torn letters; one in another encoding would be torn all over."""
    text = data.decode("utf-8", "replace")
    return text.count(_TORN) * _FEW < sum(not letter.isascii() for letter in text)


def _wide(start: bytes) -> str:
    """UTF-16 without a mark, by which byte of each pair is zero. Raises Refused where neither is."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if min(even, odd) or max(even, odd) < len(start) / _WIDE_ENOUGH:
        raise Refused("unknown")
    return "utf-16-le" if odd else "utf-16-be"


def _strictly(data: bytes, encoding: str) -> str:
    """The text. Raises Refused: a file that is mostly text is in an encoding we do not know, any other is no text."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        controls = sum(byte < _SPACE and byte not in _LINE_BYTES for byte in data[:_LOOKED_AT])
        raise Refused("unknown" if controls else "encoding") from error


def read(text: str) -> Answer:
    """The text's lines as rows of words; the most regular delimiter is taken. Raises Refused."""
    csv.field_size_limit(2**20)
    lines = _CONTROLS.sub("", text).splitlines()
    delimiter = _delimiter(lines[:_TRIED_LINES])
    rows: list[list[str]] = []
    beyond = False
    allowance = Allowance(MOST_WORDS, MOST_BYTES)
    for row in _rows(lines, delimiter):
        if len(rows) == READ_LINES:
            beyond = True
            break
        tell("cells", 1, 1, len(rows), len(rows) / len(lines))
        beyond = beyond or len(row) > READ_COLUMNS
        rows.append([_word(value, allowance) for value in row[:READ_COLUMNS]])
    return book([sheet("", lines=rows, beyond=beyond)], text=text if len(text) < MOST_LETTERS else "")


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("damaged") from error


def _delimiter(lines: list[str]) -> str:
    """The one that parts most lines into one same number of pieces; tabs that only pad a cell part nothing."""
    bare = [_PADDING.sub("", line) for line in lines]
    return max(_DELIMITERS, key=lambda mark: _regularity(bare, mark))


def _regularity(lines: list[str], mark: str) -> int:
    counts = Counter(line.count(mark) for line in lines)
    return max((pieces * times for pieces, times in counts.items()), default=0)


def _word(value: str, allowance: Allowance) -> str:
    allowance.spend(len(value))
    value = value.strip().strip("\u200b\ufeff")
    formula = _QUOTED_FORMULA.fullmatch(value)
    return (formula[1] if formula else value)[:LONGEST_TEXT]
