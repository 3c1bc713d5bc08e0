"""Workbooks through LibreOffice, many in one go."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from xml.sax.saxutils import unescape

import openpyxl


def through_office(sent, folder):
    """The same workbooks, opened, computed anew and saved again. `sent` and the answer are by name."""
    office = shutil.which("soffice")
    assert office, "this test needs LibreOffice"
    for name, data in sent.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
        "--outdir", str(folder / "back"), *(str(folder / f"{name}.xlsx") for name in sent),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / "back" / f"{name}.xlsx").read_bytes() for name in sent}


_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f[^>]*>([^<]*)</f><v>([^<]*)</v></c>')
_RESULT = re.compile(r"(</f><v>)[^<]*(</v>)")


def results(data):
    """What each formula of each sheet came to, by the sheet's part and the cell: a number, words, or an error's name."""
    found = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")):
            for at, looks, _formula, told in _FORMULA.findall(archive.read(part).decode()):
                words = 't="str"' in looks or 't="e"' in looks
                if words or told:
                    found[part, at] = unescape(told) if words else float(told)
    return found


def without_results(data, change=None):
    """The workbook with its formulas alone, so that whoever opens it must compute; changed before, where asked."""
    if change is None:
        return _bare(data)
    book = openpyxl.load_workbook(BytesIO(data))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _bare(data):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            held = before.read(part)
            after.writestr(part, _RESULT.sub(r"\1\2", held.decode()) if "worksheets/sheet" in part.filename else held)
    return out.getvalue()


def values(data):
    """What every cell shows."""
    return openpyxl.load_workbook(BytesIO(data), data_only=True)
