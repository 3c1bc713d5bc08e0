"""What must hold of every letter, whatever stands in the log."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import rules
from assessment.case import Case, Debt, Event, Proof, models
from assessment.report import chinese, word
from assessment.report.letters import drafts
from tests.papers import words
from tests.strategies import cases, one_of

TODAY = date(2026, 11, 24)
LAW = rules.at(TODAY)
NAMES = ("甲银行", "乙小贷", "丙消金")
PHRASES = (
    "弄死你", "小心你全家", "不要脸的人渣", "我是法院的", "跟我妈说我欠钱", "快还钱", "信用报告上写错了", "搭售会员", "征信异议", "向出借方投诉", "群发通讯录",
    "转到我个人账户", "再借一笔来还", "乙小贷也要还", "你还欠丙消金和甲银行",
)  # fmt: skip


@st.composite
def logs(draw):
    """A log of several debts, every line with a mark of its own in each thing written."""
    count = draw(st.integers(1, 8))
    lines = []
    for number in range(count):
        mark = f"记{number}号"
        lines.append(
            Event(
                name=draw(st.sampled_from((*NAMES, ""))),
                day=draw(st.none() | st.integers(-10, 400).map(lambda back: TODAY - timedelta(days=back))),
                time=draw(st.sampled_from(("", "22:30", "9:05", "晚饭后"))),
                kind=draw(one_of(models.EventKind)),
                amount=Decimal(draw(st.integers(0, 3))),
                who=draw(st.sampled_from(("", "工号乙小贷"))) + f"谁{mark}",
                words=draw(st.sampled_from(PHRASES)) + mark,
                note=f"私下{mark}",
                proofs=(
                    Proof(name=draw(st.sampled_from(("", "丙消金的录音"))) + f"证{mark}", size=1, sha256="0" * 64),
                ),
            )
        )
    debts = tuple(
        Debt(
            name=name, lender=draw(one_of(models.LenderClass)), principal=Decimal(9000), interest=Decimal(draw(st.integers(0, 9000))),
            contract_date=date(2024, 3, 1), days_overdue=draw(st.sampled_from((0, 90, 1500))), court=draw(one_of(models.CourtStatus)),
        )
        for name in NAMES
    )  # fmt: skip
    return Case(debts=debts, events=tuple(lines))


def papers(case, place):
    return [each.paper for each in drafts(case, place, TODAY, LAW) if each.paper]


@given(logs(), st.integers(0, 2))
@settings(max_examples=40)
def test_no_letter_holds_a_word_of_another_debt_or_another_lender_s_name(case, place):
    own = case.debts[place].name
    text = "\n".join(words(paper) for paper in papers(case, place))
    assert not [name for name in NAMES if name != own and name in text]
    assert "私下" not in text
    for number, line in enumerate(case.events):
        if line.name != own:
            assert f"记{number}号" not in text


@given(logs(), st.integers(0, 2), st.data())
@settings(max_examples=40)
def test_a_line_taken_out_of_the_log_leaves_every_letter(case, place, data):
    gone = data.draw(st.integers(0, len(case.events) - 1))
    less = case.model_copy(update={"events": case.events[:gone] + case.events[gone + 1 :]})
    assert f"记{gone}号" not in "\n".join(words(paper) for paper in papers(less, place))


@given(logs(), st.integers(0, 2))
@settings(max_examples=40)
def test_every_fact_is_one_line_of_the_log_with_its_own_day_and_words(case, place):
    own = [line for line in case.events if line.name == case.debts[place].name]
    for paper in papers(case, place):
        for block in paper.blocks:
            texts = getattr(block, "texts", ())
            if texts and texts[0].msgid.startswith("事实 {number}"):
                line = next(
                    each
                    for each in own
                    if chinese.chinese(texts[-1]) == f"证据：{_without_others(each.proofs[0].name, case, place)}。"
                )
                values = dict(texts[0].values)
                assert values.get("day") == line.day
                assert line.day is None or line.day <= TODAY
                assert values.get("time", "") == (line.time if line.day else "")
                assert any(_without_others(line.words, case, place) in chinese.chinese(each) for each in texts)


def _without_others(text, case, place):
    for name in NAMES:
        text = text if name == case.debts[place].name else text.replace(name, "〔另一家〕")
    return text


@given(cases)
@settings(max_examples=40)
def test_whatever_stands_in_a_case_each_draft_is_a_paper_or_says_what_it_waits_for(case):
    for place in range(len(case.debts)):
        for each in drafts(case, place, TODAY, LAW):
            assert bool(each.paper) is not bool(each.wants)
            assert each.paper is None or each.lacks
            if each.paper and place == 0:
                assert word.write(each.paper, chinese.chinese, lambda *said: "".join(said))[:2] == b"PK"
