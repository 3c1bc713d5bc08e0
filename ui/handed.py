"""A letter to take away; once it was sent or handed in, one key writes that into the log with the file's fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO

import streamlit as st

from assessment.case import Event, EventKind
from assessment.evidence.references import referred
from assessment.report.paper import Paper
from ui import paper, session
from ui.text import _, inert, later

_LONGEST = 60
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper, what its file is called, and what the log says of it: about which debt, as what, to whom, in which words."""

    paper: Paper
    file: str
    about: str
    kind: EventKind
    to: str
    words: str


def keys(title: str, letter: Letter, key: str) -> None:
    """The file, and beside it the key that logs it; which file was taken is told, and goes into the log with the line."""
    here = session.current()
    write = cache(later(lambda: paper.word_file(letter.paper, here.as_of)))
    day = f"{key}.day"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        paper.save(title, write, letter.file, key, lambda: _take(letter, write))
        st.date_input(_("哪天寄出、提交的"), here.as_of, max_value=here.as_of, key=day, width=180)
        st.button(
            _("记为已寄出、已提交"), f"{key}.sent", on_click=_log, args=(letter, day), disabled=here.covered,
            help=_("往来记录里加一行：哪天、给谁、哪一份，连同下载的文件的指纹。"),
        )  # fmt: skip
    taken = here.noting.taken.get((letter.about, letter.file))
    if taken is None:
        st.caption(_("下载以后先自己核对、补完，再递。记下递出的日子，后面的期限才算得出来。"))
        return
    st.markdown(
        _(":green-background[下载了 {name}，指纹 {head}…] 寄出或提交以后，按“记为已寄出、已提交”。").format(
            name=inert(taken.name), head=taken.sha256[:_SHOWN]
        )
    )
    st.caption(
        _("指纹认的是下载的这一份草稿。补完、签好的那一份，扫描或拍照后到“往来记录”里附在同一条上，才认得出它。")
    )


def _take(letter: Letter, write: Callable[[], bytes]) -> None:
    data = write()
    session.current().noting.taken[letter.about, letter.file] = referred(letter.file, len(data), BytesIO(data))


def _log(letter: Letter, day_key: str) -> None:
    """One line in the log, of the day that was said; nothing is sent in the future."""
    here = session.current()
    said = session.typed(day_key)
    day = min(said, here.as_of) if isinstance(said, date) else here.as_of
    taken = here.noting.taken.pop((letter.about, letter.file), None)
    here.add(
        "events",
        Event(
            name=letter.about, day=day, kind=letter.kind, who=letter.to[:_LONGEST], words=letter.words,
            proofs=(taken,) if taken else (),
        ),
    )  # fmt: skip
