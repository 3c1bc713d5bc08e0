"""A file's bytes as sheets of cells, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from assessment.case.models import visible_line, visible_lines
from assessment.intake.apart import MOST_BYTES, MOST_SHEETS, READ_ROWS
from assessment.text import Text

CellKind = Literal["n", "s", "b", "d", "e", "f"]

_LONG_NUMBER = 25
_PICTURE = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*")
_PICTURE_BOX = b"ftyp"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

_SAVE_AGAIN = Text("请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。")
_COPY_OVER = Text("请把需要的几页复制到空白表格里再上传。")
_FILL_IN = Text("请把里面的数字填到空白表格里，再上传。")
_SENTENCES: dict[str, tuple[Text, Text]] = {
    "empty": (Text("这个文件是空的。"), Text("请换一个有内容的文件，或下载空白表格来填。")),
    "too_large": (
        Text("这个文件超过 {most} MB。", most=MOST_BYTES // 2**20),
        Text("请只留需要的几页，删掉图片，再上传。"),
    ),
    "binary": (Text("这是二进制格式的 Excel 文件（.xlsb）。"), _SAVE_AGAIN),
    "open_document": (Text("这是 ODS 格式的表格。"), Text("请打开后另存为“Excel 工作簿（.xlsx）”再上传。")),
    "locked": (
        Text("这个文件加了密码。"),
        Text("请在下面填密码；账单的密码在支付宝、微信发来的消息里。密码只用来打开这一次。"),
    ),
    "wrong_password": (Text("密码不对。"), Text("请再核对一遍；大小写、空格都要一样。")),
    "locked_otherwise": (
        Text("这个文件加锁的方式太旧，或者是单位的权限保护，打不开。"),
        Text("请用 Excel 或 WPS 打开，取消密码，另存后再上传。"),
    ),
    "web_page": (Text("这其实是一个网页，里面没有表格。"), _SAVE_AGAIN),
    "wordless": (Text("这份文档里没有文字，可能只有图片。"), Text("请换一份文字版，或打开后把文字复制过来。")),
    "scan": (Text("这份 PDF 是扫描的图片，没有可以读的文字。"), _FILL_IN),
    "picture": (Text("这是图片，不是表格。"), _FILL_IN),
    "document": (Text("这是 Word 或 WPS 文字文档，不是表格。"), _FILL_IN),
    "presentation": (Text("这是幻灯片，不是表格。"), _FILL_IN),
    "apple": (
        Text("这是苹果 Numbers 一类的文件。"),
        Text("请在 Numbers 里选“文件”“导出为”“Excel”，再上传导出的文件。"),
    ),
    "other_archive": (Text("这是 RAR、7z 一类的压缩包。"), Text("请先解压，再上传里面的表格或账单。")),
    "single_file_page": (Text("这是存成单个文件的网页（.mht）。"), _SAVE_AGAIN),
    "encoding": (Text("这个文件里的文字编码认不出来。"), _SAVE_AGAIN),
    "unknown": (Text("这不是能读的表格文件。"), _SAVE_AGAIN),
    "damaged": (Text("这个文件坏了，或者没有下载完整。"), Text("请重新下载，或用 Excel、WPS 打开后另存一份。")),
    "not_workbook": (Text("这个文件里没有工作簿。"), _SAVE_AGAIN),
    "nothing_inside": (Text("这个压缩包里没有能读的文件。"), Text("能读的有 .xlsx、.xls、.csv 和文字版 PDF。")),
    "too_many_parts": (Text("这个文件里的内容太多，不像家庭用的表格。"), _COPY_OVER),
    "too_large_inside": (Text("这个文件解开后太大，不像家庭用的表格。"), _COPY_OVER),
    "too_many_sheets": (Text("这个文件超过 {most} 页。", most=MOST_SHEETS), Text("请只留需要的几页再上传。")),
    "entities": (Text("这个文件里有不该有的内容，为安全起见没有读。"), _SAVE_AGAIN),
    "strict": (Text("这是“Strict Open XML”格式，内容可能读不全。"), _SAVE_AGAIN),
    "too_slow": (Text("这个文件太复杂，读了很久没有读完。"), _COPY_OVER),
}


class Cell(NamedTuple):
    """One cell that holds something.

    `kind` is n number, s text, b yes or no, d date, e error, f formula without a result; `value` as text;
    `format` is a number's format.
    """

    row: int
    column: int
    kind: CellKind
    value: str
    format: str = ""

    @property
    def shown(self) -> str:
        """The value about as a person saw it there, on one line of at most 200 characters."""
        if self.kind == "n" and "%" in self.format and len(self.value) < _LONG_NUMBER:
            return f"{(Decimal(self.value) * 100).normalize():f}%"
        return visible_line(self.value[:10] if self.kind == "d" else self.value[:200])

    @property
    def address(self) -> str:
        """Where it stands: B12."""
        return f"{self.letters}{self.row}"

    @property
    def letters(self) -> str:
        """Its column's letters: B."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a file, as far as it is read.

    `lines` are all rows as words, where a file has only words; `cells` then holds the first of them.
    `lost` counts cells that stand in the file but could not be read; `beyond` says that more stands
    further down or right than is read. `merged` are areas of one value: first row and column, last row and column.
    """

    title: str
    hidden: bool
    cells: tuple[Cell, ...]
    lost: int
    beyond: bool
    hidden_rows: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets, the names of those not read, and the day its day numbers count from.

    `missing` counts sheets that the file lists but does not hold; `text` is what a document without tables says;
    `document` says that it was written to be read, as in Word.
    """

    pages: tuple[Page, ...]
    unread: tuple[str, ...]
    missing: int
    epoch: date
    text: str = ""
    document: bool = False


