"""The log as a workbook: every line with its link, the files with their whole fingerprints, offers, agreed payments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from assessment import money
from assessment.evidence.chain import Link
from assessment.evidence.gathered import Gathered, kind_of
from assessment.evidence.timeline import SIDE, STANDING
from assessment.report import sheet_style as style
from assessment.text import Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

Say = Callable[[Text], str]
_Value = str | int | float | date | Text | None
_PAGE_WIDTH = 150
_HEAD = 1
_LINE_HEIGHT = 16


def write(found: Gathered, chained: Sequence[Link], say: Say) -> bytes:
    """The workbook, in the language that `say` speaks."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = ""
    _log(book, found, chained, say)
    _files(book, found, say)
    _offers(book, found, say)
    _agreed(book, found, say)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _log(book: Workbook, found: Gathered, chained: Sequence[Link], say: Say) -> None:
    heads = (
        (Text("记录号"), 8), (Text("日期"), 12), (Text("时间"), 9), (Text("哪笔债"), 14), (Text("什么事"), 18), (Text("金额"), 13),
        (Text("对方是谁"), 16), (Text("号码"), 15), (Text("工号"), 10), (Text("原话"), 44), (Text("答应了什么"), 26), (Text("备注"), 20),
        (Text("附文件"), 24), (Text("链（SHA-256）"), 68),
    )  # fmt: skip
    rows = [
        (
            number, event.day, event.time, event.name, kind_of(event), _amount(money.to_fen(event.amount)), event.who,
            event.number, event.staff, event.words, event.promise, event.note, "\n".join(proof.name for proof in event.proofs), link.link,
        )
        for (number, event), link in zip(found.lines, chained, strict=True)
    ]  # fmt: skip
    _sheet(book, Text("往来记录"), heads, rows, say)


def _files(book: Workbook, found: Gathered, say: Say) -> None:
    heads = ((Text("属于"), 20), (Text("文件名"), 40), (Text("字节"), 14), (Text("指纹（SHA-256）"), 68))
    _sheet(
        book, Text("文件清单"), heads, [(where, each.name, each.size, each.sha256) for where, each in found.files], say
    )


def _offers(book: Workbook, found: Gathered, say: Say) -> None:
    heads = (
        (Text("日期"), 12), (Text("时间"), 9), (Text("哪笔债"), 14), (Text("谁提的"), 8), (Text("原话"), 50), (Text("每月最多"), 14),
        (Text("一共还"), 14),
    )  # fmt: skip
    rows = [
        (
            offer.entry.event.day, offer.entry.event.time, offer.name, Text(SIDE[offer.entry.side]), offer.entry.event.words,
            _amount(offer.flows.heaviest if offer.flows else None), _amount(offer.flows.total if offer.flows else None),
        )
        for offer in found.offers
    ]  # fmt: skip
    _sheet(book, Text("方案"), heads, rows, say)


def _agreed(book: Workbook, found: Gathered, say: Say) -> None:
    heads = (
        (Text("哪笔债"), 14), (Text("第几期"), 8), (Text("哪天"), 12), (Text("约定"), 14), (Text("已付"), 14), (Text("哪天付齐"), 12), (Text("怎样"), 12),
    )  # fmt: skip
    rows = [
        (tracked.agreement.name, row.number, row.day, _amount(row.fen), _amount(row.covered), row.paid_on, Text(STANDING[row.standing]))
        for tracked in found.agreements
        for row in tracked.rows
    ]  # fmt: skip
    _sheet(book, Text("约定与付款"), heads, rows, say)


def _amount(fen: int | None) -> float | None:
    return float(money.to_yuan(fen)) if fen else None


def _sheet(
    book: Workbook, title: Text, heads: Sequence[tuple[Text, int]], rows: Sequence[Sequence[_Value]], say: Say
) -> None:
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(say(title))
    for place, (head, width) in enumerate(heads, start=1):
        style.write_head(page.cell(_HEAD, place), say(head))
        page.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(rows, start=_HEAD + 1):
        for place, value in enumerate(row, start=1):
            _write(page.cell(number, place), value, say)
        page.row_dimensions[number].height = _LINE_HEIGHT * _lines(row, [width for _head, width in heads])
    page.freeze_panes = page.cell(_HEAD + 1, 2)
    page.print_title_rows = f"{_HEAD}:{_HEAD}"
    wide = 1 + sum(width for _head, width in heads) // _PAGE_WIDTH
    style.make_printable(page, f"A1:{get_column_letter(len(heads))}{len(rows) + _HEAD}", "landscape", wide)


def _lines(row: Sequence[_Value], widths: Sequence[int]) -> int:
    """How many lines the longest cell takes; a Chinese sign is two wide."""
    told = ((str(value), width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
    return max((sum(-(-2 * len(line) // width) or 1 for line in text.split("\n")) for text, width in told), default=1)


def _write(cell: Cell, value: _Value, say: Say) -> None:
    if isinstance(value, Text | str):
        style.write_words(cell, say(value) if isinstance(value, Text) else value)
    elif value is not None:
        cell.value = value
        cell.font = style.font()
        cell.number_format = {float: style.MONEY, date: "yyyy-mm-dd"}.get(type(value), "0")
    cell.alignment = style.aligned("top")
    cell.border = style.lined()
