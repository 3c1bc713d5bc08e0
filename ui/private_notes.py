"""The counselor's private notes."""

from __future__ import annotations

import streamlit as st

from assessment.counsel import WORDS, Note
from ui import clock, jotted, session
from ui.text import _, day_text


def show() -> None:
    """A new note on top, those of before beneath."""
    here = session.current()
    st.write(
        _(
            "只有打开这一步才看得到。不进给当事人的记录，不进计划、请求书和表格，只进“咨询员自存”的那一份；存在这台电脑时和内容存在一起，加密存档里要另外勾选才带上。不要写身份证号、手机号。"
        )
    )
    count = len(here.counsel.notes)
    key = here.key("note.new", count)
    st.text_area(
        _("新的一条，写完点一下别处就记下"), key=key, height=120, max_chars=WORDS, on_change=_take, args=(key,)
    )
    for place in reversed(range(count)):
        _one(place)


def _one(place: int) -> None:
    here = session.current()
    note = here.counsel.notes[place]
    with st.container(border=True, key=f"private_note_{place}"):
        jotted.words(("notes", place, "words"), f"{day_text(note.day)} {note.time}")
        with st.popover(_("删除")):
            st.write(_("删掉这一条，不能恢复。"))
            st.button(_("确定删除"), here.key("note", place, "remove"), on_click=_drop, args=(place,))


def _take(key: str) -> None:
    here, typed = session.current(), str(session.typed(key) or "").strip()
    if typed:
        here.counsel = here.counsel.noting(Note(day=here.as_of, time=clock.time_of_day(), words=typed))


def _drop(place: int) -> None:
    here = session.current()
    here.jot(("notes",), here.counsel.notes[:place] + here.counsel.notes[place + 1 :])
    here.generation += 1
