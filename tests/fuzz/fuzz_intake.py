"""Coverage-guided fuzzing of everything that reads a file: no input may raise, hang or take the memory.

    python -m tests.fuzz.fuzz_intake -max_total_time=300 -timeout=8 -rss_limit_mb=1500

The first byte of an input says what the rest is: a whole file, or one part of a workbook, a page, a table of words. Any
option of libFuzzer may follow; a folder after them is where inputs that reach new code are kept. What is found lies
beside as crash-…, timeout-… or oom-…; once mended it goes to tests/fuzz/found, where test_found.py reads it for ever.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["assessment.intake", "assessment.bills", "assessment.creditreport", "assessment.money", "xlrd"]):  # fmt: skip
    from assessment.intake.files import WordsAsked, done, understood
    from tests.fuzz.inputs import file_of, seeds


def one(data: bytes) -> None:
    """One input."""
    understood(file_of(data), "1")
    done(WordsAsked(file_of(data), "1"))


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable()
    folders = [word for word in sys.argv[1:] if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as beginning:
        for number, seed in enumerate(seeds()):
            (Path(beginning) / str(number)).write_bytes(seed)
        options = [word for word in sys.argv[1:] if word.startswith("-")]
        atheris.Setup([sys.argv[0], *options, *folders, beginning], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
