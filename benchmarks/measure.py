"""Timing side by side, and what a benchmark says."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import NamedTuple

Work = Callable[[], object]
_QUIET = 0.7


class Row(NamedTuple):
    """One line of a table: what was measured, the figure, how it stands to ours, the goal, and whether it was met."""

    name: str
    figure: str
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


def environment() -> dict[str, str]:
    """Variables for a program started as a person does: what Python compiles at the first start is kept for the next."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONUTF8": "1"
    }


def timed(work: Work) -> float:
    """Seconds of processor time of one call: what it takes on a core of its own, whatever else is waiting for one."""
    start = time.process_time()
    work()
    return time.process_time() - start


def side_by_side(sides: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """The median seconds of each side, all of them in turn in every round after one to warm up."""
    for work in sides.values():
        work()
    found: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, work in sides.items():
            found[name].append(timed(work))
    return {name: statistics.median(times) for name, times in found.items()}


def slope(sizes: list[int], seconds: list[float]) -> float:
    """The slope of the straight line through the logarithms: 1 where twice as much takes twice as long."""
    import numpy as np

    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def percentile(values: list[float], part: float) -> float:
    """The value that `part` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def ms(seconds: float) -> str:
    """12.3 ms; 45.6 µs where it is less than a tenth of one; 1.23 秒 from a second on."""
    if seconds >= 1:
        return f"{seconds:.2f} 秒"
    return f"{seconds * 1e6:.1f} µs" if seconds < 1e-4 else f"{seconds * 1e3:.1f} ms"


def at_most(name: str, seconds: float, goal: float, ratio: str = "") -> Row:
    """A time with the goal it must not pass. Seconds."""
    return Row(name, ms(seconds), ratio, f"≤ {goal * 1e3:g} ms", seconds <= goal)


def times(figure: float) -> str:
    """How many times as much: ×3.2, ×1,200."""
    return f"×{figure:,.0f}" if figure >= 100 else f"×{figure:.1f}" if figure >= 0.1 else f"×{figure:.3f}"


def machine() -> str:
    """The machine in general words, and whether anything else was running on it."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = os.cpu_count() or 1
    busy = (
        f"开始时机器上还有别的负载（每核 {load / cores:.1f}），数字会偏大"
        if load / cores > _QUIET
        else "开始时机器上没有别的负载"
    )
    return f"{cores} 核 {platform.machine().replace('_', '-')}，Python {sys.version.split()[0]}，NumPy {version('numpy')}，Streamlit {version('streamlit')}；{busy}"
