"""What a batch is made of: workbooks, and files with many cases, cut into pieces the same way each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from assessment.batch import flat
from assessment.batch.columns import NotACaseTable, conformed
from assessment.batch.work import Books, Piece, Rows
from assessment.problems import Unanswerable
from assessment.text import Text

PIECE = 4_000
"""Cases in a piece of a table: what a killed run has to do again."""

_BOOKS = 8
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
_LOCK = "~$"
_READ_AT_ONCE = 1 << 20
Wanted = Callable[[int], bool]


class NotUsable(Unanswerable):
    """Something given that no batch can be made of; `what` says why."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.msgid)
        self.what = what


class Source(Protocol):
    """A file with many cases, or workbooks."""

    @property
    def cases(self) -> int | None:
        """How many there are; None where that shows only in reading."""

    def pieces(self, wanted: Wanted) -> Iterator[tuple[int, Piece]]:
        """The pieces whose number is wanted, in order."""


@dataclass(frozen=True, slots=True)
class Workbooks:
    """Workbooks one by one; a case goes by its file's name."""

    files: tuple[tuple[str, Path], ...]

    @property
    def cases(self) -> int:
        return len(self.files)

    def pieces(self, wanted: Wanted) -> Iterator[tuple[int, Piece]]:
        for number, start in enumerate(range(0, len(self.files), _BOOKS)):
            if wanted(number):
                yield number, Books(self.files[start : start + _BOOKS])


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A table of cases, a household a row."""

    path: Path

    @property
    def cases(self) -> int:
        return int(self._open().metadata.num_rows)

    def pieces(self, wanted: Wanted) -> Iterator[tuple[int, Piece]]:
        """Some rows of one row group at a time; a row group nobody wants is not read."""
        file = self._open()
        first, row = 0, 1
        for group in range(file.num_row_groups):
            size = file.metadata.row_group(group).num_rows
            numbers = range(first, first - (-size // PIECE))
            if any(map(wanted, numbers)):
                for number, batch in zip(numbers, self._group(file, group), strict=True):
                    start = row + (number - first) * PIECE
                    if wanted(number):
                        yield number, Rows(self.path.name, range(start, start + batch.num_rows), self._table(batch))
            first, row = numbers.stop, row + size

    def _group(self, file: pq.ParquetFile, group: int) -> Iterator[pa.RecordBatch]:
        try:
            yield from file.iter_batches(PIECE, [group], use_threads=False)
        except (pa.ArrowException, OSError) as error:
            raise NotUsable(
                Text("“{file}”的第 {group} 组坏了，读不出来。", file=self.path.name, group=group + 1)
            ) from error

    def _open(self) -> pq.ParquetFile:
        try:
            return pq.ParquetFile(self.path, buffer_size=_READ_AT_ONCE, pre_buffer=False)
        except (pa.ArrowException, OSError) as error:
            raise NotUsable(Text("“{file}”打不开，或者不是 Parquet 文件。", file=self.path.name)) from error

    def _table(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.Table.from_batches([_cases(pa.Table.from_batches([batch]), self.path)])


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A debt a line."""

    path: Path

    @property
    def cases(self) -> None:
        return None

    def pieces(self, wanted: Wanted) -> Iterator[tuple[int, Piece]]:
        try:
            yield from flat.pieces(self.path, PIECE, wanted)
        except flat.NoNumbers as error:
            raise NotUsable(Text("“{file}”没有“编号”（case）这一列。", file=self.path.name)) from error
        except (OSError, UnicodeDecodeError) as error:
            raise NotUsable(Text("“{file}”打不开，或者不是文字。", file=self.path.name)) from error


def _cases(table: pa.Table, path: Path) -> pa.RecordBatch:
    try:
        return conformed(table)
    except NotACaseTable as error:
        what = Text("“{file}”的 {column} 一列没有，或者类型不对。", file=path.name, column=str(error))
        raise NotUsable(what) from error


def sources(given: Sequence[Path], shard: tuple[int, int]) -> list[Source]:
    """Every file named or in a folder named. Of the workbooks only the shard's own. Raises NotUsable."""
    books: list[tuple[str, Path]] = []
    tables: list[Source] = []
    for path in given:
        if path.is_dir():
            books += _in_folder(path)
        elif path.suffix.lower() in _WORKBOOKS and path.is_file():
            books.append((path.name, path))
        elif path.suffix.lower() in _TABLES and path.is_file():
            tables.append(_TABLES[path.suffix.lower()](path))
        else:
            raise NotUsable(Text("“{file}”找不到，或者不是能读的文件。", file=str(path)))
    place, count = shard
    own = tuple(books[place - 1 :: count])
    return [*([Workbooks(own)] if books else []), *tables]


_TABLES: dict[str, Callable[[Path], Source]] = {".parquet": ParquetFile, ".csv": CsvFile}


def _in_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every workbook below a folder by its path in it, in order."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _WORKBOOKS and not path.name.startswith(_LOCK) and path.is_file():
            yield path.relative_to(folder).as_posix(), path
