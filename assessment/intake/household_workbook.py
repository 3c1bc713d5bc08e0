"""A file read into a case: what is good is kept, what is wrong is said, all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from assessment.bills import Bill, bill_in, printed_bill, remarks
from assessment.case import Case
from assessment.creditreport import Report, is_report, report_in
from assessment.intake import page_notes
from assessment.intake.apart import READ_ROWS
from assessment.intake.apart.progress import tell
from assessment.intake.container import Book, Cell, Page
from assessment.intake.grid import Rows, in_words, rows_of
from assessment.intake.guidance import Guidance, Spot, guided, titled
from assessment.intake.line import Line, Understood
from assessment.intake.listing import Listing, listed
from assessment.intake.own_words import both
from assessment.intake.reading import Above, Heading
from assessment.intake.repeated import alike, repeated
from assessment.intake.seen import ColumnSeen, PageSeen, TableSeen, page_seen, table_seen, unread_seen
from assessment.intake.tables import Table, Unread, tables_on
from assessment.layout import (
    GUIDE,
    GUIDE_TITLE,
    HOUSEHOLD,
    HOUSEHOLD_HEADER,
    HOUSEHOLD_PARTS,
    Section,
    columns,
    normal,
)
from assessment.problems import Path, Place, Problem
from assessment.text import Text

_LISTED_ROWS = 10
_NO_GUIDANCE = Guidance()
_BESIDE = 4_000


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

    `locked` says that a password is needed, or was wrong. A refused problem with a path is a value still to be mended:
    its field holds the default, `raw` what was written. `book` is the file as it was opened, to be read anew under
    other guidance; `cells` say where each value of the case came from, and what was written there.
    """

    case: Case
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
    readings: tuple[Understood, ...] = ()
    locked: bool = False
    bills: tuple[Bill, ...] = ()
    report: Report | None = None
    household: bool = False
    tables: tuple[TableSeen, ...] = ()
    strange: tuple[PageSeen, ...] = ()
    cells: Mapping[Path, tuple[Place, str]] = field(default_factory=dict)
    book: Book | None = None

    @property
    def columns(self) -> tuple[ColumnSeen, ...]:
        """Every column of every table that is not our own."""
        return tuple(column for table in self.tables for column in table.columns)

    @property
    def written(self) -> Mapping[Spot, str]:
        """What the file itself has in each of its cells."""
        pages = titled(self.book).pages if self.book else ()
        return {(page.title, cell.address): cell.shown for page in pages for cell in page.cells}


@dataclass
class _Gathered:
    """What is collected while a file is read."""

    guidance: Guidance
    parts: dict[str, BaseModel] = field(default_factory=dict)
    entries: dict[Section, list[BaseModel]] = field(default_factory=dict)
    pages: dict[Section, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: list[Understood] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)
    tables: list[TableSeen] = field(default_factory=list)
    strange: list[PageSeen] = field(default_factory=list)
    cells: dict[Path, tuple[Place, str]] = field(default_factory=dict)

    def take(self, line: Line) -> None:
        """What a line said, and where its values stand."""
        self.problems += line.problems
        self.readings += line.readings
        for name, cell in line.cells.items():
            self.cells[(*line.at, name)] = Place((*line.at, name), line.page, cell.address), cell.shown


def interpreted(book: Book, guidance: Guidance = _NO_GUIDANCE) -> Intake:
    """A book's sheets as a case; a document without tables as a credit report, where it is one."""
    if is_report(book.text):
        return Intake(Case(), report=report_in(book.text))
    if not book.pages and book.text:
        return _printed(book.text)
    gathered = _Gathered(guidance)
    beside = _beside(book)
    for place, page in enumerate(guided(book, guidance).pages, start=1):
        tell("headers", place, len(book.pages))
        gathered.problems += page_notes.about(page)
        _page(page, book.epoch, gathered, beside)
    gathered.problems += page_notes.unread(book)
    if not gathered.found and not gathered.parts and not gathered.bills:
        gathered.problems = _nothing_found(gathered)
    tell("checking")
    case = Case.model_validate({**gathered.parts, **{name: tuple(items) for name, items in gathered.entries.items()}})
    return Intake(
        case,
        tuple(gathered.problems),
        tuple(gathered.found),
        tuple(gathered.readings),
        bills=tuple(gathered.bills),
        household=bool(gathered.parts),
        tables=tuple(gathered.tables),
        strange=tuple(gathered.strange),
        cells=gathered.cells,
        book=book if _may_be_mended(gathered) else None,
    )


