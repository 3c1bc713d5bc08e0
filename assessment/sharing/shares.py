"""One sum in proportion to what each is owed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assessment import money


def pro_rata(amount: Decimal, balances: Sequence[Decimal]) -> list[Decimal]:
    """Each creditor's part of `amount` in proportion to what it is owed. Yuan.

    Largest remainder to the fen, the earlier creditor first where remainders are equal; nobody gets more than is
    owed, and nothing is left over unless everybody is paid in full. Raises ValueError for negative amounts.
    """
    parts = pro_rata_fen(money.to_fen(amount), [money.to_fen(balance) for balance in balances])
    return [money.to_yuan(part) for part in parts]


def pro_rata_fen(amount: int, balances: Sequence[int]) -> list[int]:
    """`pro_rata` in whole fen."""
    if amount < 0 or any(balance < 0 for balance in balances):
        raise ValueError("amounts to share must not be negative")
    owed = sum(balances)
    if amount >= owed:
        return list(balances)
    parts = [amount * balance // owed for balance in balances]
    by_remainder = sorted(range(len(balances)), key=lambda place: -(amount * balances[place] % owed))
    for place in by_remainder[: amount - sum(parts)]:
        parts[place] += 1
    return parts
