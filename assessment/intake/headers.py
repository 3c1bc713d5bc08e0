"""Whether a row is a header, and of which part of the case: by its words, never by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assessment.intake.container import Cell
from assessment.intake.grid import Row, Rows, alone, is_figure, spread
from assessment.intake.guidance import About, Guidance, Signature, signature
from assessment.intake.matching import Matches, every_name, forms_of, is_unused, matched
from assessment.layout import Section, Sheet, normal, sheets

_FEWEST = 2
_WIDEST = 300
_LONGEST = 40
_WORTH: Mapping[str, int] = {"chosen": 12, "sure": 10, "likely": 10, "unsure": 5}
_TITLE_COUNTS = 6
_NEARLY = 5
_UNUSED_COUNTS = 3
_AMOUNT_COUNTS = 15
_FORCED = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """A row that is a header: of which sheet of the case, what its columns are, how well it is known.

    `sheet` is nothing where a person said that its table is not to be read, `told` that a person spoke of this very
    table. `rivals` are sheets it could be as well; `unwritten` says that nobody wrote the header,
    `apart` that a gap or a title stands above it.
    """

    score: int
    sheet: Sheet | None
    number: int
    row: Row
    matches: Matches
    above: int
    rivals: tuple[Head, ...] = ()
    told: bool = False
    unwritten: bool = False
    apart: bool = False

    @property
    def signature(self) -> Signature:
        return signature_of(self.row)


def signature_of(row: Row) -> Signature:
    """A header row's plain words in their order."""
    return signature([cell.value for cell in row.values()])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a row is looked at under: the sheet's title, the last title above, the row below, and what a person said."""

    page: str
    guidance: Guidance
    title: str = ""
    following: Row = field(default_factory=dict)
    lying: bool = False


def heads_in(rows: Rows, page_title: str, guidance: Guidance, *, lying: bool = False) -> list[Head]:
    """Every row that could be a header, the best reading of each, from above to below.

    `lying` says that the rows are a sheet's columns: one entry a column then, whose name may be missing.
    """
    found: dict[int, Head] = {}
    asked = _Asked(page_title, guidance, lying=lying)
    before: tuple[int, Row] | None = None
    for (number, row), following in zip(rows.items(), [*[*rows][1:], 0], strict=True):
        both = _double(before, (number, row), asked) if before else None
        asked = replace(asked, title=alone(row) or asked.title, following=rows.get(following, {}))
        head = _single(number, row, asked)
        if head is None and following == number + 1:
            open_one = max(found.values(), key=lambda each: each.number, default=None)
            head = _unwritten(number, row, asked, open_one if before and before[0] == number - 1 else None, open_one)
        if both is not None and (head is None or both.score > head.score) and both.score > _score(found, both.above):
            found.pop(both.above, None)
            head = both
        if head is not None:
            gap = before is None or before[0] < head.above - 1 or bool(alone(before[1]))
            found[number] = replace(head, apart=gap)
        before = number, row
    return list(found.values())


def _score(found: Mapping[int, Head], number: int) -> int:
    return found[number].score if number in found else 0


def _single(number: int, row: Row, asked: _Asked) -> Head | None:
    """A row as a header by itself."""
    told = _told(row, asked)
    if told is not None:
        return _as_told(number, row, *told, asked.guidance)
    if not _FEWEST <= len(row) <= _WIDEST or not any(map(_is_known, row.values())):
        return None
    if not _differ(row):
        return None
    return _best(list(_readings(number, row, asked, number)))


def _is_known(cell: Cell) -> bool:
    """Whether a cell holds a header's words."""
    return _is_short(cell) and any(word in every_name() for word in forms_of(cell.value))


def _differ(row: Row) -> bool:
    """Whether a row says more than one thing."""
    return len({cell.value for cell in row.values()}) >= _FEWEST


def _is_short(cell: Cell) -> bool:
    return cell.kind == "s" and len(cell.value) <= _LONGEST


def _told(row: Row, asked: _Asked) -> tuple[About, bool] | None:
    """What a person said such a header is of, and whether of this very table; None where nothing was said."""
    guidance = asked.guidance
    spot = asked.page, row[min(row)].address
    if spot in guidance.spots:
        return guidance.spots[spot], True
    about = guidance.tables.get(signature_of(row)) if guidance.tables else None
    return None if about is None else (about, False)


def _as_told(number: int, row: Row, about: About, told: bool, guidance: Guidance) -> Head:  # noqa: FBT001
    sheet = next((each for each in sheets() if each.section == about), None)
    matches = matched(sheet, row, guidance) if sheet else {}
    return Head(_FORCED, sheet, number, row, matches, number, told=told)


def _double(before: tuple[int, Row], now: tuple[int, Row], asked: _Asked) -> Head | None:
    """Two rows as one header: 逾期 above 天数 is 逾期天数."""
    (above, upper), (number, lower) = before, now
    if not (_could_be_half(upper) and _could_be_half(lower)):
        return None
    parts = spread(upper, lower)
    below = [(first, second) for _at, first, second, _cell in parts if second]
    if 3 * sum(second in _together(first, second) for first, second in below) < 2 * len(below):
        return None
    row = {at: cell._replace(value=_together(first, second)) for at, first, second, cell in parts}
    told = _told(row, asked)
    if told is not None:
        return replace(_as_told(number, row, *told, asked.guidance), above=above)
    return _best(list(_readings(number, row, asked, above)))


def _could_be_half(row: Row) -> bool:
    """Whether a row holds short words only, more than one, and no figures."""
    if not _FEWEST <= len(row) <= _WIDEST or not _differ(row):
        return False
    return all(_is_short(cell) and not is_figure(cell) for cell in row.values())


