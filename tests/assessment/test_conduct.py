"""Collection conduct: the hours and counts of GB/T 45251—2025 and the 2026-01-30 guideline, and what words may break."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import dates, rules
from assessment.case import Case, Debt, Event
from assessment.law.conduct import channels, judge

LAW = rules.at(date(2026, 11, 24))
DAY = date(2026, 9, 1)


def case(*events, lender="bank"):
    return Case(debts=(Debt(name="某贷", principal=Decimal(9000), lender=lender),), events=events)


def event(kind="call", day=DAY, time="10:00", name="某贷", **more):
    return Event(name=name, day=day, time=time, kind=kind, **more)


def said(words, kind="call", **more):
    return judge(case(event(kind, words=words, **more)), LAW)


def rules_of(found, standing=None):
    return {name for each in found for name in each.rules if standing in {None, each.standing}}


def test_a_call_at_five_past_ten_at_night_stands_against_both_standards():
    found = judge(case(event(time="22:05")), LAW)
    assert len(found) == 1
    assert found[0].rules == ("collect_hours_national", "collect_hours_association")
    assert (found[0].standing, found[0].forces) == ("against", ("standard",))


@pytest.mark.parametrize(
    ("written", "closed"),
    [("21:59", False), ("22:00", True), ("00:10", True), ("07:59", True), ("08:00", False), ("晚上10点半", True), ("上午9点", False)],
)  # fmt: skip
def test_the_closed_hours_begin_at_ten_and_end_at_eight(written, closed):
    assert bool(judge(case(event(time=written)), LAW)) is closed


@pytest.mark.parametrize(
    ("lender", "names"),
    [
        ("bank", {"collect_hours_national", "collect_hours_association"}),
        ("consumer_finance", {"collect_hours_national", "collect_hours_association"}),
        ("microloan", {"collect_hours_national"}),
        ("credit_card", {"collect_hours_association"}),
        ("private", set()),
    ],
)
def test_each_standard_binds_only_its_own_lenders(lender, names):
    assert rules_of(judge(case(event(time="23:00"), lender=lender), LAW)) == names


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2025, 2, 27), set()),
        (date(2025, 2, 28), {"collect_hours_national"}),
        (date(2026, 1, 29), {"collect_hours_national"}),
        (date(2026, 1, 30), {"collect_hours_national", "collect_hours_association"}),
    ],
)
def test_no_standard_is_held_against_a_day_before_it(day, names):
    assert rules_of(judge(case(event(time="23:00", day=day)), LAW)) == names


def test_the_fourth_connected_call_of_a_day_is_one_too_many():
    three = [event(time=f"{hour}:00") for hour in (9, 11, 13)]
    assert judge(case(*three), LAW) == ()
    found = judge(case(*three, event(time="15:00")), LAW)
    assert rules_of(found, "against") == {"collect_calls_national"}
    assert found[0].events == (0, 1, 2, 3)
    assert rules_of(found, "may_be") == {"collect_peace"}


def test_the_seventh_dial_of_a_day_is_one_too_many():
    six = [event("dialled", time=f"{hour}:00") for hour in range(9, 15)]
    assert judge(case(*six), LAW) == ()
    assert rules_of(judge(case(*six, event("dialled", time="16:00")), LAW), "against") == {"collect_dials_association"}


def test_calls_of_two_days_or_two_debts_are_not_added():
    two_days = [event(time=f"{hour}:00", day=day) for hour in (9, 11) for day in (DAY, date(2026, 9, 2))]
    assert judge(case(*two_days), LAW) == ()
    debts = tuple(Debt(name=name, principal=Decimal(9), lender="bank") for name in ("甲", "乙"))
    both = tuple(event(time=f"{hour}:00", name=name) for hour in (9, 11) for name in ("甲", "乙"))
    assert judge(Case(debts=debts, events=both), LAW) == ()


def test_what_the_borrower_did_is_not_held_against_the_lender():
    assert (
        judge(case(event("asked", time="23:00", words="我说不还就坐牢吗"), event("payment", time="23:30")), LAW) == ()
    )


def test_without_the_lender_there_is_no_verdict():
    found = judge(case(event(time="23:00", name="别的")), LAW)
    assert [each.standing for each in found] == ["may_be"]


@pytest.mark.parametrize("bare", [event(time=""), event(day=None), event(time="晚饭后")])
def test_a_line_without_day_or_time_is_named_as_missing(bare):
    found = judge(case(bare), LAW)
    assert [each.standing for each in found] == ["missing"]


def test_telling_others_of_the_debt_stands_against_the_standards_and_may_break_the_law():
    found = said("打给我妈，说我欠钱不还", "third_party", who="我妈")
    assert rules_of(found, "against") == {"collect_contacts_national", "collect_third_association"}
    assert rules_of(found, "may_be") == {"collect_privacy", "collect_personal_data"}


def test_a_contact_without_the_debt_told_lacks_facts():
    found = said("只问我在不在，没说欠款的事", "third_party", who="同事")
    assert {each.standing for each in found} == {"may_be"}


def test_a_guarantor_may_be_asked():
    assert said("让他还我的欠款", "third_party", who="担保人老王") == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("再不还就弄死你", {"public_order_threats", "collect_ban_threats"}),
        ("小心你家人", {"public_order_threats", "collect_ban_threats"}),
        ("你这个不要脸的畜生", {"public_order_insults", "collect_ban_threats"}),
        ("我是派出所的，请配合", {"public_order_posing", "collect_ban_posing"}),
        ("今天不还明天就抓你坐牢", {"collect_ban_misleading"}),
        ("孩子以后不能参军", {"collect_ban_misleading"}),
        ("你去借点网贷先还上", {"collect_ban_new_borrowing"}),
        ("另收上门费五百", {"collect_ban_new_borrowing"}),
        ("把律师函贴到你家门口", {"collect_ban_posting", "collect_privacy"}),
        ("加我个人微信谈", {"collect_ban_private_phone"}),
        ("转到我的个人账户", {"collect_personal_account"}),
        ("爆通讯录，让大家都知道", {"public_order_privacy", "collect_personal_data", "public_order_data", "collect_ban_threats"}),
        ("跟踪我到公司", {"public_order_harassment", "collect_peace"}),
        ("三个人闯进我家", {"public_order_entry", "collect_ban_entry"}),
        ("再不还就告诉你单位领导", {"collect_privacy", "collect_third_association"}),
        ("拉走了我的车", {"public_order_provocation"}),
    ],
)  # fmt: skip
def test_words_only_may_break_a_rule(words, names):
    found = said(words)
    assert names <= rules_of(found)
    assert {each.standing for each in found} == {"may_be"}


@pytest.mark.parametrize(
    "words",
    [
        "您好，您的账单已逾期，请尽快处理", "如不还款，我们将依法向法院起诉", "可以申请分期，您看每月能还多少", "不会坐牢，但会影响征信",
        "逾期记录会报送征信系统", "请通过官方 App 还款", "没有骂人，态度还好", "法院会给您寄传票",
    ],
)  # fmt: skip
def test_plain_collection_raises_nothing(words):
    assert said(words) == ()


def test_an_insult_once_is_no_harassment_and_twice_may_be():
    once = event(words="畜生")
    assert "public_order_harassment" not in rules_of(judge(case(once), LAW))
    assert "public_order_harassment" in rules_of(judge(case(once, event(time="11:00", words="王八蛋")), LAW))


def test_the_articles_of_the_event_s_own_day_are_used():
    before = said("我是公安局的", day=date(2025, 12, 31))
    assert "public_order_posing" not in rules_of(before)
    assert "public_order_posing" in rules_of(said("我是公安局的", day=date(2026, 1, 1)))


def test_a_private_lender_s_own_account_is_not_suspect():
    assert judge(case(event(words="转到我的微信"), lender="private"), LAW) == ()


@pytest.mark.parametrize("lender", ["bank", "credit_card", "consumer_finance", "microloan", "private", "other"])
def test_every_lender_has_channels_that_exist(lender):
    names = channels(lender)
    assert all(LAW.rule(name).plain for name in names)
    assert ("channel_12378" in names) == (lender in {"bank", "credit_card", "consumer_finance"})
    assert ("channel_12345" in names) == (lender == "microloan")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["call", "dialled", "message", "visit", "third_party"]),
            st.text(max_size=30),
            st.text(max_size=8),
        )
    )
)
def test_any_log_is_read(lines):
    found = judge(case(*(event(kind, words=words, time=clock) for kind, words, clock in lines)), LAW)
    assert all(LAW.rule(name) for each in found for name in each.rules)
    assert all(0 <= place < len(lines) for each in found for place in each.events)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("22:05", time(22, 5)), ("晚上10点", time(22)), ("晚上10点半", time(22, 30)), ("下午3：20", time(15, 20)), ("晚上12点", time(0)),
        ("凌晨1点", time(1)), ("中午12点", time(12)), ("9时05分", time(9, 5)), ("22:05:31", time(22, 5)), ("半夜2点", time(2)),
    ],
)  # fmt: skip
def test_times_as_people_write_them(written, read):
    assert dates.parse_time(written) == read


@pytest.mark.parametrize("written", ["", "昨晚", "25:00", "10", "10:75", "10-30"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(ValueError, match=r"不是一个时间|hour|minute"):
        dates.parse_time(written)


def test_what_was_typed_into_a_form_is_nobodys_conduct():
    """The lender's reply, copied into a form on the day of typing, is no line of a call."""
    typed = Event(name="某平台", day=date(2026, 11, 20), words="出借机构｜它的答复：不还就上门找你家人，通知你单位同事")
    said = typed.model_copy(update={"words": "不还就上门找你家人，通知你单位同事", "kind": "call"})
    law = rules.at(date(2026, 11, 24))
    assert judge(Case(events=(said,)), law)
    assert judge(Case(events=(typed,)), law) == ()
