"""A table's rows as entries of a part of the case, and everything to be said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from annotated_types import MaxLen
from pydantic import BaseModel

from assessment.case import Case
from assessment.intake import guessed, guesses, totals
from assessment.intake.amounts import header_period
from assessment.intake.below import Below, is_total, rows_below
from assessment.intake.container import Cell, Page
from assessment.intake.grid import Row
from assessment.intake.header_words import ADDED, TARGETS
from assessment.intake.headers import NAMED_BY
from assessment.intake.line import Line
from assessment.intake.settling import settled
from assessment.intake.tables import Table
from assessment.layout import Section, Sheet
from assessment.problems import Path, Place, Problem, Standing
from assessment.report.english import translated
from assessment.text import Money, Text

_LISTED = 8


@dataclass
class Listing:
    """What a table came to: its lines with the models they fill, and what is to be said of the table as a whole."""

    lines: list[tuple[Line, BaseModel]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0

    @property
    def items(self) -> list[BaseModel]:
        return [model for _line, model in self.lines]


def most_of(section: Section) -> int:
    """How many entries a part of the case may hold."""
    return next(limit.max_length for limit in Case.model_fields[section].metadata if isinstance(limit, MaxLen))


def listed(page: Page, table: Table, start: int) -> Listing:
    """A table's entries, the first of them at place `start` of its part of the case."""
    below = rows_below(table)
    entries = below.of("entry")
    made = Listing(rows=len(entries))
    room = max(0, most_of(table.sheet.section) - start)
    for number, row, _name in entries:
        if len(made.lines) == room:
            break
        line = _line(page, table, number, row, start + len(made.lines))
        if not table.ours and guesses.is_asset_type(table.sheet.section, str(line.values.get("product", ""))):
            made.problems.append(_owned(page, row, line))
            continue
        guessed.complete(line, table)
        made.lines.append((line, line.filled(table.sheet.model)))
    made.problems += _of_header(page, table)
    made.problems += _of_rows(page, table, below)
    made.problems += _without_header(page, table, below)
    if len(entries) > room:
        what = Text(
            "这里有 {count} 行，最多收 {most} 行，后面的没有读。", count=len(entries), most=most_of(table.sheet.section)
        )
        made.problems.append(Problem(Place(sheet=page.title), what, Text("请把不需要的行删掉再上传。"), "refused"))
    made.problems += guessed.said(page, table, made.lines)
    made.problems += totals.checked(page, table, below, [line for line, _model in made.lines])
    made.problems += _small(page, table, [line for line, _model in made.lines])
    return made


def _owned(page: Page, row: Row, line: Line) -> Problem:
    """An account of what is owned, in a list of all accounts: no debt."""
    name, kind = str(line.values.get("name", "")), str(line.values["product"])
    what = Text("“{name}”的类型是“{kind}”，像是您有的钱，没有当作债务读。", name=name[:60], kind=kind[:20])
    return _at(page, row[min(row)], what, Text("要用的话，请填到资产里。"), "doubtful")


def _line(page: Page, table: Table, number: int, row: Row, place: int) -> Line:
    """One row's cells as values; a row of our own may have no name, any other is called by its place."""
    line = Line(page.title, (table.sheet.section, place))
    full = {**row, **_from_merged(page, table, number, row)}
    for at, heading in sorted(table.headings.items(), key=lambda each: (each[1].column.field in TARGETS, each[0])):
        if at in full:
            line.take(full[at], heading, at)
            period = header_period(heading)
            if period is not None:
                line.also.setdefault("period", (period, heading.column.field))
    settled(line)
    if "name" not in line.values and (stands_in := _stand_in(table, full)):
        line.values["name"] = stands_in
    if "name" not in line.values and table.numbered(row):
        line.values["name"] = ""
    elif "name" not in line.values:
        line.call(f"{table.sheet.title}{place + 1}", table.which(number), _place_of(table, "name", number))
    if table.number is None:
        _nothing_told(table, line, number)
    return line


def _stand_in(table: Table, row: Row) -> str:
    """What names an entry where the table has no column of names: its product or category."""
    if table.places("name"):
        return ""
    places = table.places(NAMED_BY.get(table.sheet.section, ""))
    return next((row[place].value.strip() for place in places if place in row and row[place].kind == "s"), "")


