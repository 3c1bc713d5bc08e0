"""The words of a Word document: its body, then notes, headers and footers; deleted words and fall-backs left out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from assessment.intake.apart import MOST_TEXT, Answer, Refused, book

_BODY = "word/document.xml"
_BESIDE = re.compile(r"word/(?:footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml")
_FEWEST_LETTERS = 10
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n"}
_ENDS = {"p": "\n", "tc": "\t"}
_LEFT_OUT = {"Fallback", "del", "moveFrom"}


def is_document(archive: zipfile.ZipFile) -> bool:
    """Whether a container that was inspected holds a Word document."""
    return _BODY in archive.namelist()


def read(archive: zipfile.ZipFile) -> Answer:
    """The words of a container that was inspected, paragraph by paragraph. Raises Refused."""
    names = [_BODY, *sorted(name for name in archive.namelist() if _BESIDE.fullmatch(name))]
    try:
        text = "\n".join("".join(_words(archive.read(name))) for name in names)
    except ET.ParseError as error:
        raise Refused("damaged") from error
    if len(text) > MOST_TEXT:
        raise Refused("too_large_inside")
    if len(text.strip()) < _FEWEST_LETTERS:
        raise Refused("wordless")
    return book([], text=text, document=True)


def _words(part: bytes) -> Iterator[str]:
    """What a reader of the part sees, in its order."""
    left_out = 0
    for event, element in ET.iterparse(BytesIO(part), ("start", "end")):  # noqa: S314 - no entities: inspected
        name = element.tag.rpartition("}")[2]
        if name in _LEFT_OUT:
            left_out += 1 if event == "start" else -1
        if left_out:
            continue
        if event == "start":
            yield _BREAKS.get(name, "")
        elif name == "t":
            yield element.text or ""
        else:
            yield _ENDS.get(name, "")
