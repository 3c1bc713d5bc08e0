"""A long sheet's rows straight from its text: the same as an XML reader gives, or no answer at all."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.intake.apart import READ_COLUMNS, READ_LINES, READ_ROWS, Allowance, Refused
from assessment.intake.apart.number_formats import Formats
from assessment.intake.apart.plain_rows import divided, plain_rows
from assessment.intake.apart.progress import heard_by
from assessment.intake.apart.sheet_xml import SheetReader

STRINGS = ["交易时间", "面馆 & 饭店", "a<b", ""]
HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def number(written, style):
    return f"{written}@{style}"


def letters(column):
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell(row, column, kind, content):
    at = f'r="{letters(column)}{row}"'
    return {
        "number": f'<c {at} s="2"><v>{content}</v></c>',
        "number too": f'<c {at} t="n" s="1"><v>{content}</v></c>',
        "string": f'<c {at} t="s"><v>{content % 4}</v></c>',
        "inline": f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(f"词&{content}<")}</t></is></c>',
        "formula": f'<c {at} t="str"><f>A1&amp;B1</f><v>r{content}</v></c>',
        "blank": f'<c {at} s="3"/>',
        "empty": f"<c {at}></c>",
    }[kind]


KINDS = ("number", "number too", "string", "inline", "formula", "blank", "empty")


def written(cells):
    """A sheet of cells by row and column."""
    rows = {}
    for (row, column), (kind, content) in sorted(cells.items()):
        rows.setdefault(row, []).append(cell(row, column, kind, content))
    body = "".join(f'<row r="{row}">{"".join(held)}</row>' for row, held in rows.items())
    return f"{HEAD}{body}{TAIL}".encode()


def read_slowly(source):
    """Rows as an XML reader gives them."""
    rows = []
    for row in ET.fromstring(source).iter(f"{NAMESPACE}row"):
        for held in row:
            name = held.get("r").rstrip("0123456789")
            place = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(name)))
            told = held.find(f"{NAMESPACE}v")
            inline = held.find(f"{NAMESPACE}is/{NAMESPACE}t")
            text = (inline if inline is not None else told) if (inline is not None or told is not None) else None
            rows += [[] for _missing in range(int(row.get("r")) - len(rows))]
            if text is None or not text.text:
                continue
            words = text.text
            if held.get("t") == "s":
                words = STRINGS[int(words)]
            elif held.get("t", "n") == "n":
                words = number(words, held.get("s", "0"))
            rows[-1] += [""] * (place - len(rows[-1]) - 1) + [words]
    return rows


def plain(further):
    return plain_rows(further, STRINGS, number, Allowance(), lambda _row: None)


def further(cells):
    """The rows behind those that are read cell by cell."""
    source = written({(row + READ_ROWS, column): held for (row, column), held in cells.items()})
    return source.removeprefix(HEAD.encode()).removesuffix(TAIL.encode())


@given(
    st.dictionaries(
        st.tuples(st.integers(1, 12), st.integers(1, 30)),
        st.tuples(st.sampled_from(KINDS), st.integers(0, 99)),
        min_size=1,
    )
)
def test_rows_are_those_an_xml_reader_gives(cells):
    assert plain(further(cells)) == (read_slowly(written(cells)), False)


PLAIN = {(1, 1): ("inline", 1), (2, 2): ("number", 5)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('r="B5002"', 'r="b5002"'), ('r="B5002"', ""), ('r="B5002"', 'r="A5001"'), ('r="B5002"', 'r="A4"'),
        (' s="2"', ' s="2" cm="1"'), ('<c r="B5002" s="2"><v>5</v></c>', '<c r="B5002" t="s"><v>99</v></c>'),
        ('<c r="B5002" s="2"><v>5</v></c>', '<c r="B5002" t="b"><v>1</v></c>'),
        ('<c r="B5002" s="2"><v>5</v></c>', '<c r="B5002" s="2"><v>5</v></c><c r="B5002" s="2"><v>6</v></c>'),
        ('<c r="B5002" s="2"><v>5</v></c>', '<c r="B5002" s="2"><v>5</v></c><c/>'), ("<is>", "<is><r>"), ('r="B5002"', 'r="ZZZ5002"'),
    ],
)  # fmt: skip
def test_what_is_not_written_plainly_gets_no_answer(old, new):
    source = further(PLAIN).decode()
    assert old in source
    assert plain(source.replace(old, new, 1).encode()) is None


def test_letters_that_are_none_get_no_answer():
    assert plain(further({(1, 1): ("inline", 1)}).replace("词".encode(), b"\xff\xfe")) is None


def test_rows_beyond_the_last_that_is_read_are_told():
    cells = {(1, 1): ("number", 1), (READ_LINES + 1, 1): ("number", 2), (READ_LINES + 1, 2): ("number", 3)}
    assert plain(further(cells)) == ([["1@2"]], True)


def test_columns_beyond_the_last_that_is_read_are_left_to_the_careful_reader():
    assert plain(further({(1, READ_COLUMNS + 1): ("number", 1)})) is None


def test_more_words_than_may_be_answered_are_refused():
    cells = {(row, column): ("inline", row) for row in range(1, 12) for column in range(1, 12)}
    with pytest.raises(Refused):
        plain_rows(further(cells), STRINGS, number, Allowance(100), lambda _row: None)


LONG = {(row, column): ("inline" if column == 2 else "number", row) for row in range(1, READ_ROWS + 40) for column in (1, 2, 4) if row != READ_ROWS + 9}  # fmt: skip
FAR = written(LONG | {(2, 3): ("formula", 1)}).replace(
    TAIL.encode(), b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
)


def answered(source):
    heard = []
    with heard_by(lambda now: heard.append(now.share)):
        reader = SheetReader(STRINGS, Formats(b"", date(1899, 12, 30)), Allowance(), (1, 1))
        found = reader.read(source, "", hidden=False)
    assert heard == sorted(heard)
    return found


@pytest.mark.parametrize("mark", [b"<!-- -->", b'<row r="5005"></row>'])
def test_a_long_sheet_is_answered_as_if_every_cell_had_been_heard(mark):
    """The mark before the end lets the careful reader hear it all."""
    source = FAR.replace(b"</sheetData>", mark + b"</sheetData>")
    assert divided(FAR) is not None
    assert answered(FAR) == answered(FAR.replace(b"</sheetData>", b"<!-- --></sheetData>")) == answered(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<?xml", "<!DOCTYPE a><?xml"), ('version="1.0"', 'version="1.0" encoding="gb18030"'), ("<c ", "<!-- --><c "),
        ("</sheetData>", ""), ("<v>5</v>", "<v><![CDATA[5]]></v>"), ("<row ", "<x:row "), ("</sheetData>", "</sheetData></sheetData>"),
    ],
)  # fmt: skip
def test_a_sheet_that_is_not_plain_is_not_divided(old, new):
    source = FAR.decode()
    assert old in source
    assert divided(source.replace(old, new).encode()) is None


def test_a_short_sheet_is_not_divided():
    assert divided(written(PLAIN)) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_get_no_answer(data):
    plain(data)
    divided(HEAD.encode() + data + TAIL.encode())
