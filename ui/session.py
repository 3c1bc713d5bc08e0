"""What one person's tab remembers; the only file that touches Streamlit's session state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

import streamlit as st
from pydantic import BaseModel, ValidationError

from assessment import Assessment, DebtAssessment, assess, judged_anew, rules
from assessment.case import Case, explain
from assessment.counsel import Counsel, upheld
from assessment.intake.guidance import Guidance
from assessment.offers import Terms
from assessment.problems import Path, Problem
from assessment.report.wishes import Wishes
from assessment.rules import Pack, Rules
from ui import case_paths, keep, navigation
from ui.at_hand import AtHand
from ui.carrying import Carrying
from ui.content import Content, Snapshot, as_it_stood, held
from ui.cover import OPEN, Cover, in_front
from ui.desk import Desk
from ui.history import CHOICES, ENTRIES, EVERYTHING, VALUE, History, Part, Standing, Step, Told
from ui.keep import Ended
from ui.keeping import Keeping, Whose
from ui.memo import Memo
from ui.noting import Noting
from ui.presented import Presenting
from ui.text import Language, amounts_as, speak

if TYPE_CHECKING:
    from assessment.negotiation import Spot

_KEY = "huandeqi"
_FRONT = "huandeqi.front"
_WANTED = "to"

_Result = TypeVar("_Result")


def today() -> date:
    """Today in China."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


@dataclass(frozen=True, slots=True)
class Imported:
    """What was last taken from a file: the case before and after."""

    before: Case
    after: Case


def clock() -> str:
    """The time of day in China: 20:15."""
    return f"{datetime.now(ZoneInfo('Asia/Shanghai')):%H:%M}"


@dataclass
class Session(AtHand):
    """The case being worked on and the choices made about it."""

    case: Case = field(default_factory=Case)
    as_of: date = field(default_factory=today)
    language: Language = "zh"
    page: str = "home"
    refused: dict[Path, tuple[str, Problem]] = field(default_factory=dict)
    history: History = field(default_factory=History)
    snapshots: tuple[Snapshot, ...] = ()
    carrying: Carrying = field(default_factory=Carrying)
    ended: Ended = ""
    imported: Imported | None = None
    imported_unsaid: bool = False
    wishes: dict[int, Wishes] = field(default_factory=dict)
    chosen_debt: int = 0
    pinned: dict[int, tuple[int, ...]] = field(default_factory=dict)
    edited: dict[tuple[int, int], Terms] = field(default_factory=dict)
    aimed: dict[int, Spot] = field(default_factory=dict)
    token: str = ""
    keeping: Keeping = field(default_factory=Keeping)
    pasted: str = ""
    desk: Desk = field(default_factory=Desk)
    counsel: Counsel = field(default_factory=Counsel)
    noting: Noting = field(default_factory=Noting)
    own_rules: str = ""
    pack: Pack | None = None
    rule_problems: tuple[Problem, ...] = ()
    found: Assessment | None = None
    found_for: tuple[Case, Pack | None] | None = None
    memo: Memo = field(default_factory=Memo)
    joint_pick: tuple[object, int] | None = None
    joint_turn: int = 0
    cover: Cover = field(default_factory=Cover)
    covered: bool = False
    presenting: Presenting = field(default_factory=Presenting)

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
        held = upheld(self.case, changed, path)
        self.generation += held is not changed
        self._keep(held, VALUE)
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
        self._keep(self.case.model_copy(update={part: getattr(Case(), part)}), ENTRIES)
        self.refused = {path: told for path, told in self.refused.items() if path[0] != part}
        self.generation += 1

    def replace(self, case: Case) -> None:
        """Another case in place of this one; every field on the screen starts from it."""
        self._keep(case, ENTRIES)
        self.refused.clear()
        self.desk.interest.clear()
        self.memo = Memo()
        self._start_over()

    def add(self, section: str, item: BaseModel) -> int:
        """One more asset, income, expense or debt at the end; its place."""
        items = getattr(self.case, section)
        self._keep(self.case.model_copy(update={section: (*items, item)}), VALUE)
        return len(items)

    def remove(self, section: str, place: int) -> None:
        """One asset, income, expense or debt less; what was typed and refused elsewhere stays where it belongs."""
        items = getattr(self.case, section)
        self._keep(self.case.model_copy(update={section: items[:place] + items[place + 1 :]}), ENTRIES)
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
            self.keeping.kept,
        )

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
        if to_another and found is not None:
            self._clear_the_table()
            self.keeping = self.keeping.at_its_own_place(found.lies, self.token, self.as_of)
        self._stand(found)

    def take_snapshot(self, name: str) -> None:
        """How everything stands now, under a name; the last one first."""
        taken = Snapshot(name=name, day=self.as_of, time=clock(), held=held(self.standing))
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
        self._stand(as_it_stood(chosen.held, self.snapshots, self.counsel))
        self.history.told = Told("restored", before, self.case, chosen.name)

    def bring_back(self, content: Content, name: str) -> None:
        """A case file in place of this case: one step to undo; what is kept of this one stays kept beside it."""
        self.keep()
        before = self.case
        self.history.record(self.standing, EVERYTHING)
        self._clear_the_table()
        self._stand(as_it_stood(content, content.snapshots, content.counsel))
        self.guidance = Guidance.recalled(content.columns)
        self.history.told = Told("opened", before, self.case, name)
        if self.keeping.on:
            self.keep_as_another(name)

    def _stand(self, found: Standing | None) -> None:
        if found is None:
            return
        if _named(found.case) != _named(self.case):
            self.desk.interest.clear()
        self._start_over()
        self.case, self.snapshots, self.counsel = found.case, found.snapshots, found.counsel
        self.refused, self.edited = dict(found.refused), dict(found.edited)
        self.pinned, self.wishes = dict(found.pinned), dict(found.wishes)
        if found.own_rules != self.own_rules:
            self.take_rules(found.own_rules)

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

    def answer(self, whose: Whose) -> None:
        """Whose computer it is; from here on the case is kept on it, or stays in memory."""
        self.keeping = Keeping(whose)
        if whose == "mine":
            self.keeping.begin()

    def keep(self) -> None:
        """Everything new written to this computer, where it may be."""
        if not self.keeping.on or (self.untouched and self.keeping.kept is None):
            return
        resting_on = replace(self.standing, lies=None), self.language, self.guidance.remembered
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
            content = Content.model_validate_json(found[1])
        except ValidationError:
            self.keeping.trouble = "unreadable"
            return
        self._clear_the_table()
        self.keeping.opened(*found, self.token, self.as_of)
        self._take(content)

    def keep_as_another(self, title: str) -> None:
        """The case as it stands here, kept beside the one that another window saved."""
        self.keeping = Keeping("mine")
        self.keeping.write(self.content().model_dump_json(), self.token, self.as_of, title)

    def let_go(self) -> None:
        """A new, empty case in this tab; what is kept of the old one stays kept, and nothing changes where it is not."""
        self.keep()
        if not self.keeping.unsaved:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.keeping = Keeping(self.keeping.whose)
        self.replace(Case())
        self.history, self.snapshots, self.counsel = History(), (), Counsel()
        self._clear_the_table()
        self.take_rules("")

    def _clear_the_table(self) -> None:
        """Nothing that lay around the case any more: files at hand, the call, the agreement, the other side's window."""
        self.presenting.end()
        self.carrying, self.imported, self.joint_pick = Carrying(), None, None
        self.stop_reading()
        self.stopped = False
        self.leave_intake()
        self.guidance = Guidance()
        self.leave_bills()
        self.report, self.pasted = None, ""
        self.desk, self.noting = Desk(), Noting()

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
        self._stand(as_it_stood(content, content.snapshots, content.counsel))
        self.history, self.language = History(), content.language
        self.guidance = Guidance.recalled(content.columns)

    def speak(self) -> None:
        """From here on, this run speaks the session's language, and says amounts as far as the cover lets it."""
        speak(self.language)
        amounts_as(self.cover.amounts if self.covered else "exact")

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

    def _keep(self, case: Case, brings: tuple[Part, ...]) -> None:
        if case != self.case and not self.covered:
            self.history.record(self.standing, brings)
            self.case = case


