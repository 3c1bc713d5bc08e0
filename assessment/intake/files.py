"""A file read from beginning to end: in a process apart for the app, or in this very one for that process itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessment.case import Case
from assessment.creditreport import is_report
from assessment.intake import reading_process
from assessment.intake.apart import MOST_BYTES
from assessment.intake.container import Book, Unreadable, looked_at, opened_here
from assessment.intake.guidance import Guidance
from assessment.intake.household_workbook import Intake, interpreted
from assessment.intake.reading_process import Watch
from assessment.problems import Place, Problem
from assessment.text import Text

_NO_GUIDANCE = Guidance()


@dataclass(frozen=True, slots=True)
class Errand:
    """What the reading process is asked: a file's bytes, or a book opened before, under what a person said of it."""

    source: bytes | Book
    password: str
    guidance: Guidance


@dataclass(frozen=True, slots=True)
class WordsAsked:
    """The same for a document of which only the words are wanted."""

    source: bytes
    password: str


@dataclass(frozen=True, slots=True)
class Words:
    """A document's words, or the key of the sentence that says why there are none."""

    text: str = ""
    why: str = ""


def read_workbook(
    source: str | Path | bytes, password: str = "", guidance: Guidance = _NO_GUIDANCE, watch: Watch | None = None
) -> Intake:
    """The case in a file, given as a path or as bytes and read apart; never raises for what the file holds.

    `watch` hears how far the reading is, and may call it off. Raises CalledOff.
    """
    try:
        return _apart(Errand(looked_at(_bytes(source)), password, guidance), watch)
    except Unreadable as unread:
        return refused(unread)
    except OSError:
        what, instead = Text("这个文件打不开。"), Text("请确认文件还在，并且没有被别的程序占用。")
        return Intake(Case(), (Problem(Place(), what, instead),))


def read_anew(book: Book, guidance: Guidance, watch: Watch | None = None) -> Intake:
    """A book that was opened before, under other guidance; apart, as the first time. Raises CalledOff."""
    try:
        return _apart(Errand(book, "", guidance), watch)
    except Unreadable as unread:
        return refused(unread)


def read_words(source: bytes, password: str = "", watch: Watch | None = None) -> str:
    """The words of a document (PDF, Word, text), read apart. Raises Unreadable and CalledOff."""
    found: Words = reading_process.run(WordsAsked(looked_at(source), password), watch or Watch())
    if found.why:
        raise Unreadable(found.why)
    return found.text


def _apart(errand: Errand, watch: Watch | None) -> Intake:
    found: Intake = reading_process.run(errand, watch or Watch())
    return found


def _bytes(source: str | Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    with Path(source).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def done(errand: Errand | WordsAsked) -> Intake | Words:
    """What the reading process answers."""
    if isinstance(errand, WordsAsked):
        return _words(errand)
    if isinstance(errand.source, Book):
        return interpreted(errand.source, errand.guidance)
    return understood(errand.source, errand.password, errand.guidance)


def _words(asked: WordsAsked) -> Words:
    try:
        return Words(opened_here(asked.source, asked.password).text)
    except Unreadable as unread:
        return Words(why=unread.why)


def understood(data: bytes, password: str = "", guidance: Guidance = _NO_GUIDANCE) -> Intake:
    """The case in a file's bytes, read in this very process."""
    try:
        book = opened_here(data, password)
        if book.document and not is_report(book.text):
            return refused(Unreadable("document"))
        return interpreted(book, guidance)
    except Unreadable as unread:
        return refused(unread)


def refused(unread: Unreadable) -> Intake:
    """What a file that is not read comes to: one sentence."""
    return Intake(Case(), (Problem(Place(), unread.what, unread.instead),), locked=unread.locked)
