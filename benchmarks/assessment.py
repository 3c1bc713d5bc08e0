"""A whole assessment of the twelve-debt sample, and what our own imports add to a bare Streamlit page.

Run from the project's folder: python benchmarks/assessment.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from assessment import assess  # noqa: E402
from assessment.intake import read_workbook  # noqa: E402

ROUNDS = 50
STARTS = 7
BARE = "import streamlit; from streamlit.web import bootstrap; from streamlit.runtime.scriptrunner import script_runner"
OURS = f"{BARE}; from ui import navigation, own_words, session, server, shield; import ui.begin, ui.answers"


def milliseconds(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def seconds(code: str) -> float:
    timed = f"import time; start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    done = subprocess.run([sys.executable, "-c", timed], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def main() -> None:
    case = read_workbook(ROOT / "sample_data" / "twelve_debts.xlsx").case
    day = date(2026, 11, 23)
    assess(case, day)
    times = milliseconds(lambda: assess(case, day))
    options = sum(len(debt.comparison.options) for debt in assess(case, day).debts)
    print(f"whole assessment, {len(case.debts)} debts, {options} options: median {statistics.median(times):.1f} ms, "
          f"fastest {times[0]:.1f}, slowest {times[-1]:.1f} (warm, {ROUNDS} rounds; goal 15)")  # fmt: skip
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(STARTS)]
    bare, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
    added = statistics.median(b - a for a, b in pairs)
    print(
        f"imports: bare Streamlit {bare:.2f} s, with ours {ours:.2f} s, added {added:.2f} s (median of {STARTS}; goal 0.30)"
    )


if __name__ == "__main__":
    main()
