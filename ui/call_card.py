"""What to have ready before a call, on one card."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment import DebtAssessment
from assessment.deal.preparation import Preparation, Stand, prepare
from assessment.negotiation.pins import TITLE
from assessment.report.wishes import Wishes
from assessment.text import Text
from ui import navigation, room_view, session
from ui.cited import citations
from ui.text import _, fen_text, inert, say


def prepared(found: DebtAssessment) -> Preparation:
    """The call about a debt, from the room it has at the interest chosen here."""
    here = session.current()
    hardships = here.wishes.get(found.index, Wishes()).hardships
    return prepare(here.case, room_view.of(found), here.assessment.affordability, hardships, here.law)


def show(ready: Preparation) -> None:
    """Facts, where to stand, proofs, likely objections, and words for each part of the call."""
    st.markdown(f"**{say(ready.room.headline)}**")
    _list(_("五件事"), ready.facts)
    if not ready.parts:
        citations(ready.rules)
        return
    _stands(ready)
    left, right = st.columns(2, gap="large")
    with left:
        for part in ready.parts:
            _quoted(say(part.title), part.said)
    with right:
        st.markdown(_("**对方可能这样说**"))
        for each in ready.objections:
            st.markdown(f"{say(each.theirs)}\n\n> {say(each.answer)}")
    _list(_("手边备好"), ready.proofs)
    citations(ready.rules)


def _stands(ready: Preparation) -> None:
    st.markdown(_("**从哪里开口，到哪里为止**"))
    if ready.stands:
        for column, stand in zip(st.columns(len(ready.stands)), ready.stands, strict=True):
            with column, st.container(border=True, height="stretch"):
                _stand(stand)
    for also in filter(None, (ready.stop, ready.compared)):
        st.write(say(also))
    if ready.room.pins:
        navigation.link("room", _("这三个点怎么来的"))


def _stand(stand: Stand) -> None:
    st.caption("＝".join(_(TITLE[name]) for name in stand.names))
    st.write(say(stand.said))
    if stand.deal:
        result = stand.deal.judged.outcome
        total = fen_text(result.total)
        st.caption(inert(_("{months} 期，一共 {total}").format(months=result.terms.months, total=total)))


def _quoted(title: str, lines: Sequence[Text]) -> None:
    st.markdown(f"**{title}**")
    st.markdown("\n\n".join(f"> {say(line)}" for line in lines))


def _list(title: str, lines: Sequence[Text]) -> None:
    st.markdown(f"**{title}**\n" + "\n".join(f"- {say(line)}" for line in lines))
