"""Payments month by month without their rows: some light months, level ones, a last one, and sums shared over them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from assessment.batch.entries import Fen, Flags
from assessment.rates.many import Floats, Run, of_runs
from assessment.schedules.ends import Ends


@dataclass(frozen=True, slots=True)
class Spread:
    """Many plans of payments. Fen.

    After `grace` months without any, `light` is paid in the first `light_months`, `level` in those after, `last` in
    the last of `months`; `repaid` is all of that. Each sum in `shared` is split evenly over the months, its odd fen
    in the earliest. `plain` is false where a plan is of no use here.
    """

    level: Fen
    months: Fen
    last: Fen
    repaid: Fen
    plain: Flags
    light: Fen
    light_months: Fen
    grace: Fen
    shared: tuple[Fen, ...] = ()

    def sharing(self, fen: Fen) -> Spread:
        """The same with one more sum shared over its months."""
        return replace(self, shared=(*self.shared, fen))

    def waiting(self, months: Fen) -> Spread:
        """The same after some months without a payment."""
        return replace(self, grace=months)

    @property
    def total(self) -> Fen:
        """All that is paid."""
        return sum(self.shared, self.repaid)

    @property
    def heaviest(self) -> Fen:
        """The largest month."""
        first_level = self._light_months + 1
        light = np.where(self._light_months > 0, self.light + self._part + self._odd(1), 0)
        level = np.where(self.months > first_level, self.level + self._part + self._odd(first_level), 0)
        heaviest: Fen = np.maximum(np.maximum(light, level), self.last + self._part)
        return heaviest

    @property
    def paid_on(self) -> Fen:
        """How many months something is paid in."""
        odd = np.max([fen % self.months for fen in self.shared], axis=0, initial=0)
        light = np.where(self.light + self._part > 0, self._light_months, np.minimum(odd, self._light_months))
        further, level_months = np.maximum(odd - self._light_months, 0), self.months - 1 - self._light_months
        level = np.where(self.level + self._part > 0, level_months, np.minimum(further, level_months))
        return light + level + (self.last + self._part > 0)

    def rate(self, owed: Fen) -> Floats:
        """The monthly rate at which all of it is worth what is owed."""
        start, end = self.grace, self.grace + self.months
        runs = [
            Run(self.level + self._part, start + self._light_months, end - 1),
            Run(self.last + self._part, end - 1, end),
            *(Run(np.ones_like(fen), start, start + fen % self.months) for fen in self.shared),
        ]
        if self.light_months.any():
            runs.append(Run(self.light + self._part, start, start + self._light_months))
        return of_runs(owed, runs)

    @property
    def _light_months(self) -> Fen:
        return np.minimum(self.light_months, self.months - 1)

    @property
    def _part(self) -> Fen:
        return sum((fen // self.months for fen in self.shared), np.zeros_like(self.level))

    def _odd(self, month: Fen | int) -> Fen:
        """How many odd fen fall into a month."""
        return sum(((fen % self.months >= month).astype(np.int64) for fen in self.shared), np.zeros_like(self.level))


def level(found: Ends, payment: Fen) -> Spread:
    """One level payment until the last."""
    nothing = np.zeros_like(payment)
    return Spread(
        payment, found.months, found.last, found.total, np.ones(payment.size, np.bool_), nothing, nothing, nothing
    )
