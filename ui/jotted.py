"""Inputs bound to what counselor and client set down."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.counsel import WORDS
from assessment.problems import Path
from ui import session

_LONGEST_NAME = 60


def words(path: Path, title: str, *, height: int = 90, placeholder: str = "") -> None:
    """Some sentences of somebody's own."""
    key = session.current().key("counsel", *path)
    st.text_area(
        title, _value(path), key=key, height=height, max_chars=WORDS, placeholder=placeholder, on_change=_take, args=(path, key)
    )  # fmt: skip


def line(path: Path, title: str, placeholder: str = "", longest: int = _LONGEST_NAME) -> None:
    """A few words."""
    key = session.current().key("counsel", *path)
    st.text_input(
        title, _value(path), key=key, max_chars=longest, placeholder=placeholder, autocomplete="off", on_change=_take, args=(path, key)
    )  # fmt: skip


def _value(path: Path) -> str:
    node: Any = session.current().counsel
    for part in path:
        node = node[part] if isinstance(part, int) else getattr(node, part)
    return str(node)


def _take(path: Path, key: str) -> None:
    session.current().jot(path, session.typed(key))
