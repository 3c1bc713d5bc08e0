"""The household workbook read into a case: what is good is kept, what is wrong is said, all together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath

from annotated_types import MaxLen
from pydantic import BaseModel

from assessment import money
from assessment.bills import Bill, bill_in
from assessment.case import Case
from assessment.creditreport import Report, is_report, report_in
from assessment.intake.apart import READ_COLUMNS, READ_ROWS, READ_SHEETS
from assessment.intake.container import MOST_BYTES, Book, Cell, Page, Unreadable, opened
from assessment.intake.headers import Below, Row, Rows, Table, is_total, rows_below, rows_of, tables_on
from assessment.intake.line import Line, Understood
from assessment.intake.reading import Heading
from assessment.layout import GUIDE, HOUSEHOLD, HOUSEHOLD_HEADER, HOUSEHOLD_PARTS, Section, columns, normal
from assessment.problems import Place, Problem, Standing
from assessment.text import Money, Text, label

_LISTED_ROWS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """How many rows of a sheet held something, and how many became entries."""

    sheet: str
    section: Section
    rows: int
    kept: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file holds: the case from all that was good, every problem, and what was found where.

    `locked` says that a password is needed, or was wrong. A refused problem with a path is a value still to be mended: its field holds the default, `raw` what was written.
    """

    case: Case
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
    readings: tuple[Understood, ...] = ()
    locked: bool = False
    bills: tuple[Bill, ...] = ()
    report: Report | None = None
    household: bool = False


@dataclass
class _Gathered:
    """What is collected while a file is read."""

    parts: dict[str, BaseModel] = field(default_factory=dict)
    entries: dict[Section, list[BaseModel]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: list[Understood] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)


def read_workbook(source: str | FilePath | bytes, password: str = "") -> Intake:
    """The case in a workbook, given as a path or as bytes; never raises for what a file holds."""
    try:
        return interpreted(opened(_bytes(source), password))
    except Unreadable as refused:
        return Intake(Case(), (Problem(Place(), refused.what, refused.instead),), locked=refused.locked)
    except OSError:
        what, instead = Text("这个文件打不开。"), Text("请确认文件还在，并且没有被别的程序占用。")
        return Intake(Case(), (Problem(Place(), what, instead),))


