"""A batch on a Dask cluster, and one of its workers killed in the middle: nothing lost, nothing doubled."""

from __future__ import annotations

import os
import signal
import sys

import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster

from assessment.batch import RESULT, Job, NotUsable, assess_frame, assess_table, run, sources
from benchmarks import agency
from tests.batch.expected import DAY


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as local:
        yield local


def test_a_worker_killed_midway_loses_nothing(tmp_path, cluster, monkeypatch):
    monkeypatch.setattr(sources, "PIECE", 200)
    table, path, out = agency.cases(4_000), tmp_path / "cases.parquet", tmp_path / "out.parquet"
    pq.write_table(table, path)
    workers = [worker.pid for worker in cluster.workers.values()]
    killed = []

    def kill_one(done, _of):
        if done >= 400 and not killed:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    report = run(Job((path,), out, DAY, scheduler=cluster.scheduler_address), kill_one)
    assert killed
    assert report.counts == (4_000, 0, 0)
    found = pq.read_table(out).replace_schema_metadata(None).combine_chunks()
    assert found.equals(assess_table(table, DAY).combine_chunks())


def test_without_dask_or_a_scheduler_it_says_so(tmp_path, monkeypatch):
    path = tmp_path / "cases.parquet"
    pq.write_table(agency.cases(3), path)
    job = Job((path,), tmp_path / "out.parquet", DAY, scheduler="tcp://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NotUsable, match="要先装 Dask"):
        run(job, lambda *_: None)


def test_dask_needs_one_line(cluster):
    """What docs/batch.md says: the same function over the partitions of a frame."""
    table = agency.cases(300)
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    with Client(cluster):
        parts = dd.from_pandas(frame, npartitions=3)
        found = parts.map_partitions(assess_frame, DAY, meta=assess_frame(frame.head(0), DAY)).compute()
    assert pa.Table.from_pandas(found, RESULT, preserve_index=False).equals(assess_table(table, DAY))
