"""Every hostile file and as many changed ones as asked for, each through its own reading process.

    python -m tests.intake.sweep 709        # at least so many files; --seed 2 for others

Says how each class of file ended, the longest time, the largest memory, and lists what must not be: a hang (longer than
the process is given), a crash (the process ended without an answer or an order), a fault of ours, or a half-read file
about which nothing is said. The exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Thread

from assessment.intake import Intake, read_workbook, reading_process
from tests.intake import locks
from tests.intake.hostile_files import FILES, HEAVY, csv, edits, flips, good, html, large, pdf, xml_sheet

_SLACK = 3
_LINES = "".join(f"网贷{k},{1000 + k}\n" for k in range(200))


@dataclass
class Outcome:
    """How one file ended."""

    name: str
    ending: str
    seconds: float
    megabytes: float


class Sitter:
    """Watches each reading process: the most memory it held, and how it ended."""

    def __init__(self) -> None:
        self.process = None
        self.most = 0.0
        taken = reading_process._ahead.taken

        def watched():
            self.process = taken()
            Thread(target=self._look, args=(self.process.pid,), daemon=True).start()
            return self.process

        reading_process._ahead.taken = watched

    def _look(self, pid: int) -> None:
        status = Path(f"/proc/{pid}/status")
        with suppress(OSError, TypeError):
            while True:
                self.most = max(self.most, int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024)
                time.sleep(0.01)

    def ended(self) -> int | None:
        return None if self.process is None else self.process.wait()

    def fresh(self) -> None:
        self.process, self.most = None, 0.0


def files(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """The named ones, then changed ones in turn from every kind of file."""
    for name, make in (FILES | HEAVY).items():
        yield name, make()
    turned = {
        "flip xlsx": flips(large(), count, seed),
        "edit xlsx": edits(good(), count, seed),
        "flip xls": flips(locks.OLD, count, seed),
        "edit xlsx of 200": edits(large(), count, seed),
        "flip csv": flips(csv(_LINES), count, seed),
        "flip pdf": flips(pdf(["(x) Tj " * 20] * 3), count, seed),
        "flip html": flips(html(f"<table><tr><td>平台<td>剩余本金{'<tr><td>借呗<td>5000' * 50}</table>"), count, seed),
        "flip xml sheet": flips(xml_sheet(), count, seed),
        "flip locked": flips(locks.agile(good(), "135790"), count, seed),
    }
    shares = {"flip xlsx": 5, "edit xlsx": 5, "flip xls": 3, "edit xlsx of 200": 2}
    for number in range(count):
        for kind, made in turned.items():
            for data in islice(made, shares.get(kind, 1)):
                yield f"{kind} {number}", data


def read(data: bytes) -> Intake | str:
    try:
        return read_workbook(data)
    except Exception as fault:  # noqa: BLE001 - every fault is to be told
        return f"FAULT {type(fault).__name__}"


def ending(found: Intake | str, seconds: float, code: int | None) -> str:
    """ok, refused, stopped (at a limit), or what must not be."""
    if isinstance(found, str):
        return found
    if seconds > reading_process.SECONDS + _SLACK:
        return "HANG"
    if code not in {None, 0, -9}:
        return f"CRASH {code}"
    if code == -9:
        return "stopped"
    if any(problem.standing == "refused" and not problem.where.sheet for problem in found.problems):
        return "refused"
    return "read, with something to say" if found.problems else "read"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=709)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    reading_process.keep_ready()
    sitter, ended = Sitter(), []
    for name, data in islice(files(asked.count, asked.seed), asked.count):
        sitter.fresh()
        begun = time.monotonic()
        found = read(data)
        seconds = time.monotonic() - begun
        ended.append(Outcome(name, ending(found, seconds, sitter.ended()), seconds, sitter.most))
        print(f"{len(ended):5} {seconds:6.2f} s {sitter.most:6.0f} MiB  {ended[-1].ending:28} {name}", flush=True)
    return _told(ended)


def _told(ended: list[Outcome]) -> int:
    print(f"\n{len(ended)} files")
    for kind, times in Counter(each.ending for each in ended).most_common():
        print(f"{times:5}  {kind}")
    for what, unit in (("seconds", "s"), ("megabytes", "MiB")):
        ranked = sorted(ended, key=lambda each: getattr(each, what), reverse=True)
        worst = ", ".join(f"{each.name} {getattr(each, what):.1f} {unit}" for each in ranked[:5])
        middle = getattr(ranked[len(ranked) // 2], what)
        print(f"most {what}: {worst}; median {middle:.2f}, p95 {getattr(ranked[len(ranked) // 20], what):.2f}")
    return int(any(each.ending.isupper() or each.ending.startswith(("FAULT", "CRASH")) for each in ended))


if __name__ == "__main__":
    sys.exit(main())
