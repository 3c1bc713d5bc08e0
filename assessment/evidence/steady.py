"""Files whose bytes depend on nothing but what is in them: no clock, no order of chance."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

_EARLIEST = 1980
"""No zip knows a year before it."""
_CREATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_CORE = "docProps/core.xml"


def zipped(members: Mapping[str, bytes], day: date) -> bytes:
    """A zip of these members in their order, not compressed, dated on that day."""
    return _written(members, day, zipfile.ZIP_STORED)


def settled(document: bytes, day: date) -> bytes:
    """A Word or Excel file written anew so that the same content gives the same bytes; its dates are that day."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if _CORE in members:
        stamp = f"{day.isoformat()}T00:00:00Z".encode()
        members[_CORE] = _CREATED.sub(rb"\g<1>" + stamp + rb"\g<3>", members[_CORE])
    return _written(members, day, zipfile.ZIP_DEFLATED)


def _written(members: Mapping[str, bytes], day: date, how: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (max(day.year, _EARLIEST), day.month, day.day, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = how, 3, 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()
