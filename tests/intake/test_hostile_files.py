"""No file hurts: each ends in a sentence or a case, in time, and never in silence about what was lost."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import openpyxl
import pytest

from assessment.case import Case
from assessment.intake import read_workbook
from assessment.intake.apart import any_file
from assessment.intake.apart.progress import heard_by
from assessment.intake.container import answered
from assessment.intake.files import understood
from assessment.report import workbook
from assessment.report.chinese import chinese
from tests.intake import hostile_files, locks
from tests.intake.hostile_files import FILES, HEAVY, good
from tests.samples import CASES

LONGEST_WAIT = 30

SENTENCES = {
    "这个文件是空的。": {"no bytes", "zeros", "blanks and line ends"},
    "这个文件超过 20 MB。": {"too large"},
    "这是二进制格式的 Excel 文件（.xlsb）。": {"xlsb"},
    "这是 ODS 格式的表格。": {"ods"},
    "这是苹果 Numbers 一类的文件。": {"numbers"},
    "这是 Word 或 WPS 文字文档，不是表格。": {"word document", "word document of old", "odt"}, "这份文档里没有文字，可能只有图片。": {"word document without words"},
    "这是幻灯片，不是表格。": {"slides", "slides of old"},
    "这是 RAR、7z 一类的压缩包。": {"rar", "7z", "gzip"},
    "这是存成单个文件的网页（.mht）。": {"single file page"},
    "这个文件加了密码。": {"locked", "locked as in 2007", "old workbook locked", "encrypted zip"},
    "这其实是一个网页，里面没有表格。": {"html", "html with a mark", "html one row"},
    "这是图片，不是表格。": {"png", "jpeg", "webp", "heic"},
    "这不是能读的表格文件。": {"random", "tail", "junk before", "empty zip", "program", "csv with a zero byte"},
    "这个文件坏了，或者没有下载完整。": {
        "PK and nothing", "random after PK", "random after OLE", "first half", "last bytes gone", "junk after", "unknown compression",
        "stored but deflated", "lying size", "lying check sum", "lying place", "no book part", "two parts of one name", "traversal", "absolute",
        "drive", "same name but case", "overlapping", "deep", "unclosed", "bytes after the end", "gbk declared", "unknown encoding", "old excel",
        "old workbook torn", "locked in name", "pdf", "xml sheet torn", "csv cut in a letter", "csv of quotes", "csv one field of ten million",
    },
    "文件里列了 1 页，内容却不在里面。": {"no sheet part", "sheet outside", "sheet on the net"},
    "这个压缩包里没有能读的文件。": {"zip of nothing known", "zip of a zip of a workbook"},
    "这个文件里的内容太多，不像家庭用的表格。": {"many parts"},
    "这个文件解开后太大，不像家庭用的表格。": {"html nested tables"},
    "这个文件超过 50 页。": {"twenty thousand sheets"},
    "这个文件里有不该有的内容，为安全起见没有读。": {
        "laughs in strings", "laughs in sheet", "laughs in book", "quadratic", "quadratic of 7.5 MB", "outside entity in sheet",
        "outside entity in strings", "outside document type", "late document type", "utf-16 document type", "xml sheet bomb",
    },
    "没有找到认得的表头。": {"one byte", "PK only", "big5 csv", "no rows", "no sheets listed"},
    "这一页太大，5000 行、100 列以外的没有读。": {"csv of commas"},
}  # fmt: skip
REFUSED = {name: sentence for sentence, names in SENTENCES.items() for name in names}

IN_FULL = {
    "html table", "html table gbk", "xml sheet", "gbk csv", "utf-8 csv with a mark", "utf-16 csv", "utf-16 csv without a mark",
    "utf-16 csv the other way round", "utf-32 csv", "strict", "macros", "lying packed size", "dimension lies large", "dimension lies small",
    "rows backwards", "merge of all", "merge of ten columns", "overlapping cols", "link over all", "sheet name of a tag", "deep and closed",
    "format of fifty thousand brackets", "format of sixty thousand quotes", "empty fill", "defined names", "style out of range",
    "style below zero", "no width", "utf-16 part", "outside link",
}  # fmt: skip
"""Odd but harmless: one debt, 借呗 of 5000 yuan, or whatever stands in the odd cell, and nothing to say."""

SAID = {
    "这一页太大，5000 行、100 列以外的没有读。": {
        "far corner", "far row", "far column", "far column a thousand times", "row two thousand million", "six thousand rows",
        "xml sheet far cell", "csv 16 000 columns",
    },
    "这一页有 1 个格子没有读出来。": {
        "row zero", "row minus five", "row of words", "row without an end", "beyond every row", "cell twice", "column ZZZZZZ",
        "string index out of range", "string index below zero",
    },
    "这一页有 2 个格子没有读出来。": {"row twice"},
    "这一格的公式没有算出结果。": {
        "shared formula over all", "array formula over all", "formula without a result", "formula that fetches",
    },
    "这一格是公式错误“#REF!”。": {"error"}, "这一格是公式错误“#WHAT!”。": {"junk error"},
    "“=1+1”不是能看懂的剩余本金。": {"csv of a formula"},
    "“1e999”不是能看懂的剩余本金。": {"endless number"}, "“1e+308”太大，不像一笔钱。": {"large number"},
    "“NaN”不是能看懂的剩余本金。": {"no number", "day NaN"}, "“inf”不是能看懂的剩余本金。": {"infinity", "day inf"},
    "“0x10”不是能看懂的剩余本金。": {"hexadecimal"}, "“1_000”不是能看懂的剩余本金。": {"underscored number"},
    "“--1”不是能看懂的剩余本金。": {"two signs"}, "“maybe”不是能看懂的剩余本金。": {"junk truth"},
    "“2026-99-99T”不是能看懂的剩余本金。": {"junk ISO day"}, "“ab”不是能看懂的剩余本金。": {"formula of text"},
    "“1e+300”太大，不像一笔钱。": {"day 1e300"}, "“1e+18”太大，不像一笔钱。": {"day 1e18"},
    "“-1e+18”太大，不像一笔钱。": {"day -1e18"}, "剩余本金不能是负数。": {"day -1"},
}  # fmt: skip
KEPT = {name: sentence for sentence, names in SAID.items() for name in names}

FIGURES = {
    "full width number": 123, "number with a comma": 1000, "day 60": 60, "day 0": 0, "empty number": 0, "blank number": 0, "tiny number": 0,
    "unknown kind": 1, "DDE": 7, "control characters": 12, "day 99999999": 99_999_999, "day 2958466": 2_958_466,
}  # fmt: skip
"""Odd ways to write an amount that mean one thing only."""

OTHER = {
    "long string", "many digits", "more digits than Python counts", "turned around", "deep rich text", "many attributes", "header only",
    "old workbook", "locked without a word", "zip of a workbook",
}  # fmt: skip


def test_every_hostile_file_has_its_expectation():
    assert set(FILES) == {*REFUSED, *IN_FULL, *KEPT, *FIGURES, *OTHER}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_file_that_cannot_be_read_gets_one_sentence_of_its_own_and_the_way_out(name):
    found = understood(FILES[name]())
    assert found.case == Case()
    assert [chinese(problem.what) for problem in found.problems] == [REFUSED[name]]
    assert found.problems[0].standing == "refused"
    assert chinese(found.problems[0].instead).startswith(("请", "能读的有"))


@pytest.mark.parametrize("name", sorted(IN_FULL))
def test_odd_but_harmless_files_are_read_in_full(name):
    found = understood(FILES[name]())
    assert [debt.name for debt in found.case.debts] == ["借呗"]
    assert not [problem for problem in found.problems if problem.standing == "refused"]


@pytest.mark.parametrize("name", sorted(KEPT))
def test_what_was_not_read_is_said_and_the_rest_is_kept(name):
    found = understood(FILES[name]())
    assert found.case.debts
    assert KEPT[name] in [chinese(problem.what) for problem in found.problems]


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_an_amount_written_oddly_is_the_amount_it_can_only_be(name):
    found = understood(FILES[name]())
    assert found.case.debts[0].principal == FIGURES[name]


def test_endless_digits_are_refused_and_hidden_letters_dropped():
    for name in ("many digits", "more digits than Python counts"):
        assert understood(FILES[name]()).problems[0].standing == "refused"
    assert understood(FILES["long string"]()).problems
    assert understood(FILES["turned around"]()).case.debts[0].name == "呗借"
    assert understood(FILES["deep rich text"]()).case.debts[0].name == "x"


def test_a_formula_without_a_result_is_named_with_its_cell():
    assert understood(FILES["formula without a result"]()).problems[0].where.cell == "B2"


def test_an_old_workbook_and_one_in_a_zip_are_read():
    assert [debt.principal for debt in understood(locks.OLD).case.debts] == [5000, 8000]
    assert len(understood(FILES["zip of a workbook"]()).case.debts) == 2


LOCKS = {
    "as Office locks it now": lambda word: locks.agile(good(), word),
    "as in 2007": lambda word: locks.standard(good(), word),
    "as in 97": locks.old,
}


@pytest.mark.parametrize("way", LOCKS)
def test_a_locked_file_asks_for_its_password_says_a_wrong_one_and_opens(way):
    data = LOCKS[way]("135790")
    asked, wrong, opened = (understood(data, word) for word in ("", "000000", "135790"))
    assert [chinese(each.problems[0].what) for each in (asked, wrong)] == ["这个文件加了密码。", "密码不对。"]
    assert asked.locked
    assert wrong.locked
    assert {debt.name for debt in opened.case.debts} == {"借呗", "京东金条"}


@pytest.mark.parametrize("way", LOCKS)
def test_a_lock_that_opens_for_anybody_asks_nothing(way):
    assert understood(LOCKS[way]("VelvetSweatshop")).case.debts


@pytest.mark.parametrize("name", ["seventy million blanks", "long string a hundred thousand times"])
def test_a_heavy_file_ends_in_time(name):
    data = HEAVY[name]()
    begun = time.monotonic()
    found = read_workbook(data)
    assert time.monotonic() - begun < LONGEST_WAIT
    assert found.case.debts or found.problems[0].standing == "refused"


@pytest.mark.parametrize("data", [hostile_files.large(), locks.OLD, hostile_files.CSV.encode("gb18030")], ids=["xlsx", "xls", "csv"])  # fmt: skip
def test_a_file_with_bytes_turned_is_read_or_refused_and_never_raises(data):
    for changed in hostile_files.flips(data, 60, seed=7):
        found = understood(changed)
        assert found.problems or found.case.debts or not found.found


def test_a_workbook_hurt_in_one_part_is_never_half_read_in_silence():
    whole = {"京东金条", "借呗"}
    for changed in hostile_files.edits(good(), 60, seed=7):
        found = understood(changed)
        assert whole == {debt.name for debt in found.case.debts} or found.problems


def test_nothing_of_a_file_is_said_back_as_a_fault_of_the_program():
    for name in ("laughs in sheet", "unclosed", "old excel"):
        said = chinese(understood(FILES[name]()).problems[0].what)
        assert not any(word in said for word in ("Error", "Traceback", "xml", "None"))


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_cell_is_what_another_reader_sees(name):
    """The library that writes our workbooks reads the same cells out of them, value for value."""
    data = workbook.write(CASES[name])
    pages = {page.title: page for page in answered(any_file.read(data)).pages}
    for page in openpyxl.load_workbook(BytesIO(data), data_only=True):
        theirs = {(c.row, c.column): c for row in page.iter_rows() for c in row if c.value is not None}
        ours = {(c.row, c.column): c for c in pages[page.title].cells if c.kind != "f"}
        assert ours.keys() == theirs.keys()
        for at, cell in theirs.items():
            value = str(cell.value.isoformat() if hasattr(cell.value, "isoformat") else cell.value)
            assert ours[at].value in {value, value.removesuffix(".0")}
            if ours[at].kind == "n":
                assert ours[at].format == cell.number_format


def test_how_far_a_reading_is_comes_from_the_reading():
    heard = []
    with heard_by(heard.append):
        understood(workbook.write(CASES["twelve_debts"]))
    stages = list(dict.fromkeys(each.stage for each in heard))
    sheets = [each.part for each in heard if each.stage == "cells"]
    assert stages == ["opening", "cells", "headers", "checking"]
    assert sheets == sorted(sheets)
    assert max(sheets) == heard[-2].parts


def test_a_long_statement_in_a_workbook_is_read_to_its_last_row():
    """Six thousand rows: more than a list may have, less than a bill may."""
    made = openpyxl.Workbook(write_only=True)
    page = made.create_sheet("明细")
    page.append(["交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号", "商户单号", "备注"])  # fmt: skip
    for k in range(6_000):
        day = f"2026-{1 + k // 500:02d}-{1 + k % 28:02d} 08:00:00"
        page.append([day, "商户消费", f"店{k}", "饭", "支出", 12.5, "零钱", "支付成功", f"1{k:09d}", f"2{k:09d}", "/"])
    out = BytesIO()
    made.save(out)
    bill = understood(out.getvalue()).bills[0]
    assert bill.lines == 6_000
    assert sum(entry.fen for entry in bill.entries) in {7_500_000, -7_500_000}


def test_the_files_are_what_they_are_called():
    """A bomb that does not go off proves nothing."""
    with zipfile.ZipFile(BytesIO(hostile_files.overlapping(40, 2_000_000))) as archive:
        assert sum(entry.file_size for entry in archive.infolist()) > 40 * 2_000_000
    with zipfile.ZipFile(BytesIO(HEAVY["seventy million blanks"]())) as archive:
        assert max(entry.file_size for entry in archive.infolist()) > 64 * 2**20