def _place_of(table: Table, name: str, number: int) -> Cell | None:
    """Where a row's value of a field should stand; None where the table has no column for it."""
    places = table.places(name)
    if not places:
        return None
    return Cell(places[0], number, "s", "") if table.turned else Cell(number, places[0], "s", "")


def _from_merged(page: Page, table: Table, number: int, row: Row) -> dict[int, Cell]:
    """Words of a merged cell that began in a row above count here too; amounts do not, lest they count twice."""
    found: dict[int, Cell] = {}
    for place, heading in table.headings.items():
        if place in row or heading.column.kind in {"money", "history"}:
            continue
        for area in page.merged:
            begins, at, ends = (area[1], area[0], area[3]) if table.turned else area[:3]
            if at == place and table.header_row < begins < number <= ends and place in table.rows.get(begins, {}):
                found[place] = table.rows[begins][place]
    return found


def _nothing_told(table: Table, line: Line, number: int) -> None:
    """A name without any amount, where the table has a column for it."""
    wanted = {"debts": "principal", "assets": "value", "incomes": "amount", "expenses": "amount"}.get(
        table.sheet.section, ""
    )
    cell = _place_of(table, wanted, number) or (
        _place_of(table, "total_owed", number) if wanted == "principal" else None
    )
    told = {wanted, "total_owed", "history", "overdue_amount"} & {*line.values, *line.cells}
    if cell is None or told:
        return
    place = Place((*line.at, wanted), line.page, cell.address)
    what = Text("“{name}”没有写多少钱，先按 0 读。", name=str(line.values.get("name", "")))
    line.problems.append(Problem(place, what, Text("请补上；如果这一行是小标题，采用之后请删掉。"), "doubtful"))


def _of_header(page: Page, table: Table) -> Iterator[Problem]:
    """What is to be said of columns: not known, not needed, or taken for something they may not be."""
    for cell in table.unknown:
        what = Text("没有认出“{header}”这一列，没有读。", header=cell.shown)
        yield _at(page, cell, what, Text("如果要用，请在“每一列当作什么”里选。"), "note")
    if table.unneeded:
        names = "、".join(cell.shown for cell in table.unneeded[:_LISTED])
        yield _at(
            page, table.unneeded[0], Text("“{headers}”这里用不到，没有读。", headers=names), Text("不用改。"), "note"
        )
    yield from _taken_loosely(page, table)
    yield from _added(page, table)
    for place in table.places("minimum"):
        what = Text("“{header}”是最低还款，不是每期应还，没有当作月供读。", header=table.header[place].shown)
        instead = Text("只还最低额，剩下的照样计利息。如果它就是每月要还的数，请在“每一列当作什么”里改成每期应还。")
        yield _at(page, table.header[place], what, instead, "doubtful")
    if table.unwritten:
        what = Text("这里没有写表头，先当作“{part}”的名称和金额读。", part=Text(table.sheet.title))
        yield _at(page, table.header[min(table.header)], what, Text("如果不是，请在“每一列当作什么”里改。"), "doubtful")
    if table.supposed:
        what = Text("表头没有写明说的是什么，看里面的名称，当作“{part}”读。", part=Text(table.sheet.title))
        yield _at(page, table.header[min(table.header)], what, Text("如果不是，请在“每一列当作什么”里改。"), "doubtful")


def _taken_loosely(page: Page, table: Table) -> Iterator[Problem]:
    for place, match in table.matches.items():
        header = table.header[place]
        if match.wider is not None:
            yield _at(page, header, Text(match.wider.what, header=header.shown), match.wider.instead, "doubtful")
        elif match.column.field == "total_owed" and not table.places("principal"):
            what = Text("“{header}”里可能含利息和罚息，先全部当作剩余本金读。", header=header.shown)
            yield _at(page, header, what, Text("最好分开填：剩余本金、欠的利息、欠的罚息。"), "doubtful")
        elif match.sure == "unsure":
            what = Text(
                "“{header}”没有完全认得，先当作“{title}”读。", header=header.shown, title=Text(match.column.title)
            )
            yield _at(page, header, what, Text("如果不是，请在“每一列当作什么”里改。"), "doubtful")


