"""A chart being drawn anew in the background, so that whoever works on the case waits for it a moment only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from typing import Any


@dataclass(eq=False)
class Redrawing:
    """One chart on its way: what it rests on, and what draws it and puts it where it belongs."""

    resting_on: tuple[Any, ...]
    work: Callable[[Redrawing], None]
    _thread: Thread = field(init=False, repr=False)
    _fault: Exception | None = None

    def begin(self) -> None:
        """Draws it in a thread of its own."""
        self._thread = Thread(target=self._run, name="redrawing", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.work(self)
        except Exception as fault:  # noqa: BLE001 - told where it is waited for, by the shield
            self._fault = fault

    def wait(self, seconds: float) -> None:
        """Until it is there, at most so long. Raises the fault, once, where the fault is ours."""
        self._thread.join(seconds)
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault
