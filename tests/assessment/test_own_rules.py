"""A person's own rules: what is sound is used, everything else is named, nothing is guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import assess, rules
from assessment.case import Case, Expense, Household
from assessment.report.chinese import chinese

DAY = date(2026, 11, 23)


def extended(text):
    pack, problems = rules.extended(text, DAY)
    return rules.at(DAY, pack), problems


def test_the_example_is_sound_and_changes_what_it_says():
    law, problems = extended(rules.EXAMPLE)
    assert problems == ()
    assert law.lpr_1y.ruling(date(2026, 10, 20)).source.startswith("全国银行间同业拆借中心 2026-10-20")
    assert law.lpr_1y.on(date(2026, 10, 19)) == Decimal("0.0300")


def test_a_new_month_of_the_prime_rate_ends_the_one_before():
    law, problems = extended("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-11-20\nvalue = 0.0290\n")
    assert problems == ()
    assert law.lpr_1y.on(date(2026, 11, 19)) == Decimal("0.0300")
    assert law.lpr_1y.on(date(2026, 11, 20)) == Decimal("0.0290")
    assert law.lpr_1y.ruling(DAY).confidence == "unverified"
    assert rules.at(DAY).lpr_1y.on(DAY) == Decimal("0.0300")


def test_a_value_between_two_days_leaves_both_sides_as_they_were():
    law, problems = extended("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2025-07-01\nuntil = 2025-07-31\nvalue = 0.05\n")
    assert problems == ()
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2025, 7, 31), date(2025, 8, 1))
    assert [law.lpr_1y.on(day) for day in days] == [Decimal(rate) for rate in ("0.0300", "0.05", "0.05", "0.0300")]


def test_a_citys_minimum_reaches_the_living_costs():
    pack, _problems = rules.extended(
        '[minimum_living_by_place]\n[[minimum_living_by_place.values]]\nfrom = 2026-01-01\nvalue = { "某市" = 1000 }',
        DAY,
    )
    case = Case(
        household=Household(place="某市东区", adults=2),
        expenses=(Expense(name="吃饭", category="food", amount=Decimal(500)),),
    )
    own, shipped = assess(case, DAY, pack).affordability.guided, assess(case, DAY).affordability.guided
    assert own.yuan == Decimal("2000.00")
    assert shipped.yuan < own.yuan


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[lpr_1y", "读不懂"), ("[lpr_1y]\n", "没有写值"), ("[lpr_1y]\nvalues = 3", "没有写值"),
        ('[lpr_1y]\n[[lpr_1y.values]]\nfrom = "2026-10-20"\nvalue = 0.03', "日期不对"),
        ("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-10-20", "没有写值"),
        ("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-10-20\nvalue = 3.0", "写法和原来的不一样"),
        ('[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-10-20\nvalue = "3%"', "写法和原来的不一样"),
        ("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-10-20\nuntil = 2026-10-01\nvalue = 0.03", "结束的日子不对"),
        ("[lpr_5y]\n[[lpr_5y.values]]\nfrom = 2026-10-20\nvalue = 0.03", "没有叫这个名字的规则"),
        ("x" * 300_000, "文件太大"),
        ("a = " + "[" * 100_000, "读不懂"),
        ("[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-13-45", "第 3 行读不懂"),
    ],
)  # fmt: skip
def test_what_is_malformed_is_named_and_the_shipped_rule_stands(text, words):
    law, problems = extended(text)
    assert words in "".join(chinese(problem.what) for problem in problems)
    assert law.value("lpr_1y") == Decimal("0.0300")


def test_everything_wrong_is_told_at_once_and_the_sound_is_kept():
    law, problems = extended(
        "[lpr_1y]\n[[lpr_1y.values]]\nfrom = 2026-11-20\nvalue = 0.029\n[[lpr_1y.values]]\nfrom = 2026-12-20\nvalue = 29\n[nothing]\nx = 1\n"
    )
    assert law.value("lpr_1y") == Decimal("0.029")
    assert [problem.where.cell for problem in problems] == ["lpr_1y 第 2 个值", "nothing"]


@given(st.text(max_size=200) | st.text(st.sampled_from('[]="lpr_1y.values\nfrom2026-10{}3 #'), max_size=120))
def test_no_text_breaks_the_reader(text):
    law, _problems = extended(text)
    assert law.every
