"""What the other side's windows show: printed and masked, by the token in a window's address. In memory only."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Lock

from ui.text import Amounts, Language

_IDLE_SECONDS = 4 * 3600
_MOST = 64


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: its name, the amount as printed, what it means."""

    name: str
    amount: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a window shows at a time. Sentences are Markdown; a chart is Plotly's own JSON, for light and for dark."""

    language: Language = "zh"
    amounts: Amounts = "rounded"
    title: str = ""
    figures: tuple[Shown, ...] = ()
    lines: tuple[str, ...] = ()
    chart: tuple[str, str] | None = None
    note: str = ""


@dataclass
class _Held:
    sheet: Sheet
    used: float
    live: bool = True


_held: dict[str, _Held] = {}
_lock = Lock()


def begin(sheet: Sheet) -> str:
    """A new window; the token of its address, which cannot be guessed."""
    token = secrets.token_urlsafe(24)
    with _lock:
        _held[token] = _Held(sheet, time.monotonic())
        while len(_held) > _MOST:
            del _held[min(_held, key=lambda each: _held[each].used)]
    return token


def put(token: str, sheet: Sheet) -> None:
    """What the window shows from here on; nothing changes in one that was ended."""
    with _lock:
        held = _held.get(token)
        if held is not None and held.live:
            _held[token] = _Held(sheet, time.monotonic())


def shown(token: str) -> Sheet | None:
    """What the window shows; None where there is no such window, or nobody has worked on it for hours."""
    with _lock:
        held = _held.get(token)
        if held is not None and time.monotonic() - held.used > _IDLE_SECONDS:
            del _held[token]
            return None
        return held.sheet if held is not None else None


def end(token: str, farewell: Sheet) -> None:
    """The window shows a last sheet, and nothing after it."""
    with _lock:
        if token in _held:
            _held[token] = _Held(farewell, time.monotonic(), live=False)
