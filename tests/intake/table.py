"""The gallery as a table: every made file, whether it is understood, partly or not, and the sentence a person reads.

`python -m tests.intake.table` prints it; `python -m tests.intake.table 布局` only one kind. A layout, a bank's format or
a broken file joins by standing in the list of its own module.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from assessment.case import Case
from assessment.intake import Intake, read_workbook
from assessment.report.chinese import chinese
from tests.intake import gallery_files, hostile_files

Verdict = Literal["读懂", "读懂一部分", "没有读"]
Files = Mapping[str, Callable[[], bytes]]


class Line(NamedTuple):
    """One file of the gallery."""

    kind: str
    name: str
    verdict: Verdict
    gives: str
    sentence: str


def kinds() -> dict[str, Files]:
    """Every kind of file, each with its files by name."""
    return {
        "布局": gallery_files.LAYOUT_FILES,
        "收支资产": gallery_files.BUDGET_FILES,
        "多页": gallery_files.WORKBOOK_FILES,
        "账单": gallery_files.BILL_FILES,
        "信用报告": gallery_files.REPORT_FILES,
        "坏文件": hostile_files.FILES,
        "很重的文件": hostile_files.HEAVY,
    }


def lines(only: str = "") -> Iterator[Line]:
    """Every file read as the app reads it."""
    for kind, files in kinds().items():
        for name, make in files.items() if only in {"", kind} else ():
            yield line(kind, name, read_workbook(make()))


def line(kind: str, name: str, found: Intake) -> Line:
    return Line(kind, name, verdict(found), gives(found), sentence(found))


def verdict(found: Intake) -> Verdict:
    """Understood where nothing was refused and something was read."""
    something = found.case != Case() or found.bills or (found.report is not None and found.report.accounts)
    if not something:
        return "没有读"
    return "读懂一部分" if any(problem.standing == "refused" for problem in found.problems) else "读懂"


def gives(found: Intake) -> str:
    """What came out, in counts."""
    case = found.case
    named = (
        ("资产", case.assets),
        ("收入", case.incomes),
        ("支出", case.expenses),
        ("债务", case.debts),
        ("往来", case.events),
    )
    told = [f"{name} {len(items)}" for name, items in named if items]
    told += [f"账单 {sum(bill.lines for bill in found.bills)} 行"] if found.bills else []
    told += [f"账户 {len(found.report.accounts)}"] if found.report is not None else []
    return "，".join(told)


def sentence(found: Intake) -> str:
    """The first thing to be said: what was refused, else what is asked, else what is noted."""
    for standing in ("refused", "doubtful", "note"):
        for problem in found.problems:
            if problem.standing == standing:
                where = " ".join(filter(None, (problem.where.sheet, problem.where.cell)))
                said = f"{chinese(problem.what)}{chinese(problem.instead)}"
                return " ".join(f"{where} {said}".split())[:160]
    return ""


def main() -> None:
    warnings.simplefilter("ignore")
    counts: Counter[str] = Counter()
    print("| 类 | 文件 | 结果 | 读出 | 先看到的一句 |\n|---|---|---|---|---|")
    for each in lines(" ".join(sys.argv[1:])):
        counts[each.verdict] += 1
        print("| " + " | ".join(cell.replace("|", "｜") for cell in each) + " |", flush=True)
    print("\n" + "，".join(f"{verdict} {count}" for verdict, count in counts.items()) + f"，共 {counts.total()} 个。")


if __name__ == "__main__":
    main()
