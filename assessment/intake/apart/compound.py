"""Compound files: the container Office used before 2007, and uses around locked documents."""

from __future__ import annotations

from io import BytesIO

from assessment.intake.apart import Refused

_WORKBOOKS = ("Workbook", "Book")
_OTHERS = {"WordDocument": "document", "PowerPoint Document": "presentation"}


def workbook(data: bytes) -> bytes:
    """The stream that holds an old workbook. Raises Refused."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            for name in _WORKBOOKS:
                if container.exists(name):
                    return bytes(container.openstream(name).read())
            raise Refused(next((kind for name, kind in _OTHERS.items() if container.exists(name)), "damaged"))
    except OSError as error:
        raise Refused("damaged") from error
