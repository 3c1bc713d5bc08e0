"""The report's formulas, computed by LibreOffice, come to what the engine comes to, also once an entry is changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings

from assessment import assess, rules
from assessment.case import Rate
from assessment.intake import read_workbook
from assessment.report import chinese, english, live, workbook
from assessment.report.household_plan import by_name
from assessment.rules.own import extended
from tests.intake.reading import read_here
from tests.office.office import results, through_office, values, without_results
from tests.samples import CASES, STORY_DAY
from tests.strategies_households import cases

LAW = rules.at(STORY_DAY)
SAMPLES = ("late_sued", "middle_three_debts")
_TRIED, _DRAWN = 30, 2
GUESSED = ("什么都不做",)
"""Options with court costs in them, which no formula follows."""


def report(case, say=chinese.chinese):
    return live.write(case, assess(case, STORY_DAY), LAW, say, by_name)


def same(ours, theirs):
    """Equal to the fen, to a millionth where it is a rate."""
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(theirs - ours) < (1e-6 if abs(ours) < 1 else 0.001)
    return (theirs or "") == ours


def differing(written, computed):
    """Every formula whose result, as we wrote it, is not what the office program makes of it."""
    ours, theirs = results(written), results(computed)
    assert len(ours) > 500
    return {at: (told, theirs.get(at)) for at, told in ours.items() if not same(told, theirs.get(at))}


def changed_case(slug, debt=None, income=None, expense=None, assumed=None):
    """A sample household with other entries in its first debt, income and expense, and other assumptions."""
    case, update = CASES[slug], {}
    for name, changes in (("debts", debt), ("incomes", income), ("expenses", expense)):
        if changes:
            first, *others = getattr(case, name)
            update[name] = (first.model_copy(update=changes), *others)
    if assumed:
        update["assumptions"] = case.assumptions.model_copy(update=assumed)
    return case.model_copy(update=update)


CHANGES = {
    "middle_three_debts": {
        "debt": {"principal": Decimal("9876.54"), "penalty": Decimal("77.01"), "days_overdue": 61, "due_day": 31},
        "income": {"amount": Decimal("5123.45")}, "expense": {"amount": Decimal("2222.22"), "category": "food", "reason": "看病"},
    },
    "early_jintiao": {
        "debt": {"rate": Rate(value=Decimal("0.012"), per="month"), "instalments_left": 5}, "income": {"period": "week", "amount": Decimal("1501.01")},
    },
    "gig_uneven_income": {"income": {"history": tuple(map(Decimal, ("4100.05", "3900.5", "5200", "7000.01", "2500")))}},
    "late_sued": {
        "assumed": {"ask_interest": Decimal("0.33"), "settle_principal": Decimal("0.1"), "light_months": 9, "grace_months": 5, "floor_share": Decimal("0.57")},
    },
}  # fmt: skip


UNREAD = {
    "amount_in_words": (("收入", "到手金额"), "1.2万"),
    "unknown_period": (("支出", "多久一次"), "每两周"),
    "days_in_words": (("债务", "逾期天数"), "三百天"),
}
"""What a person may type that no formula follows."""


BOTH = ("middle_three_debts", "late_sued")
"""The households whose reports are computed in English, too."""
UNREAD_IN_ENGLISH = {
    "amount_in_words": (("Income", "Amount received"), "12k", ("Result-Overview", "B6")),
    "unknown_period": (("Outgoings", "How often"), "every two weeks", ("Result-Overview", "B6")),
    "days_in_words": (("Debts", "Days overdue"), "three hundred days", ("Result-Options", "G5")),
    "rate_of_another_language": (("Debts", "Contract rate"), "月2%", ("Result-Options", "F8")),
}
"""The same in English, and the cell that must show it."""


def typed(page, title, words):
    """Types words under a column's title, in the first row."""

    def change(book):
        column = next(cell.column for cell in book[page][4] if str(cell.value).split("\n")[0] == title)
        book[page].cell(5, column).value = words

    return change


def put_into(case, word=str):
    """Writes a case's values into the input sheets of another's report, cell by cell, as a person would."""

    def change(book):
        for page in workbook.book_of(case, word):
            for row in page.iter_rows():
                for cell in row:
                    held = book[page.title][cell.coordinate]
                    if held.data_type != "f" and cell.data_type != "f" and held.value != cell.value:
                        held.value = cell.value

    return change


