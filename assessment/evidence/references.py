"""A file as it is referred to: hashed piece by piece, whatever its size."""

from __future__ import annotations

from hashlib import file_digest
from io import BufferedReader, BytesIO
from pathlib import Path

from assessment.case import Proof
from assessment.case.models import visible_line

_LONGEST = 60
_NAMELESS = "file"


def referred(name: str, size: int, file: BytesIO | BufferedReader) -> Proof:
    """An open file under its name, of which the end is kept where it is long."""
    shown = visible_line(name)[-_LONGEST:].strip() or _NAMELESS
    return Proof(name=shown, size=size, sha256=file_digest(file, "sha256").hexdigest())


def of_path(path: Path) -> Proof:
    """A file on this computer. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return referred(path.name, path.stat().st_size, file)
