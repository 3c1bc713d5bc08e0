"""Files nobody should have to fear: each by name, made here by a few lines of zipfile."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, repeat

from assessment.case import Case, Debt
from assessment.report import workbook
from tests.intake import locks

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@cache
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
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in named.items() if isinstance(named, dict) else named:
            archive.writestr(name, content)
    return out.getvalue()


def streamed(name: str, pieces: Iterator[bytes]) -> bytes:
    """The smallest workbook, with one part written piece by piece, so that it may be larger than memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for other, content in with_strings("").items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
    return out.getvalue()


def with_strings(strings: str, more: str = "", **changed: str | bytes) -> dict[str, str | bytes]:
    """The smallest workbook's parts, with shared strings, of which the creditor's name is the first."""
    named = f'<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>5000</v></c></row>{more}'
    listed = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_TYPE}"/></Types>'
    made = parts({"债务": sheet(HEADER + named)})
    link = f'<Relationship Id="rs" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    return {
        **made,
        "[Content_Types].xml": made["[Content_Types].xml"].replace("</Types>", listed),
        "xl/_rels/workbook.xml.rels": made["xl/_rels/workbook.xml.rels"].replace("</Relationships>", link),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        **changed,
    }


def with_styles(styles: str, cell: str) -> bytes:
    """The smallest workbook with styles of its own."""
    made = parts({"债务": sheet(HEADER + f'<row r="2">{text("A", 2, "借呗")}{cell}</row>')})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
    listed = f'<Override PartName="/xl/styles.xml" ContentType="{kind}"/></Types>'
    link = f'<Relationship Id="ry" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    return packed(
        {
            **made,
            "[Content_Types].xml": made["[Content_Types].xml"].replace("</Types>", listed),
            "xl/_rels/workbook.xml.rels": made["xl/_rels/workbook.xml.rels"].replace("</Relationships>", link),
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        }
    )


def book_part(inside: str) -> bytes:
    """The smallest workbook, with more in the part that lists its sheets."""
    made = parts()
    return packed({**made, "xl/workbook.xml": made["xl/workbook.xml"].replace("</workbook>", f"{inside}</workbook>")})


def doctyped(part: str, head: str, inside: str = "&e9;") -> bytes:
    """A workbook whose strings, sheet or list of sheets has a document type of its own."""
    made = with_strings(f"<si><t>{inside}</t></si>")
    names = {"strings": "xl/sharedStrings.xml", "sheet": "xl/s0.xml", "book": "xl/workbook.xml"}
    return packed(
        {**made, names[part]: head + str(made[names[part]]).replace("债务", inside if part == "book" else "债务")}
    )


def overlapping(levels: int = 400, kernel: int = 20_000_000) -> bytes:
    """Entries each of which holds the next one's header as its first bytes, so that all share one long stream."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = deflate.compress(bytes(kernel)) + deflate.flush()
    plain = bytes(kernel)
    made: list[tuple[str, bytes, int, int]] = []
    body, size, check = stream, len(plain), zlib.crc32(plain)
    for place in reversed(range(levels)):
        name = f"x/{place}.xml"
        header = (
            struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, check, len(body), size, len(name), 0)
            + name.encode()
        )
        made.append((name, header, len(body), size))
        quoted = b"\x00" + struct.pack("<HH", len(header), 0xFFFF ^ len(header)) + header
        body, size = quoted + body, size + len(header)
        check = 0
    whole = packed(parts())
    start = whole.index(b"PK\x01\x02")
    whole, directory, offset = whole[:start], whole[start : whole.rindex(b"PK\x05\x06")], start
    count = len(parts()) + levels
    for name, header, packed_size, full in reversed(made):
        head = struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, packed_size, full, len(name), 0, 0, 0, 0, 0, offset
        )
        directory += head + name.encode()
        offset += len(header) + 5
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), start + len(body), 0)
    return whole + body + directory + end


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
DATE_STYLE = '<numFmts/><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'


def number(written: str) -> bytes:
    """The debt's principal as a number cell that holds any word."""
    return debt_cell(f'<c r="B2"><v>{written}</v></c>')


def dated(written: str) -> bytes:
    """A day number under a day's format where the principal should be."""
    return with_styles(DATE_STYLE, f'<c r="B2" s="1"><v>{written}</v></c>')


