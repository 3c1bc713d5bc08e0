"""What the first page may load: nothing heavy, and no reader of spreadsheets, which belong in another process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_FIRST_PAGE = """
import sys, streamlit
from streamlit.web import bootstrap
before = set(sys.modules)
from ui import answers, begin, navigation, own_words, pending, server, session, shield, whose
loaded = set(sys.modules) - before
print(*loaded, *{name.partition(".")[0] for name in loaded})
"""
_HEAVY = {
    "numpy",
    "pandas",
    "pyarrow",
    "scipy",
    "plotly",
    "PIL",
    "openpyxl",
    "xlrd",
    "pypdf",
    "pyzipper",
    "lxml",
    "icalendar",
    "tqdm",
    "cryptography",
    "highspy",
    "assessment.bills",
    "assessment.creditreport",
    "assessment.deal",
    "assessment.intake.household_workbook",
    "assessment.plan",
}


def test_the_first_page_loads_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", _FIRST_PAGE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not _HEAVY & set(done.stdout.split())
