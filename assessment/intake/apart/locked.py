"""Office files with a password."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from assessment.intake.apart import Refused

_FOR_READING_ONLY = "VelvetSweatshop"
"""Office locks a file with this word where it is to be opened without asking."""


def unlocked(data: bytes, password: str) -> bytes:
    """The workbook inside a locked file. Raises Refused where there is no password, or another is needed."""
    return _tried(_new, data, password)


def unlocked_old(data: bytes, password: str) -> bytes:
    """The same old workbook without its lock. Raises Refused."""
    return _tried(_old, data, password)


def _tried(way: Callable[[bytes, str], bytes], data: bytes, password: str) -> bytes:
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    try:
        return way(data, password or _FOR_READING_ONLY)
    except InvalidKeyError as error:
        raise Refused("wrong_password" if password else "locked") from error
    except DecryptionError as error:
        raise Refused("locked_otherwise") from error


def _new(data: bytes, password: str) -> bytes:
    import msoffcrypto

    inside = BytesIO()
    file = msoffcrypto.OfficeFile(BytesIO(data))
    file.load_key(password=password, verify_password=True)
    file.decrypt(inside)
    return inside.getvalue()


def _old(data: bytes, password: str) -> bytes:
    from msoffcrypto.format import xls97

    inside = BytesIO()
    file = xls97.Xls97File(BytesIO(data))
    file.load_key(password=password)
    with _nothing_on_disk(xls97):
        file.decrypt(inside)
    return inside.getvalue()


@contextmanager
def _nothing_on_disk(module: Any) -> Iterator[None]:
    """The library would put the opened file into a temporary one; here that is memory."""
    before = module.tempfile
    module.tempfile = SimpleNamespace(TemporaryFile=BytesIO)
    try:
        yield
    finally:
        module.tempfile = before
