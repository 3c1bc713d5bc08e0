"""A private case ends with its tab, when it is asked to, or when nobody has touched it for long; and not otherwise."""

from __future__ import annotations

import pytest

from assessment.case import Case, Debt
from ui import keep
from ui.keep import CLOSED_SECONDS, Heard
from ui.keeping import Keeping
from ui.session import Session

TOKEN = "a" * 32
OWN = Case(debts=(Debt(name="花呗"),))


@pytest.fixture(autouse=True)
def memory(monkeypatch):
    monkeypatch.setattr(keep, "_kept", {})
    monkeypatch.setattr(keep, "_forgotten", {})


def left_behind(whose):
    session = Session(keeping=Keeping(whose))
    session.replace(OWN)
    return keep.restored(session, Heard(TOKEN))


def come_back(away=0):
    return keep.restored(Session(), Heard(TOKEN, away))


@pytest.mark.parametrize("whose", ["", "shared", "mine"])
def test_a_reload_brings_everything_back(whose):
    left_behind(whose)
    assert come_back(CLOSED_SECONDS).case == OWN


def test_a_tab_closed_on_a_shared_computer_and_opened_again_holds_nothing():
    left_behind("shared")
    found = come_back(CLOSED_SECONDS + 1)
    assert found.empty
    assert (found.ended, found.keeping.whose) == ("closed", "shared")
    assert come_back().ended == "closed"
    assert come_back().empty


@pytest.mark.parametrize("whose", ["", "mine"])
def test_elsewhere_a_tab_may_be_away_for_as_long_as_a_nap(whose):
    left_behind(whose)
    assert come_back(CLOSED_SECONDS + 1).case == OWN


def test_another_tab_sees_nothing():
    left_behind("shared")
    assert keep.restored(Session(), Heard("b" * 32)).empty


def test_what_was_ended_does_not_come_back():
    left_behind("")
    keep.forget(TOKEN)
    assert come_back().empty


@pytest.mark.parametrize(("whose", "said"), [("", "idle"), ("shared", "idle"), ("mine", "")])
def test_what_nobody_asked_for_leaves_the_memory_unvisited_and_is_said(monkeypatch, whose, said):
    """A case on disk is only forgotten here; there is nothing to be told."""
    left_behind(whose)
    later = keep.time.monotonic() + keep._FORGOTTEN_SECONDS + 1
    monkeypatch.setattr(keep.time, "monotonic", lambda: later)
    keep.sweep()
    assert keep._kept == {}
    found = come_back()
    assert found.empty
    assert found.ended == said


def test_a_duplicated_tab_undoes_for_itself():
    first = left_behind("")
    second = come_back()
    second.undo()
    assert second.empty
    assert first.case == OWN
    first.undo()
    assert first.empty


@pytest.mark.parametrize(
    "told",
    ["", "x", "A" * 32 + " 0", "a" * 32, "a" * 33 + " 0", "a" * 32 + " -1", "a" * 32 + " 9" + "9" * 9, 5, None],
)
def test_nothing_that_is_no_token_is_heard(told):
    assert keep.heard({"told": told}) == keep.heard(None) == Heard()


def test_a_token_is_heard_with_the_seconds_the_tab_was_away():
    assert keep.heard({"told": "a" * 32 + " 61"}) == Heard("a" * 32, 61)
