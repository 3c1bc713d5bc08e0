"""What was kept, read again: what was taken once and is beyond today's limits waits to be mended, all else stands."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from assessment import rates
from assessment.case import Case
from assessment.problems import Path
from ui.content import Content

_BEYOND_LIMITS = frozenset(
    {
        "greater_than", "greater_than_equal", "less_than", "less_than_equal",
        "decimal_max_places", "decimal_max_digits", "decimal_whole_digits", "string_too_long", "too_long",
    }
)  # fmt: skip
"""Pydantic's names for a value that is understood and lies outside what a field takes."""
Spot = tuple[Path, Path]
"""Where a case is held, as keys; and which field of it."""


def content(kept: str | bytes) -> Content:
    """All that was kept; a value beyond its field's limits is among what was refused. Raises ValidationError."""
    try:
        return Content.model_validate_json(kept)
    except ValidationError as error:
        spots = dict.fromkeys(_spot(each["loc"]) for each in error.errors() if each["type"] in _BEYOND_LIMITS)
        if None in spots or any(each["type"] not in _BEYOND_LIMITS for each in error.errors()):
            raise
        raw = json.loads(kept)
        if not all(_set_aside(raw, *spot) for spot in spots if spot is not None):
            raise
        return Content.model_validate_json(json.dumps(raw))


def _spot(loc: Path) -> Spot | None:
    """The field of an entry that an error lies in; None where it lies elsewhere."""
    held: Path = loc[:3] if loc[:1] == ("snapshots",) else ()
    rest = loc[len(held) :]
    if rest[:1] != ("case",) or len(rest) < 3 or rest[1] not in Case.model_fields:
        return None
    field = rest[1:4] if isinstance(rest[2], int) else rest[1:3]
    return (held, field) if isinstance(field[-1], str) else None


def _set_aside(raw: Any, held: Path, field: Path) -> bool:
    """One value taken out of its case and put as text among what was refused there; False where no text can say it."""
    around = _at(raw, held)
    entry = _at(around["case"], field[:-1])
    typed = _typed(str(field[-1]), entry.pop(field[-1]))
    if typed is None:
        return False
    refused = around.setdefault("refused", [])
    if list(field) not in [each["path"] for each in refused]:
        refused.append({"path": list(field), "typed": typed})
    return True


def _at(node: Any, path: Path) -> Any:
    for part in path:
        node = node[part]
    return node


def _typed(name: str, value: Any) -> str | None:
    """A value as it would be typed into its field."""
    match name, value:
        case _, str() | int() | float():
            return str(value)
        case "rate", {"value": quoted, "per": per}:
            return rates.text(rates.QuotedRate(Decimal(str(quoted)), per, value.get("basis", 365)), str)
        case "history", list():
            return "、".join(map(str, value))
        case "dues", list():
            return "\n".join(f"{each['day']} {each['amount']}" for each in value)
    return None
