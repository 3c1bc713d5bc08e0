"""A counselor's session: a mark stands only for the figure it was set for, and a private note goes nowhere else."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import affordability, assess, money, rules
from assessment.case import Case, Debt, Expense, Income
from assessment.counsel import (
    CHECKS,
    FIGURES,
    TELL_BACK,
    Counsel,
    Note,
    Question,
    Told,
    drafted,
    heaviest_first,
    is_stale,
    left_open,
    marked,
    tally,
    upheld,
    weight,
)
from assessment.report import chinese, plain_data, word, workbook
from assessment.report.household_plan import by_name, by_number, household_plan
from assessment.report.request import asked_for, may_be_asked, request
from assessment.report.session_record import for_the_client, for_the_counselor
from assessment.report.wishes import Wishes
from tests import strategies
from tests.papers import words
from tests.samples import CASES, STORY_DAY
from ui.content import Content
from ui.session import Session

SECRET = "暗号七三"
LATER = STORY_DAY + timedelta(days=9)
OTHER = {
    "kind": "irregular", "amount": Decimal("7.31"), "period": "week", "history": (Decimal("7.31"),), "principal": Decimal("7.31"),
    "interest": Decimal("7.31"), "penalty": Decimal("7.31"), "fees": Decimal("7.31"), "rate": None, "value": Decimal("7.31"),
    "loan": Decimal("7.31"), "day": date(2027, 7, 31),
}  # fmt: skip
FILLED = CASES["middle_three_debts"]


def verified(case, section, place):
    entries = getattr(case, section)
    held = marked(entries[place], "verified", STORY_DAY)
    return case.model_copy(update={section: (*entries[:place], held, *entries[place + 1 :])})


def with_entries():
    from assessment.case import Windfall

    return FILLED.model_copy(update={"windfalls": (Windfall(name="退税", amount=Decimal(900)),)})


@pytest.mark.parametrize(("section", "field"), [(section, each) for section in FIGURES for each in FIGURES[section]])
def test_a_verified_figure_that_is_changed_is_an_estimate_again(section, field):
    here = Session(case=verified(with_entries(), section, 0))
    before = here.generation
    assert here.put((section, 0, field), OTHER[field]) is None
    entry = getattr(here.case, section)[0]
    assert entry.grade == "estimate"
    assert entry.checked == STORY_DAY
    assert is_stale(entry)
    assert here.generation == before + 1
    here.undo()
    assert getattr(here.case, section)[0].grade == "verified"


@pytest.mark.parametrize(
    ("section", "field"), [(section, each) for section in FIGURES for each in ("name", "note", "proof")]
)
def test_what_is_no_figure_changes_no_mark(section, field):
    here = Session(case=verified(with_entries(), section, 0))
    here.put((section, 0, field), "另外")
    entry = getattr(here.case, section)[0]
    assert (entry.grade, entry.checked) == ("verified", STORY_DAY)


def test_a_figure_typed_again_as_it_was_keeps_its_mark():
    here = Session(case=verified(FILLED, "incomes", 0))
    here.put(("incomes", 0, "amount"), FILLED.incomes[0].amount)
    assert here.case.incomes[0].grade == "verified"


def test_a_mark_set_elsewhere_has_no_day():
    here = Session(case=verified(FILLED, "incomes", 0))
    here.put(("incomes", 0, "grade"), "inferred")
    assert (here.case.incomes[0].grade, here.case.incomes[0].checked) == ("inferred", None)


@given(strategies.cases, st.data())
@settings(max_examples=60)
def test_no_change_of_one_value_touches_another_entry(case, data):
    sections = [section for section in FIGURES if getattr(case, section)]
    if not sections:
        return
    section = data.draw(st.sampled_from(sections))
    entries = getattr(case, section)
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(FIGURES[section]))
    changed = entries[place].model_copy(update={field: OTHER[field]})
    after = case.model_copy(update={section: (*entries[:place], changed, *entries[place + 1 :])})
    held = upheld(case, after, (section, place, field))
    new = getattr(held, section)[place]
    figures = [*FIGURES[section], "name", "proof", "checked"]
    assert [getattr(new, each) for each in figures] == [getattr(changed, each) for each in figures]
    assert not (new.grade == "verified" and new.checked and getattr(entries[place], field) != OTHER[field])
    assert held.model_copy(update={section: entries}) == case


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_tallies_are_the_sums_of_the_pages(slug):
    case = CASES[slug]
    spent = sum((affordability.monthly(each.amount, each.period) for each in case.expenses), Decimal(0))
    assert tally(case.expenses).yuan == spent
    assert tally(case.debts).yuan == sum((debt.owed for debt in case.debts), Decimal(0))
    for section in FIGURES:
        entries = getattr(case, section)
        found = tally(entries)
        assert found.verified_yuan <= found.yuan
        order = [weight(entries[place]) for place in heaviest_first(entries)]
        assert order == sorted(order, reverse=True)
        assert len(order) == found.count == sum(1 for each in entries if weight(each))


@pytest.mark.parametrize("slug", sorted(CASES))
def test_a_draft_holds_the_pages_figures_and_no_choice(slug):
    for debt in assess(CASES[slug], STORY_DAY).debts:
        options = debt.comparison.options
        record = drafted(debt, range(len(options)), chinese.chinese)
        assert record.chosen is None
        assert record.by == ""
        assert [each.total for each in record.shown] == [money.to_yuan(each.outcome.total) for each in options]
        assert [each.monthly for each in record.shown] == [money.to_yuan(each.outcome.monthly) for each in options]
        assert [place for place, each in enumerate(record.shown) if each.advised] == [
            place for place in (debt.comparison.recommended,) if place is not None
        ]


def test_drafted_again_the_same_day_nothing_that_was_written_is_lost():
    debt = assess(FILLED, STORY_DAY).debts[0]
    first = drafted(debt, (3, 2, 5), chinese.chinese)
    shown = (first.shown[0], first.shown[1].model_copy(update={"refused": "太重"}), first.shown[2])
    filled = first.model_copy(update={"shown": shown, "chosen": 0, "by": "本人", "reasons": "睡得着"})
    again = Counsel().recording(filled).recording(drafted(debt, (2, 3), chinese.chinese))
    (record,) = again.chosen
    assert (record.by, record.reasons) == ("本人", "睡得着")
    assert record.shown[record.chosen].title == first.shown[0].title
    assert record.shown[0].refused == "太重"


def test_a_record_of_another_day_stays_beside_the_new_one():
    debt = assess(FILLED, STORY_DAY).debts[0]
    first = drafted(debt, (2,), chinese.chinese)
    later = first.model_copy(update={"day": LATER, "reasons": ""})
    assert Counsel().recording(first).recording(later).chosen == (first, later)


def test_what_is_open_is_asked_and_what_is_known_is_not():
    bare = Case(
        debts=(Debt(name="某平台", principal=Decimal(9), days_overdue=3),),
        incomes=(Income(name="跑单", kind="irregular"),),
    )
    asked = "\n".join(chinese.chinese(each) for each in left_open(bare, ()))
    for point in ("低保", "马上能用", "跑单", "出借人写的是谁", "合同利率", "哪天借的", "补上多少钱"):
        assert point in asked
    known = FILLED.model_copy(
        update={"household": FILLED.household.model_copy(update={"minimum_per_head": Decimal(900)})}
    )
    assert "低保" not in "\n".join(chinese.chinese(each) for each in left_open(known, ()))


def test_no_question_is_asked_twice_or_empty():
    found = Counsel().asking(("几时发工资？", " ", "几时发工资？")).asking(("几时发工资？",))
    assert [each.words for each in found.questions] == ["几时发工资？"]


def full(mark=SECRET):
    debt = assess(FILLED, STORY_DAY).debts[0]
    record = drafted(debt, (2, 3), chinese.chinese)
    told = {point: Told(words="每月八百", day=STORY_DAY) for point in TELL_BACK}
    return Counsel(
        counselor="工号 12",
        notes=(Note(day=STORY_DAY, time="10:05", words=mark),),
        questions=(Question(words="房租从哪里来？", answer="借的"),),
        done={"danger": STORY_DAY},
        told=told,
        chosen=(record.model_copy(update={"chosen": 0, "by": "本人"}),),
    )


def text_of(data):
    """Everything readable in a Word or Excel file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def document(paper):
    return word.write(paper, chinese.chinese, lambda *said: "".join(said))


