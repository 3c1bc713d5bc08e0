"""The workbook in English: nothing in it is Chinese but what a person typed, and it is read as the Chinese one is."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from assessment import assess, rules
from assessment.case import Case, Debt, Income, Rate, words
from assessment.intake import read_workbook
from assessment.intake.header_words import aliases
from assessment.layout import COMPUTED, EXAMPLE, HOUSEHOLD_PARTS, NUMBER, columns, normal, sheets
from assessment.report import live, workbook
from assessment.report.chinese import chinese
from assessment.report.english import english, translated
from assessment.report.household_plan import by_name
from tests.intake.reading import book, editable, read_here, saved, sentences, standings
from tests.pages.test_both_languages import in_plain_letters
from tests.samples import CASES, STORY_DAY

LAW = rules.at(STORY_DAY)
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
IN_CHINESE_APPS = "逾期应还"
"""Quoted in a note: what the amount that is asked for is called where a person looks it up."""


def report(case, say=english):
    return live.write(case, assess(case, STORY_DAY), LAW, say, by_name)


def left_chinese(data):
    """Every line of any part of a file, cells, notes, lists, names of sheets and ranges, that holds a Chinese sign."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    said = [(name, re.findall(r"[^<>]+", part)) for name, part in parts.items()]
    return [(name, line) for name, lines in said for line in lines if CHINESE.search(line.replace(IN_CHINESE_APPS, ""))]


@pytest.mark.parametrize("slug", [*sorted(CASES), "empty"])
def test_an_english_workbook_holds_no_chinese_but_what_was_typed(slug):
    case = in_plain_letters(CASES.get(slug, Case()))
    assert left_chinese(report(case)) == []
    assert left_chinese(workbook.write(case, translated)) == []


def test_an_empty_english_workbook_holds_no_chinese():
    assert left_chinese(workbook.template(translated)) == []


def every_word():
    """A household with each word of each list, each kind of rate, and every yes and no."""
    lists = {}
    for sheet in sheets():
        entries = []
        for column in sheet.columns:
            choices = words.YES_NO if column.kind == "yes_no" else (column.words or {})
            entries += [sheet.example.model_copy(update={"name": "x", column.field: key}) for key in choices]
        lists[sheet.section] = tuple(entries)
    quoted = [("day", 365), ("day", 360), ("month", 365), ("month", 360), ("year", 365), ("year", 360)]
    lists["debts"] += tuple(
        Debt(name="x", rate=Rate(value=Decimal("0.0123"), per=per, basis=basis)) for per, basis in quoted
    )
    months = tuple(map(Decimal, ("520", "430", "610.05")))
    lists["incomes"] += (Income(name="x", kind="irregular", history=months),)
    return Case(**lists)


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
def test_each_word_to_choose_from_and_each_kind_of_rate_is_read_back_without_a_doubt(say):
    found = read_here(workbook.write(every_word(), say))
    assert found.case == every_word()
    assert (found.problems, found.readings) == ((), ())


def test_in_each_column_every_word_means_one_thing_in_either_language():
    for sheet in sheets():
        for column in sheet.columns:
            meant = {}
            for key, word in (column.words or {}).items():
                for said in {word, translated(word), word.split("（")[0], translated(word).split(" (")[0]}:
                    meant.setdefault(said.lower().replace(" ", ""), set()).add(key)
            for said, key in aliases(sheet.section, column.field).items():
                meant.setdefault(said, set()).add(key)
            assert {said: keys for said, keys in meant.items() if len(keys) > 1} == {}


def test_no_two_names_on_a_sheet_are_alike_in_english():
    for sheet in sheets():
        named = [normal(translated(name)) for name in (*(column.title for column in sheet.columns), *COMPUTED, NUMBER)]
        assert len(set(named)) == len(named)
    items = [normal(translated(column.title)) for _name, model in HOUSEHOLD_PARTS for column in columns(model)]
    assert len(set(items)) == len(items)
    titles = [translated(sheet.title) for sheet in sheets()]
    assert len({title.lower() for title in titles}) == len(titles)
    assert all(len(title) <= 31 and not re.search(r"[\[\]:*?/\\']", title) for title in titles)


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
def test_every_drop_down_offers_the_words_that_are_read(say):
    held = editable(workbook.template(say))
    for sheet in sheets():
        page = held[say(sheet.title)]
        offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
        for place, column in enumerate(sheet.columns, start=2):
            at = f"{page.cell(5, place).column_letter}5"
            choices = words.YES_NO if column.kind == "yes_no" else column.words
            if choices:
                assert listed(held, offered[at]) == [say(word) for word in choices.values()]
            else:
                assert at not in offered


def listed(held, formula):
    """The words of a drop-down, out of its rule or from where they stand."""
    if formula.startswith('"'):
        assert len(formula) <= 257
        return formula.strip('"').split(",")
    page, area = formula.split("!")
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    assert left == right
    return [held[page.strip("'")].cell(row, left).value for row in range(top, bottom + 1)]