def _together(above: str, below: str) -> str:
    """The words of a column in two rows, in the order in which they are known; what stands below may be an entry."""
    tried = (above + below, below + above, above, below)
    return next((words for words in tried if normal(words) in every_name()), above or below)


def _readings(number: int, row: Row, asked: _Asked, above: int) -> Iterator[Head]:
    row = _with_name(number, row, asked)
    for sheet in sheets():
        matches = matched(sheet, row, asked.guidance)
        clear = {match.column.field for match in matches.values() if match.sure != "unsure" or match.wider}
        if len(clear) >= _FEWEST and _is_named(sheet, clear, asked):
            worth = sum(_WORTH[match.sure] for match in matches.values())
            unused = sum(_UNUSED_COUNTS for cell in row.values() if is_unused(sheet.section, cell.value))
            titled = _TITLE_COUNTS if _titled(sheet, f"{asked.page} {asked.title}") else 0
            amount = _AMOUNT_COUNTS if clear & _AMOUNTS.get(sheet.section, frozenset()) else 0
            yield Head(worth + unused + titled + amount, sheet, number, row, matches, above)


NAMED_BY: Mapping[Section, str] = {"debts": "product", "expenses": "category", "assets": "kind"}
"""Columns that name an entry where no column of names stands beside them."""
_AMOUNTS: Mapping[Section, frozenset[str]] = {
    "debts": frozenset({"principal", "original", "total_owed"}), "incomes": frozenset({"amount"}), "expenses": frozenset({"amount"}),
    "assets": frozenset({"value"}),
}  # fmt: skip
_ENOUGH_WITHOUT_A_NAME = 4


def _is_named(sheet: Sheet, fields: set[str], asked: _Asked) -> bool:
    """Whether entries have a name, or something that can stand for it.

    A schedule of one loan's instalments has amounts, too, but nothing that names them.
    """
    if "name" in fields:
        return True
    amount = bool(fields & _AMOUNTS.get(sheet.section, frozenset()))
    if NAMED_BY.get(sheet.section) in fields:
        return amount
    return asked.lying and amount and len(fields) >= _ENOUGH_WITHOUT_A_NAME


def _with_name(number: int, row: Row, asked: _Asked) -> Row:
    """A header whose first cell is blank above a column of words: the names, as people leave it."""
    first = min(asked.following, default=0)
    if asked.lying or not 0 < first < min(row) or asked.following[first].kind != "s":
        return row
    return {first: Cell(number, first, "s", _NAME), **row}


_NAME = "名称"
_PAIR = {"assets": "金额", "incomes": "金额", "expenses": "金额", "debts": "欠款"}
_NO_PAIR_TITLE = re.compile("汇总|合计|统计|总览|总计|计划|说明")
_NO_PAIR_NAME = re.compile("总|合计|剩余|利率|月供|期数|还款日|结余")
_SHORT_TITLE = 8


def _unwritten(number: int, row: Row, asked: _Asked, touching: Head | None, above: Head | None) -> Head | None:
    """A title such as 每月支出 above lines of a name and an amount: a table whose header nobody wrote.

    Within a table that has a header a title only parts its rows, unless it begins after a gap and speaks of something else.
    """
    title = alone(row)
    if asked.lying or not 0 < len(title) <= _SHORT_TITLE or _NO_PAIR_TITLE.search(title):
        return None
    named = [section for section, words in _TITLES.items() if words.search(title) and section in _PAIR]
    if len(named) != 1 or len(asked.following) != 2 or not _is_pair(asked.following):
        return None
    sheet = next(each for each in sheets() if each.section == named[0])
    if above is not None and not above.unwritten and (touching is not None or above.sheet is sheet):
        return None
    name_at, amount_at = asked.following
    header = {name_at: Cell(number, name_at, "s", _NAME), amount_at: Cell(number, amount_at, "s", _PAIR[named[0]])}
    return Head(_WORTH["likely"], sheet, number, header, matched(sheet, header, asked.guidance), number, unwritten=True)


def _is_pair(row: Row) -> bool:
    """A short name and an amount."""
    name, amount = row.values()
    if (
        name.kind != "s"
        or _NO_PAIR_NAME.search(name.value)
        or len(name.value) > _LONGEST
        or (_is_known(name) and _is_known(amount))
    ):
        return False
    return amount.kind == "n" or bool(_LIKE_AN_AMOUNT.search(amount.value))


_LIKE_AN_AMOUNT = re.compile(r"^[约¥￥]?\s*[0-9０-９][0-9０-９,.，]*\s*(?:元|块|万|千|k|w|/|每|$)", re.IGNORECASE)


_TITLES: Mapping[Section, re.Pattern[str]] = {
    "assets": re.compile("资产"),
    "incomes": re.compile("收入|工资"),
    "expenses": re.compile("支出|开支|花销|开销|花费|生活费"),
    "debts": re.compile("债|负债|欠|贷|信用卡|借款"),
    "events": re.compile("往来|催收记录|沟通记录"),
    "windfalls": re.compile("一次性的钱"),
    "agreements": re.compile("谈成的协议"),
}


def _titled(sheet: Sheet, title: str) -> bool:
    """Whether the words above name this part, and no other part as well."""
    return [section for section, words in _TITLES.items() if words.search(title)] == [sheet.section]


def _best(readings: list[Head]) -> Head | None:
    """The best known reading; those nearly as good go with it."""
    if not readings:
        return None
    best = max(readings, key=lambda each: each.score)
    near = tuple(each for each in readings if each.score >= best.score - _NEARLY)
    return replace(best, rivals=near) if len(near) > 1 else best
