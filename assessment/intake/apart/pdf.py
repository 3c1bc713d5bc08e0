"""The text layer of a PDF; a scan has none, and is not guessed at."""

from __future__ import annotations

from io import BytesIO

from assessment.intake.apart import Answer, Refused, book

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
        text = "\n".join(page.extract_text() for page in document.pages)
    except PyPdfError as error:
        raise Refused("damaged") from error
    if len(text.strip()) < _FEWEST_LETTERS:
        raise Refused("scan")
    return book([], text=text)
