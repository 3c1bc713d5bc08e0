"""The law and practice a result rests on: dated, cited values, one TOML file a subject."""

from assessment.rules.book import CONFIDENCE, STATUS, NotInForce, Pack, Rule, Rules, Ruling, Status, at, shipped
from assessment.rules.own import EXAMPLE, extended

__all__ = [
    "CONFIDENCE",
    "EXAMPLE",
    "STATUS",
    "NotInForce",
    "Pack",
    "Rule",
    "Rules",
    "Ruling",
    "Status",
    "at",
    "extended",
    "shipped",
]
