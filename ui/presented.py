"""The other side's window as its owner holds it: its token, and what is shown in it."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from assessment.case import Debt
from ui import window
from ui.redrawing import Redrawing
from ui.redrawn import Subject
from ui.text import _, language
from ui.window import Sheet

Block = tuple[str | int, ...]
"""("figures",), ("option", debt, place), ("steps",), ("chart", family), or ("chart", family, chosen debt)."""


@dataclass
class Presenting:
    """The window that is open, what is shown in it, among which debts, and the chart as it was last drawn.

    `told` is what the chart shows of a session, None where it takes too long to be drawn anew off its page; `redrawing`
    is the next picture of it on its way, one at a `turn`; `failed_for` is what the last fault rested on. What the window shows is changed under the `lock` only.
    """

    token: str = ""
    block: Block | None = None
    paused: bool = False
    about: tuple[Debt, ...] | None = None
    told: Subject | None = None
    redrawing: Redrawing | None = field(default=None, repr=False)
    failed_for: tuple[Any, ...] = ()
    turn: Lock = field(default_factory=Lock, repr=False, compare=False)
    lock: Lock = field(default_factory=Lock, repr=False, compare=False)
    drawn: Sheet | None = field(default=None, repr=False)
    drawn_for: tuple[Any, ...] = ()
    drawn_said: tuple[str, str] = "", ""
    drawn_on: str = ""
    drawn_at: str = ""

    @property
    def on(self) -> bool:
        return bool(self.token)

    def begin(self) -> None:
        """Opens a window; it ends with the sessions that hold it."""
        with self.lock:
            self.token, self.block, self.paused = window.begin(nothing_yet()), None, False
            weakref.finalize(self, window.end, self.token, farewell())

    def show(self, block: Block) -> None:
        """Another block in the window."""
        with self.lock:
            self.block, self.paused, self.about = block, False, None
            self.told, self.redrawing, self.failed_for, self.drawn, self.drawn_for = None, None, (), None, ()

    def pause(self) -> None:
        """Nothing to see until it is shown again."""
        with self.lock:
            self.paused = not self.paused

    def end(self) -> None:
        """The window says that it is over, and shows nothing after that."""
        with self.lock:
            if self.token:
                window.end(self.token, farewell())
            self.token, self.block, self.told, self.redrawing, self.drawn = "", None, None, None, None


def nothing_yet() -> Sheet:
    """Before anything is sent."""
    return Sheet(language(), title=_("马上开始"), lines=(_("要给您看的内容会出现在这里。"),))


def wait() -> Sheet:
    """While there is nothing to see."""
    return Sheet(language(), title=_("请稍等"), lines=(_("内容正在准备，很快就好。"),))


def farewell() -> Sheet:
    """Once it is over."""
    return Sheet(language(), title=_("已经结束"), lines=(_("这个窗口不再显示任何内容，可以关掉了。"),))
