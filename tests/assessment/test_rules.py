"""Rules are dated, cited, and refused where they cannot be relied on."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assessment import rules
from assessment.rules import NotInForce
from assessment.rules.book import Malformed, read

DAY = date(2026, 11, 24)
VALUE = {
    "from": date(2020, 1, 1), "value": 1, "instrument": "《法》", "article": "第一条", "status": "in_force",
    "confidence": "text", "source": "x", "checked_on": DAY,
}  # fmt: skip


def entry(*values, **more):
    return {
        "title": "t",
        "unit": "",
        "applies_to": "a",
        "plain": "p",
        "values": [VALUE | value for value in values],
        **more,
    }


def test_every_rule_is_cited_dated_and_checked():
    every = rules.at(DAY).every
    assert len(every) > 15
    for rule in every:
        for held in rule.rulings:
            assert held.instrument, rule.name
            assert held.source, rule.name
            assert held.checked_on <= DAY, rule.name
            followed = any(held.until and later.since == held.until + timedelta(days=1) for later in rule.rulings)
            assert held.status != "in_force" or held.until is None or followed, rule.name
            assert rule.plain.endswith("。"), rule.name


@pytest.mark.parametrize(
    "field", ["instrument", "article", "status", "confidence", "source", "checked_on", "from", "value"]
)
def test_a_value_without_its_citation_is_refused(field):
    broken = entry({})
    del broken["values"][0][field]
    with pytest.raises(Malformed, match=field):
        read("r", "s", broken)


def test_overlapping_values_are_refused():
    with pytest.raises(Malformed, match="overlap"):
        read("r", "s", entry({}, {"from": date(2021, 1, 1)}))


def test_an_unknown_standing_is_refused():
    with pytest.raises(Malformed, match="maybe"):
        read("r", "s", entry({"status": "maybe"}))


def test_outside_every_window_nothing_is_guessed():
    with pytest.raises(NotInForce):
        rules.at(DAY).private_lending_cap.on(date(2019, 1, 1))


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2020, 8, 20), "0.0385"), (date(2021, 12, 19), "0.0385"), (date(2021, 12, 20), "0.0380"), (date(2022, 1, 19), "0.0380"),
        (date(2022, 1, 20), "0.0370"), (date(2025, 5, 19), "0.0310"), (date(2025, 5, 20), "0.0300"), (date(2026, 9, 20), "0.0300"),
    ],
)  # fmt: skip
def test_the_prime_rate_of_a_day(day, rate):
    assert rules.at(DAY).lpr_1y.on(day) == Decimal(rate)


def test_the_private_cap_changes_its_instrument_on_new_years_day_2021():
    cap = rules.at(DAY).private_lending_cap
    assert cap.ruling(date(2020, 12, 31)).instrument == "法释〔2020〕6号"
    assert cap.ruling(date(2021, 1, 1)).instrument == "法释〔2020〕17号"
    assert cap.on(date(2020, 8, 20)) == 4


def test_no_gap_between_the_prime_rates():
    rulings = rules.at(DAY).lpr_1y.rulings
    for before, after in zip(rulings, rulings[1:], strict=False):
        assert before.until == after.since - timedelta(days=1)


def test_the_table_under_docs_is_made_from_the_rules():
    from assessment.report import rule_table

    made = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    assert made == rule_table.markdown(rules.shipped())
    assert made.count("\n| `") == sum(len(rule.rulings) for rule in rules.at(DAY).every)


def test_every_subject_the_product_needs_has_its_file():
    subjects = {rule.subject for rule in rules.at(DAY).every}
    assert subjects >= {
        "rate_caps", "penalty_interest", "lpr", "allocation", "limitation", "court_costs", "enforcement", "credit_record", "collection",
        "channels", "living_costs", "products", "negotiation", "procedure", "insolvency",
    }  # fmt: skip
