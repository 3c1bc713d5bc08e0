"""python -m assessment: assess a workbook, write an empty one, or check published figures on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assessment import assess, dates, rules
from assessment.intake import read_workbook
from assessment.problems import Problem
from assessment.report import rule_table, workbook
from assessment.report.chinese import chinese
from assessment.report.plain_data import plain_data, problem
from assessment.rules import Pack
from assessment.selfcheck import checks


def main(arguments: Sequence[str] | None = None) -> int:
    """One command; gives the exit code: 1 where a file could not be read at all or a published figure differs."""
    asked = _parser().parse_args(arguments)
    if asked.command == "template":
        asked.file.write_bytes(workbook.template())
        return 0
    if asked.command == "rules":
        sys.stdout.write(rule_table.markdown(rules.shipped()))
        return 0
    if asked.command == "selfcheck":
        return _selfcheck()
    pack, wrong = _pack(asked.rules)
    for found in wrong:
        print(_line(found), file=sys.stderr)
    return _assess(asked.file, asked.as_of, pack, as_json=asked.json)


def _pack(file: Path | None) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The shipped rules with a person's own file on top, and what is wrong in it."""
    if file is None:
        return None, ()
    return rules.extended(file.read_text(encoding="utf-8", errors="replace"), _today())


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assessment", description="还得起：算清每月能还多少，比较能谈的方案"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("assess", help="一份表格的完整测算")
    one.add_argument("file", type=Path)
    one.add_argument("--json", action="store_true", help="输出全部结果")
    one.add_argument("--as-of", type=dates.parse, default=None, metavar="2026-11-23", help="按哪一天算，默认今天")
    one.add_argument("--rules", type=Path, default=None, metavar="my-rules.toml", help="自己的规则文件，盖在自带的上面")
    commands.add_parser("rules", help="全部规则的表")
    commands.add_parser("template", help="写一份空白表格").add_argument("file", type=Path)
    commands.add_parser("selfcheck", help="用公开的算例核对本机的计算")
    return parser


def _assess(file: Path, as_of: date | None, pack: Pack | None, *, as_json: bool) -> int:
    read = read_workbook(file)
    unread = any(found.standing == "refused" and not found.where.sheet for found in read.problems)
    day = as_of or _today()
    if as_json:
        result = {"problems": [problem(found) for found in read.problems]}
        print(
            json.dumps(
                result if unread else result | plain_data(assess(read.case, day, pack)), ensure_ascii=False, indent=1
            )
        )
        return int(unread)
    for found in read.problems:
        print(_line(found), file=sys.stderr)
    if unread:
        return 1
    whole = assess(read.case, day, pack)
    for figure in (whole.affordability.floor, whole.affordability.suggested, whole.affordability.ceiling):
        print(chinese(figure.reason))
    for debt in whole.debts:
        print(f"{debt.debt.name}：{chinese(debt.comparison.why)}")
    return 0


def _line(found: Problem) -> str:
    where = " ".join(part for part in (found.where.sheet, found.where.cell) if part)
    return f"{where}：{chinese(found.what)}{chinese(found.instead)}".removeprefix("：")


def _selfcheck() -> int:
    found = checks()
    for each in found:
        print(
            f"{'一致' if each.agrees else '不一致'}  {each.source}  {each.name}  公布 {each.published}  本机 {each.computed}"
        )
    return int(not all(each.agrees for each in found))


if __name__ == "__main__":
    sys.exit(main())
