"""Pydantic's errors said as problems a person understands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.case.models import EARLIEST, LATEST
from assessment.problems import Path, Place, Problem
from assessment.text import Money, Text, label


def explain(model: type[BaseModel], error: ValidationError, at: Path = ()) -> tuple[Problem, ...]:
    """One problem for each thing `error` found while `model` was filled; `at` is where the model stands."""
    return tuple(_problem(model, detail, at) for detail in error.errors(include_url=False))


def _problem(model: type[BaseModel], detail: ErrorDetails, at: Path) -> Problem:
    path = tuple(part for part in detail["loc"] if not str(part).startswith(("function-", "nullable")))
    name = Text(_title(model, path))
    what, instead = _sentences(name, detail)
    return Problem(Place(at + path), what, instead, raw=_raw(detail["input"]))


def _title(model: type[BaseModel], path: Path) -> str:
    names = [part for part in path if isinstance(part, str) and part in model.model_fields]
    return (model.model_fields[names[0]].title or names[0]) if names else label("这一行")


def _raw(value: object) -> str:
    return str(value)[:200] if isinstance(value, str | int | Decimal) else ""


def _sentences(name: Text, detail: ErrorDetails) -> tuple[Text, Text]:
    context: dict[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "greater_than_equal" | "less_than_equal":
            return _outside(name, detail["input"], context)
        case "decimal_max_places":
            return Text("{name}的小数超过两位。", name=name), Text("请精确到分，例如 1234.56。")
        case "string_too_long":
            most = context["max_length"]
            return Text("{name}太长了。", name=name), Text("请写在 {most} 个字以内。", most=most)
        case "too_long":
            most = context["max_length"]
            return Text("{name}条数太多。", name=name), Text("最多 {most} 条。", most=most)
        case "missing":
            return Text("缺少{name}。", name=name), Text("请补上。")
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return Text("{name}不是一个日期。", name=name), Text("请写成 2026-03-01 这样的年月日。")
        case "literal_error":
            return Text("{name}不在可选的几项里。", name=name), Text("请从列表里选一项。")
        case "bool_parsing" | "bool_type":
            return Text("{name}只能填是或否。", name=name), Text("请填“是”或“否”。")
        case "int_parsing" | "int_from_float" | "int_type":
            return Text("{name}要填整数。", name=name), Text("请填整数，例如 12。")
        case _:
            return Text("{name}看不懂。", name=name), Text("请填数字，例如 1200 或 1.2万。")


def _outside(name: Text, given: object, limits: dict[str, Any]) -> tuple[Text, Text]:
    """What lies below the least, or above the most, that a field takes."""
    if isinstance(given, date):
        what = Text("{name}写的是 {day}，年份不对。", name=name, day=given)
        return what, Text("能填的是 {first} 到 {last}。", first=EARLIEST, last=LATEST)
    if "ge" in limits and limits["ge"] == 0:
        return Text("{name}不能是负数。", name=name), Text("请填 0 或更大的数。")
    if "ge" in limits:
        least = _number(limits["ge"], given)
        return Text("{name}太小了。", name=name), Text("请填 {least} 或更大的数。", least=least)
    if limits["le"] == 1:
        return Text("{name}超过了 100%。", name=name), Text("百分之几要带上 %，例如 20%。")
    most = _number(limits["le"], given)
    return Text("{name}最多填 {most}。", name=name, most=most), Text("请核对，看看是不是多打了数字。")


def _number(limit: int, given: object) -> Money | str:
    return Money(Decimal(limit)) if isinstance(given, Decimal) and limit > 9_999 else str(limit)
