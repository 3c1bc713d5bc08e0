"""Random files and workbooks of random cells: none raises, none changes a case, and what fuzzing once found stays mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.case import Case
from assessment.intake import Intake
from assessment.intake.changes import taken
from assessment.intake.files import understood
from tests.fuzz.inputs import KINDS, file_of, seeds
from tests.intake.hostile_files import HEADER, book
from tests.samples import CASES
from tests.strategies import AWKWARD

FOUND = Path(__file__).parent / "found"
BEGINNINGS = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n", b"\xff\xfe", b"<table>", b"<?xml ", b"\x09\x08\x10\x00")  # fmt: skip
OLD_CASE = CASES["middle_three_debts"]


def harmless(found):
    """An answer it is, and a case takes nothing from it unasked."""
    assert isinstance(found, Intake)
    assert taken(OLD_CASE, found, ()) == OLD_CASE
    assert found.case == Case() or found.found or found.household


@settings(max_examples=150)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2_000))
def test_random_bytes_are_refused_or_read(beginning, rest):
    harmless(understood(beginning + rest))


@settings(max_examples=150)
@given(st.integers(0, len(KINDS) - 1), st.binary(max_size=400))
def test_random_parts_of_files_are_refused_or_read(kind, rest):
    harmless(understood(file_of(bytes([kind]) + rest)))


WORDS = st.sampled_from(
    (*AWKWARD, "5000", "1e9", "-1", "46082", "NaN", "平台", "剩余本金", "月供", "合计", "日0.05%", "M2")
)
ADDRESS = st.sampled_from(("", 'r="A2"', 'r="B3"', 'r="ZZ9"', 'r="A0"', 'r="XFD1048576"', 'r="b2"'))
KIND = st.sampled_from(("", 't="s"', 't="str"', 't="b"', 't="e"', 't="d"', 't="n"', 't="inlineStr"', 's="9"'))
CELL = st.builds(
    lambda at, kind, word: f"<c {at} {kind}><v>{word}</v></c>".replace("&", "&amp;"),
    ADDRESS,
    KIND,
    WORDS.filter(lambda word: not set(word) & set("<&]\x00\x0b")),
)
ROW = st.builds(
    lambda at, cells: f"<row {at}>{''.join(cells)}</row>",
    st.sampled_from(("", 'r="2"', 'r="0"', 'r="99999999"', 'r="x"', 'hidden="1"')),
    st.lists(CELL, max_size=6),
)


@settings(max_examples=150)
@given(st.lists(ROW, max_size=8))
def test_workbooks_of_random_cells_are_refused_or_read(rows):
    harmless(understood(book(HEADER + "".join(rows))))


@settings(max_examples=100)
@given(st.lists(st.lists(WORDS, max_size=7), min_size=1, max_size=12))
def test_tables_of_random_words_are_refused_or_read(rows):
    text = "\n".join(",".join('"' + word.replace('"', '""') + '"' for word in row) for row in rows)
    harmless(understood(text.encode()))


@pytest.mark.parametrize("seed", list(seeds()), ids=lambda seed: str(seed[0]))
def test_what_fuzzing_begins_with_is_sound(seed):
    harmless(understood(file_of(seed)))


def test_what_fuzzing_once_found_stays_mended():
    for path in sorted(FOUND.glob("*")):
        harmless(understood(file_of(path.read_bytes())))
