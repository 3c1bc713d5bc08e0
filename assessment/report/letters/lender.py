"""A complaint to the lender itself: what was logged of its collectors, and what it asks above the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment import dates
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, Due, sent, until
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

WANTS_CONDUCT = Text(
    "还缺：一条和规则对得上的催收记录，写清哪笔债、日期、时间、谁、原话；或者填好借款日期、利率和欠的利息，看收费有没有超过线。"
)
_BANKS = frozenset({"bank", "credit_card"})


def draft(about: Matter) -> Draft:
    """For an institution, where the log or the charges carry it."""
    start = Draft("lender", Text("向出借机构投诉"), points.recipient(about), sent=sent(about, "lender"))
    if about.private:
        return start.wanting(Text("出借的是个人或一般公司，没有金融机构的投诉渠道。谈不拢，可以一起做人民调解。"))
    if not carried(about):
        return start.wanting(WANTS_CONDUCT, *strays(about))
    told = facts(about, (place for found in about.findings for place in found.events))
    title = Text("关于“{name}”的投诉", name=about.name)
    return replace(
        start, paper=Paper(title, tuple(_blocks(about, told))), lacks=(*told.lacks(), *strays(about), points.BY_HAND),
        dues=(answered_by(about, start.sent),), rules=("lender_complaint_days",) if about.debt.lender in _BANKS else (),
    )  # fmt: skip


def carried(about: Matter) -> bool:
    """Whether there is anything to complain of; of an old debt only its collectors."""
    return bool(about.findings) or (about.excess is not None and not about.barred)


def strays(about: Matter) -> Iterator[Text]:
    """Lines that could belong to any debt, which no letter can use."""
    if about.strays:
        yield Text("有 {count} 条往来记录没有写清是哪笔债，没有放进来。", count=about.strays)


def answered_by(about: Matter, day: date | None) -> Due:
    """When the lender must have answered a complaint of that day; no day where no term is known for its class."""
    if about.debt.lender not in _BANKS:
        return Due(
            None, Text("没有核对到这类机构答复投诉的期限；递出以后在往来记录里记下工单号，过一阵没有答复就往上反映。")
        )
    usual, longer = terms(about)
    if day is None:
        return Due(
            None, Text("对方收到后 {usual} 天内要处理并告诉您，复杂的 {longer} 天。", usual=usual, longer=longer)
        )
    return until(day, usual, Text("对方最晚这天要处理并告诉您；复杂的到 {day}。", day=dates.term_ends(day, longer)))


def terms(about: Matter) -> tuple[int, int]:
    """Days a bank may take over a complaint: a simple one, a complex one."""
    held = about.law.value("lender_complaint_days")
    return int(held["simple"]), int(held["complex"])


def body(about: Matter, told: Facts) -> Iterator[Block]:
    """The facts, and what they are held against; the same for the lender and above it."""
    if about.findings:
        yield Heading(Text("事实"))
        yield from told.paragraphs()
        yield Heading(Text("请核查的地方"))
        yield from points.points(about.findings, told)
    if about.excess and not about.barred:
        yield Heading(Text("收费"))
        yield from points.charges(about)


def _blocks(about: Matter, told: Facts) -> Iterator[Block]:
    yield paragraph(points.to_lender(about))
    yield points.head()
    yield from body(about, told)
    yield Heading(Text("请求"))
    if about.findings:
        yield points.items(points.asked(about, about.findings))
    if about.debt.lender in _BANKS:
        usual, longer = terms(about)
        yield paragraph(
            Text("请在收到后 {usual} 天内处理并告诉我；情况复杂要延长到 {longer} 天的，也请告诉我。", usual=usual, longer=longer),
            *points.cited(about, ("lender_complaint_days",)),
        )  # fmt: skip
    else:
        yield paragraph(Text("请书面答复，并告诉我工单号。"))
    yield points.reservation()
    yield points.signature()
