"""An assessment as plain data, ready for JSON: yuan and days as text, sentences in Chinese."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from assessment import money
from assessment._assess import Assessment, DebtAssessment
from assessment.figures import Figure
from assessment.offers import Judged, Outcome, cost_split
from assessment.problems import Problem
from assessment.report.chinese import chinese
from assessment.stages import Step
from assessment.text import Text


def plain_data(assessment: Assessment) -> dict[str, Any]:
    """Everything in the assessment; amounts in yuan as text with two places."""
    found = assessment.affordability
    return {
        "as_of": assessment.as_of.isoformat(),
        "affordability": {
            each.name: _plain(getattr(found, each.name)) for each in fields(found) if each.name != "capacity"
        },
        "debts": [_debt(debt) for debt in assessment.debts],
        "steps": [_step(step) for step in assessment.steps],
        "doubts": [problem(doubt) for doubt in assessment.doubts],
    }


def problem(found: Problem) -> dict[str, Any]:
    """One problem: where, what, and what would be right."""
    where = found.where
    return {
        "sheet": where.sheet, "cell": where.cell, "path": list(where.path), "standing": found.standing, "raw": found.raw,
        "what": chinese(found.what), "instead": chinese(found.instead),
    }  # fmt: skip


def _debt(found: DebtAssessment) -> dict[str, Any]:
    comparison = found.comparison
    pairs = zip(comparison.options, found.credit, strict=True)
    return {
        "name": found.debt.name,
        "stage": found.stage,
        "owed": _yuan(found.position.claim.total),
        "share": {name: _yuan(getattr(comparison.share, name)) for name in ("floor", "suggested", "ceiling")},
        "recommended": comparison.recommended,
        "why": chinese(comparison.why),
        "options": [_option(option) | {"credit": _plain(calendar)} for option, calendar in pairs],
    }


def _option(option: Judged) -> dict[str, Any]:
    result = option.outcome
    return {
        "kind": result.terms.kind,
        "title": result.title,
        "terms": _plain(result.terms),
        "fit": option.fit,
        "months_short": option.room.months_short,
        "room": {
            name: [_yuan(fen) for fen in getattr(option.room, name)] for name in ("floor", "suggested", "ceiling")
        },
        "better": option.better,
        "reasons": [chinese(reason) for reason in option.reasons],
        "flags": {flag.name: chinese(flag.sentence) for flag in result.flags},
        "total": _yuan(result.total),
        "saved": _yuan(result.saved),
        "monthly": _yuan(result.monthly),
        "split": {name: _yuan(fen) for name, fen in cost_split(result)._asdict().items()},
        "waived": {name: _yuan(fen) for name, fen in result.waived._asdict().items()},
        "irr_x12": result.irr_x12,
        "effective": result.effective,
        "value_to_borrower": _yuan(result.value_to_borrower),
        "value_to_lender": _yuan(result.value_to_lender),
        "first_relief": _plain(result.first_relief),
        "debt_free": _plain(result.debt_free),
        "spread": {name: _yuan(fen) for name, fen in result.spread._asdict().items()} if result.spread else None,
        "rows": _rows(result),
    }


def _rows(result: Outcome) -> list[dict[str, str]]:
    path = result.path
    columns = ("payment", "principal", "interest", "charges", "fee", "balance")
    return [
        {"date": day.isoformat()} | {name: _yuan(fen) for name, fen in zip(columns, row, strict=True)}
        for day, *row in zip(*path, strict=True)
    ]


def _step(step: Step) -> dict[str, Any]:
    return {
        "day": _plain(step.day), "debt": step.debt, "title": chinese(step.title), "why": chinese(step.why),
        "how": [chinese(line) for line in step.how], "rules": list(step.rules),
    }  # fmt: skip


def _yuan(fen: int) -> str:
    return str(money.to_yuan(fen))


def _plain(value: Any) -> Any:
    match value:
        case Figure():
            lines = [
                {"label": chinese(each.label), "yuan": str(each.yuan), "grade": each.grade} for each in value.lines
            ]
            return {
                "yuan": str(value.yuan), "reason": chinese(value.reason), "grade": value.grade,
                "rules": list(value.rules), "lines": lines,
            }  # fmt: skip
        case Text():
            return chinese(value)
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case BaseModel():
            return value.model_dump(mode="json")
        case tuple() | list():
            return [_plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
