"""What one person's tab remembers; the only file that touches Streamlit's session state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st
from pydantic import BaseModel, ValidationError

from assessment import Assessment, DebtAssessment, assess, judged_anew, rules
from assessment.bills import Bill
from assessment.case import Case, explain
from assessment.creditreport import Report
from assessment.intake import Intake
from assessment.offers import Terms
from assessment.problems import Path, Problem
from assessment.rules import Pack, Rules
from ui import keep
from ui.text import Language, speak

_KEY = "huandeqi"
_WANTED = "to"
_UNDO = 50


def today() -> date:
    """Today in China."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


@dataclass
class Session:
    """The case being worked on and the choices made about it."""

    case: Case = field(default_factory=Case)
    as_of: date = field(default_factory=today)
    language: Language = "zh"
    refused: dict[Path, tuple[str, Problem]] = field(default_factory=dict)
    generation: int = 0
    undone: list[Case] = field(default_factory=list)
    intake: Intake | None = None
    locked_file: bytes = b""
    bills: tuple[Bill, ...] = ()
    bill_problems: tuple[Problem, ...] = ()
    report: Report | None = None
    chosen_debt: int = 0
    pinned: dict[int, tuple[int, ...]] = field(default_factory=dict)
    edited: dict[tuple[int, int], Terms] = field(default_factory=dict)
    token: str = ""
    pasted: str = ""
    own_rules: str = ""
    pack: Pack | None = None
    rule_problems: tuple[Problem, ...] = ()
    found: Assessment | None = None
    found_for: tuple[Case, Pack | None] | None = None

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
        return self.empty and not self.refused and self.intake is None and not self.undone

    def put(self, path: Path, value: object) -> Problem | None:
        """One value of the case replaced; the problem, and the case left as it was, where it does not fit."""
        try:
            changed = _replaced(self.case, path, value)
        except ValidationError as error:
            return explain(_owner(self.case, path), error, path[:-1])[0]
        self._keep(changed)
        self.refused.pop(path, None)
        return None

    def refuse(self, path: Path, typed: str, problem: Problem) -> None:
        """Remembers what was typed where it could not be taken, so that it can be mended."""
        self.refused[path] = (typed, problem)

    def replace(self, case: Case) -> None:
        """Another case in place of this one; every field on the screen starts from it."""
        self._keep(case)
        self.refused.clear()
        self._start_over()

    def add(self, section: str, item: BaseModel) -> int:
        """One more asset, income, expense or debt at the end; its place."""
        items = getattr(self.case, section)
        self._keep(self.case.model_copy(update={section: (*items, item)}))
        return len(items)

    def remove(self, section: str, place: int) -> None:
        """One asset, income, expense or debt less; what was typed and refused elsewhere stays where it belongs."""
        items = getattr(self.case, section)
        self._keep(self.case.model_copy(update={section: items[:place] + items[place + 1 :]}))
        kept = ((path, told) for path, told in self.refused.items() if path[:2] != (section, place))
        self.refused = {_moved(path, section, place): told for path, told in kept}
        self._start_over()

    def undo(self) -> None:
        """The case as it was before the last change; what was typed and refused stays where its field still stands."""
        if not self.undone:
            return
        self.case = self.undone.pop()
        self.refused = {path: told for path, told in self.refused.items() if _stands(self.case, path)}
        self._start_over()

    def clear(self) -> None:
        """A new, empty case; nothing of the old one stays."""
        self.replace(Case())
        self.undone.clear()
        self.intake = None
        self.locked_file = b""
        self.leave_bills()
        self.report = None
        self.pasted = ""
        self.take_rules("")

    def leave_bills(self) -> None:
        """Nothing of the bills at hand any more."""
        self.bills, self.bill_problems = (), ()
        self.generation += 1

    def leave_report(self) -> None:
        """Nothing of the credit report at hand any more."""
        self.report = None
        self.generation += 1

    def paste(self, text: str) -> None:
        """A text in the field for texts, in place of what stood there."""
        self.pasted = text
        self._start_over()

    def take_rules(self, text: str) -> None:
        """A person's own rules in place of those before; what is wrong in them is kept to be shown."""
        self.own_rules = text
        self.pack, self.rule_problems = rules.extended(text, self.as_of) if text else (None, ())

    def key(self, *parts: object) -> str:
        """A widget key that changes when the whole case is replaced."""
        return ".".join(map(str, (*parts, self.generation)))

    def _start_over(self) -> None:
        """Choices made about debts that may have moved are dropped; every field is filled anew."""
        self.edited.clear()
        self.pinned.clear()
        self.chosen_debt = 0
        self.generation += 1

    def _keep(self, case: Case) -> None:
        if case != self.case:
            self.undone = [*self.undone[-_UNDO:], self.case]
            self.case = case


def start() -> None:
    """The first line of app.py: a session for this tab, restored after a reload, speaking its language."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    st.session_state[_KEY] = keep.restored(st.session_state[_KEY])
    speak(current().language)


def current() -> Session:
    session: Session = st.session_state[_KEY]
    return session


def enter(page_file: str) -> Session:
    """The first line of every page. A page reached without app.py is sent through it and comes back."""
    if _KEY not in st.session_state:
        st.session_state[_WANTED] = FilePath(page_file).stem
        st.switch_page("app.py")
    return current()


def typed(key: str) -> object:
    """What stands in the widget with that key."""
    return st.session_state[key]


def wanted() -> str | None:
    """The page that was asked for before app.py had run, once."""
    asked: str | None = st.session_state.pop(_WANTED, None)
    return asked


def _owner(case: Case, path: Path) -> type[BaseModel]:
    node: Any = case
    for part in path[:-1]:
        node = node[part] if isinstance(part, int) else getattr(node, part)
    return type(node)


def _moved(path: Path, section: str, removed: int) -> Path:
    """A path after the entry at `removed` is gone."""
    if path[0] != section or not isinstance(path[1], int) or path[1] < removed:
        return path
    return (path[0], path[1] - 1, *path[2:])


def _stands(case: Case, path: Path) -> bool:
    """Whether the entry a path leads to is still there."""
    return not isinstance(path[1], int) or path[1] < len(getattr(case, str(path[0])))


def _replaced(node: Any, path: Path, value: object) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (*node[:head], _replaced(node[head], rest, value), *node[head + 1 :])
    changed = _replaced(getattr(node, head), rest, value)
    return type(node).model_validate({**dict(node), head: changed})
