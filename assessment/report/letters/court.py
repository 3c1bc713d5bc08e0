"""Outlines for a court's paper, for a lawyer or 12348 to complete: the objection to a payment order, the answer to a suit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment import dates
from assessment.case import EventKind
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, Due, Name, sent, until
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

_FOR_OTHERS = Text("这是提纲，带给律师，或者打 12348 请人补完再交。")


def objection(about: Matter) -> Draft:
    """Only the debt itself can be objected to, and only in writing; what does not hold is struck out."""
    start = _start(
        about,
        "order_objection",
        Text("支付令异议（提纲）"),
        ("payment_order_days", "payment_order_part", "period_days"),
    )
    if about.debt.court != "payment_order" and not about.of_kind("payment_order"):
        return start.wanting(Text("没有收到支付令的记录。收到的那天，在往来记录里记一行“收到支付令”。"))
    told = _paid(about)
    paper = Paper(Text("对支付令的书面异议（提纲）"), tuple(_objection(about, told)))
    missing = Text("要照支付令写的：法院、案号、申请人、对方要的每一项数。")
    return _outline(
        about,
        replace(start, paper=paper, dues=_dues(about, "payment_order", "payment_order_days")),
        "payment_order",
        told,
        missing,
    )


def answer(about: Matter) -> Draft:
    """What a defendant says: what was paid, what is too much, what has run out, what the other side has to show."""
    start = _start(
        about,
        "answer",
        Text("答辩状（提纲）"),
        ("answer_days", "court_objection", "limitation_pleading", "financial_total_cost", "period_days"),
    )
    if about.debt.court != "sued" and not about.of_kind("sued"):
        return start.wanting(Text("没有收到起诉状的记录。收到的那天，在往来记录里记一行“收到起诉状”。"))
    told = _paid(about)
    paper = Paper(Text("答辩状（提纲）"), tuple(_answer(about, told)))
    missing = Text("要照起诉状写的：法院、案号、原告、对方要的每一项数。")
    return _outline(about, replace(start, paper=paper, dues=_dues(about, "sued", "answer_days")), "sued", told, missing)


def _outline(about: Matter, draft: Draft, kind: EventKind, told: Facts, missing: Text) -> Draft:
    """A court's paper with what it still lacks: the day it came, the facts' own gaps, and what only the court's paper says."""
    return replace(draft, lacks=(*_undated(about, kind), *told.lacks(), missing, _FOR_OTHERS))


def _start(about: Matter, name: Name, title: Text, rules: tuple[str, ...]) -> Draft:
    return Draft(name, title, Text("发来文书的法院"), rules=rules, sent=sent(about, name))


def _paid(about: Matter) -> Facts:
    places = about.of_kind("payment", "deduction")
    return facts(about, (place for place in places if about.events[place].amount))


def _undated(about: Matter, kind: EventKind) -> Iterator[Text]:
    if about.latest(kind) is None:
        yield Text("没有记下哪天收到的，期限算不出来。看信封或者送达回证上的日期，马上补到往来记录里。")


def _dues(about: Matter, kind: EventKind, rule: str) -> tuple[Due, ...]:
    received, days = about.latest(kind), int(about.law.value(rule))
    if received is None:
        return (Due(None, Text("收到之日起 {days} 天内交，收到的那天不算。", days=days)),)
    last = dates.term_ends(received, days)
    if last < about.as_of:
        return (Due(last, Text("按记下的收到日期，期限已经过了；马上打 12348 问还能怎么办。")),)
    return (until(received, days, Text("最后一天，按这一天办最稳妥；收到的那天不算。")),)


def _court_head(about: Matter, kind: EventKind) -> Iterator[Block]:
    yield paragraph(Text("致：＿＿＿＿＿＿人民法院　案号：＿＿＿＿＿＿"))
    yield paragraph(Text("姓名：＿＿＿＿＿＿　性别：＿＿　年龄：＿＿　民族：＿＿　联系方式：＿＿＿＿＿＿"))
    yield paragraph(Text("职业、工作单位：＿＿＿＿＿＿　住所：＿＿＿＿＿＿"))
    received = about.latest(kind)
    if received:
        yield paragraph(Text("我在 {day} 收到法院的文书。", day=received))


def _objection(about: Matter, told: Facts) -> Iterator[Block]:
    yield from _court_head(about, "payment_order")
    yield paragraph(
        Text("我对支付令里的债务本身有异议，理由如下。只留属实的，不属实的划掉；一条都不属实，就不要提。"),
        *points.cited(about, ("payment_order_days",)),
    )
    yield Heading(Text("请求的数额不对"))
    yield paragraph(Text("申请人请求：＿＿＿＿＿＿元；我认为应当是：＿＿＿＿＿＿元，差在：＿＿＿＿＿＿。"))
    yield from _payments(told)
    if about.excess:
        yield Heading(Text("利息、罚息和费用过高"))
        yield from points.charges(about)
    yield from _limitation(about, "payment_order")
    yield Heading(Text("其他针对债务本身的理由"))
    yield paragraph(Text("不是我借的、合同不成立或者无效等：＿＿＿＿＿＿（没有就划掉）。"))
    yield points.signature()


def _answer(about: Matter, told: Facts) -> Iterator[Block]:
    yield from _court_head(about, "sued")
    yield Heading(Text("对原告请求的意见"))
    yield points.items((
        Text("本金：原告说 ＿＿＿＿＿＿元，我的意见 ＿＿＿＿＿＿。"),
        Text("利息、罚息、违约金：原告说 ＿＿＿＿＿＿元，我的意见 ＿＿＿＿＿＿。"),
        Text("律师费等其他费用：原告说 ＿＿＿＿＿＿元，依据合同第 ＿＿ 条，我的意见 ＿＿＿＿。"),
    ))  # fmt: skip
    yield from _payments(told)
    if about.excess:
        yield Heading(Text("利息、罚息和费用过高，请求依法调减"))
        yield from points.charges(about)
    yield from _limitation(about, "sued")
    yield Heading(Text("管辖"))
    yield paragraph(
        Text("这个法院不该管的，理由：＿＿＿＿＿＿（没有就划掉）。"),
        *points.cited(about, ("court_place", "court_objection")),
    )
    yield Heading(Text("请原告出示"))
    yield points.items((
        Text("借款合同、放款凭证和每一次还款的入账明细。"),
        Text("利息、罚息、费用的计算办法；债权转让过的，转让的通知。"),
    ))  # fmt: skip
    yield Heading(Text("调解"))
    yield paragraph(Text("愿意调解的，写每月能一直做到的数：＿＿＿＿＿＿元（主张过了时效的，不写这一条）。"))
    yield points.signature()


def _payments(told: Facts) -> Iterator[Block]:
    if told.places:
        yield Heading(Text("我还过的款，请逐笔核对有没有算进去"))
        yield from told.paragraphs()


def _limitation(about: Matter, kind: EventKind) -> Iterator[Block]:
    received: date = about.latest(kind) or about.as_of
    if about.run_out(received):
        yield Heading(Text("诉讼时效"))
        yield paragraph(
            Text("按我的记录，这笔债的诉讼时效可能在收到法院文书以前已经过了，我提出时效抗辩。"),
            *points.cited(about, ("limitation_years", "limitation_pleading")),
        )
