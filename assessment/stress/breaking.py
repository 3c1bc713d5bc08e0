"""What breaks a plan first: which trouble is there in the month it breaks, and how many would hold without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from assessment.case import Futures
from assessment.stress.cushion import Needs, needs
from assessment.stress.endurance import HELD, Broken
from assessment.stress.futures import Runs, Shock, run
from assessment.stress.plans import Payments
from assessment.stress.shares import Odds, odds
from assessment.stress.spells import MONTHS
from assessment.stress.start import Home, Uneven
from assessment.text import label

TITLE: dict[Shock, str] = {
    "job_loss": label("没了工作"),
    "pay_cut": label("降薪"),
    "illness": label("生病"),
    "surprise": label("意外开支"),
    "uneven": label("收入有高有低"),
    "season": label("过年、学费这样的大开支月份"),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """One kind of trouble: the share of futures that break in a month of it, and the share that break without it."""

    shock: Shock
    present: Odds
    without: Odds


def without_each(home: Home, chances: Futures, payments: Payments) -> dict[Shock, Needs]:
    """What the plan would need at hand if one kind of trouble never came, for each kind the household can meet."""
    return {
        shock: needs(run(*calm(home, chances)).saved, payments, home.left)
        for shock, calm in _CALM.items()
        if shock in set(_possible(home, chances))
    }


def causes(runs: Runs, broken: Broken, calm: dict[Shock, Needs], cushion: int) -> tuple[Cause, ...]:
    """The kinds of trouble, first the one without which most would hold. `broken` is one plan's row."""
    found = [
        Cause(shock, odds(_present(runs, shock, broken)), without.odds(cushion).other)
        for shock, without in calm.items()
    ]
    return tuple(sorted(found, key=lambda cause: (cause.without.share, -cause.present.share)))


def _present(runs: Runs, shock: Shock, broken: Broken) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The futures that break after today in a month with this trouble."""
    breaks = (broken > 0) & (broken < HELD)
    month = np.clip(broken.astype(np.int64) - 1, 0, MONTHS - 1)
    present: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = runs.troubles[shock][month, np.arange(len(broken))]
    return breaks & present


def _possible(home: Home, chances: Futures) -> Iterator[Shock]:
    if (home.jobs or home.uneven) and chances.job_loss:
        yield "job_loss"
    if home.jobs and chances.pay_cut:
        yield "pay_cut"
    if chances.illness:
        yield "illness"
    if chances.surprise:
        yield "surprise"
    if home.uneven:
        yield "uneven"
    if any(spent != home.even for spent in home.spending):
        yield "season"


def _never(field: str) -> Callable[[Home, Futures], tuple[Home, Futures]]:
    return lambda home, chances: (home, chances.model_copy(update={field: Decimal(0)}))


def _even_income(home: Home, chances: Futures) -> tuple[Home, Futures]:
    """Every month brings the average of the uneven months."""
    return replace(home, uneven=tuple(Uneven((), int(each.mean), int(each.mean)) for each in home.uneven)), chances


def _even_spending(home: Home, chances: Futures) -> tuple[Home, Futures]:
    return replace(home, spending=(home.even,) * MONTHS), chances


_CALM: dict[Shock, Callable[[Home, Futures], tuple[Home, Futures]]] = {
    "job_loss": _never("job_loss"),
    "pay_cut": _never("pay_cut"),
    "illness": _never("illness"),
    "surprise": _never("surprise"),
    "uneven": _even_income,
    "season": _even_spending,
}