def _added(page: Page, table: Table) -> Iterator[Problem]:
    """Columns that were added up, as 罚息 and 违约金."""
    for section, name in sorted(ADDED):
        places = table.places(name)
        if section == table.sheet.section and len(places) > 1:
            headers = "、".join(table.header[place].shown for place in places)
            what = Text(
                "“{headers}”几列加在一起，当作“{title}”读。",
                headers=headers,
                title=Text(table.headings[places[0]].column.title),
            )
            yield _at(page, table.header[places[1]], what, Text("如果有重复，请把其中一列改成不读。"), "doubtful")


def _of_rows(page: Page, table: Table, below: Below) -> Iterator[Problem]:
    """Rows that are no entries, and entries that are called like a sum."""
    for _number, row, words in (*below.of("subtitle"), *below.of("prose")):
        what = Text("“{words}”像是说明或小标题，没有当作一笔读。", words=words[:60])
        yield _at(page, row[min(row)], what, Text("如果是一笔，请把名称写短一些再上传。"), "note")
    for number, row, _name in below.of("entry"):
        if is_total(name := table.name_in(row)):
            what = Text("第 {row} 行叫“{total}”，当作一笔读了。", row=number, total=name[:60])
            yield _at(page, row[min(row)], what, Text("如果是合计，请把这一行删掉再上传。"), "doubtful")
    for number, row, _name in below.of("example"):
        if _line(page, table, number, row, 0).filled(table.sheet.model) not in _examples(table.sheet):
            what = Text("{which}的名称还以“示例”开头，没有读。", which=table.which(number))
            yield _at(page, row[min(row)], what, Text("如果是真的一笔，请把名称改掉再上传。"), "doubtful")


def _examples(sheet: Sheet) -> tuple[BaseModel, ...]:
    return tuple(sheet.example_in(say) for say in (str, translated))


def _without_header(page: Page, table: Table, below: Below) -> Iterator[Problem]:
    """Columns that hold something under no header at all; a header written there makes them read."""
    if table.turned or table.number is not None:
        return
    filled = {place for _number, row, _name in below.of("entry") for place in row} - set(table.header)
    near = filled.intersection(range(min(table.header), max(table.header) + 2))
    for place in sorted(near):
        cell = Cell(table.header_row, place, "s", "")
        what = Text("{column} 列没有表头，没有读。", column=cell.letters)
        where = Place((table.sheet.section,), page.title, cell.address)
        yield Problem(where, what, Text("如果要用，请写上表头，例如 月供。"), "doubtful")
    if far := sorted(filled - near):
        letters = "、".join(Cell(1, place, "s", "").letters for place in far[:_LISTED])
        what = Text("表格旁边的 {columns} 列没有读。", columns=letters)
        yield Problem(
            Place(sheet=page.title), what, Text("如果里面有要用的内容，请复制到空白表格对应的页里。"), "doubtful"
        )


_RARELY_SO_LITTLE = Decimal(100)


def _small(page: Page, table: Table, lines: Sequence[Line]) -> Iterator[Problem]:
    """A column of debts in which every amount is tiny was more likely written in 万元."""
    if table.ours:
        return
    for name in ("principal", "original", "total_owed"):
        for place in table.places(name):
            amounts = [line.amounts[place] for line in lines if line.amounts.get(place, 0) > 0]
            several = len(amounts) > 1 or any(amount % 1 for amount in amounts)
            if several and max(amounts) < _RARELY_SO_LITTLE and not table.headings[place].unit:
                yield _in_wan(page, table.header[place], (table.sheet.section,), max(amounts))


def _in_wan(page: Page, header: Cell, path: Path, most: Decimal) -> Problem:
    what = Text("“{header}”这一列最大的只有 {most}，会不会是按万元写的？", header=header.shown, most=Money(most))
    instead = Text("如果是，请把表头改成 {header}（万元）。", header=header.shown)
    return Problem(Place(path, page.title, header.address), what, instead, "doubtful", header.shown)


def _at(page: Page, cell: Cell, what: Text, instead: Text, standing: Standing) -> Problem:
    return Problem(Place(sheet=page.title, cell=cell.address), what, instead, standing, cell.shown)
