"""Who works a batch's pieces: this process, a pool of two, or a cluster that is already there."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd
import pyarrow as pa

from assessment.batch.columns import RESULT
from assessment.batch.frame import assess_frame
from assessment.batch.sources import NotUsable
from assessment.batch.work import Books, Done, Piece, Rows, done, of_rows
from assessment.text import Text

Answer = Callable[[], Done]
Begin = Callable[[str, Piece], Answer]
"""Starts a piece by its name; the answer waits for it."""

_PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Engine:
    """How a piece is begun, and how many may be under way."""

    begin: Begin
    ahead: int


def worked(engine: Engine, pieces: Iterable[tuple[str, Piece]]) -> Iterator[tuple[str, Done]]:
    """Every piece's outcome in order, a few under way."""
    waiting: deque[tuple[str, Answer]] = deque()
    for name, piece in pieces:
        waiting.append((name, engine.begin(name, piece)))
        if len(waiting) >= engine.ahead:
            yield _first(waiting)
    while waiting:
        yield _first(waiting)


def _first(waiting: deque[tuple[str, Answer]]) -> tuple[str, Done]:
    name, answer = waiting.popleft()
    return name, answer()


@contextlib.contextmanager
def here(as_of: date) -> Iterator[Engine]:
    """Tables in this process, workbooks, whose reading waits for another, in two of their own."""
    with contextlib.ExitStack() as stack:
        pool: list[ProcessPoolExecutor] = []

        def begin(_name: str, piece: Piece) -> Answer:
            if isinstance(piece, Rows):
                return partial(done, piece, as_of)
            if not pool:
                spawned = multiprocessing.get_context("spawn")
                pool.append(stack.enter_context(ProcessPoolExecutor(_PROCESSES, mp_context=spawned)))
            return pool[0].submit(done, piece, as_of).result

        yield Engine(begin, 2 * _PROCESSES)


@contextlib.contextmanager
def cluster(address: str, as_of: date) -> Iterator[Engine]:
    """Tables on a Dask cluster. Each piece travels with its task, so that a lost worker loses nothing."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise NotUsable(_NO_DASK) from error
    try:
        client = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise NotUsable(Text("连不上 {address} 的调度器。", address=address)) from error
    with client:
        workers = max(len(client.scheduler_info(n_workers=-1)["workers"]), 1)

        def begin(name: str, piece: Piece) -> Answer:
            if isinstance(piece, Books):
                raise NotUsable(_ONLY_TABLES)
            frame = piece.cases.to_pandas(types_mapper=pd.ArrowDtype)
            future = client.submit(assess_frame, frame, as_of, key=f"{client.id}-{name}", pure=False)
            return lambda: of_rows(piece, _table(future.result()))

        yield Engine(begin, 2 * workers)


_NO_DASK = Text("--scheduler 要先装 Dask：pip install distributed “dask[dataframe]”。")
_ONLY_TABLES = Text("--scheduler 只用于 Parquet、CSV；表格文件要在有它们的这台电脑上读。")


def _table(found: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(found, RESULT, preserve_index=False)
