"""What was wrong with something a person entered, and the family of refusals the domain raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessment.text import Text

Path = tuple[str | int, ...]
Standing = Literal["refused", "doubtful", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a path into the case, and the sheet and cell it came from if a file brought it."""

    path: Path = ()
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it is, what is wrong, what would be right.

    `standing` is "refused" (the value was not taken), "doubtful" (taken, but look again)
    or "note" (nothing to mend). `raw` is what was written there.
    """

    where: Place
    what: Text
    instead: Text
    standing: Standing = "refused"
    raw: str = ""


class NotUnderstood(ValueError):
    """Something written that cannot be taken: what is wrong, and what would be right."""

    def __init__(self, what: Text, instead: Text) -> None:
        super().__init__(what.msgid)
        self.what, self.instead = what, instead


class Unanswerable(ValueError):
    """The family of questions the domain cannot answer; every member says which."""
