"""What going to court costs, and the doubled interest after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment import rules
from assessment.problems import Unanswerable
from assessment.rules import Rules


class NotPossible(Unanswerable):
    """An amount or a number of days below nought."""


def court_fee(amount: Decimal, simplified: bool = False, law: Rules | None = None) -> Decimal:  # noqa: FBT001, FBT002
    """The acceptance fee for a claim. Yuan; halved once where `simplified` (summary procedure, mediation, withdrawal).

    Raises NotPossible below nought. Source: 诉讼费用交纳办法 第十三、十五、十六条; 民诉法解释 第二百零六条.
    """
    held = _law(law)
    whole = _graded(amount, held.rule("court_fee_brackets").latest(held.day).value)
    return _fen(whole * held.rule("court_fee_halved").latest(held.day).value) if simplified else _fen(whole)


def payment_order_fee(amount: Decimal, law: Rules | None = None) -> Decimal:
    """The fee for a payment order: a part of the acceptance fee. Yuan. Source: 第十四条第（三）项."""
    held = _law(law)
    whole = _graded(amount, held.rule("court_fee_brackets").latest(held.day).value)
    return _fen(whole / held.rule("payment_order_fee").latest(held.day).value)


def enforcement_fee(amount: Decimal, law: Rules | None = None) -> Decimal:
    """The fee for enforcement, borne by the debtor. Yuan. Source: 第十四条第（一）项, 第三十八条."""
    held = _law(law)
    return _fen(_graded(amount, held.rule("enforcement_fee_brackets").latest(held.day).value))


def preservation_fee(amount: Decimal, law: Rules | None = None) -> Decimal:
    """The fee for preservation, with its ceiling. Yuan. Source: 第十四条第（二）项."""
    held = _law(law)
    brackets = held.rule("preservation_fee_brackets").latest(held.day).value
    return _fen(min(_graded(amount, brackets), Decimal(brackets["most"])))


def delay_interest(amount: Decimal, days: int, law: Rules | None = None) -> Decimal:
    """The doubled part for days past a judgment's due day. Yuan, on the judgment debt without its ordinary interest.

    Raises NotPossible below nought. Source: 法释〔2014〕8号 第一条.
    """
    if amount < 0 or days < 0:
        raise NotPossible("金额和天数不能是负数")
    held = _law(law)
    return _fen(amount * held.rule("delay_interest").latest(held.day).value * days)


def _law(law: Rules | None) -> Rules:
    return law or rules.at(date.max)


def _graded(amount: Decimal, brackets: Mapping[str, Any]) -> Decimal:
    """A fixed fee for the first part, and a share of each part above it; a bound of nought is no bound."""
    if amount < 0:
        raise NotPossible("金额不能是负数")
    lower, total = Decimal(brackets["first"]["up_to"]), Decimal(brackets["first"]["fee"])
    for bound, share in brackets["above"]:
        upper = Decimal(bound) if bound else Decimal(amount)
        total += max(Decimal(0), min(Decimal(amount), upper) - lower) * share
        lower = upper
    return total


def _fen(yuan: Decimal) -> Decimal:
    return yuan.quantize(Decimal("0.01"), ROUND_HALF_UP)
