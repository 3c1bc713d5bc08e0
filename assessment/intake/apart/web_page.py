"""Tables of a web page that is called a spreadsheet, as several banks ship them."""

from __future__ import annotations

from html.parser import HTMLParser

from assessment.intake.apart import (
    LONGEST_TEXT,
    MOST_MERGED,
    MOST_TEXT,
    READ_COLUMNS,
    READ_ROWS,
    READ_SHEETS,
    Allowance,
    Answer,
    Refused,
    book,
    sheet,
)
from assessment.intake.apart.progress import tell

_STARTS = ("<!doctype html", "<html", "<head", "<meta", "<table", "<?xml", "<style", "<div")
_MOST_SPAN = 20
_MOST_TABLES = 2_000


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    return text[:512].lstrip("\ufeff \t\r\n").lower().startswith(_STARTS)


def read(text: str) -> Answer:
    """Every table of the page as a sheet of words, what the page says around them on top. Raises Refused without one."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    told = zip(parser.tables, parser.merged, strict=True)
    tables = [(rows, merged) for rows, merged in told if len(rows) > 1 and any(len(row) > 1 for row in rows)]
    if not tables:
        raise Refused("web_page")
    outside = " ".join(" ".join(parser.outside).split())[:LONGEST_TEXT]
    above = [[outside]] if outside else []
    read, left = tables[:READ_SHEETS], tables[READ_SHEETS:]
    return book(
        [
            sheet(
                f"表{place}",
                lines=[*above, *(row[:READ_COLUMNS] for row in rows[:READ_ROWS])],
                beyond=_beyond(rows),
                merged=[[top + len(above), left, bottom + len(above), right] for top, left, bottom, right in merged],
            )
            for place, (rows, merged) in enumerate(read, start=1)
        ],
        unread=[f"表{place}" for place, _table in enumerate(left, start=READ_SHEETS + 1)],
    )


def _beyond(rows: list[list[str]]) -> bool:
    return len(rows) > READ_ROWS or any(len(row) > READ_COLUMNS for row in rows)


class _Tables(HTMLParser):
    """Rows of every table; a cell that spans several columns or rows leaves blanks behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.merged: list[list[list[int]]] = []
        self._areas: list[list[list[int]]] = []
        self.outside: list[str] = []
        self._open: list[list[list[str]]] = []
        self._words: list[str] | None = None
        self._span = self._down = 1
        self._held: list[dict[int, int]] = []
        self._hidden = 0
        self._allowance = Allowance(READ_ROWS * READ_COLUMNS, MOST_TEXT)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag == "table":
            if len(self.tables) == _MOST_TABLES:
                raise Refused("too_large_inside")
            self._open.append([])
            self._held.append({})
            self.tables.append(self._open[-1])
            self._areas.append([])
            self.merged.append(self._areas[-1])
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append([])
            tell("cells", len(self.tables), len(self.tables), len(self._open[-1]))
        elif tag in {"td", "th"} and self._open and self._open[-1]:
            self._end_cell()
            given = dict(attrs)
            self._words, self._span, self._down = [], _span(given.get("colspan")), _span(given.get("rowspan"))
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()
            self._held.pop()
            self._areas.pop()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._hidden:
            self._words.append(data)
        elif not self._hidden and not self._open and len(self.outside) < LONGEST_TEXT:
            self.outside.append(data)

    def _end_cell(self) -> None:
        if self._words is None or not self._open or not self._open[-1]:
            return
        self._allowance.spend(sum(map(len, self._words)))
        row, number, held = self._open[-1][-1], len(self._open[-1]), self._held[-1]
        while held.get(len(row), 0) >= number:
            row.append("")
        if self._down > 1 and len(self._areas[-1]) < MOST_MERGED:
            self._areas[-1].append([number, len(row) + 1, number + self._down - 1, len(row) + 1])
            held.update({len(row) + right: number + self._down - 1 for right in range(self._span)})
        row.append(" ".join("".join(self._words).split())[:LONGEST_TEXT])
        row.extend([""] * (self._span - 1))
        del row[READ_COLUMNS + 1 :]
        self._words = None


def _span(told: str | None) -> int:
    return min(int(told), _MOST_SPAN) if told and told.isascii() and told.isdigit() and int(told) else 1
