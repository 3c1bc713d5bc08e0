"""The rate that a set of payments really has, and what payments are worth at a rate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from math import expm1, isfinite, log1p

from assessment.problems import Unanswerable


class NoRate(Unanswerable):
    """The payments have no rate, or more than one."""


def irr(flows: Sequence[float]) -> float:
    """The rate per period at which equally spaced flows are worth nothing today, as a fraction.

    Raises NoRate where there is none, or where more than one could fit.
    """
    import pyxirr

    sign = one_rate_only(flows)
    return _of_sign(pyxirr.irr(_scaled(flows), silent=True), sign)


def xirr(dates: Sequence[date], flows: Sequence[float]) -> float:
    """The effective annual rate at which dated flows are worth nothing on the first date (365 days a year).

    Raises NoRate where there is none, or where more than one could fit.
    """
    import pyxirr

    days, amounts = zip(*sorted(zip(dates, flows, strict=True)), strict=True)
    sign = one_rate_only(amounts)
    return _of_sign(pyxirr.xirr(days, _scaled(amounts), silent=True), sign)


def one_rate_only(flows: Sequence[float]) -> int:
    """The sign of the only rate that flows in order of time can have: 1 where it is not negative, else -1.

    By Descartes' rule there are no more rates in all than the flows change sign, no more above nought than their
    running totals do, and no more below than the totals summed from the end do. Raises NoRate where that leaves
    room for none or for two.
    """
    turns = _turns(flows)
    if turns == 0:
        raise NoRate("现金流没有正负变化，算不出利率")
    if turns > 1 and _room(flows) > 1:
        raise NoRate("现金流多次正负变化，利率可能不止一个")
    first = next(filter(None, flows))
    return 1 if first * sum(flows) <= 0 else -1


def _room(flows: Sequence[float]) -> int:
    """How many rates there is room for above nought and below."""
    return _turns(list(accumulate(flows))) + _turns(list(accumulate(reversed(flows))))


def _scaled(flows: Sequence[float]) -> list[float]:
    """The same flows with a million for the largest.

    The solver stops at an absolute distance from nought: far larger flows never come so near, far smaller come too soon.
    """
    scale = 1e6 / max(map(abs, flows))
    return [flow * scale for flow in flows]


def _turns(flows: Sequence[float]) -> int:
    signs = [flow > 0 for flow in flows if flow]
    return sum(now != before for now, before in zip(signs[1:], signs, strict=False))


def _of_sign(rate: float | None, sign: int) -> float:
    if rate is None or not isfinite(rate) or rate * sign < -_NOTHING:
        raise NoRate("这组现金流没有对应的利率")
    return rate


_NOTHING = 1e-9


def effective(periodic: float, periods: int) -> float:
    """The effective annual rate of a rate per period compounded `periods` times a year."""
    return expm1(periods * log1p(periodic))


def present_value(flows: Sequence[float], periodic: float) -> float:
    """What equally spaced flows, the first of them today, are worth today at a rate per period."""
    worth = 0.0
    factor = 1 / (1 + periodic)
    for flow in reversed(flows):
        worth = worth * factor + flow
    return worth


def dated_value(dates: Sequence[date], flows: Sequence[float], annual: float) -> float:
    """What dated flows are worth on the first date at an effective annual rate (365 days a year)."""
    return float(
        sum(flow / (1 + annual) ** ((day - dates[0]).days / 365) for day, flow in zip(dates, flows, strict=True))
    )
