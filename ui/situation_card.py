"""The situation a person is in, chosen or guessed from the facts, as one card of what to do and say."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment import situations
from assessment.situations import SITUATIONS, Situation
from assessment.text import Text
from ui import session
from ui.cited import citations
from ui.text import _, plain, say


def choose() -> Situation:
    """The situation on the page: the one the facts point to until another is chosen."""
    here = session.current()
    found = here.assessment
    negative = found.affordability.negative and bool(here.case.incomes)
    guess = situations.likely(here.case, [debt.stage for debt in found.debts], found.barred, negative=negative)
    names = [each.name for each in SITUATIONS]
    chosen = st.selectbox(
        _("我现在遇到的情况"),
        SITUATIONS,
        names.index(guess),
        lambda each: plain(each.title),
        key=here.key("situation", guess),
    )
    card(chosen)
    return chosen


def card(shown: Situation) -> None:
    """What to do first, what may be said, what to keep, whom to turn to."""
    with st.container(border=True):
        _list(_("先做"), shown.first)
        if shown.said:
            st.markdown(_("**可以这样说**"))
            st.markdown("\n\n".join(f"> {say(each)}" for each in shown.said))
        elif shown.name == "barred":
            st.markdown(_("**这时最好什么也不说。**"))
        _list(_("留下"), shown.keep)
        _list(_("找谁"), shown.turn_to)
        citations(shown.rules)


def _list(title: str, lines: Sequence[Text]) -> None:
    if lines:
        st.markdown(f"**{title}**\n" + "\n".join(f"- {say(line)}" for line in lines))
