"""The offers worth trying for one debt at one start, from the terms that lenders know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assessment import offers
from assessment._assess import DebtAssessment
from assessment.case import IN_COURT
from assessment.offers import Components, Limits, Position, Terms, Waiver

LONGEST = 60
"""Five years: the longest that lenders commonly agree to, and a card's plan may run."""

_MORE_TERMS = tuple(sorted((*offers.TERMS_OFFERED, 15, 21, 30)))
_GRACED = (6, 12, 18, 24, 36, 48)


@dataclass(frozen=True, slots=True)
class Asking:
    """How much is asked of the lenders.

    `concession` is the share of the case's opening waivers that is counted on, 0 to 1; `longest` is the longest term
    in months; `paid_on_time` says whether a debt that is paid on time, and could be kept on, may be put up for talks.
    """

    concession: Decimal = Decimal(1)
    longest: int = LONGEST
    paid_on_time: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """How finely offers and starts are tried. Months; `graces` are multiples of the case's own months of grace."""

    starts: tuple[int, ...]
    terms: tuple[int, ...]
    graces: tuple[int, ...]


GRIDS = (
    Grid((0, 1, 2, 3, 4, 5, 6, 12), _MORE_TERMS, (1, 2)),
    Grid((0, 1, 3, 6, 12), _MORE_TERMS, (1, 2)),
    Grid((0, 3, 6, 12), _MORE_TERMS, (1, 2)),
    Grid((0, 6, 12), _MORE_TERMS, (1, 2)),
    Grid((0,), _MORE_TERMS, (1, 2)),
    Grid((0,), offers.TERMS_OFFERED, (1,)),
)
"""From fine to coarse: many debts are tried on a coarser grid, so that the exact answer comes in seconds."""


def terms_for(found: DebtAssessment, position: Position, limits: Limits, asking: Asking, grid: Grid) -> Iterator[Terms]:
    """The offers for a debt as it stands in `position`, which may be later than today.

    A debt paid on time is only asked to be made lighter; before the middle stage nothing is asked to be waived; in
    court, or once all is due, the contract cannot simply go on. Never doing nothing, never new borrowing.
    """
    yield from _alone(position)
    if _may_ask(found):
        yield Terms("settlement", waiver=_kept(offers.settling(position.assumptions), found, position, asking))
    waiver = _kept(offers.asking(position.assumptions), found, position, asking) if _may_ask(found) else Waiver()
    yield from _instalments(found, position, limits.lawful(position.annual_rate), waiver, asking, grid)
    if position is found.position:
        yield from _softened(found, limits, waiver, asking, grid)


def _may_ask(found: DebtAssessment) -> bool:
    return found.stage not in {"current", "early"}


def _alone(position: Position) -> Iterator[Terms]:
    """What needs nobody's consent."""
    goes_on = position.contract.payment or (position.arrears and not position.all_due)
    if position.debt.court not in IN_COURT and goes_on:
        yield Terms("cure_arrears", annual_rate=position.annual_rate)
    yield Terms("pay_in_full")


def _instalments(
    found: DebtAssessment, position: Position, rate: Decimal, waiver: Waiver, asking: Asking, grid: Grid
) -> Iterator[Terms]:
    longer = range(LONGEST + 12, asking.longest + 1, 12)
    for months in (*grid.terms, *longer):
        if found.stage != "current":
            yield Terms("instalments", months=months, annual_rate=rate, waiver=waiver)
        elif months > position.debt.instalments_left:
            yield Terms("longer_cycle", months=months, annual_rate=rate)


def _softened(found: DebtAssessment, limits: Limits, waiver: Waiver, asking: Asking, grid: Grid) -> Iterator[Terms]:
    """Grace, a lower level payment and light months first: asked for once, now."""
    rate, usual = limits.lawful(found.position.annual_rate), found.position.assumptions.grace_months
    for grace in (usual * times for times in grid.graces):
        for months in _GRACED:
            if grace + months <= asking.longest:
                yield Terms("extension", months=months, grace=grace, annual_rate=rate, waiver=waiver)
    for option in found.comparison.options:
        terms = option.outcome.terms
        if terms.kind in {"lower_payment", "stepped"} and terms.annual_rate == rate:
            yield terms


def _kept(full: Waiver, found: DebtAssessment, position: Position, asking: Asking) -> Waiver:
    """The waiver of what is owed today; what accrues while waiting is never counted on to be let off."""
    now, then = found.position.claim, position.claim
    return Waiver(**{name: _share(name, getattr(full, name) * asking.concession, now, then) for name in now._fields})


def _share(name: str, share: Decimal, now: Components, then: Components) -> Decimal:
    before, after = getattr(now, name), getattr(then, name)
    if before == after or not after:
        return share
    return (Decimal(before) * share).to_integral_value(ROUND_HALF_UP) / Decimal(after)
