"""Line by line: what of each income counts, and what each asset would bring quickly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.affordability import ENOUGH_HISTORY, QUICK_SHARE, Affordability
from assessment.case import words
from assessment.case.lists import between_months
from assessment.report.live.inputs import Inputs
from assessment.report.live.page import Page, number, quoted
from assessment.text import Text

_FIRST = 5
_MONTHS = 12
_INCOME, _HISTORY, _ASSET = 1, 4, 20
_APART = 60


@dataclass(frozen=True)
class Lines:
    """Where the sums of the lines stand."""

    income: str
    sold: str


def write(page: Page, inputs: Inputs, found: Affordability) -> Lines:
    """A row for each row of the two lists, free ones too."""
    page.note(2, 1, Text("这一页由表格自己算，改“收入”“资产”两页就会跟着变。"))
    page.head(4, _INCOME, Text("收入"), Text("折合每月"), Text("几个月的记录"))
    page.head(4, _HISTORY, *(Text("第 {month} 个月", month=month + 1) for month in range(_MONTHS)))
    page.head(4, _HISTORY + _MONTHS, Text("较低一半"), Text("算进来的"))
    page.head(4, _ASSET, Text("资产"), Text("急卖能拿到几成"), Text("算进来的"))
    for row in range(inputs.rows("incomes")):
        _income(page, inputs, found, row)
    for row, worked in zip(range(inputs.rows("assets")), _sold(inputs, found), strict=False):
        _asset(page, inputs, row, worked)
    counted, sold = _HISTORY + _MONTHS + 1, _ASSET + 2
    page.widths(16, 14, 10, *(11,) * _MONTHS, 14, 14, 3, 3, 16, 16, 14)
    page.sheet.freeze_panes = f"A{_FIRST}"
    page.sheet.print_area = f"A1:V{_FIRST + max(len(inputs.case.incomes), len(inputs.case.assets))}"
    return Lines(
        page.range(_FIRST, _FIRST + inputs.rows("incomes") - 1, counted),
        page.range(_FIRST, _FIRST + inputs.rows("assets") - 1, sold),
    )


def _income(page: Page, inputs: Inputs, found: Affordability, row: int) -> None:
    """An uneven income by the mean of its lower half, or by a share of the usual month."""
    at = _FIRST + row
    text = inputs.cell("incomes", "history", row)
    between = quoted(between_months(inputs.spoken))
    page.compute(
        at, 1, f'IF({inputs.cell("incomes", "name", row)}="","",{inputs.cell("incomes", "name", row)})', form="words"
    )
    month = page.compute(at, 2, inputs.month_of("incomes", row))
    count = page.compute(at, 3, f'IF({text}="",0,LEN({text})-LEN(SUBSTITUTE({text},{between},""))+1)', form="whole")
    spread = f'SUBSTITUTE({text},{between},REPT(" ",{_APART}))'
    for place in range(_MONTHS):
        part = f"TRIM(MID({spread},{place * _APART + 1},{_APART}))"
        page.compute(at, _HISTORY + place, f'IF({place + 1}>{count},"",ROUND(VALUE({part}),2))')
    months = page.range(at, at, _HISTORY).split(":")[0] + ":" + page.at(at, _HISTORY + _MONTHS - 1).split("!")[1]
    low = f'"<="&MEDIAN({months})'
    lower = page.compute(
        at,
        _HISTORY + _MONTHS,
        f'IF({count}<{ENOUGH_HISTORY},"",ROUND(SUMIF({months},{low})/COUNTIF({months},{low}),2))',
    )
    uneven = inputs.word(words.INCOME_KIND["irregular"])
    typical = f"ROUND({month}*{inputs.one('assumptions', 'typical_share')},2)"
    worked = float(found.income.lines[row].yuan) if row < len(found.income.lines) else None
    page.compute(
        at, _HISTORY + _MONTHS + 1,
        f'IF({inputs.cell("incomes", "kind", row)}<>{uneven},{month},IF({count}>={ENOUGH_HISTORY},{lower},IF({month}="","",{typical})))',
        worked,
    )  # fmt: skip


def _sold(inputs: Inputs, found: Affordability) -> Iterator[float]:
    """What each asset that is written down brings; cash is summed elsewhere."""
    brought = iter(found.asset_capacity.lines[1:])
    for asset in inputs.case.assets:
        yield 0.0 if asset.needed or asset.kind == "cash" else float(next(brought).yuan)
    for _free in range(inputs.rows("assets") - len(inputs.case.assets)):
        yield 0.0


def _asset(page: Page, inputs: Inputs, row: int, worked: float) -> None:
    at = _FIRST + row
    kind, stated = inputs.cell("assets", "kind", row), inputs.cell("assets", "quick_share", row)
    name, needed = inputs.cell("assets", "name", row), inputs.cell("assets", "needed", row)
    usual = "0"
    for each, share in QUICK_SHARE.items():
        usual = f"IF({kind}={inputs.word(words.ASSET_KIND[each])},{inputs.one('assumptions', share)},{usual})"
    page.compute(at, _ASSET, f'IF({name}="","",{name})', form="words")
    share = page.compute(at, _ASSET + 1, f'IF({stated}<>"",{stated},{usual})', form="percent")
    kept = f'OR({needed}={inputs.word(words.YES_NO[True])},{kind}="",{kind}={inputs.word(words.ASSET_KIND["cash"])})'
    brings = f"ROUND({inputs.cell('assets', 'value', row)}*{share},2)-{number(inputs.cell('assets', 'loan', row))}"
    page.compute(at, _ASSET + 2, f"IF({kept},0,MAX(ROUND({brings},2),0))", worked)
