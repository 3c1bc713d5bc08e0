"""One cell as the value its column asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from assessment.intake.amounts import read_history, read_money
from assessment.intake.choices import read_category, read_choice, read_yes_no
from assessment.intake.container import Cell
from assessment.intake.day_cells import read_date
from assessment.intake.days import read_days_overdue, read_due_day, read_status
from assessment.intake.list_cells import read_dues, read_files
from assessment.intake.rate_cells import read_rate
from assessment.intake.rates_beside import read_daily_interest, read_flat_rate, read_interest, read_penalty_rate
from assessment.intake.reading import Heading, Reading
from assessment.intake.shares import read_number, read_share
from assessment.intake.terms import read_periods, read_term, read_whole
from assessment.layout import Kind
from assessment.problems import NotUnderstood
from assessment.text import Text

_NOTHING = frozenset(
    {"", "-", "--", "—", "——", "/", "\\", "无", "没有", "n/a", "na", "(空)", "none", "null", "空", "暂无"}
)
_LONGEST = 200
_LONG: frozenset[Kind] = frozenset({"text", "files", "dues"})
_DASHES = re.compile(r"[-—–_－]+")
_UNKNOWN = frozenset({"不详", "不清楚", "不知道", "未知", "不确定", "待查", "忘了", "不记得", "?", "??", "？"})


def is_missing(cell: Cell, heading: Heading) -> bool:
    """Whether the cell says that nothing stands here. In a column of words, only blank does."""
    if cell.kind != "s":
        return False
    said = unicodedata.normalize("NFKC", cell.value).strip().lower()
    if heading.column.kind == "text":
        return not said
    return said in _NOTHING or bool(_DASHES.fullmatch(said))


def read(cell: Cell, heading: Heading) -> Reading:
    """The cell's value for its column. Raises NotUnderstood with what is wrong and what would be right."""
    if cell.kind == "e":
        raise NotUnderstood(Text("这一格是公式错误“{raw}”。", raw=cell.shown), Text("请改成数字或文字。"))
    if cell.kind == "f":
        raise NotUnderstood(
            Text("这一格的公式没有算出结果。"), Text("请用 Excel 或 WPS 打开，保存一次再上传，或直接填数字。")
        )
    if cell.kind == "s" and heading.column.kind != "text" and cell.value.strip() in _UNKNOWN:
        what = Text("这一格写着“{raw}”，先当作没有填。", raw=cell.shown)
        raise NotUnderstood(what, Text("查到以后请补上；App 或合同里一般有。"))
    if cell.kind == "s" and heading.column.kind not in _LONG and len(cell.value) > _LONGEST:
        what = Text("这一格的字太多，不像一个{name}。", name=Text(heading.column.title))
        raise NotUnderstood(what, Text("请只写数或日期，说明请写到备注里。"))
    special = _BY_FIELD.get(heading.column.field)
    return (special or _BY_KIND[heading.column.kind])(cell, heading)


_MANY_DIGITS = re.compile(r"[0-9.]+e\+[0-9]+|[0-9]{16,}(?:\.0)?", re.ASCII)


def read_text(cell: Cell, heading: Heading) -> Reading:
    """Words as they are; a long number stored as one has lost its last digits, and is said to have."""
    if cell.kind == "d":
        return Reading(cell.value.removesuffix("T00:00:00"))
    if cell.kind == "n" and _MANY_DIGITS.fullmatch(cell.value):
        what = Text("“{raw}”太长，表格里存成数字后末几位已经丢了。", raw=cell.shown[:60])
        return Reading(cell.value, None, (what, Text("请改成文字，或直接写平台的名字。")))
    return Reading(cell.value.removesuffix(".0") if cell.kind == "n" else cell.value)


_BY_FIELD: Mapping[str, Callable[[Cell, Heading], Reading]] = {
    "due_day": read_due_day,
    "days_overdue": read_days_overdue,
    "instalments": read_periods,
    "instalments_left": read_periods,
    "instalments_paid": read_periods,
    "interest": read_interest,
    "term": read_term,
    "flat_rate": read_flat_rate,
    "penalty_rate": read_penalty_rate,
    "daily_interest": read_daily_interest,
    "status": read_status,
    "category": read_category,
}
_BY_KIND: Mapping[Kind, Callable[[Cell, Heading], Reading]] = {
    "text": read_text,
    "money": read_money,
    "number": read_number,
    "share": read_share,
    "whole": read_whole,
    "date": read_date,
    "rate": read_rate,
    "history": read_history,
    "files": read_files,
    "dues": read_dues,
    "yes_no": read_yes_no,
    "choice": read_choice,
}
