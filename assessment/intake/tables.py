"""The tables on a sheet: one below the other, side by side, or with their fields down the side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.intake import guesses
from assessment.intake.above import said_above
from assessment.intake.container import Cell, Page
from assessment.intake.grid import Row, Rows, alone, blocks, is_figure, parted, turned
from assessment.intake.guidance import Guidance, Signature
from assessment.intake.headers import NAMED_BY, Head, heads_in
from assessment.intake.matching import Match, is_unused
from assessment.intake.own_words import both, passed_over
from assessment.intake.reading import Heading
from assessment.layout import LATER, NUMBER, Section, Sheet, normal
from assessment.text import Text

_FURTHER_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: its sheet of the case, its header, and what each column holds.

    `rows` are its own, header included; `number` is the place of the column that numbers the entries, only where the
    table is our own. `turned` says that an entry stands in a column; `told` that a person said what the table is
    about, `supposed` that only its entries' names did; `unwritten` that it has no header. An entry counts here
    only where one of the columns in `only` holds something, if there are any.
    """

    sheet: Sheet
    header_row: int
    header: Row
    rows: Rows
    headings: Mapping[int, Heading]
    matches: Mapping[int, Match]
    unknown: tuple[Cell, ...]
    unneeded: tuple[Cell, ...]
    number: int | None
    signature: Signature
    turned: bool
    told: bool
    supposed: bool
    unwritten: bool
    only: frozenset[int]

    @property
    def ours(self) -> bool:
        """Whether its names stand under our own title: whoever wrote it knows our words and units."""
        return any(self.matches[place].sure == "sure" for place in self.places("name"))

    def which(self, number: int) -> Text:
        """A row as a person finds it; a column where the table lies on its side."""
        if self.turned:
            return Text("{column} 列", column=Cell(1, number, "s", "").letters)
        return Text("第 {row} 行", row=number)

    def numbered(self, row: Row) -> bool:
        """Whether we wrote this row ourselves."""
        return self.number is not None and self.number in row and row[self.number].kind == "n"

    def name_in(self, row: Row) -> str:
        """What a row is called, as it stands there."""
        return next((row[place].value.strip() for place in self.places("name") if place in row), "")

    def places(self, field: str) -> tuple[int, ...]:
        """The columns of a field."""
        return tuple(place for place, heading in self.headings.items() if heading.column.field == field)


def tables_on(page: Page, rows: Rows, epoch: date, guidance: Guidance) -> tuple[Table | Unread, ...]:
    """Every table on a page with its own rows, and every header whose table is not read."""
    beside = [_either_way(page, part, epoch, guidance) for part in parted(rows)]
    if sum(map(bool, beside)) > 1:
        return tuple(table for tables in beside for table in tables)
    return tuple(_either_way(page, rows, epoch, guidance))


def _either_way(page: Page, rows: Rows, epoch: date, guidance: Guidance) -> list[Table | Unread]:
    """Tables as they stand, or turned on their side where that makes more sense."""
    upright = heads_in(rows, page.title, guidance)
    on_its_side = turned(rows)
    lying = heads_in(on_its_side, page.title, guidance, lying=True)
    if _best_score(lying) <= _best_score(upright):
        return list(_stacked(rows, upright, _Sheet(page, rows, epoch), turned=False))
    made: list[Table | Unread] = []
    for block in blocks(rows):
        block_turned = turned(block)
        heads = heads_in(block_turned, page.title, guidance, lying=True)
        made += list(_stacked(block_turned, heads, _Sheet(page, rows, epoch), turned=True))
    return made


def _best_score(heads: list[Head]) -> int:
    return max((head.score for head in heads), default=0)