def leaving(session):
    """Every paper, letter, spreadsheet and file of data that leaves a session, but for the counselor's own copy."""
    case, found = session.case, session.assessment
    law = rules.at(STORY_DAY)
    papers = [for_the_client(case, session.counsel, STORY_DAY)]
    yield text_of(document(papers[0]))
    papers += [household_plan(found, each, law) for each in (by_name, by_number)]
    for debt in found.debts:
        papers += [
            request(debt, asked_for(debt, place), found.affordability, Wishes(), STORY_DAY, law)
            for place in may_be_asked(debt.comparison.options) or (None,)
        ]
    for paper in papers:
        yield words(paper)
    yield text_of(workbook.write(case))
    yield json.dumps(plain_data.plain_data(found), ensure_ascii=False)
    yield case.model_dump_json()


def test_a_private_note_stands_in_the_counselors_own_record_and_nowhere_else():
    session = Session(case=FILLED, as_of=STORY_DAY, counsel=full())
    assert SECRET in text_of(document(for_the_counselor(FILLED, session.counsel, STORY_DAY)))
    out = list(leaving(session))
    assert len(out) > len(session.assessment.debts) + len(("client", "client in Word", "workbook", "data", "case"))
    assert [found for found in out if SECRET in found] == []


def test_the_check_list_is_the_counselors_and_the_answers_are_the_clients():
    client, own = (words(made(FILLED, full(), STORY_DAY)) for made in (for_the_client, for_the_counselor))
    for point in CHECKS.values():
        assert point in own
        assert point not in client
    for said in ("房租从哪里来？", "借的", "每月八百", "本人", *TELL_BACK.values()):
        assert said in client