def _named(case: Case) -> tuple[str, ...]:
    return tuple(debt.name for debt in case.debts)


def start() -> None:
    """The first line of app.py: a session for this tab, restored after a reload, speaking its language.

    What stands in front of it changes here and not in a callback, so that a field left in the same moment still
    reaches the case.
    """
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    here = st.session_state[_KEY] = keep.restored(behind(), keep.heard(st.session_state.get(keep.KEY)))
    _open_again(here)
    here.keep()
    speak(here.language)
    st.session_state[_FRONT] = in_front(here) if here.cover.on else here
    current().speak()


def _open_again(here: Session) -> None:
    """After the program was closed: the case this tab had open."""
    if not here.token or here.keeping.whose or not here.untouched:
        return
    draft = here.keeping.found_again(here.token, here.as_of)
    if draft:
        here.open_kept(draft)


def end(how: Ended) -> None:
    """Nothing of this tab's case stays in memory; said on the page that follows."""
    here = behind()
    here.stop_reading()
    here.presenting.end()
    keep.forget(here.token)
    st.session_state.clear()
    st.session_state[_KEY] = Session(
        language=here.language, page=here.page, keeping=Keeping(here.keeping.whose), ended=how
    )


def change_language() -> None:
    """The other language, on the page that was open; nothing else changes."""
    here = behind()
    here.language = "en" if here.language == "zh" else "zh"
    navigation.go(here.page)


def know_the_tab() -> None:
    """Asks the tab who it is, unless that is known."""
    here = behind()
    keep.ask(known=bool(here.token), idle=keep.IDLE_SECONDS[here.keeping.whose], on_idle=_left_alone)


def _left_alone() -> None:
    end("idle")


def current() -> Session:
    """What the page shows and its fields reach: the session, or the covered one in front of it."""
    session: Session = st.session_state[_FRONT]
    return session


def behind() -> Session:
    """The session itself, whatever stands in front of it."""
    session: Session = st.session_state[_KEY]
    return session


def enter(page_file: str) -> Session:
    """The first line of every page. A page reached without app.py is sent through it and comes back."""
    if _FRONT not in st.session_state:
        st.session_state[_WANTED] = FilePath(page_file).stem
        st.switch_page("app.py")
    here = current()
    here.page = behind().page = FilePath(page_file).stem
    here.speak()
    if here.covered and here.page not in OPEN:
        from ui import others

        others.closed()
        st.stop()
    return here


def typed(key: str) -> object:
    """What stands in the widget with that key."""
    return st.session_state[key]


def write(key: str, value: object) -> None:
    """Puts a value into the widget with that key; only before the widget is drawn, as in a callback."""
    st.session_state[key] = value


def begin(key: str, value: object) -> None:
    """The value that the widget with that key starts from, where it does not stand on the page yet."""
    st.session_state.setdefault(key, value)


def wanted() -> str | None:
    """The page that was asked for before app.py had run, once."""
    asked: str | None = st.session_state.pop(_WANTED, None)
    return asked
