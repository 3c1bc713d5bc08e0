"""Every page opens on every kind of case, and says nothing it should not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment import money
from tests.samples import CASES
from ui.navigation import PAGES

NAMES = [entry.name for entry in PAGES]


@pytest.mark.parametrize("name", NAMES)
def test_opens_empty_with_its_own_title(pages, name):
    app = pages.go(name)
    assert len(app.title) == 1
    assert app.title[0].value


@pytest.mark.parametrize("slug", sorted(CASES))
def test_every_page_opens_on_every_sample(pages, slug):
    pages.sample(slug)
    for name in NAMES:
        app = pages.go(name)
        assert len(app.title) == 1, name
        said = pages.words()
        assert "None" not in said, name
        assert "{" not in said, name
        assert "!" not in said, name
        assert "！" not in said, name


def test_a_negative_budget_is_offered_no_plan_as_affordable(pages):
    pages.sample("negative_budget")
    pages.go("options")
    said = pages.words()
    assert "建议先谈" not in said
    assert "撑得住]" not in said
    pages.go("affordability")
    assert "没有余钱" in pages.words()
    pages.go("actions")
    assert "12348" in pages.words()


def test_a_summons_comes_with_its_fifteen_days_and_its_article(pages):
    pages.sample("late_sued")
    pages.go("actions")
    said = pages.words()
    assert "15 天内交答辩状" in said
    assert "第一百二十八条" in said
    assert "12348" in said


def test_nobody_is_told_to_borrow(pages):
    pages.sample("twelve_debts")
    for place in range(12):
        pages.session.chosen_debt = place
        pages.go("options")
        comparison = pages.session.debt(place).comparison
        if comparison.recommended is not None:
            assert comparison.options[comparison.recommended].outcome.terms.kind not in {"new_borrowing", "do_nothing"}


def test_the_plan_to_take_along_holds_the_terms_changed_on_the_screen(pages):
    pages.sample("middle_three_debts")
    before = pages.session.debt(0).comparison
    place = before.recommended
    terms = before.options[place].outcome.terms
    pages.session.offer(0, place, replace(terms, annual_rate=Decimal("0.01")))
    pages.go("report")
    changed = pages.session.debt(0).comparison
    total = changed.options[changed.recommended].outcome.total
    assert total != before.options[place].outcome.total
    plan = next(table.value for table in pages.app.table if "建议先谈" in table.value.columns)
    assert money.to_yuan(total) in {Decimal(str(value)) for value in plan["一共还"]}


def test_a_debt_that_may_be_barred_has_no_offer_in_the_plan(pages):
    pages.sample("old_loans_and_calls")
    pages.go("report")
    plan = next(table.value for table in pages.app.table if "建议先谈" in table.value.columns)
    assert "先弄清诉讼时效" in set(plan["建议先谈"])
