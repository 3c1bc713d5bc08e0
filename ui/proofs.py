"""Recordings, pictures and papers by reference: hashed in memory, never kept, never sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assessment.case import MOST_PROOFS, Proof
from assessment.case.lists import proofs_of
from assessment.evidence.references import referred
from ui import session
from ui.text import _, inert

_SHOWN = 12
_UNITS = ((2**20, "MB"), (2**10, "KB"))

Put = Callable[[tuple[Proof, ...]], object]


def field(asked: str, held: tuple[Proof, ...], put: Put, *key: object) -> None:
    """The files held so far, each removable, and a place to choose more; `put` takes all of them."""
    here = session.current()
    files = st.file_uploader(
        asked, accept_multiple_files=True, key=here.key("proofs", *key, here.noting.sheet),
        help=_("只在这台电脑上读一遍，算出指纹（SHA-256）；记下名字、大小和指纹，内容不留、不传出去。原文件留在原处，别剪辑、别删。"),
    )  # fmt: skip
    if files:
        put(_with(held, [referred(file.name, file.size, file) for file in files]))
        here.noting.sheet += 1
        st.rerun()
    _large(held, put, here.key("proofs", *key, "lines", here.noting.sheet))
    for place, each in enumerate(held):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(told(each))
            st.button(
                _("拿掉"), here.key("proofs", *key, "remove", place, each.sha256), type="tertiary", on_click=_call,
                args=(put, held[:place] + held[place + 1 :]),
            )  # fmt: skip
    if len(held) == MOST_PROOFS:
        st.caption(_("一条最多附 {most} 个文件；再多的请另记一条。").format(most=MOST_PROOFS))


def _call(put: Put, left: tuple[Proof, ...]) -> None:
    put(left)


def told(proof: Proof) -> str:
    """A file in one line of Markdown: its name, its size, the head of its fingerprint."""
    return _("{name}　:gray[{size}，指纹 {head}…]").format(
        name=inert(proof.name), size=_size(proof.size), head=proof.sha256[:_SHOWN]
    )


def _with(held: tuple[Proof, ...], more: Sequence[Proof]) -> tuple[Proof, ...]:
    known = {each.sha256 for each in held}
    fresh = {each.sha256: each for each in more if each.sha256 not in known}
    return (*held, *fresh.values())[:MOST_PROOFS]


def _large(held: tuple[Proof, ...], put: Put, key: str) -> None:
    """Files too large for the browser: hashed by a command, its lines pasted."""
    with st.popover(_("超过 20 MB 的文件"), type="tertiary"):
        st.write(_("在装着这个程序的文件夹里运行，把打印出来的一行贴在这里；文件只在这台电脑上读。"))
        st.code("python -m assessment fingerprint big-file.mp4", language=None, wrap_lines=True)
        typed = st.text_area(_("贴在这里，一行一个文件"), key=key, height=90)
        if not typed.strip():
            return
        try:
            more = proofs_of(typed)
        except ValueError:
            st.caption(_("这一行不是那个命令打印的。"))
            return
        st.button(_("附上"), f"{key}.add", on_click=_add, args=(put, _with(held, more)))


def _add(put: Put, proofs: tuple[Proof, ...]) -> None:
    put(proofs)
    session.current().noting.sheet += 1


def _size(size: int) -> str:
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return _("{size} 字节").format(size=size)