def told(data, word=str):
    """The figures a person reads: the month's, and each option's."""
    book = values(data)
    by_month, of_options = book[word("结果-每月")], book[word("结果-方案")]
    month = {row[0]: row[1] for row in by_month.iter_rows(min_row=5, max_col=2, values_only=True) if row[0]}
    options = {row[:2]: row[2:] for row in of_options.iter_rows(min_row=5, max_col=13, values_only=True) if row[1]}
    return month, {name: row for name, row in options.items() if name[1] not in map(word, GUESSED)}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Everything in one go: reports as they are, for drawn households, and with entries changed."""
    drawn = {f"drawn{place}": case for place, case in enumerate(households())}
    written = {name: report(case) for name, case in (CASES | drawn).items() if name in {*CHANGES, *drawn}}
    written["own_rules"] = with_own_rules()
    sent = {name: without_results(written[name]) for name in (*SAMPLES, *drawn, "own_rules")}
    for slug, changes in CHANGES.items():
        sent[f"{slug}_changed"] = without_results(written[slug], put_into(changed_case(slug, **changes)))
    for name, (cell, words) in UNREAD.items():
        sent[name] = without_results(written["late_sued"], typed(*cell, words))
    for slug in BOTH:
        data = written[in_english(slug)] = report(CASES[slug], english.english)
        sent[in_english(slug)] = without_results(data)
        changed = put_into(changed_case(slug, **CHANGES[slug]), english.translated)
        sent[in_english(f"{slug}_changed")] = without_results(data, changed)
    for name, ((page, title), words, _shown) in UNREAD_IN_ENGLISH.items():
        sent[in_english(name)] = without_results(written[in_english("late_sued")], typed(page, title, words))
    return written, through_office(sent, tmp_path_factory.mktemp("office"))


def in_english(name):
    return f"{name}_in_english"


def with_own_rules():
    """A household of a place whose minimum stands in a person's own rules, and is more than it spends."""
    pack, _problems = extended(OWN_RULES, STORY_DAY)
    case = CASES["early_jintiao"]
    case = case.model_copy(
        update={"household": case.household.model_copy(update={"place": "甲省乙市", "minimum_per_head": None})}
    )
    found = assess(case, STORY_DAY, pack)
    assert found.affordability.actual.yuan > assess(case, STORY_DAY).affordability.actual.yuan
    return live.write(case, found, rules.at(STORY_DAY, pack), chinese.chinese, by_name)


OWN_RULES = """
[minimum_living_by_place]
[[minimum_living_by_place.values]]
from = 2026-01-01
value = { "丙市" = 1, "乙市" = 9000.5 }
source = "乙市民政局"
"""


def households():
    """A few drawn at random, the same each time."""
    found = []

    @settings(max_examples=_TRIED, phases=[Phase.generate], database=None, derandomize=True)
    @given(cases)
    def draw(case):
        found.append(case)

    draw()
    return found[-_DRAWN:]


@pytest.mark.parametrize("name", [*SAMPLES, *(f"drawn{place}" for place in range(_DRAWN)), "own_rules"])
def test_every_formula_comes_to_what_the_pages_show(name, office):
    written, back = office
    assert differing(written[name], back[name]) == {}
    assert not [told for told in results(back[name]).values() if str(told).startswith("#")]


@pytest.mark.parametrize("slug", BOTH)
def test_in_english_too_every_formula_comes_to_what_the_pages_show(slug, office):
    written, back = office
    assert differing(written[in_english(slug)], back[in_english(slug)]) == {}
    assert not [told for told in results(back[in_english(slug)]).values() if str(told).startswith("#")]
    found = read_here(back[in_english(slug)])
    assert (found.case, found.problems) == (CASES[slug], ())


@pytest.mark.parametrize("slug", BOTH)
def test_in_english_too_a_changed_entry_gives_what_the_product_gives_for_it(slug, office):
    case, back = changed_case(slug, **CHANGES[slug]), office[1][in_english(f"{slug}_changed")]
    (month, options), (expected, wanted) = (
        told(back, english.translated),
        told(report(case, english.english), english.translated),
    )
    assert [key for key, value in expected.items() if value is not None and not same(value, month[key])] == []
    assert set(options) == set(wanted)
    for key, row in wanted.items():
        assert [(a, b) for a, b in zip(row, options[key], strict=True) if a is not None and not same(a, b)] == [], key
    assert read_here(back).case == case


@pytest.mark.parametrize("name", UNREAD_IN_ENGLISH)
def test_in_english_too_what_cannot_be_computed_is_never_left_out_unsaid(name, office):
    page, cell = UNREAD_IN_ENGLISH[name][2]
    assert str(values(office[1][in_english(name)])[page][cell].value).startswith("#")


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_report_saved_by_an_office_program_is_the_same_case(slug, office):
    found = read_workbook(office[1][slug])
    assert (found.case, found.problems) == (CASES[slug], ())


@pytest.mark.parametrize("slug", CHANGES)
def test_a_changed_entry_gives_what_the_product_gives_for_it(slug, office):
    case, back = changed_case(slug, **CHANGES[slug]), office[1][f"{slug}_changed"]
    (month, options), (expected, wanted) = told(back), told(report(case))
    assert {
        key: month[key] for key, value in expected.items() if value is not None and not same(value, month[key])
    } == {}
    assert set(options) == set(wanted)
    for key, row in wanted.items():
        assert [(a, b) for a, b in zip(row, options[key], strict=True) if a is not None and not same(a, b)] == [], key
    assert read_workbook(back).case == case


@pytest.mark.parametrize("slug", CHANGES)
def test_a_recommendation_goes_once_what_it_rests_on_has_changed(slug, office):
    changed = values(office[1][f"{slug}_changed"])["结果-总览"]
    said = {changed.cell(15 + place, 3).value for place in range(len(CASES[slug].debts))}
    assert said <= {
        "有改动，请重新上传",
        "还没有撑得住的方案",
        "可能过了诉讼时效，弄清之前不联系、不还款、不签字，也不提方案。",
    }


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_computed_is_never_left_out_unsaid(name, office):
    book = values(office[1][name])
    page, row, column = ("结果-方案", 5, 7) if name == "days_in_words" else ("结果-总览", 6, 2)
    assert str(book[page].cell(row, column).value).startswith("#")
