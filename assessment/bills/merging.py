"""Several exports as one ledger: the same payment counted once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from assessment.bills.ledger import Bill, Entry

_WALLETS = frozenset({"支付宝", "微信", "京东", "美团"})
_NEAR = timedelta(days=1)


def merged(bills: Sequence[Bill]) -> tuple[tuple[Entry, ...], int]:
    """Every entry once, in order of time, and how many were met twice.

    Two exports of one platform may overlap: a line stands as often as in the one that has it most. A bank's line is the
    wallet's where the wallet paid the same amount with a bank's card on the same day or the day beside it.
    """
    by_platform: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        by_platform[bill.platform].append(bill)
    kept = {platform: _union(same) for platform, same in by_platform.items()}
    twice = sum(len(bill.entries) for bill in bills) - sum(len(entries) for entries in kept.values())
    paid = Counter(
        (entry.day, entry.fen)
        for platform, entries in kept.items()
        if platform in _WALLETS
        for entry in entries
        if entry.card
    )
    found: list[Entry] = []
    for platform, entries in kept.items():
        for entry in entries:
            if platform not in _WALLETS and _met(paid, entry):
                twice += 1
                continue
            found.append(entry)
    return tuple(sorted(found, key=lambda each: each.day)), twice


def _union(bills: Sequence[Bill]) -> list[Entry]:
    most: Counter[Entry] = Counter()
    for bill in bills:
        most |= Counter(bill.entries)
    return list(most.elements())


def _met(paid: Counter[tuple[date, int]], entry: Entry) -> bool:
    """Whether a wallet paid this from a bank's card; each such payment answers for one line."""
    if entry.kind not in {"spent", "repaid"}:
        return False
    for day in (entry.day, entry.day - _NEAR, entry.day + _NEAR):
        if paid[day, entry.fen]:
            paid[day, entry.fen] -= 1
            return True
    return False
