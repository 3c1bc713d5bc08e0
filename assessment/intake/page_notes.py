"""What is to be said of a sheet, or a file, as a whole: hidden, too long, lost or left out."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.intake.apart import READ_COLUMNS, READ_ROWS, READ_SHEETS
from assessment.intake.container import Book, Cell, Page
from assessment.intake.grid import Rows, is_figure
from assessment.intake.tables import Table, Unread
from assessment.problems import Place, Problem, Standing
from assessment.text import Text

_LISTED_ROWS = 10


def about(page: Page) -> Iterator[Problem]:
    """What is to be said of a sheet as a whole."""
    if page.lost:
        what = Text("这一页有 {count} 个格子没有读出来。", count=page.lost)
        yield of_page(page, what, Text("请用 Excel 或 WPS 另存一份再上传，再核对一遍。"), "refused")
    if page.beyond:
        yield too_long(page)
    if page.hidden:
        yield of_page(page, Text("这一页是隐藏的，也读入了。"), Text("不需要的话请删掉这一页。"))
    if page.hidden_rows:
        listed = "、".join(map(str, page.hidden_rows[:_LISTED_ROWS]))
        what = Text("有 {count} 行是隐藏的，也读入了：第 {rows} 行。", count=len(page.hidden_rows), rows=listed)
        yield of_page(page, what, Text("不需要的话请删掉这些行。"))
    filled = {cell.column for cell in page.cells}
    if hidden := sorted(filled.intersection(page.hidden_columns)):
        letters = "、".join(Cell(1, column, "s", "").letters for column in hidden[:_LISTED_ROWS])
        what = Text("有 {count} 列是隐藏的，也读入了：{columns} 列。", count=len(hidden), columns=letters)
        yield of_page(page, what, Text("不需要的话请删掉这些列。"))


def too_long(page: Page) -> Problem:
    what = Text("这一页太大，{rows} 行、{columns} 列以外的没有读。", rows=READ_ROWS, columns=READ_COLUMNS)
    return of_page(page, what, Text("请把需要的部分复制到空白表格里再上传。"), "refused")


def of_page(page: Page, what: Text, instead: Text, standing: Standing = "note") -> Problem:
    return Problem(Place(sheet=page.title), what, instead, standing)


def unread(book: Book) -> Iterator[Problem]:
    if book.missing:
        what = Text("文件里列了 {count} 页，内容却不在里面。", count=book.missing)
        yield Problem(Place(), what, Text("请用 Excel 或 WPS 另存一份再上传，再核对一遍。"), "refused")
    if book.unread:
        what = Text("有 {count} 页没有读：{titles}。", count=len(book.unread), titles="、".join(book.unread)[:200])
        yield Problem(
            Place(), what, Text("最多读 {most} 页，图表页不读；要用的内容请放到前面。", most=READ_SHEETS), "refused"
        )


def left_out(page: Page, rows: Rows, tables: tuple[Table | Unread, ...]) -> Iterator[Problem]:
    """Lines with figures above the first header, of which nothing was read."""
    read = [table for table in tables if isinstance(table, Table)]
    if not read or any(table.turned or table.number is not None for table in read):
        return
    first = min(cell.row for table in read for cell in table.header.values())
    left = [
        number for number, row in rows.items() if number < first and len(row) > 1 and any(map(is_figure, row.values()))
    ]
    if left:
        listed = "、".join(map(str, left[:_LISTED_ROWS]))
        what = Text("表头上面有 {count} 行数字没有读：第 {rows} 行。", count=len(left), rows=listed)
        place = Place(sheet=page.title, cell=f"A{left[0]}")
        yield Problem(place, what, Text("如果里面有要用的内容，请复制到空白表格对应的页里。"), "doubtful")
