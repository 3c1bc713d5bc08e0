"""What stands beside a figure of law: where it is written, and whether anybody read it there."""

from __future__ import annotations

from datetime import date

from assessment import rules
from ui import cited

DAY = date(2026, 11, 24)


def test_what_was_not_read_in_the_law_says_so_where_it_is_cited():
    for rule in rules.at(DAY).every:
        held, said = rule.latest(DAY), cited._cited(rule, DAY)
        assert (held.confidence == "text") == ("二手来源" not in said and "未核实" not in said), rule.name
