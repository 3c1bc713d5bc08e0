"""Every page in English holds no Chinese but names, and changing the language loses nothing."""

from __future__ import annotations

import re

import pytest

from assessment.case import Case
from tests.house.test_catalogues import AS_WRITTEN, CHINESE
from tests.samples import CASES
from ui.navigation import PAGES
from ui.text import speak

NAMES = [entry.name for entry in PAGES]
_TYPED = ("name", "product", "note", "proof", "reason", "who", "words", "place")


def in_plain_letters(case):
    """The same case with every word a person typed in plain letters."""

    def lettered(model):
        typed = {field: f"{field} x" for field in _TYPED if CHINESE.search(str(getattr(model, field, "")))}
        return model.model_copy(update=typed)

    sections = ("assets", "incomes", "expenses", "debts", "events")
    plain = {name: tuple(lettered(each) for each in getattr(case, name)) for name in sections}
    return case.model_copy(update={**plain, "household": lettered(case.household)})


@pytest.fixture(autouse=True)
def _chinese_again():
    yield
    speak("zh")


def in_english(pages, case):
    """The test's own thread speaks English too: it asks widgets for the words of their choices."""
    pages.session.language = "en"
    pages.session.replace(case)
    pages.app.run()
    speak("en")


def left_chinese(said):
    plain = re.sub("|".join(AS_WRITTEN), "", said)
    return [line for line in plain.splitlines() if CHINESE.search(line)]


@pytest.mark.parametrize("slug", [*sorted(CASES), "empty"])
def test_no_page_holds_chinese_in_english(pages, slug):
    in_english(pages, in_plain_letters(CASES.get(slug, Case())))
    for name in NAMES:
        pages.go(name)
        pages.unfold()
        assert left_chinese(pages.everything()) == [], name


def test_changing_the_language_keeps_the_case_and_what_was_refused(pages):
    pages.go("assets")
    pages.press("assets.add")
    pages.type("assets", 0, "value", text="很多")
    before = pages.session.case
    in_english_at = pages.session.refused.copy()
    pages.session.language = "en"
    pages.go("assets")
    assert pages.session.case == before
    assert pages.session.refused == in_english_at
    assert "cannot be understood" in pages.words()
