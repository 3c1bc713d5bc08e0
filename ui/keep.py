"""A case kept in memory across a reload of its tab: nothing on disk, in the address or in another tab's reach.

A private case ends with its tab, or once nobody touched the page for long; the tab itself watches both.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui.keeping import Whose
from ui.memo import Memo

if TYPE_CHECKING:
    from ui.session import Session

KEY = "keep"
"""Where the tab's answer stands among the session's state."""
Ended = Literal["", "asked", "idle", "closed"]
"""Why the case before is no more: somebody ended it, nobody touched it for long, or its tab was closed."""
IDLE_SECONDS: dict[Whose, int] = {"": 4 * 3600, "shared": 1800, "mine": 0}
"""How long nobody may touch the page; nought is for ever, since that case lies on disk."""
CLOSED_SECONDS = 60
"""How long the tab of a shared computer may be gone: a reload takes less, a closed tab that is opened again more."""
_FORGOTTEN_SECONDS = 4 * 3600
_MOST = 64
_TOLD = re.compile(r"([0-9a-f]{32}) ([0-9]{1,9})", re.ASCII)

# The tab makes its own random token in sessionStorage and tells it over the page's own connection, with the seconds it
# was away. It stamps its leaving, and says when nobody has touched it for as long as the server allows.
_TELL = """
const NAME = "huandeqi", LEFT = "huandeqi.left", MOVES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
const left = Number(sessionStorage.getItem(LEFT) || Date.now());
sessionStorage.removeItem(LEFT);
const gone = Math.min(999999999, Math.round((Date.now() - left) / 1000));
let away = gone > 5 ? gone : 0;
let touched = Date.now(), allowed = 0, end = () => {};

function look() {
  if (!allowed || Date.now() - touched < allowed * 1000) return false;
  touched = Date.now();
  end();
  return true;
}
function touch() {
  if (!look()) touched = Date.now();
}
for (const each of MOVES) addEventListener(each, touch, { capture: true, passive: true });
addEventListener("pagehide", () => sessionStorage.setItem(LEFT, String(Date.now())));
addEventListener("pageshow", () => sessionStorage.removeItem(LEFT));
setInterval(look, 5000);

export default function ({ data, setStateValue, setTriggerValue }) {
  allowed = data.idle;
  end = () => setTriggerValue("idle", true);
  if (data.known && !away) return;
  if (data.known) away = 0;
  let token = sessionStorage.getItem(NAME);
  if (!token) {
    token = Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem(NAME, token);
  }
  setTimeout(() => setStateValue("told", token + " " + away), 0);
}
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the tab tells: its token, nothing before it has; the seconds it was gone."""

    token: str = ""
    away: int = 0


@dataclass
class _Kept:
    session: Session
    used: float


_kept: dict[str, _Kept] = {}
_forgotten: dict[str, Ended] = {}
_lock = Lock()


def restored(session: Session, heard: Heard) -> Session:
    """The session this tab had before a reload, or `session`, which is then kept under the tab's token."""
    if not heard.token:
        return session
    with _lock:
        _forget_idle()
        before = _kept.get(heard.token)
        if before is not None and before.session is not session and session.untouched:
            session = _copied(before.session) if not _closed(before.session, heard) else _after(before.session)
        elif before is None and session.untouched and heard.token in _forgotten:
            session.ended = _forgotten.pop(heard.token)
        session.token = heard.token
        _kept[heard.token] = _Kept(session, time.monotonic())
    return session


def forget(token: str) -> None:
    """Nothing of a tab's case in memory any more."""
    with _lock:
        _kept.pop(token, None)


def _closed(before: Session, heard: Heard) -> bool:
    return before.keeping.whose == "shared" and heard.away > CLOSED_SECONDS


def _after(before: Session) -> Session:
    """A new session for a tab that was closed on a shared computer and opened again."""
    before.presenting.end()
    ended: Ended = before.ended if before.untouched else "closed"
    return type(before)(language=before.language, keeping=type(before.keeping)("shared"), ended=ended)


def _copied(before: Session) -> Session:
    """The session for another tab: a tab that was duplicated goes its own way, and neither saves over the other unseen.

    The other side's window goes with the newer tab: two cases never take turns in it.
    """
    session = copy(before)
    session.keeping, session.carrying = copy(before.keeping), copy(before.carrying)
    session.memo = Memo()
    session.refused, session.history = dict(before.refused), before.history.copy()
    session.edited, session.pinned = dict(before.edited), dict(before.pinned)
    session.aimed, session.wishes = dict(before.aimed), dict(before.wishes)
    session.desk, session.noting = before.desk.copy(), replace(before.noting)
    session.cover, before.cover.front = replace(before.cover, front=None), None
    before.presenting = type(before.presenting)()
    return session


def heard(state: Mapping[str, object] | None) -> Heard:
    """What the tab told, as it stands in the session's state."""
    told = _TOLD.fullmatch(str((state or {}).get("told") or ""))
    return Heard(told[1], int(told[2])) if told else Heard()


def ask(*, known: bool, idle: int, on_idle: Callable[[], None]) -> None:
    """Asks the tab who it is, and under how many seconds nobody may touch it.

    Only once the menu stands: an answer given before it leads to the first page.
    """
    _component()(key=KEY, data={"known": known, "idle": idle}, on_told_change=_nothing, on_idle_change=on_idle)


def _nothing() -> None:
    """The rerun that follows does the rest."""


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component("huandeqi_keep", js=_TELL)


def sweep() -> None:
    """What no tab has asked for in a long time leaves the memory, visit or not."""
    with _lock:
        _forget_idle()


def _forget_idle() -> None:
    now = time.monotonic()
    for token in [token for token, kept in _kept.items() if now - kept.used > _FORGOTTEN_SECONDS]:
        _drop(token)
    while len(_kept) > _MOST:
        _drop(min(_kept, key=lambda token: _kept[token].used))


def _drop(token: str) -> None:
    session = _kept.pop(token).session
    session.presenting.end()
    if not session.untouched and not session.keeping.on:
        _forgotten[token] = "idle"
    while len(_forgotten) > _MOST:
        del _forgotten[next(iter(_forgotten))]
