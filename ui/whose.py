"""Whose computer this is: asked once, said on every page, and what is kept on it listed, renamed, copied and deleted."""

from __future__ import annotations

import streamlit as st

from assessment.text import label
from ui import others, session, steps_back
from ui.drafts import KEPT_DAYS, Kept
from ui.keep import IDLE_SECONDS, Ended
from ui.keeping import OF_THE_DISK, WILL_NOT_DO, Trouble
from ui.text import _, day_text, inert, sentences

_STILL_HERE = label("内容还在这个页面里，请到“存档”页加密存成文件，或到首页存成表格。")
_TROUBLE: dict[Trouble, tuple[str, ...]] = {
    "full": (label("没能存到这台电脑：磁盘满了。"), _STILL_HERE, label("腾出空间以后会自动再存。")),
    "forbidden": (label("没能存到这台电脑：没有写入那个文件夹的权限。"), _STILL_HERE),
    "busy": (
        label("这一刻没能存到这台电脑：另一个程序正占着存档文件。"),
        label("内容还在这个页面里，过一会儿会自动再存。"),
    ),
    "broken": (label("存在这台电脑的存档文件坏了，读不出来，也没有再写进去。"), _STILL_HERE),
    "newer": (
        label("存在这台电脑的存档文件是更新的版本写的，现在这个版本读不懂，没有动它。"),
        _STILL_HERE,
        label("换成新版本就能打开。"),
    ),
    "disk": (label("没能存到这台电脑：读写磁盘时出了错。"), _STILL_HERE),
    "elsewhere": (label("另一个窗口里改过这份内容，这里的改动还没有存。选一份留下，或者两份都留。"),),
    "unreadable": (label("存在这台电脑的这份内容，现在这个版本读不懂，原样留着，没有动它。"),),
}
_ENDED: dict[Ended, str] = {
    "asked": label("已经结束，刚才填的内容都清除了，没有写进这台电脑。"),
    "idle": label("太久没有人动过这个页面，刚才填的内容已经清除，没有写进这台电脑。"),
    "closed": label("这个页面关掉过，上次填的内容已经清除，没有写进这台电脑。"),
}


def line() -> None:
    """Which kind of session this is, on every page, and beside it what others may see."""
    shown = not session.current().covered
    with st.container():  # places of their own, so that nothing below them moves
        if shown:
            _told()
    with st.container(horizontal=True, vertical_alignment="center", key="frame"):
        if shown:
            _line()
        steps_back.show()
        others.menu()


def _told() -> None:
    """What has just happened to what is kept, or stands in its way."""
    here = session.current()
    held = here.keeping
    if here.ended and here.untouched:
        st.info(_(_ENDED[here.ended]))
    if held.trouble:
        _trouble()
    elif held.aside:
        st.info(_("原来的存档文件没有删，改了名放在：{place}。现在存进新的文件。").format(place=inert(held.aside)))


def _line() -> None:
    held = session.current().keeping
    if held.trouble or held.aside:
        return
    if held.on and held.kept is not None:
        st.caption(_("自动存在这台电脑：{title}").format(title=inert(held.kept.title)), width="content")
    elif held.on:
        st.caption(_("填的内容会自动存在这台电脑。"), width="content")
    else:
        _private()


