"""The month's money and the ready money shared among the debts, to the fen, as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment._assess import Assessment
from assessment.report.live.debt import Facts
from assessment.report.live.month import Month
from assessment.report.live.page import Page, yuan
from assessment.text import Text

_HEAD, _FIRST = 4, 5
_OWED, _ASKED, _ON_TIME, _LATE = 2, 3, 4, 5
_SHARED = 7
_COLUMNS = 6
FIGURES = ("floor", "suggested", "ceiling")
_TITLES = {"floor": Text("保底"), "suggested": Text("建议"), "ceiling": Text("上限"), "cash": Text("现钱")}


@dataclass(frozen=True)
class Share:
    """Where a debt's parts stand."""

    floor: str
    suggested: str
    ceiling: str
    cash: str


def addresses(page: Page, count: int) -> list[Share]:
    """Where the parts of each debt will stand."""
    places = [_SHARED + _COLUMNS * number + _COLUMNS - 2 for number in range(len(_TITLES))]
    return [Share(*(page.at(_FIRST + row, place) for place in places)) for row in range(count)]


def write(page: Page, facts: Sequence[Facts], month: Month, names: Sequence[Text], found: Assessment) -> None:
    """What is paid on time comes first, the rest in proportion to what is owed; all in whole fen."""
    last = _FIRST + len(facts) - 1
    page.note(
        2,
        1,
        Text("先顾按时还的账，余下的按欠款多少分；分到一分钱为止，每一列加起来正好是总数。单位是分，最后一列是元。"),
    )
    page.head(
        _HEAD,
        1,
        Text("欠谁的"),
        Text("一共欠（分）"),
        Text("按时还的，每月（分）"),
        Text("先顾的（分）"),
        Text("按比例的（分）"),
    )
    owed, asked = page.range(_FIRST, last, _OWED), page.range(_FIRST, last, _ASKED)
    late = f"SUMPRODUCT(--({asked}=0),{owed})"
    for row, (name, fact) in enumerate(zip(names, facts, strict=True), start=_FIRST):
        page.words(row, 1, name)
        page.compute(row, _OWED, f"ROUND({fact.claimed.total}*100,0)", form="whole")
        page.compute(row, _ASKED, f"ROUND({fact.asked}*100,0)", form="whole")
        mine, whole = page.at(row, _ASKED), page.at(row, _OWED)
        page.compute(row, _ON_TIME, f"IF({late}>0,{mine},0)", form="whole")
        page.compute(row, _LATE, f"IF({late}>0,IF({mine}>0,0,{whole}),{whole})", form="whole")
    sums = {"floor": month.floor, "suggested": month.suggested, "ceiling": month.ceiling}
    for number, figure in enumerate(FIGURES):
        worked = [yuan(getattr(debt.comparison.share, figure)) for debt in found.debts]
        _share(page, _SHARED + _COLUMNS * number, last, sums[figure], figure, worked)
    _cash(page, _SHARED + _COLUMNS * len(FIGURES), last, month.assets, facts, [yuan(debt.cash) for debt in found.debts])
    page.widths(18, *(14,) * (_SHARED + _COLUMNS * len(_TITLES)))
    page.sheet.freeze_panes = f"B{_FIRST}"


def _share(page: Page, column: int, last: int, sum_: str, name: str, worked: Sequence[float]) -> None:
    """First pro rata to what falls due on time, then the rest in proportion to what is owed."""
    page.head(_HEAD, column, *_heads(name))
    on_time, late = page.range(_FIRST, last, _ON_TIME), page.range(_FIRST, last, _LATE)
    fen = f"ROUND({sum_}*100,0)"
    first = f"MIN({fen},SUM({on_time}))"
    rest = f"({fen}-{first})"
    for row in range(_FIRST, last + 1):
        mine, part = page.at(row, _ON_TIME), page.at(row, _LATE)
        _pro_rata(page, row, column, last, (first, mine, on_time))
        _pro_rata(page, row, column + 2, last, (rest, part, late))
        taken = f"IF({rest}>SUM({late}),{_whole(rest, part, late)},{_rounded(page, row, column + 2, last, (rest, part, late))})"
        together = f"{_rounded(page, row, column, last, (first, mine, on_time))}+IF(SUM({late})=0,0,{taken})"
        page.compute(row, column + 4, f"({together})/100", worked[row - _FIRST])


def _cash(page: Page, column: int, last: int, sum_: str, facts: Sequence[Facts], worked: Sequence[float]) -> None:
    """Ready money goes to what is overdue; to everything where nothing is."""
    page.head(_HEAD, column, *_heads("cash"))
    late = "+".join(f"IF({fact.overdue}>0,{fact.claimed.total},0)" for fact in facts)
    fen = f"ROUND({sum_}*100,0)"
    for row, fact in enumerate(facts, start=_FIRST):
        page.compute(
            row,
            column + 2,
            f"IF({late}>0,IF({fact.overdue}>0,ROUND({fact.claimed.total}*100,0),0),ROUND({fact.claimed.total}*100,0))",
            form="whole",
        )
    weights = page.range(_FIRST, last, column + 2)
    for row in range(_FIRST, last + 1):
        mine = page.at(row, column + 2)
        _pro_rata(page, row, column, last, (fen, mine, weights))
        taken = f"IF({fen}>SUM({weights}),{_whole(fen, mine, weights)},{_rounded(page, row, column, last, (fen, mine, weights))})"
        page.compute(row, column + 4, f"IF(SUM({weights})=0,0,{taken})/100", worked[row - _FIRST])


def _heads(name: str) -> tuple[Text, ...]:
    title = _TITLES[name]
    return (
        Text("{figure}：整份", figure=title), Text("{figure}：余数", figure=title), Text("{figure}：其余整份", figure=title),
        Text("{figure}：其余余数", figure=title), Text("{figure}：分到（元）", figure=title),
    )  # fmt: skip


Sharing = tuple[str, str, str]
"""A sum in fen, this one's weight, and everybody's."""


def _whole(sum_: str, mine: str, weights: str) -> str:
    return f"INT({sum_}*{mine}/SUM({weights}))"


def _pro_rata(page: Page, row: int, column: int, last: int, sharing: Sharing) -> None:
    """The whole fen of a part, and the remainder by which the odd fen go."""
    sum_, mine, weights = sharing
    page.compute(row, column, f"IF(SUM({weights})=0,0,{_whole(*sharing)})", form="whole")
    page.compute(row, column + 1, f"{sum_}*{mine}-{page.at(row, column)}*SUM({weights})", form="whole")


def _rounded(page: Page, row: int, column: int, last: int, sharing: Sharing) -> str:
    """The part to the fen: a larger remainder first, the earlier debt where two are equal."""
    sum_, mine, weights = sharing
    wholes, lefts = page.range(_FIRST, last, column), page.range(_FIRST, last, column + 1)
    before = f"COUNTIF({page.range(_FIRST, row, column + 1)},{page.at(row, column + 1)})-1"
    rank = f'COUNTIF({lefts},">"&{page.at(row, column + 1)})+{before}'
    odd = f"IF({rank}<{sum_}-SUM({wholes}),1,0)"
    return f"IF({sum_}>=SUM({weights}),{mine},{page.at(row, column)}+{odd})"
