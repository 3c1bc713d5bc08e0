"""What is taken along to the police: only acts that an article of public order may concern, and that are not too old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assessment import dates
from assessment.law.conduct import Finding
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, Due, sent
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

_ORDER = "public_order_"
_MONTHS = "public_order_report_months"


def draft(about: Matter) -> Draft:
    """Words are one side's memory, so the paper says "may"; what it was, the police decide."""
    start = Draft(
        "police",
        Text("报案材料"),
        Text("当地派出所（110）"),
        rules=("channel_110", _MONTHS),
        sent=sent(about, "police"),
    )
    names = frozenset(rule.name for rule in about.law.every if rule.name.startswith(_ORDER))
    found = about.against(names)
    days = [day for each in found for place in each.events if (day := about.events[place].day)]
    if not days:
        return start.wanting(
            Text(
                "还缺：一条有日期、有原话的记录，说的是威胁、多次辱骂、闯进家里、跟踪、拿走东西、散布隐私、冒充公安法院这类事。只是催款电话多，不够报案。"
            )
        )
    months = int(about.law.value(_MONTHS))
    fresh = [day for day in days if dates.add_months(day, months) >= about.as_of]
    if not fresh:
        return start.wanting(
            Text("记下的事都过了 {months} 个月；公安没有发现的，一般不再处罚。有新的事要马上报。", months=months)
        )
    told = facts(about, (place for each in found for place in each.events))
    paper = Paper(Text("报案材料"), tuple(_blocks(about, found, told, names)))
    return replace(start, paper=paper, lacks=(*told.lacks(), points.BY_HAND), dues=(_due(min(fresh), months),))


def _due(first: date, months: int) -> Due:
    return Due(
        dates.add_months(first, months),
        Text("最早一件的 {months} 个月到这天为止；越早报越好。", months=months),
    )


def _blocks(about: Matter, found: Sequence[Finding], told: Facts, names: frozenset[str]) -> Iterator[Block]:
    yield paragraph(Text("致：＿＿＿＿＿＿派出所"))
    yield paragraph(Text("报案人：＿＿＿＿＿＿　身份证号：＿＿＿＿＿＿"))
    yield paragraph(Text("联系方式：＿＿＿＿＿＿　住址：＿＿＿＿＿＿"))
    yield paragraph(
        Text("下面的事发生在别人向我催收“{name}”欠款的时候。欠款本身是民事的事，我不是为它报案。", name=about.name)
    )
    yield Heading(Text("事实"))
    yield from told.paragraphs()
    yield Heading(Text("可能涉及的条款，由公安机关认定"))
    yield from points.points(found, told, names)
    yield Heading(Text("请求"))
    yield points.items((
        Text("请依法调查处理，并给我一份接受报案的书面凭证。"),
        Text("上面写明的录音、截图，需要时当面出示。"),
    ))  # fmt: skip
    yield paragraph(Text("以上是我记下的事，我对真实性负责。"))
    yield points.signature()
