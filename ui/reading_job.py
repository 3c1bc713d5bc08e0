"""A file being read in the background: a thread that owns the reading process, held by the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING

from assessment.intake.apart.progress import Progress
from assessment.intake.guidance import Guidance
from assessment.intake.reading_process import CalledOff, Watch

if TYPE_CHECKING:
    from assessment.intake import Intake

    Reading = Callable[[Watch], Intake]


@dataclass(eq=False)
class ReadingJob:
    """One reading, and what a person said of the file when it began.

    `data` are the file's bytes, kept until the outcome is taken, since a locked file is opened again.
    """

    read: Reading
    guidance: Guidance
    data: bytes = b""
    _watch: Watch = field(default_factory=Watch)
    _outcome: Intake | Exception | None = None

    def __post_init__(self) -> None:
        self._thread = Thread(target=self._run, name="reading", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._outcome = self.read(self._watch)
        except CalledOff as called_off:
            self._outcome = called_off
        except Exception as fault:  # noqa: BLE001 - told where the outcome is taken, by the shield
            self._outcome = fault

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._watch.progress

    def over(self, wait: float = 0) -> bool:
        """Whether it is over, after waiting for at most so many seconds."""
        self._thread.join(wait)
        return not self._thread.is_alive()

    def call_off(self) -> None:
        """Stops it; nothing comes of it."""
        self._watch.call_off()

    @property
    def outcome(self) -> Intake | None:
        """What was read, nothing where it was called off. Raises the fault where the fault is ours."""
        if isinstance(self._outcome, CalledOff):
            return None
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome
