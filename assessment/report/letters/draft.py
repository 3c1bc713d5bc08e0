"""A draft, or why there is none yet: to whom, what it still lacks, by when, and whether it was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assessment import dates
from assessment.case import SENT
from assessment.report.letters.matter import Matter
from assessment.report.paper import Paper
from assessment.text import Text

Name = Literal[
    "details", "lender", "personal_data", "regulator", "sold_along", "credit_objection", "credit_complaint", "police",
    "order_objection", "answer",
]  # fmt: skip

_WEEKEND = frozenset({5, 6})
LOGGED_AS: dict[Name, str] = {
    "details": "索取合同和明细", "lender": "向出借方投诉", "personal_data": "个人信息请求", "regulator": "12378、12345 投诉", "sold_along": "12315 投诉",
    "credit_objection": "征信异议", "credit_complaint": "12363 投诉", "police": "报警", "order_objection": "支付令异议", "answer": "答辩状",
}  # fmt: skip
"""What stands in the log once a draft was sent; also what a line written by hand is known by."""
_KNOWN_BY: dict[Name, re.Pattern[str]] = {
    "regulator": re.compile(r"(?<!\d)(12378|12345)(?!\d)|金融监管|金融监督|金融管理"),
    "sold_along": re.compile(r"(?<!\d)12315(?!\d)|市场监管|市场监督"),
    "credit_complaint": re.compile(r"(?<!\d)12363(?!\d)|人民银行.{0,4}投诉"),
    "credit_objection": re.compile("征信.{0,4}异议|异议.{0,6}征信|credit.{0,12}objection", re.IGNORECASE),
    "police": re.compile(r"报警|报案|派出所|公安|(?<!\d)110(?!\d)"),
    "order_objection": re.compile("支付令"),
    "answer": re.compile("答辩"),
    "personal_data": re.compile("个人信息请求|(删除|更正|查阅).{0,6}个人信息"),
    "lender": re.compile("投诉|工单|complain", re.IGNORECASE),
    "details": re.compile("合同|明细|流水"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A day that counts, and what it is; no day where the law gives none."""

    day: date | None
    what: Text


@dataclass(frozen=True, slots=True)
class Draft:
    """One paper. Without `paper`, `wants` says which facts are missing; `lacks` is what the paper itself leaves open."""

    name: Name
    title: Text
    to: Text
    paper: Paper | None = None
    wants: tuple[Text, ...] = ()
    lacks: tuple[Text, ...] = ()
    dues: tuple[Due, ...] = ()
    rules: tuple[str, ...] = ()
    sent: date | None = None

    def wanting(self, *facts: Text) -> Draft:
        """The same without a paper, and which facts it waits for."""
        return replace(self, wants=facts)


def until(begins: date, days: int, what: Text) -> Due:
    """The last day of a term, never too late, with how a day of rest would move it.

    That is said as a possibility: which days of the year are worked in exchange is decided anew each year.
    Sources: 民法典 第二百零三条, 民事诉讼法 第八十五条.
    """
    last = dates.term_ends(begins, days)
    if last.weekday() in _WEEKEND:
        return Due(last, Text("{what}这天是周末，一般顺延到休假后的第一天；因调休要上班的周末不顺延。", what=what))
    return Due(last, Text("{what}这天是法定休假日的话，顺延到休假后的第一天。", what=what))


def sent(about: Matter, name: Name) -> date | None:
    """The last day on which such a paper was sent, by the log."""
    return max(
        (event.day for place, event in enumerate(about.events) if event.day and _is(about, place, name)), default=None
    )


def sent_lines(about: Matter, name: Name) -> tuple[int, ...]:
    """The places of the lines that tell of such a paper."""
    return tuple(place for place in range(len(about.events)) if _is(about, place, name))


def _is(about: Matter, place: int, name: Name) -> bool:
    event = about.events[place]
    if event.kind not in SENT:
        return False
    said = f"{event.who} {event.words}"
    return next((known for known, pattern in _KNOWN_BY.items() if pattern.search(said)), None) == name
