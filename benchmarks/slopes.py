"""How the time grows with cases, debts, months and options: the slope of its logarithm against theirs."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from assessment import Case, assess, judged_anew, rules
from assessment.batch import assess_table
from assessment.batch.rows import case_of
from assessment.offers import Position, Terms, outcome
from benchmarks import agency
from benchmarks.measure import Row, ms, slope, timed

TITLE = "数量翻倍，时间翻几倍"
NOTE = "双对数直线的斜率：1 就是数量翻倍、时间也翻倍；不到 1 是固定开销摊薄了。目标是不超过 1.05。"
DAY = date(2026, 11, 23)
GOAL, ROUNDS = 1.05, 7


class Line(NamedTuple):
    """One quantity, how many of it, and the median seconds for each."""

    name: str
    sizes: list[int]
    seconds: list[float]

    @property
    def slope(self) -> float:
        return slope(self.sizes, self.seconds)


def rows() -> list[Row]:
    return [
        Row(f"{line.name}（{line.sizes[0]:,} 到 {line.sizes[-1]:,}）", f"斜率 {line.slope:.2f}", f"{ms(line.seconds[0])} 到 {ms(line.seconds[-1])}", f"≤ {GOAL}", line.slope <= GOAL)
        for line in lines()
    ]  # fmt: skip


@cache
def lines() -> tuple[Line, ...]:
    """The four lines, measured once."""
    return (
        _line("个案，批量引擎", [1_000, 2_000, 4_000, 8_000, 16_000, 32_000], _cases),
        _line("一户的债，完整测算", [3, 6, 12, 24, 48, 96], _debts),
        _line("一个方案的月数", [15, 30, 60, 120, 240, 480], _months),
        _line("一笔债的方案", [5, 10, 20, 40, 80], _options),
    )


def _line(name: str, sizes: list[int], work: Callable[[int], Callable[[], object]]) -> Line:
    """Every size in turn in each round, so that a busy moment meets them all."""
    works = [work(size) for size in sizes]
    for each in works:
        each()
    found = [[timed(each) for each in works] for _ in range(ROUNDS)]
    return Line(name, sizes, [statistics.median(column) for column in zip(*found, strict=True)])


def _cases(count: int) -> Callable[[], object]:
    table = agency.cases(count)
    return lambda: assess_table(table, DAY)


def _household(debts: int) -> Case:
    return case_of(agency.cases(1, debts=debts).to_pylist()[0])


def _debts(count: int) -> Callable[[], object]:
    case = _household(count)
    return lambda: assess(case, DAY)


def _months(count: int) -> Callable[[], object]:
    case = _household(1)
    position = Position(case.debts[0], case.assumptions, DAY)
    terms = Terms("instalments", months=count, annual_rate=position.annual_rate)
    return lambda: [outcome(position, terms) for _ in range(20)]


def _options(count: int) -> Callable[[], object]:
    found, law = assess(_household(1), DAY).debts[0], rules.at(DAY)
    offered = [
        option.outcome.terms for option in found.comparison.options if option.outcome.terms.kind == "instalments"
    ]
    terms = [replace(offered[0], months=20 + place % 5) for place in range(count)]
    return lambda: judged_anew(found, terms, law)
