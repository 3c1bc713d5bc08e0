"""Charts of the odds say what the engine says, in marks that differ in shape as well as colour."""

from __future__ import annotations

import json

import numpy as np
import pytest

from assessment import assess, stress
from tests.samples import CASES, STORY_DAY
from ui.charts import breaking, hundred, influence, payment_odds, people, survival, theme
from ui.charts.breaking import Breaking
from ui.charts.influence import Influence
from ui.charts.payment_odds import PaymentOdds
from ui.charts.survival import Line, Survival

SLUGS = ("gig_uneven_income", "middle_three_debts", "twelve_debts")
PALETTES = pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])


@pytest.fixture(params=SLUGS, scope="module")
def tried(request):
    case = CASES[request.param]
    found = assess(case, STORY_DAY)
    home = stress.home(case, found.affordability, STORY_DAY)
    trial = stress.Trial(home, stress.run(home, case.futures), found.debts, stress.usual(found.debts), home.cushion)
    return trial, stress.judge(trial, trial.together), case.futures, found.affordability.capacity


def drawn(family, subject, palette=theme.LIGHT):
    return json.loads(family.figure(subject, palette).to_json())


@pytest.mark.parametrize(("share", "count", "short", "said"), [
    (0.0, 0, "0", "几乎没有人"), (0.001, 0, "<1", "不到 1 个"), (0.314, 31, "31", "约 31 个"), (0.315, 32, "32", "约 32 个"),
    (0.999, 100, ">99", "99 个以上"), (1.0, 100, "100", "几乎都"),
])  # fmt: skip
def test_shares_are_told_as_people_and_never_rounded_to_certainty(share, count, short, said):
    assert hundred.short(share) == short
    assert hundred.count(share) == count
    assert hundred.said(share) == said


def test_an_error_is_never_told_as_nothing():
    assert hundred.error(0.0004) == "±1 个"
    assert hundred.error(0.031) == "±3 个"


@PALETTES
def test_a_hundred_marks_two_shapes(tried, palette):
    breaks = tried[1].odds[0].other
    spec = drawn(people, breaks, palette)
    assert sum(len(trace["x"]) for trace in spec["data"]) == 100
    assert len(spec["data"][1]["x"]) == hundred.count(breaks.share)
    assert len({trace["marker"]["symbol"] for trace in spec["data"]}) == 2
    assert len({(x, y) for trace in spec["data"] for x, y in zip(trace["x"], trace["y"], strict=True)}) == 100
    assert hundred.said(breaks.share) in people.reading(breaks)
    assert people.table(breaks).iloc[1, 1] == hundred.said(breaks.share)


@PALETTES
def test_each_plan_s_line_is_its_curve_and_its_table(tried, palette):
    trial, verdict, _chances, _capacity = tried
    menu = stress.menus(trial.debts, trial.chosen)[0]
    verdict = stress.judge(trial, menu.payments)
    last = stress.last_months(menu.payments)
    options = trial.debts[0].comparison.options
    lines = tuple(
        Line(options[place].outcome.title, verdict.curve[row, : last[row] + 1], options[place].outcome.terms.kind, row == 0)
        for row, place in enumerate(menu.places) if last[row]
    )  # fmt: skip
    shown = Survival(STORY_DAY, lines)
    spec = drawn(survival, shown, palette)
    frame = survival.table(shown)
    assert len({json.dumps(trace["line"]["dash"]) + trace["line"]["color"] for trace in spec["data"]}) == len(lines)
    for trace, line, words in zip(spec["data"], lines, spec["layout"]["annotations"], strict=True):
        assert trace["y"][: len(line.curve)] == pytest.approx((line.curve * 100).tolist())
        assert words["text"] == f"{line.title.split('，')[0]} {hundred.short(line.curve[-1])}"
        column = [each for each in frame[line.title] if each]
        assert column == [hundred.short(share) for share in line.curve]
    assert survival.reading(shown)


def test_no_line_at_all_is_still_a_chart():
    assert drawn(survival, Survival(STORY_DAY, ()))["data"] == []
    assert survival.reading(Survival(STORY_DAY, ()))
    assert len(survival.table(Survival(STORY_DAY, ()))) == 0


@PALETTES
def test_what_breaks_it_is_told_with_what_would_be_spared(tried, palette):
    trial, verdict, chances, _capacity = tried
    calm = stress.without_each(trial.home, chances, verdict.payments)
    causes = stress.causes(trial.runs, verdict.broken[0], calm, trial.cushion)
    shown = Breaking(verdict.odds[0].other, causes)
    spec = drawn(breaking, shown, palette)
    bars = dict(zip(spec["data"][0]["y"], spec["data"][0]["x"], strict=True))
    for cause in causes:
        assert bars[stress.TITLE[cause.shock]] == pytest.approx(max(shown.breaks.share - cause.without.share, 0) * 100)
    assert stress.TITLE[causes[0].shock] in breaking.reading(shown)
    assert len(breaking.table(shown)) == len(causes)


@PALETTES
def test_each_input_s_bars_begin_at_today_s_odds(tried, palette):
    trial, verdict, chances, _capacity = tried
    levers = stress.levers(stress.moved(trial.home, chances, verdict.payments), trial.cushion)
    shown = Influence(verdict.odds[0].other, levers)
    spec = drawn(influence, shown, palette)
    for trace, side in zip(spec["data"], ("breaks_down", "breaks_up"), strict=True):
        ends = [trace["base"] + length for length in trace["x"]]
        assert ends == pytest.approx([getattr(lever, side).share * 100 for lever in levers[::-1]])
    assert spec["data"][0]["marker"]["pattern"] != spec["data"][1]["marker"]["pattern"]
    assert len(influence.table(shown)) == len(levers)
    assert levers[0].title in influence.reading(shown)


@PALETTES
def test_the_payment_curve_falls_and_its_points_are_the_engine_s(tried, palette):
    trial, verdict, _chances, capacity = tried
    months = int(stress.last_months(verdict.payments)[0])
    largest = stress.largest_payments(trial.runs.saved, trial.cushion, months)
    shown = PaymentOdds(largest, months, capacity)
    spec = drawn(payment_odds, shown, palette)
    line = spec["data"][0]
    assert (np.diff(line["x"]) >= 0).all()
    assert (np.diff(line["y"]) < 0).all()
    for yuan, share in list(zip(line["x"], line["y"], strict=True))[1:]:
        if yuan >= 1:
            assert stress.share_for(largest, round(yuan * 100)) * 100 >= share - 1.01
    told = dict(payment_odds.table(shown).to_numpy().tolist())
    assert told["90"] == stress.payment_for(largest, 0.9) // 100
    assert str(months) in payment_odds.reading(shown)


def test_where_no_payment_reaches_ninety_the_chart_says_so():
    shown = PaymentOdds(
        np.full(stress.FUTURES, -1.0), 12, assess(CASES["negative_budget"], STORY_DAY).affordability.capacity
    )
    assert "到不了" in payment_odds.reading(shown)
    assert drawn(payment_odds, shown)["data"]
