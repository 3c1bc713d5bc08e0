"""Drafts made from the log: which can be written now, which facts the others wait for, and one of them to read and take."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.report.letters import LOGGED_AS, Draft, Due, drafts
from ui import handed, navigation, paper, session
from ui.cited import citations
from ui.text import _, day_text, inert, plain, say, sentences


def ladder(place: int) -> tuple[Draft, ...]:
    """What can be written now, in order, with its days; behind a button what cannot, and why."""
    found = _made(place)
    ready, waiting = [each for each in found if each.paper], [each for each in found if not each.paper]
    if ready:
        st.markdown("\n".join(f"1. {_step(each)}" for each in ready))
    else:
        st.info(_("现在还出不了文书。下面写着每一份缺什么。"))
    with st.expander(_("还出不了的 {count} 份，各缺什么").format(count=len(waiting)), expanded=not ready):
        st.markdown("\n".join(f"- **{say(each.title)}**　{sentences(*map(say, each.wants))}" for each in waiting))
        navigation.link("records", _("去补往来记录"))
    return tuple(ready)


def objection(place: int) -> Draft:
    """The objection to what the credit report says of one debt."""
    return next(each for each in _made(place) if each.name == "credit_objection")


def _made(place: int) -> tuple[Draft, ...]:
    here = session.current()
    return here.once(lambda: drafts(here.case, place, here.as_of, here.law), "letters", place)


def _step(draft: Draft) -> str:
    state = _("{day}递出").format(day=day_text(draft.sent)) if draft.sent else _("可以出")
    head = _("**{title}**　给{whom}").format(title=say(draft.title), whom=say(draft.to))
    return "  \n".join((f"{head}　:gray-badge[{state}]", *(f"   {_due(due)}" for due in draft.dues)))


def _due(due: Due) -> str:
    if due.day is None:
        return say(due.what)
    return _("**{day}**　{what}").format(day=inert(day_text(due.day)), what=say(due.what))


def one(place: int, ready: Sequence[Draft]) -> None:
    """One draft, chosen: what it still lacks, the document, the key that logs it, the rules, and how it reads."""
    here = session.current()
    at = st.selectbox(
        _("看哪一份"), range(len(ready)), key=here.key("complaint", place, len(ready)), format_func=lambda at: plain(ready[at].title)
    )  # fmt: skip
    take(place, ready[at])


def take(place: int, draft: Draft) -> None:
    """The draft with all that goes with it; nothing where it cannot be written yet."""
    here = session.current()
    if draft.paper is None:
        return
    st.markdown(_("**递出以前还要补的**"))
    st.markdown("\n".join(f"- {say(each)}" for each in draft.lacks))
    letter = handed.Letter(
        draft.paper, f"{plain(draft.title)}-{place + 1}.docx", here.case.debts[place].name, "complained", plain(draft.to),
        LOGGED_AS[draft.name],
    )  # fmt: skip
    handed.keys(_("下载（Word）"), letter, here.key("complaint", place, draft.name))
    citations(draft.rules)
    paper.show(draft.paper)
