"""How long each plan is kept up in each future. Amounts in fen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assessment.stress.plans import Payments
from assessment.stress.points import Floats
from assessment.stress.spells import MONTHS

Broken = NDArray[np.uint8]
"""The month a plan breaks, a row a plan and a column a future: 0 is today, `HELD` is never."""
HELD = MONTHS + 1
_AT_ONCE = 4096


def break_months(saved: Floats, payments: Payments, cushion: int, left: int) -> Broken:
    """The first month in which money at hand, pay and what was saved do not cover living and the payment.

    What is due today comes from the cushion, then from what this month leaves. After a plan's last payment nothing
    can break.
    """
    start = at_start(payments[:, 0], cushion, left)
    last = np.where(start < 0, 0, last_months(payments))
    longest_first = np.argsort(-last, kind="stable")
    least = (np.cumsum(payments[:, 1:], axis=1) - start[:, None]).astype(np.float64)[longest_first]
    paying = [int(np.count_nonzero(last > month)) for month in range(MONTHS)]
    kept = np.empty((len(payments), saved.shape[1]), np.uint8)
    for first in range(0, saved.shape[1], _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        _months_kept(saved[:, part], least, paying, kept[:, part])
    found = np.empty_like(kept)
    found[longest_first] = kept
    found[found > last[:, None]] = HELD
    found[start < 0] = 0
    return found


def _months_kept(saved: Floats, least: Floats, paying: list[int], kept: Broken) -> None:
    """Counts the months before the first that asks for more than was saved; the count plus one is that month.

    The longest plans stand first; `paying` says how many of them still pay in each month.
    """
    going, enough = np.ones(kept.shape, np.bool_), np.empty(kept.shape, np.bool_)
    kept[:] = 1
    for month, plans in enumerate(paying):
        now, still = enough[:plans], going[:plans]
        np.greater_equal(saved[month], least[:plans, month, None], out=now)
        still &= now
        kept[:plans] += still


def least_saved(payments: Payments) -> Floats:
    """All that is paid by each month's end after today; minus infinity once nothing more is to be paid."""
    asked = np.cumsum(payments[:, 1:], axis=1).astype(np.float64)
    return np.where(np.arange(1, MONTHS + 1) <= last_months(payments)[:, None], asked, -np.inf)


def at_start(today: Payments, cushion: int, left: int) -> Payments:
    """What is at hand once today's payment is made; below nought where it cannot be."""
    after = cushion - today
    found: Payments = np.where(after < 0, np.minimum(after + left, 0), after)
    return found


def last_months(payments: Payments) -> Payments:
    """The month of each plan's last payment; 0 where nothing is paid after today."""
    paying = payments[:, 1:] > 0
    found: Payments = np.where(paying.any(axis=1), MONTHS - np.argmax(paying[:, ::-1], axis=1), 0)
    return found


def curve(broken: Broken) -> Floats:
    """The share of futures in which each plan still stands after today and after each month. A row a plan."""
    plans, futures = broken.shape
    places = broken.astype(np.int64) + (np.arange(plans) * (HELD + 1))[:, None]
    ends = np.bincount(places.ravel(), minlength=plans * (HELD + 1)).reshape(plans, HELD + 1)
    found: Floats = 1 - np.cumsum(ends[:, :HELD], axis=1) / futures
    return found
