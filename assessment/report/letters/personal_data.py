"""A request to stop passing on personal data, to mend it or erase it, where the log tells of others being told or spread to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.law.conduct import Finding
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, sent
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

_SPREAD: frozenset[str] = frozenset({"collect_personal_data", "public_order_privacy", "public_order_data"})
_RULES = (
    "collect_personal_data",
    "data_withdraw",
    "data_agent",
    "data_copy",
    "data_correct",
    "data_delete",
    "data_refusal",
)


def draft(about: Matter) -> Draft:
    """For an institution; the true record of the loan is not asked to be erased."""
    start = Draft(
        "personal_data", Text("个人信息：停止外传、更正、删除"), points.recipient(about), rules=_RULES, sent=sent(about, "personal_data")
    )  # fmt: skip
    if about.private:
        return replace(start, rules=()).wanting(Text("出借的是个人或一般公司，这份文书只写给金融机构。"))
    found = about.against(points.OTHERS_TOLD | _SPREAD)
    if not found:
        return start.wanting(Text("还缺：一条“联系了我以外的人”的记录，或者对方说要外传、群发的原话。"))
    told = facts(about, (place for each in found for place in each.events))
    paper = Paper(Text("关于“{name}”借款的个人信息请求", name=about.name), tuple(_blocks(about, found, told)))
    return replace(start, paper=paper, lacks=(*told.lacks(), points.BY_HAND))


def _blocks(about: Matter, found: Sequence[Finding], told: Facts) -> Iterator[Block]:
    yield paragraph(points.to_lender(about))
    yield points.head()
    yield Heading(Text("事实"))
    yield from told.paragraphs()
    yield Heading(Text("请核查的地方"))
    yield from points.points(found, told, points.OTHERS_TOLD | _SPREAD)
    yield Heading(Text("请求"))
    for asked, rules in _ASKED:
        yield paragraph(asked, *points.cited(about, rules))
    yield paragraph(
        Text("我不是请求删除借款合同、还款记录和依法应当保存的信息。"),
        Text("拒绝其中哪一项，请书面说明理由。"),
        *points.cited(about, ("data_refusal",)),
    )
    yield points.reservation()
    yield points.signature()


_ASKED = (
    (Text("一、告诉我：上面的联系方式从哪里来，我的信息交给了哪家催收机构，约定了什么用途。"), ("data_agent",)),
    (Text("二、停止向我以外的人提供我的个人信息和欠款情况。"), ("collect_personal_data",)),
    (
        Text("三、如果读取过我的通讯录，凭的又是我的同意，我撤回这项同意；请删除我的联系人的信息，也让受托的机构删除。"),
        ("data_withdraw", "data_delete"),
    ),
    (
        Text("四、给我一份你们掌握的我的个人信息；其中不准确的：＿＿＿＿＿＿（没有就划掉），请核实更正。"),
        ("data_copy", "data_correct"),
    ),
)  # fmt: skip
