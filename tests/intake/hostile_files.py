"""Files nobody should have to fear: each by name, made here by a few lines of zipfile."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator

from assessment.case import Case, Debt
from assessment.report import workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good() -> bytes:
    return workbook.write(Case(debts=(Debt(name="京东金条", principal=8000), Debt(name="借呗", principal=5000))))


def text(column: str, row: int, words: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{words}</t></is></c>'


HEADER = f'<row r="1">{text("A", 1, "平台")}{text("B", 1, "剩余本金")}</row>'
DEBT = f'<row r="2">{text("A", 2, "借呗")}<c r="B2"><v>5000</v></c></row>'


def sheet(rows: str = HEADER + DEBT, before: str = "", after: str = "", head: str = "", namespace: str = MAIN) -> str:
    return f'<?xml version="1.0"?>{head}<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(sheets: dict[str, str] | None = None, namespace: str = MAIN) -> dict[str, str]:
    """The parts of the smallest workbook that can be."""
    pages = sheets or {"债务": sheet()}
    types = "".join(f'<Override PartName="/xl/s{k}.xml" ContentType="{SHEET_TYPE}"/>' for k in range(len(pages)))
    listed = "".join(f'<sheet name="{name}" sheetId="{k + 1}" r:id="r{k}"/>' for k, name in enumerate(pages))
    links = "".join(f'<Relationship Id="r{k}" Type="{OFFICE}/worksheet" Target="s{k}.xml"/>' for k in range(len(pages)))
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{BOOK_TYPE}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        f'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        **{f"xl/s{k}.xml": content for k, content in enumerate(pages.values())},
    }


def packed(named: dict[str, str | bytes] | list[tuple[str, str | bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in named.items() if isinstance(named, dict) else named:
            archive.writestr(name, content)
    return out.getvalue()


def book(rows: str = HEADER + DEBT, **more: str) -> bytes:
    return packed(parts({"债务": sheet(rows, **more)}))


def renamed_flag(data: bytes) -> bytes:
    """Every entry marked as encrypted, here and in the directory."""
    marked = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := marked.find(signature, start)) >= 0:
            marked[start + place] |= 1
            start += 4
    return bytes(marked)


def with_method(data: bytes, method: int) -> bytes:
    changed = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = 0
        while (start := changed.find(signature, start)) >= 0:
            changed[start + place : start + place + 2] = struct.pack("<H", method)
            start += 4
    return bytes(changed)


def entities(kind: str) -> str:
    if kind == "laughs":
        levels = "".join(f'<!ENTITY e{k + 1} "{f"&e{k};" * 10}">' for k in range(9))
        return f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'
    if kind == "outside":
        return '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
    return f'<!DOCTYPE x [<!ENTITY e9 "{"a" * 100_000}">]>'


def one_cell(address: str, value: str = "1") -> str:
    return f'<row r="{address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{address}"><v>{value}</v></c></row>'


def many(rows: range, columns: str = "ABCDE") -> str:
    return "".join(
        f'<row r="{k}">{"".join(f"<c r={chr(34)}{c}{k}{chr(34)}><v>{k}</v></c>" for c in columns)}</row>' for k in rows
    )


def debt_cell(inside: str) -> bytes:
    """The good debt's principal replaced by any cell at all."""
    return book(HEADER + f'<row r="2">{text("A", 2, "借呗")}{inside}</row>')


BOMB_ROW = HEADER + DEBT + " " * 70_000_000
ENTITY_ROW = HEADER + f'<row r="2">{text("A", 2, "&e9;")}</row>'

