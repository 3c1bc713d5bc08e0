"""The log by one key, an agreement kept month by month, and the evidence file, as a person goes through them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from icalendar import Calendar

from assessment.case import Agreement, Case, Debt, Due, Event, Income
from assessment.evidence import verify
from tests.pages.test_both_languages import in_english, in_plain_letters, left_chinese
from ui import clock
from ui.text import day_text, speak

TAPE = b"a recording"


@pytest.fixture
def owing(pages):
    """A household with two debts and an income."""
    today = clock.today()
    pages.session.replace(
        Case(
            incomes=(Income(name="工资", amount=Decimal(6000)),),
            debts=(
                Debt(name="京东金条", lender="microloan", principal=Decimal(8000), days_overdue=40, due_day=8),
                Debt(name="花呗", lender="consumer_finance", principal=Decimal(3000)),
            ),
            events=(Event(name="京东金条", day=today, time="09:00", kind="offered", words="12期，每期700"),),
        )
    )
    return pages


def note(pages, **typed):
    here = pages.session
    for name, text in typed.items():
        key = here.key("note", name, here.noting.turn)
        box = pages.app.text_area(key=key) if name == "words" else pages.app.text_input(key=key)
        box.set_value(text)


def attach(pages, name, data):
    pages.app.file_uploader[0].upload(name, data, "application/octet-stream").run()
    pages.clean()


def press_note(pages, kind):
    return pages.press(pages.session.key("note", kind, pages.session.noting.turn))


def test_one_key_writes_the_line_with_its_day_and_time(owing):
    owing.go("records")
    note(owing, who="自称客服", number="95118", staff="1024", words="不还就打给你家人", promise="三天内发方案")
    attach(owing, "通话.m4a", TAPE)
    press_note(owing, "call")
    event = owing.session.case.events[-1]
    assert (event.name, event.day, event.kind) == ("京东金条", owing.session.as_of, "call")
    assert (event.who, event.number, event.staff) == ("自称客服", "95118", "1024")
    assert (event.words, event.promise) == ("不还就打给你家人", "三天内发方案")
    assert len(event.time) == 5
    assert [(each.name, each.size, each.sha256) for each in event.proofs] == [
        ("通话.m4a", len(TAPE), sha256(TAPE).hexdigest())
    ]


def test_who_calls_stays_for_the_next_call_and_the_words_do_not(owing):
    owing.go("records")
    note(owing, who="自称客服", words="第一通")
    press_note(owing, "call")
    owing.go("home")
    owing.go("records")
    assert owing.session.noting.who == "自称客服"
    press_note(owing, "dialled")
    assert [(each.kind, each.who, each.words) for each in owing.session.case.events[1:]] == [
        ("call", "自称客服", "第一通"), ("dialled", "自称客服", ""),
    ]  # fmt: skip


def test_a_payment_without_an_amount_is_not_logged_and_nothing_typed_is_lost(owing):
    owing.go("records")
    note(owing, words="付了一期", amount="很多")
    press_note(owing, "payment")
    assert len(owing.session.case.events) == 1
    assert "没有记" in owing.words()
    here = owing.session
    assert owing.app.text_area(key=here.key("note", "words", here.noting.turn)).value == "付了一期"
    note(owing, amount="1.2万")
    press_note(owing, "payment")
    assert owing.session.case.events[-1].amount == 12_000


def test_nothing_of_a_file_is_kept_but_its_name_size_and_fingerprint(owing):
    owing.go("records")
    attach(owing, "截图.png", TAPE)
    press_note(owing, "message")
    assert TAPE.decode() not in owing.session.content().model_dump_json()
    assert owing.session.noting.proofs == ()


def test_the_same_file_twice_counts_once_and_can_be_taken_away(owing):
    owing.go("records")
    attach(owing, "a.png", TAPE)
    attach(owing, "b.png", TAPE)
    assert [each.name for each in owing.session.noting.proofs] == ["a.png"]
    owing.press(owing.session.key("proofs", "note", "remove", 0, sha256(TAPE).hexdigest()))
    assert owing.session.noting.proofs == ()


def test_a_file_too_large_for_the_browser_comes_as_a_line(owing):
    owing.go("records")
    here = owing.session
    key = here.key("proofs", "note", "lines", here.noting.sheet)
    owing.app.text_area(key=key).set_value("随便写的").run()
    assert "不是那个命令打印的" in owing.words()
    owing.app.text_area(key=key).set_value(f"大文件.mp4｜900000000 B｜{'ab' * 32}").run()
    owing.press(f"{key}.add")
    assert [(each.name, each.size) for each in owing.session.noting.proofs] == [("大文件.mp4", 900_000_000)]


def test_whether_recording_is_sound_is_said_with_its_rule(owing):
    owing.go("records")
    assert "第一百零六条" in owing.words()
    assert "原始" in owing.everything() or "最初存它的手机" in owing.everything()


def test_the_call_page_logs_into_the_same_log(owing):
    owing.go("call")
    note(owing, staff="3021", words="只能 12 期")
    press_note(owing, "call")
    assert (owing.session.case.events[-1].staff, owing.session.case.events[-1].words) == ("3021", "只能 12 期")


def kept_since(pages, days, **more):
    """The first debt's agreement of three payments, the first of which fell due so many days ago."""
    here = pages.session
    first = here.as_of - timedelta(days=days)
    dues = tuple(Due(day=first + timedelta(days=30 * number), amount=Decimal(800)) for number in range(3))
    agreed = Agreement(name="京东金条", day=first - timedelta(days=5), dues=dues, written=True, **more)
    here.replace(here.case.model_copy(update={"agreements": (agreed,)}))


