"""The text layer of a PDF; a scan has none, and is not guessed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from assessment.intake.apart import MOST_LETTERS, Answer, Refused, book
from assessment.intake.apart.progress import tell

_MOST_PAGES = 200
_FEWEST_LETTERS = 40


def read(data: bytes, password: str) -> Answer:
    """The words of every page, line by line. Raises Refused."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        document = pypdf.PdfReader(BytesIO(data), strict=False)
        if document.is_encrypted and not document.decrypt(password):
            raise Refused("wrong_password" if password else "locked")
        if len(document.pages) > _MOST_PAGES:
            raise Refused("too_large_inside")
        text = "\n".join(_words(document.pages))
    except PyPdfError as error:
        raise Refused("damaged") from error
    if len(text) > MOST_LETTERS:
        raise Refused("too_large_inside")
    if len(text.strip()) < _FEWEST_LETTERS:
        raise Refused("scan")
    return book([], text=text)


def _words(pages: Sequence[Any]) -> Iterator[str]:
    for place, page in enumerate(pages, start=1):
        tell("cells", place, len(pages))
        yield page.extract_text()
