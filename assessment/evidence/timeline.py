"""The timeline as a paper: what was logged in order of time, what was offered and agreed, and which files go with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from assessment import money
from assessment.case import SENT, Agreement, Event
from assessment.deal.tracking import Instalment, Standing, Tracked
from assessment.evidence.gathered import Gathered, Offer, kind_of
from assessment.report.paper import Block, Heading, Items, Paper, Table, paragraph
from assessment.text import Money, Text, label

_SHOWN = 12
_SENT = SENT | {"asked"}
STANDING: dict[Standing, str] = {
    "paid": label("按时付了"), "paid_late": label("晚付了"), "to_come": label("还没到"), "grace": label("在宽限里"), "missed": label("没付上"),
}  # fmt: skip
TIMELINE, BOOK = Text("时间线"), Text("往来记录")
"""What the two documents are called, in the language they are written in."""
SIDE = {"theirs": label("对方"), "ours": label("我")}


def timeline(found: Gathered) -> Paper:
    """Only what was logged; nothing is added, and what is missing is said."""
    title = Text("往来时间线：{name}", name=found.name) if found.name else Text("往来时间线")
    return Paper(title, tuple(_blocks(found)))


def _blocks(found: Gathered) -> Iterator[Block]:
    yield paragraph(
        Text("本人按自己的记录整理，截至 {day}，共 {count} 条。", day=found.as_of, count=len(found.lines)),
        Text("记录号是写进记录的先后；下面按发生的时间排。引号里是当时记下的话。"),
    )
    yield Heading(Text("一、按时间排"))
    yield Items(tuple(_line(number, event, found) for number, event in found.in_time) or (Text("没有记录。"),))
    sent = [line for line in found.in_time if line[1].kind in _SENT]
    yield Heading(Text("二、我寄出、提交、请求过的"))
    yield Items(tuple(_line(number, event, found) for number, event in sent) or (Text("没有记录。"),))
    yield Heading(Text("三、谈过的方案"))
    yield from _offers(found.offers)
    yield Heading(Text("四、谈成的约定和付款"))
    yield from _agreements(found)
    yield Heading(Text("五、录音、截图、凭证（文件在本人手里，这里只列名字和指纹）"))
    yield from _files(found)
    yield Heading(Text("六、这份材料能说明什么，不能说明什么"))
    yield Items(MEANING)


def _line(number: int, event: Event, found: Gathered) -> Text:
    """One line; its debt's name where all debts are meant."""
    when = Text("{day}", day=event.day) if event.day else Text("没写日期")
    when = Text("{when} {time}", when=when, time=event.time) if event.time else when
    what = kind_of(event)
    if event.name and not found.name:
        what = Text("“{name}”：{what}", name=event.name, what=what)
    return Text("【记录 {number}】{when}　{what}{rest}", number=number, when=when, what=what, rest=_rest(event))


def _rest(event: Event) -> Text | str:
    """Everything else of a line that was filled in, one piece after the other."""
    pieces = (
        Text("，{amount}", amount=Money(event.amount)) if event.amount else None,
        Text("。对方：{who}", who=event.who) if event.who else None,
        Text("。号码：{number}", number=event.number) if event.number else None,
        Text("。工号：{staff}", staff=event.staff) if event.staff else None,
        Text("。原话：“{words}”", words=event.words) if event.words else None,
        Text("。答应：“{promise}”", promise=event.promise) if event.promise else None,
        Text("。备注：{note}", note=event.note) if event.note else None,
        Text("。附文件 {count} 个", count=len(event.proofs)) if event.proofs else None,
    )
    told = [piece for piece in pieces if piece]
    return reduce(lambda before, piece: Text("{before}{piece}", before=before, piece=piece), told) if told else ""


def _offers(offers: tuple[Offer, ...]) -> Iterator[Block]:
    if not offers:
        yield paragraph(Text("没有记录。"))
        return
    yield Table(
        (Text("日期"), Text("谁提的"), Text("哪笔债"), Text("原话"), Text("一共还")), tuple(map(_offer, offers))
    )
    yield paragraph(Text("“一共还”是按今天的欠款算的，当时的数可能略有不同。"))


def _offer(offer: Offer) -> tuple[Text | Money | str, ...]:
    entry = offer.entry
    total = money.told(offer.flows.total) if offer.flows else Text("算不出")
    day = Text("{day}", day=entry.event.day) if entry.event.day else Text("没写日期")
    return day, Text(SIDE[entry.side]), offer.name, entry.event.words, total


def _agreements(found: Gathered) -> Iterator[Block]:
    if not found.agreements:
        yield paragraph(Text("没有记录。"))
    for earlier in found.replaced:
        yield paragraph(_earlier(earlier))
    for tracked in found.agreements:
        yield paragraph(*_agreed(tracked))
        yield Table(
            (Text("第几期"), Text("哪天"), Text("约定"), Text("已付"), Text("怎样")), tuple(map(_row, tracked.rows))
        )


def _earlier(agreement: Agreement) -> Text:
    day = Text("{day}", day=agreement.day) if agreement.day else Text("没写日期")
    return Text("“{name}”：{day}谈成过一次，后来重新谈了，付款不再按这一次算。", name=agreement.name, day=day)


def _agreed(tracked: Tracked) -> Iterator[Text]:
    agreement = tracked.agreement
    day = Text("{day}", day=agreement.day) if agreement.day else Text("没写日期")
    yield Text("“{name}”：{day}谈成，共 {total}；已付 {paid}，还剩 {left}。", name=agreement.name, day=day, total=money.told(tracked.total), paid=money.told(tracked.paid), left=money.told(tracked.left))  # fmt: skip
    if agreement.clause:
        yield Text("晚了怎么办，协议原话：“{clause}”。", clause=agreement.clause)


def _row(row: Instalment) -> tuple[Text | Money | int, ...]:
    return (
        row.number, Text("{day}", day=row.day), money.told(row.fen), money.told(row.covered), Text(STANDING[row.standing]),
    )  # fmt: skip


def _files(found: Gathered) -> Iterator[Block]:
    if not found.files:
        yield paragraph(Text("没有附文件。"))
        return
    rows = tuple((where, proof.name, proof.size, f"{proof.sha256[:_SHOWN]}…") for where, proof in found.files)
    yield Table((Text("属于"), Text("文件名"), Text("字节"), Text("指纹的头 {count} 位", count=_SHOWN)), rows)
    yield paragraph(Text("完整的指纹（SHA-256）在“{book}.xlsx”的“文件清单”那一页。", book=BOOK))


MEANING: tuple[Text, ...] = (
    Text("能说明：从打包那一刻起，里面的文件和记录有没有被改过；引用的录音、截图是不是当初那一个。"),
    Text("不能说明：记录写得是不是真的、当时是不是真的那样说；时间用的是本机的钟，没有第三方证明。"),
    Text(
        "整份重新做一遍也能做出一个前后一致的包。想证明“那一天就有了”，打包当天把证据包的指纹发给信得过的人，或者另做公证、可信时间戳。"
    ),
    Text("录音、聊天记录的原件留在原来的手机里，别剪辑、别删；提交时一并带上。"),
)
