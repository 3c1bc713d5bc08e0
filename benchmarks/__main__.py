"""python -m benchmarks: measures everything and writes docs/performance.md; with names, measures those and prints."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from benchmarks import drawn, slopes
from benchmarks.measure import Row, machine

MODULES = ("schedules", "assessment", "stress", "room", "joint_plan", "call", "bills", "batch", "slopes", "load")
"""The benchmarks, in the order of the page. Each has a TITLE, `rows()`, and perhaps a NOTE."""

DOCS = Path(__file__).parent.parent / "docs"
_HEAD = """# 速度

这一页由 `python -m benchmarks` 量出来、写出来，不要手改。{machine}；{day} 量，共用 {minutes:.1f} 分钟。

单进程里的计算按处理器时间计，取多次的中位数；服务器和文件按钟表计。各方在同一次运行里轮流量。时间会随机器浮动三分之一，看倍数更可靠：“相比”一栏是和本软件（或表里写 ×1 的那一行）比用了几倍时间。

目标 {goals} 项，达到 {met} 项。{missed}
"""


def main(names: Sequence[str]) -> int:
    """1 where a goal was missed."""
    start, where = time.perf_counter(), machine()
    chosen = names or MODULES
    sections = [(module, _measured(module)) for module in map(_named, chosen)]
    if names:
        for module, rows in sections:
            print("\n".join(_section(module, rows)))
    else:
        page = [_head(where, time.perf_counter() - start, sections)]
        page += ["\n".join(_section(module, rows)) for module, rows in sections]
        (DOCS / "performance.md").write_text("\n".join(page), encoding="utf-8")
        (DOCS / "performance.svg").write_text(drawn.svg(slopes.lines()), encoding="utf-8")
    return int(any(row.met is False for _, rows in sections for row in rows))


def _named(name: str) -> ModuleType:
    return importlib.import_module(f"benchmarks.{name}")


def _measured(module: ModuleType) -> list[Row]:
    start = time.perf_counter()
    rows: list[Row] = module.rows()
    print(f"{module.__name__}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return rows


def _head(where: str, seconds: float, sections: Sequence[tuple[ModuleType, list[Row]]]) -> str:
    judged = [(module, row) for module, rows in sections for row in rows if row.met is not None]
    missed = [f"{module.TITLE}的“{row.name}”（{row.figure}，目标 {row.goal}）" for module, row in judged if not row.met]
    return _HEAD.format(
        machine=where,
        day=datetime.now(UTC).date(),
        minutes=seconds / 60,
        goals=len(judged),
        met=len(judged) - len(missed),
        missed="没有达到的：" + "；".join(missed) + "。" if missed else "",
    )


def _section(module: ModuleType, rows: Sequence[Row]) -> list[str]:
    lines = [f"## {module.TITLE}", ""]
    note = getattr(module, "NOTE", "")
    lines += [note, ""] if note else []
    if module is slopes:
        lines += ["![数量增加时用时怎样增加](performance.svg)", ""]
    lines += ["| | 量得 | 相比 | 目标 | 达到 |", "|---|---|---|---|---|"]
    lines += [f"| {row.name} | {row.figure} | {row.ratio} | {row.goal} | {_MET[row.met]} |" for row in rows]
    return [*lines, ""]


_MET = {None: "", True: "是", False: "否"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
