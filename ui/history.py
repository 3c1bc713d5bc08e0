"""What was changed step by step, and the way back and forth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from assessment.case import Case
from assessment.counsel import Counsel
from assessment.intake.guidance import Guidance
from assessment.offers import Terms
from assessment.problems import Path, Problem
from assessment.report.wishes import Wishes
from ui import case_paths

if TYPE_CHECKING:
    from ui.content import Snapshot
    from ui.drafts import Kept

_MOST = 50
Part = Literal["case", "refused", "edited", "pinned", "wishes", "own_rules", "snapshots", "counsel", "guidance", "lies"]
VALUE: tuple[Part, ...] = ("case",)
ENTRIES: tuple[Part, ...] = (*VALUE, "refused", "edited", "pinned", "wishes")
CHOICES: tuple[Part, ...] = (*ENTRIES, "own_rules")
EVERYTHING: tuple[Part, ...] = (*CHOICES, "snapshots", "counsel", "guidance", "lies")
"""What a step back brings: after one value, after entries that moved, after a snapshot, after another case file."""
Way = Literal["undone", "redone", "restored", "opened"]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that was entered and chosen, at one moment; `guidance` is what was said of files, `lies` where the case was kept."""

    case: Case
    refused: Mapping[Path, tuple[str, Problem]]
    edited: Mapping[tuple[int, int], Terms]
    pinned: Mapping[int, tuple[int, ...]]
    wishes: Mapping[int, Wishes]
    own_rules: str
    snapshots: tuple[Snapshot, ...]
    counsel: Counsel
    guidance: Guidance
    lies: Kept | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How it stood on the other side of a change, and what of it comes back."""

    standing: Standing
    brings: tuple[Part, ...]

    @property
    def to_another(self) -> bool:
        """Whether it leads to another case, with a place of its own."""
        return "lies" in self.brings

    def about(self, draft: str) -> bool:
        """Whether it was made in the case kept there."""
        return self.standing.lies is not None and self.standing.lies.id == draft

    def onto(self, now: Standing) -> Standing:
        """How it stands after the step; choices about entries that are no more are dropped."""
        return _fitting(replace(now, **{name: getattr(self.standing, name) for name in self.brings}))


@dataclass(frozen=True, slots=True)
class Told:
    """What was done last that was no edit: from which case to which; `name` is the snapshot's or the file's."""

    way: Way
    before: Case
    after: Case
    name: str = ""


@dataclass
class History:
    """Steps that can be undone, steps that can be done again, and what is to be said of the last one."""

    past: list[Step] = field(default_factory=list)
    ahead: list[Step] = field(default_factory=list)
    told: Told | None = None

    @property
    def blank(self) -> bool:
        """Nothing was ever changed."""
        return not self.past and not self.ahead

    def record(self, before: Standing, brings: tuple[Part, ...]) -> None:
        """A change is about to be made; what could have been done again cannot any more."""
        self.past = [*self.past[1 - _MOST :], Step(before, brings)]
        self.ahead, self.told = [], None

    def back(self, now: Standing) -> Standing | None:
        """How it stood before the last change; None where nothing was changed."""
        return self._step("undone", self.past, self.ahead, now)

    def forth(self, now: Standing) -> Standing | None:
        """How it stood before the last step back; None where there was none."""
        return self._step("redone", self.ahead, self.past, now)

    def forget(self, draft: str) -> None:
        """Nothing of a case that was deleted, nor of what lies beyond it."""
        self.past, self.ahead, self.told = _since(self.past, draft), _since(self.ahead, draft), None

    def _step(self, way: Way, source: list[Step], target: list[Step], now: Standing) -> Standing | None:
        if not source:
            return None
        step = source.pop()
        found = step.onto(now)
        target.append(Step(now, ENTRIES if step.brings == VALUE and _lost(now, found) else step.brings))
        self.told = Told(way, now.case, found.case)
        return found

    def copy(self) -> History:
        """The same steps for a tab that goes its own way."""
        return History(list(self.past), list(self.ahead), self.told)


def _since(steps: list[Step], draft: str) -> list[Step]:
    last = max((place for place, step in enumerate(steps) if step.about(draft)), default=-1)
    return steps[last + 1 :]


def _lost(now: Standing, found: Standing) -> bool:
    """Whether something went with an entry that is no more; the step the other way has to bring it again."""
    return any(len(getattr(found, name)) < len(getattr(now, name)) for name in ENTRIES if name != "case")


def _fitting(standing: Standing) -> Standing:
    case, debts = standing.case, len(standing.case.debts)
    return replace(
        standing,
        refused={path: told for path, told in standing.refused.items() if case_paths.stands(case, path)},
        edited={at: terms for at, terms in standing.edited.items() if at[0] < debts},
        pinned={debt: places for debt, places in standing.pinned.items() if debt < debts},
        wishes={debt: wishes for debt, wishes in standing.wishes.items() if debt < debts},
    )
