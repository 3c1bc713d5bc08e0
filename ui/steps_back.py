"""Undo and redo, on every page and by the keyboard, and what the last of them did."""

from __future__ import annotations

import streamlit as st

from assessment.case import Case
from assessment.differences import Difference, differences
from assessment.text import Text
from ui import imported, session
from ui.history import Told
from ui.text import _, say, sentences


def show() -> None:
    """Both buttons; in a place of its own, so that nothing after it moves."""
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        _buttons()


def _buttons() -> None:
    here = session.current()
    history = here.history
    if history.blank:
        return
    st.button(_("撤销上一步"), "undo", type="tertiary", on_click=here.undo, disabled=not history.past, shortcut="Alt+Z")
    st.button(_("重做"), "redo", type="tertiary", on_click=here.redo, disabled=not history.ahead, shortcut="Alt+Y")


def told() -> None:
    """What the last of them did; in a place of its own, so that nothing below it moves."""
    with st.container():
        last = session.current().history.told
        if last is not None:
            st.caption(_said(last), width="content")


def _said(told: Told) -> str:
    if told.way == "restored":
        return say(Text("已回到“{name}”时的内容。要回来，按“撤销上一步”。", name=told.name))
    if told.way == "opened":
        return say(Text("已打开存档“{name}”。要找回原来的内容，按“撤销上一步”。", name=told.name))
    if told.way == "undone":
        return _undone(told)
    return _("已重做：{change}。").format(change=_change(told.before, told.after))


def _undone(told: Told) -> str:
    """What was taken back, and what stands there again."""
    words = _("已撤销：{change}。").format(change=_change(told.after, told.before))
    found = differences(told.before, told.after)
    one = found[0] if len(found) == 1 else None
    return sentences(words, say(Text("现在又是 {value}。", value=one.after)) if one and one.field and one.after else "")


def _change(before: Case, after: Case) -> str:
    found = differences(before, after)
    if not found:
        return _("方案条件、请求书里的话或自己的规则")
    return say(_one(found[0])) if len(found) == 1 else imported.counted(before, after)


def _one(found: Difference) -> Text:
    part, field = Text(found.part), Text(found.field)
    if found.entry is None:
        return Text("{part}的{field}改成 {value}", part=part, field=field, value=found.after or "")
    if found.after is None:
        return Text("删除{part}“{entry}”", part=part, entry=found.entry)
    if found.before is None:
        return Text("新增{part}“{entry}”", part=part, entry=found.entry)
    return Text("{part}“{entry}”的{field}改成 {value}", part=part, entry=found.entry, field=field, value=found.after)
