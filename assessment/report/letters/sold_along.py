"""A complaint about goods, memberships or services that were sold along with the loan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assessment.case.typed_lines import typed
from assessment.report.letters import points
from assessment.report.letters.draft import Draft, sent
from assessment.report.letters.facts import Facts, facts
from assessment.report.letters.forms import SOLD_ALONG
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text

_SOLD = re.compile("会员|搭售|搭卖|捆绑|权益卡|购物卡")


def draft(about: Matter) -> Draft:
    """Only where the log tells of something that was sold along; for the loan itself this line does little."""
    start = Draft(
        "sold_along", Text("搭卖商品、会员的消费投诉"), Text("市场监督管理部门（12315）"), rules=("channel_12315",), sent=sent(about, "sold_along")
    )  # fmt: skip
    places = tuple(
        place
        for place, event in enumerate(about.events)
        if event.kind != "complained" and _SOLD.search(event.words) and not typed(event)
    )
    if not places and not SOLD_ALONG.table(about):
        return start.wanting(
            Text("还缺：借款时被搭卖了什么。在下面“借款时被搭卖了什么”里填上。只对利息和催收不满的，不找 12315。")
        )
    told = facts(about, places)
    paper = Paper(Text("关于借款时搭卖商品、服务的投诉"), tuple(_blocks(about, told)))
    return replace(start, paper=paper, lacks=(*told.lacks(), points.BY_HAND))


def _blocks(about: Matter, told: Facts) -> Iterator[Block]:
    yield paragraph(Text("致：市场监督管理部门（12315）"))
    yield points.head()
    table = SOLD_ALONG.table(about)
    if table:
        yield Heading(Text("被投诉的一方和买了什么"))
        yield table
    else:
        yield paragraph(Text("被投诉的一方：＿＿＿＿＿＿（收钱一方的名称，照付款记录写），付了 ＿＿＿＿＿＿ 元。"))
    if told.places:
        yield Heading(Text("事实"))
        yield from told.paragraphs()
    yield Heading(Text("请求"))
    yield points.items((
        Text("请核查借款时有没有强制或者误导我购买。"),
        Text("核查属实的，请处理退款，并告诉我结果。"),
    ))  # fmt: skip
    yield points.signature()
