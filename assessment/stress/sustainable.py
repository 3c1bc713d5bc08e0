"""The largest level payment each future can carry: the whole curve of payments and odds from one pass. Fen."""

from __future__ import annotations

from math import ceil

import numpy as np

from assessment.stress.points import Floats
from assessment.stress.spells import MONTHS


def largest_payments(saved: Floats, start: int, months: int = MONTHS, first: int = 0) -> Floats:
    """For each future the largest payment that can be kept up, in order from the smallest.

    Paid each month from month `first` + 1 to month `months`, with `start` at hand; minus one where living alone
    cannot be paid before the first payment, or no payment can be made at all.
    """
    level = start + saved[:months]
    counts = np.arange(1, months - first + 1)
    largest = np.floor((level[first:] / counts[:, None]).min(axis=0))
    largest = np.where((level[:first] < 0).any(axis=0), -1.0, np.maximum(largest, -1.0))
    largest.sort()
    return largest


def payment_for(largest: Floats, share: float) -> int:
    """The largest payment that share of the futures can carry; nought where there is none."""
    return max(int(largest[len(largest) - ceil(share * len(largest))]), 0)


def share_for(largest: Floats, payment: int) -> float:
    """The share of the futures that can carry a payment above nought."""
    return 1 - float(np.searchsorted(largest, payment, side="left")) / len(largest)
