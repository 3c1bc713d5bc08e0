"""A person's own rules on top of the shipped ones: new months of a rate, a city's figure, a rule that changed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from assessment.problems import Place, Problem
from assessment.rules.book import Malformed, Pack, Rule, Ruling, read, shipped
from assessment.text import Text

_SHEET = "规则文件"
_LARGEST = 200_000
_LINE = re.compile(r"at line (\d+)")
EXAMPLE = """\
# 自己的规则：补上新公布的 LPR，或填当地的标准。保存后在“规则”页上传。

[lpr_1y]
[[lpr_1y.values]]
from = 2026-10-20
value = 0.0300
source = "全国银行间同业拆借中心 2026-10-20 公布"

[minimum_living_by_place]
[[minimum_living_by_place.values]]
from = 2026-01-01
value = { "某市" = 1000 }
source = "某市民政局 2026 年公布"
"""


def extended(text: str, day: date, pack: Pack | None = None) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack with a person's file on top, and everything wrong in it; what is sound is kept.

    The file is TOML of the shipped form. For a rule that exists, a value needs only `from` and `value`; the rest is
    taken from what stood before, marked as not checked.
    """
    base = pack or shipped()
    if len(text) > _LARGEST:
        return base, (_problem("", Text("文件太大。"), Text("只写要补充或改动的几条。")),)
    try:
        entries = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        return base, (_unread(error),)
    found, problems = dict(base.by_name), []
    for name, entry in entries.items():
        rule, wrong = _merged(name, entry, base.by_name, day)
        problems += wrong
        if rule is not None:
            found[name] = rule
    return Pack(found), tuple(problems)


def _unread(error: Exception) -> Problem:
    at = _LINE.search(str(error))
    cause = Text("第 {line} 行读不懂。", line=int(at.group(1))) if at else Text("文件没有写完，最后一行读不懂。")
    return _problem("", cause, Text("请照“示例”里的写法；日期写成 2026-10-20，文字放在英文引号里。"))


def _problem(where: str, what: Text, instead: Text) -> Problem:
    return Problem(Place((), _SHEET, where), what, instead)


def _merged(name: str, entry: Any, known: Mapping[str, Rule], day: date) -> tuple[Rule | None, list[Problem]]:
    if not isinstance(entry, dict) or not isinstance(entry.get("values"), list) or not entry["values"]:
        return None, [
            _problem(
                name, Text("这一条没有写值。"), Text("在它下面写 [[{name}.values]]，再写 from 和 value。", name=name)
            )
        ]
    if name not in known:
        return _new(name, entry)
    rule, problems = known[name], []
    for place, value in enumerate(entry["values"], start=1):
        wrong = list(_faults(f"{name} 第 {place} 个值", value, rule))
        problems += wrong
        if not wrong:
            rule = _with(rule, value, day)
    return rule, problems


def _new(name: str, entry: dict[str, Any]) -> tuple[Rule | None, list[Problem]]:
    try:
        return read(name, "own", entry), []
    except (Malformed, TypeError, AttributeError) as error:
        what = Text("没有叫这个名字的规则，当作新规则又写得不全：{why}。", why=str(error))
        return None, [_problem(name, what, Text("查一下名字有没有写错，名字列在“规则”页的表里。"))]


def _faults(where: str, value: Any, rule: Rule) -> Iterator[Problem]:
    if not isinstance(value, dict) or not _is_day(value.get("from")):
        yield _problem(where, Text("没有写从哪天起，或日期不对。"), Text("写成 from = 2026-10-20，不加引号。"))
        return
    if value.get("until") is not None and (not _is_day(value["until"]) or value["until"] < value["from"]):
        yield _problem(where, Text("结束的日子不对。"), Text("until 要是日期，并且不早于 from。"))
    if "value" not in value:
        yield _problem(where, Text("没有写值。"), Text("写成 value = 0.0300 这样。"))
        return
    model = rule.rulings[-1].value
    if not _alike(value["value"], model):
        yield _problem(
            where,
            Text("值的写法和原来的不一样：写的是 {typed}。", typed=str(value["value"])),
            Text("原来的值是 {model}，照它的写法写；百分之三写 0.03。", model=str(model)),
        )


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _alike(given: object, model: object) -> bool:
    """The same kind of value: a share stays a share, a table's entries stay of their kind."""
    if isinstance(model, bool) or isinstance(given, bool):
        return isinstance(model, bool) and isinstance(given, bool)
    if isinstance(model, int | Decimal):
        share = isinstance(model, Decimal) and 0 < model < 1
        return isinstance(given, int | Decimal) and given >= 0 and (not share or given < 1)
    if isinstance(model, dict):
        kinds = list(model.values())
        return (
            isinstance(given, dict)
            and bool(given)
            and all(_alike(each, model.get(name, kinds[0] if kinds else each)) for name, each in given.items())
        )
    return isinstance(given, type(model))


def _with(rule: Rule, value: dict[str, Any], day: date) -> Rule:
    """The rule with one more value; what stood before ends the day before it."""
    since: date = value["from"]
    before = rule.latest(since)
    given = {**before.value, **value["value"]} if isinstance(before.value, dict) else value["value"]
    later = [each for each in rule.rulings if each.since > since]
    until = value.get("until") or (later[0].since - timedelta(days=1) if later else None)
    new = Ruling(
        since, until, given, value.get("instrument", before.instrument), value.get("article", ""), before.status, "unverified",
        value.get("source", "您自己加的"), day,
    )  # fmt: skip
    return replace(rule, rulings=tuple(_fitted(rule.rulings, new)))


def _fitted(rulings: tuple[Ruling, ...], new: Ruling) -> Iterator[Ruling]:
    """The old values around the new one, cut where it stands."""
    for old in rulings:
        if old.since < new.since:
            ends = old.until is None or old.until >= new.since
            yield replace(old, until=new.since - timedelta(days=1)) if ends else old
    yield new
    for old in rulings:
        if new.until is not None and old.until is not None and old.until <= new.until:
            continue
        if new.until is not None and (old.until is None or old.until > new.until):
            yield replace(old, since=max(old.since, new.until + timedelta(days=1)))
