"""The papers as an office program sets them: a call card on one page in either language, amounts in one piece."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from pypdf import PdfReader

from assessment import assess, rules
from assessment.deal.preparation import prepare
from assessment.negotiation import room, to_come
from assessment.report import one_page, word
from assessment.report.call_card import call_card
from assessment.report.household_plan import by_name, household_plan
from tests.samples import CASES, STORY_DAY
from ui.text import plain, sentences, speak

LAW = rules.at(STORY_DAY)
CARDS = [
    ("middle_three_debts", 0), ("late_sued", 0), ("negative_budget", 0), ("old_loans_and_calls", 1), ("old_loans_and_calls", 2),
    ("rural_single_mother", 0), ("twelve_debts", 0), ("twelve_debts", 11),
]  # fmt: skip


def card(slug, place):
    case = CASES[slug]
    whole = assess(case, STORY_DAY)
    found = whole.debts[place]
    roomed = room(found, case, whole, next(iter(to_come(found, LAW).values())), LAW)
    return call_card(prepare(case, roomed, whole.affordability, (), LAW))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Every card and one plan in both languages, as PDF by LibreOffice."""
    office = shutil.which("soffice")
    assert office, "this test needs LibreOffice"
    made = tmp_path_factory.mktemp("papers")
    for language in ("zh", "en"):
        speak(language)
        for slug, place in CARDS:
            paper = card(slug, place)
            data = word.write(paper, plain, sentences, one_page.look(paper, plain, sentences))
            (made / f"{slug}-{place}-{language}.docx").write_bytes(data)
        plan = household_plan(assess(CASES["middle_three_debts"], STORY_DAY), by_name, LAW)
        (made / f"plan-{language}.docx").write_bytes(word.write(plan, plain, sentences))
    speak("zh")
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    files = [str(file) for file in sorted(made.glob("*.docx"))]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(made), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return made


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_card_is_one_page(folder, language):
    pages = {file.stem: len(PdfReader(file).pages) for file in folder.glob(f"*-*-{language}.pdf")}
    assert len(pages) == len(CARDS)
    assert set(pages.values()) == {1}, pages


def test_chinese_cards_are_set_in_eleven_points_or_more():
    speak("zh")
    for slug, place in CARDS:
        assert one_page.look(card(slug, place), plain, sentences).text >= 11, (slug, place)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_amount_of_a_plan_is_torn(folder, language):
    said = "\n".join(page.extract_text() for page in PdfReader(folder / f"plan-{language}.pdf").pages)
    for amount in ("¥16,364.17", "¥19,380.39", "¥15,784.78", "¥2,217.94"):
        assert amount in said, amount
