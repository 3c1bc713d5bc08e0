"""A picture that takes long comes into the other side's window by itself, and never one that was called off."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from functools import partial
from threading import Event

import pytest

from tests.marked import MARK, marked
from tests.samples import CASES, STORY_DAY
from ui import clock, presenting, redrawn, window
from ui.charts import credit_grid, waterfall
from ui.session import Session

BLOCK = ("chart", "ui.charts.waterfall")
OF_A_DEBT = ("chart", "ui.charts.credit_grid", 0)


class Slow:
    """What a chart shows, of the waterfall unless another is named, held up until it is let go."""

    def __init__(self, told=redrawn.affordability) -> None:
        self.told, self.free, self.asked = told, Event(), []

    def __call__(self, of):
        self.asked.append(of.case)
        assert self.free.wait(30)
        return self.told(of)


@pytest.fixture
def here(monkeypatch):
    monkeypatch.setattr(presenting, "_MOMENT", 0.05)
    monkeypatch.setattr(clock, "time_of_day", lambda: "09:41")
    session = Session(case=marked(CASES["middle_three_debts"]), as_of=STORY_DAY)
    session.presenting.begin()
    session.presenting.show(BLOCK)
    return session


@pytest.fixture
def slow(here):
    told = Slow()
    presenting.draw(here, BLOCK, waterfall, redrawn.affordability(here), told)
    presenting.follow(here)
    yield told
    told.free.set()


def earn(here, yuan) -> None:
    here.put(("incomes", 0, "amount"), Decimal(yuan))
    presenting.follow(here)


def shown(here) -> window.Sheet:
    return window.shown(here.presenting.token)


def let_go(here, slow) -> None:
    job = here.presenting.redrawing
    slow.free.set()
    job.wait(30)


def as_drawn(here):
    """The picture of the case as it stands, drawn on its page."""
    presenting.draw(here, BLOCK, waterfall, redrawn.affordability(here), redrawn.affordability)
    return here.presenting.drawn.chart


def test_the_last_picture_stays_with_its_time_until_the_next_comes_by_itself(here, slow):
    first = shown(here)
    earn(here, 20000)
    assert shown(here).chart == first.chart
    assert shown(here).note.startswith("这张图是 09:41 画的，后来改了数，还没有重画。")
    let_go(here, slow)
    late = shown(here)
    assert late.note == "没有名字和备注，金额是约数。"
    assert MARK not in json.dumps(asdict(late), ensure_ascii=False)
    assert late.chart == as_drawn(here) != first.chart


def test_only_the_last_of_many_changes_is_drawn(here, slow):
    for yuan in (11000, 12000, 13000, 14000):
        earn(here, yuan)
    let_go(here, slow)
    assert [case.incomes[0].amount for case in slow.asked] == [11000, 14000]
    assert shown(here).chart == as_drawn(here)


def test_a_picture_of_before_a_change_is_never_shown_after_it(here, slow):
    first = shown(here)
    earn(here, 20000)
    early = here.presenting.redrawing
    later = Slow()
    here.presenting.told = later
    earn(here, 30000)
    slow.free.set()
    early.wait(30)
    assert shown(here).chart == first.chart
    assert "还没有重画" in shown(here).note
    let_go(here, later)
    assert shown(here).chart == as_drawn(here)


def test_amounts_hidden_meanwhile_stay_hidden(here, slow):
    earn(here, 20000)
    early = here.presenting.redrawing
    here.cover.amounts = "hidden"
    presenting.follow(here)
    assert shown(here).chart is None
    slow.free.set()
    early.wait(30)
    if here.presenting.redrawing is not None:
        here.presenting.redrawing.wait(30)
    assert shown(here).amounts == "hidden"
    assert shown(here).chart == as_drawn(here)
    assert "约¥" not in json.dumps(asdict(shown(here)), ensure_ascii=False)


def test_what_was_paused_ended_or_exchanged_meanwhile_stays_so(here, slow):
    earn(here, 20000)
    job, token = here.presenting.redrawing, here.presenting.token
    here.presenting.pause()
    presenting.follow(here)
    slow.free.set()
    job.wait(30)
    assert shown(here).title == "请稍等"
    slow.free.clear()
    here.presenting.pause()
    earn(here, 30000)
    job = here.presenting.redrawing
    here.presenting.show(("steps",))
    presenting.follow(here)
    steps = shown(here)
    slow.free.set()
    job.wait(30)
    assert shown(here) == steps
    slow.free.clear()
    here.presenting.show(BLOCK)
    here.presenting.told = slow
    presenting.follow(here)
    job = here.presenting.redrawing
    here.presenting.end()
    slow.free.set()
    job.wait(30)
    assert window.shown(token).title == "已经结束"


def test_a_fault_is_told_once_leaves_the_picture_with_its_time_and_is_no_end(here, slow):
    first = shown(here)

    def fails(_of):
        raise ValueError

    here.presenting.told = fails
    here.put(("incomes", 0, "amount"), Decimal(20000))
    with pytest.raises(ValueError):  # noqa: PT011 - a fault has no words of its own here
        presenting.follow(here)
    for _run in range(2):
        assert shown(here).chart == first.chart
        assert "还没有重画" in shown(here).note
        presenting.follow(here)
    here.presenting.told = slow
    slow.free.set()
    presenting.follow(here)
    if here.presenting.redrawing is not None:
        here.presenting.redrawing.wait(30)
    assert shown(here).chart == as_drawn(here) != first.chart
    assert "还没有重画" not in shown(here).note


@pytest.fixture
def slow_debt(here):
    """The credit record of the first debt in the window, the next picture held up."""
    here.presenting.show(OF_A_DEBT)
    told = Slow(partial(redrawn.one_debt, place=0))
    presenting.draw(here, OF_A_DEBT, credit_grid, redrawn.one_debt(here, 0), told)
    presenting.follow(here)
    yield told
    told.free.set()


def test_a_late_picture_of_a_debt_that_is_gone_never_covers_the_waiting_sheet(here, slow_debt):
    earn(here, 20000)
    early = here.presenting.redrawing
    here.remove("debts", 0)
    presenting.follow(here)
    assert (shown(here).title, shown(here).chart, shown(here).note) == ("请稍等", None, "")
    slow_debt.free.set()
    early.wait(30)
    assert (shown(here).title, shown(here).chart, shown(here).note) == ("请稍等", None, "")


def test_a_late_picture_of_a_change_taken_back_never_covers_the_one_of_before(here, slow):
    first, amount = shown(here), here.case.incomes[0].amount
    earn(here, 20000)
    early = here.presenting.redrawing
    earn(here, amount)
    assert shown(here) == first
    slow.free.set()
    early.wait(30)
    assert shown(here) == first


def test_a_debt_under_another_name_stays_in_the_window(here, slow_debt):
    first = shown(here)
    slow_debt.free.set()
    for name in ("改过的名字", "又改了"):
        here.put(("debts", 0, "name"), name)
        presenting.follow(here)
        if here.presenting.redrawing is not None:
            here.presenting.redrawing.wait(30)
        assert shown(here).chart is not None
        assert shown(here).note == first.note
        assert name not in json.dumps(asdict(shown(here)), ensure_ascii=False)


def test_where_nothing_is_drawn_no_time_of_a_picture_is_told(here, slow):
    slow.free.set()
    here.reset("incomes")
    presenting.follow(here)
    if here.presenting.redrawing is not None:
        here.presenting.redrawing.wait(30)
    assert shown(here).title == "请稍等"
    slow.free.clear()
    here.put(("household", "adults"), 3)
    presenting.follow(here)
    assert here.presenting.redrawing is not None
    assert shown(here).title == "请稍等"
    assert "09:41" not in shown(here).note
