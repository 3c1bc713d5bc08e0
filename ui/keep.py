"""A case kept in memory across a reload of its tab: nothing on disk, in the address or in another tab's reach."""

from __future__ import annotations

import re
import time
from copy import copy
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from ui.session import Session

_IDLE_SECONDS = 4 * 3600
_MOST = 64
_TOKEN = re.compile(r"[0-9a-f]{32}")

# The tab makes its own random token in sessionStorage and tells it over the page's own connection.
_TELL = """
export default function ({ data, setStateValue }) {
  if (data.known) return;
  const name = "huandeqi";
  let token = sessionStorage.getItem(name);
  if (!token) {
    token = Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem(name, token);
  }
  setTimeout(() => setStateValue("token", token), 0);
}
"""


@dataclass
class _Kept:
    session: Session
    used: float


_kept: dict[str, _Kept] = {}
_lock = Lock()


def restored(session: Session) -> Session:
    """The session this tab had before a reload, or `session`, which is then kept under the tab's token."""
    token = _told(known=bool(session.token))
    if not token:
        return session
    with _lock:
        _forget_idle()
        before = _kept.get(token)
        if before is not None and before.session is not session and session.untouched:
            session = copy(before.session)
        session.token = token
        _kept[token] = _Kept(session, time.monotonic())
    return session


def _told(*, known: bool) -> str:
    """The tab's token, once the tab has told it; nothing before."""
    told = _component()(key="keep", data={"known": known}, on_token_change=_heard).get("token")
    return told if isinstance(told, str) and _TOKEN.fullmatch(told) else ""


def _heard() -> None:
    """The rerun that follows does the rest."""


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component("huandeqi_keep", js=_TELL)


def _forget_idle() -> None:
    now = time.monotonic()
    for token in [token for token, kept in _kept.items() if now - kept.used > _IDLE_SECONDS]:
        del _kept[token]
    while len(_kept) > _MOST:
        del _kept[min(_kept, key=lambda token: _kept[token].used)]