def _may_be_mended(gathered: _Gathered) -> bool:
    """Whether a person may say more of a sheet; a bill is read once."""
    mendable = gathered.problems and (gathered.parts or not gathered.bills)
    return bool(gathered.tables or gathered.strange or mendable)


def _nothing_found(gathered: _Gathered) -> list[Problem]:
    """Why a file gave nothing, once: what was wrong with it, or that no header in it is known."""
    instead = Text("请下载空白表格，照表头填好再上传。")
    if gathered.strange:
        instead = Text("请在“没有认出的表”里指一下哪一行是表头，或下载空白表格来填。")
    refused = [each for each in gathered.problems if each.standing == "refused"]
    return refused or [Problem(Place(), Text("没有找到认得的表头。"), instead)]


def _printed(text: str) -> Intake:
    """A document without tables, as a bank's statement."""
    bill = printed_bill(text)
    if bill is None:
        what = Text("这份文件里没有认出信用报告，也没有读准银行流水。")
        instead = Text("信用报告请用文字版；银行流水请在网银或手机银行里导出 Excel 或 CSV 再上传。")
        return Intake(Case(), (Problem(Place(), what, instead),))
    problems = tuple(Problem(Place(), what, instead, standing) for what, instead, standing in remarks(bill))
    return Intake(Case(), problems, bills=(bill,))


def _beside(book: Book) -> str:
    """What stands in the small tables of a document: a web page tells there whose bill it is, and of when."""
    small = (page for page in book.pages if len(book.pages) > 1 and 0 < len(page.lines) <= _LISTED_ROWS)
    words = (" ".join(row) for page in small for row in page.lines)
    return " ".join(words)[:_BESIDE]


def _page(page: Page, epoch: date, gathered: _Gathered, beside: str) -> None:
    if not page.cells or _is_guide(page):
        return
    rows = rows_of(page.cells)
    if _is_household(page, rows):
        _household(page, rows, epoch, gathered)
        return
    bill = bill_in(page.lines or in_words(rows), f"{page.title} {beside}")
    tables = tables_on(page, rows, epoch, gathered.guidance) if bill is None or bill.lines <= _FEW_LINES else ()
    if bill is not None and not any(map(_is_plainly_ours, tables)):
        gathered.bills.append(bill)
        gathered.problems += [page_notes.of_page(page, *remark) for remark in remarks(bill)]
        return
    if len(page.lines) > READ_ROWS and not page.beyond:
        gathered.problems.append(page_notes.too_long(page))
    if not any(isinstance(table, Table) for table in tables):
        _strange(page, rows, tables, gathered)
    gathered.problems += page_notes.left_out(page, rows, tables)
    for table in tables:
        if isinstance(table, Unread):
            gathered.tables.append(unread_seen(page, table))
            gathered.problems += _undecided(page, table)
        else:
            _table(page, table, gathered)


def _is_guide(page: Page) -> bool:
    """Our guide: by its name in Chinese, which nobody gives to a table, or by what it begins with."""
    return page.title == GUIDE or _says(page.cells[0], GUIDE_TITLE)


def _is_household(page: Page, rows: Rows) -> bool:
    """The household's sheet: by its name in Chinese, or under any name by our header."""
    wanted = [*enumerate(HOUSEHOLD_HEADER, start=1)]
    ours = (all(at in row and _says(row[at], name) for at, name in wanted) for row in rows.values())
    return page.title == HOUSEHOLD or any(ours)


def _says(cell: Cell, word: str) -> bool:
    """Whether a cell holds a word of ours, in either language."""
    return normal(cell.value) in map(normal, both(word))


_FEW_LINES = 200
_ONLY_IN_DEBTS = frozenset(
    {
        "original",
        "rate",
        "instalments",
        "instalments_left",
        "instalment",
        "due_day",
        "overdue_amount",
        "penalty",
        "minimum",
        "total_owed",
    }
)


