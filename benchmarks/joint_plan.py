"""The best joint plan: the household of twelve debts, and twenty debts with forty choices each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import TypeVar
from unittest.mock import patch

from assessment import Assessment, assess, plan, rules
from assessment.case import Case, Debt, Income, Rate
from assessment.plan import Board, Plan, Purse, board
from benchmarks.measure import Row, at_most, ms, timed
from tests.samples import CASES, STORY_DAY

TITLE = "几笔债一起还：最好的安排"
NOTE = "每笔债选一种还法和开始的月份，让每个月都付得出、总花费最少；混合整数规划，证明没有更省的才算到底。二十笔债是编的，每月能拿的是全部欠款的二十四分之一上下。"
GOAL, SEEDS = 2.0, (1, 2, 3)
DAY = date(2026, 11, 23)
LAW = rules.at(DAY)
CASH, MONTHS = 2_000_000, 24
UNBOUND = 100_000

_Result = TypeVar("_Result")


def rows() -> list[Row]:
    plan.best(_page(assess(CASES["early_jintiao"], STORY_DAY), Purse((200_000,), (0,))), "cost")
    return [*_sample(), *_twenty("二十笔，像页面上那样试", _page), *_twenty("二十笔，每笔四十种", _forty_each)]


def _sample() -> list[Row]:
    case = CASES["twelve_debts"]
    found = assess(case, STORY_DAY)
    purse = plan.purse(case, found.affordability, STORY_DAY, "suggested")
    laid, laying = _taken(lambda: _page(found, purse))
    best, solving = _taken(lambda: plan.best(laid, "cost"))
    assert best is not None
    _other, again = _taken(lambda: plan.runner_up(best, 0, "cost"))
    front, many = _taken(lambda: plan.front(laid))
    return [
        Row("十二笔债的样例：列出所有办法", ms(laying), f"{laid.tried} 种，留下 {len(laid.candidates)} 种"),
        Row("挑出最省的", ms(solving), _proof(best)),
        Row("一笔换成别的，再挑一次", ms(again)),
        Row(f"取舍图，{len(front)} 种安排", ms(many)),
    ]


def _twenty(name: str, lay: Callable[[Assessment, Purse], Board]) -> list[Row]:
    """The slowest and the least proven of a few households."""
    boards = []
    for seed in SEEDS:
        found = assess(household(20, seed), DAY)
        boards.append(lay(found, Purse((sum(each.position.claim.total for each in found.debts) // MONTHS,), (CASH,))))
    solved = [_taken(lambda laid=laid: plan.best(laid, "cost")) for laid in boards]
    plans = [best for best, _seconds in solved if best is not None]
    assert len(plans) == len(boards)
    sizes = sorted(len(laid.candidates) for laid in boards)
    worst = max(plans, key=lambda best: best.gap / best.score.cost)
    slowest = max(seconds for _best, seconds in solved)
    return [at_most(f"{name}（一共 {sizes[0]} 到 {sizes[-1]} 种），三户里最慢的", slowest, GOAL, _proof(worst))]


def _page(found: Assessment, purse: Purse) -> Board:
    return plan.lay_out(found, LAW, purse)


def _forty_each(found: Assessment, purse: Purse) -> Board:
    """Forty of the choices worth keeping for each debt, spread over all of them; all where there are fewer."""
    with patch.object(board, "MOST", UNBOUND):
        fine = plan.lay_out(found, LAW, purse)
    kept: list[int] = []
    for debt in range(len(fine.debts)):
        mine = [int(place) for place in fine.places(debt)]
        spread = {round(turn * (len(mine) - 1) / 39) for turn in range(40)}
        kept += [place for at, place in enumerate(mine) if at in spread]
    values = {name: getattr(fine, name) for name in Board.__dataclass_fields__}
    values |= {name: values[name][kept] for name in ("of", "regular", "lump", "cost", "ends", "clean")}
    return Board(**(values | {"candidates": tuple(fine.candidates[place] for place in kept)}))


def _taken(work: Callable[[], _Result]) -> tuple[_Result, float]:
    results: list[_Result] = []
    seconds = timed(lambda: results.append(work()))
    return results[0], seconds


def _proof(best: Plan) -> str:
    return f"离最好的最多差 {best.gap / best.score.cost:.2%}" if best.gap else "证明到底"


def household(count: int, seed: int) -> Case:
    """So many debts of all sizes, rates, methods and stages."""
    random = Random(seed)
    debts = []
    for place in range(count):
        principal, late = random.randrange(3_000, 40_000), random.choice([0, 15, 40, 70, 95, 130, 200, 300])
        debts.append(
            Debt(
                name=str(place), lender=random.choice(["microloan", "consumer_finance", "bank", "credit_card"]),
                principal=Decimal(principal), interest=Decimal(random.randrange(principal // 10) if late else 0),
                penalty=Decimal(random.randrange(principal // 20) if late else 0),
                rate=Rate(value=Decimal(random.choice(["0.0003", "0.0004", "0.0005", "0.00055"])), per="day"),
                method=random.choice(["equal_payment", "equal_principal"]), instalments_left=random.choice([6, 9, 12, 18, 24, 36]),
                due_day=random.randrange(1, 29), days_overdue=late,
            )
        )  # fmt: skip
    return Case(debts=tuple(debts), incomes=(Income(name="工资", amount=Decimal(30_000)),))
