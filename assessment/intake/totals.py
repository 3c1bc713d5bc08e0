"""Sums that a table carries, held against what was read: the difference is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assessment.intake.below import Below
from assessment.intake.container import Cell, Page
from assessment.intake.grid import Row, alone
from assessment.intake.line import Line
from assessment.intake.tables import Table
from assessment.intake.values import is_missing, read
from assessment.problems import NotUnderstood, Place, Problem
from assessment.text import Money, Text

_NONE = Decimal(0)
_SUB = re.compile("小计|subtotal", re.IGNORECASE)
_LINES = 12
_NAMED: Mapping[str, re.Pattern[str]] = {
    "principal": re.compile("剩余|待还|未还|欠款|欠债|本金余额|债务总额|总债务|总负债|负债合计"),
    "original": re.compile("总债务金额|总借款|借款总额|贷款总额|总额度"),
    "repaid": re.compile("已还"),
    "instalment": re.compile("月供|每月|月还"),
    "amount": re.compile("收入|支出|开支|花销"),
    "value": re.compile("资产"),
}


def checked(page: Page, table: Table, below: Below, lines: Sequence[Line]) -> Iterator[Problem]:
    """What is to be said of a table's sums, and of whatever stands below its end."""
    yield from _rows(page, table, below, lines)
    if below.end:
        yield from _after(page, table, below.end, lines)


def _rows(page: Page, table: Table, below: Below, lines: Sequence[Line]) -> Iterator[Problem]:
    """Sums within the table: each holds for all rows above it, or for those since the last."""
    done, since = 0, 0
    for number, row, kind, name in below.rows:
        if kind == "entry":
            done += 1
        elif kind == "total":
            ways = [lines[since:done]] if _SUB.search(name) else [lines[:done], lines[since:done]]
            yield from _total(page, table, number, row, name, ways)
            since = done


def _total(
    page: Page, table: Table, number: int, row: Row, name: str, ways: Sequence[Sequence[Line]]
) -> Iterator[Problem]:
    place = Place(sheet=page.title, cell=row[min(row)].address)
    yield Problem(place, Text("{which}是“{total}”，没有当作一笔读。", which=table.which(number), total=name[:60]), Text("不用改；合计由这里自己算。"), "note")  # fmt: skip
    for at in table.headings:
        told = _amount(table, row, at)
        sums = [sum((line.amounts.get(at, _NONE) for line in way), _NONE) for way in ways]
        if told is not None and told not in sums:
            yield _differs(page, row[at], table.header[at].shown, told, sums[0])


def _amount(table: Table, row: Row, at: int) -> Decimal | None:
    heading = table.headings[at]
    if at not in row or heading.column.kind != "money" or is_missing(row[at], heading):
        return None
    try:
        value = read(row[at], heading).value
    except NotUnderstood:
        return None
    return value if isinstance(value, Decimal) else None


def _differs(page: Page, cell: Cell, name: str, told: Decimal, counted: Decimal) -> Problem:
    what = Text(
        "“{name}”的合计写的是 {told}，逐行读到的加起来是 {counted}，相差 {gap}。",
        name=name[:60], told=Money(told), counted=Money(counted), gap=Money(abs(told - counted)),
    )  # fmt: skip
    instead = Text("请看有没有哪一行没有读到，或合计没有更新。")
    return Problem(Place(sheet=page.title, cell=cell.address), what, instead, "doubtful", cell.shown)


def _after(page: Page, table: Table, end: int, lines: Sequence[Line]) -> Iterator[Problem]:
    """Lines such as 剩余债务 623000 below the table are held against its columns; anything more is said not to be read."""
    rest = [(number, row) for number, row in table.rows.items() if number > end]
    sums = [(number, row) for number, row in rest[:_LINES] if _is_line(row)]
    after = [number for number, row in rest if (number, row) not in sums and not _is_prose(row)]
    for _number, row in sums if not after or (sums and sums[-1][0] < after[0]) else []:
        yield from _sum_line(page, table, row, lines)
    if after:
        what = Text("第 {row} 行往下像是另一张表，没有读。", row=after[0])
        instead = Text("如果里面有要用的内容，请在“没有认出的表”里选，或复制到空白表格对应的页里。")
        yield Problem(Place(sheet=page.title, cell=f"A{after[0]}"), what, instead, "doubtful")


def _is_line(row: Row) -> bool:
    """A name and an amount."""
    cells = list(row.values())
    return len(cells) == 2 and cells[0].kind == "s" and _plain(cells[1]) is not None


def _is_prose(row: Row) -> bool:
    return bool(alone(row))


def _plain(cell: Cell) -> Decimal | None:
    text = unicodedata.normalize("NFKC", cell.value).replace(",", "").removeprefix("¥").removesuffix("元").strip()
    found = re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,4})?", text, re.ASCII)
    return Decimal(found[0]) if found and cell.kind in {"n", "s"} else None


def _sum_line(page: Page, table: Table, row: Row, lines: Sequence[Line]) -> Iterator[Problem]:
    name, figure = list(row.values())
    told = _plain(figure) or _NONE
    sums = {at: sum((line.amounts.get(at, _NONE) for line in lines), _NONE) for at in table.headings}
    if told in sums.values():
        return
    fields = [field for field, words in _NAMED.items() if words.search(name.value)]
    at = next((at for field in fields for at in table.places(field)), None)
    if at is None or (len(fields) > 1 and table.places(fields[1])):
        what = Text("“{name}”写的是 {told}，跟哪一列都对不上，没有读。", name=name.shown[:60], told=Money(told))
        yield Problem(
            Place(sheet=page.title, cell=figure.address), what, Text("不用改；合计由这里自己算。"), "note", figure.shown
        )
        return
    yield _differs(page, figure, name.shown, told, sums[at])
