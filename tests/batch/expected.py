"""What a batch must say of a case, taken from `assess` itself, figure by figure."""

from __future__ import annotations

from datetime import date
from math import isclose

from assessment import assess, money
from assessment.batch import RESULT

DAY = date(2026, 11, 23)
LARGEST = 2**63 - 1


def rows(name, case):
    """One row an option in the order of RESULT; ints in fen."""
    whole = assess(case, DAY)
    found = whole.affordability
    home = {
        "case": name, "floor": money.to_fen(found.floor.yuan), "suggested": money.to_fen(found.suggested.yuan),
        "ceiling": money.to_fen(found.ceiling.yuan), "cash": money.to_fen(found.asset_capacity.yuan),
    }  # fmt: skip
    made = [home | row for debt in whole.debts for row in _debt(debt)] or [home]
    return [{column: row.get(column) for column in RESULT.names} for row in made]


def _debt(debt):
    options = debt.comparison
    share = {f"share_{name}": getattr(options.share, name) for name in ("floor", "suggested", "ceiling")}
    for place, option in enumerate(options.options):
        result, path = option.outcome, option.outcome.path
        at_once = path.payment[0] if path.dates[0] == DAY else 0
        yield share | {
            "debt": debt.index + 1, "stage": debt.stage, "owed": money.to_fen(debt.debt.owed), "share_cash": debt.cash,
            "option": result.terms.kind, "today": at_once, "monthly": result.monthly,
            "payments": len([paid for paid in path.payment if paid]), "total": result.total, "saved": result.saved,
            "irr_x12": result.irr_x12, "debt_free": result.debt_free, "fit": option.fit, "recommended": place == options.recommended,
        }  # fmt: skip


def too_large(row):
    return any(isinstance(value, int) and abs(value) > LARGEST for value in row.values())


def same(found, expected):
    """Every figure the same fen and day, rates to a thousand-millionth."""
    return found.keys() == expected.keys() and all(
        isclose(found[name], value, rel_tol=0, abs_tol=1e-9) if name == "irr_x12" and None not in (value, found[name]) else found[name] == value
        for name, value in expected.items()
    )  # fmt: skip
