"""An offer judged against what can be carried; every answer that names a sum can be kept, and is what was worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy_financial
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import assess, deal, rules
from assessment.case import Case, Event
from assessment.deal.ledger import last_of, ledger
from assessment.figures import Capacity
from tests.desk_debt import DAY, DEBT

LAW = rules.at(DAY)
FOUND = assess(Case(debts=(DEBT,)), DAY).debts[0]


def able(floor, suggested, ceiling, cash=0, debt=DEBT):
    """The debt beside these figures, in yuan."""
    found = FOUND if debt is DEBT else assess(Case(debts=(debt,)), DAY).debts[0]
    share = Capacity(floor * 100, suggested * 100, ceiling * 100)
    return replace(found, comparison=replace(found.comparison, share=share), cash=cash * 100)


def judged(text, found, before=None):
    return deal.judge(text, found, LAW, before)


@pytest.mark.parametrize(
    ("text", "fit", "gap"),
    [
        ("36期，每期400", "floor", 0), ("36期，每期620", "floor", 0), ("36期，每期800", "suggested", 0), ("36期，每期950", "ceiling", 50),
        ("36期，每期1200", "over", 300), ("一次还5000结清", "assets", 0), ("一次还9000结清", "short_assets", 3000), ("首付7500，36期每期400", "short_assets", 1500),
        ("首付6500，36期每期400", "floor", 0),
    ],
)  # fmt: skip
def test_an_offer_stands_against_the_three_figures_and_the_cash(text, fit, gap):
    verdict = judged(text, able(620, 900, 1000, 6000))
    assert verdict.fit == fit
    assert verdict.gap == gap * 100


def test_the_rates_are_those_of_the_payments_on_what_is_owed_today():
    flows = judged("36期，每期820", able(620, 900, 1000)).flows
    monthly = numpy_financial.irr([-22_000] + [820] * 36)
    assert flows.yearly == pytest.approx(monthly * 12, abs=1e-9)
    assert flows.effective == pytest.approx((1 + monthly) ** 12 - 1, abs=1e-9)
    assert flows.above_owed == 7_520_00


def test_what_cannot_be_carried_is_answered_by_a_longer_term_that_can():
    found = able(500, 700, 800)
    verdict = judged("24期，每期1100", found)
    answer = verdict.answers[0]
    assert answer.move == "counter"
    implied = min(numpy_financial.rate(24, -1100, 22_000, 0), 0.015)
    months = next(n for n in range(1, 61) if -numpy_financial.pmt(implied, n, 20_000) + 2_000 / n <= 700)
    assert answer.flows.months == months
    assert answer.flows.heaviest <= 700_00
    assert answer.flows.total >= 22_000_00


def test_where_nothing_is_left_over_no_sum_is_named():
    for text in ("36期，每期100", "一次还5000结清", "免罚息"):
        answers = judged(text, able(0, 0, 0)).answers
        assert [answer.move for answer in answers] == ["time"]
        assert answers[0].phrase == ""


def test_a_light_month_that_costs_more_than_the_contract_is_not_simply_accepted():
    verdict = judged("60期，每期700", able(600, 900, 1000))
    assert verdict.fit == "suggested"
    assert verdict.answers[0].move == "counter"
    assert verdict.answers[0].flows.months < 60
    assert verdict.answers[0].flows.heaviest <= 700_00
    assert any("24%" in str(warning) or "0.24" in str(warning) for warning in verdict.warnings)


def test_what_is_clear_and_fits_is_accepted_only_in_writing():
    verdict = judged("22期，每期1000，不计息", able(1000, 1200, 1300))
    assert [answer.move for answer in verdict.answers] == ["accept"]
    assert "written" in dict(verdict.answers[0].said.values)


@pytest.mark.parametrize(
    "text",
    [
        "你去借呗借一笔还上就行",
        "22期，每期1000，不计息，找朋友借一笔",
        "再借一笔，一次还5000结清",
        "去借呗借一万，先还上",
    ],
)
def test_an_offer_to_borrow_is_refused_however_light_it_looks(text):
    verdict = judged(text, able(9_000, 12_000, 13_000, 30_000))
    assert verdict.fit is None
    assert "还得起" not in verdict.sentence.msgid
    assert "拿得出" not in verdict.sentence.msgid
    assert [answer.move for answer in verdict.answers] == ["refuse"]
    assert verdict.answers[0].said.msgid.startswith("借新的还旧的，只会欠得更多，我不借。")
    assert any("借新还旧" in warning.msgid for warning in verdict.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "22期，每期1000，不计息，转到我个人卡",
        "一次还5000结清，微信转账",
        "24期，每期3000，转到我个人卡",
        "今天先转3000到我个人卡上，其余分12期",
    ],
)
def test_money_for_a_private_account_is_refused_before_anything_else_is_said(text):
    verdict = judged(text, able(1_000, 1_200, 1_300, 6_000))
    assert verdict.warnings[0].msgid.startswith("对方让您把钱转到个人账户")
    assert verdict.answers
    for answer in verdict.answers:
        assert answer.move != "accept"
        assert answer.said.msgid.startswith("钱我只付到合同写明的公司账户，不转给个人。")


def test_what_is_not_clear_is_asked_before_it_is_accepted():
    assert judged("分60期", able(1000, 1200, 1300)).answers[0].move == "ask"
    assert judged("分12期每期900，或者分24期每期500", able(1000, 1200, 1300)).answers[0].move == "ask"
    assert judged("", able(1000, 1200, 1300)).answers[0].move == "ask"


def test_a_lump_out_of_reach_becomes_what_is_at_hand_and_instalments_of_the_same_sum():
    verdict = judged("一次还9000结清", able(400, 500, 600, 3000))
    answer = verdict.answers[0]
    assert answer.flows.first == 3_000_00
    assert answer.flows.months == 12
    assert answer.flows.total == 9_000_00


shares = st.integers(0, 3_000).flatmap(
    lambda ceiling: st.integers(0, ceiling).flatmap(
        lambda suggested: st.integers(0, suggested).map(lambda floor: (floor, suggested, ceiling))
    )
)
offers = st.one_of(
    st.builds("{}期，每期{}".format, st.integers(1, 100), st.integers(1, 5_000)),
    st.builds(
        "首付{}，分{}期，每期{}，免罚息".format, st.integers(1, 9_000), st.integers(1, 80), st.integers(1, 3_000)
    ),
    st.builds("一次还{}结清".format, st.integers(1, 22_000)),
    st.builds("分{}期，利息减半".format, st.integers(1, 80)),
    st.builds("延期{}个月，之后照原计划".format, st.integers(1, 12)),
    st.sampled_from(["只还本金一次结清", "免罚息", "本金打八折，月底前付清", "停息挂账分60期", "没有方案"]),
)


@settings(max_examples=150, deadline=None)
@given(offers, shares, st.integers(0, 9_000))
def test_every_counter_offer_can_be_kept_and_is_read_back_as_it_was_worked_out(text, figures, cash):
    found = able(*figures, cash)
    for answer in judged(text, found).answers:
        if answer.move != "counter":
            assert answer.flows is None
            continue
        assert answer.flows.heaviest <= found.comparison.share.suggested
        assert answer.flows.first <= found.cash
        assert answer.flows.months <= 60
        assert deal.read(answer.phrase, found.position).flows == answer.flows
        assert not deal.read(answer.phrase, found.position).conflicts
        assert answer.flows.total + answer.flows.waived.total >= FOUND.position.claim.total - 60


@pytest.mark.parametrize(
    "text", ["24期，首付3000，每期700", "24期，每期750", "首付8000，分10期每期800", "一次还9000结清"]
)
def test_nobody_offers_more_than_was_asked(text):
    found = able(400, 500, 600, 1000)
    verdict = judged(text, found)
    assert verdict.answers
    for answer in verdict.answers:
        assert answer.move == "counter"
        assert answer.flows.total <= verdict.flows.total + 100 * answer.flows.months


def test_two_offers_are_held_against_each_other():
    found = able(620, 900, 1000)
    first = judged("24期，每期1100", found).flows
    better = judged("24期，每期1000", found, first).change
    assert better.course == "better"
    assert judged("36期，每期900", found, first).change.course == "mixed"
    assert judged("24期，每期1200", found, first).change.course == "worse"
    assert judged("24期，每期1100", found, first).change.course == "same"


def test_the_ledger_holds_what_was_logged_in_order_and_by_side():
    events = (
        Event(name="某平台", day=date(2026, 11, 22), time="10:00", kind="offered", words="24期，每期1100"),
        Event(name="别家", day=date(2026, 11, 22), kind="offered", words="24期，每期9999"),
        Event(name="某平台", day=date(2026, 11, 22), time="09:00", kind="call", words="问什么时候还"),
        Event(name="某平台", day=date(2026, 11, 23), time="10:05", kind="offered", words="24期，每期1000，免罚息"),
        Event(name="某平台", day=date(2026, 11, 22), time="10:02", kind="asked", words="分36期，每期650元，免罚息"),
        Event(name="某平台", day=date(2026, 11, 23), time="11:00", kind="offered", words="没有别的方案"),
    )
    found = able(500, 700, 800)
    entries = ledger(events, found)
    assert [(entry.place, entry.side) for entry in entries] == [
        (0, "theirs"),
        (4, "ours"),
        (3, "theirs"),
        (5, "theirs"),
    ]
    assert [entry.gap for entry in entries] == [400_00, 0, 300_00, None]
    assert entries[2].change.course == "better"
    assert last_of(entries, "theirs").heaviest == 1_000_00
    assert last_of(entries, "ours").heaviest == 650_00
    assert last_of((), "ours") is None


def test_a_warning_is_given_once_however_often_there_is_cause_for_it():
    heard = deal.judge("你去借呗借一笔还上就行", FOUND, LAW)
    assert len(heard.warnings) == len(set(heard.warnings)) == 1
