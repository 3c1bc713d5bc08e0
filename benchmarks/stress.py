"""The odds of twelve debts, eight options each, sixty months, ours beside plain Python, in one run.

All sides try the same household; the plain side runs on few futures and is scaled. Then how far other seeds lie
apart, beside what 10 000 plain futures would give; the curve of payments beside bisection; and the page itself.
"""

from __future__ import annotations

import statistics
from pathlib import Path

import numpy as np

from assessment import assess, stress
from assessment.stress import compiled, points, reference, spells
from benchmarks.measure import Row, at_most, ms, side_by_side, timed, times
from tests.samples import CASES, STORY_DAY

TITLE = "撑得住吗：十二笔债 × 八个方案 × 六十个月"
ROOT = Path(__file__).parent.parent
OPTIONS, PLAIN, FEW, ROUNDS, SEEDS, EDITS = 8, 10_000, 24, 21, 40, 40
SAMPLES = ("gig_uneven_income", "late_sued", "middle_three_debts", "rural_single_mother", "twelve_debts")


class Tried:
    """One sample household with its plans."""

    def __init__(self, slug):
        case = CASES[slug]
        found = assess(case, STORY_DAY)
        chosen = stress.usual(found.debts)
        self.chances = case.futures
        self.home = stress.home(case, found.affordability, STORY_DAY)
        self.together = stress.together(found.debts, chosen)
        menus = stress.menus(found.debts, chosen)
        self.plans = np.concatenate([menu.payments[:OPTIONS] for menu in menus])

    def odds(self, plans):
        saved = stress.run(self.home, self.chances).saved
        return stress.kept_up(stress.break_months(saved, plans, self.home.cushion, self.home.left))


TWELVE = Tried("twelve_debts")
SAVED = stress.run(TWELVE.home, TWELVE.chances).saved
EVERY = np.random.default_rng(1).random((len(TWELVE.plans), stress.MONTHS, stress.FUTURES))
COPY = np.empty_like(EVERY)
SAVED_COPY = np.empty_like(SAVED)


def forget():
    for each in (points._evenly, points._plain, spells.months):  # noqa: SLF001
        each.cache_clear()


def kept():
    return TWELVE.odds(TWELVE.plans)


def new_chances():
    spells.months.cache_clear()
    return kept()


def from_nothing():
    forget()
    return kept()


def judged():
    return stress.break_months(SAVED, TWELVE.plans, TWELVE.home.cushion, TWELVE.home.left)


def judged_compiled():
    return compiled.break_months(SAVED, TWELVE.plans, TWELVE.home.cushion, TWELVE.home.left)


def plain_python():
    left = TWELVE.home.left
    for future in range(FEW):
        months = reference.saved(TWELVE.home, TWELVE.chances, numbers_of(future))
        for plan in PLANS:
            reference.broken(months, plan, TWELVE.home.cushion, left)


PLANS = TWELVE.plans.tolist()


def numbers_of(future):
    return lambda process, use, turn: float(points.numbers(process, use, turn)[future])


def copy_futures():
    np.copyto(SAVED_COPY, SAVED)


def copy_every():
    np.copyto(COPY, EVERY)


class PlainNumbers:
    """10 000 futures from plain random numbers, drawn anew each time."""

    def __enter__(self):
        self.before = points.FUTURES, points.numbers
        random = np.random.default_rng(5)
        points.FUTURES, points.numbers = PLAIN, lambda *_place: random.random(PLAIN)
        spells.months.cache_clear()

    def __exit__(self, *_error):
        points.FUTURES, points.numbers = self.before
        spells.months.cache_clear()


def plain_futures():
    with PlainNumbers():
        return kept()


SIDES = {
    "从头来：点、工作和失业的长短、每个方案": (from_nothing, 1),
    "换了估计：点留着": (new_chances, 1),
    "页面上拖一下：长短留着": (kept, 1),
    "一万个普通随机的以后，每次重抽": (plain_futures, 1),
    "只判断，NumPy": (judged, 1),
    "只判断，numba（另装）": (judged_compiled, 1),
    "内存抄一遍这些以后（下限）": (copy_futures, 1),
    "内存抄一遍每个方案、每个月、每种以后": (copy_every, 1),
    "纯 Python 逐个算，一万个以后": (plain_python, PLAIN / FEW),
}


