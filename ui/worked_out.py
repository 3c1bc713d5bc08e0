"""A case and what is worked out from it, each result once for as long as it rests on the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from assessment import Assessment, DebtAssessment, assess, judged_anew, rules
from assessment.case import Case
from assessment.offers import Terms
from assessment.rules import Pack, Rules
from ui import clock
from ui.memo import Memo

_Result = TypeVar("_Result")


@dataclass
class WorkedOut:
    """The case, the day, the person's own rules, and the terms changed on the screen by debt and option."""

    case: Case = field(default_factory=Case)
    as_of: date = field(default_factory=clock.today)
    pack: Pack | None = None
    edited: dict[tuple[int, int], Terms] = field(default_factory=dict)
    found: Assessment | None = None
    found_for: tuple[Case, Pack | None] | None = None
    memo: Memo = field(default_factory=Memo)

    @property
    def law(self) -> Rules:
        """The rules of the day, with the person's own on top."""
        return rules.at(self.as_of, self.pack)

    @property
    def assessment(self) -> Assessment:
        """The whole assessment of the case as it stands."""
        asked = (self.case, self.pack)
        if (
            self.found is None
            or self.found_for is None
            or any(a is not b for a, b in zip(self.found_for, asked, strict=True))
        ):
            self.found, self.found_for = assess(self.case, self.as_of, self.pack), asked
        return self.found

    @property
    def _whole(self) -> object:
        """All that any result rests on."""
        return self.case, self.as_of, self.pack

    def has(self, name: str, *asked: object) -> bool:
        """Whether `once` already knows, for the case as it stands."""
        return self.memo.has(self._whole, name, *asked)

    def once(self, work: Callable[[], _Result], name: str, *asked: object, on: object = None) -> _Result:
        """What `work` gives, worked out once for what was asked and what it rests `on`: the case as it stands, unless said."""
        return self.memo.once(self._whole if on is None else on, work, name, *asked)

    def debt(self, place: int) -> DebtAssessment:
        """One debt worked out, with the terms that were changed on the screen."""
        found = self.assessment.debts[place]
        changed = {at: terms for (debt, at), terms in self.edited.items() if debt == place}
        if not changed:
            return found
        terms = [changed.get(at, option.outcome.terms) for at, option in enumerate(found.comparison.options)]
        return judged_anew(found, terms, self.law)
