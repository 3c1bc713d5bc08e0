"""The counselor's check list, each point with the day it was done."""

from __future__ import annotations

import streamlit as st

from assessment.counsel import CHECKS
from ui import session
from ui.text import _, day_text


def show() -> None:
    """Every point in the order of a session."""
    here = session.current()
    done = [name for name in CHECKS if name in here.counsel.done]
    st.write(_("做完一件勾一件，日子自动记下。做了 {done} 件，还有 {left} 件。").format(done=len(done), left=len(CHECKS) - len(done)))  # fmt: skip
    for name, point in CHECKS.items():
        key, day = here.key("check", name), here.counsel.done.get(name)
        st.checkbox(_(point), day is not None, key, on_change=_tick, args=(name, key))
        if day is not None:
            st.caption(_("{day}做的。").format(day=day_text(day)))


def _tick(name: str, key: str) -> None:
    here = session.current()
    here.counsel = here.counsel.ticking(name, here.as_of if session.typed(key) else None)