def _bytes(source: str | FilePath | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    with FilePath(source).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def interpreted(book: Book) -> Intake:
    """A book's sheets as a case; a document without tables as a credit report, where it is one."""
    if is_report(book.text):
        return Intake(Case(), report=report_in(book.text))
    gathered = _Gathered()
    for page in book.pages:
        gathered.problems += _about(page)
        _page(page, book.epoch, gathered)
    gathered.problems += _unread(book)
    if not gathered.found and not gathered.parts and not gathered.bills:
        what, instead = Text("没有找到认得的表头。"), Text("请下载空白表格，照表头填好再上传。")
        gathered.problems.insert(0, Problem(Place(), what, instead))
    case = Case.model_validate({**gathered.parts, **{name: tuple(items) for name, items in gathered.entries.items()}})
    return Intake(
        case,
        tuple(gathered.problems),
        tuple(gathered.found),
        tuple(gathered.readings),
        bills=tuple(gathered.bills),
        household=bool(gathered.parts),
    )


def _about(page: Page) -> Iterator[Problem]:
    """What is to be said of a sheet as a whole."""
    if page.lost:
        what = Text("这一页有 {count} 个格子没有读出来。", count=page.lost)
        yield _of_page(page, what, Text("请用 Excel 或 WPS 另存一份再上传，再核对一遍。"), "refused")
    if page.beyond:
        what = Text("这一页太大，{rows} 行、{columns} 列以外的没有读。", rows=READ_ROWS, columns=READ_COLUMNS)
        yield _of_page(page, what, Text("请把需要的部分复制到空白表格里再上传。"), "refused")
    if page.hidden:
        yield _of_page(page, Text("这一页是隐藏的，也读入了。"), Text("不需要的话请删掉这一页。"))
    if page.hidden_rows:
        listed = "、".join(map(str, page.hidden_rows[:_LISTED_ROWS]))
        what = Text("有 {count} 行是隐藏的，也读入了：第 {rows} 行。", count=len(page.hidden_rows), rows=listed)
        yield _of_page(page, what, Text("不需要的话请删掉这些行。"))


def _of_page(page: Page, what: Text, instead: Text, standing: Standing = "note") -> Problem:
    return Problem(Place(sheet=page.title), what, instead, standing)


def _unread(book: Book) -> Iterator[Problem]:
    if book.missing:
        what = Text("文件里列了 {count} 页，内容却不在里面。", count=book.missing)
        yield Problem(Place(), what, Text("请用 Excel 或 WPS 另存一份再上传，再核对一遍。"), "refused")
    if book.unread:
        what = Text("有 {count} 页没有读：{titles}。", count=len(book.unread), titles="、".join(book.unread)[:200])
        yield Problem(
            Place(), what, Text("最多读 {most} 页，图表页不读；要用的内容请放到前面。", most=READ_SHEETS), "refused"
        )


def _page(page: Page, epoch: date, gathered: _Gathered) -> None:
    if page.title == GUIDE or not page.cells:
        return
    rows = rows_of(page.cells)
    if page.title == HOUSEHOLD:
        _household(page, rows, epoch, gathered)
        return
    bill = bill_in(page.lines or _in_words(rows), page.title)
    if bill is not None:
        gathered.bills.append(bill)
        gathered.problems += _of_bill(page, bill)
        return
    tables = tables_on(page, rows, epoch)
    if not tables:
        what = Text("没有认出这一页的表头，整页没有读。")
        gathered.problems.append(_of_page(page, what, Text("如果里面有要用的内容，请复制到空白表格对应的页里。")))
        return
    for table, its_rows in tables:
        _listing(page, table, its_rows, gathered)


def _in_words(rows: Rows) -> list[list[str]]:
    """Rows of cells as rows of words, with a blank row where there is none."""
    made: list[list[str]] = []
    for number, row in rows.items():
        made += [[] for _missing in range(number - 1 - len(made))]
        made.append([row[place].value if place in row else "" for place in range(1, max(row) + 1)])
    return made


def _of_bill(page: Page, bill: Bill) -> Iterator[Problem]:
    """Lines of a bill that were not read, and sums that differ from its own."""
    if bill.unread:
        listed = "、".join(map(str, bill.unread[:_LISTED_ROWS]))
        what = Text("账单里有 {count} 行没有读懂：第 {rows} 行。", count=len(bill.unread), rows=listed)
        yield _of_page(page, what, Text("请核对这几行的日期和金额。"), "refused")
    for name, told, counted in zip((label("收入"), label("支出")), bill.told, bill.counted, strict=True):
        if told is not None and told != counted:
            what = Text(
                "账单自己写的{name}合计是 {told}，逐行加起来是 {counted}。",
                name=Text(name), told=Money(money.to_yuan(told)), counted=Money(money.to_yuan(counted)),
            )  # fmt: skip
            yield _of_page(page, what, Text("平台的统计口径可能不同，例如退款怎么算；差得多的话请重新导出一份。"))


def _household(page: Page, rows: Rows, epoch: date, gathered: _Gathered) -> None:
    """A name in one column, its value in the next."""
    lines = {name: Line(page.title, (name,)) for name, _model in HOUSEHOLD_PARTS}
    known = {
        normal(column.title): (lines[name], Heading(column, column.header, epoch))
        for name, model in HOUSEHOLD_PARTS
        for column in columns(model)
    }
    for row in rows.values():
        named = known.get(normal(row[1].value)) if 1 in row else None
        if named and 2 in row:
            named[0].take(row[2], named[1])
        elif 1 in row and 2 in row and normal(row[1].value) != normal(HOUSEHOLD_HEADER[0]):
            what = Text("没有认出“{header}”这一项，没有读。", header=row[1].shown)
            gathered.problems.append(_not_known(page, row[1], what))
    for name, model in HOUSEHOLD_PARTS:
        gathered.parts[name] = lines[name].filled(model)
        gathered.problems += lines[name].problems
        gathered.readings += lines[name].readings


def _not_known(page: Page, cell: Cell, what: Text) -> Problem:
    place = Place(sheet=page.title, cell=cell.address)
    return Problem(place, what, Text("如果要用，请改成空白表格里的写法。"), "note", cell.shown)


def _listing(page: Page, table: Table, rows: Rows, gathered: _Gathered) -> None:
    """A table's rows as entries of its section."""
    section = table.sheet.section
    items = gathered.entries.setdefault(section, [])
    below = rows_below(table, rows)
    before, most = len(items), _most(section)
    gathered.problems += _of_header(page, table)
    gathered.problems += _examples(page, table, below)
    for place, row in enumerate(below.entries[: most - before], start=before):
        line = _line(page, table, row, place)
        items.append(line.filled(table.sheet.model))
        gathered.problems += line.problems
        gathered.readings += line.readings
    if len(below.entries) > most - before:
        what = Text("这里有 {count} 行，最多收 {most} 行，后面的没有读。", count=len(below.entries), most=most)
        gathered.problems.append(_of_page(page, what, Text("请把不需要的行删掉再上传。"), "refused"))
    gathered.problems += _totals(page, table, below)
    gathered.problems += _end(page, rows, below)
    gathered.found.append(Found(page.title, section, len(below.entries), len(items) - before))


def _most(section: Section) -> int:
    return next(limit.max_length for limit in Case.model_fields[section].metadata if isinstance(limit, MaxLen))


def _of_header(page: Page, table: Table) -> Iterator[Problem]:
    for cell in table.unknown:
        yield _not_known(page, cell, Text("没有认出“{header}”这一列，没有读。", header=cell.shown))
    for cell in table.wider:
        what = Text("“{header}”里可能含利息和罚息，先全部当作剩余本金读。", header=cell.shown)
        instead = Text("最好分开填：剩余本金、欠的利息、欠的罚息。")
        yield Problem(Place(sheet=page.title, cell=cell.address), what, instead, "doubtful", cell.shown)


def _totals(page: Page, table: Table, below: Below) -> Iterator[Problem]:
    """Sums that were passed over, and entries that are called like one."""
    for number, row, total in below.totals:
        what = Text("第 {row} 行是“{total}”，没有当作一笔读。", row=number, total=total[:60])
        place = Place(sheet=page.title, cell=row[min(row)].address)
        yield Problem(place, what, Text("不用改；合计由这里自己算。"), "note")
    for row in below.entries:
        if is_total(name := table.name_in(row)):
            first = row[min(row)]
            what = Text("第 {row} 行叫“{total}”，当作一笔读了。", row=first.row, total=name[:60])
            place = Place(sheet=page.title, cell=first.address)
            yield Problem(place, what, Text("如果是合计，请把这一行删掉再上传。"), "doubtful")


def _end(page: Page, rows: Rows, below: Below) -> Iterator[Problem]:
    if below.end and max(rows) > below.end:
        what = Text("第 {row} 行往下像是另一张表，没有读。", row=below.end)
        instead = Text("如果里面有要用的内容，请复制到空白表格对应的页里。")
        yield Problem(Place(sheet=page.title, cell=f"A{below.end}"), what, instead, "doubtful")


def _examples(page: Page, table: Table, below: Below) -> Iterator[Problem]:
    """An example row that somebody wrote into is said; our own is passed over."""
    for number, row in below.examples:
        if _line(page, table, row, 0).filled(table.sheet.model) != table.sheet.example:
            what = Text("第 {row} 行的名称还以“示例”开头，没有读。", row=number)
            place = Place(sheet=page.title, cell=row[min(row)].address)
            yield Problem(place, what, Text("如果是真的一笔，请把名称改掉再上传。"), "doubtful")


def _line(page: Page, table: Table, row: Row, place: int) -> Line:
    """One row's cells as values; a row of our own may have no name, any other is called by its place."""
    line = Line(page.title, (table.sheet.section, place))
    for column, heading in sorted(table.headings.items()):
        if column in row:
            line.take(row[column], heading)
    if "name" not in line.values and table.numbered(row):
        line.values["name"] = ""
    elif "name" not in line.values:
        first = row[min(row)]
        line.call(f"{table.sheet.title}{place + 1}", first.row, first.address)
    return line
