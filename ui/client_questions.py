"""Questions for the client, with the answers in the client's words."""

from __future__ import annotations

import streamlit as st

from assessment.counsel import WORDS, left_open
from ui import jotted, session
from ui.text import _, inert, plain


def show() -> None:
    """What the case leaves open, to be taken over; one's own questions; and the answers."""
    here = session.current()
    st.write(_("问过的和还要问的都记在这里。会留在给当事人的记录里，写的时候想着当事人会看到。"))
    _suggested()
    key = here.key("question.new", len(here.counsel.questions))
    st.text_input(
        _("加一个问题，按回车记下"), key=key, max_chars=WORDS, autocomplete="off", on_change=_typed, args=(key,),
        placeholder=_("例如：上个月的房租是从哪里来的？"),
    )  # fmt: skip
    for place, question in enumerate(here.counsel.questions):
        with st.container(border=True):
            st.markdown(f"**{inert(question.words)}**")
            jotted.words(("questions", place, "answer"), _("回答（用本人的话）"))
            st.button(_("不问了"), here.key("question", place, "remove"), on_click=_drop, args=(place,), disabled=bool(question.answer))  # fmt: skip


def _suggested() -> None:
    here = session.current()
    asked = {question.words for question in here.counsel.questions}
    found = [plain(each) for each in left_open(here.case, here.assessment.doubts)]
    new = [words for words in dict.fromkeys(found) if words not in asked]
    if not new:
        return
    with st.expander(_("从填的内容里看，还有 {count} 处要问").format(count=len(new)), expanded=not asked):
        st.markdown("\n".join(f"- {inert(words)}" for words in new))
        st.button(_("都加进来"), here.key("question.suggested"), on_click=_add, args=(tuple(new),))


def _add(questions: tuple[str, ...]) -> None:
    here = session.current()
    here.counsel = here.counsel.asking(questions)


def _typed(key: str) -> None:
    _add((str(session.typed(key) or ""),))


def _drop(place: int) -> None:
    here = session.current()
    here.jot(("questions",), here.counsel.questions[:place] + here.counsel.questions[place + 1 :])
    here.generation += 1
