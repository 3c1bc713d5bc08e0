"""The sample households as sample_data/make.py builds them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "sample_data"
_spec = importlib.util.spec_from_file_location("sample_data_make", FOLDER / "make.py")
assert _spec
assert _spec.loader
_make = importlib.util.module_from_spec(_spec)
import sys  # noqa: E402

sys.modules["sample_data_make"] = _make
_spec.loader.exec_module(_make)

CASES = _make.CASES
STORY_DAY = _make.STORY_DAY