def _is_plainly_ours(table: Table | Unread) -> bool:
    """Whether a table that looks like a bill is one of debts all the same, or a person said what it is."""
    if isinstance(table, Unread):
        return table.told
    fields = {match.column.field for match in table.matches.values() if match.sure != "unsure"}
    return table.told or len(fields & _ONLY_IN_DEBTS) > 1


def _strange(page: Page, rows: Rows, tables: tuple[Table | Unread, ...], gathered: _Gathered) -> None:
    """A sheet of which nothing was read, kept so that a person can say what it is."""
    gathered.strange.append(page_seen(page, rows))
    if not tables:
        what = Text("没有认出这一页的表头，整页没有读。")
        gathered.problems.append(
            page_notes.of_page(page, what, Text("如果里面有要用的内容，请在“没有认出的表”里告诉我们哪一行是表头。"))
        )


def _undecided(page: Page, table: Unread) -> Iterator[Problem]:
    if not table.told:
        cell = next(iter(table.header.values()))
        what = Text("看不出这张表说的是资产、收入、支出还是债务，没有读。")
        place = Place(sheet=page.title, cell=cell.address)
        yield Problem(place, what, Text("请在“每一列当作什么”里选。"), "refused", cell.shown)


def _table(page: Page, table: Table, gathered: _Gathered) -> None:
    """A table's rows as entries of its section, unless another sheet holds them all."""
    section = table.sheet.section
    items = gathered.entries.setdefault(section, [])
    pages = gathered.pages.setdefault(section, [])
    made = listed(page, table, len(items))
    twice = None if table.told else repeated(page.title, made.items, items, pages)
    if table.number is None:
        gathered.tables.append(table_seen(page, table, gathered.guidance))
    if twice is not None:
        gathered.problems.append(_said_twice(page, table, twice, made))
        gathered.found.append(Found(page.title, section, made.rows, 0))
        return
    other, count = ("", 0) if section == "events" else alike(page.title, made.items, items, pages)
    if count:
        gathered.problems.append(_said_alike(page, table, other, count))
    items += made.items
    pages += [page.title] * len(made.items)
    for line, _model in made.lines:
        gathered.take(line)
    gathered.problems += made.problems
    gathered.found.append(Found(page.title, section, made.rows, len(made.items)))


def _said_twice(page: Page, table: Table, other: str, made: Listing) -> Problem:
    cell = table.header[min(table.header)]
    what = Text("这里的 {count} 笔，“{other}”那一页都有，只读了一次。", count=len(made.items), other=other)
    instead = Text("如果是另外几笔，请在“每一列当作什么”里选这张表说的是什么，就会再读一遍。")
    return Problem(Place(sheet=page.title, cell=cell.address), what, instead, "doubtful")


def _said_alike(page: Page, table: Table, other: str, count: int) -> Problem:
    cell = table.header[min(table.header)]
    what = Text("这里有 {count} 笔和“{other}”那一页同名，两页都读了，会算两遍。", count=count, other=other)
    instead = Text("如果是同一批债的不同月份，请在“每一列当作什么”里把旧的那一页改成不读这张表。")
    return Problem(Place(sheet=page.title, cell=cell.address), what, instead, "doubtful")


def _household(page: Page, rows: Rows, epoch: date, gathered: _Gathered) -> None:
    """A name in one column, its value in the next."""
    lines = {name: Line(page.title, (name,)) for name, _model in HOUSEHOLD_PARTS}
    known = {
        normal(title): (lines[name], Heading(HOUSEHOLD_PARTS[0][0], column, column.header, Above(epoch)))
        for name, model in HOUSEHOLD_PARTS
        for column in columns(model)
        for title in both(column.title)
    }
    for row in rows.values():
        named = known.get(normal(row[1].value)) if 1 in row else None
        if named and 2 in row:
            named[0].take(row[2], named[1])
        elif 1 in row and 2 in row and not _says(row[1], HOUSEHOLD_HEADER[0]):
            what = Text("没有认出“{header}”这一项，没有读。", header=row[1].shown)
            place = Place(sheet=page.title, cell=row[1].address)
            instead = Text("如果要用，请改成空白表格里的写法。")
            gathered.problems.append(Problem(place, what, instead, "note", row[1].shown))
    for name, model in HOUSEHOLD_PARTS:
        gathered.parts[name] = lines[name].filled(model)
        gathered.take(lines[name])
