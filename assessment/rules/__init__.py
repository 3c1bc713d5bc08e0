"""The law and practice a result rests on: dated, cited values, one TOML file a subject."""

from assessment.rules.book import NotInForce, Rule, Rules, Ruling, Status, at

__all__ = ["NotInForce", "Rule", "Rules", "Ruling", "Status", "at"]
