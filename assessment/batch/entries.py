"""A list column as flat arrays: every entry of every household, field by field, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Fen = NDArray[np.int64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

PARTS = 1_000_000
"""Shares and rates are whole parts per million here."""

_TWELFTHS_IN_A_PART = 10**6


class Lists:
    """Who owns which entry of a list column: how many each has, and where its own start."""

    def __init__(self, column: pa.ListArray) -> None:
        lengths = pc.list_value_length(column).fill_null(0)
        self.count: Places = np.asarray(lengths.to_numpy(zero_copy_only=False), np.intp)
        self.owner: Places = np.repeat(np.arange(len(self.count)), self.count)
        self.bounds: Places = np.concatenate(([0], np.cumsum(self.count)))

    @property
    def size(self) -> int:
        """How many entries there are in all."""
        return len(self.owner)

    @property
    def rank(self) -> Places:
        """Each entry's place among its owner's, from nought."""
        return np.arange(self.size) - self.bounds[:-1][self.owner]

    def sums(self, values: Fen) -> Fen:
        """One sum an owner."""
        run: Fen = np.concatenate(([0], np.cumsum(values)))
        total: Fen = run[self.bounds[1:]] - run[self.bounds[:-1]]
        return total

    def none(self, flags: Flags) -> Flags:
        """Which owners have no entry with the flag."""
        without: Flags = self.sums(flags.astype(np.int64)) == 0
        return without


class Entries(Lists):
    """The entries of a list of structs, field by field."""

    def __init__(self, column: pa.ListArray) -> None:
        super().__init__(column)
        entries = column.flatten()
        self.filled = flags(entries.is_valid())
        self._fields = dict(zip((field.name for field in entries.type), entries.flatten(), strict=True))

    def field(self, name: str) -> pa.Array:
        """One field as it came."""
        return self._fields[name]

    def given(self, name: str) -> Flags:
        """Where a field is filled in."""
        return flags(self._fields[name].is_valid())

    def whole(self, name: str, default: int = 0) -> Fen:
        """Whole numbers; the default where nothing is filled in."""
        return whole(self._fields[name], default)

    def flag(self, name: str) -> Flags:
        """Yes or no; no where nothing is filled in."""
        return flags(self._fields[name].fill_null(False))

    def word(self, name: str, words: Sequence[str], default: str) -> Places:
        """The place of each word among `words`; below nought where it is none of them."""
        return places(self._fields[name], words, default)

    def parts(self, name: str) -> tuple[Fen, Flags]:
        """A share in parts per million, nought where nothing is filled in; and where that is exact."""
        digits = self.digits(name)
        return digits // _TWELFTHS_IN_A_PART, digits % _TWELFTHS_IN_A_PART == 0

    def digits(self, name: str) -> Fen:
        """A rate with twelve places as one whole number; nought where nothing is filled in."""
        array = self._fields[name].fill_null(0)
        halves = np.frombuffer(array.buffers()[1], np.int64)
        start = 2 * array.offset
        low: Fen = halves[start : start + 2 * len(array) : 2]
        return low


def whole(array: pa.Array, default: int = 0) -> Fen:
    """Whole numbers from a column; the default where nothing is filled in."""
    return np.asarray(array.fill_null(default).to_numpy(zero_copy_only=False), np.int64)


def flags(array: pa.Array) -> Flags:
    """Yes and no from a column without gaps."""
    return np.asarray(array.to_numpy(zero_copy_only=False), np.bool_)


def places(array: pa.Array, words: Sequence[str], default: str) -> Places:
    """The place of each word among `words`, the default's where nothing is filled in; -1 for any other word."""
    found = pc.index_in(array.fill_null(default), value_set=pa.array(words, array.type)).fill_null(-1)
    return np.asarray(found.to_numpy(zero_copy_only=False), np.intp)


def half_up(numerator: Fen, denominator: Fen | int) -> Fen:
    """A fraction of whole numbers, none below nought, rounded half up."""
    rounded: Fen = (2 * numerator + denominator) // (2 * denominator)
    return rounded