def string(written: str) -> bytes:
    """The creditor's name as it stands in the file."""
    return book(HEADER + f'<row r="2">{text("A", 2, written)}<c r="B2"><v>5000</v></c></row>')


def rels(target: str, mode: str = "") -> bytes:
    """The only sheet somewhere else."""
    named = parts()["xl/_rels/workbook.xml.rels"].replace('Target="s0.xml"', f'{mode} Target="{target}"')
    return packed({**parts(), "xl/_rels/workbook.xml.rels": named})


def lying(field: int, value: bytes, data: bytes | None = None) -> bytes:
    """A workbook whose directory says something else about its last part."""
    changed = bytearray(data or packed(parts()))
    place = changed.rfind(b"PK\x01\x02") + field
    changed[place : place + len(value)] = value
    return bytes(changed)


def renamed_stream(name: str) -> bytes:
    """An old workbook whose stream is called like another program's."""
    before, after = (
        (word.encode("utf-16-le").ljust(64, b"\0") + bytes([2 * len(word) + 2])) for word in ("Workbook", name)
    )
    return locks.OLD.replace(before, after)


def html(inside: str) -> bytes:
    return f"<html><head><meta charset=utf-8></head><body>{inside}</body></html>".encode()


XML_SHEET = (
    '<?xml version="1.0" encoding="{encoding}"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="债务"><Table>'
    '<Row><Cell><Data ss:Type="String">平台</Data></Cell><Cell><Data ss:Type="String">剩余本金</Data></Cell>'
    '<Cell ss:Index="4"><Data ss:Type="String">借款日期</Data></Cell></Row>{rows}</Table></Worksheet></Workbook>'
)
XML_ROW = (
    '<Row><Cell><Data ss:Type="String">借呗</Data><Comment><Data>不读</Data></Comment></Cell><Cell><Data ss:Type="Number">5000</Data></Cell>'
    '<Cell ss:Index="4"><Data ss:Type="DateTime">2026-03-01T00:00:00.000</Data></Cell></Row>'
)


def xml_sheet(rows: str = XML_ROW, head: str = "") -> bytes:
    made = XML_SHEET.format(encoding="UTF-8", rows=rows)
    return made.replace("?>", f"?>{head}", 1).encode()


TABLE = "<table><tr><td>平台</td><td>剩余本金</td></tr><tr><td>借呗</td><td>5000</td></tr></table>"


def csv(rows: str, *more: str) -> bytes:
    return (",".join(["平台", "剩余本金", *more]) + "\n" + rows).encode()


CSV = "平台,剩余本金\n借呗,5000\n"

