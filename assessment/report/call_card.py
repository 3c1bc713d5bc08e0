"""A prepared call on one page, for the hand beside the telephone."""

from __future__ import annotations

from collections.abc import Iterator

from assessment import money
from assessment.deal.preparation import Preparation, Stand
from assessment.negotiation.pins import TITLE
from assessment.report.paper import BLANK, Block, Items, Paper, Paragraph, Table, paragraph
from assessment.text import Text


def call_card(ready: Preparation) -> Paper:
    """The card for one lender; every figure is the one on the page."""
    found = ready.room.found
    title = Text("通话卡：{name}（{day}）", name=found.debt.name.strip() or BLANK, day=found.position.as_of)
    return Paper(title, tuple(_blocks(ready)))


def _blocks(ready: Preparation) -> Iterator[Block]:
    yield paragraph(ready.room.headline)
    yield Items(ready.facts)
    if not ready.parts:
        return
    yield Table((Text("位置"), Text("这样说")), tuple((_named(stand), stand.said) for stand in ready.stands), (1, 4))
    if ready.stop:
        yield paragraph(ready.stop)
    yield Table((Text("什么时候"), Text("可以这样说")), tuple((part.title, part.said) for part in ready.parts), (1, 6))
    answers = tuple((each.theirs, each.answer) for each in ready.objections)
    yield Table((Text("对方可能这样说"), Text("我答")), answers, (1, 3))
    yield Paragraph((Text("手边备好："), *ready.proofs))


def _named(stand: Stand) -> Text:
    """开口, or 开口＝目标 where they are one; with what is paid in all."""
    first, *others = (Text(TITLE[name]) for name in stand.names)
    for other in others:
        first = Text("{first}＝{second}", first=first, second=other)
    if stand.deal is None:
        return first
    total = money.told(stand.deal.judged.outcome.total)
    return Text("{name}（一共还 {total}）", name=first, total=total)
