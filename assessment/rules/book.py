"""Rules read from their TOML files, checked as they are read, and asked for a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args

from assessment.problems import Unanswerable
from assessment.text import label

Status = Literal["in_force", "replaced", "announced", "disputed", "practice", "habit", "inference"]
Confidence = Literal["text", "secondary", "unverified"]

STATUS: dict[Status, str] = {
    "in_force": label("现行"),
    "replaced": label("已被取代"),
    "announced": label("已公布未施行"),
    "disputed": label("有争议"),
    "practice": label("实务做法"),
    "habit": label("机构惯例，不是规定"),
    "inference": label("本软件的约定或推算"),
}
CONFIDENCE: dict[Confidence, str] = {
    "text": label("读过原文"),
    "secondary": label("二手来源"),
    "unverified": label("未核实"),
}
_OF_LAW: frozenset[Status] = frozenset({"in_force", "replaced", "announced", "disputed"})
_FOLDER = Path(__file__).parent
_RULE_FIELDS = {"title", "unit", "applies_to", "plain", "values"}
_VALUE_FIELDS = {"from", "value", "instrument", "article", "status", "confidence", "source", "checked_on"}


class NotInForce(Unanswerable):
    """No value of a rule holds on the day asked for."""


class Malformed(ValueError):
    """A rule file that cannot be relied on; says which rule and why."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One value of a rule: from when until when, in which instrument and article, how sure, checked when."""

    since: date
    until: date | None
    value: Any
    instrument: str
    article: str
    status: Status
    confidence: Confidence
    source: str
    checked_on: date

    @property
    def by_law(self) -> bool:
        """Whether the law itself gives a day of coming into force."""
        return self.status in _OF_LAW


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its values through time, whom it applies to, and one plain sentence."""

    name: str
    subject: str
    title: str
    unit: str
    applies_to: str
    plain: str
    rulings: tuple[Ruling, ...]
    note: str = ""

    def ruling(self, day: date) -> Ruling:
        """What held on `day`. Raises NotInForce outside every window."""
        for each in self.rulings:
            if each.since <= day and (each.until is None or day <= each.until):
                return each
        raise NotInForce(f"{self.name} 在 {day} 没有生效的规定")

    def latest(self, day: date) -> Ruling:
        """What held on `day`, else what held last before it, else what comes first."""
        before = [each for each in self.rulings if each.since <= day]
        return before[-1] if before else self.rulings[0]

    def on(self, day: date) -> Any:
        """The value on `day`. Raises NotInForce outside every window."""
        return self.ruling(day).value


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """Every rule by name: the shipped ones, or those with a person's own on top."""

    by_name: Mapping[str, Rule]

    @property
    def checked(self) -> tuple[date, date]:
        """The oldest and the newest day on which one of its rules was checked."""
        days = [each.checked_on for rule in self.by_name.values() for each in rule.rulings]
        return min(days), max(days)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Every rule, as known on one day."""

    day: date
    pack: Pack

    @property
    def every(self) -> tuple[Rule, ...]:
        return tuple(self.pack.by_name.values())

    def rule(self, name: str) -> Rule:
        """The rule of that name. Raises KeyError where there is none."""
        return self.pack.by_name[name]

    def __getattr__(self, name: str) -> Rule:
        try:
            return self.pack.by_name[name]
        except KeyError as error:
            raise AttributeError(name) from error

    def value(self, name: str) -> Any:
        """What the rule says on this day."""
        return self.rule(name).on(self.day)


@cache
def at(day: date, pack: Pack | None = None) -> Rules:
    """The law as known on `day`, from the shipped rules unless another pack is given."""
    return Rules(day, pack or shipped())


@cache
def shipped() -> Pack:
    """The rules that come with the product."""
    found: dict[str, Rule] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal).items():
            if name in found:
                raise Malformed(f"{path.name}: {name} stands in two files")
            found[name] = read(name, path.stem, entry)
    return Pack(found)


def read(name: str, subject: str, entry: dict[str, Any]) -> Rule:
    """One entry of a file as a rule. Raises Malformed where a field is missing or windows overlap."""
    missing = _RULE_FIELDS - entry.keys()
    if missing or not entry["values"]:
        raise Malformed(f"{name}: missing {', '.join(sorted(missing)) or 'values'}")
    rulings = tuple(sorted((_ruling(name, value) for value in entry["values"]), key=lambda each: each.since))
    for before, after in pairwise(rulings):
        if before.until is None or before.until >= after.since:
            raise Malformed(f"{name}: the value from {before.since} overlaps the one from {after.since}")
    return Rule(
        name,
        subject,
        entry["title"],
        entry["unit"],
        entry["applies_to"],
        entry["plain"],
        rulings,
        entry.get("note", ""),
    )


def _ruling(name: str, value: dict[str, Any]) -> Ruling:
    missing = _VALUE_FIELDS - value.keys()
    if missing:
        raise Malformed(f"{name}: a value lacks {', '.join(sorted(missing))}")
    for field, allowed in (("status", get_args(Status)), ("confidence", get_args(Confidence))):
        if value[field] not in allowed:
            raise Malformed(f"{name}: unknown {field} {value[field]}")
    until = value.get("until")
    if until is not None and until < value["from"]:
        raise Malformed(f"{name}: ends before it begins")
    return Ruling(
        value["from"], until, value["value"], value["instrument"], value["article"], value["status"],
        value["confidence"], value["source"], value["checked_on"],
    )  # fmt: skip
