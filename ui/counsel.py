"""The parts of a counselor's session, one at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.text import label
from ui import choices_shown, client_questions, marks, private_notes, session_checks, session_papers, teach_back
from ui.text import _

_PARTS: dict[str, Callable[[], None]] = {
    label("核数字"): marks.show,
    label("问清楚"): client_questions.show,
    label("选方案"): choices_shown.show,
    label("说给我听"): teach_back.show,
    label("清单"): session_checks.show,
    label("私人笔记"): private_notes.show,
    label("带走记录"): session_papers.show,
}


def show() -> None:
    """The part that was chosen; private notes are never on the screen unless they are."""
    titles = list(_PARTS)
    chosen = st.segmented_control(
        _("做哪一步"), titles, default=titles[0], required=True, format_func=_, key="counsel.part"
    )  # fmt: skip
    st.header(_(chosen or titles[0]))
    _PARTS[chosen or titles[0]]()
