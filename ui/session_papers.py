"""The record of the session to take along: the client's copy, and the counselor's own."""

from __future__ import annotations

import streamlit as st

from assessment.report.session_record import for_the_client, for_the_counselor
from assessment.text import label
from ui import jotted, paper, session
from ui.text import _

_COPIES = {
    "client": (label("给当事人"), for_the_client, "陪谈记录"),
    "own": (label("咨询员自存，含清单和私人笔记"), for_the_counselor, "陪谈记录-自存"),
}


def show() -> None:
    """Which copy, and the copy itself as it will stand in the document."""
    here = session.current()
    st.write(
        _(
            "“存成表格”带走的是数和凭证。问题、方案、说过的话、清单和笔记不在表格里：要么存在这台电脑，要么在关掉页面以前存一份加密存档，或下载这里的记录。"
        )
    )
    jotted.line(("counselor",), _("咨询员（可只写工号或姓）"))
    copy = str(
        st.radio(_("哪一份"), list(_COPIES), format_func=lambda name: _(_COPIES[name][0]), key="counsel.copy", horizontal=True)
    )  # fmt: skip
    _title, made, name = _COPIES[copy]
    found = made(here.case, here.counsel, here.as_of)
    paper.download(_("下载记录（Word）"), found, f"{name}-{here.as_of:%Y%m%d}.docx", "counsel.record")
    paper.show(found)
