"""The files at hand: read, looked at and put away; nothing of them is in the case until it is brought in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assessment import intake
from assessment.case import Case
from assessment.intake.guidance import Guidance
from assessment.problems import Problem
from ui.reading_job import ReadingJob

if TYPE_CHECKING:
    from assessment.bills import Bill, Ledger
    from assessment.creditreport import Report
    from assessment.intake import Intake


@dataclass
class AtHand:
    """What was read and is still to be decided on; `generation` counts how often the fields on the screen start anew."""

    generation: int = 0
    reading: ReadingJob | None = None
    stopped: bool = False
    intake: Intake | None = None
    locked_file: bytes = b""
    guidance: Guidance = field(default_factory=Guidance)
    bills: tuple[Bill, ...] = ()
    bill_problems: tuple[Problem, ...] = ()
    joined: Ledger | None = None
    joined_for: tuple[Bill, ...] = ()
    report: Report | None = None

    @property
    def ledger(self) -> Ledger:
        """The bills at hand as one ledger."""
        if self.joined is None or self.joined_for is not self.bills:
            self.joined, self.joined_for = intake.ledger_of(self.bills), self.bills
        return self.joined

    def read(self, data: bytes, password: str) -> None:
        """Begins to read a file; the password is used once and not kept."""
        guidance = self.guidance.for_the_next_file()
        self._begin(ReadingJob(lambda watch: intake.read_workbook(data, password, guidance, watch), guidance, data))

    def guide(self, guidance: Guidance) -> None:
        """Begins to read the file at hand anew, under what a person said of it; its bills were taken the first time."""
        book = None if self.intake is None else self.intake.book
        if book is not None:
            self.guidance = guidance
            self._begin(ReadingJob(lambda watch: replace(intake.read_anew(book, guidance, watch), bills=()), guidance))

    def _begin(self, job: ReadingJob) -> None:
        if self.reading is not None:
            self.reading.call_off()
        self.reading, self.stopped = job, False

    def take_reading(self) -> None:
        """What a reading that is over came to, in place of the file at hand. Raises the fault where it is ours."""
        job, self.reading = self.reading, None
        found = None if job is None else job.outcome
        if job is None or found is None:
            return
        self.guidance = job.guidance
        self.locked_file = job.data if found.locked else b""
        self.bills += found.bills
        if found.report is not None:
            self.report, self.intake = found.report, None
        elif found.bills and found.case == Case():
            self.bill_problems += found.problems
            self.intake = None
        else:
            self.intake = found

    def stop_reading(self) -> None:
        """The reading called off; the case and the file at hand stay as they are."""
        if self.reading is not None:
            self.reading.call_off()
        self.reading, self.stopped = None, True
        self.generation += 1

    def leave_intake(self) -> None:
        """Nothing of the file at hand any more, but for what its columns mean."""
        self.intake = None
        self.locked_file = b""
        self.guidance = self.guidance.for_the_next_file()
        self.generation += 1

    def leave_bills(self) -> None:
        """Nothing of the bills at hand any more."""
        self.bills, self.bill_problems, self.joined = (), (), None
        self.generation += 1

    def leave_report(self) -> None:
        """Nothing of the credit report at hand any more."""
        self.report = None
        self.generation += 1
