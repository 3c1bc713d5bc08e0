"""What one person's tab remembers; the only file that touches Streamlit's session state."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath

import streamlit as st

from ui import keep, navigation
from ui.cover import OPEN, Cover, in_front
from ui.keep import Ended
from ui.keeping import Keeping
from ui.retraced import Retraced
from ui.text import amounts_as, speak

_KEY = "huandeqi"
_FRONT = "huandeqi.front"
_WANTED = "to"


@dataclass
class Session(Retraced):
    """The case being worked on, and how this tab shows it."""

    page: str = "home"
    ended: Ended = ""
    cover: Cover = field(default_factory=Cover)

    def speak(self) -> None:
        """From here on, this run speaks the session's language, and says amounts as far as the cover lets it."""
        speak(self.language)
        amounts_as(self.cover.amounts if self.covered else "exact")


def start() -> None:
    """The first line of app.py: a session for this tab, restored after a reload, speaking its language.

    What stands in front of it changes here and not in a callback, so that a field left in the same moment still
    reaches the case.
    """
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    here = st.session_state[_KEY] = keep.restored(behind(), keep.heard(st.session_state.get(keep.KEY)))
    here.open_again()
    here.keep()
    speak(here.language)
    st.session_state[_FRONT] = in_front(here) if here.cover.on else here
    current().speak()


def end(how: Ended) -> None:
    """Nothing of this tab's case stays in memory; said on the page that follows."""
    here = behind()
    here.stop_reading()
    here.presenting.end()
    keep.forget(here.token)
    st.session_state.clear()
    st.session_state[_KEY] = Session(
        language=here.language, page=here.page, keeping=Keeping(here.keeping.whose), ended=how
    )


def change_language() -> None:
    """The other language, on the page that was open; nothing else changes."""
    here = behind()
    here.language = "en" if here.language == "zh" else "zh"
    navigation.go(here.page)


def know_the_tab() -> None:
    """Asks the tab who it is, unless that is known."""
    here = behind()
    keep.ask(known=bool(here.token), idle=keep.IDLE_SECONDS[here.keeping.whose], on_idle=_left_alone)


def _left_alone() -> None:
    end("idle")


def current() -> Session:
    """What the page shows and its fields reach: the session, or the covered one in front of it."""
    session: Session = st.session_state[_FRONT]
    return session


def behind() -> Session:
    """The session itself, whatever stands in front of it."""
    session: Session = st.session_state[_KEY]
    return session


def enter(page_file: str) -> Session:
    """The first line of every page. A page reached without app.py is sent through it and comes back."""
    if _FRONT not in st.session_state:
        st.session_state[_WANTED] = FilePath(page_file).stem
        st.switch_page("app.py")
    here = current()
    here.page = behind().page = FilePath(page_file).stem
    here.speak()
    if here.covered and here.page not in OPEN:
        from ui import others

        others.closed()
        st.stop()
    return here


def typed(key: str) -> object:
    """What stands in the widget with that key."""
    return st.session_state[key]


def write(key: str, value: object) -> None:
    """Puts a value into the widget with that key; only before the widget is drawn, as in a callback."""
    st.session_state[key] = value


def begin(key: str, value: object) -> None:
    """The value that the widget with that key starts from, where it does not stand on the page yet."""
    st.session_state.setdefault(key, value)


def wanted() -> str | None:
    """The page that was asked for before app.py had run, once."""
    asked: str | None = st.session_state.pop(_WANTED, None)
    return asked
