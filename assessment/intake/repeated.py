"""Whether a sheet says once more what another sheet of the same file has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from pydantic import BaseModel

_AMOUNTS = ("principal", "value", "amount")


def repeated(page: str, items: Sequence[BaseModel], before: Sequence[BaseModel], pages: Sequence[str]) -> str | None:
    """The sheet whose entries include all of these by name and amount; None where one of these is new.

    `pages` are the sheets that the entries `before` came from. Entries of one sheet are never held against each other:
    two accounts with one lender may be alike.
    """
    told = Counter(map(_told, items))
    elsewhere = [(item, title) for item, title in zip(before, pages, strict=True) if title != page]
    if (
        not told
        or not all(amount for _name, amount in told)
        or told - Counter(_told(item) for item, _title in elsewhere)
    ):
        return None
    return Counter(title for item, title in elsewhere if _told(item) in told).most_common(1)[0][0]


def _told(item: BaseModel) -> tuple[str, Decimal]:
    amount = next((getattr(item, name) for name in _AMOUNTS if hasattr(item, name)), Decimal(0))
    return str(getattr(item, "name", "")), amount


def alike(page: str, items: Sequence[BaseModel], before: Sequence[BaseModel], pages: Sequence[str]) -> tuple[str, int]:
    """The sheet with most of the names of these entries under other amounts, and how many; nothing where fewer than half are.

    So a workbook with a sheet for each month shows.
    """
    names = {name for name, _amount in map(_told, items) if name}
    elsewhere = Counter(
        title for item, title in zip(before, pages, strict=True) if title != page and _told(item)[0] in names
    )
    title, count = elsewhere.most_common(1)[0] if elsewhere else ("", 0)
    return (title, count) if 2 * count >= len(names) and count > 1 else ("", 0)
