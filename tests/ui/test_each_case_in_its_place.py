"""Steps back and forth between cases that are kept: none is ever written where another lies."""

from __future__ import annotations

import sqlite3
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.case import Case, Debt
from assessment.intake.guidance import Guidance
from ui import keeping
from ui.content import Content
from ui.drafts import Drafts
from ui.session import Session

TOKEN = "b" * 32


def case(name: str, principal: int = 1000) -> Case:
    return Case(debts=(Debt(name=name, principal=Decimal(principal)),))


def file_of(name: str) -> Content:
    session = Session()
    session.replace(case(name))
    return session.content()


def every() -> list[Case]:
    """All cases that lie on the disk."""
    found = [keeping.DRAFTS.load(each.id) for each in keeping.DRAFTS.every()]
    return [Content.model_validate_json(content).case for _kept, content in filter(None, found)]


def lying() -> dict[str, Case]:
    """What lies on the disk, by its title."""
    found = [keeping.DRAFTS.load(each.id) for each in keeping.DRAFTS.every()]
    return {kept.title: Content.model_validate_json(content).case for kept, content in filter(None, found)}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path))
    session = Session(token=TOKEN)
    session.answer("mine")
    session.replace(case("甲"))
    session.keep()
    session.keeping.rename(session.keeping.kept.id, "甲")
    return session


def test_going_back_from_a_case_file_keeps_both_where_they_lie(here):
    here.bring_back(file_of("乙"), "乙")
    here.put(("debts", 0, "principal"), Decimal(2000))
    here.keep()
    for _step in range(2):
        here.undo()
        here.keep()
    assert (here.case, here.keeping.kept.title) == (case("甲"), "甲")
    assert lying() == {"甲": case("甲"), "乙": case("乙")}
    here.put(("debts", 0, "principal"), Decimal(3000))
    here.keep()
    assert lying() == {"甲": case("甲", 3000), "乙": case("乙")}


def test_going_forth_again_leads_to_the_case_files_own_place(here):
    here.bring_back(file_of("乙"), "乙")
    here.undo()
    here.redo()
    here.put(("debts", 0, "principal"), Decimal(2000))
    here.keep()
    assert here.keeping.kept.title == "乙"
    assert lying() == {"甲": case("甲"), "乙": case("乙", 2000)}


def test_a_case_of_before_keeping_gets_a_place_of_its_own(here):
    here.answer("")
    here.bring_back(file_of("乙"), "乙")
    here.answer("mine")
    here.keep()
    here.undo()
    here.keep()
    assert sorted(each.debts[0].name for each in every()) == ["乙", "甲", "甲"]


def test_a_field_left_in_the_moment_another_case_is_opened_is_kept(here):
    first = here.keeping.kept.id
    here.let_go()
    here.replace(case("乙"))
    here.keep()
    here.put(("debts", 0, "principal"), Decimal(2000))
    here.open_kept(first)
    assert case("乙", 2000) in lying().values()
    here.put(("debts", 0, "principal"), Decimal(4000))
    here.let_go()
    assert lying()["甲"] == case("甲", 4000)


def test_what_another_window_saved_meanwhile_is_not_overwritten(here):
    here.bring_back(file_of("乙"), "乙")
    other = Session(token="c" * 32)
    other.answer("mine")
    other.open_kept(next(each.id for each in keeping.DRAFTS.every() if each.title == "甲"))
    other.put(("debts", 0, "principal"), Decimal(7000))
    other.keep()
    here.undo()
    here.keep()
    assert here.keeping.trouble == "elsewhere"
    assert lying()["甲"] == case("甲", 7000)


def test_a_deleted_case_does_not_come_back_by_a_step(here):
    first = here.keeping.kept.id
    here.bring_back(file_of("乙"), "乙")
    here.delete_kept(first)
    here.undo()
    here.keep()
    assert here.case == case("乙")
    assert lying() == {"乙": case("乙")}


def test_nobody_who_stopped_keeping_is_kept_by_a_step_back(here):
    here.bring_back(file_of("乙"), "乙")
    here.keeping.delete_everything()
    here.answer("shared")
    here.undo()
    here.keep()
    assert here.case == case("甲")
    assert not keeping.DRAFTS.here


def test_what_lay_around_one_case_does_not_lie_around_the_other(here):
    here.bring_back(file_of("乙"), "乙")
    here.desk.lay("乙的协议")
    here.undo()
    assert here.desk.paper == ""


def lying_columns() -> dict[str, dict[str, str]]:
    """What the columns of its files mean, by the title of the case on the disk."""
    found = [keeping.DRAFTS.load(each.id) for each in keeping.DRAFTS.every()]
    return {kept.title: Content.model_validate_json(content).columns for kept, content in filter(None, found)}


OWN_COLUMNS, OTHER_COLUMNS = {"debts:每月最低还款": "instalment"}, {"debts:剩余": "principal"}


