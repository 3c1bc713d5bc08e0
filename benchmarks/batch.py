"""Cases of an agency from Parquet to Parquet, beside the readable engine one by one; memory; workbooks."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from assessment import assess
from assessment.batch import Job, assess_table, run
from assessment.batch.rows import case_of
from benchmarks import agency
from benchmarks.measure import Row, environment, ms, side_by_side, times

TITLE = "批量：机构的一批个案"
NOTE = (
    "一个个案有两项收入（一项有六个月记录）、九项支出、两项资产、三笔债（四到三十期，三分之二已逾期，四分之一每期另收手续费），"
    "每笔债十个左右的方案，年化利率都在内。单核；速度 = 个案数 ÷ 用时。"
)
DAY = date(2026, 11, 23)
ROOT = Path(__file__).parent.parent
MANY, FEW, ROUNDS = 20_000, 40, 3
_RUN = "import sys; from assessment.__main__ import main; code = main(sys.argv[1:]); print('peak', [line for line in open('/proc/self/status') if line.startswith('VmHWM')][0].split()[1]); sys.exit(code)"


def rows() -> list[Row]:
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    table = agency.cases(MANY)
    few = [case_of(row) for row in table.slice(0, FEW).to_pylist()]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "cases.parquet"
        pq.write_table(table, source, row_group_size=8_000)
        found = side_by_side(
            {
                "whole": lambda: _from_parquet(source, Path(folder) / "out.parquet"),
                "frame": lambda: assess_table(table, DAY),
                "plain": lambda: [assess(case, DAY) for case in few],
                "copy": lambda: _copied(source, Path(folder) / "copy.parquet"),
            },
            ROUNDS,
        )
    per = {name: seconds / (FEW if name == "plain" else MANY) for name, seconds in found.items()}
    speed = 1 / per["whole"]
    return [
        Row(
            "从 Parquet 到 Parquet",
            f"{speed:,.0f} 户/秒（每户 {ms(per['whole'])}）",
            "×1",
            "≥ 10,000 户/秒",
            speed >= 10_000,
        ),
        Row("其中只算，不读不写", f"每户 {ms(per['frame'])}", times(per["frame"] / per["whole"])),
        Row("可读引擎逐户（纯 Python，带理由和明细）", f"每户 {ms(per['plain'])}", times(per["plain"] / per["whole"])),
        Row("只把个案读进来再写出去（下限）", f"每户 {ms(per['copy'])}", times(per["copy"] / per["whole"])),
        *_memory(),
        _workbooks(),
    ]


def _from_parquet(source: Path, out: Path) -> None:
    out.unlink(missing_ok=True)
    run(Job((source,), out, DAY), lambda _done, _of: None)


def _copied(source: Path, out: Path) -> None:
    pq.write_table(pq.read_table(source, use_threads=False), out)


def _memory() -> list[Row]:
    """The largest memory of a whole run, as the command makes it, over few cases and over many."""
    few, many = _peak(30_000), _peak(120_000)
    return [
        Row("内存峰值，30,000 户", f"{few:.0f} MB", "×1"),
        Row("内存峰值，120,000 户", f"{many:.0f} MB", times(many / few), "≤ ×1.2", many <= 1.2 * few),
    ]


def _peak(count: int) -> float:
    """MB, as the system counts it since the program's start; what a parent used is not in it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "cases.parquet"
        agency.written(source, count)
        done = subprocess.run(
            [sys.executable, "-c", _RUN, "batch", str(source), "--out", str(Path(folder) / "out.parquet"), "--as-of", DAY.isoformat()],
            cwd=ROOT, capture_output=True, text=True, check=True, env=environment(),
        )  # fmt: skip
        return int(done.stdout.split("peak")[-1]) / 1024


def _workbooks() -> Row:
    """Sample workbooks, read apart by two processes."""
    with tempfile.TemporaryDirectory() as folder:
        files = sorted((ROOT / "sample_data").glob("*.xlsx"))
        count = 24
        for number in range(count):
            shutil.copy(files[number % len(files)], Path(folder) / f"{number:04}.xlsx")
        start = time.perf_counter()
        run(Job((Path(folder),), Path(folder) / "out.parquet", DAY), lambda _done, _of: None)
        seconds = time.perf_counter() - start
    return Row(f"{count} 份表格，两个进程（主要是读表格）", f"{count / seconds:.1f} 份/秒")
