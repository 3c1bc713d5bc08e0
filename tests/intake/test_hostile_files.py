"""No file hurts: each ends in a sentence or a case, in time, and never in silence about what was lost."""

from __future__ import annotations

import time

import pytest

from assessment.case import Case
from assessment.intake import read_workbook
from assessment.intake.apart import any_file
from assessment.intake.container import Unreadable, answered
from assessment.intake.household_workbook import interpreted
from assessment.report.chinese import chinese
from tests.intake import hostile_files
from tests.intake.hostile_files import FILES

LONGEST_WAIT = 11

SENTENCES = {
    "这个文件是空的。": {"no bytes", "zeros"},
    "这个文件超过 20 MB。": {"too large"},
    "这是二进制格式的 Excel 文件（.xlsb）。": {"xlsb"},
    "这是 ODS 格式的表格。": {"ods"},
    "这个文件加了密码。": {"password", "encrypted zip"},
    "这其实是一个网页，里面没有表格。": {"html", "html with a mark"},
    "这是图片，不是表格。": {"png", "jpeg"},
    "这不是能读的表格文件。": {"random", "tail", "junk before", "empty zip"},
    "这个文件坏了，或者没有下载完整。": {
        "PK and nothing", "random after PK", "first half", "unknown compression", "stored but deflated", "no book part", "traversal", "absolute",
        "same name but case", "column ZZZZZZ", "deep", "unclosed", "string index out of range", "style out of range", "no number",
        "words as a number", "junk truth", "more digits than Python counts", "junk after", "many merges", "old excel", "pdf",
    },
    "这个文件里没有工作簿。": {"word document"},
    "这个文件里的内容太多，不像家庭用的表格。": {"many parts"},
    "这个文件解开后太大，不像家庭用的表格。": {"blanks", "sixty million in three parts", "long strings everywhere"},
    "这个文件超过 50 页。": {"twenty thousand sheets"},
    "这个文件里有不该有的内容，为安全起见没有读。": {"laughs", "quadratic", "outside entity", "late document type", "utf-16 document type"},
    "这是“Strict Open XML”格式，内容可能读不全。": {"strict"},
    "没有找到认得的表头。": {"no sheet part", "sheet outside", "sheet on the net", "rows backwards", "one byte", "PK only"},
}  # fmt: skip
REFUSED = {name: sentence for sentence, names in SENTENCES.items() for name in names}
HEAVY = {"a million rows", "wide rows", "many validations"}
"""Slow to read: they may run into the time they are given, and are then refused for it."""


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_file_that_cannot_be_read_gets_its_own_sentence_and_the_way_out(name):
    found = read_workbook(FILES[name]())
    assert found.case == Case()
    assert chinese(found.problems[0].what) == REFUSED[name]
    assert found.problems[0].standing == "refused"
    assert chinese(found.problems[0].instead).startswith(("请", "如果"))


@pytest.mark.parametrize(
    "name",
    [
        "dimension lies large",
        "dimension lies small",
        "merge of all",
        "deep and closed",
        "control characters",
        "unknown kind",
        "gbk csv",
        "utf-16 csv",
    ],
)
def test_odd_but_harmless_files_are_read_in_full(name):
    found = read_workbook(FILES[name]())
    assert [debt.name for debt in found.case.debts] == ["借呗"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("far corner", "这一页太大，5000 行、100 列以外的没有读。"), ("far row", "这一页太大，5000 行、100 列以外的没有读。"),
        ("far column", "这一页太大，5000 行、100 列以外的没有读。"), ("beyond every row", "这一页太大，5000 行、100 列以外的没有读。"),
        ("six thousand rows", "这一页太大，5000 行、100 列以外的没有读。"),
        ("row zero", "这一页有 1 个格子没有读出来。"), ("row minus five", "这一页有 1 个格子没有读出来。"),
        ("row twice", "这一页有 2 个格子没有读出来。"), ("cell twice", "这一页有 1 个格子没有读出来。"),
        ("shared formula over all", "这一格的公式没有算出结果。"), ("long string", "欠谁的太长了。"),
        ("endless number", "“inf”不是能看懂的剩余本金。"), ("large number", "“1e+308”不是能看懂的剩余本金。"),
    ],
)  # fmt: skip
def test_what_was_not_read_is_said_and_the_rest_is_kept(name, sentence):
    found = read_workbook(FILES[name]())
    assert found.case.debts
    assert sentence in [chinese(problem.what) for problem in found.problems]


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_a_heavy_file_ends_in_time(name):
    data = FILES[name]()
    begun = time.monotonic()
    found = read_workbook(data)
    assert time.monotonic() - begun < LONGEST_WAIT
    assert found.case.debts or found.problems[0].standing == "refused"


def test_every_hostile_file_has_its_expectation():
    told = {
        *REFUSED,
        *HEAVY,
        "dimension lies large",
        "dimension lies small",
        "merge of all",
        "deep and closed",
        "control characters",
        "unknown kind",
        "gbk csv",
        "utf-16 csv",
        "zip of a workbook",
    }
    told |= {
        "far corner",
        "far row",
        "far column",
        "beyond every row",
        "six thousand rows",
        "row zero",
        "row minus five",
        "row twice",
        "cell twice",
    }
    told |= {
        "shared formula over all",
        "long string",
        "endless number",
        "large number",
        "many digits",
        "underscored number",
        "many attributes",
    }
    assert set(FILES) == told


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    assert chinese(read_workbook(hostile_files.doubled()).problems[0].what) == "这个文件坏了，或者没有下载完整。"


@pytest.mark.filterwarnings("ignore")
def test_a_workbook_hurt_anywhere_is_read_or_refused_but_never_half_read_in_silence():
    whole = {"京东金条", "借呗"}
    for data in hostile_files.mutations(300):
        try:
            found = interpreted(answered(any_file.read(data)))
        except Unreadable:
            continue
        assert whole == {debt.name for debt in found.case.debts} or found.problems


def test_nothing_of_a_file_is_said_back_as_a_fault_of_the_program():
    for name in ("laughs", "string index out of range", "column ZZZZZZ"):
        said = chinese(read_workbook(FILES[name]()).problems[0].what)
        assert not any(word in said for word in ("Error", "Traceback", "xml", "None"))
