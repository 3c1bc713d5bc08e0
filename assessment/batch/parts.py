"""A run's finished pieces on disk, each whole or not there; put together at the end."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import feather, ipc

from assessment.batch.columns import RESULT
from assessment.batch.sources import NotUsable
from assessment.batch.work import Done
from assessment.report import outgoing
from assessment.text import Text

_ABOUT, _COUNTS = b"huandeqi.batch", b"huandeqi.counts"
_MANIFEST = "manifest.json"
_RESULT, _PROBLEM, _UNFINISHED = ".arrow", ".problems", ".tmp"
_HEADER = ("文件", "位置", "编号", "问题")
_LIKE_EACH_OTHER = [
    "case", "floor", "suggested", "ceiling", "cash", "debt", "stage", "owed", "share_floor", "share_suggested", "share_ceiling", "share_cash", "option", "fit",
]  # fmt: skip


class Counts(NamedTuple):
    """Cases, those that could not be assessed, and lines in the problem list."""

    cases: int
    failed: int
    problems: int


def problem_list(out: Path) -> Path:
    """The list of problems beside the results."""
    return out.with_name(out.stem + ".problems.csv")


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a run keeps its pieces: a folder beside `out`. `about` says which run it is."""

    out: Path
    about: dict[str, Any]

    @property
    def folder(self) -> Path:
        """The folder of finished pieces, gone once `out` stands."""
        return self.out.with_name(self.out.name + ".parts")

    def begin(self) -> None:
        """The folder, new or as the same run left it. Raises NotUsable where another run's stands there."""
        manifest = self.folder / _MANIFEST
        self.folder.mkdir(parents=True, exist_ok=True)
        for torn in self.folder.glob(f"*{_UNFINISHED}"):
            torn.unlink()
        if not manifest.exists():
            _whole(manifest, lambda path: path.write_text(json.dumps(self.about), encoding="utf-8"))
        elif self.before() != self.about:
            raise NotUsable(_OTHER_RUN)

    def finished(self) -> Counts | None:
        """How the same run ended before, if it did. Raises NotUsable where `out` is anything else."""
        if not self.out.exists():
            return None
        if self.before() != self.about:
            raise NotUsable(_IN_THE_WAY)
        shutil.rmtree(self.folder, ignore_errors=True)
        return Counts(**json.loads(pq.read_schema(self.out).metadata[_COUNTS]))

    def before(self) -> dict[str, Any]:
        """Which run left its results, or its pieces, here; nothing where none did."""
        try:
            said = (
                (pq.read_schema(self.out).metadata or {})[_ABOUT]
                if self.out.exists()
                else (self.folder / _MANIFEST).read_bytes()
            )
            held: dict[str, Any] = json.loads(said)
        except (pa.ArrowException, OSError, KeyError, ValueError):
            return {}
        return held

    def has(self, name: str) -> bool:
        """Whether a piece is done."""
        return (self.folder / (name + _RESULT)).exists()

    def keep(self, name: str, done: Done) -> None:
        """A piece's problems, then its results: once these stand there, the piece is done."""
        counts = {b"cases": str(done.cases).encode(), b"failed": str(done.failed).encode()}
        for table, ending in ((done.problems, _PROBLEM), (done.results.replace_schema_metadata(counts), _RESULT)):
            _whole(self.folder / (name + ending), partial(feather.write_feather, table, compression="lz4"))

    def counted(self) -> tuple[int, int]:
        """Cases done so far, and how many of them could not be assessed."""
        counts = [ipc.open_file(path).schema.metadata for path in self._all(_RESULT)]
        return sum(int(each[b"cases"]) for each in counts), sum(int(each[b"failed"]) for each in counts)

    def finish(self) -> Counts:
        """Everything in one file each, the problems first."""
        problems = _whole(problem_list(self.out), self._list)
        counts = Counts(*self.counted(), problems)
        _whole(self.out, partial(self._results, counts))
        shutil.rmtree(self.folder)
        return counts

    def _all(self, ending: str) -> list[Path]:
        return sorted(self.folder.glob(f"*{ending}"))

    def _results(self, counts: Counts, path: Path) -> None:
        about = {_ABOUT: json.dumps(self.about), _COUNTS: json.dumps(counts._asdict())}
        schema = RESULT.with_metadata(about)
        with pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=_LIKE_EACH_OTHER) as file:
            for part in self._all(_RESULT):
                found = feather.read_table(part, memory_map=False).replace_schema_metadata(schema.metadata)
                file.write_table(found, row_group_size=max(found.num_rows, 1))

    def _list(self, path: Path) -> int:
        """The problem list, readable in a spreadsheet and never a formula there."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(_HEADER)
            count = 0
            for part in self._all(_PROBLEM):
                for problem in feather.read_table(part, memory_map=False).to_pylist():
                    lines.writerow(map(outgoing.for_csv, problem.values()))
                    count += 1
        return count


_OTHER_RUN = Text("这里留着另一批没算完的结果。请换一个 --out；确定不要了，就删掉那个 .parts 文件夹再来。")
_IN_THE_WAY = Text("--out 写的文件已经有了，不覆盖。请换一个名字，或先把它移走。")


def _whole(path: Path, write: Callable[[Path], Any]) -> Any:
    """A file that is there as a whole or not at all, whatever stops the machine."""
    torn = path.with_name(path.name + _UNFINISHED)
    answer = write(torn)
    with torn.open("rb+") as file:
        os.fsync(file.fileno())
    torn.replace(path)
    _settle(path.parent)
    return answer


def _settle(folder: Path) -> None:
    """The folder's own entry on disk, where the system can do that."""
    with contextlib.suppress(OSError, PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
