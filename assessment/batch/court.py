"""What doing nothing comes to with the costs of suit and enforcement, for many claims, the same fen as `law.costs`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from assessment import money
from assessment.batch.entries import Fen, half_up
from assessment.rules import Rules

_YEAR = 365
_FEN = 100


def in_the_middle(claims: Fen, principal: Fen, law: Rules) -> Fen:
    """The middle claim with the mean of the least that court may cost early and the most it may cost late. Fen."""
    early, middle, late = claims
    whole: Fen = middle + (_least(early, law) + _most(late, principal, law)) // 2
    return whole


def _least(claim: Fen, law: Rules) -> Fen:
    """The acceptance fee, halved."""
    return _graded(claim, _held(law, "court_fee_brackets"), Fraction(_held(law, "court_fee_halved")))


def _most(claim: Fen, principal: Fen, law: Rules) -> Fen:
    """The whole acceptance fee with preservation, enforcement and a year of the doubled interest."""
    preservation = _held(law, "preservation_fee_brackets")
    ceiling = money.to_fen(Decimal(preservation["most"]))
    delay = Fraction(_held(law, "delay_interest")) * _YEAR
    return (
        _graded(claim, _held(law, "court_fee_brackets"))
        + np.minimum(_graded(claim, preservation), ceiling)
        + _graded(claim, _held(law, "enforcement_fee_brackets"))
        + half_up(principal * delay.numerator, delay.denominator)
    )


def _held(law: Rules, name: str) -> Any:
    return law.rule(name).latest(law.day).value


def _graded(claim: Fen, brackets: Mapping[str, Any], times: Fraction = Fraction(1)) -> Fen:
    """A fixed fee for the first part and a share of each part above it, times a part of it; a bound of nought is none."""
    steps = [(Fraction(bound) * _FEN, Fraction(share)) for bound, share in brackets["above"]]
    scale = lcm(*(share.denominator for _, share in steps), Fraction(brackets["first"]["fee"]).denominator)
    lower = int(Decimal(brackets["first"]["up_to"]) * _FEN)
    total = np.full_like(claim, int(Fraction(brackets["first"]["fee"]) * _FEN * scale))
    for bound, share in steps:
        upper = np.minimum(claim, int(bound)) if bound else claim
        total += np.maximum(upper - lower, 0) * int(share * scale)
        lower = int(bound)
    return half_up(total * times.numerator, times.denominator * scale)
