"""Tables of a web page that is called a spreadsheet, as several banks ship them."""

from __future__ import annotations

from html.parser import HTMLParser

from assessment.intake.apart import LONGEST_TEXT, READ_COLUMNS, READ_ROWS, READ_SHEETS, Answer, Refused, book, sheet

_STARTS = ("<!doctype html", "<html", "<head", "<meta", "<table", "<?xml", "<style", "<div")
_MOST_SPAN = 20


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    return text[:512].lstrip("\ufeff \t\r\n").lower().startswith(_STARTS)


def read(text: str) -> Answer:
    """Every table of the page as a sheet of words. Raises Refused where there is none."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    tables = [rows for rows in parser.tables if len(rows) > 1 and any(len(row) > 1 for row in rows)]
    if not tables:
        raise Refused("web_page")
    shown = tables[:READ_SHEETS]
    return book([sheet(f"表{place}", lines=rows[:READ_ROWS]) for place, rows in enumerate(shown, start=1)])


class _Tables(HTMLParser):
    """Rows of every table; a cell that spans several columns leaves blanks behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._words: list[str] | None = None
        self._span = 1
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append([])
        elif tag in {"td", "th"} and self._open and self._open[-1]:
            self._end_cell()
            self._words, self._span = [], _span(dict(attrs).get("colspan"))
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

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._hidden:
            self._words.append(data)

    def _end_cell(self) -> None:
        if self._words is None or not self._open or not self._open[-1]:
            return
        row = self._open[-1][-1]
        row.append(" ".join("".join(self._words).split())[:LONGEST_TEXT])
        row.extend([""] * (self._span - 1))
        del row[READ_COLUMNS:]
        self._words = None


def _span(told: str | None) -> int:
    return min(int(told), _MOST_SPAN) if told and told.isascii() and told.isdigit() and int(told) else 1
