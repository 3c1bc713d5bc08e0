"""What a letter needs and no call tells: asked for in a small form, kept as one line of the log, read again for the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.case import Event
from assessment.case.typed_lines import PART, typed
from assessment.report.letters.matter import Matter
from assessment.report.paper import BLANK, Table
from assessment.text import Text, label

_IS = "："


@dataclass(frozen=True, slots=True)
class Form:
    """The word its line begins with, which is kept as data, and what is asked, which is the head of its table too."""

    mark: str
    asked: tuple[str, ...]

    def line(self, answers: Mapping[str, str]) -> str:
        """The line: every answer given, after what was asked; none where nothing was answered."""
        given = [f"{each}{_IS}{told}" for each in self.asked if (told := _plain(answers.get(each, "")))]
        return PART.join((self.mark, *given)) if given else ""

    def answers(self, event: Event) -> tuple[str, ...] | None:
        """The answers of a line in the order asked, nothing for those not given; None of any other line."""
        mark, *parts = event.words.split(PART)
        if mark.strip() != self.mark or not typed(event):
            return None
        found = dict(part.split(_IS, 1) for part in parts if _IS in part)
        return tuple(found.get(each, "").strip() for each in self.asked)

    def told(self, about: Matter) -> Iterator[tuple[str, ...]]:
        """The answers of each line about the debt, other lenders' names left out."""
        for event in about.events:
            answers = self.answers(event)
            if answers is not None:
                yield tuple(map(about.quoted, answers))

    def table(self, about: Matter) -> Table | None:
        """The answers as they stand in a letter, with blanks for what was not given; None where no line tells."""
        rows = tuple(tuple(each or BLANK for each in answers) for answers in self.told(about))
        return Table(tuple(map(Text, self.asked)), rows) if rows else None


WRONG_RECORD = Form(
    "信用报告有误", (label("机构"), label("账户"), label("哪几个月"), label("报告写的"), label("应当是"), label("凭证"))
)
SOLD_ALONG = Form(
    "借款时被搭售", (label("商品或服务"), label("收款的一方"), label("付了多少"), label("哪天付的"), label("订单号、凭证"))
)  # fmt: skip
INSTITUTION = Form("出借机构", (label("机构全称"), label("注册地"), label("投诉的工单号"), label("它的答复")))


def _plain(answer: str) -> str:
    return " ".join(answer.replace(PART, "／").split())
