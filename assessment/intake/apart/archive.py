"""Zip containers, weighed before anything in them is believed: workbooks, and bills packed with a password."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import IO

import pyzipper

from assessment.intake.apart import READ_SHEETS, Answer, Refused, book
from assessment.intake.apart.progress import tell

_MOST_PARTS = 1_000
_MOST_PART_BYTES = 64 * 2**20
_MOST_UNPACKED = 100 * 2**20
_PIECE = 2**16
_SAFE_NAME = re.compile(r"(?!/)(?!.*\.\.)[^\\:\x00]+")
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_SIGNS = {"[content_types].xml", "mimetype", "index/document.iwa", "index.zip"}
_READABLE = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".xlsm", ".pdf", ".html", ".htm")
_UTF_8_NAME = 0x800
_HURT = (zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


def is_document(data: bytes) -> bool:
    """Whether the container is one document rather than a bundle of files."""
    names = {entry.filename.casefold() for entry in _opened(data).infolist()}
    return not names.isdisjoint(_SIGNS)


def inspected(data: bytes, password: str = "") -> zipfile.ZipFile:
    """A workbook's container, once nothing in it is too large, too many, doubled or a document type of its own."""
    archive = _opened(data)
    entries = archive.infolist()
    _names_checked(entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("wrong_password" if password else "locked")
    total = 0
    for place, entry in enumerate(entries, start=1):
        tell("opening", place, len(entries))
        total += _weight(archive, entry, total)
    return archive


def read(data: bytes, password: str, inner: Callable[[bytes], Answer]) -> Answer:
    """Every readable file of a bundle, its sheets one after the other. Raises Refused."""
    _names_checked(_opened(data).infolist())
    answers, total = [], 0
    with pyzipper.AESZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            if not _wanted(entry):
                continue
            content = _unpacked(archive, entry, password, total)
            total += len(content)
            answers.append(inner(content))
    if not answers:
        raise Refused("nothing_inside")
    sheets = [sheet for answer in answers for sheet in answer["sheets"]]
    return book(
        sheets[:READ_SHEETS],
        unread=[sheet["title"] for sheet in sheets[READ_SHEETS:]],
        missing=sum(answer["missing"] for answer in answers),
        from_1904=any(answer["from_1904"] for answer in answers),
        text="\n".join(answer["text"] for answer in answers if answer["text"]),
    )


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _HURT as error:
        raise Refused("damaged") from error


def _names_checked(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if len(names) > _MOST_PARTS:
        raise Refused("too_many_parts")
    if len(set(names)) != len(names) or not all(_SAFE_NAME.fullmatch(name) for name in names):
        raise Refused("damaged")


def _wanted(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    return not entry.is_dir() and not name.startswith("__MACOSX") and name.casefold().endswith(_READABLE)


def _unpacked(archive: pyzipper.AESZipFile, entry: zipfile.ZipInfo, password: str, before: int) -> bytes:
    if entry.flag_bits & 1 and not password:
        raise Refused("locked")
    try:
        with archive.open(entry, pwd=password.encode() or None) as file:
            return b"".join(_pieces(file, before))
    except RuntimeError as error:
        raise Refused("wrong_password") from error
    except _HURT as error:
        raise Refused("wrong_password" if entry.flag_bits & 1 else "damaged") from error


def _pieces(file: IO[bytes], before: int) -> list[bytes]:
    pieces, weight = [], 0
    while piece := file.read(_PIECE):
        weight += len(piece)
        if weight > _MOST_PART_BYTES or before + weight > _MOST_UNPACKED:
            raise Refused("too_large_inside")
        pieces.append(piece)
    return pieces


def _weight(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, before: int) -> int:
    """A part's bytes, counted while it is unpacked: what a header claims is not believed."""
    weight, tail = 0, b""
    try:
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                weight += len(piece)
                if weight > _MOST_PART_BYTES or before + weight > _MOST_UNPACKED:
                    raise Refused("too_large_inside")
                plain = tail + piece.replace(b"\x00", b"")
                if _FORBIDDEN.search(plain):
                    raise Refused("entities")
                tail = plain[-len(b"<!DOCTYPE") :]
    except (*_HURT, RuntimeError) as error:
        raise Refused("damaged") from error
    return weight
