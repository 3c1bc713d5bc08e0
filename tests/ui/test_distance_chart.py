"""The chart of a talk says what the ledger says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from assessment import assess
from assessment.case import Event
from assessment.deal.ledger import ledger
from assessment.figures import Capacity
from tests.samples import CASES, STORY_DAY
from ui.charts import distance, theme

WORDS = (
    ("offered", "12期，每期1500"),
    ("asked", "分24期，每期700元"),
    ("offered", "24期，每期900"),
    ("offered", "没有方案"),
)


def talk(words=WORDS):
    found = assess(CASES["middle_three_debts"], STORY_DAY).debts[0]
    share = Capacity(30_000, 80_000, 90_000)
    found = replace(found, comparison=replace(found.comparison, share=share))
    events = [
        Event(name=found.debt.name, day=date(2026, 11, 23), time=f"10:0{place}", kind=kind, words=said)
        for place, (kind, said) in enumerate(words)
    ]
    return ledger(events, found)


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_their_gaps_are_the_line_and_ours_the_marks(palette):
    spec = json.loads(distance.figure(talk(), palette).to_json())
    theirs, ours = spec["data"]
    assert list(zip(theirs["x"], theirs["y"], strict=True)) == [(1, 700.0), (3, 100.0)]
    assert list(zip(ours["x"], ours["y"], strict=True)) == [(2, 0.0)]
    assert [each["text"] for each in spec["layout"]["annotations"]] == ["700", "100", "我"]


def test_the_table_holds_every_offer_to_the_fen():
    rows = distance.table(talk()).to_dict("records")
    assert [row["谁"] for row in rows] == ["对方", "我", "对方", "对方"]
    assert [str(row["一共"]) for row in rows[:3]] == ["18000.00", "16800.00", "21600.00"]
    assert rows[3]["还差"] is None


def test_the_sentence_says_from_where_to_where():
    assert distance.reading(talk()) == "对方从差 ¥700.00 到差 ¥100.00。"
    assert distance.reading(talk(WORDS[:1])) == "对方的方案还差 ¥700.00。"
    assert distance.reading(()) == "还没有能算的对方方案。"
    assert "已经还得起" in distance.reading(talk((*WORDS, ("offered", "36期，每期500"))))
