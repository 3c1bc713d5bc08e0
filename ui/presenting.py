"""The other side's window kept up with the case as it changes."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from assessment.case import Debt
from assessment.masking import Mask
from ui import clock, cover, sheets, window
from ui.presented import Block, nothing_yet, wait
from ui.redrawing import Redrawing
from ui.redrawn import Subject
from ui.text import _, plain, printed, sentences
from ui.window import Sheet

if TYPE_CHECKING:
    from ui.session import Session

_MOMENT = 0.5
"""Seconds the page waits for the window: nearly every chart is drawn by then."""


def draw(of: Session, block: Block, family: Any, subject: Any, told: Subject | None) -> None:
    """A chart that was just drawn on the page, drawn for the window too if it is the one presented."""
    held = of.presenting
    if held.token and held.block == block:
        sheet = _chart(of, family, subject)
        with held.lock:
            held.told, held.drawn_on, held.redrawing = told, of.page, None
            _hold(of, sheet)


def _chart(of: Session, family: Any, subject: Any) -> Sheet:
    with printed(of.language, of.cover.amounts):
        return sheets.chart(family, Mask(of.case, of.law, plain).of(subject))


def _hold(of: Session, sheet: Sheet) -> None:
    held = of.presenting
    held.drawn, held.drawn_for, held.drawn_said, held.drawn_at = sheet, _resting_on(of), _said(of), clock.time_of_day()


def follow(of: Session) -> None:
    """The window brought up to the case as it stands, once a run is over."""
    try:
        _redraw(of)
    finally:
        with of.presenting.lock:
            _put(of)


def _put(of: Session) -> None:
    held = of.presenting
    if held.token:
        with printed(of.language, of.cover.amounts):
            sheet = _sheet(of)
            window.put(held.token, replace(sheet, language=of.language, amounts=of.cover.amounts, note=_note(of)))


def _redraw(of: Session) -> None:
    """A chart the case has left behind drawn anew, where it can be from here; waited for no longer than a moment."""
    held = of.presenting
    with held.lock:
        moved = _moved(of)
        if not moved:
            held.about = of.case.debts
        if not held.token or held.block is None or held.told is None or held.paused or moved or not _outdated(of):
            held.redrawing = None
            return
        job = held.redrawing
        if job is None or job.resting_on != _resting_on(of):
            still = _still(of)
            job = held.redrawing = Redrawing(_resting_on(of), partial(_late, still, held.block, held.told))
            job.begin()
    try:
        job.wait(_MOMENT)
    except Exception:
        if not _failed_before(of, job):
            raise


def _failed_before(of: Session, job: Redrawing) -> bool:
    """Whether the same picture failed already, so that its fault was told; it is tried again after the next run."""
    held = of.presenting
    with held.lock:
        if held.redrawing is job:
            held.redrawing = None
        before, held.failed_for = held.failed_for, job.resting_on
    return before == job.resting_on


def _still(of: Session) -> Session:
    """The session as it stands, for a thread of its own; the window is the same."""
    still = copy(of)
    still.memo, still.desk = of.memo.copy(), of.desk.copy()
    still.edited, still.pinned, still.aimed = dict(of.edited), dict(of.pinned), dict(of.aimed)
    still.cover = replace(of.cover, front=None)
    return still


def _late(of: Session, block: Block, told: Subject, job: Redrawing) -> None:
    """A chart drawn anew and put into the window, unless another is on its way by then or nobody waits for it any more."""
    held = of.presenting
    with held.turn:
        if held.redrawing is not job:
            return
        sheet = _anew(of, block, told)
    with held.lock:
        if held.redrawing is job:
            held.redrawing = None
            _hold(of, sheet)
            _put(of)


def _anew(of: Session, block: Block, told: Subject) -> Sheet:
    """The chart for the case as it stands; the other side is to wait where there is nothing of it."""
    with printed(of.language, of.cover.amounts):
        subject = told(of)
        return wait() if subject is None else _chart(of, import_module(str(block[1])), subject)


def _note(of: Session) -> str:
    """What the other side does not see, and from when a chart is that the case has left behind."""
    held = of.presenting
    if held.block is None or held.paused or _moved(of):
        return ""
    seen = _(sheets.SEEN[of.cover.amounts])
    if not (waits(of) or _on_its_way(of)) or not pictured(of):
        return seen
    return sentences(_("这张图是 {time} 画的，后来改了数，还没有重画。").format(time=held.drawn_at), seen)


def waits(of: Session) -> bool:
    """Whether the presented chart was drawn for another case, and can only be drawn anew on its own page."""
    held = of.presenting
    if held.drawn is None or held.told is not None:
        return False
    return of.page != held.drawn_on and _outdated(of)


def _on_its_way(of: Session) -> bool:
    """Whether the next picture of the presented chart is not there yet."""
    return of.presenting.told is not None and _outdated(of)


def _outdated(of: Session) -> bool:
    return of.presenting.drawn_for != _resting_on(of)


def pictured(of: Session) -> bool:
    """Whether there is a picture that may be seen: of the same debt, in the language and with the amounts of now."""
    held = of.presenting
    if held.drawn is None or held.drawn.chart is None:
        return False
    return held.drawn_said == _said(of) and not _moved(of)


def _sheet(of: Session) -> Sheet:
    held = of.presenting
    if held.paused or _moved(of):
        return wait()
    match held.block:
        case None:
            return nothing_yet()
        case ("figures",):
            return sheets.figures(cover.in_front(of))
        case ("steps",):
            return sheets.next_steps(cover.in_front(of))
        case ("option", int(debt), int(place)):
            return sheets.option(cover.in_front(of), debt, place) or wait()
    return held.drawn if held.drawn is not None and pictured(of) else wait()


def _moved(of: Session) -> bool:
    """Whether another debt stands where the presented one stood: it is shown again only when it is sent again."""
    held = of.presenting
    match held.block:
        case ("option", int(place), _) | ("chart", _, int(place)):
            return held.about is not None and not _same_debt(held.about, of.case.debts, place)
    return False


def _same_debt(before: tuple[Debt, ...], now: tuple[Debt, ...], place: int) -> bool:
    """Whether a place among the debts is still that of the same one, perhaps under another name."""
    if place >= min(len(before), len(now)):
        return False
    old, new = before[place], now[place]
    renamed = len(before) == len(now) and old.model_copy(update={"name": new.name}) == new
    return old.name == new.name or renamed


def _resting_on(of: Session) -> tuple[Any, ...]:
    return of.case, of.pack, dict(of.edited), dict(of.desk.interest), *_said(of)


def _said(of: Session) -> tuple[str, str]:
    """The language and the amounts that a chart has in it."""
    return of.language, of.cover.amounts
