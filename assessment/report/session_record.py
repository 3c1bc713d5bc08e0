"""The record of a counselor's session: what client and counselor set down together, and the counselor's own copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessment.case import Case, words
from assessment.counsel import (
    CHECKS,
    FIGURES,
    TELL_BACK,
    Counsel,
    Graded,
    Shown,
    Suitability,
    heaviest_first,
    is_stale,
    weight,
)
from assessment.layout import sheets
from assessment.offers import FIT
from assessment.report.paper import Block, Heading, Items, Paper, Table, paragraph
from assessment.text import Money, Text, Value

_NOTHING = Text("—")


def for_the_client(case: Case, counsel: Counsel, as_of: date) -> Paper:
    """What was set down together. The check list and the private notes are not in it."""
    return Paper(Text("陪谈记录（{day}）", day=as_of), tuple(_together(case, counsel)))


def for_the_counselor(case: Case, counsel: Counsel, as_of: date) -> Paper:
    """The counselor's own copy; the only paper that holds the private notes."""
    title = Text("陪谈记录，咨询员自存（{day}）", day=as_of)
    blocks = (*_together(case, counsel), *_check_list(counsel), *_notes(counsel))
    return Paper(title, blocks)


def _together(case: Case, counsel: Counsel) -> Iterator[Block]:
    if counsel.counselor:
        yield paragraph(Text("咨询员：{name}", name=counsel.counselor))
    yield from _figures(case)
    for record in reversed(counsel.chosen):
        yield from _options(record)
    yield from _told(counsel)
    yield from _questions(counsel)
    yield paragraph(Text("这里记的是谈过的内容，不是律师意见，也不是协议。数以记录那天的为准。"))


def _figures(case: Case) -> Iterator[Block]:
    rows: list[tuple[Value, ...]] = []
    for section in FIGURES:
        title = next(sheet.title for sheet in sheets() if sheet.section == section)
        entries = getattr(case, section)
        rows += [_figure(title, entries[place]) for place in heaviest_first(entries)]
    if rows:
        yield Heading(Text("填的数和凭证"))
        yield Table(
            (Text("类别"), Text("名称"), Text("金额（收支按每月）"), Text("可靠程度"), Text("凭证"), Text("核对日期")),
            tuple(rows),
        )


def _figure(kind: str, entry: Graded) -> tuple[Value, ...]:
    name = Text("{name}", name=entry.name) if entry.name else Text("（未命名）")
    checked: Value = entry.checked or _NOTHING
    if is_stale(entry):
        checked = Text("核过以后改了，要再核")
    return (Text(kind), name, Money(weight(entry)), Text(words.GRADE[entry.grade]), entry.proof or _NOTHING, checked)


def _options(record: Suitability) -> Iterator[Block]:
    yield Heading(Text("{name}：{day} 看过的方案", name=record.debt or "＿＿", day=record.day))
    head = (Text("方案"), Text("撑得住吗"), Text("每月最多"), Text("今天付"), Text("一共还"), Text("还清日期"))
    yield Table(head, tuple(map(_option, record.shown)))
    if record.chosen is None:
        yield paragraph(Text("还没有选。"))
    else:
        yield paragraph(Text("选了“{title}”。", title=Text(record.shown[record.chosen].title)), *_by(record))
    if record.reasons:
        yield paragraph(Text("理由：{words}", words=record.reasons))
    refused = [each for place, each in enumerate(record.shown) if each.refused and place != record.chosen]
    if refused:
        yield Items(
            tuple(Text("没有选“{title}”：{words}", title=Text(each.title), words=each.refused) for each in refused)
        )


def _option(each: Shown) -> tuple[Value, ...]:
    name, fit, free = Text(each.title), Text(FIT[each.fit]), each.debt_free or _NOTHING
    return (name, fit, Money(each.monthly), Money(each.at_once), Money(each.total), free)


def _by(record: Suitability) -> tuple[Text, ...]:
    return (Text("由{name}决定。", name=record.by),) if record.by else ()


def _told(counsel: Counsel) -> Iterator[Block]:
    told = [(question, counsel.told[point]) for point, question in TELL_BACK.items() if point in counsel.told]
    if not told:
        return
    yield Heading(Text("当事人自己的话"))
    for question, answer in told:
        clear = Text("{day} 说清楚了。", day=answer.day) if answer.day else Text("还要再说一遍。")
        yield paragraph(Text(question))
        yield Items(((Text("{words}", words=answer.words),) if answer.words else ()) + (clear,))


def _questions(counsel: Counsel) -> Iterator[Block]:
    if not counsel.questions:
        return
    yield Heading(Text("问过的和还要问的"))
    for each in counsel.questions:
        yield paragraph(Text("{words}", words=each.words))
        yield Items((Text("{words}", words=each.answer) if each.answer else Text("还没有答。"),))


def _check_list(counsel: Counsel) -> Iterator[Block]:
    yield Heading(Text("清单"))
    rows = tuple((Text(point), counsel.done.get(name, Text("还没有做"))) for name, point in CHECKS.items())
    yield Table((Text("做什么"), Text("哪天做的")), rows)


def _notes(counsel: Counsel) -> Iterator[Block]:
    yield Heading(Text("私人笔记"))
    if not counsel.notes:
        yield paragraph(Text("没有写。"))
    for note in counsel.notes:
        yield paragraph(Text("{day} {time}", day=note.day, time=note.time))
        yield Items((Text("{words}", words=note.words),))
