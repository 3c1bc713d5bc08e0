"""A batch from what it is given to one file of results and one of problems; stopped at any moment, it goes on there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from assessment import rules
from assessment.batch import engines, sources
from assessment.batch.parts import Counts, Parts
from assessment.batch.sources import Source, Workbooks
from assessment.batch.work import Piece
from assessment.text import Text

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for: the files and folders, where the results go, the day, and which shard of how many."""

    given: tuple[Path, ...]
    out: Path
    as_of: date
    shard: tuple[int, int] = (1, 1)
    scheduler: str = ""


Tell = Callable[[int, int | None], None]
"""Told after each piece: cases done so far, those of an earlier run with them, and of how many, where that is known."""


@dataclass(frozen=True, slots=True)
class Report:
    """How it ended; `before` where nothing was left to do."""

    counts: Counts
    before: bool = False


def run(job: Job, tell: Tell) -> Report:
    """The job worked to its end. Raises sources.NotUsable where nothing can be begun."""
    found = sources.sources(job.given, job.shard)
    if not any(each.cases != 0 for each in found):
        raise sources.NotUsable(Text("没有找到能读的文件。"))
    parts = Parts(job.out, _about(job))
    if ended := parts.finished():
        return Report(ended, before=True)
    parts.begin()
    whole = _whole(found, job.shard)
    count, _ = parts.counted()
    tell(count, whole)
    with _engine(job) as engine:
        for name, done in engines.worked(engine, _missing(found, parts, job.shard)):
            parts.keep(name, done)
            count += done.cases
            tell(count, whole)
    return Report(parts.finish())


def day_begun(out: Path) -> date | None:
    """The day of the run that was begun or finished with this output; None where there is none."""
    day = Parts(out, {}).before().get("as_of")
    return date.fromisoformat(day) if day else None


def _engine(job: Job) -> Any:
    return engines.cluster(job.scheduler, job.as_of) if job.scheduler else engines.here(job.as_of)


def _missing(found: Sequence[Source], parts: Parts, shard: tuple[int, int]) -> Iterator[tuple[str, Piece]]:
    """The shard's pieces that are not done yet; of workbooks the source holds only the shard's own."""
    for at, source in enumerate(found):
        own = (1, 1) if isinstance(source, Workbooks) else shard
        for number, piece in source.pieces(partial(_wanted, parts, own, at)):
            yield _name(at, number), piece


def _wanted(parts: Parts, shard: tuple[int, int], source: int, number: int) -> bool:
    place, count = shard
    return (source + number) % count == place - 1 and not parts.has(_name(source, number))


def _name(source: int, number: int) -> str:
    return f"{source:04}-{number:07}"


def _whole(found: Sequence[Source], shard: tuple[int, int]) -> int | None:
    """How many cases there are in all, where that is known before they are read."""
    counts = [each.cases for each in found]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) and shard == (1, 1) else None


def _about(job: Job) -> dict[str, Any]:
    """What makes a run the same run: its files as they are, by a hash, the rules, how it is cut, the day, the shard."""
    files = [path for given in job.given for path in (sorted(given.rglob("*")) if given.is_dir() else [given])]
    held = [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in files if path.is_file()]
    cut = [_FORMAT, sources.PIECE, str(rules.shipped().checked[1]), held]
    run = hashlib.sha256(json.dumps(cut).encode()).hexdigest()
    return {"run": run, "as_of": job.as_of.isoformat(), "shard": list(job.shard)}
