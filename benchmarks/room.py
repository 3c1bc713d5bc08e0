"""The room to negotiate one debt: the lender's side, the map, the three places, and the figures drawn from them."""

from __future__ import annotations

from assessment import assess, rules
from assessment.negotiation import Spot, deal, indifference, room
from benchmarks.measure import Row, at_most, ms, side_by_side
from tests.samples import CASES, STORY_DAY
from ui.charts import deal_map, equal_lump, theme
from ui.charts.deal_map import Mapped
from ui.charts.equal_lump import Once

TITLE = "有多少谈的余地：一笔债"
ROUNDS, GOAL = 30, 0.05


def rows() -> list[Row]:
    case, law = CASES["middle_three_debts"], rules.at(STORY_DAY)
    whole = assess(case, STORY_DAY)
    found = whole.debts[0]
    rate = found.position.annual_rate
    made = room(found, case, whole, rate, law)
    mapped = Mapped(made, deal(found, Spot(24, 0), rate, law))
    once = Once(indifference(found, rate), 24)
    times = side_by_side(
        {
            "对方那一边、图和三个点": lambda: room(found, case, whole, rate, law),
            "一份方案，到分": lambda: deal(found, Spot(24, 100_000), rate, law),
            "一次还清的线，二十种期数": lambda: indifference(found, rate),
            "图画成 JSON": lambda: deal_map.figure(mapped, theme.LIGHT).to_json(),
            "线画成 JSON": lambda: equal_lump.figure(once, theme.LIGHT).to_json(),
        },
        ROUNDS,
    )
    return [
        *(Row(name, ms(seconds)) for name, seconds in times.items()),
        at_most("合在一起", sum(times.values()), GOAL),
    ]
