"""What others may see: the cover over this window, the window of their own, and what is sent there."""

from __future__ import annotations

import streamlit as st

from assessment.text import label
from ui import presenting, session, sheets
from ui.presented import Block
from ui.text import Amounts, _, language

_AMOUNTS: dict[Amounts, str] = {"rounded": label("写约数"), "hidden": label("不写"), "exact": label("写准数")}
_NAMED = {"figures": label("三个数"), "option": label("一个方案"), "steps": label("下一步"), "chart": label("一张图")}


def menu() -> None:
    """The cover, how amounts are said, and the window, behind one button."""
    here = session.current()
    with st.popover(_("给别人看"), key="others.menu"):
        st.toggle(
            _("遮住这个窗口"), here.cover.on, "others.cover", on_change=_cover,
            help=_("出借方写成甲、乙，名目换成类别，备注不显示。要填写的页面先收起来，填过的内容不变。"),
        )  # fmt: skip
        st.radio(  # segments would load every emoji before the first page
            _("金额怎么写"), list(_AMOUNTS), list(_AMOUNTS).index(here.cover.amounts), lambda word: _(_AMOUNTS[word]),
            _key(), on_change=_say_amounts, horizontal=True,
        )  # fmt: skip
        st.caption(_("约数取头两位：12,345 写成约 12,000。"))
        if here.presenting.on:
            _address(here.presenting.token)
        else:
            st.write(
                _("也可以另开一个窗口给对方看：您在这边操作，对方只看到您送过去的那一块，名字和备注不会出现在那里。")
            )
            st.button(_("开一个给对方看的窗口"), "others.begin", on_click=here.presenting.begin)
        st.caption(_("连按两次 Esc，所有窗口立刻变成空白；再按两次，恢复原样。"))


def _key() -> str:
    """What the page sends of a choice are its words, so that each language has its own."""
    return f"others.amounts.{language()}"


def _cover() -> None:
    cover = session.current().cover
    cover.on, cover.front = bool(session.typed("others.cover")), None


def _say_amounts() -> None:
    chosen: list[Amounts] = [word for word in _AMOUNTS if word == session.typed(_key())]
    session.current().cover.amounts = chosen[0]


def _address(token: str) -> None:
    st.link_button(_("打开给对方看的窗口"), f"/?show={token}")


def banner() -> None:
    """What the other side sees, for as long as it sees anything."""
    here = session.current()
    if here.covered:
        st.info(_("这个窗口遮着：{seen}").format(seen=_(sheets.SEEN[here.cover.amounts])))
    if here.presenting.on:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.write(_seen())
            _controls()


def _seen() -> str:
    here = session.current()
    held = here.presenting
    if held.block is None:
        return _("给对方看的窗口开着，里面还没有内容。在要给对方看的地方按“送到对方窗口”。")
    if held.paused:
        return _("给对方看的窗口先停着，对方看到“请稍等”。")
    if presenting.waits(session.behind()):
        if not presenting.pictured(session.behind()):
            return _("数改了，图要回到它那一页才会重画；现在对方看到“请稍等”。")
        return _("数改了，这张图要回到它那一页才会重画；现在对方看到的是 {time} 的图，图下写着还没有重画。").format(
            time=held.drawn_at
        )
    name, seen = _(_NAMED[str(held.block[0])]), _(sheets.SEEN[here.cover.amounts])
    return _("对方正在看：{name}。{seen}").format(name=name, seen=seen)


def _controls() -> None:
    held = session.current().presenting
    _address(held.token)
    if held.block is not None:
        st.button(_("接着给对方看") if held.paused else _("先别给对方看"), "others.pause", on_click=held.pause)
    st.button(_("结束"), "others.end", on_click=held.end)


def offer(block: Block) -> None:
    """The button that sends a block to the other side's window, while one is open."""
    held = session.current().presenting
    if not held.on:
        return
    shown = held.block == block and not held.paused
    st.button(
        _("对方正在看这一块") if shown else _("送到对方窗口"), "others." + ".".join(map(str, block)), on_click=held.show, args=(block,), disabled=shown
    )  # fmt: skip


def closed() -> None:
    """In place of a page that is for the person alone."""
    st.title(_("这一页先收起来"))
    st.write(_("窗口遮着的时候，只看结果，不填写。填过的内容都在，取消遮挡就回来。"))
    st.button(_("取消遮挡"), "others.uncover", on_click=_uncover)


def _uncover() -> None:
    session.current().cover.on = False
    session.write("others.cover", False)