def test_an_offer_of_the_phone_becomes_the_schedule(owing):
    owing.go("kept")
    assert "还没有开始跟踪" in owing.words()
    owing.press(owing.session.key("start", "begin", 0))
    (agreed,) = owing.session.case.agreements
    assert agreed.name == "京东金条"
    assert len(agreed.dues) == 12
    assert {due.amount for due in agreed.dues} == {Decimal(700)}
    assert {due.day.day for due in agreed.dues} == {8}


def test_a_schedule_counted_by_hand(owing):
    owing.go("kept")
    here = owing.session
    owing.app.radio(key=here.key("start", "way", 0)).set_value("hand").run()
    key = here.key("start", 0)
    owing.app.number_input(key=f"{key}.count").set_value(2)
    owing.app.date_input(key=f"{key}.first").set_value(date(2027, 1, 31))
    owing.app.text_input(key=f"{key}.amount").set_value("820.5").run()
    owing.press(here.key("start", "begin", 0))
    assert [(due.day, due.amount) for due in owing.session.case.agreements[0].dues] == [
        (date(2027, 1, 31), Decimal("820.5")), (date(2027, 2, 28), Decimal("820.5")),
    ]  # fmt: skip


def test_while_all_is_kept_nothing_is_asked(owing):
    kept_since(owing, -3)
    owing.go("kept")
    assert "现在怎么办" not in owing.words()
    assert "¥2,400.00" in owing.words()


def test_a_missed_month_says_what_to_do_and_a_payment_ends_it(owing):
    kept_since(owing, 2, clause="逾期即终止", if_late="cancelled")
    owing.go("kept")
    said = owing.words()
    assert "现在怎么办" in said
    assert "第 1 期过了期：今天先打电话" in said
    assert "逾期即终止" in said
    assert "减免作废" in said
    attach(owing, "回执.png", TAPE)
    owing.press(owing.session.key("kept", "pay", 0))
    event = owing.session.case.events[-1]
    assert (event.kind, event.amount, event.name) == ("payment", Decimal(800), "京东金条")
    assert event.proofs[0].sha256 == sha256(TAPE).hexdigest()
    assert "现在怎么办" not in owing.words()


def test_when_all_is_paid_the_receipt_and_the_objection(owing):
    kept_since(owing, 70)
    here = owing.session
    paid = Event(name="京东金条", day=here.as_of, kind="payment", amount=Decimal(2400))
    here.replace(here.case.model_copy(update={"events": (*here.case.events, paid)}))
    owing.go("kept")
    assert "结清证明" in owing.words()
    owing.unfold()
    key = here.key("letter_form", "信用报告有误", 0, 0)
    assert owing.app.text_input(key=f"{key}.机构").value == "京东金条"
    owing.app.text_input(key=f"{key}.报告写的").set_value("逾期 3")
    owing.press(f"{key}.write")
    assert "报告写的：逾期 3｜应当是：账户状态“结清”，余额 0" in here.case.events[-1].words
    assert f"到 {day_text(here.as_of)}，已经全部付清" in owing.everything().replace("\\", "")
    owing.go("complaint")
    assert "征信异议" in next(each.options for each in owing.app.selectbox if each.label == "看哪一份")


