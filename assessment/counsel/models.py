"""What counselor and client set down together, and what the counselor notes alone. None of it is part of the case.

The case goes into workbooks, letters and plans; a private note kept there would go with it. So it stands apart, and
nothing that is given a case can show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from assessment.case.models import Name, Yuan, visible_lines
from assessment.offers import Fit

WORDS = 2000
"""The most characters of one note or answer."""
Words = Annotated[str, Field(max_length=WORDS), BeforeValidator(lambda text: visible_lines(str(text)))]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Note(_Model):
    """A private note."""

    day: date
    time: Name = ""
    words: Words = ""


class Question(_Model):
    """Something to ask the client, and the answer in the client's words."""

    words: Words
    answer: Words = ""


class Told(_Model):
    """A point told back in the client's own words; `day` is when it was clear, None while it is not."""

    words: Words = ""
    day: date | None = None


class Shown(_Model):
    """One option as it was shown that day. Yuan; `title` is a catalogue source, `refused` why it was not wanted."""

    title: str
    fit: Fit
    monthly: Yuan
    at_once: Yuan
    total: Yuan
    debt_free: date | None = None
    advised: bool = False
    refused: Words = ""


class Suitability(_Model):
    """What was shown for one debt, what was chosen, by whom and why; figures as they stood on `day`."""

    debt: Name
    day: date
    shown: tuple[Shown, ...]
    chosen: int | None = None
    reasons: Words = ""
    by: Name = ""


class Counsel(_Model):
    """A counselor's sessions on one case. `done` and `told` are by the keys of the check list and the questions."""

    counselor: Name = ""
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
    done: dict[str, date] = {}
    told: dict[str, Told] = {}
    chosen: tuple[Suitability, ...] = ()

    def noting(self, note: Note) -> Counsel:
        """One more private note."""
        return self.model_copy(update={"notes": (*self.notes, note)})

    def asking(self, words: Iterable[str]) -> Counsel:
        """More questions for the client, none twice and none empty."""
        new = dict.fromkeys(filter(None, map(visible_lines, words)))
        added = tuple(Question(words=each) for each in new if each not in {held.words for held in self.questions})
        return self.model_copy(update={"questions": (*self.questions, *added)})

    def ticking(self, point: str, day: date | None) -> Counsel:
        """A point of the check list done on a day, or not done."""
        left = {name: done for name, done in self.done.items() if name != point}
        return self.model_copy(update={"done": left if day is None else {**left, point: day}})

    def telling(self, point: str, told: Told) -> Counsel:
        """A point as it was told back."""
        return self.model_copy(update={"told": {**self.told, point: told}})

    def recording(self, record: Suitability) -> Counsel:
        """One more record of options; one of the same debt and day gives way to it, but for what was written in it."""
        same = [each for each in self.chosen if (each.debt, each.day) == (record.debt, record.day)]
        kept = tuple(each for each in self.chosen if each not in same)
        return self.model_copy(update={"chosen": (*kept, _carried(same[-1], record) if same else record)})


def _carried(old: Suitability, new: Suitability) -> Suitability:
    """The new figures with the words and the choice of the old record, found again by the options' titles."""
    refused = {each.title: each.refused for each in old.shown}
    shown = tuple(each.model_copy(update={"refused": refused.get(each.title, "")}) for each in new.shown)
    title = None if old.chosen is None else old.shown[old.chosen].title
    chosen = next((place for place, each in enumerate(shown) if each.title == title), None)
    return new.model_copy(
        update={"shown": shown, "chosen": chosen, "by": old.by, "reasons": old.reasons or new.reasons}
    )
