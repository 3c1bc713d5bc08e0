"""What moves the odds most: one input at a time a step down and a step up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

import numpy as np

from assessment.case import Futures
from assessment.stress.cushion import Needs, needs
from assessment.stress.futures import run
from assessment.stress.plans import Payments
from assessment.stress.shares import Odds
from assessment.stress.start import Home, Uneven
from assessment.text import Money, Percent, Text, label

Change = Callable[[Decimal], tuple[Home, Futures, Payments]]


@dataclass(frozen=True, slots=True)
class Lever:
    """One input moved down and up: what was done to it, and how many futures break then."""

    title: str
    down: Text
    up: Text
    breaks_down: Odds
    breaks_up: Odds

    @property
    def reach(self) -> float:
        """How far the input moves the share that breaks."""
        return abs(self.breaks_up.share - self.breaks_down.share)


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """One input moved down and up: what the plan needs at hand then; `more` is added to the cushion going up. Fen."""

    title: str
    down: Text
    up: Text
    needs_down: Needs
    needs_up: Needs
    more: int = 0


def moved(home: Home, chances: Futures, payments: Payments) -> tuple[Moved, ...]:
    """Every input moved, for one plan (a row)."""
    return tuple(_moved(home, chances, payments))


def levers(found: tuple[Moved, ...], cushion: int) -> tuple[Lever, ...]:
    """The inputs, first the one that moves the odds most."""
    every = [
        Lever(each.title, each.down, each.up,
              each.needs_down.odds(max(cushion - each.more, 0)).other, each.needs_up.odds(cushion + each.more).other)
        for each in found
    ]  # fmt: skip
    return tuple(sorted(every, key=lambda lever: -lever.reach))


def _moved(home: Home, chances: Futures, payments: Payments) -> Iterator[Moved]:
    as_it_is = needs(run(home, chances).saved, payments, home.left)
    month = Money(Decimal(home.even).scaleb(-2))
    yield Moved(
        label("手里的钱"), Text("少 {sum}", sum=month), Text("多 {sum}", sum=month), as_it_is, as_it_is, home.even
    )
    by = partial(_by_steps, home, chances, payments)
    for title, change in (
        (label("收入"), lambda step: (_earning(home, step), chances, payments)),
        (label("生活费"), lambda step: (_spending(home, step), chances, payments)),
        (label("每月还款"), lambda step: (home, chances, _paying(payments, step))),
    ):
        yield by(title, chances.money_step, change)
    for title, field in _ODDS:
        if getattr(chances, field) and (home.jobs or field != "pay_cut"):
            yield by(title, chances.odds_step, partial(_chance, home, chances, payments, field))


def _by_steps(home: Home, chances: Futures, payments: Payments, title: str, step: Decimal, change: Change) -> Moved:
    low, high = (
        needs(run(moved_home, moved_chances).saved, paid, moved_home.left)
        for moved_home, moved_chances, paid in (change(1 - step), change(1 + step))
    )
    return Moved(title, Text("少 {share}", share=Percent(step)), Text("多 {share}", share=Percent(step)), low, high)


def _earning(home: Home, share: Decimal) -> Home:
    uneven = tuple(
        Uneven(tuple(_part(month, share) for month in each.history), _part(each.low, share), _part(each.high, share))
        for each in home.uneven
    )
    return replace(
        home, jobs=tuple(_part(pay, share) for pay in home.jobs), secure=_part(home.secure, share), uneven=uneven,
        reliable=_part(home.reliable, share),
    )  # fmt: skip


def _spending(home: Home, share: Decimal) -> Home:
    return replace(home, spending=tuple(_part(spent, share) for spent in home.spending), even=_part(home.even, share))


def _paying(payments: Payments, share: Decimal) -> Payments:
    """Payments after today; what is due today stays."""
    later = np.array([[_part(int(paid), share) for paid in row[1:]] for row in payments], np.int64)
    return np.concatenate([payments[:, :1], later], axis=1)


def _chance(
    home: Home, chances: Futures, payments: Payments, field: str, share: Decimal
) -> tuple[Home, Futures, Payments]:
    was = Decimal(getattr(chances, field))
    most = Decimal(1) if field in _SHARES else Decimal("Infinity")
    least = Decimal(1) if field == "job_search" else Decimal(0)
    return home, chances.model_copy(update={field: min(max(was * share, least), most)}), payments


def _part(fen: int, share: Decimal) -> int:
    return int(fen * share)


_ODDS = (
    (label("丢工作的可能"), "job_loss"),
    (label("找工作的时间"), "job_search"),
    (label("失业时还有的收入"), "benefit_share"),
    (label("降薪的可能"), "pay_cut"),
    (label("生病的可能"), "illness"),
    (label("生病的花费"), "illness_cost"),
    (label("意外开支的可能"), "surprise"),
)
_SHARES = frozenset({"job_loss", "benefit_share", "pay_cut", "illness", "surprise"})
