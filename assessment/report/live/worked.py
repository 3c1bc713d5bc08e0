"""What formulas came to, kept beside them: a program that only shows a workbook shows these."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from assessment.report.live.page import Worked

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v\s*(?:/>|></v>)</c>')


def with_results(data: bytes, sheets: Sequence[Mapping[str, Worked]]) -> bytes:
    """The workbook with a result beside each formula that has one; `sheets` in the book's order."""
    out = BytesIO()
    named = {f"xl/worksheets/sheet{place}.xml": worked for place, worked in enumerate(sheets, start=1)}
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            held = before.read(part)
            worked = named.get(part.filename)
            after.writestr(part, _filled(held.decode(), worked).encode() if worked else held)
    return out.getvalue()


def _filled(sheet: str, worked: Mapping[str, Worked]) -> str:
    def told(found: re.Match[str]) -> str:
        at, looks, formula = found.groups()
        result = worked.get(at)
        if result is None:
            return found[0]
        kind = ' t="str"' if isinstance(result, str) else ""
        said = escape(result) if isinstance(result, str) else repr(result)
        return f'<c r="{at}"{looks}{kind}><f>{formula}</f><v>{said}</v></c>'

    return _FORMULA.sub(told, sheet)
