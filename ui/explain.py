"""Figures with where they came from, one click away."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment
from assessment.affordability import Affordability
from assessment.case import words
from assessment.contradictions import nothing_spent
from assessment.figures import Figure
from ui import navigation, session, tables
from ui.cited import citations
from ui.text import _, say, sentences, yuan_text


def figure(title: str, found: Figure) -> None:
    """An amount under its title; its reason, trail, sources and weakest input behind a click."""
    st.metric(title, yuan_text(found.yuan))
    with st.expander(_("怎么算的"), key=f"why.{title}", on_change="rerun") as why:
        if why.open:
            trail_of(found)


def trail_of(found: Figure) -> None:
    st.write(say(found.reason))
    tables.records(
        [
            {
                _("项目"): line.label,
                _("每月"): line.yuan,
                _("可靠程度"): _(words.GRADE[line.grade]),
                _("备注"): line.note,
            }
            for line in found.lines
        ]
    )
    st.caption(_("其中最不确定的一项是“{grade}”。").format(grade=_(words.GRADE[found.grade])))
    citations(found.rules)


def needs_income() -> None:
    """What is missing before the three figures mean anything, and where to enter it."""
    st.info(_("还没有填收入。填了收入和支出，这里就会给出三个数，并说明每一步怎么算。"))
    navigation.link("budget", _("去填收入与支出"))


def needs_outgoings() -> None:
    """Above every page: that the figures are too high where nothing that is spent is filled in."""
    here = session.current()
    doubt = nothing_spent(here.case)
    if doubt is None:
        return
    with st.container(border=True):
        st.write(sentences(say(doubt.what), say(doubt.instead)))
        if st.button(_("去填收入与支出"), here.key("outgoings")):
            navigation.go("budget")


def three_figures(found: Affordability) -> None:
    """保底, 建议 and 上限 side by side; or, where nothing is left, what that means."""
    if found.negative:
        st.info(nothing_left())
    for column, (name, amount, meaning) in zip(st.columns(3), named(found), strict=True):
        with column, st.container(border=True):
            st.metric(name, yuan_text(amount.yuan))
            st.caption(meaning)


def nothing_left() -> str:
    """What it means where a month leaves nothing."""
    return _(
        "按现在的收支，每月没有余钱。这时签任何分期都会再断，不要硬签，也不要借新还旧。先看“下一步”里的缓一缓和求助办法。"
    )


def named(found: Affordability) -> tuple[tuple[str, Figure, str], ...]:
    """The three figures, each with its name and what it means."""
    return (
        (_("保底"), found.floor, _("收入差的月份也守得住")),
        (_("建议"), found.suggested, _("一般月份合适，留一成应急")),
        (_("上限"), found.ceiling, _("再多就会断")),
    )


def trail(found: Affordability) -> None:
    """Each figure's formula, lines and sources, made once they are opened."""
    steps = (
        (_("可靠收入"), found.income), (_("按实际花费算的支出"), found.actual), (_("按参考数调整后的支出"), found.guided),
        (_("保底"), found.floor), (_("建议"), found.suggested), (_("上限"), found.ceiling), (_("应急储备"), found.reserve),
    )  # fmt: skip
    for name, amount in steps:
        with st.expander(f"{name}　{yuan_text(amount.yuan)}", key=f"trail.{name}", on_change="rerun") as why:
            if why.open:
                trail_of(amount)


def second_opinions(found: Affordability) -> None:
    """What the rules of other places would give."""
    st.write(_("别处的算法可以拿来对照，不代替上面的三个数。"))
    tables.records(
        [{_("算法"): each.title, _("来自"): each.origin, _("每月"): each.figure.yuan} for each in found.second_opinions]
    )


def credit_notes(found: DebtAssessment) -> None:
    """What the codes mean, and the lenders' habits that read them."""
    st.caption(
        _("N 表示当月正常；1 到 7 表示逾期越来越久，1 是 1 至 30 天，7 是 180 天以上；C 表示结清；* 表示当月不用还。")
    )
    if not found.credit:
        return
    for habit in found.credit[0].habits:
        st.write(say(habit))
    citations(found.credit[0].rules)


def disclaimer() -> None:
    st.caption(
        _(
            "这里给的是计算和一般信息，不是律师意见。涉及官司，请打 12348 咨询或到当地法律援助中心问清楚。文中的热线是公开常用的号码，我们没有逐一核实，拨打前请再确认。"
        )
    )
