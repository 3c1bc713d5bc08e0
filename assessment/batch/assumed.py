"""The assumptions of every household, as columns over the few sets there are."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa
from pydantic import ValidationError

from assessment.batch.entries import PARTS, Fen, Flags, Places
from assessment.batch.rows import assumed
from assessment.case import Assumptions

_SHARES = (
    "floor_share", "suggested_share", "typical_share", "quick_share_liquid", "quick_share_claims", "quick_share_goods", "quick_share_property",
    "ask_interest", "ask_penalty", "ask_fees", "settle_interest", "settle_principal", "light_share", "new_loan_rate",
)  # fmt: skip
_MULTIPLE = "penalty_multiple"
_COUNTS = ("grace_months", "light_months", "wait_months", "suit_after_low", "suit_after_high")


class Assumed:
    """What every household takes for granted; `known` where its set can be counted in whole parts per million."""

    def __init__(self, column: pa.Array) -> None:
        encoded = column.fill_null("").dictionary_encode()
        self.code: Places = np.asarray(encoded.indices.to_numpy(zero_copy_only=False), np.intp)
        sets = [_read(text) for text in encoded.dictionary.to_pylist()]
        self.sets: list[Assumptions] = [each or Assumptions() for each in sets]
        numbers = [_numbers(each) if each else None for each in sets]
        usual = _numbers(Assumptions()) or {}
        rows = [each or usual for each in numbers]
        self._columns = {name: np.array([row[name] for row in rows], np.int64) for name in usual}
        self.known: Flags = (
            np.array([each is not None for each in numbers], np.bool_)[self.code]
            if len(self.code)
            else np.zeros(0, np.bool_)
        )

    def of(self, name: str, who: Places | slice = slice(None)) -> Fen:
        """One assumption for each of some households: shares and multiples in parts per million, months as they are."""
        column: Fen = self._columns[name][self.code[who]]
        return column


def _read(text: str) -> Assumptions | None:
    try:
        return assumed(text)
    except ValidationError:
        return None


def _numbers(held: Assumptions) -> dict[str, int] | None:
    """Its shares as parts per million; None where one has more places."""
    shares = {name: _parts(getattr(held, name)) for name in (*_SHARES, _MULTIPLE)}
    if None in shares.values():
        return None
    return {name: part for name, part in shares.items() if part is not None} | {
        name: getattr(held, name) for name in _COUNTS
    }


def _parts(share: Decimal) -> int | None:
    parts = share * PARTS
    return int(parts) if parts == parts.to_integral_value() else None
