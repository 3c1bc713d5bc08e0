"""A whole assessment of the twelve-debt sample, and what our own imports add to a bare Streamlit page."""

from __future__ import annotations

import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

from assessment import assess
from assessment.intake import read_workbook
from benchmarks.measure import Row, at_most, environment, timed

TITLE = "一户的完整测算"
ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 23)
ROUNDS, STARTS = 60, 5
BARE = "import streamlit; from streamlit.web import bootstrap; from streamlit.runtime.scriptrunner import script_runner"
OURS = f"{BARE}; from ui import navigation, own_words, session, server, shield; import ui.begin, ui.answers"


def rows() -> list[Row]:
    case = read_workbook(ROOT / "sample_data" / "twelve_debts.xlsx").case
    assess(case, DAY)
    seconds = statistics.median(timed(lambda: assess(case, DAY)) for _ in range(ROUNDS))
    options = sum(len(debt.comparison.options) for debt in assess(case, DAY).debts)
    pairs = [(_import(BARE), _import(OURS)) for _ in range(STARTS)]
    added = statistics.median(ours - bare for bare, ours in pairs)
    return [
        at_most(f"{len(case.debts)} 笔债、{options} 个方案，逐月明细、理由和征信日历都在内", seconds, 0.015),
        at_most("启动时本软件的导入比空的 Streamlit 多用", added, 0.3),
    ]


def _import(code: str) -> float:
    timed_code = f"import time; start = time.process_time()\n{code}\nprint(time.process_time() - start)"
    done = subprocess.run(
        [sys.executable, "-c", timed_code], cwd=ROOT, capture_output=True, text=True, check=True, env=environment()
    )
    return float(done.stdout.split()[-1])
