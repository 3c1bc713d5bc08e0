"""Lists that stand in one field, as lines people can read and write: files by reference, agreed payments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce

from assessment import dates, money
from assessment.case.models import Due, Proof
from assessment.text import label

_PROOF = re.compile(r"(.*)｜([0-9]{1,13}) B｜([0-9a-f]{64})", re.ASCII)
_DUE = re.compile(
    r"(?P<day>[0-9]{4}\s*[-./年]\s*[0-9]{1,2}\s*[-./月]\s*[0-9]{1,2}日?|[0-9]{8})[\s,，:：|]+(?P<amount>\S.*)"
)
_NUMBERED = re.compile(r"^(?:第\s*)?[0-9]{1,3}(?:\s*期[\s:：,，]*|[\s:：,，|]+)(?=[0-9]{4}\s*[-./年]|[0-9]{8})")


def proofs_text(proofs: Iterable[Proof]) -> str:
    """One line a file: its name, its size, its SHA-256."""
    return "\n".join(f"{each.name}｜{each.size} B｜{each.sha256}" for each in proofs)


def proofs_of(text: str) -> tuple[Proof, ...]:
    """The files named in such lines. Raises ValueError for any other line."""
    return tuple(_proof(line) for line in text.splitlines() if line.strip())


AFTER = label("{months}、{month}")
"""One month's amount after the others, as a catalogue source."""


def months_text(months: Iterable[Decimal], say: Callable[[str], str] = str) -> str:
    """5200、4300、6100; in English with semicolons, since commas part thousands."""
    written = [f"{month:f}" for month in months]
    return reduce(lambda before, month: say(AFTER).format(months=before, month=month), written)


def between_months(say: Callable[[str], str]) -> str:
    """What stands between two months in such a list, without blanks."""
    return say(AFTER).format(months="", month="").strip()


def dues_text(dues: Iterable[Due]) -> str:
    """One line a payment: its day, its amount."""
    return "\n".join(f"{each.day.isoformat()} {each.amount:f}" for each in dues)


def dues_of(text: str) -> tuple[Due, ...]:
    """The payments in such lines, as people write days and amounts, numbered or not. Raises ValueError for any other line."""
    return tuple(_due(line) for line in re.split(r"[\n；;]", text) if line.strip())


def _proof(line: str) -> Proof:
    found = _PROOF.fullmatch(line.strip())
    if not found:
        raise ValueError(line)
    return Proof(name=found[1], size=int(found[2]), sha256=found[3])


def _due(line: str) -> Due:
    found = _DUE.fullmatch(_NUMBERED.sub("", line.strip()))
    if not found:
        raise ValueError(line)
    day = dates.parse("".join(found["day"].split()))
    return Due(day=day, amount=money.parse(found["amount"]).yuan)
