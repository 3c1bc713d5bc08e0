"""How long a verdict on a phone offer and the check of an agreement take.

Every phrase of the test tables against every debt of the sample households; every agreement of the test texts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from assessment import DebtAssessment, assess, deal, rules
from assessment.deal import agreement
from assessment.intake import read_workbook
from benchmarks.measure import Row, at_most, percentile, timed

TITLE = "电话里的提议和协议"
ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 23)
LAW = rules.at(DAY)
TABLES = ROOT / "tests" / "assessment"


def table(name: str) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((TABLES / name).read_text(encoding="utf-8"))


def debts() -> Iterator[DebtAssessment]:
    for path in sorted((ROOT / "sample_data").glob("*.xlsx")):
        yield from assess(read_workbook(path).case, DAY).debts


def rows() -> list[Row]:
    phrases = [offer["said"] for offer in table("counter_offers.toml")["offer"]]
    texts = [each["text"] for each in table("agreements.toml")["agreement"]]
    found = list(debts())
    deal.judge(phrases[0], found[0], LAW)
    agreement.check(texts[0], found[0].position, LAW)
    verdicts = [partial(deal.judge, phrase, debt, LAW) for debt in found for phrase in phrases]
    checks = [partial(agreement.check, text, found[0].position, LAW) for text in texts for _round in range(5)]
    return [
        _late(f"一句提议马上有结论，{len(phrases)} 句 × {len(found)} 笔债，第 99 百分位", verdicts, 0.1),
        _late(f"核对一份协议，{len(texts)} 份，第 99 百分位", checks, 0.5),
    ]


def _late(name: str, works: list[Callable[[], object]], goal: float) -> Row:
    return at_most(name, percentile([timed(work) for work in works], 0.99), goal)
