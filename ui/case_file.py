"""The case as one file under a passphrase: taken away, and opened again."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from assessment import sealed
from assessment.sealed import LEAST_LETTERS, NotOpened, Why
from assessment.text import label
from ui import read_again, session
from ui.content import Content
from ui.text import _, inert, sentences

ENDING = ".huandeqi"
_MOST_LETTERS = 200
_WHY: dict[Why, tuple[str, str]] = {
    "newer": (label("这份存档是更新的版本写的，现在这个版本打不开。"), label("请换成新版本再打开；文件本身没有问题。")),
    "short": (label("这份存档不完整，后面缺了一截。"), label("请从原来的地方再拷一次，拷完再打开。")),
    "strange": (label("这份存档的开头被改过，没有打开。"), label("请换一份原来的文件。")),
    "passphrase": (
        label("口令不对。"),
        label("请再核对一遍，大小写、空格都要一样；要是确定没错，就是文件开头坏了，请换一份。"),
    ),
    "damaged": (label("口令对，但文件坏了或被改过，没有打开。"), label("请从原来的地方再拷一次。")),
    "unreadable": (label("里面的内容现在这个版本读不懂，多半是更新的版本写的。"), label("请换成新版本再打开。")),
}


def pack() -> None:
    """A passphrase, twice; then the file to take."""
    here = session.current()
    if here.untouched:
        st.info(_("还没有填内容，没有可以存的。"))
        return
    with st.form("pack", clear_on_submit=True):
        first = st.text_input(
            _("口令"), type="password", autocomplete="new-password", max_chars=_MOST_LETTERS,
            help=_("至少 {count} 个字。四五个不相干的词连起来，好记又难猜。").format(count=LEAST_LETTERS),
        )  # fmt: skip
        again = st.text_input(_("口令再写一遍"), type="password", autocomplete="new-password", max_chars=_MOST_LETTERS)
        notes = bool(here.counsel.notes) and st.checkbox(
            _("连咨询员的私人笔记一起"), help=_("存档要交给当事人的，不要勾。")
        )
        if st.form_submit_button(_("加密")):
            _pack(first, again, notes=notes)
    _take()


def _inside(*, notes: bool) -> Content:
    """What goes into the file; the counselor's private notes only where they were asked for."""
    content = session.current().content()
    if not notes:
        content = content.model_copy(update={"counsel": content.counsel.model_copy(update={"notes": ()})})
    return content


def _pack(first: str, again: str, *, notes: bool) -> None:
    here = session.current()
    wrong = _refusal(first, again)
    if wrong:
        st.warning(wrong)
        return
    try:
        inside = _inside(notes=notes)
        here.carrying.pack(sealed.seal(inside.model_dump_json().encode(), first), inside, notes=notes)
    except ValueError:
        st.warning(_("内容太多，放不进一份存档。请先删掉几份用不着的快照。"))


def _refusal(first: str, again: str) -> str:
    if len(first) < LEAST_LETTERS:
        return _("口令太短，至少要 {count} 个字。").format(count=LEAST_LETTERS)
    return "" if first == again else _("两遍口令不一样，请重新写。")


def _take() -> None:
    here = session.current()
    if not here.carrying.ready:
        return
    if here.carrying.inside != _inside(notes=here.carrying.notes):
        st.caption(_("上次加密以后，内容又改了。要带走最新的，请再加密一次。"))
        return
    st.download_button(
        _("下载存档"), here.carrying.ready, f"还得起-存档-{here.as_of:%Y%m%d}{ENDING}", "application/octet-stream",
        key="case_file.take", on_click="ignore", type="primary",
    )  # fmt: skip
    st.caption(_("已经加密好。口令不存在任何地方，忘了谁也打不开，请记在别处。"))


def brought(data: bytes, name: str) -> None:
    """A case file that was chosen: kept until its passphrase is told; what is wrong at first sight is said at once."""
    wrong: Why | None = None
    try:
        sealed.looked_at(data)
    except NotOpened as refused:
        wrong = refused.why
    session.current().carrying.bring(data, name.removesuffix(ENDING)[:40], wrong)


def unlock() -> None:
    """What was brought, and its passphrase; used once and not kept."""
    carrying = session.current().carrying
    st.header(_("打开存档“{name}”").format(name=inert(carrying.name)))
    if carrying.wrong is not None:
        st.write(sentences(*map(_, _WHY[carrying.wrong])))
    if carrying.wrong in {None, "passphrase"}:
        _ask()
    st.button(_("换一个文件"), "case_file.leave", on_click=_leave)


def _ask() -> None:
    here = session.current()
    if not here.untouched:
        st.write(_replaces())
    with st.form("unseal", border=False, clear_on_submit=True):
        passphrase = st.text_input(_("口令"), type="password", autocomplete="off", max_chars=_MOST_LETTERS)
        if st.form_submit_button(_("打开"), type="primary") and passphrase:
            _open(passphrase)
            st.rerun()


def _replaces() -> str:
    if session.current().keeping.on:
        return _("打开以后，眼前的内容换成存档里的，并另存成一份；原来那份还在“存在这台电脑的内容”里。")
    return _("打开以后，眼前的内容会换成存档里的。不想要了，按“撤销上一步”就回来。")


def _open(passphrase: str) -> None:
    here = session.current()
    carrying = here.carrying
    try:
        content = read_again.content(sealed.unseal(carrying.brought, passphrase))
    except NotOpened as refused:
        carrying.wrong = refused.why
    except ValidationError:
        carrying.wrong = "unreadable"
    else:
        name = carrying.name
        carrying.leave()
        here.bring_back(content, name)


def _leave() -> None:
    here = session.current()
    here.carrying.leave()
    here.generation += 1
