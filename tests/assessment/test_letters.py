"""Letters hold only what was logged: offered only where facts carry them, each with the right article, amount and day."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from unicodedata import normalize
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import dates, rules
from assessment.case import Agreement, Case, Debt, Due, Event, Proof, Rate
from assessment.report import chinese, english, word
from assessment.report.letters import LOGGED_AS, drafts
from assessment.report.letters.forms import INSTITUTION, SOLD_ALONG, WRONG_RECORD
from assessment.report.paper import BLANK, Table
from tests.papers import words
from tests.samples import CASES, STORY_DAY

TODAY = date(2026, 11, 24)
LAW = rules.at(TODAY)
DAY = date(2026, 11, 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def debt(lender="credit_card", name="某行信用卡", **more):
    return Debt(name=name, lender=lender, principal=Decimal(20000), days_overdue=200, **more)


def dear(lender="credit_card"):
    """A card whose charges of 7,000 for the 200 days overdue stand above 24 % a year of 20,000: 2,630.14."""
    return debt(
        lender, contract_date=date(2024, 1, 5), interest=Decimal(3000), penalty=Decimal(4000),
        rate=Rate(value=Decimal("0.0005"), per="day"),
    )  # fmt: skip


def event(kind="call", words="", day=DAY, time="10:00", name="某行信用卡", **more):
    return Event(name=name, day=day, time=time, kind=kind, words=words, **more)


def held(name):
    return Proof(name=name, size=1, sha256="0" * 64)


def made(*events, owed=None, others=(), place=0, day=TODAY):
    case = Case(debts=(owed or debt(), *others), events=events)
    return {each.name: each for each in drafts(case, place, day, rules.at(day))}


def said(draft):
    return words(draft.paper)


def told(texts):
    return "".join(map(chinese.chinese, texts))


THREAT = event(
    "call", "再不还就弄死你", time="22:30", who="4001", proofs=(held("录音 1101.m4a"),), note="私下：别提我姐"
)


def test_without_facts_only_the_request_for_details_is_offered_and_the_others_say_what_they_wait_for():
    found = made()
    assert {name for name, each in found.items() if each.paper} == {"details"}
    assert all(
        "还缺" in told(each.wants) or "没有收到" in told(each.wants) for each in found.values() if not each.paper
    )


def test_a_letter_tells_day_time_who_words_and_evidence_as_logged():
    text = said(made(THREAT)["lender"])
    for piece in ("事实 1：2026年11月1日 22:30，对方来电，接通", "4001", "再不还就弄死你", "录音 1101.m4a"):
        assert piece in text
    assert "在晚上 22:00 到早上 8:00 之间联系了 1 次（事实 1）" in text
    assert "说的话可能威胁到人身安全（事实 1）" in text


def test_facts_are_numbered_by_time_and_points_name_their_facts():
    later = event("third_party", "跟我妈说我欠钱", day=date(2026, 11, 3), who="我妈")
    text = said(made(later, THREAT)["lender"])
    assert text.index("事实 1：2026年11月1日") < text.index("事实 2：2026年11月3日")
    assert "向本人以外的人说了欠款的事（事实 2）" in text
    assert "请只联系我本人" in text
    assert "请只在早上 8:00 到晚上 22:00 之间联系我" in text


def test_many_facts_in_a_row_are_named_as_a_run():
    calls = [event(time=f"{hour}:00") for hour in (9, 11, 13, 15)]
    assert "接通的催收电话有 4 次，多于 3 次（事实 1–4）" in said(made(*calls, owed=debt("bank"))["lender"])


def test_nothing_asked_of_hours_or_others_where_no_fact_is_of_them():
    text = said(made(event("message", "小心你全家"))["lender"])
    assert "之间联系我" not in text
    assert "请只联系我本人" not in text


def test_what_was_not_written_down_is_left_blank_and_named():
    draft = made(event("call", "小心你全家", day=None, time=""))["lender"]
    assert "日期没有记下" in said(draft)
    assert "证据：＿＿＿＿＿＿" in said(draft)
    lacking = told(draft.lacks)
    for piece in ("事实 1 没有日期", "没有写对方是谁", "没有附证据"):
        assert piece in lacking


def test_other_lenders_are_left_out_of_quotes_and_their_lines_out_of_facts():
    mine = event(
        "call",
        "小心你全家，你还欠京东金条",
        who="京东金条外包",
        proofs=(held("京东金条那次.m4a"),),
        promise="京东金条也一起分期",
    )
    theirs = event("call", "弄死你", name="京东金条")
    found = made(mine, theirs, others=(debt("microloan", "京东金条"),))
    for each in found.values():
        if each.paper:
            assert "京东金条" not in said(each)
    assert "你还欠〔另一家〕" in said(found["lender"])
    assert "弄死你" not in said(found["lender"])


def test_a_product_of_another_lender_is_left_out_too():
    found = made(event("call", "小心你全家，花呗那边你也欠着"), others=(debt("microloan", "蚂蚁", product="花呗"),))
    assert "〔另一家〕那边你也欠着" in said(found["lender"])


def test_number_staff_and_promise_are_told_and_a_private_note_is_not():
    mine = event("call", "小心你全家", number="0755-1", staff="8812", promise="停收罚息", note="私下：别提我姐")
    text = said(made(mine)["lender"])
    assert all(piece in text for piece in ("号码：0755-1", "工号：8812", "停收罚息"))
    assert "别提我姐" not in text
    assert "没有写对方是谁" not in told(made(mine)["lender"].lacks)


def test_what_was_sent_off_is_known_as_well_as_what_was_handed_in():
    assert made(THREAT, event("sent", "向出借方投诉"))["lender"].sent == DAY


def test_a_line_that_names_no_debt_is_not_used_and_that_is_said():
    found = made(THREAT, event("call", "砍死你", name=""), event("call", "打死你", name="不认识的"))
    assert "砍死" not in said(found["lender"])
    assert "打死" not in said(found["lender"])
    assert "有 2 条往来记录没有写清是哪笔债" in told(found["lender"].lacks)


def test_a_line_dated_after_today_is_no_fact():
    assert made(event("call", "弄死你", day=date(2026, 11, 25)))["lender"].paper is None


def test_the_excess_is_an_estimate_with_its_line_and_rule():
    text = said(made(owed=dear())["lender"])
    allowed = (Decimal(20000) * Decimal("0.24") * 200 / 365).quantize(Decimal("0.01"))
    assert f"按年化 24% 算，估计多出 ¥{Decimal(7000) - allowed:,}" in text
    assert "这是按我自己的记录估算的" in text
    assert "法发〔2017〕22号第二条" in text


def test_a_disputed_line_shows_both_ends():
    owed = dear("microloan").model_copy(update={"contract_date": date(2024, 8, 1)})
    text = said(made(owed=owed)["lender"])
    low, high = (
        (Decimal(7000) - Decimal(20000) * rate * 200 / 365).quantize(Decimal("0.01"))
        for rate in (Decimal("0.24"), Decimal("0.134"))
    )
    assert f"按年化 13.4% 算，估计多出 ¥{high:,}，按年化 24% 算，估计多出 ¥{low:,}，各地法院的看法不一样" in text


@pytest.mark.parametrize(
    ("day", "article"), [(date(2025, 12, 31), "第四十二条第一项"), (date(2026, 1, 1), "第五十条第一款第一项")]
)
def test_an_act_is_held_against_the_law_of_its_day(day, article):
    assert article in said(made(event("call", "弄死你", day=day))["lender"])


def test_the_police_get_only_what_public_order_may_concern():
    assert made(event(time="23:00"))["police"].paper is None
    draft = made(THREAT, event(time="23:30", words="快还钱"))["police"]
    assert "弄死你" in said(draft)
    assert "快还钱" not in said(draft)
    assert "银行业协会" not in said(draft)
    assert "由公安机关认定" in said(draft)


@pytest.mark.parametrize(
    ("act", "last"),
    [(date(2026, 6, 1), date(2026, 12, 1)), (date(2026, 8, 31), date(2027, 2, 28)), (date(2026, 5, 24), date(2026, 11, 24))],
)  # fmt: skip
def test_a_report_must_come_within_six_months_of_the_act(act, last):
    assert made(event("call", "弄死你", day=act))["police"].dues[0].day == last


def test_acts_older_than_six_months_are_no_report():
    draft = made(event("call", "弄死你", day=date(2026, 5, 23)))["police"]
    assert draft.paper is None
    assert "6 个月" in told(draft.wants)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 11, 10), date(2026, 11, 25)),
        (date(2026, 11, 24), date(2026, 12, 9)),
        (date(2026, 11, 13), date(2026, 11, 28)),
    ],
)
@pytest.mark.parametrize(("kind", "name"), [("sued", "answer"), ("payment_order", "order_objection")])
def test_fifteen_days_for_the_court_without_the_day_of_receipt_and_not_moved_for_a_saturday(kind, name, received, last):
    draft = made(event(kind, day=received))[name]
    assert draft.dues[0].day == last
    assert draft.paper is not None
    what = told([draft.dues[0].what])
    assert ("因调休要上班的周末不顺延" in what) == (last.weekday() > 4)
    assert "顺延到休假后的第一天" in what


def test_a_term_is_counted_over_month_ends_and_leap_days():
    assert dates.term_ends(date(2028, 2, 20), 15) == date(2028, 3, 6)
    assert dates.term_ends(date(2026, 9, 16), 15) == date(2026, 10, 1)
    assert dates.term_ends(date(2026, 12, 20), 15) == date(2027, 1, 4)


def test_a_term_that_is_over_is_said_to_be_over():
    draft = made(event("sued", day=date(2026, 11, 1)))["answer"]
    assert draft.dues[0].day == date(2026, 11, 16)
    assert "已经过了" in told([draft.dues[0].what])


def test_a_court_paper_without_its_day_asks_for_it():
    draft = made(owed=debt(court="sued"))["answer"]
    assert draft.dues[0].day is None
    assert "没有记下哪天收到的" in told(draft.lacks)


def test_the_answer_lists_only_logged_payments():
    paid = event("payment", amount=Decimal(500), time="", day=date(2026, 10, 1))
    empty = event("payment", time="", day=date(2026, 9, 1))
    text = said(made(event("sued"), paid, empty)["answer"])
    assert "2026年10月1日，我还了钱" in text
    assert "¥500.00" in text
    assert "9月1日" not in text


def test_limitation_is_pleaded_only_where_it_may_have_run_out_before_the_paper_came():
    old = Debt(name="某行信用卡", lender="credit_card", principal=Decimal(900), days_overdue=1500)
    assert "我提出时效抗辩" in said(made(event("sued"), owed=old)["answer"])
    reminded = event("message", "请还款", day=date(2025, 5, 1))
    assert "时效抗辩" not in said(made(event("sued"), reminded, owed=old)["answer"])
    assert "时效抗辩" not in said(made(event("sued"))["answer"])


def test_a_debt_that_may_be_barred_is_asked_nothing_but_to_stop():
    old = dear().model_copy(update={"days_overdue": 1500})
    found = made(THREAT, owed=old)
    assert found["details"].paper is None
    assert "诉讼时效" in told(found["details"].wants)
    assert "收费" not in said(found["lender"])
    assert "弄死你" in said(found["lender"])


def test_every_letter_to_a_lender_reserves_everything():
    found = made(THREAT, event("third_party", "跟我妈说我欠钱"))
    for name in ("details", "lender", "personal_data"):
        assert "不是确认欠款的数额，不是同意还款，也不是放弃任何抗辩" in said(found[name])


COMPLAINED = event("complained", "向出借方投诉，工单号 88", day=date(2026, 11, 3), time="")


def test_above_the_lender_only_after_the_lender():
    assert made(THREAT)["regulator"].paper is None
    draft = made(THREAT, COMPLAINED)["regulator"]
    assert "我先向这家机构投诉过（事实 2）" in said(draft)
    assert "工单号 88" in said(draft)
    assert draft.dues[0].day == date(2026, 11, 18)
    assert "2026年12月3日" in told([draft.dues[0].what])


@pytest.mark.parametrize(
    ("lender", "whom", "term"),
    [("bank", "12378", True), ("credit_card", "12378", True), ("consumer_finance", "12378", False), ("microloan", "12345", False)],
)  # fmt: skip
def test_each_lender_has_its_own_watcher_and_no_term_where_none_is_known(lender, whom, term):
    draft = made(THREAT, COMPLAINED, owed=debt(lender))["regulator"]
    assert whom in said(draft)
    assert (draft.dues[0].day is not None) is term


def test_a_private_lender_is_not_complained_of_to_a_regulator():
    found = made(event("call", "弄死你"), COMPLAINED, owed=debt("private"))
    assert {name for name, each in found.items() if each.paper} == {"details", "police"}


def test_without_the_class_of_the_lender_nobody_is_named():
    assert "哪一类机构" in told(made(THREAT, COMPLAINED, owed=debt("other"))["regulator"].wants)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *((text, name) for name, text in LOGGED_AS.items()),
        ("打 12378 投诉了", "regulator"), ("12345 转金融局，单号 1", "regulator"), ("在 12363 投诉", "credit_complaint"),
        ("向征信中心提异议", "credit_objection"), ("报警了，有回执", "police"), ("打客服投诉，工单 123450", "lender"), ("投诉会员费，12315", "sold_along"),
        ("寄出答辩状", "answer"), ("要借款合同", "details"), ("要求删除我的个人信息", "personal_data"),
    ],
)  # fmt: skip
def test_a_line_written_by_hand_counts_as_the_paper_it_names(written, name):
    found = made(event("complained", written, time=""))
    assert {each.name for each in found.values() if each.sent} == {name}


def test_an_objection_needs_what_is_wrong_and_is_answered_within_twenty_days():
    assert made(event("other", "下雨了"))["credit_objection"].paper is None
    wrong = event("other", "信用报告上写逾期 200 天，实际 120 天")
    sent = event("complained", "征信异议", day=date(2026, 11, 5), time="")
    found = made(wrong, sent)
    assert found["credit_objection"].dues[0].day == date(2026, 11, 25)
    assert "这天是法定休假日的话" in told([found["credit_objection"].dues[0].what])
    assert "实际 120 天" in said(found["credit_objection"])
    assert found["credit_complaint"].dues[0].day == date(2026, 11, 25)
    assert made(wrong)["credit_complaint"].paper is None


WRONG = {
    "机构": "某行",
    "账户": "尾号 12",
    "哪几个月": "2026年3月",
    "报告写的": "逾期 3",
    "应当是": "结清",
    "凭证": "回执",
}


def rows(draft):
    return [row for block in draft.paper.blocks if isinstance(block, Table) for row in block.rows]


def typed(form, **answers):
    return event("other", form.line(answers), time="")


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60), min_size=6, max_size=6))
def test_what_is_typed_into_a_form_is_read_again_as_it_was_typed(answers):
    given_ = dict(zip(WRONG_RECORD.asked, answers, strict=True))
    line = WRONG_RECORD.line(given_)
    assert bool(line) == any(answers)
    if line:
        assert WRONG_RECORD.answers(event("other", line)) == tuple(
            normalize("NFC", each.replace("｜", "／")) for each in answers
        )


def test_an_objection_is_written_from_the_form_with_blanks_for_what_was_not_typed():
    assert rows(made(typed(WRONG_RECORD, **WRONG))["credit_objection"]) == [tuple(WRONG.values())]
    bare = made(typed(WRONG_RECORD, 报告写的="逾期 3"))["credit_objection"]
    assert rows(bare) == [(BLANK, BLANK, BLANK, "逾期 3", BLANK, BLANK)]
    assert "当时记下" not in said(bare)


def test_a_form_s_line_tells_no_other_lender_and_is_no_fact_of_another_letter():
    line = typed(WRONG_RECORD, 机构="某行", 报告写的="会员费逾期，京东金条也逾期")
    found = made(line, THREAT, others=(debt("microloan", "京东金条"),))
    assert "会员费逾期，〔另一家〕也逾期" in rows(found["credit_objection"])[0]
    assert found["sold_along"].paper is None
    assert "会员费" not in said(found["lender"])


def test_once_all_is_paid_the_objection_tells_the_agreement_and_each_payment_with_its_receipt():
    owed = debt()
    agreed = Agreement(
        name=owed.name, day=date(2026, 8, 1), receipt=date(2026, 11, 20),
        dues=tuple(Due(day=date(2026, month, 8), amount=Decimal(800)) for month in (9, 10)),
    )  # fmt: skip
    paid = [
        event("payment", day=date(2026, month, 8), time="", amount=Decimal(800), proofs=(held(f"回执{month}.png"),))
        for month in (9, 10)
    ]
    case = Case(debts=(owed,), events=(*paid, typed(WRONG_RECORD, **WRONG)), agreements=(agreed,))
    text = said({each.name: each for each in drafts(case, 0, TODAY, LAW)}["credit_objection"])
    assert "2026年8月1日，双方谈成还款协议，一共 ¥1,600.00" in text
    assert "到 2026年10月8日，已经全部付清，一共 ¥1,600.00" in text
    assert "2026年11月20日 收到结清证明" in text
    assert text.index("事实 2：2026年10月8日，我还了钱。") < text.index("证据：回执10.png。")
    assert text.count("金额 ¥800.00。") == 2
    half = case.model_copy(update={"events": case.events[1:]})
    text = said({each.name: each for each in drafts(half, 0, TODAY, LAW)}["credit_objection"])
    assert "付清" not in text
    assert "¥800.00" not in text


def test_what_was_sold_along_and_who_is_complained_of_stand_as_typed():
    sold = typed(SOLD_ALONG, 商品或服务="会员卡", 收款的一方="某某科技", 付了多少="299 元")
    assert rows(made(sold)["sold_along"]) == [("会员卡", "某某科技", "299 元", BLANK, BLANK)]
    asked = event("complained", "向出借方投诉", time="")
    first = typed(INSTITUTION, 机构全称="某行股份有限公司", 投诉的工单号="A1")
    last = typed(INSTITUTION, 投诉的工单号="B2", 它的答复="不认可")
    text = said(made(THREAT, asked, first, last)["regulator"])
    assert "被投诉的机构：某行股份有限公司（" in text
    assert f"注册地：{BLANK}。投诉的工单号：B2。" in text
    assert "它的答复：不认可。" in text
    assert "没有答复就写没有答复" in said(made(THREAT, asked)["regulator"])


def test_data_is_asked_about_only_where_others_were_told():
    assert made(THREAT)["personal_data"].paper is None
    text = said(made(event("third_party", "跟我妈说我欠钱"))["personal_data"])
    for article in ("第十条", "第十五条", "第二十一条", "第四十五条", "第四十六条", "第四十七条", "第五十条"):
        assert f"个人信息保护法》{article}" in text
    assert "我不是请求删除借款合同、还款记录" in text


def test_something_sold_along_goes_to_its_own_line():
    assert made(THREAT)["sold_along"].paper is None
    text = said(made(event("other", "办卡时搭售会员 299"), THREAT)["sold_along"])
    assert "搭售会员 299" in text
    assert "弄死你" not in text


ARTICLES = {
    "data_copy": "第四十五条", "data_correct": "第四十六条", "data_delete": "第四十七条", "data_withdraw": "第十五条", "data_agent": "第二十一条",
    "data_refusal": "第五十条", "period_days": "第八十五条", "payment_order_part": "第四百三十二条", "court_objection": "第一百三十条",
    "credit_objection_days": "第二十五条", "credit_complaint_days": "第二十六条", "credit_notice": "第十五条", "answer_days": "第一百二十八条",
    "forged_evidence": "第一百一十四条第一款第一项", "moving_assets": "第一百一十四条第一款第三项", "refusing_judgment": "第五条、第六条",
}  # fmt: skip


@pytest.mark.parametrize(("name", "article"), ARTICLES.items())
def test_articles_as_printed_in_the_law(name, article):
    held = LAW.rule(name).ruling(TODAY)
    assert (held.article, held.confidence) == (article, "text")


def test_days_as_printed_in_the_law():
    named = (
        "answer_days",
        "payment_order_days",
        "credit_objection_days",
        "credit_complaint_days",
        "public_order_report_months",
    )
    assert [LAW.value(name) for name in named] == [15, 15, 20, 30, 6]
    assert LAW.value("lender_complaint_days") == {"simple": 15, "complex": 30, "more": 30}
    assert LAW.rule("lender_complaint_days").ruling(TODAY).confidence == "secondary"


@pytest.mark.parametrize("slug", sorted(CASES))
def test_no_sample_s_letter_names_another_lender(slug):
    case = CASES[slug]
    for place, own in enumerate(case.debts):
        for each in drafts(case, place, STORY_DAY, rules.at(STORY_DAY)):
            if each.paper:
                text = said(each)
                assert not [d.name for d in case.debts if d.name not in own.name and d.name in text]


def test_the_document_holds_the_facts_as_the_page_does():
    paper = made(THREAT)["lender"].paper
    with zipfile.ZipFile(BytesIO(word.write(paper, chinese.chinese, lambda *each: "".join(each)))) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    text = "\n".join("".join(each.itertext()) for each in body.iter(f"{W}p"))
    assert (
        "事实 1：2026年11月1日 22:30，对方来电，接通。对方：4001。当时记下：“再不还就弄死你”。证据：录音 1101.m4a。"
        in text
    )


def kept(paragraph, mark):
    found = paragraph.find(f"{W}pPr/{W}{mark}")
    return found is not None and found.get(f"{W}val") not in {"0", "false"}


def test_a_list_begins_and_ends_in_company_each_entry_whole_and_no_signature_stands_alone():
    sold = event("other", "办卡时搭售会员 299")
    wrong = typed(WRONG_RECORD, **WRONG)
    found = made(
        THREAT,
        COMPLAINED,
        event("third_party", "跟我妈说我欠钱"),
        event("sued"),
        event("payment_order"),
        sold,
        wrong,
        owed=dear(),
    )
    papers = [each.paper for each in found.values() if each.paper]
    assert len(papers) >= 9
    for paper in papers:
        with zipfile.ZipFile(BytesIO(word.write(paper, chinese.chinese, lambda *each: "".join(each)))) as archive:
            body = ET.fromstring(archive.read("word/document.xml")).find(f"{W}body")
        lines = list(body)
        listed = [at for at, each in enumerate(lines) if "ListBullet" in ET.tostring(each, encoding="unicode")]
        for at in listed:
            assert kept(lines[at], "keepLines")
            if at - 1 not in listed and at + 1 in listed:
                assert kept(lines[at], "keepNext")
            if at + 1 not in listed and at - 1 in listed:
                assert kept(lines[at - 1], "keepNext")
        paragraphs = [each for each in lines if each.tag == f"{W}p"]
        assert "签名" in "".join(paragraphs[-1].itertext())
        assert kept(paragraphs[-2], "keepNext")


def test_an_english_letter_holds_no_chinese_but_what_was_typed_in_it():
    card = dear().model_copy(update={"name": "Card"})
    lines = [
        event("call", "I know where you live, 弄死", time="22:30", name="Card", who="4001", number="400", staff="A1", promise="none"),
        event("third_party", "told my mother", name="Card", who="mother"),
        event("complained", "complain 12378", name="Card", who="bank"),
        event("payment", "", name="Card", amount=Decimal(500)),
        event("sued", name="Card"), event("payment_order", name="Card"),
    ]  # fmt: skip
    found = [each for each in drafts(Case(debts=(card,), events=tuple(lines)), 0, TODAY, LAW) if each.paper]
    assert len(found) >= 6
    for each in found:
        text = words(each.paper, english.english).replace("弄死", "")
        assert not [line for line in text.splitlines() if re.search(r"[\u4e00-\u9fff：，。]", line)], each.name
