"""Letters on the page: only what the log carries, what the others wait for, and one key that logs what was handed in."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from assessment.case import Case, Debt, Event


def choose(pages, title):
    here = pages.session
    box = next(each for each in pages.app.selectbox if title in each.options)
    box.set_value(box.options.index(title)).run()
    pages.clean()
    return here


def ready(pages):
    """The titles that can be made now."""
    return next((each.options for each in pages.app.selectbox if each.label == "看哪一份"), [])


@pytest.fixture
def card(pages):
    """A card, a threat in the night, and another lender."""
    today = pages.session.as_of
    debts = (
        Debt(name="某行信用卡", lender="credit_card", principal=Decimal(20000), days_overdue=60),
        Debt(name="京东金条", lender="microloan", principal=Decimal(9000), days_overdue=60),
    )
    threat = Event(
        name="某行信用卡", day=today - timedelta(days=3), time="22:30", kind="call", who="4001", words="再不还就弄死你 **粗** <b>x</b> $y$，还有京东金条"
    )  # fmt: skip
    pages.session.replace(Case(debts=debts, events=(threat,)))
    pages.go("complaint")
    return pages


def test_without_a_debt_it_says_where_to_begin(pages):
    pages.go("complaint")
    assert "先填一笔债务" in pages.words()


def test_what_can_be_made_and_what_the_others_wait_for(card):
    assert ready(card) == ["索取合同、流水和计息明细", "向出借机构投诉", "报案材料"]
    words = card.words()
    assert "还缺：先向出借机构投诉" in words
    assert "没有收到支付令的记录" in words


def test_a_fact_stands_on_the_page_as_typed_without_the_other_lender(card):
    choose(card, "向出借机构投诉")
    words = card.words()
    assert "再不还就弄死你" in words
    assert r"\*\*粗\*\*" in words
    assert r"\<b\>" in words
    assert "京东金条" not in words
    assert "另一家" in words
    assert "没有附证据" in words


def test_one_key_logs_it_and_the_next_step_opens_with_its_day(card):
    here = choose(card, "向出借机构投诉")
    card.press(here.key("complaint", 0, "lender") + ".sent")
    logged = here.case.events[-1]
    assert (logged.kind, logged.name, logged.day) == ("complained", "某行信用卡", here.as_of)
    assert logged.proofs == ()
    assert "向主管部门反映" in ready(card)
    last: date = here.as_of + timedelta(days=15)
    assert f"{last.year}年{last.month}月{last.day}日" in card.words()
    assert "递出" in card.words()
    here.undo()
    card.go("complaint")
    assert "向主管部门反映" not in ready(card)


@pytest.mark.parametrize(("ago", "logged"), [(4, 4), (0, 0), (-3, 0)])
def test_a_letter_is_logged_on_the_day_it_was_sent_and_never_in_the_future(card, ago, logged):
    here = choose(card, "向出借机构投诉")
    key = here.key("complaint", 0, "lender")
    card.app.date_input(key=f"{key}.day").set_value(here.as_of - timedelta(days=ago)).run()
    card.press(f"{key}.sent")
    sent = here.as_of - timedelta(days=logged)
    assert here.case.events[-1].day == sent
    last = sent + timedelta(days=15)
    assert f"{last.year}年{last.month}月{last.day}日" in card.words()


def test_a_long_name_still_fits_the_log(card):
    here = card.session
    name = "很长的名字" * 12
    here.replace(here.case.model_copy(update={"debts": (here.case.debts[0].model_copy(update={"name": name}),)}))
    card.go("complaint")
    card.press(here.key("complaint", 0, "details") + ".sent")
    assert here.case.events[-1].kind == "complained"


def test_the_court_s_paper_stands_first_with_its_last_day(card):
    here = card.session
    received = here.as_of - timedelta(days=2)
    here.replace(here.case.model_copy(update={"events": (Event(name="某行信用卡", day=received, kind="sued"),)}))
    card.go("complaint")
    assert ready(card)[0] == "答辩状（提纲）"
    last = received + timedelta(days=15)
    assert f"**{last.year}年{last.month}月{last.day}日**" in card.words()


def test_an_old_debt_is_warned_of(pages):
    pages.sample("old_loans_and_calls")
    pages.session.chosen_debt = 1
    pages.go("complaint")
    assert "可能过了诉讼时效" in pages.words()
    assert "索取合同、流水和计息明细" not in ready(pages)


def test_the_collection_page_shows_the_hours_and_leads_here(pages):
    pages.sample("old_loans_and_calls")
    pages.go("collection")
    assert "有日期和时间的联系 8 次，其中 1 次在晚上 22:00 到早上 8:00 之间" in pages.words().replace("\\", "")
    assert any("写成投诉和文书" in each.proto.label for each in pages.app.get("page_link"))


def test_what_makes_it_worse_is_said_where_it_may_happen_with_its_rule(pages):
    pages.sample("middle_three_debts")
    for page, warned, article in (
        ("actions", "材料只交真的", "第六十三条"),
        ("options", "别为了还债再借一笔", "不是法律"),
        ("agreement", "别找收费的债务代理", "第十六条"),
        ("court", "别把财产转到别人名下", "第三百一十三条"),
        ("complaint", "材料只交真的", "第一百一十四条第一款第一项"),
    ):
        pages.go(page)
        assert warned in pages.words(), page
        assert article in pages.words(), page
