"""The report workbook: what it holds in each edition, that its formulas are ours alone, and that it comes back as the case."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from assessment import assess, judged_anew, money, rules
from assessment.case import Case, Debt, Expense
from assessment.intake import read_workbook
from assessment.intake.apart import RESULTS
from assessment.report import chinese, live, word, workbook
from assessment.report.editions import without_lenders
from assessment.report.household_plan import by_name, by_number, household_plan
from assessment.report.request import may_be_asked, request
from assessment.report.wishes import Wishes
from tests.assessment.test_outgoing import PAYLOADS, full_of
from tests.samples import CASES, STORY_DAY
from ui.text import plain, speak

LAW = rules.at(STORY_DAY)
SAMPLES = ("early_jintiao", "middle_three_debts", "old_loans_and_calls")


def report(case, say=chinese.chinese):
    return live.write(case, assess(case, STORY_DAY), LAW, say, by_name)


def family(slug):
    return live.write(
        without_lenders(CASES[slug], chinese.chinese), assess(CASES[slug], STORY_DAY), LAW, chinese.chinese, by_number
    )


def everything(data):
    """All the text of all the parts of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def shown(data, title):
    return openpyxl.load_workbook(BytesIO(data), data_only=True)[title]


def names(case):
    return {text for debt in case.debts for text in (debt.name, debt.product) if text}


@pytest.fixture(scope="module")
def reports():
    return {slug: report(CASES[slug]) for slug in SAMPLES}


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_report_comes_back_as_the_case_it_holds(slug, reports):
    found = read_workbook(reports[slug])
    assert found.case == CASES[slug]
    assert found.problems == ()


@pytest.mark.parametrize("slug", SAMPLES)
def test_a_program_that_only_shows_it_shows_the_page_s_figures(slug, reports):
    found = assess(CASES[slug], STORY_DAY)
    front = shown(reports[slug], "结果-总览")
    home = found.affordability
    figures = [
        home.floor,
        home.suggested,
        home.ceiling,
        home.income,
        home.guided,
        home.surplus_guided,
        home.asset_capacity,
    ]
    assert [Decimal(str(front.cell(row, 2).value)) for row in range(6, 13)] == [figure.yuan for figure in figures]
    options = shown(reports[slug], "结果-方案")
    rows = iter(options.iter_rows(min_row=5, max_col=13, values_only=True))
    for debt in found.debts:
        for each in debt.comparison.options:
            row, result = next(rows), each.outcome
            assert row[:2] == (debt.debt.name, result.title)
            assert round(row[5] * 100) == result.total
            if result.spread is None:
                assert round(row[3] * 100) == result.monthly
                assert round(row[6] * 100) == result.saved
                assert row[9].date() == result.debt_free
                assert (row[7] or None) == pytest.approx(result.effective)
    owed = [front.cell(15 + place, 2).value for place in range(len(found.debts))]
    assert [round(each * 100) for each in owed] == [debt.position.claim.total for debt in found.debts]


def test_every_row_of_a_schedule_is_the_engine_s(reports):
    found = assess(CASES["early_jintiao"], STORY_DAY).debts[0]
    page = shown(reports["early_jintiao"], "结果-第1笔")
    titles = {page.cell(3, place).value: place for place in range(7, page.max_column + 1) if page.cell(3, place).value}
    for option in found.comparison.options:
        path, kind = option.outcome.path, option.outcome.terms.kind
        if kind in {"pay_in_full", "settlement", "do_nothing", "cure_arrears"}:
            continue
        column = titles[option.outcome.title]
        for row, (paid, principal, interest, charges, balance) in enumerate(
            zip(path.payment, path.principal, path.interest, path.charges, path.balance, strict=True), start=34
        ):
            told = [round(page.cell(row, column + place).value * 100) for place in range(5)]
            assert told == [paid, principal, interest, charges, balance], (option.outcome.title, row)
        assert [page.cell(34 + place, 2).value.date() for place in range(len(path.dates))] == list(path.dates)