FILES: dict[str, Callable[[], bytes]] = {
    # bytes
    "no bytes": lambda: b"",
    "one byte": lambda: b"x",
    "zeros": lambda: bytes(5000),
    "blanks and line ends": lambda: b" \r\n\t" * 1000,
    "PK only": lambda: b"PK",
    "PK and nothing": lambda: b"PK\x03\x04",
    "empty zip": lambda: packed({}),
    "random": lambda: random.Random(1).randbytes(20_000),
    "random after PK": lambda: b"PK\x03\x04" + random.Random(2).randbytes(20_000),
    "random after OLE": lambda: OLE + random.Random(3).randbytes(20_000),
    "first half": lambda: good()[: len(good()) // 2],
    "last bytes gone": lambda: good()[:-30],
    "tail": lambda: good()[-2000:],
    "junk before": lambda: b"junk" * 50 + good(),
    "junk after": lambda: good() + b"junk" * 20_000,
    "too large": lambda: b"PK\x03\x04" + bytes(21 * 2**20),
    # another kind than the name says
    "html": lambda: html("<p>没有表格"),
    "html with a mark": lambda: b"\xef\xbb\xbf  <!DOCTYPE html><html></html>",
    "html table": lambda: html(TABLE),
    "html table gbk": lambda: html(TABLE).decode().replace("utf-8", "gb2312").encode("gb18030"),
    "html nested tables": lambda: html("<table><tr><td>" * 5_000),
    "header only": lambda: book(HEADER),
    "html one row": lambda: html("<table><tr><td>1</td></tr></table>"),
    "xml sheet": xml_sheet,
    "xml sheet bomb": lambda: xml_sheet(head=entities("laughs")),
    "xml sheet far cell": lambda: xml_sheet(XML_ROW + '<Row ss:Index="1048576"><Cell ss:Index="16384"><Data>1</Data></Cell></Row>'),
    "xml sheet torn": lambda: xml_sheet()[:-40],
    "single file page": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + html(TABLE),
    "gbk csv": lambda: CSV.encode("gb18030"),
    "utf-8 csv with a mark": lambda: CSV.encode("utf-8-sig"),
    "utf-16 csv": lambda: CSV.replace(",", "\t").encode("utf-16"),
    "utf-16 csv without a mark": lambda: CSV.encode("utf-16-le"),
    "utf-16 csv the other way round": lambda: CSV.encode("utf-16-be"),
    "utf-32 csv": lambda: CSV.encode("utf-32"),
    "big5 csv": lambda: "平臺,剩餘本金\n借唄,5000\n".encode("big5", "replace"),
    "csv cut in a letter": lambda: CSV.encode()[:-9] + b"\xe5",
    "csv with a zero byte": lambda: CSV.encode().replace(b"5000", b"50\x0000"),
    "csv of quotes": lambda: b'"' * 3_000_000,
    "csv of commas": lambda: b"," * 3_000_000,
    "csv one field of ten million": lambda: CSV.encode() + b"1" * 10_000_000,
    "csv of a formula": lambda: csv("=cmd|' /C calc'!A0,=1+1\n"),
    "csv 16 000 columns": lambda: csv("借呗,5000\n", *map(str, range(16_000))),
    "pdf": lambda: b"%PDF-1.7\n1 0 obj",
    "png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "jpeg": lambda: b"\xff\xd8\xff\xe0" + bytes(100),
    "webp": lambda: b"RIFF\x00\x00\x00\x00WEBP" + bytes(100),
    "heic": lambda: b"\x00\x00\x00\x18ftypheic" + bytes(100),
    "rar": lambda: b"Rar!\x1a\x07\x01\x00" + bytes(100),
    "7z": lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100),
    "gzip": lambda: b"\x1f\x8b\x08\x00" + bytes(100),
    "program": lambda: b"MZ\x90\x00" + bytes(500),
    "word document": lambda: packed({"[Content_Types].xml": "wordprocessingml", "word/document.xml": '<d xmlns:w="w"><w:p><w:t>写给平台的一封长长的信</w:t></w:p></d>'}),
    "word document without words": lambda: packed({"[Content_Types].xml": "wordprocessingml", "word/document.xml": "<x/>"}),
    "slides": lambda: packed({"[Content_Types].xml": "presentationml", "ppt/presentation.xml": "<x/>"}),
    "word document of old": lambda: renamed_stream("WordDocument"),
    "slides of old": lambda: renamed_stream("PowerPoint Document"),
    "odt": lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
    "ods": lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
    "numbers": lambda: packed({"Index/Document.iwa": bytes(50), "Metadata/Properties.plist": b"x"}),
    "xlsb": lambda: packed({"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin": b""}),
    "strict": lambda: packed(parts({"债务": sheet(namespace=STRICT)}, namespace=STRICT)),
    "zip of a workbook": lambda: packed({"debts.xlsx": good()}),
    "zip of nothing known": lambda: packed({"a.exe": b"MZ", "b.jpg": b"x"}),
    "zip of a zip of a workbook": lambda: packed({"in.zip": packed({"debts.xlsx": good()})}),
    # old workbooks, and locks
    "old excel": lambda: OLE + bytes(600) + "Workbook".encode("utf-16-le"),
    "old workbook": lambda: locks.OLD,
    "old workbook torn": lambda: locks.OLD[:3000],
    "old workbook locked": lambda: locks.old("135790"),
    "locked": lambda: locks.agile(good(), "135790"),
    "locked as in 2007": lambda: locks.standard(good(), "135790"),
    "locked without a word": lambda: locks.agile(good(), "VelvetSweatshop"),
    "locked in name": lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "encrypted zip": lambda: renamed_flag(good()),
    # the container
    "unknown compression": lambda: with_method(good(), 99),
    "stored but deflated": lambda: with_method(good(), 0),
    "lying size": lambda: lying(24, struct.pack("<I", 10)),
    "lying packed size": lambda: lying(20, struct.pack("<I", 2**31)),
    "lying check sum": lambda: lying(16, b"\0\0\0\0"),
    "lying place": lambda: lying(42, struct.pack("<I", 2**31)),
    "no sheet part": lambda: packed({name: content for name, content in parts().items() if name != "xl/s0.xml"}),
    "no book part": lambda: packed({name: content for name, content in parts().items() if name != "xl/workbook.xml"}),
    "no sheets listed": lambda: packed({**parts(), "xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'}),
    "no rows": lambda: book(""),
    "sheet outside": lambda: rels("../../../../etc/passwd"),
    "sheet on the net": lambda: rels("http://127.0.0.1:9/x.xml", 'TargetMode="External"'),
    "two parts of one name": lambda: packed([*parts().items(), ("xl/s0.xml", sheet(HEADER))]),
    "traversal": lambda: packed({**parts(), "../../evil.xml": "<x/>"}),
    "absolute": lambda: packed({**parts(), "/etc/evil.xml": "<x/>"}),
    "drive": lambda: packed({**parts(), "C:evil.xml": "<x/>"}),
    "same name but case": lambda: packed({**parts(), "XL/S0.XML": "<x/>"}),
    "many parts": lambda: packed({**parts(), **{f"x/{k}.xml": "" for k in range(1_100)}}),
    "overlapping": lambda: overlapping(40, 2_000_000),
    "macros": lambda: packed({**parts(), "xl/vbaProject.bin": OLE + bytes(2_000), "[Content_Types].xml": parts()["[Content_Types].xml"].replace(BOOK_TYPE, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")}),
    # document types
    "laughs in strings": lambda: doctyped("strings", entities("laughs")),
    "laughs in sheet": lambda: book(ENTITY_ROW, head=entities("laughs")),
    "laughs in book": lambda: doctyped("book", entities("laughs")),
    "quadratic": lambda: book(HEADER + f'<row r="2">{text("A", 2, "&e9;" * 50_000)}</row>', head=entities("quadratic")),
    "quadratic of 7.5 MB": lambda: book(HEADER + f'<row r="2">{text("A", 2, "&e9;" * 75)}</row>', head=entities("quadratic")),
    "outside entity in sheet": lambda: book(ENTITY_ROW, head=entities("outside")),
    "outside entity in strings": lambda: doctyped("strings", entities("outside")),
    "outside document type": lambda: book(head='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "late document type": lambda: book(ENTITY_ROW, head=f"<!--{'x' * 200_000}-->" + entities("laughs")),
    "utf-16 document type": lambda: packed({**parts(), "xl/s0.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + entities("laughs") + "<x/>").encode("utf-16")}),
    # geometry
    "dimension lies large": lambda: book(before='<dimension ref="A1:XFD1048576"/>'),
    "dimension lies small": lambda: book(before='<dimension ref="A1:A1"/>'),
    "far corner": lambda: book(HEADER + DEBT + one_cell("XFD1048576")),
    "far row": lambda: book(HEADER + DEBT + one_cell("A1048576")),
    "far column": lambda: book(HEADER + DEBT + one_cell("XFD3")),
    "far column a thousand times": lambda: book(HEADER + DEBT + "".join(one_cell(f"XFD{k}") for k in range(3, 1_003))),
    "beyond every row": lambda: book(HEADER + DEBT + '<row r="4294967296999"><c><v>1</v></c></row>'),
    "row two thousand million": lambda: book(HEADER + DEBT + '<row r="2000000000"><c><v>1</v></c></row>'),
    "row zero": lambda: book('<row r="0"><c><v>1</v></c></row>' + HEADER + DEBT),
    "row minus five": lambda: book('<row r="-5"><c><v>1</v></c></row>' + HEADER + DEBT),
    "row of words": lambda: book(HEADER + DEBT + '<row r="zwei"><c><v>1</v></c></row>'),
    "row without an end": lambda: book(HEADER + DEBT + '<row r="1e400"><c><v>1</v></c></row>'),
    "rows backwards": lambda: book(DEBT + HEADER),
    "row twice": lambda: book(HEADER + DEBT + DEBT.replace("5000", "7000")),
    "cell twice": lambda: book(HEADER + DEBT.replace("</row>", '<c r="B2"><v>9000</v></c></row>')),
    "column ZZZZZZ": lambda: book(HEADER + DEBT + '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>'),
    "six thousand rows": lambda: book(HEADER + "".join(DEBT.replace('"2"', f'"{k}"').replace("A2", f"A{k}").replace("B2", f"B{k}") for k in range(2, 6_002))),
    "merge of all": lambda: book(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "merge of ten columns": lambda: book(after='<mergeCells><mergeCell ref="A1:J1048576"/></mergeCells>'),
    "overlapping cols": lambda: book(before="<cols>" + '<col min="1" max="16384" width="9"/>' * 50_000 + "</cols>"),
    "array formula over all": lambda: debt_cell('<c r="B2"><f t="array" ref="A1:XFD1048576">A1*2</f></c>'),
    "shared formula over all": lambda: debt_cell('<c r="B2"><f t="shared" si="0" ref="A1:XFD1048576">A1</f></c>'),
    "link over all": lambda: book(after=f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'),
    "sheet name of a tag": lambda: packed(parts({"&lt;img src=x onerror=alert(1)&gt;": sheet()})),
    "twenty thousand sheets": lambda: packed({**parts(), "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(f'<sheet name="n{k}" sheetId="{k + 1}" r:id="r0"/>' for k in range(20_000)) + "</sheets></workbook>"}),
    "deep": lambda: book(HEADER + DEBT + "<x>" * 200_000),
    "deep and closed": lambda: book(after="<x>" * 100_000 + "</x>" * 100_000),
    "deep rich text": lambda: packed(with_strings("<si>" + "<r>" * 100_000 + "<t>x</t>" + "</r>" * 100_000 + "</si>")),
    "many attributes": lambda: book(f'<row r="1" {" ".join(f"a{k}={chr(34)}1{chr(34)}" for k in range(100_000))}/>' + HEADER.replace('r="1"', 'r="2"')),
    "format of fifty thousand brackets": lambda: with_styles(DATE_STYLE.replace("<numFmts/>", f'<numFmts><numFmt numFmtId="200" formatCode="{"[" * 50_000}"/></numFmts>').replace('numFmtId="14"', 'numFmtId="200"'), '<c r="B2" s="1"><v>5000</v></c>'),
    "format of sixty thousand quotes": lambda: with_styles(DATE_STYLE.replace("<numFmts/>", f'<numFmts><numFmt numFmtId="200" formatCode="{"&quot;" * 60_000}"/></numFmts>').replace('numFmtId="14"', 'numFmtId="200"'), '<c r="B2" s="1"><v>5000</v></c>'),
    "empty fill": lambda: with_styles(DATE_STYLE, '<c r="B2"><v>5000</v></c>'),
    "defined names": lambda: book_part("<definedNames>" + "".join(f'<definedName name="n{k}">A1</definedName>' for k in range(2_000)) + "</definedNames>"),
    # values
    "endless number": lambda: number("1e999"),
    "large number": lambda: number("1e308"),
    "tiny number": lambda: number("1e-400"),
    "many digits": lambda: number("9" * 400),
    "more digits than Python counts": lambda: number("9" * 6000),
    "no number": lambda: number("NaN"),
    "infinity": lambda: number("inf"),
    "empty number": lambda: number(""),
    "blank number": lambda: number(" "),
    "hexadecimal": lambda: number("0x10"),
    "underscored number": lambda: number("1_000"),
    "full width number": lambda: number("１２３"),
    "two signs": lambda: number("--1"),
    "number with a comma": lambda: number("1,000"),
    **{f"day {word}": lambda word=word: dated(word) for word in ("1e300", "-1", "99999999", "2958466", "NaN", "inf", "60", "0", "1e18", "-1e18")},
    "string index out of range": lambda: debt_cell('<c r="B2" t="s"><v>99999</v></c>'),
    "string index below zero": lambda: packed(with_strings("<si><t>甲</t></si><si><t>乙</t></si>", '<row r="3"><c r="A3" t="s"><v>-1</v></c><c r="B3"><v>1</v></c></row>')),
    "style out of range": lambda: debt_cell('<c r="B2" s="99999"><v>1</v></c>'),
    "style below zero": lambda: with_styles(DATE_STYLE, '<c r="B2" s="-1"><v>5000</v></c>'),
    "unknown kind": lambda: debt_cell('<c r="B2" t="zzz"><v>1</v></c>'),
    "junk truth": lambda: debt_cell('<c r="B2" t="b"><v>maybe</v></c>'),
    "junk ISO day": lambda: debt_cell('<c r="B2" t="d"><v>2026-99-99T</v></c>'),
    "junk error": lambda: debt_cell('<c r="B2" t="e"><v>#WHAT!</v></c>'),
    "error": lambda: debt_cell('<c r="B2" t="e"><v>#REF!</v></c>'),
    "control characters": lambda: debt_cell(text("B", 2, "_x0000__x202E_12")),
    "turned around": lambda: string("\u202e呗借\u2066\u2069"),
    "no width": lambda: string("借\u200b\u200d呗\ufeff"),
    "bytes after the end": lambda: packed({**parts(), "xl/s0.xml": sheet() + "<!-- --><x/>"}),
    "utf-16 part": lambda: packed({**parts(), "xl/s0.xml": sheet().replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")}),
    "gbk declared": lambda: packed({**parts(), "xl/s0.xml": sheet().replace('version="1.0"', 'version="1.0" encoding="GBK"').encode("gb18030")}),
    "unknown encoding": lambda: packed({**parts(), "xl/s0.xml": sheet().replace('version="1.0"', 'version="1.0" encoding="x-none"')}),
    "DDE": lambda: debt_cell('<c r="B2"><f>cmd|\' /C calc\'!A0</f><v>7</v></c>'),
    "formula without a result": lambda: debt_cell('<c r="B2"><f>SUM(C1:C9)</f></c>'),
    "formula that fetches": lambda: debt_cell('<c r="B2"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c>'),
    "formula of text": lambda: debt_cell('<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'),
    "outside link": lambda: packed({**parts({"债务": sheet(HEADER + f'<row r="2">{text("A", 2, "借呗")}<c r="B2"><f>[1]S!A1</f><v>5000</v></c></row>')}), "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>', "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="x" TargetMode="External" Target="http://127.0.0.1:9/x.xlsx"/></Relationships>'}),
    "long string": lambda: book(HEADER + f'<row r="2">{text("A", 2, "长" * 5_000_000)}</row>'),
    "unclosed": lambda: packed({**parts(), "xl/s0.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}{DEBT}'}),
}  # fmt: skip

SPACES = b" " * 2**20
HEAVY: dict[str, Callable[[], bytes]] = {
    "seventy million blanks": lambda: book(BOMB_ROW),
    "a thousand million blanks": lambda: streamed("xl/s0.xml", chain([sheet().split("</sheetData>")[0].encode()], repeat(SPACES, 1000), [b"</sheetData></worksheet>"])),
    "sixty million in three parts": lambda: packed({**parts(), **{f"x/{k}.bin": bytes(60_000_000) for k in range(3)}}),
    "a million rows": lambda: book(HEADER + many(range(2, 250_000), "AB")),
    "every row of five columns": lambda: streamed("xl/s0.xml", chain([sheet("").split("</sheetData>")[0].encode()], (many(range(k, min(k + 8192, 1_048_577))).encode() for k in range(1, 1_048_577, 8192)), [b"</sheetData></worksheet>"])),
    "five million rows without a number": lambda: streamed("xl/s0.xml", chain([sheet(HEADER + DEBT).split("</sheetData>")[0].encode()], repeat(b"<row><c><v>1</v></c></row>" * 10_000, 500), [b"</sheetData></worksheet>"])),
    "rows within the limit": lambda: book(HEADER + "".join(f"<row><c><v>{k}</v></c></row>" for k in range(2_000_000))),
    "one string of three hundred million": lambda: streamed("xl/sharedStrings.xml", chain([f'<sst xmlns="{MAIN}"><si><t>'.encode()], repeat(b"a" * 2**20, 300), [b"</t></si></sst>"])),
    "one string of sixty million": lambda: packed(with_strings(f"<si><t>{'a' * 60_000_000}</t></si>")),
    "ten million shared strings": lambda: streamed("xl/sharedStrings.xml", chain([f'<sst xmlns="{MAIN}">'.encode()], repeat(b"<si><t>a</t></si>" * 10_000, 1000), [b"</sst>"])),
    "three million shared strings": lambda: packed(with_strings("<si><t>a</t></si>" * 3_000_000)),
    "long string a hundred thousand times": lambda: packed(with_strings(f"<si><t>{'长' * 1_000_000}</t></si>", "".join(f'<row r="{k}">' + "".join(f'<c r="{c}{k}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "</row>" for k in range(3, 3_900)))),
    "sixty-five thousand parts": lambda: packed({**parts(), **{f"x/{k}": "" for k in range(65_000)}}),
    "overlapping, much": lambda: overlapping(400, 20_000_000),
    "wide rows": lambda: book("".join(f'<row r="{k}">{"<c><v>1</v></c>" * 16_000}</row>' for k in range(1, 40))),
    "sixteen thousand columns of blanks": lambda: book(HEADER + DEBT + f'<row>{"<c/>" * 16_000}</row>' * 90),
    "many merges": lambda: book(after="<mergeCells>" + "".join(f'<mergeCell ref="A{k}:B{k}"/>' for k in range(1, 100_000)) + "</mergeCells>"),
    "many validations": lambda: book(after="<dataValidations>" + '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>' * 50_000 + "</dataValidations>"),
    "many conditional formats": lambda: book(after='<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>' * 50_000),
    "half a million cell formats": lambda: with_styles(DATE_STYLE.replace("<cellXfs>", "<cellXfs>" + '<xf numFmtId="1" fontId="0"/>' * 500_000), '<c r="B2" s="400000"><v>5000</v></c>'),
    "a hundred thousand names": lambda: book_part("<definedNames>" + "".join(f'<definedName name="n{k}">A1</definedName>' for k in range(100_000)) + "</definedNames>"),
    "html of many tables": lambda: html(TABLE * 100_000),
    "html of many cells": lambda: html("<table>" + ("<tr>" + "<td>5000</td>" * 99 + "</tr>") * 9_000 + "</table>"),
    "html of brackets": lambda: html("<" * 6_000_000),
    "csv of nineteen million commas": lambda: b"," * 19_000_000,
    "csv of nineteen million lines": lambda: b"\n" * 19_000_000 + b"a",
    "csv a hundred columns": lambda: (b",".join([b"a"] * 99) + b"\n") * 90_000,
    "csv of brackets": lambda: CSV.encode() + (b"(" * 1_900 + b",1\n") * 9_000,
    "csv of many tables": lambda: csv(CSV * 300_000),
    "pdf of many pages": lambda: pdf(["x" * 200] * 5_000),
    "pdf bomb": lambda: pdf([" " * 40_000_000]),
    "xml sheet of many cells": lambda: xml_sheet("<Row>" + "<Cell><Data>1</Data></Cell>" * 600_000 + "</Row>"),
    "lock of a million turns": lambda: locks.agile(good(), "135790").replace(b'spinCount="100000"', b'spinCount="999999"'),
}  # fmt: skip


def pdf(pages: list[str]) -> bytes:
    """A document of these pages' words."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        stream = zlib.compress(f"BT /F1 9 Tf 20 800 Td ({page}) Tj ET".encode())
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for place, told in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (place, told))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


@cache
def large() -> bytes:
    """A workbook of two hundred debts."""
    return workbook.write(Case(debts=tuple(Debt(name=f"网贷{k}", principal=1000 + k) for k in range(200))))


JUNK = (b"-1", b"99999999999", b"\xff", b"NaN", b"&x;", b"<", b'"', b"A1:XFD1048576", b"")


def flips(whole: bytes, count: int, seed: int) -> Iterator[bytes]:
    """A file with one to fifty of its bytes turned."""
    chance = random.Random(seed)
    for _ in range(count):
        changed = bytearray(whole)
        for _ in range(chance.randint(1, 50)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield bytes(changed)


def edits(whole: bytes, count: int, seed: int) -> Iterator[bytes]:
    """A workbook in one of whose parts something is replaced, left out, doubled, or put in."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(count):
        name = chance.choice(sorted(inside))
        part = inside[name]
        start = chance.randrange(len(part))
        end = start + chance.randint(0, 40)
        piece = chance.choice((chance.choice(JUNK), b"", part[start:end] * 2, chance.choice(JUNK) + part[start:end]))
        yield packed({**inside, name: part[:start] + piece + part[end:]})
