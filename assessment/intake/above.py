"""What a sheet says above a table: 单位：万元, and the day that its figures are of."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from assessment import dates
from assessment.intake.container import Page
from assessment.intake.grid import Rows, alone
from assessment.intake.reading import Above

_UNIT = re.compile(r"(?:单位|金额单位|货币单位|币种及单位):?(?:人民币)?[/(]?(万元|千元|百元|亿元|元|万|千)")
_IN_TITLE = re.compile(r"[(](?:单位:?)?(?:人民币)?(万元|千元|百元|亿元)[)]$")
_LINES, _FEW = 60, 3
_DAY = re.compile(r"\d{4}(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2}日)", re.ASCII)


def said_above(page: Page, rows: Rows, header_row: int, epoch: date) -> Above:
    """The unit and the day told in the sheet's title or in the lines above its table; rows of other tables say nothing."""
    near = [rows[number] for number in range(max(0, header_row - _LINES), header_row) if number in rows]
    cells = [cell for row in near if len(row) <= _FEW for cell in row.values()]
    plain = [_plain(cell.value) for cell in cells] + [_plain(page.title)]
    titles = [_plain(page.title), *(_plain(alone(row)) for row in near)]
    units = [found[1] for words in titles if (found := _IN_TITLE.search(words))]
    units += [found[1] for words in plain if (found := _UNIT.search(words))]
    told = [found for words in plain for found in _DAY.findall(words)]
    told += [cell.value[:10] for cell in cells if cell.kind == "d"]
    return Above(epoch, units[-1] if units else "", max(filter(None, map(_day, told)), default=None))


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def _day(text: str) -> date | None:
    try:
        return dates.parse(text)
    except ValueError:
        return None