@dataclass(frozen=True, slots=True)
class Unread:
    """A header whose table is not read: because it could be of several parts of the case, or a person said so."""

    header: Row
    signature: Signature
    told: bool


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet around a table."""

    page: Page
    rows: Rows
    epoch: date


def _stacked(rows: Rows, heads: list[Head], around: _Sheet, *, turned: bool) -> Iterator[Table | Unread]:
    """Tables one below the other, each down to the next header."""
    best = max(heads, key=lambda each: each.score, default=None)
    kept: list[Head] = []
    for head in heads:
        if (head is best or _is_header(head)) and not _same(kept, head):
            kept.append(head)
    ends = [*(head.above for head in kept[1:]), max(rows, default=0) + 1][: len(kept)]
    for head, end in zip(kept, ends, strict=True):
        below = {number: row for number, row in rows.items() if head.number <= number < end}
        if both := _both_ways(head):
            yield from (
                _table(each, each.sheet, below, around, turned=turned, beside=True) for each in both if each.sheet
            )
            continue
        chosen = _decided(head, below)
        if chosen is None or chosen.sheet is None:
            yield Unread(head.row, head.signature, told=chosen is not None)
        else:
            yield replace(_table(chosen, chosen.sheet, below, around, turned=turned), supposed=bool(head.rivals))


def _is_header(head: Head) -> bool:
    """Whether a row beside the best header is one, too: words alone, most of them known, and more than two unless all are.

    An entry may well say 银行 and 抵押, which are header's words elsewhere.
    """
    if head.sheet is None or head.score >= _SAID or head.unwritten:
        return True
    known, cells = len(head.matches), len(head.row)
    if any(is_figure(cell) for cell in head.row.values()) or 2 * known < cells:
        return False
    if not head.apart and not any(match.column.kind == "money" for match in head.matches.values()):
        return False
    return known >= _FURTHER_COLUMNS or known == cells


_SAID = 1_000


def _same(kept: list[Head], head: Head) -> bool:
    """Whether a header only says the last one once more, as on printed pages."""
    return (
        bool(kept)
        and not head.unwritten
        and {cell.value for cell in kept[-1].row.values()} == {cell.value for cell in head.row.values()}
    )


def _both_ways(head: Head) -> tuple[Head, ...]:
    """Money in and money out as two columns of one list: each is read from its own column."""
    by_section = {rival.sheet.section: rival for rival in head.rivals if rival.sheet is not None}
    both = [by_section[section] for section in ("incomes", "expenses") if section in by_section]
    places = [at for each in both for at, match in each.matches.items() if match.column.field == "amount"]
    if not len(both) == len(set(places)) == 2:
        return ()
    return tuple(
        replace(each, row=_without(each.row, other)) for each, other in zip(both, reversed(places), strict=True)
    )


def _without(row: Row, place: int) -> Row:
    return {at: cell for at, cell in row.items() if at != place}


def _decided(head: Head, rows: Rows) -> Head | None:
    """Where a header could be of several parts, the one that most of its entries' names speak for; else none."""
    if not head.rivals:
        return head
    votes = Counter(_spoken_for(head, rows))
    section, count = votes.most_common(1)[0] if votes else ("", 0)
    by_section = {rival.sheet.section: rival for rival in head.rivals if rival.sheet is not None}
    return by_section.get(section) if 2 * count > votes.total() else None  # type: ignore[call-overload]


def _spoken_for(head: Head, rows: Rows) -> Iterator[Section]:
    """The part of the case that each entry's name speaks for, where it speaks for one."""
    fields = {match.column.field: at for at, match in head.matches.items()}
    place = fields.get("name", next((fields[name] for name in NAMED_BY.values() if name in fields), None))
    for number, row in rows.items():
        part = (
            guesses.part_of(row[place].value) if place is not None and number > head.number and place in row else None
        )
        if part:
            yield part


def _table(head: Head, sheet: Sheet, rows: Rows, around: _Sheet, *, turned: bool, beside: bool = False) -> Table:
    row = head.row
    by_title = {normal(row[place].value): place for place in sorted(row, reverse=True)}
    later = LATER.get(sheet.section, frozenset())
    own = all(_place(by_title, column.title) for column in sheet.columns if column.field not in later)
    above = said_above(around.page, around.rows, min(cell.row for cell in row.values()), around.epoch)
    titles = (
        {id(cell) for other in around.rows.values() if alone(other) for cell in other.values()} if turned else set()
    )
    rest = [
        cell
        for place, cell in row.items()
        if place not in head.matches and normal(cell.value) not in passed_over() and id(cell) not in titles
    ]
    return Table(
        sheet,
        head.number,
        row,
        rows,
        {place: Heading(sheet.section, match.column, row[place].value, above) for place, match in head.matches.items()},
        head.matches,
        tuple(cell for cell in rest if not is_unused(sheet.section, cell.value)),
        tuple(cell for cell in rest if is_unused(sheet.section, cell.value)),
        _place(by_title, NUMBER) if own else None,
        head.signature,
        turned,
        told=head.told,
        supposed=False,
        unwritten=head.unwritten,
        only=frozenset(at for at, match in head.matches.items() if beside and match.column.field == "amount"),
    )


def _place(by_title: Mapping[str, int], title: str) -> int | None:
    """Where a title of ours stands, in either language."""
    return next((by_title[normal(said)] for said in both(title) if normal(said) in by_title), None)
