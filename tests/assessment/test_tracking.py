"""An agreed schedule against what was paid: by hand-made cases, and by brute force over every yuan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from assessment import rules
from assessment.case import Agreement, Debt, Due, Event
from assessment.case.lists import dues_of, dues_text, proofs_of, proofs_text
from assessment.deal.agreed import counted, in_force, of_offer, of_paper
from assessment.deal.agreement import figures
from assessment.deal.flows import Flows
from assessment.deal.tracking import track
from assessment.deal.what_now import record, what_now
from assessment.law import passages
from assessment.report import calendar
from assessment.report.chinese import chinese
from tests.strategies import dues as any_dues
from tests.strategies import proofs as any_proofs

SIGNED = date(2026, 8, 20)
DEBT = Debt(name="京东金条", lender="microloan", principal=Decimal(2400), days_overdue=60, due_day=8)
LAW = rules.at(date(2026, 11, 24))


def due(day, yuan):
    return Due(day=day, amount=Decimal(yuan))


THREE = (due(date(2026, 9, 8), 800), due(date(2026, 10, 8), 800), due(date(2026, 11, 8), 800))


def agreement(dues=THREE, **more):
    return Agreement(name="京东金条", day=SIGNED, dues=dues, **more)


def paid(day, yuan, name="京东金条", kind="payment"):
    return Event(name=name, day=day, kind=kind, amount=Decimal(yuan))


def standing(events, as_of, **more):
    return [row.standing for row in track(agreement(**more), events, as_of).rows]


def test_paid_on_the_day_late_in_grace_and_missed():
    first, second = paid(date(2026, 9, 8), 800), paid(date(2026, 10, 10), 800)
    assert standing([first], date(2026, 10, 8)) == ["paid", "to_come", "to_come"]
    assert standing([first], date(2026, 10, 9)) == ["paid", "missed", "to_come"]
    assert standing([first], date(2026, 10, 11), grace_days=3) == ["paid", "grace", "to_come"]
    assert standing([first], date(2026, 10, 12), grace_days=3) == ["paid", "missed", "to_come"]
    assert standing([first, second], date(2026, 10, 12)) == ["paid", "paid_late", "to_come"]
    assert standing([first, second], date(2026, 10, 12), grace_days=2) == ["paid", "paid", "to_come"]


def test_a_payment_goes_to_the_oldest_that_is_open():
    found = track(agreement(), [paid(date(2026, 9, 8), 500), paid(date(2026, 10, 8), 800)], date(2026, 10, 9))
    assert [row.covered for row in found.rows] == [80_000, 50_000, 0]
    assert [row.standing for row in found.rows] == ["paid_late", "missed", "to_come"]
    assert found.rows[0].paid_on == date(2026, 10, 8)
    assert (found.paid, found.left) == (130_000, 110_000)


def test_what_was_paid_before_the_agreement_or_to_another_does_not_count():
    before, other = paid(SIGNED - timedelta(days=1), 800), paid(date(2026, 9, 1), 800, name="花呗")
    tomorrow = paid(date(2026, 9, 9), 800)
    found = track(agreement(), [before, other, tomorrow], date(2026, 9, 8))
    assert found.paid == 0
    assert found.receipts == ()


def test_a_payment_without_a_day_or_a_name_is_left_out_and_said():
    nameless = Event(name="", day=date(2026, 9, 8), kind="payment", amount=Decimal(800))
    found = track(agreement(), [paid(None, 800), nameless], date(2026, 9, 9))
    assert found.left_out == (0, 1)
    assert found.paid == 0


def test_under_an_agreement_without_a_day_no_payment_counts_and_that_is_said():
    found = track(agreement().model_copy(update={"day": None}), [paid(date(2026, 1, 8), 2400)], date(2026, 12, 1))
    assert (found.paid, found.finished, found.left_out) == (0, None, (0,))


def test_a_deduction_counts_and_what_is_paid_beyond_is_told():
    found = track(agreement(), [paid(date(2026, 9, 8), 2500, kind="deduction")], date(2026, 9, 9))
    assert found.finished == date(2026, 9, 8)
    assert (found.left, found.beyond) == (0, 10_000)


schedule = st.lists(st.tuples(st.dates(SIGNED, date(2027, 3, 1)), st.integers(1, 5)), min_size=1, max_size=6)
payments = st.lists(st.tuples(st.dates(date(2026, 8, 1), date(2027, 4, 1)), st.integers(1, 6)), max_size=8)


@given(schedule, payments, st.dates(SIGNED, date(2027, 4, 1)), st.integers(0, 10))
def test_it_agrees_with_paying_yuan_by_yuan(planned, made, as_of, grace):
    """Every yuan laid on the oldest payment that still lacks one, one after the other."""
    agreed = agreement(tuple(due(day, yuan) for day, yuan in planned), grace_days=grace)
    found = track(agreed, [paid(day, yuan) for day, yuan in made], as_of)
    lacks = [int(each.amount) for each in agreed.dues]
    whole_on = [None] * len(lacks)
    for day, yuan in sorted(made, key=lambda each: each[0]):
        if not SIGNED <= day <= as_of:
            continue
        for _yuan in range(yuan):
            at = next((place for place, lack in enumerate(lacks) if lack), None)
            if at is not None:
                lacks[at] -= 1
                whole_on[at] = day if not lacks[at] else None
    assert [row.short for row in found.rows] == [lack * 100 for lack in lacks]
    assert [row.paid_on for row in found.rows] == whole_on
    for row, each in zip(found.rows, agreed.dues, strict=True):
        last = each.day + timedelta(days=grace)
        if row.paid_on:
            assert row.standing == ("paid" if row.paid_on <= last else "paid_late")
        else:
            assert row.standing == ("missed" if as_of > last else "grace" if as_of > each.day else "to_come")
    assert found.paid + found.left - found.beyond == found.total


@given(any_dues, any_proofs)
def test_lists_written_and_read_are_the_same(dues, proofs):
    assert dues_of(dues_text(dues)) == dues
    assert proofs_of(proofs_text(proofs)) == proofs


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-12-08 820", [(date(2026, 12, 8), "820")]),
        ("1  2026年12月8日  820元\n2  2027年1月8日  1,820.50元", [(date(2026, 12, 8), "820"), (date(2027, 1, 8), "1820.50")]),
        ("第1期 2026/12/08，820；第2期 2027/1/8，820", [(date(2026, 12, 8), "820"), (date(2027, 1, 8), "820")]),
        ("20261208 1.2万", [(date(2026, 12, 8), "12000")]),
    ],
)  # fmt: skip
def test_a_schedule_as_people_write_it(text, read):
    assert [(each.day, each.amount) for each in dues_of(text)] == [(day, Decimal(yuan)) for day, yuan in read]


@pytest.mark.parametrize("text", ["820", "12月8日 820", "2026-12-08", "2026-13-08 820", "2026-12-08 0", "2026-12-08 -5", "2026-12-08 820 或 900"])  # fmt: skip
def test_what_is_no_day_and_amount_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        dues_of(text)


def test_from_an_offer_every_payment_with_its_day():
    flows = Flows(
        50_000,
        date(2026, 8, 21),
        (30_000, 0, 30_001),
        (date(2026, 9, 8), date(2026, 10, 8), date(2026, 11, 8)),
        200_000,
    )
    made = of_offer(flows)
    assert [(each.day, each.amount) for each in made] == [
        (date(2026, 8, 21), Decimal(500)), (date(2026, 9, 8), Decimal(300)), (date(2026, 11, 8), Decimal("300.01")),
    ]  # fmt: skip
    assert sum(each.amount for each in made) * 100 == flows.total


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("乙方分3期偿还，每期800元，首期2026年9月8日，每月8日还款。", [(date(2026, 9, 8), 800), (date(2026, 10, 8), 800), (date(2026, 11, 8), 800)]),
        ("乙方应于2026年9月30日前一次性偿还人民币6000元结清。", [(date(2026, 9, 30), 6000)]),
        ("乙方分3期偿还，每期800元。", []),
    ],
)  # fmt: skip
def test_from_an_agreements_text_only_where_it_names_the_days(text, made):
    found = of_paper(figures(passages.plain(text)[0]), SIGNED)
    assert [(each.day, int(each.amount)) for each in found] == made


def test_a_month_end_stays_a_month_end():
    assert [each.day for each in counted(date(2026, 12, 31), 3, 10_000)] == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28),
    ]  # fmt: skip


def test_the_last_agreement_is_the_one_in_force():
    new = agreement().model_copy(update={"day": date(2026, 10, 1)})
    empty = Agreement(name="京东金条", day=date(2026, 11, 1))
    assert in_force((new, agreement(), empty), "京东金条") == (0, new)
    assert in_force((empty,), "京东金条") is None


def titles(found):
    return [chinese(step.title) for step in found]


def test_nothing_is_asked_while_all_is_kept():
    found = track(agreement(), [paid(date(2026, 9, 8), 800)], date(2026, 10, 8))
    assert what_now(found, DEBT, 100_000, LAW) == ()


@pytest.mark.parametrize(
    ("if_late", "said"),
    [
        ("unknown", "没写清"), ("pay_on", "补上就行"), ("charge", "恢复计息"), ("all_due", "全部到期"), ("cancelled", "减免作废"),
    ],
)  # fmt: skip
def test_a_missed_month_turns_to_what_now_with_the_clause_and_its_day(if_late, said):
    agreed = agreement(grace_days=3, if_late=if_late, clause="逾期三日以上的，本协议终止")
    found = track(agreed, [paid(date(2026, 9, 8), 800)], date(2026, 10, 14))
    steps = what_now(found, DEBT, 100_000, LAW)
    assert titles(steps)[0] == "第 2 期过了期：今天先打电话，说清哪天付"
    assert steps[0].day == date(2026, 10, 14)
    assert steps[1].day == date(2026, 10, 14)
    assert (said if if_late != "unknown" else "照协议原话") in chinese(steps[1].why)
    assert "2026年10月11日" in chinese(steps[1].why)
    assert "逾期三日以上的，本协议终止" in chinese(steps[1].how[0])
    everything = " ".join(chinese(line) for step in steps for line in step.how)
    assert "不为了这一期再去借钱" in everything


def test_in_grace_the_day_to_act_is_the_last_of_it():
    found = track(agreement(grace_days=5), [paid(date(2026, 9, 8), 800)], date(2026, 10, 10))
    steps = what_now(found, DEBT, 100_000, LAW)
    assert steps[0].day == date(2026, 10, 13)
    assert "还在宽限里" in titles(steps)[0]


@pytest.mark.parametrize(("suggested", "count", "asked"), [(100_000, 1, False), (50_000, 1, True), (100_000, 2, True)])
def test_a_new_deal_is_proposed_where_it_cannot_last(suggested, count, asked):
    as_of = date(2026, 10, 14) if count == 1 else date(2026, 11, 14)
    found = track(agreement(), [paid(date(2026, 9, 8), 800)], as_of)
    assert len(found.missed) == count
    assert ("提出把约定改成还得起的数" in titles(what_now(found, DEBT, suggested, LAW))) is asked


ALL_PAID = [paid(date(2026, 9, 8), 800), paid(date(2026, 10, 8), 800), paid(date(2026, 11, 8), 800)]


def test_when_all_is_paid_the_receipt_the_report_and_how_long_to_keep():
    found = track(agreement(), ALL_PAID, date(2026, 11, 24))
    steps = what_now(found, DEBT, 100_000, LAW)
    assert [step.day for step in steps] == [date(2026, 11, 15), date(2027, 1, 8), date(2031, 11, 8)]
    assert "结清证明" in titles(steps)[0]
    done = agreement(receipt=date(2026, 11, 20), checked=date(2027, 1, 9))
    assert len(what_now(track(done, ALL_PAID, date(2027, 1, 10)), DEBT, 100_000, LAW)) == 1


def test_between_people_no_credit_report_is_spoken_of():
    private = DEBT.model_copy(update={"lender": "private"})
    found = track(agreement(), ALL_PAID, date(2026, 11, 24))
    assert not any("信用报告" in title for title in titles(what_now(found, private, 100_000, LAW)))


def test_the_record_follows_what_was_agreed_on_reporting():
    found = track(agreement(reporting="until_cleared"), [], date(2026, 8, 21))
    path = record(found, DEBT, LAW).re_aged
    assert path.codes[0] != "N"
    assert path.codes[-1] == "C"
    assert path.lapses == date(2031, 11, 8)
    current = track(agreement(reporting="current"), [], date(2026, 8, 21))
    assert record(current, DEBT, LAW).until_cleared.codes[0] == "N"
    unknown = record(track(agreement(), [], date(2026, 8, 21)), DEBT, LAW)
    assert unknown.re_aged.codes[1] == "N"
    assert unknown.until_cleared.codes[1] != "N"


def test_the_reminders_hold_what_is_still_open_and_name_nobody():
    found = track(agreement(), [paid(date(2026, 9, 8), 1000)], date(2026, 9, 20))
    book = Calendar.from_ical(calendar.agreed(found, 0, chinese))
    held = [(each["dtstart"].dt, str(each["summary"])) for each in book.walk("VEVENT")]
    assert held == [(date(2026, 10, 8), "付款 ¥600.00"), (date(2026, 11, 8), "付款 ¥800.00")]
    assert "京东金条" not in calendar.agreed(found, 0, chinese).decode()
    assert "京东金条" in calendar.agreed(found, 0, chinese, "京东金条").decode()
