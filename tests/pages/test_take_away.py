"""What is taken along: every figure on a paper is on the pages, and every file says what its paper says."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from numbers import Real

import pytest

from assessment import money
from assessment.report import picture
from assessment.report.chinese import chinese
from tests.assessment.test_papers import joined, words, written
from ui import take_away


def amounts(text):
    return set(re.findall(r"¥[\d,]+\.\d\d", text.replace("\\", "")))


def told(pages):
    """Everything said on the page, amounts in tables as they are printed."""
    cells = [cell for table in pages.app.table for cell in table.value.to_numpy().ravel()]
    numbers = (
        money.show(Decimal(repr(float(cell)))) for cell in cells if isinstance(cell, Real) and math.isfinite(cell)
    )
    return "\n".join([pages.everything(), *numbers])


def choose(pages, paper):
    pages.go("report")
    pages.app.radio(key="report.edition").set_value(paper).run()
    pages.clean()
    return told(pages)


@pytest.fixture
def drafts(monkeypatch):
    """Every draft the page offers, newest last."""
    offered, keys = [], take_away._picture
    monkeypatch.setattr(take_away, "_picture", lambda draft: (offered.append(draft), keys(draft)))
    return offered


def of_the_pages(pages):
    """Every amount on the pages that the papers about the first debt and the plan are made from."""
    found = set()
    visits = [("affordability", 0), ("actions", 0), ("room", 0), ("call", 0)]
    for name, debt in visits + [("options", debt) for debt in range(len(pages.session.case.debts))]:
        pages.session.chosen_debt = debt
        pages.go(name)
        pages.unfold()
        found |= amounts(told(pages))
    pages.session.chosen_debt = 0
    return found


def balances(pages):
    """What is still owed after each payment of any option of the first debt, or of a recommended one."""
    debts = [pages.session.debt(place) for place in range(len(pages.session.case.debts))]
    best = [
        debt.comparison.options[debt.comparison.recommended]
        for debt in debts
        if debt.comparison.recommended is not None
    ]
    options = [*debts[0].comparison.options, *best]
    return {money.show(money.to_yuan(fen)) for each in options for fen in each.outcome.path.balance}


@pytest.mark.parametrize("slug", ["middle_three_debts", "negative_budget"])
def test_every_figure_of_a_paper_is_on_the_pages(pages, drafts, slug):
    pages.sample(slug)
    known = of_the_pages(pages) | balances(pages)
    for paper in ("full", "family", "letter", "card"):
        shown = amounts(choose(pages, paper))
        assert shown, paper
        assert shown - known == set(), paper
        assert amounts(words(drafts[-1].paper)) == shown, paper
        assert amounts(written(drafts[-1].paper)) == shown, paper
        if drafts[-1].picture:
            sheet = picture.laid_out(drafts[-1].picture, chinese, joined)
            assert amounts("".join(run.words for run in sheet.runs)) <= shown, paper


def test_the_picture_names_no_lender_unless_asked_to(pages, drafts):
    pages.sample("middle_three_debts")
    names = [debt.name for debt in pages.session.case.debts]
    choose(pages, "full")
    assert all(name in words(drafts[-1].paper) for name in names)
    assert not any(name in words(drafts[-1].picture) for name in names)
    pages.app.toggle(key="report.named").set_value(True).run()
    assert all(name in words(drafts[-1].picture) for name in names)
    choose(pages, "family")
    assert not any(name in words(drafts[-1].paper) + words(drafts[-1].picture) for name in names)


def test_the_card_follows_the_interest_chosen_for_the_room(pages, drafts):
    pages.sample("middle_three_debts")
    pages.go("room")
    key = pages.session.key("room", 0, "interest")
    before = amounts(choose(pages, "card"))
    pages.go("room")
    pages.app.segmented_control(key=key).set_value("none").run()
    assert pages.app.segmented_control(key=key).value == "none"
    pages.go("home")
    pages.go("room")
    assert pages.app.segmented_control(key=key).value == "none"
    room = amounts(told(pages))
    pages.go("call")
    assert "今后不再计息" in pages.words()
    card = amounts(choose(pages, "card"))
    assert card != before
    payment = next(stand for stand in amounts(words(drafts[-1].paper)) if stand not in before)
    assert payment in room


def test_a_debt_that_may_be_barred_has_a_card_without_an_offer_and_no_letter(pages, drafts):
    pages.sample("old_loans_and_calls")
    pages.session.chosen_debt = 1
    assert "可以这样说" not in choose(pages, "card")
    assert "先不出请求书" in choose(pages, "letter")


def test_a_request_that_was_sent_is_logged_as_asked_for_and_only_by_its_key(pages):
    pages.sample("middle_three_debts")
    choose(pages, "letter")
    before = len(pages.session.case.events)
    pages.press("report.word.sent")
    assert len(pages.session.case.events) == before + 1
    event = pages.session.case.events[-1]
    assert (event.kind, event.name, event.who) == ("asked", "京东金条", "京东金条")
    assert (event.day, event.words, event.proofs) == (pages.session.as_of, "寄出方案请求书", ())
    pages.go("call")
    assert "没有能算的数" in pages.words()


def test_where_no_chinese_type_is_the_page_says_so(pages, monkeypatch):
    pages.sample("early_jintiao")
    monkeypatch.setattr(picture, "typeface", lambda: None)
    assert "没有找到中文字体" in choose(pages, "family")
    assert not [each for each in pages.app.get("download_button") if "长图" in each.proto.label]
