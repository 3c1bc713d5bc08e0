"""A paper as one long picture for a chat: as wide as a telephone, drawn on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from assessment.report.lines import wrapped
from assessment.report.paper import Block, Cell, Heading, Items, Paper, Paragraph, Table, sentences
from assessment.report.word import Join, Say, printable
from assessment.text import Money

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH = 750
_EDGE = 40
_LINE = WIDTH - 2 * _EDGE
_TITLE, _HEADING, _TEXT = 42, 34, 30
_INK, _GREY, _ACCENT, _RULE, _SHEET = "#1d2a2c", "#5b6668", "#0b6e78", "#d5dddd", "#ffffff"
_TINTS = 32
_PAIR = 2
_FILES = (
    "msyh.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc", "NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf",
    "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf", "SourceHanSansCN-Regular.otf", "wqy-microhei.ttc", "wqy-zenhei.ttc",
    "simhei.ttf", "simsun.ttc", "DroidSansFallbackFull.ttf", "Arial Unicode.ttf",
)  # fmt: skip
"""Chinese type as Windows, macOS and Linux ship it."""


class NoType(LookupError):
    """This machine has no Chinese type to draw with."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line of the picture, from their left upper corner. Pixels."""

    left: float
    top: float
    words: str
    size: int
    ink: str


@dataclass
class Sheet:
    """A picture being laid out: what stands on it, the lines drawn across, and how far down it goes. Pixels."""

    say: Say
    join: Join
    runs: list[Run] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    down: float = _EDGE

    def text(self, words: str, size: int = _TEXT, ink: str = _INK, indent: int = 0) -> None:
        """A paragraph, broken into lines."""
        for line in wrapped(words, _LINE - indent, lambda part: _type(size).getlength(part)):
            self.runs.append(Run(_EDGE + indent, self.down, line, size, ink))
            self.down += _height(size)

    def pair(self, name: str, value: str) -> None:
        """A name to the left and its value to the right; the value below where both do not fit."""
        left, right = (_type(_TEXT).getlength(words) for words in (name, value))
        if left + right + _TEXT > _LINE:
            self.text(name, ink=_GREY)
            return self.text(value)
        self.runs.append(Run(_EDGE, self.down, name, _TEXT, _GREY))
        self.runs.append(Run(WIDTH - _EDGE - right, self.down, value, _TEXT, _INK))
        self.down += _height(_TEXT)
        return None

    def rule(self) -> None:
        """A line across."""
        self.rules.append(self.down + _TEXT // 4)
        self.down += _TEXT // 2


def write(paper: Paper, say: Say, join: Join) -> bytes:
    """The picture as PNG, 750 pixels wide. Raises NoType."""
    from PIL import Image, ImageDraw

    sheet = laid_out(paper, say, join)
    image = Image.new("RGB", (WIDTH, round(sheet.down) + _EDGE), _SHEET)
    pen = ImageDraw.Draw(image)
    for down in sheet.rules:
        pen.line((_EDGE, down, WIDTH - _EDGE, down), _RULE, 2)
    for run in sheet.runs:
        pen.text((run.left, run.top), run.words, run.ink, _type(run.size))
    out = BytesIO()
    image.quantize(_TINTS, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


def laid_out(paper: Paper, say: Say, join: Join) -> Sheet:
    """Where every word of the paper stands. Raises NoType."""
    sheet = Sheet(printable(say), printable(join))
    sheet.text(sheet.say(paper.title), _TITLE)
    for block in paper.blocks:
        sheet.down += _TEXT // 2
        _add(sheet, block)
    return sheet


def _add(sheet: Sheet, block: Block) -> None:
    match block:
        case Heading(text):
            sheet.down += _TEXT // 2
            sheet.text(sheet.say(text), _HEADING, _ACCENT)
        case Paragraph(texts):
            sheet.text(sheet.join(*map(sheet.say, texts)))
        case Items(texts):
            for text in texts:
                sheet.runs.append(Run(_EDGE, sheet.down, "·", _TEXT, _ACCENT))
                sheet.text(sheet.say(text), indent=_TEXT)
        case Table():
            _table(sheet, block)


def _table(sheet: Sheet, block: Table) -> None:
    """A telephone is too narrow for columns: amounts stand beside their names, other rows are told cell under cell."""
    sheet.rule()
    if all(len(row) == _PAIR and isinstance(row[1], Money) for row in block.rows):
        for name, amount in block.rows:
            sheet.pair(_said(sheet, name), _said(sheet, amount))
        return sheet.rule()
    for row in block.rows:
        _entry(sheet, block, row)
        sheet.rule()
    return None


def _entry(sheet: Sheet, block: Table, row: tuple[Cell, ...]) -> None:
    sheet.text(_said(sheet, row[0]), ink=_ACCENT)
    if len(row) == _PAIR:
        return sheet.text(_said(sheet, row[1]))
    for name, cell in zip(block.head[1:], row[1:], strict=True):
        sheet.pair(sheet.say(name), _said(sheet, cell))
    return None


def _said(sheet: Sheet, cell: Cell) -> str:
    return sheet.join(*map(sheet.say, sentences(cell)))


def _height(size: int) -> int:
    return size * 3 // 2


@cache
def _type(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    found = typeface()
    if found is None:
        raise NoType
    file, place = found
    return ImageFont.truetype(file, size, place, layout_engine=ImageFont.Layout.BASIC)


@cache
def typeface() -> tuple[str, int] | None:
    """The file of the first Chinese type found on this machine and the place in it; None where there is none."""
    return next(_installed(), None)


def _installed() -> Iterator[tuple[str, int]]:
    for file in _FILES:
        places = list(_faces(file))
        chosen = next((place for place, name in places if name.endswith("SC")), 0)
        if places:
            yield file, chosen


def _faces(file: str) -> Iterator[tuple[int, str]]:
    """The faces in a file by their family's name; none where it is not there."""
    from PIL import ImageFont

    for place in range(10):
        try:
            face = ImageFont.truetype(file, _TEXT, place)
        except OSError:
            return
        yield place, str(face.getname()[0])