class Unreadable(Exception):
    """A file that is not read. `what` and `instead` are for the person; `locked` where a password would open it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.what, self.instead = _SENTENCES[why]
        self.locked = why in {"locked", "wrong_password"}


def looked_at(data: bytes) -> bytes:
    """The same bytes, where they may be read at all. Raises Unreadable."""
    why = _at_first_sight(data)
    if why:
        raise Unreadable(why)
    return data


def opened_here(data: bytes, password: str = "") -> Book:
    """A file's sheets, read in this very process, so never in the server. Raises Unreadable."""
    from assessment.intake.apart import any_file

    return answered(any_file.read(looked_at(data), password))


def answered(answer: dict[str, Any]) -> Book:
    """What a reader said, as a book. Raises Unreadable where it refused."""
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    epoch = date(1904, 1, 1) if answer["from_1904"] else date(1899, 12, 30)
    return Book(
        tuple(_page(sheet) for sheet in answer["sheets"]),
        tuple(answer["unread"]),
        answer["missing"],
        epoch,
        answer["text"],
        answer.get("document", False),
    )


def _at_first_sight(data: bytes) -> str:
    """Why a file is not read at all, by its first bytes and size; its name is not asked."""
    if not data.strip(b"\x00 \r\n\t"):
        return "empty"
    if len(data) > MOST_BYTES:
        return "too_large"
    return "picture" if data.startswith(_PICTURE) or data[4:8] == _PICTURE_BOX else ""


def _page(sheet: dict[str, Any]) -> Page:
    lines = tuple(map(tuple, sheet["lines"]))
    cells = tuple(
        Cell(row, column, kind, _unescaped(value) if kind == "s" else value, form)
        for row, column, kind, value, form in sheet["cells"]
    )
    return Page(
        _unescaped(sheet["title"]),
        sheet["hidden"],
        cells or tuple(_cells(lines)),
        sheet["lost"],
        sheet["beyond"],
        tuple(sheet["hidden_rows"]),
        lines,
        tuple(sheet["hidden_columns"]),
        tuple(map(tuple, sheet["merged"])),
    )


def _cells(lines: Sequence[Sequence[str]]) -> Iterator[Cell]:
    for row, words in enumerate(lines[:READ_ROWS], start=1):
        for column, word in enumerate(words, start=1):
            if word:
                yield Cell(row, column, "s", visible_line(word))


def _unescaped(text: str) -> str:
    """Spreadsheets keep control characters, and underscores that look like them, as _x000D_."""
    return _ESCAPE.sub(lambda found: visible_lines(chr(int(found[1], 16))) or " ", text)
