"""Every rule as one Markdown table a subject, for docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from assessment.rules import CONFIDENCE, STATUS, Pack, Rule, Ruling

_HEAD = "| 编号 | 内容 | 从 | 到 | 值 | 单位 | 适用于 | 依据 | 状态 | 有多确定 | 核对 |\n|---|---|---|---|---|---|---|---|---|---|---|"
_LONG_AGO = date(2000, 1, 1)


def markdown(pack: Pack) -> str:
    """The whole table. Each line is one value of one rule."""
    oldest, newest = pack.checked
    made = "由 `python -m assessment rules` 从 `assessment/rules/*.toml` 生成，不要手改。"
    parts = [f"# 规则表\n\n{made}最近一次核对 {newest}，最早的一条 {oldest}。"]
    rules = sorted(pack.by_name.values(), key=lambda rule: rule.subject)
    for subject, group in groupby(rules, key=lambda rule: rule.subject):
        parts.append(f"## {subject}\n\n{_HEAD}\n" + "\n".join(line for rule in group for line in _lines(rule)))
    return "\n\n".join(parts) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    for held in rule.rulings:
        cells = (
            f"`{rule.name}`", f"{rule.title}：{rule.plain}", _since(held), held.until or "", _value(held.value), rule.unit, rule.applies_to,
            f"{held.instrument}{held.article}；{held.source}", STATUS[held.status], CONFIDENCE[held.confidence], held.checked_on,
        )  # fmt: skip
        yield "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _since(held: Ruling) -> str:
    return "" if held.since < _LONG_AGO else held.since.isoformat()


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "；".join(f"{name} = {_value(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "、".join(map(_value, value))
    return str(value)
