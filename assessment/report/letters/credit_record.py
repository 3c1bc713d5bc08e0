"""An objection to what the credit report says, and the complaint above it. What is true cannot be objected away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assessment import money
from assessment.case.typed_lines import typed
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, Due, sent, sent_lines, until
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.forms import WRONG_RECORD
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

_REPORT = re.compile("征信|信用报告|credit report", re.IGNORECASE)


def objection(about: Matter) -> Draft:
    """Where the log says what in the report is wrong."""
    start = Draft(
        "credit_objection", Text("征信异议"), Text("征信中心，或者报送信息的机构"), rules=("credit_objection_days", "credit_notice"),
        sent=sent(about, "credit_objection"),
    )  # fmt: skip
    places = _told_wrong(about)
    if not places and not WRONG_RECORD.table(about):
        return start.wanting(
            Text("还缺：信用报告哪一处不对。在下面“信用报告哪里记错了”里填上。真实的逾期，异议改不了。")
        )
    told = facts(about, (*places, *_payments(about)))
    days = int(about.law.value("credit_objection_days"))
    paper = Paper(Text("关于“{name}”信贷记录的异议", name=about.name), tuple(_objection(about, told, days)))
    due = (
        until(start.sent, days, Text("对方最晚这天要核查完并书面答复。"))
        if start.sent
        else Due(None, Text("对方收到后 {days} 天内要核查完并书面答复。", days=days))
    )
    lacks = (*told.lacks(), Text("要附上的：信用报告里那一页、身份证的复印件。"), points.BY_HAND)
    return replace(start, paper=paper, lacks=lacks, dues=(due,))


def to_the_bank(about: Matter) -> Draft:
    """After an objection, which must stand in the log."""
    start = Draft(
        "credit_complaint", Text("征信投诉"), Text("中国人民银行在当地的分支机构（12363）"), rules=("channel_12363", "credit_complaint_days"),
        sent=sent(about, "credit_complaint"),
    )  # fmt: skip
    asked, places = sent_lines(about, "credit_objection"), _told_wrong(about)
    if not asked or not (places or WRONG_RECORD.table(about)):
        return start.wanting(
            Text("还缺：先提征信异议。提过的，在往来记录里记一行“我投诉、报警或书面要求”，原话里写“征信异议”。")
        )
    told = facts(about, (*asked, *places))
    days = int(about.law.value("credit_complaint_days"))
    wait = int(about.law.value("credit_objection_days"))
    paper = Paper(Text("关于“{name}”信贷记录的投诉", name=about.name), tuple(_complaint(about, told, asked)))
    first = sent(about, "credit_objection")
    dues = (
        *((until(first, wait, Text("异议的答复到这天为止；没有答复或者不接受，再递这一份。")),) if first else ()),
        Due(None, Text("受理以后 {days} 天内书面答复。", days=days)),
    )  # fmt: skip
    return replace(start, paper=paper, lacks=(*told.lacks(), points.BY_HAND), dues=dues)


def _told_wrong(about: Matter) -> tuple[int, ...]:
    """The lines in which somebody wrote by hand what is wrong."""
    told = ((place, about.events[place]) for place in about.of_kind("other"))
    return tuple(place for place, event in told if _REPORT.search(event.words) and not typed(event))


def _payments(about: Matter) -> tuple[int, ...]:
    return about.cleared.receipts if about.cleared else ()


def _objection(about: Matter, told: Facts, days: int) -> Iterator[Block]:
    yield paragraph(Text("致：＿＿＿＿＿＿（征信中心，或者报送“{name}”信息的机构）", name=about.name))
    yield points.head()
    yield Heading(Text("哪里不对"))
    yield from _wrong(about)
    yield paragraph(Text("报告编号：＿＿＿＿＿＿　报告日期：＿＿＿＿＿＿"))
    if about.cleared:
        yield paragraph(*_cleared(about))
    if told.places:
        yield Heading(Text("事实"))
        yield from told.paragraphs()
    yield Heading(Text("请求"))
    yield points.items((
        Text("请对这条信息作出存在异议的标注，并核查。"),
        Text("请在收到后 {days} 天内书面答复；确有错误、遗漏的，请更正。", days=days),
        Text("请告诉我：报送不良信息以前，哪一天、用什么方式告知过我。"),
    ))  # fmt: skip
    yield paragraph(*points.cited(about, ("credit_objection_days", "credit_notice")))
    yield points.reservation()
    yield points.signature()


def _wrong(about: Matter) -> Iterator[Block]:
    table = WRONG_RECORD.table(about)
    if table:
        yield table


def _cleared(about: Matter) -> Iterator[Text]:
    """The agreement by which all was paid, in the days and sums of the log."""
    found = about.cleared
    if found is None or found.finished is None:
        return
    if found.agreement.day:
        total = money.told(found.total)
        yield Text("{day}，双方谈成还款协议，一共 {total}。", day=found.agreement.day, total=total)
    yield Text("到 {day}，已经全部付清，一共 {paid}。", day=found.finished, paid=money.told(found.paid))
    if found.agreement.receipt:
        yield Text("{day} 收到结清证明。", day=found.agreement.receipt)


def _complaint(about: Matter, told: Facts, asked: tuple[int, ...]) -> Iterator[Block]:
    yield paragraph(Text("致：中国人民银行＿＿＿＿＿＿分支机构（12363）"))
    yield points.head()
    yield paragraph(
        Text("我提过征信异议（事实 {numbers}）。", numbers=told.numbers(asked)),
        Text("到写信这天为止，对方的答复：＿＿＿＿＿＿（没有答复就写没有答复）。"),
    )
    yield from _wrong(about)
    yield Heading(Text("事实"))
    yield from told.paragraphs()
    yield Heading(Text("请求"))
    yield points.items((Text("请核查处理，并书面答复我。"),))
    yield paragraph(*points.cited(about, ("credit_complaint_days",)))
    yield points.signature()
