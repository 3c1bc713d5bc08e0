"""Named moments of a case: taken, listed, set beside one another, gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from assessment.case import Case
from assessment.differences import Difference, differences, moved
from assessment.text import Text, Value
from ui import session, tables
from ui.content import MOST_SNAPSHOTS, Held, Snapshot, held
from ui.text import _, day_text, inert, plain, yuan_text

_MOST_ROWS = 200
_NOW = -1


def take() -> None:
    """A name, and the button that keeps how everything stands now."""
    here = session.current()
    if here.empty:
        st.info(_("还没有填内容。填了以后，可以在通话、签字或大改之前留一份快照。"))
        return
    if len(here.snapshots) >= MOST_SNAPSHOTS:
        st.info(_("已经有 {count} 份快照，先删掉用不着的。").format(count=MOST_SNAPSHOTS))
        return
    with st.form("snapshot", border=False, clear_on_submit=True):
        name = st.text_input(
            _("给现在的内容起个名字"), placeholder=_("例如“通话前”“签协议前”"), max_chars=40, autocomplete="off"
        )
        if st.form_submit_button(_("留一份快照")):
            here.take_snapshot(" ".join(name.split()) or _("没有起名"))
            st.rerun()


def listed() -> None:
    """Every snapshot with what can be done with it."""
    here = session.current()
    now = held(here.standing)
    for place, each in enumerate(here.snapshots):
        _one(place, each, now)


def _one(place: int, each: Snapshot, now: Held) -> None:
    here = session.current()
    count = len(here.snapshots)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"snapshot_{count - place}"):
        st.markdown(f"**{inert(each.name)}**", width="content")
        st.caption(inert(_moment(each)), width="content")
        st.button(
            _("回到那时"), here.key("snapshot", place, "back"), on_click=here.go_back_to, args=(place,),
            disabled=each.held == now,
        )  # fmt: skip
        with st.popover(_("删除")):
            st.write(_("删掉快照“{name}”，不能恢复；眼前的内容不动。").format(name=inert(each.name)))
            st.button(_("确定删除"), here.key("snapshot", place, "drop"), on_click=here.drop_snapshot, args=(place,))


def compare() -> None:
    """Two moments side by side: the figures, and every entry that differs."""
    here = session.current()
    if not here.snapshots:
        return
    st.header(_("比一比"))
    titles = {_NOW: _("现在")} | {place: _title(each) for place, each in enumerate(here.snapshots)}
    left, right = st.columns(2)
    before = left.selectbox(_("从"), range(len(here.snapshots)), 0, titles.__getitem__, key=here.key("compare", "from"))
    after = right.selectbox(_("到"), titles, 0, titles.__getitem__, key=here.key("compare", "to"))
    old, new = here.snapshots[before].held, _held(after)
    if old == new:
        st.write(_("这两份一模一样。"))
        return
    _figures(old.case, new.case)
    _differences(differences(old.case, new.case))
    if old.model_dump(exclude={"case"}) != new.model_dump(exclude={"case"}):
        st.caption(
            _("不在上表里、也不一样的：改过的方案条件、挑出来比的方案、请求书里的话、没看懂的内容，或自己的规则。")
        )


def _held(place: int) -> Held:
    here = session.current()
    return held(here.standing) if place == _NOW else here.snapshots[place].held


def _title(each: Snapshot) -> str:
    return _("{name}（{moment}）").format(name=each.name, moment=_moment(each))


def _moment(each: Snapshot) -> str:
    return _("{day} {time}").format(day=day_text(each.day), time=each.time)


def _figures(old: Case, new: Case) -> None:
    rows = [
        {
            _("项目"): _(each.title), _("那时"): each.before, _("后来"): each.after,
            _("变化"): _difference(each.after - each.before),
        }
        for each in moved(old, new, session.current().law)
    ]  # fmt: skip
    tables.records(rows)
    st.caption(_("两边都按今天的规则算，所以不同只来自填的内容。每月的数是每月多少，欠款是一共多少。"))


def _difference(yuan: Decimal) -> str:
    if not yuan:
        return _("一样")
    return (
        _("多 {amount}").format(amount=yuan_text(yuan))
        if yuan > 0
        else _("少 {amount}").format(amount=yuan_text(-yuan))
    )


def _differences(found: Sequence[Difference]) -> None:
    if not found:
        st.write(_("填的内容一样。"))
        return
    st.subheader(_("填的内容，共 {count} 处不同").format(count=len(found)))
    tables.records([_row(each) for each in found[:_MOST_ROWS]])
    if len(found) > _MOST_ROWS:
        st.caption(_("只列出前 {count} 处。").format(count=_MOST_ROWS))


def _row(each: Difference) -> dict[str, str]:
    absent = Text("没有这一项")
    return {
        _("表"): _(each.part),
        _("名称"): "" if each.entry is None else _plain(each.entry),
        _("栏"): _(each.field) if each.field else _("整项"),
        _("那时"): _plain(absent if each.before is None else each.before),
        _("后来"): _plain(absent if each.after is None else each.after),
    }


def _plain(value: Value) -> str:
    return plain(Text("{value}", value=value))
