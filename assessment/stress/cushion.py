"""The money each future needs at the start for one plan to stand: odds at any cushion, and the cushion for any odds."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from assessment.stress.endurance import at_start, least_saved
from assessment.stress.plans import Payments
from assessment.stress.points import Floats
from assessment.stress.shares import Odds, odds


@dataclass(frozen=True, slots=True, eq=False)
class Needs:
    """What must be at hand in each future once today's payment is made. Fen.

    `today` is that payment and `left` what this month adds to it where the cushion does not suffice.
    """

    each: Floats
    today: int
    left: int

    def odds(self, cushion: int) -> Odds:
        """How many futures see the plan through with that cushion."""
        start = int(at_start(np.array([self.today]), cushion, self.left)[0])
        return odds((self.each <= start) & (start >= 0))

    def cushion_for(self, share: float) -> int:
        """The least cushion with which that share of the futures sees the plan through. Fen."""
        need = float(np.sort(self.each)[ceil(share * len(self.each)) - 1])
        return self.today + int(need) if need > 0 else max(self.today - self.left, 0)


def needs(saved: Floats, payments: Payments, left: int) -> Needs:
    """What one plan, a row, needs in each future."""
    least = least_saved(payments)[0]
    asked = np.isfinite(least)
    short = least[asked, None] - saved[asked]
    return Needs(short.max(axis=0, initial=-np.inf), int(payments[0, 0]), left)