def test_terms_that_a_person_set_stand_as_they_were_set():
    found = assess(CASES["middle_three_debts"], STORY_DAY)
    debt = found.debts[0]
    terms = [option.outcome.terms for option in debt.comparison.options]
    place = next(place for place, each in enumerate(terms) if each.kind == "partial_waiver")
    from dataclasses import replace

    terms[place] = replace(terms[place], months=7, treatment="first", annual_rate=Decimal("0.06"))
    own = judged_anew(debt, terms, LAW)
    changed = replace(found, debts=(own, *found.debts[1:]))
    data = live.write(CASES["middle_three_debts"], changed, LAW, chinese.chinese, by_name)
    rows = [row for row in shown(data, "结果-方案").iter_rows(min_row=5, values_only=True) if row[0] == debt.debt.name]
    assert round(rows[place][5] * 100) == own.comparison.options[place].outcome.total


def all_of(texts):
    """A case with each of the texts in every field that holds words; each debt holds many of them."""
    lists = {}
    for name in ("assets", "incomes", "expenses", "events", "windfalls"):
        lists[name] = tuple(getattr(full_of(text), name)[0] for text in texts)
    return full_of(texts[0]).model_copy(update={**lists, "debts": tuple(full_of(text).debts[0] for text in texts[:3])})


def test_no_words_become_part_of_a_formula():
    told = []
    for texts in (PAYLOADS, ("平常的字",) * len(PAYLOADS)):
        book = openpyxl.load_workbook(BytesIO(report(all_of(texts))))
        cells = (cell for page in book for row in page.iter_rows() for cell in row)
        told.append({(cell.parent.title, cell.coordinate): cell.value for cell in cells if cell.data_type == "f"})
    assert told[0] == told[1]


def test_formulas_reach_no_further_than_the_book(reports):
    with zipfile.ZipFile(BytesIO(reports["middle_three_debts"])) as archive:
        told = re.findall(r"<f>([^<]*)</f>", "".join(archive.read(name).decode() for name in archive.namelist()))
        assert not [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()]
    assert len(told) > 1000
    allowed = r"(?:ABS|AND|COUNTA?|COUNTIF|DATE|DAY|EDATE|EOMONTH|FIND|IF|IFERROR|INDEX|INT|IRR|ISNUMBER|ISTEXT|LEFT|LEN|MAX|MEDIAN|MID|MIN|MOD|MONTH|N|NA|NPV|OR|PMT|REPT|RIGHT|ROUND|ROUNDUP|SUBSTITUTE|SUM|SUMIF|SUMPRODUCT|TRIM|VALUE|YEAR)"
    assert {
        name
        for formula in told
        for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", formula)
        if not re.fullmatch(allowed, name)
    } == set()
    assert not [formula for formula in told if "[" in formula or "http" in formula]


@pytest.mark.parametrize("slug", SAMPLES)
def test_the_family_s_edition_names_no_lender(slug):
    plan = word.write(
        household_plan(assess(CASES[slug], STORY_DAY), by_number, LAW), chinese.chinese, lambda *said: "".join(said)
    )
    for data in (family(slug), plan):
        held, blank = everything(data), everything(workbook.write(Case()))
        assert [name for name in names(CASES[slug]) if held.count(name) > blank.count(name)] == []


def test_the_family_s_edition_hides_a_name_wherever_it_was_written():
    case = CASES["middle_three_debts"]
    lender = case.debts[0].name
    first, *others = case.expenses
    case = case.model_copy(update={"expenses": (first.model_copy(update={"note": f"上次借{lender}交的"}), *others)})
    assert lender not in str(without_lenders(case, chinese.chinese))
    assert without_lenders(case, chinese.chinese).expenses[0].note == "上次借第 1 笔交的"