def test_every_formula_names_a_sheet_that_is_there():
    for say in (english, chinese):
        held = openpyxl.load_workbook(BytesIO(report(CASES["middle_three_debts"], say)))
        formulas = [cell.value for page in held for row in page.iter_rows() for cell in row if cell.data_type == "f"]
        named = {name for formula in formulas for name in re.findall(r"'([^']+)'!", formula)}
        assert len(named) > 5
        assert named <= set(held.sheetnames)


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
@pytest.mark.parametrize("place", range(9))
def test_a_tab_may_have_another_name(place, say):
    case = CASES["middle_three_debts"]
    held = editable(workbook.write(case, say))
    held.worksheets[place].title = "Sheet9"
    found = read_here(saved(held))
    assert found.case == case
    assert found.problems == ()


def test_a_cell_that_cannot_be_read_is_named_by_the_sheet_as_it_stands_in_the_file():
    held = editable(workbook.write(CASES["middle_three_debts"], translated))
    held["Outgoings"]["E6"] = "every blue moon"
    found = read_here(saved(held))
    assert [(problem.where.sheet, problem.where.cell, problem.raw) for problem in found.problems] == [
        ("Outgoings", "E6", "every blue moon")
    ]
    assert "a day, a week, half a month" in english(found.problems[0].instead)
    assert "每天、每周、每半月" in chinese(found.problems[0].instead)


def test_chinese_words_in_an_english_workbook_are_read_and_english_ones_in_a_chinese():
    for say, kind, once, rate in (
        (translated, "不稳定", "每周", "日0.05%"),
        (str, "Uneven", "a week", "0.05% per day"),
    ):
        held = editable(workbook.template(say))
        page = held[say("收入")]
        page["B6"], page["C6"], page["D6"], page["E6"] = "x", kind, 100, once
        owed = held[say("债务")]
        owed["B6"], owed["K6"] = "y", rate
        found = read_here(saved(held))
        assert found.case == Case(
            incomes=(Income(name="x", kind="irregular", amount=Decimal(100), period="week"),),
            debts=(Debt(name="y", rate=Rate(value=Decimal("0.0005"), per="day")),),
        )
        assert (found.problems, found.readings) == ((), ())


def test_an_english_example_that_was_written_over_is_a_debt_once_it_is_renamed_and_said_while_it_is_not():
    made = editable(workbook.template(translated))
    made["Debts"]["G5"] = 9000
    still_example = read_here(saved(made))
    assert still_example.case.debts == ()
    assert standings(still_example) == ["doubtful"]
    made["Debts"]["B5"] = "My loan"
    assert read_here(saved(made)).case.debts[0].principal == 9000


def test_a_debt_called_like_an_english_example_survives():
    case = Case(
        debts=(Debt(name=f"{translated(EXAMPLE)} Bank", principal=Decimal(2)), Debt(name="", principal=Decimal(3)))
    )
    assert read_here(workbook.write(case, translated)).case == case


def test_a_workbook_of_the_time_when_english_stood_in_brackets_is_read():
    case = CASES["middle_three_debts"]
    held = editable(workbook.write(case))
    for page in held:
        for cell in (cell for row in page.iter_rows(max_row=None if page.title == "家庭" else 4) for cell in row):
            if cell.value in {*BRACKETED, *(column.header for sheet in sheets() for column in sheet.columns)}:
                name = cell.value.split("\n")[0]
                cell.value = f"{name}\n（{translated(name).replace('(', '').replace(')', '')}, yuan）"
    found = read_here(saved(held))
    assert found.case == case
    assert found.problems == ()


BRACKETED = {NUMBER, *COMPUTED, *(column.title for _name, model in HOUSEHOLD_PARTS for column in columns(model))}


def test_sheets_of_somebody_else_with_our_english_names_are_read_all_the_same():
    rows = [["Lender", "Balance"], ["A Bank", 5000]]
    for title in ("Household", "Notes"):
        found = read_here(book({title: rows}))
        assert [(debt.name, debt.principal) for debt in found.case.debts] == [("A Bank", 5000)], title


def test_a_table_with_a_few_of_our_english_names_is_no_sheet_of_ours():
    found = read_here(
        book({"Debts": [["Owed to", "Principal left", "Interest owed"], ["A Bank", 50, 3], ["B Bank", 60, 2]]})
    )
    assert [(debt.name, debt.principal, debt.interest) for debt in found.case.debts] == [
        ("A Bank", 50, 3),
        ("B Bank", 60, 2),
    ]
    assert {column.sure for column in found.columns} == {"likely"}
    assert any("会不会是按万元写的" in said for said in sentences(found))


@pytest.mark.parametrize("say", [str, translated], ids=["zh", "en"])
def test_every_sample_household_comes_back_in_each_language(sample, say):
    found = read_workbook(workbook.write(sample, say))
    assert (found.case, found.problems, found.readings, found.columns) == (sample, (), (), ())
