"""Any file by its first bytes; its name is not asked."""

from __future__ import annotations

from assessment.intake.apart import (
    Answer,
    Refused,
    archive,
    delimited,
    locked,
    pdf,
    web_page,
    word,
    xls,
    xlsx,
    xml_sheet,
)
from assessment.intake.apart.progress import tell

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_OLD_SHEET = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
_OTHER_ARCHIVE = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"MSCF")
_SINGLE_FILE_PAGE = (b"MIME-Version:", b"From: <Saved by")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, password: str = "") -> Answer:
    """Every sheet of a file, or why it is not read."""
    try:
        return _read(data, password)
    except Refused as refused:
        return {"refused": refused.why}
    except (MemoryError, RecursionError):
        return {"refused": "too_large_inside"}
    except ImportError:
        raise
    except Exception:  # noqa: BLE001 - whatever a file makes a library say, the person gets one sentence
        return {"refused": "damaged"}


def _read(data: bytes, password: str) -> Answer:
    tell("opening")
    if data.startswith(_ZIP) and not archive.is_document(data):
        return archive.read(data, password, lambda inside: _one(inside, password))
    if data.startswith(_OLE) and _LOCKED in data:
        return _one(locked.unlocked(data, password), password)
    return _one(data, password)


def _one(data: bytes, password: str) -> Answer:
    """A single document."""
    if data.startswith(_ZIP):
        container = archive.inspected(data, password)
        return word.read(container) if word.is_document(container) else xlsx.read(container)
    if data.startswith((_OLE, *_BARE_OLD_SHEET)):
        return xls.read(data, password)
    if data.startswith(b"%PDF"):
        return pdf.read(data, password)
    if data.startswith(_OTHER_ARCHIVE):
        raise Refused("other_archive")
    if data.startswith(_SINGLE_FILE_PAGE):
        raise Refused("single_file_page")
    text = delimited.decoded(data)
    if xml_sheet.is_sheet(text):
        return xml_sheet.read(text)
    return web_page.read(text) if web_page.is_page(text) else delimited.read(text)