def test_a_family_s_edition_has_the_same_figures(reports):
    slug = "middle_three_debts"
    for title in ("结果-总览", "结果-方案"):
        own = [row[1:] for row in shown(reports[slug], title).iter_rows(min_row=5, min_col=1, values_only=True)]
        theirs = [row[1:] for row in shown(family(slug), title).iter_rows(min_row=5, min_col=1, values_only=True)]
        assert own == theirs


def amounts(fen):
    """How an amount may be written in a file."""
    yuan = money.to_yuan(fen)
    return {money.show(yuan), f"{yuan:,.2f}", f"<v>{float(yuan)!r}</v>"}


def test_what_goes_to_one_lender_holds_nothing_of_the_others_nor_the_household_s_figures():
    case = CASES["middle_three_debts"]
    found = assess(case, STORY_DAY)
    home = found.affordability
    for debt in found.debts:
        for place in may_be_asked(debt.comparison.options):
            option = debt.comparison.options[place]
            if option.outcome.terms.kind == "cure_arrears":
                continue
            sheet = everything(live.offer_sheet(debt, option, STORY_DAY, chinese.chinese))
            letter = everything(
                word.write(
                    request(debt, option, home, Wishes(), STORY_DAY, LAW), chinese.chinese, lambda *said: "".join(said)
                )
            )
            for other in found.debts:
                if other.index == debt.index:
                    continue
                for held in (sheet, letter):
                    assert other.debt.name not in held or other.debt.name in debt.debt.name
                    assert not [told for told in amounts(other.position.claim.total) if told in held]
            for figure in (home.floor, home.suggested, home.ceiling):
                assert not [told for told in amounts(money.to_fen(figure.yuan)) if told in sheet]


def test_the_schedule_for_one_lender_is_the_letter_s():
    found = assess(CASES["early_jintiao"], STORY_DAY).debts[0]
    for place in may_be_asked(found.comparison.options):
        option = found.comparison.options[place]
        if option.outcome.terms.kind in {"cure_arrears", "pay_in_full", "settlement"}:
            continue
        page = shown(live.offer_sheet(found, option, STORY_DAY, chinese.chinese), "还款表")
        path = option.outcome.path
        assert [round(page.cell(34 + k, 7).value * 100) for k in range(len(path.payment))] == list(path.payment)
        assert [page.cell(34 + k, 2).value.date() for k in range(len(path.dates))] == list(path.dates)


ENTERED = {
    "zh": {"说明", "家庭", "资产", "收入", "支出", "债务", "往来记录", "谈成的协议", "一次性的钱"},
    "en": {"Notes", "Household", "Assets", "Income", "Outgoings", "Debts", "Contact log", "Agreements", "Money expected once"},
}  # fmt: skip


def test_results_are_told_from_entries_by_their_names():
    for language in ("zh", "en"):
        speak(language)
        data = report(CASES["early_jintiao"], plain)
        speak("zh")
        entered = {page.title for page in openpyxl.load_workbook(BytesIO(data)) if not page.title.startswith(RESULTS)}
        assert entered == ENTERED[language]
        assert read_workbook(data).case == CASES["early_jintiao"]


def test_a_file_of_a_person_s_own_is_read_even_if_it_is_named_like_a_result():
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "结果-借款"
    for row in (("欠谁的", "剩余本金"), ("借呗", 1200)):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    assert read_workbook(out.getvalue()).case.debts[0].principal == 1200


def test_charts_have_titles_and_axes_that_are_shown(reports):
    with zipfile.ZipFile(BytesIO(reports["middle_three_debts"])) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    assert len(charts) == 2 + len(CASES["middle_three_debts"].debts)
    for chart in charts:
        assert chart.count('delete val="0"') == 2
        assert chart.count("<a:t>") >= 2


def test_a_product_that_two_debts_share_is_not_taken_for_one_of_them():
    debts = (Debt(name="甲行", product="信用卡"), Debt(name="乙行", product="信用卡"))
    case = Case(debts=debts, expenses=(Expense(name="信用卡年费", amount=Decimal(300)),))
    assert without_lenders(case, chinese.chinese).expenses[0].name == "〔一笔债〕年费"
