"""A workbook of parts (.xlsx, .xlsm): which sheets it lists, its strings and styles, and what each sheet holds."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from assessment.intake.apart import LONGEST_TEXT, MOST_SHEETS, READ_SHEETS, RESULTS, Allowance, Answer, Refused, book
from assessment.intake.apart.markup import hear
from assessment.intake.apart.number_formats import Formats
from assessment.intake.apart.sheet_xml import SheetReader

_SPREADSHEET = (b"spreadsheetml", b"ms-excel")
_BINARY = b"sheet.binary"
_APPLE = {"index/document.iwa", "index.zip"}
_USUAL_BOOK = "xl/workbook.xml"
_NO_TABLES = {"chartsheet", "dialogsheet", "xlmacrosheet", "xlintlmacrosheet"}
_YES = {"1", "true"}
_MOST_STRINGS = 1_000_000
_ID = re.compile(r"(?:\S+ )?id")


@dataclass
class _Listed:
    """What the book's own part says: its sheets in order, each with a link, and the day its numbers count from."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    from_1904: bool = False

    def sheet(self, given: dict[str, str]) -> None:
        link = next((told for key, told in given.items() if _ID.fullmatch(key)), "")
        self.sheets.append((given.get("name", ""), link, given.get("state", "visible") != "visible"))
        if len(self.sheets) > MOST_SHEETS:
            raise Refused("too_many_sheets")

    def properties(self, given: dict[str, str]) -> None:
        self.from_1904 = given.get("date1904") in _YES


def read(archive: zipfile.ZipFile) -> Answer:
    """Every sheet of a workbook whose container was inspected. Raises Refused."""
    _kind_checked(archive)
    path = next(iter(_links(archive, "", {"officedocument"}).values()), _USUAL_BOOK)
    if path not in archive.namelist():
        raise Refused("damaged")
    listed = _Listed()
    hear(archive.read(path), {"sheet": listed.sheet, "workbookPr": listed.properties})
    held = _links(archive, path, {"worksheet"})
    asked = [each for each in listed.sheets if not each[0].startswith(RESULTS)] or listed.sheets
    there = [(title, held[link], hidden) for title, link, hidden in asked if link in held]
    other = _links(archive, path, _NO_TABLES)
    unread = [title for title, link, _hidden in asked if link in other]
    return book(
        _sheets(archive, path, there[:READ_SHEETS], listed),
        unread=[title[:LONGEST_TEXT] for title in (*(title for title, _path, _hidden in there[READ_SHEETS:]), *unread)],
        missing=len(asked) - len(there) - len(unread),
        from_1904=listed.from_1904,
    )


def _sheets(archive: zipfile.ZipFile, path: str, there: list[tuple[str, str, bool]], listed: _Listed) -> list[Answer]:
    strings = _strings(_linked(archive, path, "sharedstrings"))
    formats = Formats(_linked(archive, path, "styles"), date(1904, 1, 1) if listed.from_1904 else date(1899, 12, 30))
    allowance = Allowance()
    return [
        SheetReader(strings, formats, allowance, (place, len(there))).read(archive.read(part), title, hidden=hidden)
        for place, (title, part, hidden) in enumerate(there, start=1)
    ]


def _kind_checked(archive: zipfile.ZipFile) -> None:
    """A workbook, or why not."""
    types = _part(archive, "[Content_Types].xml")
    if b"opendocument.spreadsheet" in _part(archive, "mimetype"):
        raise Refused("open_document")
    if _BINARY in types:
        raise Refused("binary")
    if not any(word in types for word in _SPREADSHEET):
        raise Refused(_other_document(archive, types))


def _other_document(archive: zipfile.ZipFile, types: bytes) -> str:
    """What a document of parts is where it is no workbook."""
    if not _APPLE.isdisjoint(name.casefold() for name in archive.namelist()):
        return "apple"
    if b"opendocument.text" in _part(archive, "mimetype") or b"wordprocessingml" in types:
        return "document"
    if b"opendocument.presentation" in _part(archive, "mimetype") or b"presentationml" in types:
        return "presentation"
    return "not_workbook"


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _links(archive: zipfile.ZipFile, path: str, kinds: Collection[str]) -> dict[str, str]:
    """Links of some kinds from a part to parts that are there, by their name; nothing outside the file is followed."""
    folder, name = posixpath.split(path)
    found: dict[str, str] = {}
    there = set(archive.namelist())

    def link(given: dict[str, str]) -> None:
        if given.get("TargetMode") == "External":
            return
        target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/")
        if given.get("Type", "").casefold().rpartition("/")[2] in kinds and target in there:
            found[given.get("Id", "")] = target

    source = _part(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if source:
        hear(source, {"Relationship": link})
    return found


def _linked(archive: zipfile.ZipFile, path: str, kind: str) -> bytes:
    return _part(archive, next(iter(_links(archive, path, {kind}).values()), ""))


def _strings(source: bytes) -> list[str]:
    heard = _Strings()
    if source:
        ends = {"t": heard.end, "rPh": heard.unspoken, "si": heard.keep}
        hear(source, {"t": heard.start, "rPh": heard.spoken}, ends, heard.words)
    return heard.all


class _Strings:
    """The strings cells point to, without the readings written above Chinese or Japanese ones."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._words: list[str] = []
        self._listening = self._spoken = False

    def start(self, _given: dict[str, str]) -> None:
        self._listening = not self._spoken

    def end(self) -> None:
        self._listening = False

    def spoken(self, _given: dict[str, str]) -> None:
        self._spoken = True

    def unspoken(self) -> None:
        self._spoken = False

    def words(self, told: str) -> None:
        if self._listening:
            self._words.append(told)

    def keep(self) -> None:
        self.all.append("".join(self._words)[:LONGEST_TEXT])
        self._words = []
        if len(self.all) > _MOST_STRINGS:
            raise Refused("too_large_inside")
