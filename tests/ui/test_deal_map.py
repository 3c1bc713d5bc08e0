"""The deal map and the line of one payment draw what the domain says."""

from __future__ import annotations

import json

import pytest

from assessment import assess, rules
from assessment.negotiation import Spot, deal, indifference, room, terms, to_come
from assessment.offers import outcome
from tests.samples import CASES, STORY_DAY
from ui.charts import deal_map, equal_lump, theme
from ui.charts.deal_map import Mapped
from ui.charts.equal_lump import Once

LAW = rules.at(STORY_DAY)


def mapped(slug="middle_three_debts", place=0):
    case = CASES[slug]
    whole = assess(case, STORY_DAY)
    found = whole.debts[place]
    rate = next(iter(to_come(found, LAW).values()))
    made = room(found, case, whole, rate, LAW)
    return Mapped(made, deal(found, Spot(12, 0), rate, LAW))


def drawn(family, subject, palette=theme.LIGHT):
    return json.loads(family.figure(subject, palette).to_json())


@pytest.mark.parametrize("slug", sorted(set(CASES) - {"negative_budget"}))
@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_both_are_drawn_for_every_sample(slug, palette):
    subject = mapped(slug)
    once = Once(indifference(subject.room.found, subject.room.annual_rate), 24)
    for family, each in ((deal_map, subject), (equal_lump, once)):
        assert drawn(family, each, palette)["data"]
        assert family.reading(each)
        assert len(family.table(each)) == 20


def test_the_table_says_the_least_waiver_that_is_carried():
    subject = mapped()
    share = subject.room.found.comparison.share
    for row in deal_map.table(subject).to_dict("records"):
        off = int(row["建议数撑得住，至少减"] * 100)
        spot = Spot(row["期数"], off)
        result = outcome(
            subject.room.found.position, terms(subject.room.found.position, spot, subject.room.annual_rate)
        )
        assert result.monthly <= share.suggested
        assert row["上限撑得住，至少减"] <= row["建议数撑得住，至少减"] <= row["保底数撑得住，至少减"]


def test_every_term_and_every_fourth_hundredth_can_be_clicked():
    traces = deal_map.figure(mapped(), theme.LIGHT).data
    grid = next(trace for trace in traces if trace.name == "grid")
    points = set(zip(grid.x.tolist(), grid.y.tolist(), strict=True))
    assert points == {(months, share) for months in range(1, 61) for share in range(0, 61, 4)}


def test_shade_and_pattern_not_colour_alone_tell_the_regions_apart():
    likely, open_ = drawn(deal_map, mapped())["data"][:2]
    assert "fillpattern" not in likely
    assert open_["fillpattern"]["shape"] == "/"
    assert likely["x"]


def test_the_places_stand_where_their_deals_do():
    subject = mapped()
    owed = subject.room.deals.owed
    traces = {trace["name"]: trace for trace in drawn(deal_map, subject)["data"] if "name" in trace}
    for pin in subject.room.pins:
        assert traces[pin.name]["x"] == [pin.deal.spot.months]
        assert traces[pin.name]["y"] == [pytest.approx(100 * pin.deal.spot.waived / owed)]


def test_the_line_counts_in_ten_thousands():
    subject = Once(indifference(mapped().room.found, mapped().room.annual_rate), 24)
    assert any(tick.endswith("万") for tick in drawn(equal_lump, subject)["layout"]["yaxis"]["ticktext"])
