"""What was just taken from a file, what it changed, and the way back in one step."""

from __future__ import annotations

import streamlit as st

from assessment.case import Case
from assessment.intake.changes import Change, between
from assessment.layout import HOUSEHOLD, sheets
from ui import session
from ui.text import _, sentences


def show() -> None:
    """As long as nothing was changed since."""
    here = session.current()
    last = here.imported
    if last is None or here.case is not last.after:
        return
    said = counted(last.before, last.after)
    words = _("已采用。{changes}。").format(changes=said) if said else _("已采用，内容和原来一样，没有改动。")
    if here.imported_unsaid:
        here.imported_unsaid = False
        st.toast(sentences(words, _("要撤销的话，按钮在这一页的上方。") if said else ""))
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(words)
        if said:
            st.button(_("撤销这次采用"), here.key("imported", "undo"), on_click=here.undo)


def counted(before: Case, after: Case) -> str:
    """How many lines of each part differ between two cases: 债务新增 2 项、少了 1 项."""
    return _("；").join(map(_said, between(before, after)))


def _said(change: Change) -> str:
    titles = {sheet.section: sheet.title for sheet in sheets()} | {"household": HOUSEHOLD}
    title = _(titles[change.part])
    counts = (
        (change.added, _("新增 {count} 项")),
        (change.changed, _("改了 {count} 项")),
        (change.gone, _("少了 {count} 项")),
    )
    told = _("、").join(text.format(count=count) for count, text in counts if count)
    return _("{part}{changes}").format(part=title, changes=told)
