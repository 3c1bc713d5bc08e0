"""How far the reading of a file is, and the button that stops it."""

from __future__ import annotations

import streamlit as st

from assessment.intake.apart.progress import Progress, Stage
from assessment.text import label
from ui import session
from ui.reading_job import ReadingJob
from ui.text import _, speak

_UNSEEN_SECONDS = 0.5
"""A file that is read in this time shows no progress at all."""
_EVERY_SECONDS = 0.3
_STAGES: dict[Stage, str] = {
    "waiting": label("排队"), "opening": label("打开文件"), "cells": label("读出单元格"), "headers": label("认表头"), "checking": label("核对"),
}  # fmt: skip
_BEGINS: dict[Stage, float] = {"waiting": 0.0, "opening": 0.05, "cells": 0.3, "headers": 0.8, "checking": 0.95}
_ENDS: dict[Stage, float] = {"waiting": 0.0, "opening": 0.3, "cells": 0.8, "headers": 0.95, "checking": 1.0}


def over(job: ReadingJob) -> bool:
    """Whether the reading is over; while it is not, the page shows how far it is."""
    if job.over(_UNSEEN_SECONDS):
        return True
    with st.container(border=True):
        st.subheader(_("正在读文件"))
        _watched()
    return False


@st.fragment(run_every=_EVERY_SECONDS)
def _watched() -> None:
    here = session.current()
    speak(here.language)
    job = here.reading
    if job is None or job.over():
        st.rerun()
        return
    st.progress(_share(job.progress), _words(job.progress))
    st.button(_("取消"), here.key("reading", "stop"), on_click=here.stop_reading)
    st.caption(_("这期间可以看别的页面；已经填的内容不会变。"))


def _share(now: Progress) -> float:
    """How much of the whole is done: each stage has its share, and its sheets share it evenly."""
    begin, end = _BEGINS[now.stage], _ENDS[now.stage]
    done = min(1.0, (now.part - 1 + now.share) / now.parts) if now.parts else 0.0
    return begin + (end - begin) * done


def _words(now: Progress) -> str:
    stage = _(_STAGES[now.stage])
    if now.stage == "waiting" and now.part:
        return _("{stage}：前面还有 {count} 个文件").format(stage=stage, count=now.part)
    if now.stage == "cells" and now.rows:
        return _("{stage}：第 {part} 页，共 {parts} 页，已读 {rows} 行").format(
            stage=stage, part=now.part, parts=now.parts, rows=now.rows
        )
    if now.stage in {"cells", "headers"} and now.parts > 1:
        return _("{stage}：第 {part} 页，共 {parts} 页").format(stage=stage, part=now.part, parts=now.parts)
    return stage
