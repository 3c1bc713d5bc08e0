"""Entries of the log chained by their fingerprints: whoever changes one changes every link after it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

START = "0" * 64
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as plain data, and the fingerprint of it and all before it."""

    entry: Mapping[str, Any]
    link: str


def links(entries: Iterable[Mapping[str, Any]]) -> tuple[Link, ...]:
    """Each entry with its link: SHA-256 of the link before it followed by the entry itself."""
    made, last = [], START
    for entry in entries:
        last = sha256(last.encode() + canonical(entry)).hexdigest()
        made.append(Link(entry, last))
    return tuple(made)


def canonical(value: object) -> bytes:
    """The one way to write plain data: keys in order, ASCII only, no blanks."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def readable(value: object) -> bytes:
    """The same data for eyes; reading it gives the same canonical form."""
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
