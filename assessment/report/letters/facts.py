"""Facts: lines of the log in order of time, numbered, each with its evidence. Nothing here that was not logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from assessment import dates
from assessment.case import Event, EventKind, words
from assessment.report.letters.matter import Matter
from assessment.report.paper import Paragraph
from assessment.text import Money, Text, label


@dataclass(frozen=True, slots=True)
class Facts:
    """The lines at these places, numbered from one in order of time."""

    about: Matter
    places: tuple[int, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """A paragraph a fact: when and what, who, the words noted, the evidence."""
        for number, place in enumerate(self.places, start=1):
            yield Paragraph(tuple(_told(number, self.about.events[place], self.about)))

    def numbers(self, places: Iterable[int]) -> str:
        """The numbers of those of the places that are among the facts: 1、3–7."""
        wanted = set(places)
        numbers = [number for number, place in enumerate(self.places, start=1) if place in wanted]
        runs = groupby(enumerate(numbers), lambda each: each[1] - each[0])
        return "、".join(_run([number for _at, number in run]) for _key, run in runs)

    def lacks(self) -> Iterator[Text]:
        """What the lines themselves leave open."""
        for told, without in (
            (_UNDATED, [place for place in self.places if self.about.events[place].day is None]),
            (
                _UNNAMED,
                [
                    place
                    for place in self.places
                    if _from_them(self.about.events[place]) and _nobody(self.about.events[place])
                ],
            ),
            (_UNPROVED, [place for place in self.places if not self.about.events[place].proofs]),
        ):
            if without:
                yield Text(told.msgid, numbers=self.numbers(without))


_WHAT: dict[EventKind, str] = {"complained": label("我投诉或者书面要求过"), "other": label("记下一件事")}
_WHO: dict[EventKind, str] = {"third_party": label("联系的人：{who}。"), "complained": label("递给：{who}。")}
_THEM = label("对方：{who}。")
_UNDATED = Text("事实 {numbers} 没有日期。")
_UNNAMED = Text("事实 {numbers} 没有写对方是谁：号码、工号或者自称的单位。")
_UNPROVED = Text("事实 {numbers} 没有附证据：在“往来记录”里附上录音、截图、通话记录，只留名字和指纹。")


def facts(about: Matter, places: Iterable[int]) -> Facts:
    """The facts at these places, each once."""
    return Facts(about, tuple(sorted(set(places), key=lambda place: _when(about.events[place], place))))


def _from_them(event: Event) -> bool:
    return event.kind in {"call", "dialled", "message", "visit", "third_party", "letter"}


def _nobody(event: Event) -> bool:
    return not (event.who or event.number or event.staff)


def _run(numbers: list[int]) -> str:
    """One after the other: 3, 3、4 or 3–7."""
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 2 else "、".join(map(str, numbers))


def _when(event: Event, place: int) -> tuple[date, time, int]:
    return event.day or date.max, dates.clock(event.time) or time.min, place


def _told(number: int, event: Event, about: Matter) -> Iterator[Text]:
    kind = Text(_WHAT.get(event.kind, words.EVENT_KIND[event.kind]))
    if event.day is None:
        yield Text("事实 {number}：{kind}，日期没有记下。", number=number, kind=kind)
    elif event.time:
        yield Text("事实 {number}：{day} {time}，{kind}。", number=number, day=event.day, time=event.time, kind=kind)
    else:
        yield Text("事实 {number}：{day}，{kind}。", number=number, day=event.day, kind=kind)
    if event.amount:
        yield Text("金额 {amount}。", amount=Money(event.amount))
    if event.who:
        yield Text(_WHO.get(event.kind, _THEM), who=about.quoted(event.who))
    if event.number:
        yield Text("号码：{number}。", number=about.quoted(event.number))
    if event.staff:
        yield Text("工号：{staff}。", staff=about.quoted(event.staff))
    if event.words:
        yield Text("当时记下：“{words}”。", words=about.quoted(" ".join(event.words.split())))
    if event.promise:
        yield Text("答应：“{promise}”。", promise=about.quoted(" ".join(event.promise.split())))
    if event.proofs:
        yield Text("证据：{names}。", names=about.quoted("、".join(proof.name for proof in event.proofs)))
    else:
        yield Text("证据：＿＿＿＿＿＿。")
