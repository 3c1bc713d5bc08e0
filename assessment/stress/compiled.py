"""The judging of `endurance` as a compiled loop. An extra for those who have numba: no page imports it."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from assessment.stress.endurance import Broken, at_start, least_saved
from assessment.stress.plans import Payments
from assessment.stress.points import Floats
from assessment.stress.spells import MONTHS

_AT_ONCE = 256


def break_months(saved: Floats, payments: Payments, cushion: int, left: int) -> Broken:
    """What `endurance.break_months` gives, the same to the month."""
    start = at_start(payments[:, 0], cushion, left)
    found = np.empty((len(payments), saved.shape[1]), np.uint8)
    _compiled(saved, least_saved(payments) - start[:, None], found)
    found[start < 0] = 0
    return found


def _judge(saved: Floats, least: Floats, found: Broken) -> None:
    """Some futures at a time, so that their months stay near the processor for every plan."""
    plans, futures = found.shape
    going = np.empty(_AT_ONCE, np.uint8)
    for first in range(0, futures, _AT_ONCE):
        count = min(_AT_ONCE, futures - first)
        for plan in range(plans):
            kept = found[plan, first : first + count]
            kept[:] = 1
            going[:] = 1
            for month in range(MONTHS):
                asked, level = least[plan, month], saved[month, first : first + count]
                for future in range(count):
                    going[future] &= np.uint8(level[future] >= asked)
                    kept[future] += going[future]


_compiled: Any = numba.njit(_judge)
