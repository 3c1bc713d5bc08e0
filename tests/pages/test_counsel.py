"""A session with a counselor, as the two of them go through it."""

from __future__ import annotations

import pytest

from assessment.counsel import CHECKS, TELL_BACK
from tests.pages.conftest import Pages
from ui.navigation import PAGES

SECRET = "暗号七三"


@pytest.fixture
def sitting(pages) -> Pages:
    pages.sample("middle_three_debts")
    pages.go("counsel")
    return pages


def step(pages, name):
    pages.app.segmented_control(key="counsel.part").set_value(name).run()
    pages.clean()
    return pages.words()


def write(pages, kind, text, *path):
    getattr(pages.app, kind)(key=pages.session.key(*path)).set_value(text).run()
    pages.clean()


def noted(pages):
    step(pages, "私人笔记")
    write(pages, "text_area", SECRET, "note.new", len(pages.session.counsel.notes))


def test_a_mark_is_set_with_its_proof_and_falls_when_the_figure_changes(sitting):
    here = sitting.session
    place = max(range(len(here.case.incomes)), key=lambda at: here.case.incomes[at].amount)
    sitting.type("incomes", place, "proof", text="10月工资条")
    sitting.app.segmented_control(key=here.key("mark", "incomes", place)).set_value("estimate").run()
    sitting.app.segmented_control(key=here.key("mark", "incomes", place)).set_value("verified").run()
    sitting.clean()
    income = here.case.incomes[place]
    assert (income.grade, income.proof, income.checked) == ("verified", "10月工资条", here.as_of)
    assert "核的。" in sitting.words()
    sitting.go("budget")
    sitting.type("incomes", place, "amount", text="4321")
    assert here.case.incomes[place].grade == "estimate"
    assert sitting.app.selectbox(key=here.key("incomes", place, "grade")).value == "estimate"
    sitting.go("counsel")
    assert "核过以后改了数" in sitting.words()
    here.undo()
    assert here.case.incomes[place] == income


def test_what_was_verified_before_can_be_dated_today(sitting):
    here = sitting.session
    place = next(at for at, debt in enumerate(here.case.debts) if debt.grade == "verified")
    sitting.press(f"{here.key('mark', 'debts', place)}.seen")
    assert here.case.debts[place].checked == here.as_of
    assert f"{here.key('mark', 'debts', place)}.seen" not in {each.key for each in sitting.app.button}


def test_open_questions_are_taken_over_answered_and_dropped(sitting):
    step(sitting, "问清楚")
    assert "处要问" in sitting.everything()
    sitting.press(sitting.session.key("question.suggested"))
    count = len(sitting.session.counsel.questions)
    assert count
    write(sitting, "text_input", "房租从哪里来？", "question.new", count)
    write(sitting, "text_area", "跟朋友借的", "counsel", "questions", count, "answer")
    asked = sitting.session.counsel.questions[-1]
    assert (asked.words, asked.answer) == ("房租从哪里来？", "跟朋友借的")
    assert sitting.app.button(key=sitting.session.key("question", count, "remove")).disabled
    sitting.press(sitting.session.key("question", 0, "remove"))
    assert len(sitting.session.counsel.questions) == count
    assert (
        sitting.app.text_area(key=sitting.session.key("counsel", "questions", count - 1, "answer")).value
        == "跟朋友借的"
    )


def test_options_are_drafted_chosen_refused_and_told_back(sitting):
    here = sitting.session
    step(sitting, "选方案")
    sitting.press(here.key("shown.draft", 0))
    record = here.counsel.chosen[0]
    shown = here.debt(0).comparison
    titles = {option.outcome.title: option for option in shown.options}
    assert {each.title for each in record.shown} <= set(titles)
    write(sitting, "selectbox", 0, "chosen", 0)
    write(sitting, "text_input", "本人", "counsel", "chosen", 0, "by")
    write(sitting, "text_input", "太久", "counsel", "chosen", 0, "shown", 1, "refused")
    record = here.counsel.chosen[0]
    assert (record.chosen, record.by, record.shown[1].refused) == (0, "本人", "太久")
    said = step(sitting, "说给我听").replace("\\", "")
    assert f"一共还 ¥{record.shown[0].total:,.2f}" in said
    write(sitting, "text_area", "每月八百多，15 号还", "told", "pay", "words")
    sitting.app.checkbox(key=here.key("told", "pay", "clear")).check().run()
    sitting.clean()
    assert (here.counsel.told["pay"].words, here.counsel.told["pay"].day) == ("每月八百多，15 号还", here.as_of)
    step(sitting, "带走记录")
    said = sitting.everything().replace("\\", "")
    for each in ("每月八百多，15 号还", "由本人决定", "太久", TELL_BACK["pay"]):
        assert each in said


def test_the_check_list_keeps_its_days_and_can_be_taken_back(sitting):
    here = sitting.session
    step(sitting, "清单")
    sitting.app.checkbox(key=here.key("check", "danger")).check().run()
    assert here.counsel.done == {"danger": here.as_of}
    assert f"还有 {len(CHECKS) - 1} 件" in sitting.words()
    sitting.go("home")
    sitting.go("counsel")
    step(sitting, "清单")
    assert sitting.app.checkbox(key=here.key("check", "danger")).value
    sitting.app.checkbox(key=here.key("check", "danger")).uncheck().run()
    assert here.counsel.done == {}


def test_a_private_note_is_seen_on_its_own_step_only(sitting):
    noted(sitting)
    assert SECRET in [each.value for each in sitting.app.text_area]
    for part in ("核数字", "问清楚", "选方案", "说给我听", "清单", "带走记录"):
        step(sitting, part)
        sitting.unfold()
        assert SECRET not in sitting.everything(), part
        assert SECRET not in [each.value for each in sitting.app.text_area], part
    for entry in PAGES:
        sitting.go(entry.name)
        if entry.name != "counsel":
            sitting.unfold()
        assert SECRET not in sitting.everything(), entry.name
    sitting.go("counsel")
    step(sitting, "带走记录")
    sitting.app.radio(key="counsel.copy").set_value("own").run()
    assert SECRET in sitting.everything()


def test_a_note_is_changed_and_deleted(sitting):
    noted(sitting)
    write(sitting, "text_area", "改过的", "counsel", "notes", 0, "words")
    assert sitting.session.counsel.notes[0].words == "改过的"
    assert sitting.session.counsel.notes[0].time
    sitting.press(sitting.session.key("note", 0, "remove"))
    assert sitting.session.counsel.notes == ()


def test_a_session_goes_with_its_case_and_comes_back_with_it(sitting):
    noted(sitting)
    here = sitting.session
    kept = here.content().model_dump_json()
    here.let_go()
    assert here.counsel.notes == ()
    from ui.content import Content

    here._take(Content.model_validate_json(kept))
    assert here.counsel.notes[0].words == SECRET


def test_markup_in_a_question_or_a_name_is_shown_as_typed(sitting):
    step(sitting, "问清楚")
    write(sitting, "text_input", "**粗** :red[x] $y$？", "question.new", 0)
    sitting.session.put(("debts", 0, "name"), "*斜* $z$")
    sitting.go("counsel")
    for part in ("问清楚", "核数字", "带走记录"):
        said = step(sitting, part)
        assert "**粗**" not in said
        assert "*斜*" not in said.replace("\\*斜\\*", "")


def test_without_figures_the_page_says_where_to_begin(pages):
    pages.go("counsel")
    assert "还没有填数" in pages.words()
    for part in ("问清楚", "选方案", "说给我听", "清单", "私人笔记", "带走记录"):
        assert step(pages, part)
