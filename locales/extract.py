"""Collects every sentence a person reads into messages.pot and carries it into each translation.

Run from the project's folder: python locales/extract.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
ROOT = HERE.parent
TEMPLATE = HERE / "messages.pot"
TRANSLATIONS = {"en": HERE / "en" / "LC_MESSAGES" / "messages.po"}
SOURCES = [("assessment/**.py", "python"), ("ui/**.py", "python"), ("pages/**.py", "python")]
DATA = {
    "assessment/law/claims.toml": ("title", "holds", "source"),
    "assessment/deal/agreement/points.toml": ("title", "why", "ask"),
    "assessment/deal/agreement/dangers.toml": ("title", "holds"),
}
"""Catalogues of patterns, and which of their fields a person reads."""
KEYWORDS = {"_": None, "Text": None, "label": None}
SAMPLES = ROOT / "sample_data" / "index.toml"
RULES = sorted((ROOT / "assessment" / "rules").glob("*.toml"))


def messages() -> Iterator[str]:
    """Every source sentence, from the code and from the data that is shown."""
    for _path, _line, message, _comments, _context in extract_from_dir(ROOT, SOURCES, keywords=KEYWORDS):
        if isinstance(message, str) and message:
            yield message
    for path, fields in DATA.items():
        for entry in tomllib.loads((ROOT / path).read_text(encoding="utf-8")).values():
            yield from (entry[field] for field in fields)
    for sample in tomllib.loads(SAMPLES.read_text(encoding="utf-8"))["sample"]:
        yield from (sample["title"], sample["story"])
    for path in RULES:
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).values():
            yield from _of_rule(rule)


def _of_rule(rule: dict[str, Any]) -> Iterator[str]:
    """The words of one rule: its own, and those of each of its values."""
    yield from filter(None, (rule[name] for name in ("title", "unit", "applies_to", "plain")))
    yield from filter(None, (rule.get("note"),))
    for held in rule["values"]:
        yield from filter(None, (held["instrument"], held["article"], held["source"]))
        yield from _words(held["value"])


def _words(value: object) -> Iterator[str]:
    """The words in a rule's value; short ASCII ones are keys that the screen names itself."""
    if isinstance(value, str) and not value.isascii():
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)


def template() -> bytes:
    """The catalogue's template: every source sentence once, in order."""
    return _written(dict.fromkeys(messages(), ""))


def translation(path: Path) -> bytes:
    """A translation with every sentence of today and none of yesterday; what is not translated yet is empty."""
    with path.open("rb") as file:
        known = {message.id: message.string for message in read_po(file)}
    return _written({message: str(known.get(message) or "") for message in messages()})


def _written(sentences: dict[str, str]) -> bytes:
    catalog = Catalog(charset="utf-8")
    for source, said in sentences.items():
        catalog.add(source, said)
    out = BytesIO()
    write_po(out, catalog, sort_output=True, omit_header=True, no_location=True, width=0)
    return out.getvalue()


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
    for path in TRANSLATIONS.values():
        path.write_bytes(translation(path))