def test_the_record_says_which_figure_was_seen_and_which_was_changed_since():
    case = verified(FILLED, "debts", 0)
    case = case.model_copy(update={"debts": (case.debts[0].model_copy(update={"proof": "App 截图"}), *case.debts[1:])})
    said = words(for_the_client(case, Counsel(), STORY_DAY))
    assert "App 截图" in said
    assert chinese.day_text(STORY_DAY) in said
    here = Session(case=case)
    here.put(("debts", 0, "principal"), Decimal("7.31"))
    assert "核过以后改了，要再核" in words(for_the_client(here.case, Counsel(), STORY_DAY))


letters = st.text(strategies.letters, max_size=40)
notes = st.builds(Note, day=st.dates(), time=letters, words=letters)
counsels = st.builds(
    Counsel,
    counselor=letters,
    notes=st.lists(notes, max_size=3).map(tuple),
    questions=st.lists(st.builds(Question, words=letters, answer=letters), max_size=3).map(tuple),
    done=st.dictionaries(st.sampled_from(sorted(CHECKS)), st.dates()),
    told=st.dictionaries(
        st.sampled_from(sorted(TELL_BACK)), st.builds(Told, words=letters, day=strategies.maybe(st.dates()))
    ),
)


@given(counsels)
def test_what_is_kept_comes_back_as_it_was(counsel):
    content = Content(case=Case(), counsel=counsel)
    assert Content.model_validate_json(content.model_dump_json()) == content


def test_a_session_with_nothing_but_a_note_is_not_untouched():
    here = Session()
    assert here.untouched
    here.counsel = here.counsel.noting(Note(day=STORY_DAY, words="来过一次"))
    assert not here.untouched


def test_content_of_before_there_were_sessions_is_read():
    old = json.loads(Content(case=FILLED).model_dump_json())
    del old["counsel"]
    assert Content.model_validate_json(json.dumps(old)).counsel == Counsel()


def test_zeros_are_no_figures_to_go_through():
    assert heaviest_first((Expense(name="房租"), Expense(name="吃饭", amount=Decimal(5)))) == (1,)
