"""Places on the map worked out to the fen: what each comes to, why it stands there, what to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessment import money, rates
from assessment._assess import DebtAssessment, judged_anew
from assessment.negotiation.deals import YUAN, Deals, risk
from assessment.negotiation.pins import NAMES, Name, Spot, Spots, lightest, spots
from assessment.negotiation.words import said
from assessment.offers import Judged, Position, Terms, least_waiver, waiver_of
from assessment.offers.menu import asking
from assessment.offers.plan import waived
from assessment.rules import Rules
from assessment.text import Text

NO_ASKING = frozenset({"current", "early"})
"""The stages in which lenders seldom waive anything."""


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal worked out to the fen: against the three figures, and what the lender may think it worth. Fen."""

    spot: Spot
    judged: Judged
    worth: int


@dataclass(frozen=True, slots=True)
class Pin:
    """One of the three places: its deal, why it stands there, and the sentence to say."""

    name: Name
    deal: Deal
    why: Text
    said: Text


def pins(
    found: DebtAssessment, many: Deals, ends: tuple[int, int], annual_rate: Decimal, law: Rules
) -> tuple[Pin, ...]:
    """Where to open, aim and stop; empty where nothing on the map can be carried."""
    places = spots(many, found.comparison.share.suggested, ends, asked(found))
    if places is None:
        return ()
    stop = _least(found, places.walk_away, annual_rate)
    places = Spots(*(stop if spot == places.walk_away else spot for spot in places))
    deals = {spot: deal(found, spot, annual_rate, law) for spot in set(places)}
    return tuple(
        Pin(name, deals[spot], _why(found, name, deals[spot], ends), said(found, name, deals[spot].judged.outcome))
        for name, spot in zip(NAMES, places, strict=True)
    )


def together(placed: Sequence[Pin]) -> list[list[Pin]]:
    """The places, those on one spot with each other."""
    return [[pin for pin in placed if pin.deal.spot == spot] for spot in dict.fromkeys(pin.deal.spot for pin in placed)]


def _least(found: DebtAssessment, spot: Spot, annual_rate: Decimal) -> Spot:
    """The same term with the least waiver, in whole yuan, that the integer engine says will do."""
    position = found.position
    if not spot.waived:
        return spot
    waiver = least_waiver(position, terms(position, spot, annual_rate), found.comparison.share.suggested)
    exact = spot.waived if waiver is None else waived(position.claim, waiver).total
    return Spot(spot.months, min(-(-exact // YUAN) * YUAN, spot.waived))


def asked(found: DebtAssessment) -> int:
    """The most to ask for by the case's own starting point; nothing before the debt is well overdue. Fen."""
    if found.stage in NO_ASKING:
        return 0
    return waived(found.position.claim, asking(found.position.assumptions)).total


def deal(found: DebtAssessment, spot: Spot, annual_rate: Decimal, law: Rules) -> Deal:
    """One place on the map, exact to the fen."""
    judged = judged_anew(found, [terms(found.position, spot, annual_rate)], law).comparison.options[0]
    flows = (0, *judged.outcome.path.payment)
    return Deal(spot, judged, round(rates.present_value(flows, risk(found.position.assumptions))))


def terms(position: Position, spot: Spot, annual_rate: Decimal) -> Terms:
    """A place on the map as terms."""
    waiver = waiver_of(position.claim, spot.waived)
    return Terms("instalments", months=spot.months, annual_rate=annual_rate, waiver=waiver)


def lighter(found: DebtAssessment, opening: Deal, many: Deals, annual_rate: Decimal, law: Rules) -> Deal | None:
    """The opening once more in the floor figure; None where it is there already, or cannot be."""
    spot = lightest(many, found.comparison.share.floor, opening.spot.waived)
    if opening.judged.fit == "floor" or spot is None:
        return None
    return deal(found, spot, annual_rate, law)


def _why(found: DebtAssessment, name: Name, made: Deal, ends: tuple[int, int]) -> Text:
    low, high = (money.told(end) for end in ends)
    figure, worth = money.told(found.comparison.share.suggested), money.told(made.worth)
    if name == "walk_away":
        return Text("减免要得最少，每月不超过建议数 {figure}；对方再要，就不是您撑得住的了。", figure=figure)
    if name == "target" and made.worth >= ends[1]:
        return Text("每月在建议数 {figure} 以内；对方算下来约值 {worth}，不低于它官司顺利时的 {high}。", figure=figure, worth=worth, high=high)  # fmt: skip
    if name == "target":
        return Text("对方官司顺利时约得 {high}，您撑得住的最多只值 {worth}，所以目标就是底线。", worth=worth, high=high)
    if ends[0]:
        return Text("每月在建议数 {figure} 以内；对方算下来约值 {worth}，它官司不顺时约得 {low}。", figure=figure, worth=worth, low=low)  # fmt: skip
    return Text("每月在建议数 {figure} 以内；对方算下来约值 {worth}，它官司不顺的话，花的比收回的还多。", figure=figure, worth=worth)  # fmt: skip
