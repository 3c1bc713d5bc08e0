"""Charts say what the engine says, in words and colours that do not move."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from assessment import assess
from assessment.case import Case, Debt, Rate
from tests.samples import CASES, STORY_DAY
from ui.charts import balance, cost, credit_grid, cumulative, large, payments, theme, waterfall
from ui.charts.shown import Shown

COMPARING = (payments, cost, balance, cumulative)


def shown(slug="middle_three_debts", place=0):
    found = assess(CASES[slug], STORY_DAY).debts[place]
    return Shown(found, tuple(range(len(found.comparison.options))))


def drawn(family, subject, palette=theme.LIGHT):
    return json.loads(family.figure(subject, palette).to_json())


@pytest.mark.parametrize("family", COMPARING)
@pytest.mark.parametrize("slug", sorted(CASES))
@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_chart_is_drawn_for_every_sample(family, slug, palette):
    subject = shown(slug)
    spec = drawn(family, subject, palette)
    assert spec["data"]
    assert family.reading(subject)
    assert len(family.table(subject))


@pytest.mark.parametrize("family", COMPARING)
def test_nothing_chosen_is_still_a_chart(family):
    found = assess(CASES["middle_three_debts"], STORY_DAY).debts[0]
    assert drawn(family, Shown(found, ())) is not None
    assert family.reading(Shown(found, ()))


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_cost_table_adds_up_to_the_engines_total(slug):
    subject = shown(slug)
    rows = cost.table(subject).to_dict("records")
    totals = {option.outcome.title: Decimal(option.outcome.total) / 100 for option in subject.options}
    for row in rows:
        whole = row["本金"] + row["今后的利息"] + row["已欠的利息、罚息和费用"] + row["今后的手续费"]
        assert row["一共还"] == whole == totals[row["方案"]]


def test_the_payment_table_holds_every_payment_to_the_fen():
    subject = shown()
    frame = payments.table(subject)
    for option in subject.options:
        column = frame[option.outcome.title].dropna()
        assert [int(value * 100) for value in column] == list(option.outcome.path.payment)


def test_a_colour_belongs_to_a_kind_and_never_moves():
    whole, part = shown(), Shown(shown().found, (3, 7))
    colour = {trace["name"]: trace["line"]["color"] for trace in drawn(balance, whole)["data"]}
    for trace in drawn(balance, part)["data"]:
        assert colour[trace["name"]] == trace["line"]["color"]


def test_axes_count_in_ten_thousands_and_never_in_millions():
    debt = Debt(
        name="大额", principal=Decimal(3_000_000), rate=Rate(value=Decimal("0.05")), instalments_left=36, due_day=5
    )
    found = assess(Case(debts=(debt,)), STORY_DAY).debts[0]
    axis = drawn(balance, Shown(found, (0, 1, 2)))["layout"]["yaxis"]
    assert any(tick.endswith("万") for tick in axis["ticktext"])
    assert not any("M" in tick or "k" in tick for tick in axis["ticktext"])


def test_a_hostile_name_stays_text_in_a_chart():
    assert (
        theme.safe("<a href='http://evil.example'>x</a> $x$")
        == "&lt;a href='http://evil.example'&gt;x&lt;/a&gt; &#36;x&#36;"
    )


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_waterfall_ends_at_the_three_figures(slug):
    found = assess(CASES[slug], STORY_DAY).affordability
    trace = drawn(waterfall, found)["data"][0]
    assert trace["x"][0] == pytest.approx(float(found.income.yuan))
    assert trace["x"][-3:] == pytest.approx(
        [float(each.yuan) for each in (found.ceiling, found.suggested, found.floor)]
    )
    spent = -sum(height for height, measure in zip(trace["x"], trace["measure"], strict=True) if measure == "relative")
    assert spent == pytest.approx(float(found.guided.yuan))
    assert waterfall.reading(found)


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_credit_grid_writes_the_code_in_every_cell(slug):
    for found in assess(CASES[slug], STORY_DAY).debts:
        trace = drawn(credit_grid, found)["data"][0]
        codes = {code for row in trace["text"] for code in row}
        assert codes <= {"N", "1", "2", "3", "4", "5", "6", "7", "C", "*", ""}
        assert len(trace["text"]) == len(trace["y"])
        assert credit_grid.reading(found)
        assert len(credit_grid.table(found)) == len(trace["y"])


@pytest.mark.parametrize(("heights", "gap"), [([1.0, 1.0, 1.0], 0.5), ([3.0, 1.0, 2.9], 0.2), ([], 1.0)])
def test_labels_are_moved_apart(heights, gap):
    placed = sorted(theme.spread_out(heights, gap))
    assert all(after - before >= gap - 1e-9 for before, after in zip(placed, placed[1:], strict=False))


@pytest.mark.parametrize("family", COMPARING)
def test_a_chart_for_a_room_has_larger_words_and_says_nothing_under_the_pointer(family):
    small, still = drawn(family, shown()), json.loads(large.still(family.figure(shown(), theme.LIGHT)).to_json())
    assert still["layout"]["height"] > small["layout"]["height"]
    assert still["layout"]["font"]["size"] > small["layout"]["font"]["size"]
    for before, after in zip(
        small["layout"].get("annotations", ()), still["layout"].get("annotations", ()), strict=True
    ):
        assert after["text"] == before["text"]
        assert after["font"]["size"] > before["font"]["size"]
    for before, after in zip(small["data"], still["data"], strict=True):
        assert (after["x"], after["y"]) == (before["x"], before["y"])
        assert not {"customdata", "hovertemplate"} & set(after)
        assert after["hoverinfo"] == "skip"