def test_a_step_to_another_case_brings_what_the_columns_of_its_files_mean(here):
    here.guidance = Guidance.recalled(OWN_COLUMNS)
    here.bring_back(file_of("乙").model_copy(update={"columns": OTHER_COLUMNS}), "乙")
    for step, columns in ((here.undo, OWN_COLUMNS), (here.redo, OTHER_COLUMNS), (here.undo, OWN_COLUMNS)):
        step()
        assert here.guidance.remembered == columns
        here.keep()
        assert lying_columns() == {"甲": OWN_COLUMNS, "乙": OTHER_COLUMNS}


def test_a_step_to_another_case_brings_nothing_said_of_the_cells_of_a_file_that_is_gone(here):
    table = Guidance.recalled(OWN_COLUMNS).with_table(("表1", "A1"), ("名称", "金额"), "debts")
    here.guidance = table.with_cells({("表1", "B2"): "1000"})
    here.bring_back(file_of("乙"), "乙")
    here.undo()
    assert here.guidance == table.for_the_next_file()


def test_a_step_within_a_case_leaves_what_was_said_of_the_file_at_hand(here):
    here.put(("debts", 0, "principal"), Decimal(2000))
    here.take_snapshot("一")
    here.guidance = Guidance.recalled(OWN_COLUMNS).with_cells({("表1", "B2"): "1000"})
    for step in (here.undo, here.redo, lambda: here.go_back_to(0), here.undo):
        step()
        assert here.guidance.cells == {("表1", "B2"): "1000"}
        assert here.guidance.remembered == OWN_COLUMNS


ACTS = st.sampled_from(("edit", "file", "undo", "redo", "new", "open"))


def act(session: Session, how: str, number: int) -> None:
    if how == "edit" and session.case.debts:
        session.put(("debts", 0, "principal"), Decimal(number))
    elif how == "file":
        session.bring_back(file_of(f"文件{number}"), f"文件{number}")
    elif how == "new":
        session.let_go()
        session.replace(case(f"新{number}"))
    elif how == "open":
        kept = keeping.DRAFTS.every()
        session.open_kept(kept[number % len(kept)].id)
    elif how in {"undo", "redo"}:
        getattr(session, how)()


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=8))
def test_whatever_is_done_each_place_holds_the_case_it_was_made_for(acts, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(keeping, "DRAFTS", Drafts(tmp_path_factory.mktemp("drafts")))
    session = Session(token=TOKEN)
    session.answer("mine")
    session.replace(case("第一"))
    session.keep()
    owners: dict[str, str] = {}
    for number, how in enumerate(acts):
        act(session, how, number)
        session.keep()
        for each in keeping.DRAFTS.every():
            content = Content.model_validate_json(keeping.DRAFTS.load(each.id)[1])
            if content.case.debts:
                assert owners.setdefault(each.id, content.case.debts[0].name) == content.case.debts[0].name


def test_a_rerun_that_changed_nothing_puts_nothing_into_words_and_every_change_does(here, monkeypatch):
    put_into_words = []
    whole = Session.content
    monkeypatch.setattr(Session, "content", lambda self: put_into_words.append(1) or whole(self))
    here.keep()
    changes = (
        lambda: here.put(("debts", 0, "principal"), Decimal(2)),
        lambda: here.take_snapshot("一"),
        lambda: here.jot(("counselor",), "丙"),
        lambda: here.pinned.update({0: (1,)}),
        lambda: here.take_rules("x"),
        lambda: setattr(here, "language", "en"),
        here.undo,
    )
    for change in changes:
        put_into_words.clear()
        for _rerun in range(3):
            here.keep()
        assert put_into_words == []
        change()
        for _rerun in range(3):
            here.keep()
        assert len(put_into_words) == 1
        lies = keeping.DRAFTS.load(here.keeping.kept.id)
        assert Content.model_validate_json(lies[1]) == whole(here)


def test_what_another_program_kept_from_the_disk_is_written_once_it_lets_go(here, monkeypatch):
    held = sqlite3.connect(keeping.DRAFTS._file, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    here.put(("debts", 0, "principal"), Decimal(6000))
    here.keep()
    assert here.keeping.trouble == "busy"
    held.close()
    monkeypatch.setattr(type(here.keeping), "waiting", False)
    assert here.keeping.every()
    here.keep()
    assert lying()["甲"] == case("甲", 6000)


def test_what_another_window_stands_in_the_way_of_is_not_given_up_for_another_case(here):
    other = Session(token="c" * 32)
    other.answer("mine")
    other.open_kept(here.keeping.kept.id)
    other.put(("debts", 0, "principal"), Decimal(7000))
    other.keep()
    here.put(("debts", 0, "principal"), Decimal(9000))
    here.let_go()
    assert here.keeping.trouble == "elsewhere"
    assert here.case == case("甲", 9000)
    here.open_kept(next(each.id for each in keeping.DRAFTS.every()))
    assert here.case == case("甲", 7000)


def test_an_unrelated_step_back_leaves_what_is_agreed_on_interest():
    session = Session()
    session.replace(case("甲"))
    session.put(("debts", 0, "principal"), Decimal(2000))
    session.desk.interest[0] = "half"
    session.undo()
    assert session.desk.interest == {0: "half"}
    session.remove("debts", 0)
    assert session.desk.interest == {}
