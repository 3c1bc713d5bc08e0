"""What a person entered and chose: every change to it is a step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from assessment import rules
from assessment.case import Case, explain
from assessment.counsel import Counsel, upheld
from assessment.offers import Terms
from assessment.problems import Path, Problem
from assessment.report.wishes import Wishes
from ui import case_paths
from ui.at_hand import AtHand
from ui.content import Snapshot
from ui.desk import Desk
from ui.history import ENTRIES, VALUE, History, Part, Standing
from ui.keeping import Keeping
from ui.memo import Memo
from ui.worked_out import WorkedOut

if TYPE_CHECKING:
    from assessment.negotiation import Spot


@dataclass(frozen=True, slots=True)
class Imported:
    """What was last taken from a file: the case before and after."""

    before: Case
    after: Case


@dataclass
class Entered(AtHand, WorkedOut):
    """The case with all that belongs to it: what was refused, chosen, written down; `covered` where it cannot be changed."""

    refused: dict[Path, tuple[str, Problem]] = field(default_factory=dict)
    history: History = field(default_factory=History)
    snapshots: tuple[Snapshot, ...] = ()
    keeping: Keeping = field(default_factory=Keeping)
    imported: Imported | None = None
    imported_unsaid: bool = False
    wishes: dict[int, Wishes] = field(default_factory=dict)
    chosen_debt: int = 0
    pinned: dict[int, tuple[int, ...]] = field(default_factory=dict)
    aimed: dict[int, Spot] = field(default_factory=dict)
    pasted: str = ""
    desk: Desk = field(default_factory=Desk)
    counsel: Counsel = field(default_factory=Counsel)
    own_rules: str = ""
    rule_problems: tuple[Problem, ...] = ()
    covered: bool = False

    @property
    def empty(self) -> bool:
        """The case holds nothing."""
        return self.case == Case()

    @property
    def untouched(self) -> bool:
        """Nothing has been entered, chosen or typed yet."""
        nothing_told = not self.refused and self.intake is None and self.counsel == Counsel()
        return self.empty and nothing_told and self.history.blank and not self.snapshots

    def put(self, path: Path, value: object) -> Problem | None:
        """One value of the case replaced; the problem, and the case left as it was, where it does not fit."""
        try:
            changed = case_paths.replaced(self.case, path, value)
        except ValidationError as error:
            return explain(case_paths.owner(self.case, path), error, path[:-1])[0]
        settled = upheld(self.case, changed, path)
        self.generation += settled is not changed
        self._change(settled, VALUE)
        self.refused.pop(path, None)
        return None

    def jot(self, path: Path, value: object) -> None:
        """One value of what counselor and client set down, replaced."""
        self.counsel = case_paths.replaced(self.counsel, path, value)

    def refuse(self, path: Path, typed: str, problem: Problem) -> None:
        """Remembers what was typed where it could not be taken, so that it can be mended."""
        self.refused[path] = (typed, problem)

    def reset(self, part: str) -> None:
        """A part of the case as it is in a new one; its fields are filled anew."""
        self._change(self.case.model_copy(update={part: getattr(Case(), part)}), ENTRIES)
        self.refused = {path: told for path, told in self.refused.items() if path[0] != part}
        self.generation += 1

    def replace(self, case: Case) -> None:
        """Another case in place of this one; every field on the screen starts from it."""
        self._change(case, ENTRIES)
        self.refused.clear()
        self.desk.interest.clear()
        self.memo = Memo()
        self._start_over()

    def add(self, section: str, item: BaseModel) -> int:
        """One more asset, income, expense or debt at the end; its place."""
        items = getattr(self.case, section)
        self._change(self.case.model_copy(update={section: (*items, item)}), VALUE)
        return len(items)

    def remove(self, section: str, place: int) -> None:
        """One asset, income, expense or debt less; what was typed and refused elsewhere stays where it belongs."""
        items = getattr(self.case, section)
        self._change(self.case.model_copy(update={section: items[:place] + items[place + 1 :]}), ENTRIES)
        kept = ((path, told) for path, told in self.refused.items() if path[:2] != (section, place))
        self.refused = {case_paths.moved(path, section, place): told for path, told in kept}
        if section == "debts":
            self.desk.interest.clear()
        self._start_over()

    @property
    def standing(self) -> Standing:
        """All that was entered and chosen, as it stands now."""
        return Standing(
            self.case,
            dict(self.refused),
            dict(self.edited),
            dict(self.pinned),
            dict(self.wishes),
            self.own_rules,
            self.snapshots,
            self.counsel,
            self.guidance,
            self.keeping.kept,
        )

    def bring_in(self, case: Case) -> None:
        """The case with what was taken from a file: one step to undo, whatever had been refused before."""
        before = self.case
        self.replace(case)
        self.imported, self.imported_unsaid = Imported(before, self.case), True

    def paste(self, text: str) -> None:
        """A text in the field for texts, in place of what stood there."""
        self.pasted = text
        self.generation += 1

    def take_rules(self, text: str) -> None:
        """A person's own rules in place of those before; what is wrong in them is kept to be shown."""
        self.own_rules = text
        self.pack, self.rule_problems = rules.extended(text, self.as_of) if text else (None, ())

    def offer(self, debt: int, place: int, terms: Terms) -> None:
        """Other terms for one option of a debt, and that option among those compared."""
        self.edited[debt, place] = terms
        if debt in self.pinned:
            self.pinned[debt] = tuple(sorted({*self.pinned[debt], place}))
        self.generation += 1

    def key(self, *parts: object) -> str:
        """A widget key that changes when the whole case is replaced."""
        return ".".join(map(str, (*parts, self.generation)))

    def _start_over(self) -> None:
        """Choices made about debts that may have moved are dropped; every field is filled anew."""
        self.edited.clear()
        self.aimed.clear()
        self.pinned.clear()
        self.wishes.clear()
        self.chosen_debt = 0
        self.generation += 1

    def _change(self, case: Case, brings: tuple[Part, ...]) -> None:
        if case != self.case and not self.covered:
            self.history.record(self.standing, brings)
            self.case = case

    def _stand(self, found: Standing) -> None:
        """Everything as it stood then; every field is filled anew."""
        if _named(found.case) != _named(self.case):
            self.desk.interest.clear()
        self._start_over()
        self.case, self.snapshots, self.counsel = found.case, found.snapshots, found.counsel
        self.guidance = found.guidance
        self.refused, self.edited = dict(found.refused), dict(found.edited)
        self.pinned, self.wishes = dict(found.pinned), dict(found.wishes)
        if found.own_rules != self.own_rules:
            self.take_rules(found.own_rules)


def _named(case: Case) -> tuple[str, ...]:
    return tuple(debt.name for debt in case.debts)
