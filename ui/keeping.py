"""How one tab keeps its case on this computer: whose computer it is, which case is open, and what stands in the way."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ui.drafts import ChangedElsewhere, Drafts, Kept, TooNew, folder

Whose = Literal["", "mine", "shared"]
"""Whose computer this is, as far as it was answered."""
Trouble = Literal["", "elsewhere", "unreadable", "full", "forbidden", "busy", "broken", "newer", "disk"]
"""Why the case is not kept just now: another window saved it later; it cannot be read; the disk is full; writing is not
allowed; another program holds the file; the file is broken, or of a later version; or the disk would not take it."""
WILL_NOT_DO: frozenset[Trouble] = frozenset({"broken", "newer"})
"""What only another file mends."""
OF_THE_DISK: frozenset[Trouble] = WILL_NOT_DO | {"full", "forbidden", "busy", "disk"}
"""What keeps the whole file from us, whichever case is asked for."""
_AGAIN_SECONDS = 20
_MEANT: dict[str, Trouble] = {
    "SQLITE_FULL": "full", "SQLITE_READONLY": "forbidden", "SQLITE_PERM": "forbidden", "SQLITE_CANTOPEN": "forbidden", "SQLITE_AUTH": "forbidden",
    "SQLITE_BUSY": "busy", "SQLITE_LOCKED": "busy", "SQLITE_CORRUPT": "broken", "SQLITE_NOTADB": "broken", "SQLITE_ERROR": "broken",
    "SQLITE_SCHEMA": "broken", "SQLITE_MISMATCH": "broken", "SQLITE_CONSTRAINT": "broken", "SQLITE_FORMAT": "broken",
}  # fmt: skip
DRAFTS = Drafts(folder())


@dataclass
class Keeping:
    """What a tab knows of the case it keeps: nothing at all on a shared computer."""

    whose: Whose = ""
    kept: Kept | None = None
    content: str = ""
    resting_on: object = None
    trouble: Trouble = ""
    aside: str = ""
    again_at: float = 0

    @property
    def on(self) -> bool:
        """Whether cases are kept on this computer."""
        return self.whose == "mine"

    def begin(self) -> None:
        """Somewhere to keep cases."""
        if self._on_disk(DRAFTS.create):
            self.trouble = ""

    def set_aside(self) -> None:
        """The file that cannot be used set aside, unchanged, and a new one begun."""
        found = ""

        def move() -> None:
            nonlocal found
            found = str(DRAFTS.set_aside())

        if self._on_disk(move):
            self.aside, self.kept, self.content = found, None, ""
            self.begin()

    def found_again(self, token: str, today: date) -> str | None:
        """The case a tab had open before the program was closed; what nobody opened for long is deleted first."""
        if not DRAFTS.here:
            return None
        self.whose, draft = "mine", ""

        def look() -> None:
            nonlocal draft
            DRAFTS.expire(today)
            draft = DRAFTS.of_tab(token) or ""

        self._on_disk(look)
        return draft

    def load(self, draft: str) -> tuple[Kept, str] | None:
        """A case and its content; None where it is gone or the disk does not give it."""
        found = None

        def look() -> None:
            nonlocal found
            found = DRAFTS.load(draft)

        self._on_disk(look)
        return found

    def opened(self, kept: Kept, content: str, token: str, today: date) -> None:
        """A case that was read is the open one from here on."""
        self.whose, self.trouble = "mine", ""
        self.kept, self.content = kept, content
        self._on_disk(lambda: self._remember(token, today))

    def at_its_own_place(self, lies: Kept | None, token: str, today: date) -> Keeping:
        """The keeping of a case a step led back to: where it lies, or in a new place where it is there no more.

        Its version is the one this tab knew, so that what another window saved meanwhile is not overwritten.
        """
        if not self.on:
            return self
        there = self.load(lies.id) if lies is not None else None
        other = Keeping("mine")
        if lies is not None and there is not None:
            other.opened(replace(there[0], version=lies.version), "", token, today)
        return other

    def every(self) -> tuple[Kept, ...]:
        """All cases, the last saved first; none where the disk does not give them."""
        found: tuple[Kept, ...] = ()

        def look() -> None:
            nonlocal found
            found = DRAFTS.every()

        if not self.waiting and self._on_disk(look) and self.trouble == "busy":
            self.trouble = ""
        return found

    @property
    def waiting(self) -> bool:
        """Another program held the file a moment ago; asking again at once would make the page slow."""
        return self.trouble == "busy" and time.monotonic() < self.again_at

    @property
    def unsaved(self) -> bool:
        """Whether changes of this tab stand nowhere but in it."""
        return self.on and (self.trouble == "elsewhere" or self.trouble in OF_THE_DISK)

    def lies_at(self, draft: str) -> bool:
        """Whether the case at hand is kept there."""
        return self.kept is not None and self.kept.id == draft

    def knows(self, resting_on: object) -> bool:
        """Whether what rests on that was written, so that it need not be put into words again."""
        return not self.trouble and self.kept is not None and self.resting_on == resting_on

    def write(self, content: str, token: str, today: date, title: str = "") -> None:
        """The case's content, if it is new, in the place of what was kept; nowhere once another window stopped all keeping."""
        if not self.on or self.trouble == "elsewhere" or self.waiting or content == self.content:
            return
        if not DRAFTS.here and self.trouble in OF_THE_DISK:
            self.begin()
        if not DRAFTS.here and not self.trouble:
            self.whose, self.kept = "", None
        elif self._on_disk(lambda: self._write(content, token, today, title)):
            self.trouble = ""

    def rename(self, draft: str, title: str) -> None:
        """Another title for a case that is kept."""
        renamed = self._on_disk(lambda: DRAFTS.rename(draft, title))
        if renamed and self.kept is not None and self.lies_at(draft):
            self.kept = replace(self.kept, title=title)

    def duplicate(self, draft: str, title: str, today: date) -> None:
        """The same case once more, under another title."""
        self._on_disk(lambda: DRAFTS.duplicate(draft, title, today))

    def delete(self, draft: str) -> bool:
        """A case gone for good; False where the disk would not have it."""
        return self._on_disk(lambda: DRAFTS.delete(draft))

    def delete_everything(self) -> bool:
        """Every case and the file itself gone for good; False where the disk would not have it."""
        return self._on_disk(DRAFTS.delete_everything)

    def delete_opened(self) -> bool:
        """The open case gone for good, if it is kept; False where the disk would not have it."""
        return self.kept is None or self.delete(self.kept.id)

    def _write(self, content: str, token: str, today: date, title: str) -> None:
        if self.kept is None:
            self.kept = DRAFTS.add(title or today.isoformat(), content, today)
            self._remember(token, today)
        else:
            version = DRAFTS.save(self.kept.id, self.kept.version, content, today)
            self.kept = replace(self.kept, version=version, saved=today)
        self.content = content

    def _remember(self, token: str, today: date) -> None:
        if token and self.kept is not None:
            DRAFTS.remember_tab(token, self.kept.id, today)

    def _on_disk(self, act: Callable[[], object]) -> bool:
        """Whether the disk took it; else what stands in the way is remembered."""
        try:
            act()
        except ChangedElsewhere:
            self.trouble = "elsewhere"
        except TooNew:
            self.trouble = "newer"
        except sqlite3.Error as error:
            self.trouble = _of_database(error)
        except OSError as error:
            self.trouble = _of_disk(error)
        except ValueError:
            self.trouble = "broken"
        else:
            return True
        if self.trouble == "busy":
            self.again_at = time.monotonic() + _AGAIN_SECONDS
        return False


def _of_database(error: sqlite3.Error) -> Trouble:
    name = getattr(error, "sqlite_errorname", "")
    return next((trouble for start, trouble in _MEANT.items() if name.startswith(start)), "disk")


def _of_disk(error: OSError) -> Trouble:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "full"
    return "forbidden" if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS} else "disk"
