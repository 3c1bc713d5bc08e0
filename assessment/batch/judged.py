"""Many debts' offers against what can be carried, judged as `offers.compare` does."""

from __future__ import annotations

from typing import NamedTuple, get_args

import numpy as np

from assessment.batch.entries import Fen, Flags, Places
from assessment.batch.options import KINDS, Options
from assessment.offers import ALL_ADVISABLE, NEVER_ADVISED, SELF_HELP, WITHOUT_WAIVER, Fit, Kind

FITS = get_args(Fit)
_CODE = {fit: place for place, fit in enumerate(FITS)}
_CARRIED = [_CODE[fit] for fit in ("assets", "floor", "suggested")]
_MOST = np.iinfo(np.int64).max


class Share(NamedTuple):
    """A debt's part of the three figures and of the cash. Fen."""

    floor: Fen
    suggested: Fen
    ceiling: Fen
    cash: Fen


def fits(found: Options, share: Share) -> Places:
    """The tightest figure that carries each offer, as a place in FITS."""
    beyond = np.maximum(found.today - share.cash, 0)
    heaviest = np.maximum(found.monthly, beyond)
    fit = np.select(
        [beyond > share.ceiling, (found.monthly == 0) & (beyond == 0), heaviest <= share.floor, heaviest <= share.suggested, heaviest <= share.ceiling],
        [_CODE["short_assets"], _CODE["assets"], _CODE["floor"], _CODE["suggested"], _CODE["ceiling"]],
        _CODE["over"],
    )  # fmt: skip
    fit[_rows(NEVER_ADVISED)[:, 0]] = _CODE["none"]
    return fit


def recommended(found: Options, fit: Places, late: Flags) -> Places:
    """The place of the offer to ask for, -1 where none can be carried; `late` where a waiver may be asked for."""
    advisable = np.where(late, _rows(ALL_ADVISABLE), _rows(WITHOUT_WAIVER)) & found.there
    carried = advisable & np.isin(fit, _CARRIED)
    alone = carried & _rows(SELF_HELP)
    best = _first(np.where(alone.any(axis=0), alone, carried), found.total, found.debt_free)
    lightest = _first(advisable & (fit == _CODE["ceiling"]), found.monthly, found.total)
    return np.where(best >= 0, best, lightest)


def _rows(kinds: frozenset[Kind]) -> Flags:
    return np.array([[kind in kinds] for kind in KINDS])


def _first(asked: Flags, *by: Fen) -> Places:
    """The first of those asked for with the least of each measure in turn; -1 where there is none."""
    for measure in by:
        held = np.where(asked, measure, _MOST)
        asked = asked & (held == held.min(axis=0))
    return np.where(asked.any(axis=0), asked.argmax(axis=0), -1)
