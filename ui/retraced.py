"""Steps back and forth: undo, redo, a snapshot gone back to, a case file opened in place of the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui import clock
from ui.content import Content, Snapshot, as_it_stood, as_kept, held
from ui.history import CHOICES, EVERYTHING, Standing, Step, Told
from ui.stored import Stored


@dataclass
class Retraced(Stored):
    """The case with the way back to how it stood before."""

    def undo(self) -> None:
        """Everything as it was before the last change."""
        self._step(self.history.past, self.history.back)

    def redo(self) -> None:
        """What was undone last, done again."""
        self._step(self.history.ahead, self.history.forth)

    def _step(self, steps: list[Step], take: Callable[[Standing], Standing | None]) -> None:
        """One step; where it leads to another case, this one is kept first and that one kept on where it lies."""
        if not steps:
            return
        to_another = steps[-1].to_another
        if to_another:
            self.keep()
        found = take(self.standing)
        if found is None:
            return
        if not to_another:
            self._stand(found)
            return
        self._stand_elsewhere(found)
        self.keeping = self.keeping.at_its_own_place(found.lies, self.token, self.as_of)

    def take_snapshot(self, name: str) -> None:
        """How everything stands now, under a name; the last one first."""
        taken = Snapshot(name=name, day=self.as_of, time=clock.time_of_day(), held=held(self.standing))
        self.snapshots = (taken, *self.snapshots)

    def drop_snapshot(self, place: int) -> None:
        """A snapshot gone for good."""
        self.snapshots = self.snapshots[:place] + self.snapshots[place + 1 :]
        self.generation += 1

    def go_back_to(self, place: int) -> None:
        """Everything as it stood in a snapshot: one step to undo; the snapshots stay."""
        chosen = self.snapshots[place]
        before = self.case
        self.history.record(self.standing, CHOICES)
        self._stand(as_it_stood(chosen.held, self.snapshots, self.counsel, self.guidance))
        self.history.told = Told("restored", before, self.case, chosen.name)

    def bring_back(self, content: Content, name: str) -> None:
        """A case file in place of this case: one step to undo; what is kept of this one stays kept beside it."""
        self.keep()
        before = self.case
        self.history.record(self.standing, EVERYTHING)
        self._stand_elsewhere(as_kept(content))
        self.history.told = Told("opened", before, self.case, name)
        if self.keeping.on:
            self.keep_as_another(name)
