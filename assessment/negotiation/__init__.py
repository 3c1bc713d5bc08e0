"""The room there is to negotiate a debt, and what waiting costs."""

from assessment.negotiation.deals import Deals, deals, hundredths, nearest
from assessment.negotiation.interest import to_come
from assessment.negotiation.lawsuit import Lawsuit, Reach, Suit, lawsuit
from assessment.negotiation.lump import Equal, Indifference, indifference
from assessment.negotiation.pins import Name, Spot, Spots, spots
from assessment.negotiation.points import Deal, Pin, deal, terms, together
from assessment.negotiation.room import Room, room
from assessment.negotiation.runway import Month, Runway, runway
from assessment.negotiation.verdict import Verdict
from assessment.negotiation.waiting import Waiting, a_day

__all__ = [
    "Deal",
    "Deals",
    "Equal",
    "Indifference",
    "Lawsuit",
    "Month",
    "Name",
    "Pin",
    "Reach",
    "Room",
    "Runway",
    "Spot",
    "Spots",
    "Suit",
    "Verdict",
    "Waiting",
    "a_day",
    "deal",
    "deals",
    "hundredths",
    "indifference",
    "lawsuit",
    "nearest",
    "room",
    "runway",
    "spots",
    "terms",
    "to_come",
    "together",
]
