"""A file's bytes as sheets of cells, read apart, or the reason why not."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assessment.text import Text

CellKind = Literal["n", "s", "b", "d", "e", "f"]
_CHILD = Path(__file__).with_name("child.py")
_SECONDS = 8
_MOST_BYTES = 20 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SAVE_AGAIN = Text("请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。")
_SENTENCES: dict[str, tuple[Text, Text]] = {
    "empty": (Text("这个文件是空的。"), Text("请换一个有内容的文件，或下载空白表格来填。")),
    "too_large": (Text("这个文件超过 20 MB。"), Text("请只留需要的几页，删掉图片，再上传。")),
    "old_excel": (Text("这是旧格式的 Excel 文件（.xls）。"), _SAVE_AGAIN),
    "encrypted": (Text("这是加了密码的文件，打不开。"), Text("请用 Excel 或 WPS 打开，取消密码，另存后再上传。")),
    "web_page": (Text("这其实是一个网页，只是名字像表格。"), _SAVE_AGAIN),
    "pdf": (Text("这是 PDF，不是表格。"), Text("请把里面的数字填到空白表格里，再上传。")),
    "picture": (Text("这是图片，不是表格。"), Text("请把里面的数字填到空白表格里，再上传。")),
    "text": (Text("这不是 Excel 工作簿，像是文本或 CSV。"), _SAVE_AGAIN),
    "unknown": (Text("这不是能读的表格文件。"), _SAVE_AGAIN),
    "damaged": (Text("这个文件坏了，或者没有下载完整。"), Text("请重新下载，或用 Excel、WPS 打开后另存一份。")),
    "not_workbook": (Text("这是压缩包，里面没有工作簿。"), Text("请先解压，再上传其中的 .xlsx 文件。")),
    "too_many_parts": (
        Text("这个文件里的内容太多，不像家庭用的表格。"),
        Text("请把需要的几页复制到空白表格里再上传。"),
    ),
    "too_large_inside": (
        Text("这个文件解开后太大，不像家庭用的表格。"),
        Text("请把需要的几页复制到空白表格里再上传。"),
    ),
    "too_many_sheets": (Text("这个文件超过 50 页。"), Text("请只留需要的几页再上传。")),
    "entities": (Text("这个文件里有不该有的内容，为安全起见没有读。"), _SAVE_AGAIN),
    "strict": (
        Text("这是“Strict Open XML”格式，内容可能读不全。"),
        Text("请另存为普通的“Excel 工作簿（.xlsx）”再上传。"),
    ),
    "too_slow": (Text("这个文件太复杂，读了很久没有读完。"), Text("请把需要的几页复制到空白表格里再上传。")),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something. `value` as text; `format` is the number format."""

    row: int
    column: int
    kind: CellKind
    value: str
    format: str


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a file. `cut` where more rows stand there than are read, `lost` where cells vanished."""

    title: str
    hidden: bool
    cells: tuple[Cell, ...]
    cut: bool
    lost: bool


class Unreadable(Exception):
    """A file that is not read. `what` and `instead` are for the person."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.what, self.instead = _SENTENCES[why]


def pages(data: bytes) -> tuple[Page, ...]:
    """Every sheet of a workbook. Raises Unreadable with a sentence where it cannot be read."""
    why = _at_first_sight(data)
    if why:
        raise Unreadable(why)
    answer = _asked_apart(data)
    if "refused" in answer:
        raise Unreadable(str(answer["refused"]))
    return tuple(_page(sheet) for sheet in answer["sheets"])


def _at_first_sight(data: bytes) -> str:
    """Why a file is no workbook, by its first bytes and size; its name is not asked."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip(b"\x00 \r\n\t"):
        return "empty"
    if len(data) > _MOST_BYTES:
        return "too_large"
    if data.startswith(_OLE):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_excel"
    if data.startswith(b"PK"):
        return ""
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        return "web_page"
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF")):
        return "picture"
    return "unknown" if b"\x00" in data[:512] and not data.startswith((b"\xff\xfe", b"\xfe\xff")) else "text"


def _asked_apart(data: bytes) -> dict[str, list[dict[str, object]]]:
    """What the reading process answers; a process that dies or dawdles is an answer too."""
    try:
        done = subprocess.run(  # noqa: S603 - our own file, our own interpreter
            [sys.executable, "-I", str(_CHILD)], input=data, capture_output=True, timeout=_SECONDS, check=False
        )
        answer: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as late:
        raise Unreadable("too_slow") from late
    except ValueError as silent:
        raise Unreadable("too_slow" if done.returncode in {-9, -24} else "damaged") from silent
    return answer


def _page(sheet: dict[str, object]) -> Page:
    cells = tuple(Cell(row, column, kind, str(value), form) for row, column, kind, value, form in sheet["cells"])  # type: ignore[attr-defined]
    return Page(str(sheet["title"]), bool(sheet["hidden"]), cells, bool(sheet["cut"]), bool(sheet["lost"]))
