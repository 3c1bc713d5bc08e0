"""A paper as a Word document: text only, no fields, no links, no author."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from assessment.report.paper import Block, Cell, Heading, Items, Paper, Paragraph, Table, sentences
from assessment.text import Money, Text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Row

Say = Callable[[Text], str]
Join = Callable[..., str]
"""How a language writes one sentence after the other."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT = "Microsoft YaHei"
WIDE_MM, HIGH_MM = 210, 297
"""A4."""


@dataclass(frozen=True, slots=True)
class Look:
    """How large a document is set: its text and the space after a paragraph in points, its margins in millimetres.

    `line` is a line's height as a multiple of its type; none: as the font has it.
    """

    text: float
    title: float
    heading: float
    after: float
    cell: float
    margin_mm: int
    line: float = 0


READING = Look(11, 18, 13, 8, 2, 22)


def write(paper: Paper, say: Say, join: Join, look: Look = READING) -> bytes:
    """The document, in the language that `say` and `join` speak."""
    from docx import Document

    say, join = printable(say), printable(join)
    document = Document()
    _set(document, look)
    document.add_heading(say(paper.title), level=0)
    for block, following in zip_longest(paper.blocks, paper.blocks[1:]):
        _add(document, block, say, join, look)
        if isinstance(block, Paragraph) and isinstance(following, Table | Items):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    _keep_the_end_in_company(document, paper)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def printable(said: Callable[..., str]) -> Callable[..., str]:
    """The same words without what a document cannot hold; what is pasted from elsewhere may bring such signs."""
    return lambda *given: _UNPRINTABLE.sub(" ", said(*given))


def _set(document: Document, look: Look) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        style = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:ascii", "w:hAnsi"):
            fonts.set(qn(script), _FONT)
        size = {"Title": look.title, "Heading 1": look.heading}.get(name, look.text)
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(look.after)
        if look.line:
            style.paragraph_format.line_spacing = Pt(size * look.line)
        if name in {"Title", "Heading 1"}:
            style.font.color.rgb = RGBColor(0x1D, 0x2A, 0x2C)
            style.paragraph_format.space_before = Pt(look.after)
    for section in document.sections:
        section.page_width, section.page_height = Mm(WIDE_MM), Mm(HIGH_MM)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(look.margin_mm)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""


def _add(document: Document, block: Block, say: Say, join: Join, look: Look) -> None:
    match block:
        case Heading(text):
            document.add_heading(say(text), level=1)
        case Paragraph(texts):
            document.add_paragraph(join(*map(say, texts))).paragraph_format.keep_together = True
        case Items(texts):
            bullet = document.styles["List Bullet"].style_id
            listed = [document.add_paragraph(say(text)) for text in texts]
            for entry in listed:
                entry._p.style = bullet  # noqa: SLF001 - by name it is looked up anew each time
                entry.paragraph_format.keep_together = True
            for entry in (*listed[:1], *listed[-2:-1]) if len(listed) > 1 else ():
                entry.paragraph_format.keep_with_next = True
        case Table():
            _table(document, block, say, join, look)


def _keep_the_end_in_company(document: Document, paper: Paper) -> None:
    """The last lines, as a signature, never stand on a page without what they end."""
    if not isinstance(paper.blocks[-1], Paragraph):
        return
    document.paragraphs[-2].paragraph_format.keep_with_next = True


def _table(document: Document, block: Table, say: Say, join: Join, look: Look) -> None:
    from docx.shared import Pt

    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    _mark(table.rows[0], "w:tblHeader")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.text = say(text)
        cell.paragraphs[0].runs[0].bold = True
    for values in block.rows:
        _fill(table.add_row(), values, say, join)
    _spread(table, block.widths, look)
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_before = cell.paragraphs[0].paragraph_format.space_after = Pt(
                look.cell
            )
    gap = document.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(look.after)


def _fill(row: _Row, values: tuple[Cell, ...], say: Say, join: Join) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for cell, value in zip(row.cells, values, strict=True):
        cell.text = join(*map(say, sentences(value)))
        if isinstance(value, Money):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: _Row, name: str) -> None:
    """A row that stays in one piece, or comes again on every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001


def _spread(table: WordTable, widths: tuple[int, ...], look: Look) -> None:
    """Columns by their shares of the line."""
    from docx.shared import Mm

    if not widths:
        return
    line = Mm(WIDE_MM - 2 * look.margin_mm)
    table.autofit = False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = line * share // sum(widths)
        for cell in column.cells:
            cell.width = column.width