def _private() -> None:
    """What is true of a case that is never written down, and the way to end it."""
    shared = session.current().keeping.whose == "shared"
    allowed = IDLE_SECONDS["shared" if shared else ""]
    words = (
        _("私密使用：填的内容只在内存里，不写进这台电脑；关掉页面，或 {minutes} 分钟没有人动，就清除。").format(
            minutes=allowed // 60
        )
        if shared
        else _("填的内容只在内存里，不写进这台电脑；{hours} 小时没有人动，就清除。").format(hours=allowed // 3600)
    )
    st.caption(words, width="content")
    if not session.current().untouched:
        with st.popover(_("结束并清除"), type="tertiary"):
            st.write(_("刚才填的、上传的、算出来的，都从内存里清除，不能恢复。要留一份，先到“存档”页存成文件。"))
            st.button(_("现在清除"), "whose.end", on_click=session.end, args=("asked",), type="primary")


def _trouble() -> None:
    here = session.current()
    held = here.keeping
    with st.container(border=True):
        st.write(sentences(*map(_, _TROUBLE[held.trouble])))
        if held.trouble in WILL_NOT_DO:
            st.caption(_("放到一边只是改名，文件不删、内容不改；以后修好了，或换了新版本，还能找回来。"))
            st.button(_("把这个文件放到一边，另存一个新的"), "whose.aside", on_click=held.set_aside)
        if held.trouble == "elsewhere" and held.kept is not None:
            with st.container(horizontal=True):
                st.button(_("用另一个窗口的"), "whose.theirs", on_click=here.open_kept, args=(held.kept.id,))
                copy = _("{title}（另一份）").format(title=held.kept.title)
                st.button(_("两份都留"), "whose.both", on_click=here.keep_as_another, args=(copy,))


def ask() -> None:
    """Whose computer it is, until it is answered; then what is kept here.

    In a place of its own, so that what stands below, such as a file being chosen, stays where it is.
    """
    with st.container():
        _ask()


def _ask() -> None:
    here = session.current()
    if here.keeping.whose == "" and here.token:
        with st.container(border=True):
            st.subheader(_("这台电脑是谁在用"))
            st.write(
                _(
                    "只有您自己用，填的内容可以自动存在这台电脑，关掉程序、断电都不会丢；和别人共用的，什么都不写进电脑，关掉页面就没有了。没有选之前，不写进电脑。"
                )
            )
            with st.container(horizontal=True):
                st.button(_("只有我用，请存下来"), "whose.mine", on_click=here.answer, args=("mine",))
                st.button(_("和别人共用，不要存"), "whose.shared", on_click=here.answer, args=("shared",))
        return
    if here.keeping.on:
        _kept()


def _kept() -> None:
    here = session.current()
    if here.keeping.trouble in OF_THE_DISK:
        return
    listed = here.keeping.every()
    with st.expander(_("存在这台电脑的内容"), expanded=here.empty and bool(listed)):
        st.caption(
            _("共 {count} 份。{days} 天没有打开过的会自动删除。删除是真的删掉，找不回来。").format(
                count=len(listed), days=KEPT_DAYS
            )
        )
        with st.container(horizontal=True):
            if here.keeping.kept is not None:
                st.button(_("新开一份"), "whose.new", on_click=here.let_go)
            with st.popover(_("以后不存在这台电脑"), key="whose.never.ask"):
                st.write(_("会删掉存在这台电脑的全部内容，不能恢复；眼前这份还在页面里，关掉就没有了。"))
                st.button(_("全部删掉，以后不存"), "whose.never", on_click=_never)
        for kept in listed:
            _one(kept)


def _one(kept: Kept) -> None:
    here = session.current()
    opened = here.keeping.lies_at(kept.id)
    with st.container(border=True, key=f"kept_{kept.id}"):
        title = st.text_input(
            _("名称"), kept.title, key=here.key("kept", kept.id), max_chars=40, autocomplete="off", label_visibility="collapsed"
        )  # fmt: skip
        if title.strip() and title.strip() != kept.title:
            here.keeping.rename(kept.id, title.strip())
        st.caption(_("{day} 存的").format(day=day_text(kept.saved)) + (_("，现在打开着") if opened else ""))
        with st.container(horizontal=True):
            st.button(_("打开"), f"kept.open.{kept.id}", on_click=here.open_kept, args=(kept.id,), disabled=opened)
            st.button(_("复制"), f"kept.copy.{kept.id}", on_click=_copy, args=(kept,))
            with st.popover(_("删除")):
                st.write(_("删掉这一份，不能恢复。"))
                st.button(_("确定删除"), f"kept.delete.{kept.id}", on_click=here.delete_kept, args=(kept.id,))


def _copy(kept: Kept) -> None:
    here = session.current()
    here.keeping.duplicate(kept.id, _("{title}（另一份）").format(title=kept.title), here.as_of)


def _never() -> None:
    here = session.current()
    if here.keeping.delete_everything():
        here.answer("shared")
