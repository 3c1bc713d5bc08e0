"""A case kept on this computer where it may be, another one opened in its place, and a new one begun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from assessment.case import Case
from assessment.counsel import Counsel
from assessment.intake.guidance import Guidance
from ui import read_again
from ui.carrying import Carrying
from ui.content import Content, as_kept, held
from ui.desk import Desk
from ui.entered import Entered
from ui.history import History, Standing
from ui.keeping import Keeping, Whose
from ui.noting import Noting
from ui.presented import Presenting
from ui.text import Language


@dataclass
class Stored(Entered):
    """The case with its place on this computer, under the tab's `token`, and what lies around it on the table."""

    language: Language = "zh"
    token: str = ""
    joint_pick: tuple[object, int] | None = None
    joint_turn: int = 0
    carrying: Carrying = field(default_factory=Carrying)
    noting: Noting = field(default_factory=Noting)
    presenting: Presenting = field(default_factory=Presenting)

    def answer(self, whose: Whose) -> None:
        """Whose computer it is; from here on the case is kept on it, or stays in memory."""
        self.keeping = Keeping(whose)
        if whose == "mine":
            self.keeping.begin()

    def keep(self) -> None:
        """Everything new written to this computer, where it may be."""
        if not self.keeping.on or (self.untouched and self.keeping.kept is None):
            return
        resting_on = replace(self.standing, lies=None), self.language
        if not self.keeping.knows(resting_on):
            self.keeping.write(self.content().model_dump_json(), self.token, self.as_of)
            self.keeping.resting_on = None if self.keeping.trouble else resting_on

    def open_kept(self, draft: str) -> None:
        """A case that was kept, in place of this one; nothing changes where it is gone or cannot be read.

        What could not be kept of this one is not given up for another; only what another window saved of it may be taken.
        """
        self.keep()
        if self.keeping.unsaved and not self.keeping.lies_at(draft):
            return
        found = self.keeping.load(draft)
        if found is None:
            return
        try:
            content = read_again.content(found[1])
        except ValidationError:
            self.keeping.trouble = "unreadable"
            return
        self.keeping.opened(*found, self.token, self.as_of)
        self._take(content)

    def open_again(self) -> None:
        """After the program was closed: the case this tab had open."""
        if not self.token or self.keeping.whose or not self.untouched:
            return
        draft = self.keeping.found_again(self.token, self.as_of)
        if draft:
            self.open_kept(draft)

    def keep_as_another(self, title: str) -> None:
        """The case as it stands here, kept beside the one that another window saved."""
        self.keeping = Keeping("mine")
        self.keeping.write(self.content().model_dump_json(), self.token, self.as_of, title)

    def let_go(self) -> None:
        """A new, empty case in this tab; what is kept of the old one stays kept, and nothing changes where it is not."""
        self.keep()
        if not self.keeping.unsaved:
            self._begin_anew()

    def clear(self) -> None:
        """A new, empty case; nothing of the old one stays, on this computer neither."""
        if self.keeping.delete_opened():
            self._begin_anew()

    def delete_kept(self, draft: str) -> None:
        """A case that was kept gone for good, from what can be undone too."""
        opened = self.keeping.lies_at(draft)
        if not self.keeping.delete(draft):
            return
        if opened:
            self._begin_anew()
        else:
            self.history.forget(draft)

    def content(self) -> Content:
        """All that is worth keeping."""
        return Content(
            **dict(held(self.standing)),
            language=self.language,
            columns=self.guidance.remembered,
            snapshots=self.snapshots,
            counsel=self.counsel,
        )

    def _take(self, content: Content) -> None:
        self._stand_elsewhere(as_kept(content))
        self.history, self.language = History(), content.language

    def _stand_elsewhere(self, found: Standing) -> None:
        """Another case as it stood, with what was said of its files before, on a clear table."""
        self._stand(found)
        self._clear_the_table()

    def _begin_anew(self) -> None:
        self.keeping = Keeping(self.keeping.whose)
        self.replace(Case())
        self.history, self.snapshots, self.counsel = History(), (), Counsel()
        self._clear_the_table()
        self.guidance = Guidance()
        self.take_rules("")

    def _clear_the_table(self) -> None:
        """Nothing that lay around the case any more: files at hand, the call, the agreement, the other side's window."""
        self.presenting.end()
        self.carrying, self.imported, self.joint_pick = Carrying(), None, None
        self.stop_reading()
        self.stopped = False
        self.leave_intake()
        self.leave_bills()
        self.report, self.pasted = None, ""
        self.desk, self.noting = Desk(), Noting()
