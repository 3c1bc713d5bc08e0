"""Any file by its first bytes; its name is not asked."""

from __future__ import annotations

from assessment.intake.apart import Answer, Refused, archive, delimited, locked, pdf, web_page, xls, xlsx

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, password: str = "") -> Answer:
    """Every sheet of a file, or why it is not read."""
    try:
        return _read(data, password)
    except Refused as refused:
        return {"refused": refused.why}
    except (MemoryError, RecursionError):
        return {"refused": "too_large_inside"}
    except Exception:  # noqa: BLE001 - whatever a file makes a library say, the person gets one sentence
        return {"refused": "damaged"}


def _read(data: bytes, password: str) -> Answer:
    if data.startswith(_ZIP) and not archive.is_workbook(data):
        return archive.read(data, password, lambda inside: _one(inside, password))
    if data.startswith(_OLE) and _LOCKED in data:
        return _one(locked.unlocked(data, password), password)
    return _one(data, password)


def _one(data: bytes, password: str) -> Answer:
    """A single document."""
    if data.startswith(_ZIP):
        return xlsx.read(data, archive.inspected(data))
    if data.startswith(_OLE):
        return xls.read(data)
    if data.startswith(b"%PDF"):
        return pdf.read(data, password)
    text = delimited.decoded(data)
    return web_page.read(text) if web_page.is_page(text) else delimited.read(text)