def equal_months():
    """How many of some futures break in the same month as in plain Python, and of how many."""
    found = judged()
    same = sum(
        reference.break_month(TWELVE.home, TWELVE.chances, plan, numbers_of(future)) == found[row, future]
        for future in range(0, stress.FUTURES, stress.FUTURES // 16) for row, plan in enumerate(PLANS)
    )  # fmt: skip
    return same, 16 * len(PLANS)


def spread():
    """For each sample how far other seeds lie apart, and 10 000 plain futures by formula, in percentage points."""
    every = [Tried(slug) for slug in SAMPLES]
    seed = points._SEED  # noqa: SLF001
    shares = []
    for other in range(SEEDS):
        points._SEED = other  # noqa: SLF001
        forget()
        shares.append([each.odds(each.together)[0].share for each in every])
    points._SEED = seed  # noqa: SLF001
    forget()
    means = [statistics.mean(column) for column in zip(*shares, strict=True)]
    ours = [statistics.stdev(column) * 100 for column in zip(*shares, strict=True)]
    return ours, [(share * (1 - share) / PLAIN) ** 0.5 * 100 for share in means]


MANY = np.cumsum(np.random.default_rng(3).normal(60_000, 250_000, (stress.MONTHS, PLAIN)).round(), axis=0)


def curve():
    return stress.largest_payments(MANY, 500_000)


def bisection():
    """One point of the curve, by halving over the simulator."""
    low, high = 0, 1_000_000
    while low < high:
        middle = (low + high + 1) // 2
        level = np.zeros((1, stress.MONTHS + 1), np.int64)
        level[0, 1:] = middle
        held = (stress.break_months(MANY, level, 500_000, 0) == stress.HELD).mean() >= 0.9
        low, high = (middle, high) if held else (low, middle - 1)
    return low


def page(slug):
    """Seconds of a slider moved on the page, the whole rerun in this process, as the page test drives it."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page("pages/home.py").run()
    app.button(key=f"sample.{slug}").click().run()
    app.switch_page("pages/holding.py").run()
    found = []
    for edit in range(EDITS):
        slider = next(each for each in app.slider if "再多存多少" in each.label)
        slider.set_value(int(slider.step) * (edit % 50 + 1))
        found.append(timed(app.run))
    return statistics.median(found)


def rows():
    found = side_by_side({name: work for name, (work, _) in SIDES.items()}, ROUNDS)
    whole = {name: seconds * SIDES[name][1] for name, seconds in found.items()}
    fresh, edited = (whole[name] for name in list(SIDES)[:3:2])
    plain = whole.pop("纯 Python 逐个算，一万个以后")
    table = [Row(name, ms(seconds), times(seconds / edited)) for name, seconds in whole.items()]
    table[0] = at_most(table[0].name, fresh, 0.04, table[0].ratio)
    table.append(Row("纯 Python 逐个算，一万个以后", ms(plain), times(plain / edited), "≥ ×500", plain >= 500 * edited))
    same, count = equal_months()
    ours, by_formula = spread()
    curves = side_by_side({"curve": curve, "bisection": bisection}, ROUNDS)
    slow = max(SAMPLES, key=(pages := {slug: page(slug) for slug in SAMPLES}).__getitem__)
    return [
        *table,
        Row("断供的月份和纯 Python 相同的", f"{same} / {count}", "", f"{count}", same == count),
        Row(f"换 {SEEDS} 次种子的误差，五户里最大的", f"{max(ours):.2f} 个百分点", f"一万个普通的以后 {max(by_formula):.2f}", "不比它大", all(a <= b for a, b in zip(ours, by_formula, strict=True))),
        at_most("撑得住的最大月供，整条线", curves["curve"], 0.005),
        Row("其中一点，用二分法", ms(curves["bisection"]), times(curves["bisection"] / curves["curve"])),
        Row("两种算法在九成处相同", "是" if stress.payment_for(curve(), 0.9) == bisection() else "否", "", "是", stress.payment_for(curve(), 0.9) == bisection()),
        at_most("页面上拖滑块到有结果，五户里最慢的中位数", pages[slow], 0.05),
    ]  # fmt: skip
