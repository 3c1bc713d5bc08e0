"""A zip's members, weighed while they are read: what a header claims is not believed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from assessment.evidence.manifest import MOST_MEMBERS
from assessment.text import Text

MOST_BYTES = 64 * 2**20
_PIECE = 2**16
_SAFE_NAME = re.compile(r"(?!/)(?!.*\.\.)[^\\:\x00]{1,200}")
_HURT = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)


class NotEvidence(Exception):
    """A file that cannot be an evidence file; `what` says why."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.msgid)
        self.what = what


def members(data: bytes) -> Mapping[str, bytes | None]:
    """Every member by name; None where its bytes cannot be read. Raises NotEvidence."""
    if len(data) > MOST_BYTES:
        raise NotEvidence(Text("这个文件超过 {most} MB，不是本软件写的证据包，没有打开。", most=MOST_BYTES // 2**20))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _HURT as error:
        raise NotEvidence(Text("这个文件不是完整的压缩包：可能没有下载完整，或者外壳被改动过。")) from error
    entries = archive.infolist()
    names = [entry.filename.casefold() for entry in entries]
    if len(names) > MOST_MEMBERS + 1 or len(set(names)) != len(names):
        raise NotEvidence(Text("压缩包里的文件太多，或者有重名的，不是本软件写的证据包，没有打开。"))
    if not all(_SAFE_NAME.fullmatch(name) for name in names):
        raise NotEvidence(Text("压缩包里有指到别处去的文件名，为安全起见没有打开。"))
    found: dict[str, bytes | None] = {}
    for entry in entries:
        found[entry.filename] = _read(archive, entry, sum(len(each or b"") for each in found.values()))
    return found


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, before: int) -> bytes | None:
    pieces, weight = [], 0
    try:
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                weight += len(piece)
                if before + weight > MOST_BYTES:
                    raise NotEvidence(Text("压缩包解开后太大，不是本软件写的证据包，没有再读。"))
                pieces.append(piece)
    except _HURT:
        return None
    return b"".join(pieces)
