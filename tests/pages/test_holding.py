"""The page of odds: what it says, what moves it, and what it keeps quiet about."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from assessment.case import Case, Debt, Futures, Income
from assessment.stress import MONTHS


def opened(pages, slug):
    pages.sample(slug)
    return pages.go("holding")


def slider(app):
    return next(each for each in app.slider if "再多存多少" in each.label)


def expand(pages, key):
    pages.app.session_state[key] = True
    pages.app.run()
    pages.clean()


def breaks(pages):
    """How many of a hundred break, as the headline says."""
    said = next(each.value for each in pages.app.subheader if "会断供" in each.value)
    return int(re.search(r"约 (\d+) 个会断供", said)[1])


def marks(app):
    """The hundred marks: how many of each kind."""
    chart = next(each for each in app.get("plotly_chart") if "circle-open" in each.proto.spec)
    return [len(trace["x"]) for trace in json.loads(chart.proto.spec)["data"]]


def test_the_headline_counts_people_and_the_marks_agree(pages):
    app = opened(pages, "middle_three_debts")
    broken = breaks(pages)
    assert 20 < broken < 80
    assert marks(app) == [100 - broken, broken]
    assert "计算误差 ±" in pages.words()


def test_more_saved_lets_more_hold_and_enough_lets_ninety(pages):
    app = opened(pages, "middle_three_debts")
    before = breaks(pages)
    gap = Decimal(re.search(r"还差 ¥([\d,]+\.\d\d)", pages.words())[1].replace(",", ""))
    step = slider(app).step
    enough = -(-int(gap) // int(step)) * int(step)
    slider(app).set_value(enough).run()
    pages.clean()
    assert breaks(pages) < before
    assert breaks(pages) <= 10
    assert "够了" in pages.words()
    pages.go("home")
    pages.go("holding")
    assert slider(pages.app).value == enough


def test_a_negative_budget_is_given_no_odds_and_a_way_on(pages):
    opened(pages, "negative_budget")
    said = pages.words()
    assert "任何方案都撑不住" in said
    assert "只够补 1 个月" in said
    assert "会断供" not in said
    assert not pages.app.get("plotly_chart")
    assert any(link.proto.page == "actions" for link in pages.app.get("page_link"))


def test_one_debt_s_options_stand_side_by_side_with_the_worst_regret(pages):
    app = opened(pages, "gig_uneven_income")
    app.button_group(key="holding.view").set_value("一笔债的几个方案").run()
    pages.clean()
    said = pages.words()
    assert "今天就付不出" in said
    expand(pages, "holding.regrets")
    table = next(each.value for each in app.table if "最多比最省的多花" in each.value.columns)
    assert len(table) >= 5
    assert (table["最多比最省的多花"].astype(float) >= 0).all()
    box = next(each for each in app.selectbox if each.label == "看哪个方案")
    assert "（建议先谈）" in box.options[box.index]
    other = next(each for each in range(len(box.options)) if each != box.index)
    box.select_index(other).run()
    pages.clean()
    assert box.options[other].removesuffix("（建议先谈）") in next(each.value for each in app.subheader)


def test_twelve_debts_together_say_which_is_not_paid_and_which_change_would_help(pages):
    app = opened(pages, "twelve_debts")
    said = pages.words()
    assert "向朋友借款没有推荐的方案，这里按不还算" in said
    expand(pages, "holding.swaps")
    table = next(each.value for each in app.table if "换成" in each.value.columns)
    assert "工商银行消费贷" in set(table["债务"])


def test_every_closer_look_has_its_chart_and_table(pages):
    app = opened(pages, "late_sued")
    readings = set()
    for look in ("哪个数影响最大", "每月还多少撑得住", "什么最先让它断"):
        app.button_group(key="holding.look").set_value(look).run()
        pages.clean()
        assert len(app.get("plotly_chart")) == 3
        assert len(pages.unfold().table) >= 3
        readings.add(app.get("plotly_chart")[-1].proto.alt)
    assert len(readings) == 3
    assert f"只看往后 {MONTHS} 个月" in pages.words()


def test_an_estimate_changed_changes_the_odds_is_kept_and_comes_back(pages):
    opened(pages, "early_jintiao")
    expand(pages, "futures")
    every_estimate_is_told(pages)
    before = breaks(pages)
    pages.type("futures", "job_loss", text="5%")
    assert pages.session.case.futures.job_loss == Decimal("0.05")
    assert breaks(pages) > before
    pages.go("home")
    pages.go("holding")
    expand(pages, "futures")
    assert pages.app.text_input(key=pages.session.key("futures", "job_loss")).value == "5%"
    pages.press("futures.reset")
    assert pages.session.case.futures == Futures()
    assert breaks(pages) == before
    assert pages.app.text_input(key=pages.session.key("futures", "job_loss")).value == "1%"


def every_estimate_is_told(pages):
    said = pages.words()
    for name, field in Futures.model_fields.items():
        assert pages.app.text_input(key=pages.session.key("futures", name)).label.startswith(field.title)
        assert field.description
        assert field.description in said
    assert "都是估计" in said


def test_what_is_paid_today_cannot_break(pages):
    opened(pages, "just_missed_with_cash")
    said = pages.words()
    assert "今天付清，往后没有月供，不会断" in said
    assert "手里还剩 ¥15,166.10" in said


def test_without_debts_or_income_the_page_says_what_is_missing(pages):
    pages.go("holding")
    assert "先填一笔债务" in pages.words()
    pages.session.replace(Case(debts=(Debt(name="某平台", principal=Decimal(5000), days_overdue=10),)))
    pages.go("holding")
    assert "还没有填收入" in pages.words()


def test_a_hostile_name_stays_text(pages):
    debts = tuple(
        Debt(name=name, principal=Decimal(500_000), days_overdue=40, instalments_left=12)
        for name in ("[x](http://e.example)", "<b>乙</b>")
    )
    small = Debt(name="丙", principal=Decimal(500), days_overdue=10, instalments_left=5)
    pages.session.replace(
        Case(incomes=(Income(name="*工资*", kind="irregular", amount=Decimal(6000)),), debts=(*debts, small))
    )
    pages.go("holding")
    expand(pages, "futures")
    said = pages.words()
    assert "[x](" not in said
    assert "<b>乙" not in said
    assert "“\\*工资\\*”没有满 6 个月的记录" in said
