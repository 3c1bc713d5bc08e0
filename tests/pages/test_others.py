"""Others look on: what they see holds no name, no remark and no exact amount, and nothing they see changes the case."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from assessment.case import Case, Event
from tests.marked import MARK, exact_amounts, marked
from tests.pages.conftest import ROOT
from tests.samples import CASES
from ui import clock, window
from ui.cover import OPEN, in_front
from ui.navigation import PAGES

SLUGS = ("middle_three_debts", "old_loans_and_calls")
CLOSED = [entry.name for entry in PAGES if entry.name not in OPEN]


pytestmark = pytest.mark.usefixtures("through_the_entry")


def odd(case: Case) -> Case:
    """Amounts that are no round numbers, so that each can be told again."""
    incomes = tuple(each.model_copy(update={"amount": each.amount + Decimal("12.37")}) for each in case.incomes)
    expenses = tuple(each.model_copy(update={"amount": each.amount + Decimal("1.43")}) for each in case.expenses)
    debts = tuple(each.model_copy(update={"principal": each.principal + Decimal("123.77")}) for each in case.debts)
    return case.model_copy(update={"incomes": incomes, "expenses": expenses, "debts": debts})


def opened(pages, slug: str) -> Case:
    pages.go("home")
    pages.session.replace(odd(marked(CASES[slug])))
    pages.app.run()
    return pages.session.case


def cover(pages, *, on: bool = True) -> None:
    pages.app.toggle(key="others.cover").set_value(on).run()
    pages.clean()


def drawn(pages) -> str:
    """Everything on the page, in what opens and in the charts."""
    pages.unfold()
    charts = [each.proto.spec for each in pages.app.get("plotly_chart")]
    helps = [each.value for each in pages.app.text_input]
    return "\n".join((pages.everything(), *charts, *map(str, helps)))


def shown(pages) -> window.Sheet:
    """The window once it has caught up."""
    job = pages.session.presenting.redrawing
    if job is not None:
        job.wait(30)
    sheet = window.shown(pages.session.presenting.token)
    assert sheet is not None
    return sheet


def told(pages) -> str:
    return json.dumps(asdict(shown(pages)), ensure_ascii=False)


def begin(pages) -> None:
    pages.press("others.begin")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_covered_window_shows_no_word_of_the_persons_own_and_no_exact_amount(pages, slug):
    case = opened(pages, slug)
    cover(pages)
    amounts = exact_amounts(case)
    assert amounts
    for name in sorted(OPEN):
        pages.go(name)
        said = drawn(pages)
        assert MARK not in said, name
        assert not [amount for amount in amounts if amount in said], name
        assert all(each.disabled for each in pages.app.text_input), name
    assert pages.session.case is case


@pytest.mark.parametrize("name", CLOSED)
def test_a_page_to_fill_in_is_put_away_under_the_cover(pages, name):
    case = opened(pages, "middle_three_debts")
    cover(pages)
    app = pages.go(name)
    assert [each.value for each in app.title] == ["这一页先收起来"]
    assert not app.text_input
    assert not app.text_area
    pages.press("others.uncover")
    assert len(app.title) == 1
    assert app.title[0].value != "这一页先收起来"
    assert pages.session.case is case


def test_a_field_left_in_the_moment_of_covering_still_reaches_the_case(pages):
    opened(pages, "middle_three_debts")
    app = pages.go("budget")
    key = pages.session.key("incomes", 0, "amount")
    app.text_input(key=key).set_value("4321.09")
    cover(pages)
    assert pages.session.case.incomes[0].amount == Decimal("4321.09")
    cover(pages, on=False)
    pages.go("budget")
    assert app.text_input(key=key).value.replace(",", "") == "4321.09"
    assert app.text_input(key=pages.session.key("incomes", 0, "name")).value == pages.session.case.incomes[0].name


def test_amounts_can_be_left_out_altogether(pages):
    opened(pages, "middle_three_debts")
    cover(pages)
    pages.app.radio(key="others.amounts.zh").set_value("hidden").run()
    pages.go("affordability")
    said = pages.words()
    assert "¥•••" in said
    assert "约¥" not in said


def test_choices_made_under_the_cover_stay(pages):
    opened(pages, "middle_three_debts")
    cover(pages)
    pages.go("options")
    slider = next(each for each in pages.app.slider if each.label == "分几期")
    slider.set_value(31).run()
    assert any(terms.months == 31 for terms in pages.session.edited.values())


def test_the_three_figures_follow_the_case(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    assert shown(pages).title == "马上开始"
    pages.go("affordability")
    pages.press("others.figures")
    before = shown(pages).figures
    assert [each.name for each in before] == ["保底", "建议", "上限"]
    assert all(each.amount.startswith("约¥") for each in before)
    pages.go("budget")
    pages.type("incomes", 0, "amount", text="20000")
    assert shown(pages).figures != before


def test_one_option_and_the_next_steps(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    pages.go("options")
    place = pages.session.pinned[0][0]
    pages.press(f"others.option.0.{place}")
    assert shown(pages).title.startswith("出借方甲：")
    pages.go("actions")
    pages.press("others.steps")
    assert shown(pages).lines
    assert MARK not in told(pages)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_chart_in_the_window_holds_a_word_of_the_persons_own_or_an_exact_amount(pages, slug):
    case = opened(pages, slug)
    begin(pages)
    sent = set()
    for name in sorted(OPEN):
        pages.go(name)
        for key in [each.key for each in pages.app.button if each.key and each.key.startswith("others.chart.")]:
            pages.press(key)
            sheet = shown(pages)
            assert sheet.chart, key
            assert MARK not in told(pages), key
            numbers = json.dumps(json.loads(sheet.chart[0])["data"])
            assert not [
                amount for amount in exact_amounts(case) if amount in told(pages) or amount.replace(",", "") in numbers
            ], key
            sent.add(key)
    assert len(sent) > 4


def present(pages, page: str, family: str) -> window.Sheet:
    pages.go(page)
    pages.press(
        next(each.key for each in pages.app.button if each.key and f".{family}" in each.key and "others" in each.key)
    )
    assert "对方正在看：一张图。" in pages.words()
    return shown(pages)


OFFERS = ("12期，每期3512", "24期，每期2213")


def talked_about(case: Case) -> Case:
    """With two offers of the lender's and a call, and words of a person's own in every field that takes any."""
    own = {name: f"私密{name}{MARK}" for name in ("who", "note", "number", "staff", "promise")}
    events = [
        Event(name=case.debts[0].name, day=date(2026, 11, 20), time=f"10:0{place}", kind="offered", words=f"{words} 私密{MARK}", **own)
        for place, words in enumerate(OFFERS)
    ]  # fmt: skip
    call = Event(name=case.debts[0].name, day=date(2026, 11, 21), time="21:40", kind="call", words=MARK, **own)
    return case.model_copy(update={"events": (*events, call)})


def change_everything(pages) -> None:
    pages.session.put(("debts", 0, "days_overdue"), 77)
    pages.session.put(("debts", 0, "principal"), Decimal("43210.77"))
    pages.session.put(("incomes", 0, "amount"), Decimal("10345.67"))
    last = pages.session.case.events[-1]
    pages.session.add("events", last.model_copy(update={"day": date(2026, 11, 22), "time": "22:10"}))


FOLLOWING = {
    "affordability": ("waterfall",),
    "options": ("payments",),
    "credit": ("credit_grid", "joint_grid"),
    "plan": ("plan_months",),
    "holding": ("people", "survival", "breaking"),
    "room": ("deal_map", "equal_lump"),
    "collection": ("contact_hours",),
    "call": ("distance",),
}


def follows(pages, page: str, family: str) -> None:
    """A chart sent from its page is drawn anew while another page is open, as its own page draws it then."""
    first = present(pages, page, family)
    pages.go("debts")
    assert shown(pages) == first
    change_everything(pages)
    pages.go("budget")
    followed = shown(pages)
    assert followed.chart not in {None, first.chart}
    assert MARK not in told(pages)
    numbers = json.dumps(json.loads(followed.chart[0])["data"])
    exact = exact_amounts(pages.session.case)
    assert not [each for each in exact if each in told(pages) or each.replace(",", "") in numbers]
    assert "图" not in followed.note
    pages.go(page)
    assert shown(pages) == followed


@pytest.mark.parametrize(("page", "family"), [(page, family) for page in FOLLOWING for family in FOLLOWING[page]])
def test_a_chart_follows_the_case_from_any_page(pages, page, family):
    opened(pages, "just_missed_with_cash" if family == "equal_lump" else "middle_three_debts")
    pages.session.replace(talked_about(pages.session.case))
    pages.session.desk.interest[0] = "none"
    begin(pages)
    follows(pages, page, family)


@pytest.mark.parametrize(("look", "family"), [("哪个数影响最大", "influence"), ("每月还多少撑得住", "payment_odds")])
def test_a_closer_look_at_the_odds_of_one_debt_follows_the_case(pages, look, family):
    opened(pages, "middle_three_debts")
    pages.session.replace(talked_about(pages.session.case))
    begin(pages)
    app = pages.go("holding")
    app.segmented_control(key="holding.view").set_value("一笔债的几个方案").run()
    app.segmented_control(key="holding.look").set_value(look).run()
    follows(pages, "holding", family)


def test_a_chart_that_only_its_page_can_draw_says_from_when_it_is(pages, monkeypatch):
    opened(pages, "middle_three_debts")
    begin(pages)
    monkeypatch.setattr(clock, "time_of_day", lambda: "09:41")
    pages.go("plan")
    pages.press(pages.session.key("joint.front.ask"))
    first = present(pages, "plan", "plan_front")
    monkeypatch.setattr(clock, "time_of_day", lambda: "09:58")
    pages.go("budget")
    assert shown(pages) == first
    pages.type("incomes", 0, "amount", text="20000")
    stale = shown(pages)
    assert stale.chart == first.chart
    assert stale.note.startswith("这张图是 09:41 画的，后来改了数，还没有重画。")
    pages.go("debts")
    assert "现在对方看到的是 09:41 的图" in pages.words()
    pages.app.radio(key="others.amounts.zh").set_value("hidden").run()
    assert shown(pages).chart is None
    pages.go("plan")
    pages.press(pages.session.key("joint.front.ask"))
    assert shown(pages).chart not in {None, first.chart}
    assert shown(pages).note == "没有名字、备注和金额。"


def test_a_plan_picked_from_the_trade_offs_is_not_exchanged_for_another_off_its_page(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    app = pages.go("plan")
    pages.press(pages.session.key("joint.front.ask"))
    listed = next(each for each in app.pills if "点图上的点" in each.label)
    listed.set_value(next(place for place in range(len(listed.options)) if place != listed.value)).run()
    first = present(pages, "plan", "plan_months")
    pages.go("budget")
    pages.type("incomes", 0, "amount", text="20000")
    assert shown(pages).chart == first.chart
    assert "还没有重画" in shown(pages).note


def test_what_can_no_longer_be_planned_leaves_the_window(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    assert present(pages, "plan", "plan_months").chart
    pages.session.put(("incomes", 0, "amount"), Decimal(1))
    pages.go("budget")
    assert shown(pages).title == "请稍等"
    assert shown(pages).chart is None


def test_a_chart_of_all_debts_stays_presented_whichever_debt_is_looked_at(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    present(pages, "credit", "joint_grid")
    pages.session.chosen_debt = 1
    pages.session.put(("debts", 0, "days_overdue"), 77)
    pages.go("credit")
    assert shown(pages).chart
    keys = {each.key: each.label for each in pages.app.button if each.key}
    assert keys["others.chart.ui.charts.joint_grid"] == "对方正在看这一块"


def test_what_is_agreed_on_interest_is_the_same_under_the_cover(pages):
    opened(pages, "middle_three_debts")
    pages.session.desk.interest[0] = "none"
    front = in_front(pages.session)
    assert front.desk.interest == {0: "none"}
    front.desk.interest[0] = "kept"
    assert pages.session.desk.interest == {0: "kept"}
    assert front.desk.heard == ""


def test_holding_back_and_ending(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    token = pages.session.presenting.token
    pages.go("affordability")
    pages.press("others.figures")
    pages.press("others.pause")
    assert shown(pages).title == "请稍等"
    pages.press("others.pause")
    assert shown(pages).figures
    pages.press("others.end")
    assert window.shown(token).title == "已经结束"
    assert not pages.session.presenting.on
    window.put(token, window.Sheet(title="晚到的"))
    assert window.shown(token).title == "已经结束"


def test_another_case_never_comes_into_the_window_of_this_one(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    token = pages.session.presenting.token
    pages.session.let_go()
    assert window.shown(token).title == "已经结束"


def test_two_windows_have_tokens_that_cannot_be_guessed():
    first, second = window.begin(window.Sheet()), window.begin(window.Sheet())
    assert first != second
    assert min(len(first), len(second)) >= 32


def looking(token: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.query_params["show"] = token
    return app.run()


def test_the_window_shows_the_sheet_and_nothing_to_press(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    pages.go("affordability")
    pages.press("others.figures")
    app = looking(pages.session.presenting.token)
    assert not app.exception
    assert [each.value for each in app.metric] == [each.amount for each in shown(pages).figures]
    assert not app.button
    assert not app.text_input
    assert "没有名字和备注" in app.caption[0].value
    assert "huandeqi" not in app.session_state


def test_a_wrong_address_shows_nothing():
    app = looking("guessed")
    assert [each.value for each in app.title] == ["这里没有内容"]
    assert not app.button


def test_under_the_cover_nothing_can_be_cleared_saved_or_brought_in(pages):
    opened(pages, SLUGS[0])
    cover(pages)
    assert not [button for button in pages.app.button if button.key == "clear"]
    assert not pages.app.get("file_uploader")
    assert not pages.app.text_area
    assert not [each for each in pages.app.get("download_button") if "存成表格" in each.proto.label]


def test_a_plan_picked_under_the_cover_stays_picked_and_none_comes_from_the_time_before(pages):
    opened(pages, SLUGS[0])
    cover(pages)
    here = pages.app.session_state["huandeqi"]
    here.cover.front.joint_pick = ("asked", 1)
    assert in_front(here).joint_pick == here.joint_pick == ("asked", 1)
    cover(pages, on=False)
    here.joint_pick = None
    cover(pages)
    assert here.cover.front.joint_pick is None


def test_the_window_never_moves_to_another_debt_by_itself(pages):
    opened(pages, "middle_three_debts")
    begin(pages)
    first = present(pages, "options", "payments")
    assert first.chart is not None
    pages.session.remove("debts", 0)
    pages.go("debts")
    assert shown(pages).chart is None