FILES: dict[str, Callable[[], bytes]] = {
    "no bytes": lambda: b"",
    "one byte": lambda: b"x",
    "zeros": lambda: bytes(5000),
    "PK only": lambda: b"PK",
    "PK and nothing": lambda: b"PK\x03\x04",
    "empty zip": lambda: packed({}),
    "random": lambda: random.Random(1).randbytes(20_000),
    "random after PK": lambda: b"PK\x03\x04" + random.Random(2).randbytes(20_000),
    "first half": lambda: good()[: len(good()) // 2],
    "tail": lambda: good()[-2000:],
    "junk before": lambda: b"junk" * 50 + good(),
    "junk after": lambda: good() + b"junk" * 20_000,
    "html": lambda: b"<html><table><tr><td>1</td></tr></table></html>",
    "html with a mark": lambda: b"\xef\xbb\xbf  <!DOCTYPE html><html></html>",
    "gbk csv": lambda: "平台,剩余本金\n借呗,5000\n".encode("gb18030"),
    "utf-16 csv": lambda: "平台\t剩余本金\n借呗\t5000\n".encode("utf-16"),
    "pdf": lambda: b"%PDF-1.7\n1 0 obj",
    "png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "jpeg": lambda: b"\xff\xd8\xff\xe0" + bytes(100),
    "old excel": lambda: OLE + bytes(600) + "Workbook".encode("utf-16-le"),
    "password": lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "encrypted zip": lambda: renamed_flag(good()),
    "unknown compression": lambda: with_method(good(), 99),
    "stored but deflated": lambda: with_method(good(), 0),
    "too large": lambda: b"PK\x03\x04" + bytes(21 * 2**20),
    "word document": lambda: packed({"[Content_Types].xml": "wordprocessingml", "word/document.xml": "<x/>"}),
    "zip of a workbook": lambda: packed({"debts.xlsx": good()}),
    "ods": lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
    "xlsb": lambda: packed({"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin": b""}),
    "strict": lambda: packed(parts({"债务": sheet(namespace=STRICT)}, namespace=STRICT)),
    "no sheet part": lambda: packed({name: content for name, content in parts().items() if name != "xl/s0.xml"}),
    "no book part": lambda: packed({name: content for name, content in parts().items() if name != "xl/workbook.xml"}),
    "sheet outside": lambda: packed({**parts(), "xl/_rels/workbook.xml.rels": parts()["xl/_rels/workbook.xml.rels"].replace("s0.xml", "../../../../etc/passwd")}),
    "sheet on the net": lambda: packed({**parts(), "xl/_rels/workbook.xml.rels": parts()["xl/_rels/workbook.xml.rels"].replace('Target="s0.xml"', 'TargetMode="External" Target="http://127.0.0.1:9/x.xml"')}),
    "traversal": lambda: packed({**parts(), "../../evil.xml": "<x/>"}),
    "absolute": lambda: packed({**parts(), "/etc/evil.xml": "<x/>"}),
    "same name but case": lambda: packed({**parts(), "XL/S0.XML": "<x/>"}),
    "many parts": lambda: packed({**parts(), **{f"x/{k}.xml": "" for k in range(1_100)}}),
    "blanks": lambda: book(BOMB_ROW),
    "sixty million in three parts": lambda: packed({**parts(), **{f"x/{k}.bin": bytes(60_000_000) for k in range(3)}}),
    "long string": lambda: book(HEADER + f'<row r="2">{text("A", 2, "长" * 5_000_000)}</row>'),
    "long strings everywhere": lambda: packed({
        **parts({"债务": sheet("".join(f'<row r="{k}">{"".join(f"<c r={chr(34)}{c}{k}{chr(34)} t={chr(34)}s{chr(34)}><v>0</v></c>" for c in "ABCDE")}</row>' for k in range(1, 4_000)))}),
        "[Content_Types].xml": parts()["[Content_Types].xml"].replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_TYPE}"/></Types>'),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{"长" * 1_000_000}</t></si></sst>',
    }),
    "laughs": lambda: book(ENTITY_ROW, head=entities("laughs")),
    "quadratic": lambda: book(HEADER + f'<row r="2">{text("A", 2, "&e9;" * 50_000)}</row>', head=entities("quadratic")),
    "outside entity": lambda: book(ENTITY_ROW, head=entities("outside")),
    "late document type": lambda: book(ENTITY_ROW, head=f"<!--{'x' * 200_000}-->" + entities("laughs")),
    "utf-16 document type": lambda: packed({**parts(), "xl/s0.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + entities("laughs") + "<x/>").encode("utf-16")}),
    "twenty thousand sheets": lambda: packed({**parts(), "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(f'<sheet name="n{k}" sheetId="{k + 1}" r:id="r0"/>' for k in range(20_000)) + "</sheets></workbook>"}),
    "dimension lies large": lambda: book(before='<dimension ref="A1:XFD1048576"/>'),
    "dimension lies small": lambda: book(before='<dimension ref="A1:A1"/>'),
    "far corner": lambda: book(HEADER + DEBT + one_cell("XFD1048576")),
    "far row": lambda: book(HEADER + DEBT + one_cell("A1048576")),
    "far column": lambda: book(HEADER + DEBT + one_cell("XFD3")),
    "beyond every row": lambda: book(HEADER + DEBT + '<row r="4294967296999"><c><v>1</v></c></row>'),
    "row zero": lambda: book('<row r="0"><c><v>1</v></c></row>' + HEADER + DEBT),
    "row minus five": lambda: book('<row r="-5"><c><v>1</v></c></row>' + HEADER + DEBT),
    "rows backwards": lambda: book(DEBT + HEADER),
    "row twice": lambda: book(HEADER + DEBT + DEBT.replace("5000", "7000")),
    "cell twice": lambda: book(HEADER + DEBT.replace("</row>", '<c r="B2"><v>9000</v></c></row>')),
    "column ZZZZZZ": lambda: book(HEADER + DEBT + '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>'),
    "a million rows": lambda: book(HEADER + many(range(2, 250_000), "AB")),
    "six thousand rows": lambda: book(HEADER + "".join(DEBT.replace('"2"', f'"{k}"').replace("A2", f"A{k}").replace("B2", f"B{k}") for k in range(2, 6_002))),
    "wide rows": lambda: book("".join(f'<row r="{k}">{"<c><v>1</v></c>" * 16_000}</row>' for k in range(1, 40))),
    "merge of all": lambda: book(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "many merges": lambda: book(after="<mergeCells>" + "".join(f'<mergeCell ref="A{k}:B{k}"/>' for k in range(100_000)) + "</mergeCells>"),
    "many validations": lambda: book(after="<dataValidations>" + '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>' * 50_000 + "</dataValidations>"),
    "deep": lambda: book(HEADER + DEBT + "<x>" * 200_000),
    "deep and closed": lambda: book(after="<x>" * 100_000 + "</x>" * 100_000),
    "many attributes": lambda: book(f'<row r="1" {" ".join(f"a{k}={chr(34)}1{chr(34)}" for k in range(100_000))}/>' + HEADER.replace('r="1"', 'r="2"')),
    "shared formula over all": lambda: debt_cell('<c r="B2"><f t="shared" si="0" ref="A1:XFD1048576">A1</f></c>'),
    "string index out of range": lambda: debt_cell('<c r="B2" t="s"><v>99999</v></c>'),
    "style out of range": lambda: debt_cell('<c r="B2" s="99999"><v>1</v></c>'),
    "endless number": lambda: debt_cell('<c r="B2"><v>1e999</v></c>'),
    "large number": lambda: debt_cell('<c r="B2"><v>1e308</v></c>'),
    "many digits": lambda: debt_cell(f'<c r="B2"><v>{"9" * 400}</v></c>'),
    "more digits than Python counts": lambda: debt_cell(f'<c r="B2"><v>{"9" * 6000}</v></c>'),
    "no number": lambda: debt_cell('<c r="B2"><v>nan</v></c>'),
    "words as a number": lambda: debt_cell('<c r="B2"><v>0x10</v></c>'),
    "underscored number": lambda: debt_cell('<c r="B2"><v>1_000</v></c>'),
    "unknown kind": lambda: debt_cell('<c r="B2" t="zzz"><v>1</v></c>'),
    "junk truth": lambda: debt_cell('<c r="B2" t="b"><v>maybe</v></c>'),
    "control characters": lambda: debt_cell(text("B", 2, "_x0000__x202E_12")),
    "unclosed": lambda: packed({**parts(), "xl/s0.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}{DEBT}'}),
}  # fmt: skip


def doubled() -> bytes:
    return packed([*parts().items(), ("xl/s0.xml", sheet(HEADER))])


def mutations(count: int, seed: int = 7) -> Iterator[bytes]:
    """A good workbook with a few bytes turned, or with junk put into one of its parts."""
    chance = random.Random(seed)
    whole = good()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    junk = (b"-1", b"99999999999", b"\xff", b"NaN", b"&x;", b"<", b'"', b"A1:XFD1048576", b"")
    for turn in range(count):
        if turn % 2:
            changed = bytearray(whole)
            for _ in range(chance.randint(1, 50)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            yield bytes(changed)
        else:
            name = chance.choice(sorted(inside))
            place = chance.randrange(len(inside[name]))
            edited = inside[name][:place] + chance.choice(junk) + inside[name][place + chance.randint(0, 3) :]
            yield packed({**inside, name: edited})
