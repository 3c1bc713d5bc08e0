"""A complaint to whoever watches over the lender, once the lender itself was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assessment.report.letters import lender, points
from assessment.report.letters.draft import Draft, sent, sent_lines
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.forms import INSTITUTION
from assessment.report.letters.matter import Matter
from assessment.report.paper import BLANK, Block, Heading, Paper, paragraph
from assessment.text import Text

_WATCHED = {
    "bank": Text("国家金融监督管理总局在当地的机构（12378）"),
    "credit_card": Text("国家金融监督管理总局在当地的机构（12378）"),
    "consumer_finance": Text("国家金融监督管理总局在当地的机构（12378）"),
    "microloan": Text("公司注册地的地方金融管理部门（经 12345 转）"),
}
_LICENSED = frozenset({"bank", "credit_card", "consumer_finance"})


def draft(about: Matter) -> Draft:
    """After the complaint to the lender, which must stand in the log."""
    to = _WATCHED.get(about.debt.lender)
    channel = "channel_12378" if about.debt.lender in _LICENSED else "channel_12345"
    start = Draft("regulator", Text("向主管部门反映"), to or Text("主管部门"), sent=sent(about, "regulator"))
    if about.private:
        return start.wanting(Text("出借的是个人或一般公司，不归金融主管部门管。"))
    if to is None:
        return start.wanting(Text("还缺：出借方是哪一类机构。到“债务”页选好，才知道归谁管。"))
    start = replace(start, rules=(channel,))
    asked = sent_lines(about, "lender")
    if not lender.carried(about):
        return start.wanting(lender.WANTS_CONDUCT)
    if not asked:
        return start.wanting(
            Text("还缺：先向出借机构投诉。投诉过的，在往来记录里记一行“我投诉、报警或书面要求”，写上日期和工单号。")
        )
    told = facts(about, (*asked, *(place for found in about.findings for place in found.events)))
    title = Text("关于“{name}”的投诉", name=about.name)
    paper = Paper(title, tuple(_blocks(about, to, told, asked)))
    first = sent(about, "lender")
    return replace(
        start, paper=paper, lacks=(*told.lacks(), *lender.strays(about), points.BY_HAND), dues=(lender.answered_by(about, first),),
    )  # fmt: skip


def _blocks(about: Matter, to: Text, told: Facts, asked: tuple[int, ...]) -> Iterator[Block]:
    yield paragraph(Text("致：{whom}", whom=to))
    yield points.head()
    yield from _institution(about)
    yield paragraph(Text("我先向这家机构投诉过（事实 {numbers}）。", numbers=told.numbers(asked)), _answered(about))
    if not about.findings:
        yield Heading(Text("事实"))
        yield from told.paragraphs()
    yield from lender.body(about, told)
    yield Heading(Text("请求"))
    yield points.items((
        Text("请督促这家机构逐条核查，书面答复我。"),
        Text("核查属实的，请依照职责处理，并告诉我处理的结果。"),
    ))  # fmt: skip
    yield points.reservation()
    yield points.signature()


def _institution(about: Matter) -> Iterator[Block]:
    """Who is complained of: as it was typed last, else blanks."""
    full, place, ticket, _reply = _typed(about)
    yield paragraph(
        Text("被投诉的机构：{full}（“{name}”的出借机构，名称照合同写）。", full=full or BLANK, name=about.name),
        Text("注册地：{place}。投诉的工单号：{ticket}。", place=place or BLANK, ticket=ticket or BLANK),
    )


def _answered(about: Matter) -> Text:
    *_rest, reply = _typed(about)
    if reply:
        return Text("到写信这天为止，它的答复：{reply}。", reply=reply)
    return Text("到写信这天为止，它的答复：＿＿＿＿＿＿（没有答复就写没有答复）。")


def _typed(about: Matter) -> tuple[str, ...]:
    """Each answer as it was given last."""
    given = tuple(INSTITUTION.told(about))
    return (
        tuple(next(filter(None, column), "") for column in zip(*reversed(given), strict=True)) if given else ("",) * 4
    )