def test_the_terms_can_be_changed_and_what_is_refused_stays(owing):
    kept_since(owing, -3)
    owing.go("kept")
    owing.unfold()
    key = owing.session.key("agreements", 0, "dues")
    owing.app.text_area(key=key).set_value("2027-01-08 900\n2027-02-08 900").run()
    assert [due.amount for due in owing.session.case.agreements[0].dues] == [900, 900]
    owing.app.text_area(key=key).set_value("下个月 900").run()
    assert [due.amount for due in owing.session.case.agreements[0].dues] == [900, 900]
    owing.go("home")
    owing.go("kept")
    owing.unfold()
    assert owing.app.text_area(key=owing.session.key("agreements", 0, "dues")).value == "下个月 900"


def test_the_evidence_file_is_sound_and_of_one_lender(owing):
    here = owing.session
    other = Event(name="花呗", day=here.as_of, kind="message", words="另一家")
    here.replace(here.case.model_copy(update={"events": (*here.case.events, other)}))
    owing.go("evidence")
    fingerprint = owing.app.code[0].value
    data = packed_on(owing)
    assert sha256(data).hexdigest() == fingerprint
    assert verify(data).intact
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        log = json.loads(archive.read("往来记录.json"))
    assert [each["entry"]["words"] for each in log] == ["12期，每期700"]


def packed_on(pages):
    from assessment.evidence import contents
    from ui.text import plain, sentences

    here = pages.session
    return contents(here.case, here.assessment, plain, sentences, "京东金条").data


def test_without_a_log_there_is_nothing_to_pack(pages):
    pages.go("evidence")
    assert "还没有往来记录" in pages.words()


def test_the_calendar_is_offered_only_while_something_is_open(owing):
    kept_since(owing, -3)
    owing.go("kept")
    assert any("日历" in each.proto.label for each in owing.app.get("download_button"))
    from assessment.deal.tracking import track
    from assessment.report import calendar
    from assessment.report.chinese import chinese

    here = owing.session
    book = Calendar.from_ical(calendar.agreed(track(here.case.agreements[0], here.case.events, here.as_of), 0, chinese))
    assert len(book.walk("VEVENT")) == 3


def test_a_new_agreement_takes_the_place_of_the_old_and_the_old_stays(owing):
    kept_since(owing, 2)
    owing.go("kept")
    owing.unfold()
    owing.press(owing.session.key("start", "begin", 0))
    old, new = owing.session.case.agreements
    assert len(old.dues) == 3
    assert len(new.dues) == 12
    assert "¥8,400.00" in owing.words()


def test_a_late_payment_stands_first_among_the_next_steps(owing):
    owing.go("actions")
    assert "的约定，第" not in owing.words()
    kept_since(owing, 2)
    owing.go("actions")
    assert "“京东金条”的约定，第 1 期晚了，还差 ¥800\\.00" in owing.words()


@pytest.mark.parametrize(("days", "paid"), [(-3, 0), (2, 0), (70, 2400)], ids=["kept", "missed", "paid"])
def test_keeping_and_packing_hold_no_chinese_in_english(owing, days, paid):
    kept_since(owing, days, if_late="all_due", grace_days=1, clause="a clause")
    here = owing.session
    payment = Event(name="京东金条", day=here.as_of, kind="payment", amount=Decimal(paid), words="paid")
    call = Event(
        name="京东金条", day=here.as_of, time="20:15", kind="call", who="a man", words="words", promise="an offer"
    )
    case = here.case.model_copy(update={"events": (call, payment)})
    in_english(owing, in_plain_letters(case).model_copy(update={"agreements": in_letters(case)}))
    try:
        for name in ("records", "kept", "evidence", "actions", "call"):
            owing.go(name)
            owing.unfold()
            assert left_chinese(owing.everything()) == [], name
    finally:
        speak("zh")


def in_letters(case):
    return tuple(each.model_copy(update={"name": "name x"}) for each in case.agreements)


def test_one_form_written_leaves_what_is_half_typed_in_another(owing):
    owing.go("complaint")
    owing.unfold()
    here = owing.session
    wrong, sold = (here.key("letter_form", mark, 0, 0) for mark in ("信用报告有误", "借款时被搭售"))
    owing.app.text_input(key=f"{wrong}.报告写的").set_value("逾期 3")
    owing.app.text_input(key=f"{sold}.商品或服务").set_value("会员卡")
    owing.press(f"{sold}.write")
    assert "商品或服务：会员卡" in here.case.events[-1].words
    owing.unfold()
    assert owing.app.text_input(key=f"{wrong}.报告写的").value == "逾期 3"
