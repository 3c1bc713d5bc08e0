"""Fuzzed bytes as files: the first byte says what the rest is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.intake import locks
from tests.intake.hostile_files import (
    CSV,
    DATE_STYLE,
    DEBT,
    HEADER,
    MAIN,
    html,
    packed,
    parts,
    pdf,
    sheet,
    with_strings,
    with_styles,
    xml_sheet,
)


def _part(name: str) -> Callable[[bytes], bytes]:
    return lambda data: packed({**with_strings("<si><t>借呗</t></si>"), name: data})


def _rows(data: bytes) -> bytes:
    """Rows of a sheet, whatever is in them."""
    return packed(parts({"债务": sheet(HEADER + data.decode("utf-8", "replace"))}))


def _old(data: bytes) -> bytes:
    """An old workbook with a piece of it written over; the first two bytes say where."""
    place = int.from_bytes(data[:2], "little") % len(locks.OLD)
    return locks.OLD[:place] + data[2:] + locks.OLD[place + len(data[2:]) :]


KINDS: tuple[Callable[[bytes], bytes], ...] = (
    bytes,
    _part("xl/s0.xml"),
    _part("xl/sharedStrings.xml"),
    _part("xl/workbook.xml"),
    _part("xl/_rels/workbook.xml.rels"),
    lambda data: with_styles(data.decode("utf-8", "replace"), '<c r="B2" s="1"><v>5000</v></c>'),
    _rows,
    lambda data: html(data.decode("utf-8", "replace")),
    lambda data: xml_sheet(data.decode("utf-8", "replace")),
    lambda data: CSV.encode() + data,
    _old,
    lambda data: pdf([data.decode("latin-1")]),
    lambda data: packed({"账单.csv": data}),
    lambda data: packed({"[Content_Types].xml": "wordprocessingml", "word/document.xml": data}),
)


def file_of(data: bytes) -> bytes:
    """The file an input stands for."""
    return KINDS[data[0] % len(KINDS)](data[1:]) if data else b""


def seeds() -> Iterator[bytes]:
    """Where to begin: something good of every kind."""
    strings = with_strings("<si><t>借呗</t></si>")
    good = {
        0: (CSV.encode("gb18030"), locks.OLD, html("<table><tr><td>平台<td>剩余本金<tr><td>借呗<td>5000</table>"), xml_sheet()),
        1: (sheet().encode(),),
        2: (f'<sst xmlns="{MAIN}"><si><t>借呗</t><rPh><t>x</t></rPh></si></sst>'.encode(),),
        3: (str(strings["xl/workbook.xml"]).encode(),),
        4: (str(strings["xl/_rels/workbook.xml.rels"]).encode(),),
        5: (DATE_STYLE.encode(),),
        6: (DEBT.encode(), b'<row r="3" hidden="1"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>46082.5</v></c></row>'),
        7: (b"<table><tr><td colspan=2 rowspan=3>1",),
        8: (b'<Row ss:Index="3"><Cell ss:MergeAcross="2"><Data ss:Type="Number">1</Data></Cell></Row>',),
        9: ("京东金条,1.2万,日利率万分之五,2026.3,M2\n".encode(), "合计,=SUM(A1)\n平台,欠款\n".encode()),
        10: (b"\x00\x02\x09\x08\x10\x00",),
        11: (b"(x) Tj T* (y) Tj",),
        13: (b'<d xmlns:w="w"><w:p><w:r><w:t>one two three four</w:t><w:br/></w:r></w:p></d>',),
        12: ("交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n2026-03-01 08:00:00,商户消费,店,饭,支出,¥12.50,零钱,支付成功,1,2,/\n".encode(),),
    }  # fmt: skip
    for kind, all_of in good.items():
        for each in all_of:
            yield bytes([kind]) + each
