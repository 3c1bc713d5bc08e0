"""Cells that hold a list, one line each: files by reference, agreed payments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assessment.case import MOST_DUES, MOST_PROOFS
from assessment.case.lists import dues_of, proofs_of
from assessment.intake.container import Cell
from assessment.intake.reading import Heading, Reading, because, refusal
from assessment.problems import NotUnderstood
from assessment.text import Text, label

_FILE = label("文件名｜大小 B｜指纹（由本软件写入，不用手填）")
_DUE = label("2026-12-08 820（一行一笔）")


def read_files(cell: Cell, heading: Heading) -> Reading:
    """Files as this program writes them."""
    return _listed(cell, heading, proofs_of, MOST_PROOFS, _FILE)


def read_dues(cell: Cell, heading: Heading) -> Reading:
    """Days and amounts."""
    return _listed(cell, heading, dues_of, MOST_DUES, _DUE)


def _listed(cell: Cell, heading: Heading, read: Callable[[str], tuple[Any, ...]], most: int, example: str) -> Reading:
    if cell.kind != "s":
        raise refusal(cell, heading, example)
    try:
        found = read(cell.value)
    except ValueError as error:
        raise because(error, cell, heading, example) from None
    if len(found) > most:
        raise NotUnderstood(Text("这一格最多写 {most} 行。", most=most), Text("请分成几条来写。"))
    return Reading(found)
