"""The request to one lender: what is true of the household, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from assessment import DebtAssessment
from assessment.case.words import HARDSHIPS
from assessment.offers import Judged
from assessment.report.paper import Paper
from assessment.report.request import asked_for, may_be_asked, request
from assessment.report.wishes import Wishes
from ui import limitation_clock, session
from ui.text import _


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, and the option it asks for; none where nothing can be carried."""

    paper: Paper
    option: Judged | None


def draft(found: DebtAssessment) -> Letter | None:
    """The letter as chosen here; none about a debt that may be out of time."""
    here = session.current()
    if limitation_clock.stands(found.index):
        limitation_clock.warn(found.index)
        st.write(_("写信请求分期、延期或减免，可能让已经过去的时效重新起算，所以这笔债先不出请求书。"))
        return None
    places = may_be_asked(found.comparison.options)
    place = _option(found.index, places) if places else None
    wishes = _wishes(found.index)
    st.caption(
        _(
            "只写这一家的欠款和方案；别的债最多只说一句“别的要还的款”，不写是谁、多少，家里一共能拿出多少也不写。寄出或上传以前，再核对一遍数字，留好回执。提出分期、延期或减免，三年的诉讼时效会从那天起重新算。"
        )
    )
    option = asked_for(found, place)
    return Letter(request(found, option, here.assessment.affordability, wishes, here.as_of, here.law), option)


def _option(debt: int, places: tuple[int, ...]) -> int:
    here = session.current()
    options = here.debt(debt).comparison
    best = options.recommended if options.recommended in places else places[0]
    return int(
        st.selectbox(
            _("请求哪个方案"), places, places.index(best or places[0]), lambda at: _(options.options[at].outcome.title),
            key=here.key("report", "option", debt),
        )
    )  # fmt: skip


def _wishes(debt: int) -> Wishes:
    """Hardships that are true, own words, and the days to answer; kept with the case."""
    here = session.current()
    held = here.wishes.get(debt, Wishes())
    hardships = st.pills(
        _("真实的困难（可多选）"), list(HARDSHIPS), selection_mode="multi", default=held.hardships, format_func=lambda each: _(HARDSHIPS[each]),
        key=here.key("report", "hardships", debt),
    )  # fmt: skip
    words = st.text_area(
        _("自己的话（可不填）"), held.words, key=here.key("report", "words", debt), max_chars=500, height=90,
        placeholder=_("例如：7 月被裁员，正在找工作，10 月起有临时收入。"),
    )  # fmt: skip
    days = int(st.number_input(_("请对方几天内答复"), 3, 60, held.days, key=here.key("report", "days", debt)))
    wishes = replace(held, hardships=tuple(hardships), words=words.strip(), days=days)
    if wishes != held:
        here.wishes[debt] = wishes
    return wishes
