"""Collects every sentence a person reads into messages.pot. Run from the project's folder: python locales/extract.py"""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent
TEMPLATE = Path(__file__).parent / "messages.pot"
SOURCES = [("assessment/**.py", "python"), ("ui/**.py", "python"), ("pages/**.py", "python")]
CLAIMS = ROOT / "assessment" / "law" / "claims.toml"
KEYWORDS = {"_": None, "Text": None, "label": None}


def template() -> bytes:
    """The catalogue's template: every source sentence once, in order."""
    catalog = Catalog(charset="utf-8")
    for _path, _line, message, _comments, _context in extract_from_dir(ROOT, SOURCES, keywords=KEYWORDS):
        catalog.add(message)
    for claim in tomllib.loads(CLAIMS.read_text(encoding="utf-8")).values():
        for sentence in (claim["title"], claim["holds"], claim["source"]):
            catalog.add(sentence)
    out = BytesIO()
    write_po(out, catalog, sort_output=True, omit_header=True, no_location=True)
    return out.getvalue()


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
